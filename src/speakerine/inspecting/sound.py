"""An episode's MP3, held against its record and against what the show wants of its sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speakerine.errors import AudioError
from speakerine.inspecting.figures import exact_clock, level, signed
from speakerine.inspecting.files import AGAIN
from speakerine.inspecting.findings import Finding, error, warning
from speakerine.inspecting.info_header import info_duration_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speakerine.audio.overview import Overview
    from speakerine.settings import Mastering
    from speakerine.types import Episode

TOLERANCE_LU = 0.3
TOLERANCE_MS = 50
MAX_BYTES = 200_000_000
"""Source: Apple Podcasts, hosting requirements: larger files are not always fetched."""
RATES_HZ = (44_100, 48_000)
MIME_TYPE = "audio/mpeg"


def listen(folder: Path, episode: Episode, columns: int) -> tuple[Overview | None, list[Finding]]:
    """What is heard in the MP3, drawn into so many columns, or None; and why it could not be heard."""
    from speakerine.audio.overview import overview

    mp3 = folder / episode.enclosure.path
    if not mp3.is_file():
        missing = f"{mp3.name} is missing"
        return None, [
            error("mp3", folder.name, missing, f"{AGAIN}, or take its folder away and run speakerine feed")
        ]
    try:
        return overview(mp3, columns), []
    except AudioError:
        return None, [error("mp3", folder.name, f"{mp3.name} is no sound that can be read", AGAIN)]


def inspect_sound(folder: Path, episode: Episode, heard: Overview, wanted: Mastering) -> Iterator[Finding]:
    """What is wrong with an MP3 that could be heard."""
    yield from _file(folder, episode, heard)
    yield from _durations(folder, episode, heard)
    yield from _levels(folder.name, heard, wanted)


def _file(folder: Path, episode: Episode, heard: Overview) -> Iterator[Finding]:
    where, said = folder.name, episode.enclosure
    size = (folder / said.path).stat().st_size
    if size != said.length_bytes:
        what = f"{said.path} has {size} bytes, and its record says {said.length_bytes}"
        yield error("length", where, what, AGAIN)
    if said.mime_type != MIME_TYPE:
        yield error("type", where, f"its record says {said.mime_type}, and it is {MIME_TYPE}", AGAIN)
    if size > MAX_BYTES:
        what = f"its MP3 has {size / 1e6:.0f} MB, and some apps fetch 200 MB at most"
        yield warning(
            "size", where, what, "set a lower bitrate_kbps in [audio] of show.toml, or cut it in two"
        )
    if heard.sample_rate_hz not in RATES_HZ:
        what = f"its MP3 is at {heard.sample_rate_hz} Hz, and directories want 44100 or 48000"
        yield warning("rate", where, what, "set sample_rate_hz in [audio] of show.toml, and make it again")


def _durations(folder: Path, episode: Episode, heard: Overview) -> Iterator[Finding]:
    where, lasts = folder.name, exact_clock(heard.duration_ms)
    said_ms = episode.enclosure.duration_ms
    if abs(said_ms - heard.duration_ms) > TOLERANCE_MS:
        what = f"its MP3 lasts {lasts}, and its record says {exact_clock(said_ms)}"
        yield error("duration", where, what, AGAIN)
    header_ms = info_duration_ms(folder / episode.enclosure.path)
    if header_ms is None:
        what = "its MP3 has no Info header, so that players guess how long it lasts"
        yield error("header", where, what, AGAIN)
    elif abs(header_ms - heard.duration_ms) > TOLERANCE_MS:
        what = f"its MP3 lasts {lasts}, and its Info header says {exact_clock(header_ms)}"
        yield error("header", where, what, AGAIN)


def _levels(where: str, heard: Overview, wanted: Mastering) -> Iterator[Finding]:
    loudness = heard.loudness
    if abs(loudness.integrated_lufs - wanted.loudness_lufs) > TOLERANCE_LU:
        what = (
            f"it measures {level(loudness.integrated_lufs, 'LUFS')}, "
            f"and {signed(wanted.loudness_lufs)} ± {TOLERANCE_LU} is wanted"
        )
        yield error("loudness", where, what, AGAIN)
    if round(loudness.true_peak_dbtp, 2) > wanted.true_peak_dbtp:
        what = (
            f"its true peak is {level(loudness.true_peak_dbtp, 'dBTP')}, "
            f"and {signed(wanted.true_peak_dbtp)} at most is wanted"
        )
        yield error("true peak", where, what, AGAIN)
