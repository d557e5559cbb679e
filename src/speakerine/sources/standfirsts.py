"""Which text of a page is the standfirst: what its markup names, what its data gives, or the first line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.sources.folding import words
from speakerine.sources.furniture import Furniture, key
from speakerine.sources.lines import ends_sentence
from speakerine.sources.page import LINE_BLOCKS, text_of
from speakerine.sources.pitches import is_pitch
from speakerine.types import Paragraph, ParagraphKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SURE_CHARS = 40
"""Two texts that begin alike for so long are the same, one of them cut short."""
_FIRST_PARAGRAPHS = 4
_LABEL_WORDS = 4
_FIRST_WORDS = 3
_OPENING_CHARS = 80
_LONGEST_CHARS = 1200
_ELSEWHERE = frozenset({"a", "aside", "nav", "footer", "li", "figure", "head", "title"})


@dataclass(frozen=True, slots=True)
class Standfirst:
    """The standfirst, or ""; which of the paragraphs it is, if any, and which are labels above it."""

    text: str
    index: int | None = None
    labels: frozenset[int] = frozenset()


def find_standfirst(
    paragraphs: Sequence[Paragraph], title: str, described: Sequence[str], furniture: Furniture
) -> Standfirst:
    """The standfirst of an article; `described` is how its metadata and its page word the description."""
    for claim in (*furniture.standfirsts, *described):
        for index, paragraph in enumerate(paragraphs[:_FIRST_PARAGRAPHS]):
            if same(claim, paragraph.text):
                labels = (i for i in range(index) if _is_label(paragraphs[i]))
                return Standfirst(paragraph.text, index, frozenset(labels))
    visible = _visible(paragraphs, described, furniture)
    if visible and key(visible) != key(title):
        return Standfirst(visible)
    if len(paragraphs) > 1 and paragraphs[0].kind is ParagraphKind.TEXT:
        return Standfirst(paragraphs[0].text, 0)
    return Standfirst("")


def described_on(tree: HtmlElement, description: str) -> list[str]:
    """How the page words the description in its data, then the description; nothing for a pitch."""
    if not description or is_pitch(description):
        return []
    opening = words(description[:_OPENING_CHARS])[:_FIRST_WORDS]
    shown = (text for text in _beginning(tree, opening) if same(description, text))
    first = next(shown, "")
    return [first, description] if first else [description]


def same(claim: str, text: str) -> bool:
    """Whether `text` is what `claim` gives, whole or cut short."""
    left, right = key(claim.rstrip("….[]() ")), key(text)
    if min(len(left), len(right)) <= _SURE_CHARS:
        return bool(left) and left == right
    return right.startswith(left) or left.startswith(right)


def _visible(paragraphs: Sequence[Paragraph], described: Sequence[str], furniture: Furniture) -> str:
    """A standfirst that the page shows and the extraction lost."""
    if len(described) > 1:
        return described[0]
    named = [s for s in furniture.standfirsts if not described or same(described[0], s)]
    if named:
        return named[0]
    alone = furniture.standfirsts[0] if len(furniture.standfirsts) == 1 else ""
    return alone if alone and not any(key(alone) in key(p.text) for p in paragraphs) else ""


def _is_label(paragraph: Paragraph) -> bool:
    return len(paragraph.text.split()) <= _LABEL_WORDS and not ends_sentence(paragraph.text)


def _beginning(tree: HtmlElement, opening: Sequence[str]) -> Iterator[str]:
    """The blocks of the page whose text begins with the words of `opening`."""
    if len(opening) < _FIRST_WORDS:
        return
    for element in tree.iter():
        text = element.text
        if not text or not isinstance(element.tag, str) or words(text[:_OPENING_CHARS])[:1] != [opening[0]]:
            continue
        block = next((e for e in (element, *element.iterancestors()) if e.tag in LINE_BLOCKS), element)
        if not any(e.tag in _ELSEWHERE for e in (block, *block.iterancestors())):
            yield text_of(block, _LONGEST_CHARS)
