"""Where in an article each thing said is written: two lists of texts in one order.

White space counts for nothing. Whole paragraphs are looked for first, from the last to the first: an
edition says its titles twice, in the headlines and before each article, and it is before its article that
a title is at its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TAIL = 4
"""Last characters by which a paragraph's last words are looked up."""
_TRIES = 50
_AHEAD = 8
_REACH = 4000
"""Ends, paragraphs and characters looked at for one text, at most: the time stays linear."""
_SURE = 8
"""Characters from which a text found in the middle of a paragraph is no accident."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a paragraph: where it begins and ends there, white space not counted."""

    paragraph: int
    start: int
    end: int


def squeeze(text: str) -> str:
    """Return the text without its white space."""
    return "".join(text.split())


def align(written: Sequence[str], said: Sequence[str]) -> list[Place | None]:
    """Return the place of each text said among the paragraphs written, or None; places ascend.

    All texts are squeezed, and none said is empty.
    """
    whole = _whole(written, said)
    places: list[Place | None] = [None] * len(said)
    for paragraph, run in whole.items():
        start = 0
        for at in run:
            places[at] = Place(paragraph, start, start + len(said[at]))
            start += len(said[at])
    for paragraphs, texts in _between(whole, len(written), len(said)):
        for at, place in _in_part(written, said, paragraphs, texts):
            places[at] = place
    return places


def _whole(written: Sequence[str], said: Sequence[str]) -> dict[int, range]:
    """Return the paragraphs, last to first, that texts in a row spell to the letter, and which texts."""
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(said):
        ends[text[-_TAIL:]].append(at + 1)
    found: dict[int, range] = {}
    limit = len(said)
    for paragraph in reversed(range(len(written))):
        text = written[paragraph]
        known = ends.get(text[-_TAIL:], [])
        upto = bisect_right(known, limit)
        for end in (limit, *reversed(known[max(0, upto - _TRIES) : upto])):
            start = _run_start(text, said, end)
            if start < end:
                found[paragraph] = range(start, end)
                limit = start
                break
    return found


def _run_start(text: str, said: Sequence[str], end: int) -> int:
    """Return where the texts begin that spell this one and stop at `end`; `end` if none do."""
    at, left = end, len(text)
    while left and at and text.endswith(said[at - 1], 0, left):
        at -= 1
        left -= len(said[at])
    return end if left else at


def _between(whole: Mapping[int, range], paragraphs: int, texts: int) -> Iterator[tuple[range, range]]:
    """Yield the paragraphs in a row that are not whole, with the texts said meanwhile."""
    paragraph = at = 0
    for found, run in [*sorted(whole.items()), (paragraphs, range(texts, texts))]:
        if paragraph < found and at < run.start:
            yield range(paragraph, found), range(at, run.start)
        paragraph, at = found + 1, run.stop


def _in_part(
    written: Sequence[str], said: Sequence[str], paragraphs: range, texts: range
) -> Iterator[tuple[int, Place]]:
    """Yield the texts that stand in those paragraphs, in order."""
    current, start = paragraphs.start, 0
    for at in texts:
        for paragraph in paragraphs[current - paragraphs.start :][:_AHEAD]:
            opens = start if paragraph == current else 0
            found = written[paragraph].find(said[at], opens, opens + _REACH + len(said[at]))
            if found == opens or (found > opens and len(said[at]) >= _SURE):
                current, start = paragraph, found + len(said[at])
                yield at, Place(paragraph, found, start)
                break
