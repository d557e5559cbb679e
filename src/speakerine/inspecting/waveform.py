"""The waveform in the colours of who speaks, the loudness over it, and the time under it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np

from speakerine.inspecting.figures import MINUS, clock
from speakerine.inspecting.layout import BAND, COLUMNS, GRID, GROUND, INK, MUSIC, MUTED, PANEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speakerine.audio.overview import Overview
    from speakerine.inspecting.layout import Panel
    from speakerine.inspecting.sheet import Sheet
    from speakerine.types import Episode

LOUDEST_LUFS, SOFTEST_LUFS = -4.0, -40.0
GRID_LUFS = (-10, -20, -30)
BAND_LU = 2.0
"""Speech that keeps within this of the target over 3 s asks for no hand on the volume."""
PAUSE_MS = 1500
"""A longer silence of the speakers is music, or none of theirs."""
QUIETEST_FULL = 0.1
"""The waveform fills the panel's height, unless it is softer than this part of full scale."""
_PART_OF_HALF = 0.94
_HOUR_MS = 3_600_000
_LINE_PX, _HALO_PX = 2.0, 5.0


@dataclass(frozen=True, slots=True)
class Sounding:
    """What is heard, who says it, and in which colour each speaker is drawn."""

    heard: Overview
    episode: Episode
    colours: Mapping[str, str]


def draw_waveform(sheet: Sheet, panel: Panel, sounding: Sounding, target_lufs: float) -> None:
    """Draw the panel, what is in it, and the axis under it."""
    _ground(sheet, panel, target_lufs)
    _wave(sheet, panel, sounding.heard, column_colours(sounding))
    _band_edges(sheet, panel, target_lufs)
    _loudness(sheet, panel, sounding.heard)
    _axis(sheet, panel)


def column_colours(sounding: Sounding) -> list[str]:
    """The colour of each column: the speaker's, through short pauses too; else that of music."""
    cues, duration_ms = sounding.episode.cues, max(1, sounding.heard.duration_ms)
    found = [MUSIC] * COLUMNS
    for cue, after in zip_longest(cues, cues[1:]):
        ends_ms = after.start_ms if after and after.start_ms - cue.end_ms <= PAUSE_MS else cue.end_ms
        first, last = (
            min(COLUMNS, max(0, round(ms * COLUMNS / duration_ms))) for ms in (cue.start_ms, ends_ms)
        )
        found[first:last] = [sounding.colours[cue.speaker]] * max(0, last - first)
    return found


def _y(panel: Panel, lufs: float) -> float:
    part = (LOUDEST_LUFS - min(max(lufs, SOFTEST_LUFS), LOUDEST_LUFS)) / (LOUDEST_LUFS - SOFTEST_LUFS)
    return panel.top_px + part * (panel.bottom_px - panel.top_px)


def _ground(sheet: Sheet, panel: Panel, target_lufs: float) -> None:
    sheet.box((panel.left_px, panel.top_px, panel.right_px, panel.bottom_px), PANEL)
    top, bottom = _y(panel, target_lufs + BAND_LU), _y(panel, target_lufs - BAND_LU)
    sheet.box((panel.left_px, top, panel.right_px, bottom), BAND)
    for lufs in GRID_LUFS:
        y = _y(panel, lufs)
        sheet.line([(panel.left_px, y), (panel.right_px, y)], GRID)
        sheet.text((panel.left_px - 10, y), f"{MINUS}{-lufs}", 15, MUTED, anchor="rm")
    sheet.text((panel.left_px - 10, panel.top_px), "LUFS", 14, MUTED, anchor="rm")


def _wave(sheet: Sheet, panel: Panel, heard: Overview, colours: list[str]) -> None:
    middle = (panel.top_px + panel.bottom_px) / 2
    half = (panel.bottom_px - panel.top_px) / 2 * _PART_OF_HALF
    half /= max(QUIETEST_FULL, float(heard.high.max()), -float(heard.low.min()))
    step = (panel.right_px - panel.left_px) / COLUMNS
    for column, colour in enumerate(colours):
        low, high = float(heard.low[column]), float(heard.high[column])
        x = panel.left_px + column * step
        sheet.hair(x, middle - max(0.0, high) * half, middle - min(0.0, low) * half, colour)


def _band_edges(sheet: Sheet, panel: Panel, target_lufs: float) -> None:
    """Draw the band's edges over the waveform, which hides it where somebody speaks."""
    for lufs in (target_lufs + BAND_LU, target_lufs - BAND_LU):
        y = _y(panel, lufs)
        sheet.line([(panel.left_px, y), (panel.right_px, y)], BAND)


def _loudness(sheet: Sheet, panel: Panel, heard: Overview) -> None:
    """Draw the loudness of the 3 s around each moment, ringed so that it stands out from the waveform."""
    step = (panel.right_px - panel.left_px) / COLUMNS
    points = [
        (panel.left_px + (int(column) + 0.5) * step, _y(panel, float(heard.short_term_lufs[column])))
        for column in np.flatnonzero(~np.isnan(heard.short_term_lufs))
    ]
    for width_px, colour in ((_HALO_PX, GROUND), (_LINE_PX, INK)):
        sheet.line(points, colour, width_px)


def _axis(sheet: Sheet, panel: Panel) -> None:
    sheet.line([(panel.left_px, panel.bottom_px), (panel.right_px, panel.bottom_px)], INK)
    hours = panel.duration_ms >= _HOUR_MS
    for ms in panel.ticks_ms():
        x = panel.x(ms)
        sheet.line([(x, panel.bottom_px), (x, panel.bottom_px + 7)], INK)
        sheet.text((x, panel.bottom_px + 26), clock(ms, hours=hours), 16, MUTED, anchor="ms")
