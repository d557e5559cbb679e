"""One picture of an episode: who speaks when, how loud it is, and where its chapters begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.inspecting.figures import MINUS, clock, level
from speakerine.inspecting.layout import (
    BAND,
    GRID,
    GROUND,
    HEIGHT_PX,
    INK,
    MARGIN_PX,
    MUSIC,
    MUTED,
    WIDTH_PX,
    Panel,
    colours_of,
)
from speakerine.inspecting.sheet import MAX_CHARS, Sheet, text_fits
from speakerine.inspecting.waveform import BAND_LU, Sounding, draw_waveform
from speakerine.publish.chapters import order_chapters
from speakerine.publish.covers.lettering import set_title, text_width
from speakerine.publish.plain import cut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speakerine.audio.overview import Overview
    from speakerine.inspecting.measures import Measures
    from speakerine.settings import Show
    from speakerine.types import Chapter, Episode

TITLE_SIZES_PX = tuple(range(64, 27, -2))
FIGURES_Y, LEGEND_Y, PANEL_TOP = 206, 262, 322
PANEL_BOTTOM, LONE_PANEL_BOTTOM = 608, 820
"""The panel goes further down where there are no chapters to name under it."""
CHAPTERS_Y, CHAPTER_LINE_PX, CHAPTER_LINES = 690, 32, 6
WIDE_COLUMNS, MAX_COLUMNS = 2, 3
FLAG_PX = 11
SWATCH_PX, LEGEND_GAP_PX = 18, 28


@dataclass(frozen=True, slots=True)
class Subject:
    """What is drawn: an episode, its sound, its measures, and its show."""

    episode: Episode
    heard: Overview
    measures: Measures
    show: Show


def draw_picture(subject: Subject) -> bytes:
    """The picture, as a PNG of 1600 × 900 pixels."""
    sheet = Sheet(WIDTH_PX, HEIGHT_PX, GROUND)
    colours = colours_of([part.speaker for part in subject.measures.parts])
    chapters = order_chapters(subject.episode)
    bottom = PANEL_BOTTOM if chapters else LONE_PANEL_BOTTOM
    panel = Panel(PANEL_TOP, bottom, subject.heard.duration_ms)
    target_lufs = subject.show.mastering.loudness_lufs
    _heading(sheet, subject)
    _figures(sheet, subject)
    _line_legend(sheet, target_lufs)
    _legend(sheet, subject.measures, colours)
    draw_waveform(sheet, panel, Sounding(subject.heard, subject.episode, colours), target_lufs)
    _flags(sheet, panel, chapters)
    _list(sheet, chapters)
    return sheet.png()


def _heading(sheet: Sheet, subject: Subject) -> None:
    episode = subject.episode
    line = f"{subject.show.title} · {episode.published:%Y-%m-%d}"
    room = WIDTH_PX - 2 * MARGIN_PX
    sheet.text((MARGIN_PX, 56), text_fits(line, 18, room), 18, MUTED)
    title = cut(episode.title, MAX_CHARS)
    setting = set_title(title, width_px=room, height_px=84, sizes_px=TITLE_SIZES_PX)
    baseline = 62 + setting.size_px
    for title_line in setting.lines:
        sheet.text((MARGIN_PX, baseline), title_line, setting.size_px, INK, weight="ExtraBold")
        baseline += setting.leading_px


def _figures(sheet: Sheet, subject: Subject) -> None:
    """Write the measures in a row, each over what it is."""
    found = subject.measures
    x: float = MARGIN_PX
    for value, name in (
        (clock(found.duration_ms), "duration"),
        (level(found.integrated_lufs, "LUFS"), "integrated loudness"),
        (level(found.true_peak_dbtp, "dBTP"), "true peak"),
        (level(found.loudness_range_lu, "LU"), "loudness range"),
        (f"{found.words_per_minute:.0f}", "words a minute"),
        (f"{subject.episode.word_count}", "words"),
    ):
        width = sheet.text((x, FIGURES_Y), value, 28, INK, weight="ExtraBold")
        below = sheet.text((x, FIGURES_Y + 22), name, 15, MUTED)
        x += max(width, below) + 48


def _legend(sheet: Sheet, found: Measures, colours: Mapping[str, str]) -> None:
    """Name the colours, and how much of the episode is each."""
    spoken_ms = sum(part.duration_ms for part in found.parts)
    rest_ms = max(0, found.duration_ms - spoken_ms)
    parts = [(part.speaker or "speech", part.duration_ms, colours[part.speaker]) for part in found.parts]
    parts.append(("music and pauses", rest_ms, MUSIC))
    room = (WIDTH_PX - 2 * MARGIN_PX) / len(parts) - 2 * SWATCH_PX - LEGEND_GAP_PX
    x: float = MARGIN_PX
    for name, duration_ms, colour in parts:
        share = f"  {duration_ms / max(1, found.duration_ms):.0%}"
        label = text_fits(name, 17, room - text_width(share, 17, "Medium")) + share
        x += _swatch(sheet, x, LEGEND_Y, colour, label) + LEGEND_GAP_PX


def _line_legend(sheet: Sheet, target_lufs: float) -> None:
    """Say, at the right of the measures, what the line and the band are."""
    line, band = "loudness over 3 s", f"target {target_lufs:g} ± {BAND_LU:g} LU".replace("-", MINUS)
    left = WIDTH_PX - MARGIN_PX - text_width(line + band, 17, "Medium") - 4 * SWATCH_PX - LEGEND_GAP_PX
    y = FIGURES_Y + 16
    sheet.line([(left, y), (left + SWATCH_PX * 1.5, y)], INK, 2.5)
    x: float = left + 2 * SWATCH_PX
    x += sheet.text((x, y), line, 17, INK, anchor="lm") + LEGEND_GAP_PX
    _swatch(sheet, x, y, BAND, band)


def _swatch(sheet: Sheet, x: float, y: float, colour: str, name: str) -> float:
    """Draw a colour and its name, and return their width."""
    half = SWATCH_PX / 2
    sheet.box((x, y - half, x + SWATCH_PX, y + half), colour, radius=4)
    return SWATCH_PX * 1.5 + sheet.text((x + SWATCH_PX * 1.5, y), name, 17, INK, anchor="lm")


def _flags(sheet: Sheet, panel: Panel, chapters: Sequence[Chapter]) -> None:
    """Plant each chapter's number where it begins; where they are too close, a mark alone."""
    free_from = 0.0
    for number, chapter in enumerate(chapters, start=1):
        x = panel.x(chapter.start_ms)
        sheet.line([(x, panel.top_px - 6), (x, panel.bottom_px)], INK, 1)
        if x - FLAG_PX >= free_from:
            _flag(sheet, (x, panel.top_px - 6 - FLAG_PX), number)
            free_from = x + FLAG_PX + 2


def _flag(sheet: Sheet, at: tuple[float, float], number: int) -> None:
    sheet.disc(at, FLAG_PX, INK)
    sheet.text(at, str(number), 14, GROUND, weight="ExtraBold", anchor="mm")


def _list(sheet: Sheet, chapters: Sequence[Chapter]) -> None:
    """Name the chapters under the panel, down and then across, and say how many more there are."""
    columns = WIDE_COLUMNS if len(chapters) <= WIDE_COLUMNS * CHAPTER_LINES else MAX_COLUMNS
    places = columns * CHAPTER_LINES
    shown = chapters if len(chapters) <= places else chapters[: places - 1]
    width = (WIDTH_PX - 2 * MARGIN_PX) / columns
    if chapters:
        sheet.line([(MARGIN_PX, CHAPTERS_Y - 30), (WIDTH_PX - MARGIN_PX, CHAPTERS_Y - 30)], GRID)
    for at, chapter in enumerate(shown):
        x, y = MARGIN_PX + at // CHAPTER_LINES * width, CHAPTERS_Y + at % CHAPTER_LINES * CHAPTER_LINE_PX
        _flag(sheet, (x + FLAG_PX, y), at + 1)
        when = clock(chapter.start_ms)
        sheet.text((x + 86, y), when, 17, MUTED, anchor="rm")
        title = text_fits(chapter.title, 18, width - 100 - 24)
        sheet.text((x + 100, y), title, 18, INK, anchor="lm")
    if len(shown) < len(chapters):
        x, y = MARGIN_PX + (columns - 1) * width, CHAPTERS_Y + (CHAPTER_LINES - 1) * CHAPTER_LINE_PX
        sheet.text((x + 100, y), f"and {len(chapters) - len(shown)} more", 18, MUTED, anchor="lm")
