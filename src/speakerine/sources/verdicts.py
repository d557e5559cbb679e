"""Which blocks of a page's body are read aloud: the line rules of pasted text, and what the page tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from speakerine.sources.blocks import Block
from speakerine.sources.context import in_context
from speakerine.sources.extent import Extent, until_collapse
from speakerine.sources.furniture import Furniture, key
from speakerine.sources.json_ld import Metadata
from speakerine.sources.lines import READABLE, Kind, Line, classify
from speakerine.sources.paragraphs import unrepeated
from speakerine.types import ParagraphKind

_LARGE_CHARS = 1_000_000
"""In a longer text only what is repeated to the letter is sought: more would take a second."""
_MARGIN = 2
"""How much longer a line may be than its bare words: it holds punctuation as well."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A block of the body, what the line rules make of it, and the reason why it is not read aloud, or ""."""

    block: Block
    line: Line
    why: str = ""

    @property
    def is_told(self) -> bool:
        """Whether it is a table or code of the article, in whose place something is said."""
        return self.block.omission is not None and self.why == self.block.left_out


@dataclass(frozen=True, slots=True)
class _Known:
    """The folded texts that the page names, and the length of the longest."""

    title: str
    signed: str
    above: frozenset[str]
    captions: frozenset[str]
    links: frozenset[str]
    longest_chars: int


def judge(blocks: Sequence[Block], metadata: Metadata, furniture: Furniture) -> list[Verdict]:
    """A verdict on each block, in order."""
    known = _known(metadata, furniture)
    lines = in_context([_line(block) for block in blocks], framed=True)
    stop = _stop(lines)
    verdicts: list[Verdict] = []
    for index, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        why = block.left_out or _why(line, known)
        below = index >= stop and (not why or block.omission)
        verdicts.append(Verdict(block, line, "below the article" if below else why))
    kept = [i for i, v in enumerate(verdicts) if not v.why and v.block.kind is not ParagraphKind.HEADING]
    for index in _repeated(lines, kept):
        verdicts[index] = replace(verdicts[index], why=Kind.REPEAT.value)
    return _without_bare_headings(verdicts)


def _known(metadata: Metadata, furniture: Furniture) -> _Known:
    title, signed = key(metadata.title), key(metadata.byline)
    longest = max(len(title), furniture.longest_chars)
    return _Known(title, signed, furniture.above, furniture.captions, furniture.links, longest)


def _stop(lines: Sequence[Line]) -> int:
    """Where the article ends: at the subscribers' notice, or at a heading under which prose collapses."""
    prose = next((i for i, line in enumerate(lines) if line.kind is Kind.PROSE), len(lines))
    cut = next((i for i in range(prose, len(lines)) if lines[i].kind is Kind.CUT), len(lines))
    return until_collapse(lines, Extent(0, cut)).stop if cut else 0


def _line(block: Block) -> Line:
    if block.left_out:
        return Line(block.text, Kind.EMBED)
    line = classify(block.text)
    if block.kind is ParagraphKind.QUOTE and line.kind not in {Kind.EMBED, Kind.PITCH}:
        return Line(line.text, Kind.PROSE)
    if block.kind is ParagraphKind.LIST_ITEM and line.kind in READABLE:
        return Line(line.text, Kind.ITEM)
    return line


def _why(line: Line, known: _Known) -> str:
    """Why a line is not read aloud, or ""."""
    kind = line.kind
    if len(line.text) <= _MARGIN * known.longest_chars:
        folded = key(line.text)
        if folded == known.title:
            return "the title again"
        if folded in known.above and kind is Kind.SHORT:
            return "above the article"
        if folded in known.captions:
            kind = Kind.CAPTION
        elif folded in known.links:
            kind = Kind.RELATED
        elif known.signed and kind is Kind.SHORT and f"{folded} ".startswith(f"{known.signed} "):
            kind = Kind.BYLINE
    return "" if kind in READABLE else kind.value


def _repeated(lines: Sequence[Line], kept: Sequence[int]) -> set[int]:
    """Which of the lines say again what another says."""
    if sum(len(lines[i].text) for i in kept) <= _LARGE_CHARS:
        return set(kept) - set(unrepeated(lines, kept))
    first = {lines[i].text: i for i in reversed(kept)}
    return {i for i in kept if first[lines[i].text] != i}


def _without_bare_headings(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Headings with nothing under them go with what they headed."""
    result = list(verdicts)
    followed = False
    for index in range(len(result) - 1, -1, -1):
        verdict = result[index]
        heading = verdict.block.kind is ParagraphKind.HEADING
        if heading and not verdict.why and not followed:
            result[index] = replace(verdict, why="a heading with nothing under it")
        followed = followed or verdict.is_told or (not verdict.why and not heading)
    return result
