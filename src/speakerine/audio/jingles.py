"""A jingle set: a folder with jingles.toml and the sounds that it names."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from speakerine.audio.loudness import SILENCE_LUFS, integrated_lufs, step_power
from speakerine.audio.mix import SPEECH_LUFS
from speakerine.audio.pieces import Sound, resampled
from speakerine.audio.samples import Samples, channels_of, mono
from speakerine.errors import AudioError
from speakerine.types import MS_PER_S, Jingle

JINGLE_LUFS = SPEECH_LUFS - 1.5
"""A jingle sits a little under the voice: music of equal loudness seems louder than speech."""
BED_LUFS = SPEECH_LUFS - 8.0
"""The bed before anybody speaks over it; it is ducked under speech."""
BED_SPEECH_AT_MS = 1400
"""How long the bed is heard alone before the first word over it."""
MAX_JINGLE_S = 60
STEREO = 2
STEREO_FLOOR_DB = -60.0
"""Channels that differ by no more than this under the loudest sample are one sound."""


def load_jingles(
    folder: Path, rate_hz: int, max_channels: int = 2, wanted: Collection[Jingle] = tuple(Jingle)
) -> dict[Jingle, Sound]:
    """Those sounds of a set that are wanted, at `rate_hz`; stereo where their files are.

    Each is at JINGLE_LUFS beside speech.

    Raises:
        AudioError: the set, its jingles.toml or one of its sounds is missing or cannot be used.
    """
    settings = folder / "jingles.toml"
    tables = _read(settings)
    named = {kind: tables[kind] for kind in wanted if kind in tables}
    for kind, table in named.items():
        if not isinstance(table, dict):
            raise AudioError(f"{kind} in {settings} must be a table: write [{kind}] on a line of its own.")
    return {kind: _load(settings, kind, table, rate_hz, max_channels) for kind, table in named.items()}


def _read(settings: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(settings.read_text("utf-8"))
    except OSError as error:
        raise AudioError(
            f"The jingle set “{settings.parent.name}” has no readable jingles.toml in {settings.parent}: "
            "name another set in [jingles] of show.toml, or use --no-jingles."
        ) from error
    except ValueError as error:  # no UTF-8, or no TOML
        raise AudioError(f"{settings} is not valid TOML: {error}. Mend it, or use --no-jingles.") from error


def _load(settings: Path, kind: Jingle, table: dict[str, Any], rate_hz: int, max_channels: int) -> Sound:
    path = settings.parent / str(table.get("file", f"{kind}.flac"))
    frames, file_hz = _heard(path)
    samples = resampled(frames if max_channels > 1 and _is_stereo(frames) else mono(frames), file_hz, rate_hz)
    samples = _levelled(samples, rate_hz, BED_LUFS if kind is Jingle.BED else JINGLE_LUFS, path)
    default_ms = BED_SPEECH_AT_MS if kind is Jingle.BED else len(samples) * MS_PER_S // rate_hz

    def place(key: str, otherwise_ms: int) -> int:
        at_ms = table.get(key, otherwise_ms)
        if isinstance(at_ms, bool) or not isinstance(at_ms, int) or at_ms < 0:
            raise AudioError(f"{key} of [{kind}] in {settings} is {at_ms!r}: write milliseconds, 0 or more.")
        return min(at_ms * rate_hz // MS_PER_S, len(samples))

    return Sound(samples, place("lead_in_ms", 0), place("speech_at_ms", default_ms))


def _heard(path: Path) -> tuple[Samples, int]:
    """The sound of the file, shape (n, channels), and its rate in Hz."""
    try:
        frames, file_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise AudioError(
            f"The jingle {path} is missing or is no sound that can be read: "
            "put a FLAC, WAV or MP3 there, or use --no-jingles."
        ) from error
    if not MAX_JINGLE_S * file_hz >= len(frames) > 0:
        raise AudioError(f"The jingle {path} must last between 0 and {MAX_JINGLE_S} s.")
    return frames, file_hz


def _is_stereo(frames: Samples) -> bool:
    """Whether there are two channels that differ so much that one hears it."""
    if channels_of(frames) != STEREO:
        return False
    difference, whole = np.abs(frames[:, 0] - frames[:, 1]).max(), np.abs(frames).max()
    return bool(difference > whole * 10 ** (STEREO_FLOOR_DB / 20))


def _levelled(samples: Samples, rate_hz: int, wanted_lufs: float, path: Path) -> Samples:
    """The sound at that loudness in the middle: speech too is as loud in stereo as both its channels."""
    loudness_lufs = integrated_lufs(step_power([samples], rate_hz))
    if loudness_lufs <= SILENCE_LUFS:
        raise AudioError(f"The jingle {path} is silent: put another sound there, or use --no-jingles.")
    both_db = 10 * np.log10(channels_of(samples))
    gain = np.float32(10 ** ((wanted_lufs + both_db - loudness_lufs) / 20))
    return samples * gain
