"""The lines of an article's body to paragraphs, without what they repeat."""

from __future__ import annotations

from collections.abc import Sequence

from speakerine.sources.folding import words
from speakerine.sources.lines import READABLE, Kind, Line, ends_sentence, without_bullet, without_dashes
from speakerine.types import Paragraph, ParagraphKind

_REPEAT_WORDS = 5
_PULL_QUOTE_WORDS = 45
_SEARCHED_CHARS = 200_000
_SEARCHES = 300
_HEADING_WORDS = 18


def unrepeated(lines: Sequence[Line], indices: Sequence[int]) -> list[int]:
    """`indices` without those of lines that say again what another line says: doubles, pull quotes."""
    kept: list[int] = []
    seen: set[str] = set()
    for index in indices:
        key = " ".join(words(lines[index].text))
        if key.count(" ") + 1 >= _REPEAT_WORDS and key in seen:
            continue
        seen.add(key)
        kept.append(index)
    if sum(len(lines[i].text) for i in kept) > _SEARCHED_CHARS:
        return kept
    quoted = [i for i in kept if _could_be_pull_quote(lines[i])][:_SEARCHES]
    whole = {i: f" {' '.join(words(lines[i].text))} " for i in kept}
    pulled = {
        i
        for i in quoted
        if any(j != i and len(text) > len(whole[i]) and whole[i] in text for j, text in whole.items())
    }
    return [i for i in kept if i not in pulled]


def to_paragraph(line: Line, following: Line | None) -> Paragraph:
    """The paragraph that `line` is, told from its kind and the line that comes after it."""
    if line.kind is Kind.ITEM:
        return Paragraph(without_bullet(line.text), ParagraphKind.LIST_ITEM)
    if is_heading(line, following):
        return Paragraph(without_dashes(line.text), ParagraphKind.HEADING)
    return Paragraph(line.text)


def is_heading(line: Line, following: Line | None) -> bool:
    """Whether `line` is a heading: short, without a stop, with prose under it."""
    return (
        line.kind is Kind.SHORT
        and following is not None
        and following.kind in READABLE - {Kind.SHORT}
        and line.word_count <= _HEADING_WORDS
        and line.text[-1] not in ",;:"
        and not ends_sentence(line.text)
    )


def _could_be_pull_quote(line: Line) -> bool:
    return len(words(line.text[:400])) >= _REPEAT_WORDS and line.word_count <= _PULL_QUOTE_WORDS
