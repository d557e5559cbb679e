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
    most = 0
    for begin, end in _pieces(lines):
        found = _densest(lines, begin, end)
        if found is None:
            continue
        found = until_collapse(lines, found)
        count = _prose_words(lines, found)
        if best is None or count > 2 * most:
            best, most = found, count
        if most >= _ENOUGH_PROSE_WORDS:
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
    ends = [i for i in range(extent.start + 1, extent.stop) if _may_end(lines[i])]
    if not ends:
        return extent
    press = _is_press_release(lines)
    whole = _prose_words(lines, extent)
    cut: int | None = None
    below, counted = _Below(), extent.stop
    for index in reversed(ends):
        for line in lines[index + 1 : counted]:
            below.add(line)
        counted = index + 1
        about = lines[index].kind is Kind.SHORT
        limit = _COLLAPSED_ABOUT if about and press else 0 if about else _COLLAPSED
        links = lines[index].kind is Kind.END and (below.are_teasers() or below.is_one_teaser(whole))
        if links or below.prose_words <= limit * (whole - below.prose_words):
            cut = index
    return extent if cut is None else Extent(extent.start, _last_readable(lines, extent.start, cut))


@dataclass(slots=True)
class _Below:
    """What stands below a line that could end the article, counted as it grows upwards."""

    prose: int = 0
    prose_words: int = 0
    headlines: int = 0

    def add(self, line: Line) -> None:
        if line.kind is Kind.PROSE:
            self.prose += 1
            self.prose_words += line.word_count
        elif line.kind in {Kind.SHORT, Kind.DATE, Kind.INTERFACE}:
            self.headlines += not ends_sentence(line.text)

    def is_one_teaser(self, whole_words: int) -> bool:
        """Whether it is one paragraph alone, and no more than what stands above it."""
        return self.prose == 1 and 2 * self.prose_words <= whole_words

    def are_teasers(self) -> bool:
        """Whether they go on as links do: a headline, a line of text, a headline, a line of text."""
        return 0 < self.prose < self.headlines and self.headlines >= _FEWEST_TEASERS


def _may_end(line: Line) -> bool:
    """Whether `line` could head what follows an article."""
    if line.kind is Kind.SHORT:
        return line.text[:1] in {"À", "A", "à", "a"} and bool(_ABOUT.match(fold(line.text[:120])))
    return line.kind is Kind.END or line.kind is Kind.DISCUSSION


def _is_press_release(lines: Sequence[Line]) -> bool:
    return bool(_PRESS.search(fold("\n".join(line.text[:200] for line in lines))))


def _last_readable(lines: Sequence[Line], start: int, stop: int) -> int:
    while stop > start + 1 and not _closes(lines[stop - 1]):
        stop -= 1
    return stop


def _closes(line: Line) -> bool:
    return line.kind in {Kind.PROSE, Kind.SENTENCE, Kind.ITEM}


def _prose_words(lines: Sequence[Line], extent: Extent) -> int:
    return sum(lines[i].word_count for i in range(extent.start, extent.stop) if lines[i].kind is Kind.PROSE)
