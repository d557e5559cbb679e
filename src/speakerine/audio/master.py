"""The last step of the sound: one gain, a limiter where it is needed, MP3, and a measure of what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from speakerine.audio.encode import encode_mp3
from speakerine.audio.limiter import limit
from speakerine.audio.loudness import SILENCE_LUFS, Samples, measure
from speakerine.errors import AudioError
from speakerine.settings import Mastering
from speakerine.types import MS_PER_S, Loudness

TOLERANCE_LU = 0.15
"""The limiter takes a little off a programme with hot peaks: within this, one take is enough."""
ENCODING_HEADROOM_DB = 0.7
"""What MP3 at 96 kbps commonly adds to a true peak; where it adds more, the next take is held lower."""
OVERSHOOT_MARGIN_DB = 0.1
MAX_TAKES = 5
READ_SAMPLES = 1 << 18


@dataclass(frozen=True, slots=True)
class Mastered:
    """What the finished file measures, and how long it is."""

    loudness: Loudness
    duration_ms: int


def master(blocks: Callable[[], Iterator[Samples]], path: Path, wanted: Mastering) -> Mastered:
    """Write the programme to `path` at the wanted loudness; what came out.

    It is an MP3, unless the path ends in .wav.

    `blocks` gives the programme anew at each call, mono, at the wanted rate.

    Raises:
        AudioError: the programme is silent, no take came out as wanted, or the file cannot be written.
    """
    before = measure(blocks(), wanted.sample_rate_hz)
    if before.integrated_lufs <= SILENCE_LUFS:
        raise AudioError("The programme is silent: there is nothing to level. Is the text empty once read?")
    gain_db = wanted.loudness_lufs - before.integrated_lufs
    ceiling_dbtp = wanted.true_peak_dbtp - ENCODING_HEADROOM_DB
    for _ in range(MAX_TAKES):
        samples = _encode(blocks(), path, wanted, gain_db, ceiling_dbtp)
        heard = measure(_decoded(path), wanted.sample_rate_hz)
        miss_lu = wanted.loudness_lufs - heard.integrated_lufs
        over_db = heard.true_peak_dbtp - wanted.true_peak_dbtp
        if abs(miss_lu) <= TOLERANCE_LU and over_db <= 0:
            return Mastered(heard, round(samples * MS_PER_S / wanted.sample_rate_hz))
        gain_db += miss_lu
        if over_db > 0:
            ceiling_dbtp -= over_db + OVERSHOOT_MARGIN_DB
    raise AudioError(
        f"The episode measures {heard.integrated_lufs:.1f} LUFS and {heard.true_peak_dbtp:.1f} dBTP "
        f"after {MAX_TAKES} takes instead of {wanted.loudness_lufs:g} and {wanted.true_peak_dbtp:g}: "
        "set a lower loudness_lufs in [audio] of show.toml."
    )


def _encode(
    blocks: Iterator[Samples], path: Path, wanted: Mastering, gain_db: float, ceiling_dbtp: float
) -> int:
    """One take; the samples of the file."""
    gain = np.float32(10 ** (gain_db / 20))
    louder = (block * gain for block in blocks)
    held = limit(louder, wanted.sample_rate_hz, ceiling_dbtp)
    try:
        if path.suffix.lower() == ".wav":
            return _write_wav(held, path, wanted.sample_rate_hz)
        return encode_mp3(held, path, rate_hz=wanted.sample_rate_hz, bitrate_kbps=wanted.bitrate_kbps)
    except (OSError, soundfile.SoundFileError) as error:
        raise AudioError(f"{path} cannot be written ({error}): choose another place for it.") from error


def _write_wav(blocks: Iterator[Samples], path: Path, rate_hz: int) -> int:
    with soundfile.SoundFile(path, "w", rate_hz, 1, "PCM_16") as file:
        for block in blocks:
            file.write(block)
        return int(file.frames)


def _decoded(path: Path) -> Iterator[Samples]:
    """The MP3 as any player hears it, mono."""
    with soundfile.SoundFile(path) as file:
        while len(block := file.read(READ_SAMPLES, dtype="float32", always_2d=True)):
            yield block.mean(axis=1)
