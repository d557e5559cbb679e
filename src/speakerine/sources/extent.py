"""Where the article begins and ends among the lines of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from speakerine.sources.folding import fold
from speakerine.sources.lines import READABLE, Kind, Line, ends_sentence

_WORTH = {
    Kind.SHORT: -5,
    Kind.ITEM: 1,
    Kind.INTERFACE: -2,
    Kind.RELATED: -2,
    Kind.CAPTION: -2,
    Kind.DATE: -1,
    Kind.BYLINE: -1,
    Kind.EMBED: -1,
    Kind.PITCH: -6,
    Kind.FOREIGN: -8,
    Kind.END: -25,
    Kind.DISCUSSION: -60,
    Kind.CUT: -60,
}
"""How much a line speaks for being inside the article; prose counts its words, up to a paragraph's."""

_MOST_PROSE_WORTH = 60
_MOST_SENTENCE_WORTH = 6
_ENOUGH_PROSE_WORDS = 60
_ENOUGH_BEFORE_COMMENTS_WORDS = 40
_ABOUT = re.compile(r"^a propos (?:de |du |d'|des )\S.{0,80}$")
_PRESS = re.compile(
    r"\b(?:communique de presse|contacts? presse|contact medias?|relations presse|service de presse)\b"
)
_COLLAPSED = 0.4
_COLLAPSED_ABOUT = 0.6
_FEWEST_TEASERS = 3


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines of the article's body: `start` to `stop`, the last not included."""

    start: int
    stop: int

    def __contains__(self, index: int) -> bool:
        """Whether the line of that index is inside."""
        return self.start <= index < self.stop


def find_extent(lines: Sequence[Line]) -> Extent | None:
    """The stretch of `lines` that is the article, from its first prose to its last; None without any."""
    best: Extent | None = None
    for begin, end in _pieces(lines):
        found = _densest(lines, begin, end)
        if found is None:
            continue
        found = until_collapse(lines, found)
        if best is None or _prose_words(lines, found) > 2 * _prose_words(lines, best):
            best = found
        if best and _prose_words(lines, best) >= _ENOUGH_PROSE_WORDS:
            return best
    return best


def _pieces(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The page cut where an article surely ends: the comments, the subscribers' notice."""
    pieces: list[tuple[int, int]] = []
    begin = count = words = 0
    for index, line in enumerate(lines):
        if line.kind is Kind.PROSE:
            count += 1
            words += line.word_count
        ends = (line.kind is Kind.DISCUSSION and count > 1 and words >= _ENOUGH_BEFORE_COMMENTS_WORDS) or (
            line.kind is Kind.CUT and count
        )
        if ends:
            pieces.append((begin, index))
            begin, count, words = index + 1, 0, 0
    return [*pieces, (begin, len(lines))]


def _densest(lines: Sequence[Line], begin: int, end: int) -> Extent | None:
    """The contiguous stretch whose lines are worth most together (Kadane's algorithm)."""
    best = total = 0
    start = begin
    found: Extent | None = None
    for index in range(begin, end):
        line = lines[index]
        total += _worth(line)
        if total <= 0:
            total, start = 0, index + 1
        elif total > best and line.kind in READABLE:
            best, found = total, Extent(start, index + 1)
    if found is None:
        return None
    first = next((i for i in range(found.start, found.stop) if lines[i].kind is Kind.PROSE), None)
    return None if first is None else Extent(first, found.stop)


def _worth(line: Line) -> int:
    if line.kind is Kind.PROSE:
        return min(line.word_count, _MOST_PROSE_WORTH)
    if line.kind is Kind.SENTENCE:
        return min(line.word_count, _MOST_SENTENCE_WORTH)
    return _WORTH.get(line.kind, 0)


def until_collapse(lines: Sequence[Line], extent: Extent) -> Extent:
    """`extent` cut at the first heading of what follows an article, where prose collapses after it."""
    press = any(_PRESS.search(fold(line.text[:200])) for line in lines)
    for index in range(extent.start + 1, extent.stop):
        line = lines[index]
        about = line.kind is Kind.SHORT and bool(_ABOUT.match(fold(line.text[:120])))
        if line.kind not in {Kind.END, Kind.DISCUSSION} and not about:
            continue
        before = _prose_words(lines, Extent(extent.start, index))
        after = _prose_words(lines, Extent(index, extent.stop))
        limit = _COLLAPSED_ABOUT if about and press else 0 if about else _COLLAPSED
        if after <= limit * before or (
            line.kind is Kind.END and _are_teasers(lines[index + 1 : extent.stop])
        ):
            return Extent(extent.start, _last_readable(lines, extent.start, index))
    return extent


def _are_teasers(lines: Sequence[Line]) -> bool:
    """Whether `lines` go on as links do: a headline, a line of text, a headline, a line of text."""
    headlines = sum(
        line.kind in {Kind.SHORT, Kind.DATE, Kind.INTERFACE} and not ends_sentence(line.text)
        for line in lines
    )
    prose = sum(line.kind is Kind.PROSE for line in lines)
    return 0 < prose < headlines and headlines >= _FEWEST_TEASERS


def _last_readable(lines: Sequence[Line], start: int, stop: int) -> int:
    while stop > start + 1 and not _closes(lines[stop - 1]):
        stop -= 1
    return stop


def _closes(line: Line) -> bool:
    return line.kind in {Kind.PROSE, Kind.SENTENCE, Kind.ITEM}


def _prose_words(lines: Sequence[Line], extent: Extent) -> int:
    return sum(lines[i].word_count for i in range(extent.start, extent.stop) if lines[i].kind is Kind.PROSE)
