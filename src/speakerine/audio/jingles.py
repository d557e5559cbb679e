"""A jingle set: a folder with jingles.toml and the sounds that it names."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from speakerine.audio.loudness import integrated_lufs, step_power
from speakerine.audio.mix import SPEECH_LUFS
from speakerine.audio.pieces import Sound, resampled
from speakerine.errors import AudioError
from speakerine.types import MS_PER_S, Jingle

JINGLE_LUFS = SPEECH_LUFS - 1.5
"""A jingle sits a little under the voice: music of equal loudness seems louder than speech."""
BED_LUFS = SPEECH_LUFS - 8.0
"""The bed before anybody speaks over it; it is ducked under speech."""
BED_SPEECH_AT_MS = 1400
"""How long the bed is heard alone before the first word over it."""
MAX_JINGLE_S = 60


def load_jingles(folder: Path, rate_hz: int) -> dict[Jingle, Sound]:
    """The sounds of a set, mono at `rate_hz`, each at JINGLE_LUFS.

    Raises:
        AudioError: the set, its jingles.toml or one of its sounds is missing or unreadable.
    """
    settings = folder / "jingles.toml"
    try:
        tables = tomllib.loads(settings.read_text("utf-8"))
    except OSError as error:
        raise AudioError(
            f"The jingle set “{folder.name}” has no readable jingles.toml in {folder}: "
            "name another set in [jingles] of show.toml, or use --no-jingles."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise AudioError(f"{settings} is not valid TOML: {error}.") from error
    return {kind: _load(folder, kind, tables[kind], rate_hz) for kind in Jingle if kind in tables}


def _load(folder: Path, kind: Jingle, table: dict[str, Any], rate_hz: int) -> Sound:
    path = folder / str(table.get("file", f"{kind}.flac"))
    try:
        frames, file_hz = soundfile.read(path, frames=-1, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise AudioError(
            f"The jingle {path} is missing or is no sound that can be read: "
            "put a FLAC, WAV or MP3 there, or use --no-jingles."
        ) from error
    if not MAX_JINGLE_S * file_hz >= len(frames) > 0:
        raise AudioError(f"The jingle {path} must last between 0 and {MAX_JINGLE_S} s.")
    mono = resampled(np.ascontiguousarray(frames.mean(axis=1)), file_hz, rate_hz)
    loudness_lufs = integrated_lufs(step_power([mono], rate_hz))
    wanted_lufs = BED_LUFS if kind is Jingle.BED else JINGLE_LUFS
    samples = (mono * 10 ** ((wanted_lufs - loudness_lufs) / 20)).astype(np.float32)
    lead_in = int(table.get("lead_in_ms", 0)) * rate_hz // MS_PER_S
    default_ms = BED_SPEECH_AT_MS if kind is Jingle.BED else len(samples) * MS_PER_S // rate_hz
    speech_at = int(table.get("speech_at_ms", default_ms)) * rate_hz // MS_PER_S
    return Sound(samples, min(lead_in, len(samples)), min(speech_at, len(samples)))
