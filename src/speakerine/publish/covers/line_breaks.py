"""Lines of a title: as even as they can be, none ending badly. Widths are in ems; no font is needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EVENNESS = 4
"""The power that makes one long line cost more than two of the mean."""

_HYPHENED = 1.2
"""How much longer a line counts to which a hyphen is added."""

_LONE_WORD = 1.0
"""What a line of one short word costs, in lines of the mean width."""

_SHORT = 0.5
"""The part of the mean width under which a line is short."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never cut, and its width. `mark` is what is added where a line ends after it.

    `closes` says that a space follows; otherwise the next piece goes on with the same word.
    """

    text: str
    width: float
    closes: bool = True
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines, and the width of the widest. `blemishes` counts added hyphens and short lines of one word."""

    lines: tuple[str, ...]
    width: float
    blemishes: int


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces that stand on one line; `is_hyphened` says that a hyphen was added at its end."""

    text: str
    width: float
    is_hyphened: bool
    is_lone_word: bool


_Reached = dict[int, tuple[float, int, Line]]
"""For each number of pieces laid: what it costs, how many were laid before, and the last line."""


def even_lines(
    pieces: Sequence[Piece], count: int, *, space: float, hyphen: float, widest: float
) -> Block | None:
    """Return the pieces in exactly `count` lines no wider than `widest`, or None where they cannot be so.

    `space` and `hyphen` are the widths of these signs.
    """
    total = len(pieces)
    mean = sum(piece.width + space for piece in pieces) / count
    laid: list[_Reached] = []
    starts: dict[int, float] = {0: 0.0}
    for _ in range(count):
        reached: _Reached = {}
        for start, cost in starts.items():
            for end, line in _lines_from(pieces, start, space, hyphen, widest):
                new_cost = cost + _cost(line, mean)
                if end not in reached or new_cost < reached[end][0]:
                    reached[end] = (new_cost, start, line)
        laid.append(reached)
        starts = {end: cost for end, (cost, _, _) in reached.items()}
    return _block(laid, total) if total in starts else None


def _lines_from(
    pieces: Sequence[Piece], start: int, space: float, hyphen: float, widest: float
) -> Iterator[tuple[int, Line]]:
    """Give the lines that may begin with that piece, each with where it ends."""
    text, width = "", 0.0
    for end in range(start + 1, len(pieces) + 1):
        piece = pieces[end - 1]
        text += piece.text
        width += piece.width
        mark = piece.mark if end < len(pieces) else ""
        full_width = width + hyphen * bool(mark)
        if full_width > widest:
            return
        yield end, Line(text + mark, full_width, bool(mark), end - start == 1)
        text += " " * piece.closes
        width += space * piece.closes


def _cost(line: Line, mean: float) -> float:
    counted = line.width * (_HYPHENED if line.is_hyphened else 1)
    return (counted / mean) ** _EVENNESS + _LONE_WORD * _is_short(line, mean)


def _is_short(line: Line, mean: float) -> bool:
    return line.is_lone_word and line.width < mean * _SHORT


def _block(laid: Sequence[_Reached], total: int) -> Block:
    lines: list[Line] = []
    at = total
    for reached in reversed(laid):
        _, at, line = reached[at]
        lines.insert(0, line)
    width = max(line.width for line in lines)
    blemishes = sum(line.is_hyphened + _is_short(line, width) for line in lines)
    return Block(tuple(line.text for line in lines), width, blemishes)
