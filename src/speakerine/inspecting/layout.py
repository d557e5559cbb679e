"""Where things stand on the picture of an episode, and in which colours."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from speakerine.inspecting.sheet import FINENESS
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH_PX, HEIGHT_PX = 1600, 900
MARGIN_PX = 64
COLUMNS = (WIDTH_PX - 2 * MARGIN_PX) * FINENESS
"""Columns of the waveform: as many as the sheet has points between its margins."""

GROUND, PANEL, GRID = "#fbf8f2", "#f2ecdf", "#ded5c4"
INK, MUTED = "#1e1b2e", "#756f68"
BAND = "#d5e9d3"
MUSIC = "#dda63c"
SPEAKERS = ("#4a78cf", "#d9623d", "#2a9d84", "#9160b5", "#c2457e", "#6f8a2f")
"""Told apart by eyes of every kind for the first three, which is more than most shows have."""

MAX_TICKS = 12
_TICKS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)


def colours_of(speakers: Sequence[str]) -> dict[str, str]:
    """The colour of each speaker, in the order in which they are heard."""
    return {speaker: SPEAKERS[at % len(SPEAKERS)] for at, speaker in enumerate(speakers)}


@dataclass(frozen=True, slots=True)
class Panel:
    """The part of the picture where time goes from left to right."""

    top_px: int
    bottom_px: int
    duration_ms: int
    left_px: int = MARGIN_PX
    right_px: int = WIDTH_PX - MARGIN_PX

    def x(self, ms: float) -> float:
        """Where a moment is, in pixels."""
        return self.left_px + (self.right_px - self.left_px) * ms / max(1, self.duration_ms)

    def ticks_ms(self) -> list[int]:
        """The moments that the time axis names: round ones, at most MAX_TICKS."""
        fits = (step for step in _TICKS_S if self.duration_ms <= step * MS_PER_S * MAX_TICKS)
        hours = (hours * _TICKS_S[-1] for hours in count(2))
        longer = (step for step in hours if self.duration_ms <= step * MS_PER_S * MAX_TICKS)
        step_ms = next(fits, None) or next(longer)
        return list(range(0, self.duration_ms + 1, step_ms * MS_PER_S))
