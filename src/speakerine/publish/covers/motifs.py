"""Drawings of sound for covers: the show decides which, the title decides how.

Each draws on a mask: 255 is the palette's spark, 0 its ground, what lies between a tint of both.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.ImageDraw import ImageDraw

_FULL = 255
_BARS = 25
_BAR_WIDTH = 0.58
"""The part of its place that each bar takes."""

_COLUMNS = 20
_STRINGS = 7
_STEPS = 120
_PLACES = tuple(step / _STEPS for step in range(_STEPS + 1))
"""From one edge to the other, as parts of the width."""

_HILL_TINTS = (70, 120, 180, 255)


def bars(draw: ImageDraw, width: int, height: int, dice: bytes) -> None:
    """Draw the bars of a sound wave from edge to edge, its crest where the dice say."""
    pitch, crest = width / _BARS, 0.3 + 0.4 * _part(dice, 1)
    room, middle, half = height * 0.86, height * 0.46, width / _BARS * _BAR_WIDTH / 2
    for index in range(_BARS):
        grain = 0.3 + 0.7 * _part(dice, 2 + index)
        reach = half + room * 0.48 * _bell((index + 0.5) / _BARS, crest, 0.27) * grain
        x = pitch * (index + 0.5)
        draw.rounded_rectangle((x - half, middle - reach, x + half, middle + reach), half, fill=_FULL)


def ripples(draw: ImageDraw, width: int, height: int, dice: bytes) -> None:
    """Draw rings that widen from a place on the lower edge."""
    x = width * (0.2 + 0.6 * _part(dice, 1))
    rings = 5 + dice[2] % 3
    pitch = height / (rings + 0.3)
    for index in range(rings, 1, -1):
        radius = pitch * index
        stroke = pitch * (0.3 + 0.4 * _part(dice, 3 + index))
        tint = _FULL - round(150 * (index - 1) / rings)
        box = (x - radius, height - radius, x + radius, height + radius)
        draw.arc(box, 180, 360, fill=tint, width=round(stroke))
    core = pitch * 0.9
    draw.ellipse((x - core, height - core, x + core, height + core), fill=_FULL)


def dots(draw: ImageDraw, width: int, height: int, dice: bytes) -> None:
    """Draw a grid of dots, large where a wave passes."""
    pitch = width / _COLUMNS
    rows = max(1, round(height * 0.9 / pitch))
    turns, start, lean = 0.7 + 1.1 * _part(dice, 1), math.tau * _part(dice, 2), 0.22 + 0.16 * _part(dice, 3)
    for column in range(_COLUMNS):
        crest = 0.5 + lean * math.sin(start + math.tau * turns * column / _COLUMNS)
        for row in range(rows):
            near = _bell((row + 0.5) / rows, crest, 0.3)
            radius = pitch * (0.05 + 0.4 * near)
            x, y = pitch * (column + 0.5), pitch * (row + 0.5)
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_FULL)


def strings(draw: ImageDraw, width: int, height: int, dice: bytes) -> None:
    """Draw strings that sound: still at the edges, swinging where the dice say."""
    crest, turns = 0.3 + 0.4 * _part(dice, 1), 2 + 1.5 * _part(dice, 2)
    side = (-1) ** dice[3]
    for index in range(_STRINGS):
        swing = side * height * 0.42 * (1 - 2 * index / (_STRINGS - 1))
        thick = width * 0.0055
        tint = 110 + 145 * index // (_STRINGS - 1)
        line = [(place * width, height * 0.46 + swing * _swing(place, crest, turns)) for place in _PLACES]
        below = [(x, y + thick) for x, y in reversed(line)]
        draw.polygon([(x, y - thick) for x, y in line] + below, fill=tint)


def _swing(place: float, crest: float, turns: float) -> float:
    return _bell(place, crest, 0.3) * math.cos(math.tau * turns * (place - crest))


def hills(draw: ImageDraw, width: int, height: int, dice: bytes) -> None:
    """Draw ranges of hills, one before the other, down to the lower edge."""
    for index, tint in enumerate(_HILL_TINTS):
        turns, start = 0.6 + 0.8 * _part(dice, 1 + index), math.tau * _part(dice, 6 + index)
        foot, swing = height * (0.3 + 0.19 * index), height * 0.15
        ridge = [(place * width, foot + swing * _rise(place, turns, start)) for place in _PLACES]
        draw.polygon([(0, height), *ridge, (width, height)], fill=tint)


def _rise(place: float, turns: float, start: float) -> float:
    angle = math.tau * turns * place
    return math.sin(start + angle) + 0.35 * math.sin(2.7 * start + 2.3 * angle)


MOTIFS: tuple[Callable[[ImageDraw, int, int, bytes], None], ...] = (bars, ripples, dots, strings, hills)


def motif_for(dice: bytes) -> Callable[[ImageDraw, int, int, bytes], None]:
    """Return the drawing of the show whose dice these are, always the same."""
    return MOTIFS[dice[-1] % len(MOTIFS)]


def _part(dice: bytes, at: int) -> float:
    """Return one of the dice, 0 to 1."""
    return dice[at] / 255


def _bell(place: float, crest: float, spread: float) -> float:
    """Return 1 at the crest, less and less on both sides."""
    return math.exp(-(((place - crest) / spread) ** 2))
