"""Cards: what a screen shows of a transcript at once, two lines evenly filled."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from speakerine.publish.transcripts.cues import unbreakable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LINES = 2
"""Source: Podcasting 2.0 namespace, transcripts: at most two lines."""


@lru_cache(maxsize=1024)
def cards(text: str, width: int, *, opening: str = "", escape: Callable[[str], str] = str) -> tuple[str, ...]:
    """Return the text on as few cards as it takes, `opening` first, no line over `width` characters.

    Lines are as narrow as that allows, so that none is left with one word. `escape` is what is done to
    each word before it is measured. A word that is longer than a line is cut. What a show says in every
    episode is set once.
    """
    pieces: Sequence[str] = unbreakable(text)
    if escape(text) != text or len(max(pieces, key=len, default="")) > width:
        pieces = [piece for word in pieces for piece in _cut(word, width, escape)]
    lengths = [len(piece) for piece in pieces]
    lines = _fill(pieces, _even_width(lengths, width, len(opening)), opening)
    return tuple("\n".join(lines[index : index + LINES]) for index in range(0, len(lines), LINES))


def _cut(word: str, width: int, escape: Callable[[str], str]) -> list[str]:
    """Return the word escaped, in pieces of at most `width` characters."""
    escaped = escape(word)
    if len(escaped) <= width:
        return [escaped]
    ends = [0]
    length = 0
    for at, character in enumerate(word):
        length += len(escape(character))
        if length > width and at > ends[-1]:
            ends.append(at)
            length = len(escape(character))
    return [escape(word[begin:end]) for begin, end in pairwise([*ends, len(word)])]


def _even_width(lengths: Sequence[int], width: int, opening: int) -> int:
    """Return the narrowest width at which words of these lengths need no more cards."""
    count = _card_count(lengths, width, opening)
    too_narrow, enough = max(width // 2, opening - 1, max(lengths, default=0) - 1), width
    while enough - too_narrow > 1:
        middle = (too_narrow + enough) // 2
        if _card_count(lengths, middle, opening) > count:
            too_narrow = middle
        else:
            enough = middle
    return enough


def _card_count(lengths: Sequence[int], width: int, opening: int) -> int:
    lines, used = 1, opening
    for length in lengths:
        longer = used + 1 + length if used else length
        if longer <= width:
            used = longer
        else:
            lines, used = lines + 1, length
    return -(-lines // LINES)


def _fill(pieces: Sequence[str], width: int, opening: str) -> list[str]:
    lines: list[str] = []
    line = opening
    for piece in pieces:
        longer = f"{line} {piece}" if line else piece
        if len(longer) <= width:
            line = longer
        else:
            lines.append(line)
            line = piece
    return [line for line in (*lines, line) if line]
