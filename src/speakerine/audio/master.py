"""The last step of the sound: one gain, a limiter where it is needed, MP3, and a measure of what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from speakerine.audio.encode import BITRATES_KBPS, encode_mp3
from speakerine.audio.limiter import limit
from speakerine.audio.loudness import SILENCE_LUFS, integrated_lufs, measure, step_power
from speakerine.audio.mix import SPEECH_LUFS
from speakerine.audio.samples import Samples, distinct, in_channels
from speakerine.errors import AudioError
from speakerine.settings import Mastering
from speakerine.types import MS_PER_S, Loudness

TOLERANCE_LU = 0.15
"""Nobody hears less; and no meter agrees with another to much less."""
REHEARSED_LU = 0.4
"""Nearer than this, the limiter takes about what it took in the rehearsal, and the take is right."""
MAX_REHEARSALS = 4
ENCODING_HEADROOM_DB = 0.7
"""What MP3 at 96 kbps commonly adds to a true peak; where it adds more, the next take is held lower."""
OVERSHOOT_MARGIN_DB = 0.1
MIN_STEREO_KBPS = 128
"""Source: Apple Podcasts, audio requirements: stereo at 128 kbps at least."""
MAX_TAKES = 5
READ_SAMPLES = 1 << 16


@dataclass(frozen=True, slots=True)
class Mastered:
    """What the finished file measures, and how long it is."""

    loudness: Loudness
    duration_ms: int


Programme = Callable[[int], Iterator[Samples]]
"""Gives a programme as blocks at so many Hz, anew at each call."""


def master(
    programme: Programme, path: Path, wanted: Mastering, channels: int = 1, rehearsal_hz: int = 0
) -> Mastered:
    """Write the programme to `path` at the wanted loudness; what came out.

    It is an MP3, unless the path ends in .wav.

    The programme has so many `channels`. It is rehearsed at `rehearsal_hz` (0: the wanted rate): where all
    speech has that rate, one hears there what matters for its loudness, in less time.

    Raises:
        AudioError: the programme is silent, no take came out as wanted, or the file cannot be written.
    """
    gain_db = _rehearsed_gain_db(programme, wanted, channels, rehearsal_hz or wanted.sample_rate_hz)
    ceiling_dbtp = wanted.true_peak_dbtp - ENCODING_HEADROOM_DB
    for _ in range(MAX_TAKES):
        take = _Take(wanted, channels, gain_db, ceiling_dbtp)
        samples = take.write(programme(wanted.sample_rate_hz), path)
        heard = measure(_decoded(path), wanted.sample_rate_hz, channels)
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


def _rehearsed_gain_db(programme: Programme, wanted: Mastering, channels: int, rate_hz: int) -> float:
    """What brings the programme to its loudness once it is limited; found without encoding it.

    Raises:
        AudioError: the programme is silent.
    """
    ceiling_dbtp = wanted.true_peak_dbtp - ENCODING_HEADROOM_DB
    gain_db = wanted.loudness_lufs - SPEECH_LUFS - 10 * float(np.log10(channels))
    for _ in range(MAX_REHEARSALS):
        held = limit(_louder(programme(rate_hz), gain_db), rate_hz, ceiling_dbtp)
        heard_lufs = integrated_lufs(step_power(held, rate_hz, channels))
        if heard_lufs <= SILENCE_LUFS:
            raise AudioError(
                "The programme is silent: there is nothing to level. Is the text empty once read?"
            )
        gain_db += wanted.loudness_lufs - heard_lufs
        if abs(wanted.loudness_lufs - heard_lufs) <= REHEARSED_LU:
            break
    return gain_db


def _louder(blocks: Iterator[Samples], gain_db: float) -> Iterator[Samples]:
    gain = np.float32(10 ** (gain_db / 20))
    return (block * gain for block in blocks)


def stereo_kbps(bitrate_kbps: int) -> int:
    """The rate of a stereo file where a mono one has `bitrate_kbps`: a third more, 128 at least."""
    wanted_kbps = max(MIN_STEREO_KBPS, bitrate_kbps * 4 / 3)
    return next(kbps for kbps in BITRATES_KBPS if kbps >= wanted_kbps)


@dataclass(frozen=True, slots=True)
class _Take:
    """How a programme is written: so much louder, and its peaks held."""

    wanted: Mastering
    channels: int
    gain_db: float
    ceiling_dbtp: float

    def write(self, blocks: Iterator[Samples], path: Path) -> int:
        """Write the file; how many samples it holds."""
        rate_hz = self.wanted.sample_rate_hz
        held = limit(_louder(blocks, self.gain_db), rate_hz, self.ceiling_dbtp)
        try:
            if path.suffix.lower() == ".wav":
                return _write_wav(held, path, rate_hz, self.channels)
            mono_kbps = self.wanted.bitrate_kbps
            kbps = mono_kbps if self.channels == 1 else stereo_kbps(mono_kbps)
            return encode_mp3(held, path, rate_hz=rate_hz, bitrate_kbps=kbps, channels=self.channels)
        except (OSError, soundfile.SoundFileError) as error:
            raise AudioError(f"{path} cannot be written ({error}): choose another place for it.") from error


def _write_wav(blocks: Iterator[Samples], path: Path, rate_hz: int, channels: int) -> int:
    with soundfile.SoundFile(path, "w", rate_hz, channels, "PCM_16") as file:
        for block in blocks:
            file.write(in_channels(block, channels))
        return int(file.frames)


def _decoded(path: Path) -> Iterator[Samples]:
    """The file as any player hears it; in one channel where both are the same."""
    with soundfile.SoundFile(path) as file:
        while len(block := file.read(READ_SAMPLES, dtype="float32")):
            yield distinct(block)
