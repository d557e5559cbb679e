"""A finished file at a glance: its waveform and loudness by column, and what it measures as a whole.

One pass over blocks, so that memory does not grow with the programme.

Sources: EBU R 128 and Tech 3341 (short-term loudness), EBU Tech 3342 (loudness range), ITU-R BS.1770-5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from speakerine.audio.loudness import (
    ABSOLUTE_GATE_LUFS,
    OFFSET_LUFS,
    SILENCE_LUFS,
    STEP_MS,
    PeakMeter,
    Power,
    integrated_lufs,
    step_power,
)
from speakerine.audio.samples import Samples, mono
from speakerine.errors import AudioError
from speakerine.types import MS_PER_S, Loudness

READ_SAMPLES = 1 << 18
BIN_MS = 10
"""The finest grain at which the waveform is kept."""
BINS_PER_COLUMN = 4
SHORT_TERM_STEPS = 30  # 3 s in steps of 100 ms
RANGE_GATE_LU = -20.0
RANGE_PERCENTILES = (10, 95)

Levels = NDArray[np.float64]
"""Loudness in LUFS, one a column, shape (columns,); NaN where there is none yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """A file as it is heard. `low` and `high` are the waveform's minima and maxima, one a column.

    `short_term_lufs` is the loudness of the 3 s around the middle of each column: NaN in the first and
    last 1.5 s, SILENCE_LUFS where nothing is heard.
    """

    sample_count: int
    sample_rate_hz: int
    loudness: Loudness
    range_lu: float
    low: Samples
    high: Samples
    short_term_lufs: Levels

    @property
    def duration_ms(self) -> int:
        """Length, to the nearest millisecond."""
        return round(self.sample_count * MS_PER_S / self.sample_rate_hz)


def overview(path: Path, columns: int = 1) -> Overview:
    """What is heard in the file, measured and drawn into so many columns.

    Raises:
        AudioError: it cannot be read as sound, or there is none in it.
    """
    try:
        with soundfile.SoundFile(path) as file:
            return _overview(path, file, columns)
    except (soundfile.SoundFileError, OSError) as error:
        raise AudioError(f"{path} cannot be read as sound ({error}): make it again.") from error


def _bin_samples(file: soundfile.SoundFile, columns: int) -> int:
    """Samples in a bin of the waveform: a part of a column, as long as the file's header is right."""
    fine: int = file.samplerate * BIN_MS // MS_PER_S
    part: int = file.frames // (columns * BINS_PER_COLUMN)
    return max(fine, min(READ_SAMPLES, part))


def _blocks(file: soundfile.SoundFile, size: int) -> Iterator[Samples]:
    """The file as any player hears it, in blocks of `size` samples, the last one shorter."""
    while len(block := file.read(size, dtype="float32")):
        yield block


def _overview(path: Path, file: soundfile.SoundFile, columns: int) -> Overview:
    rate_hz, bin_samples = file.samplerate, _bin_samples(file, columns)
    peak, outline = PeakMeter(rate_hz), _Outline()
    blocks = _blocks(file, READ_SAMPLES // bin_samples * bin_samples)
    power = step_power(outline.watch(peak.watch(blocks), bin_samples), rate_hz)
    if not outline.sample_count:
        raise AudioError(f"{path} holds no sound: make it again.")
    low, high = outline.columns(columns)
    levels = short_term_lufs(power)
    return Overview(
        sample_count=outline.sample_count,
        sample_rate_hz=rate_hz,
        loudness=Loudness(integrated_lufs(power), peak.true_peak_dbtp()),
        range_lu=loudness_range_lu(levels),
        low=low,
        high=high,
        short_term_lufs=_by_column(levels, columns, outline.sample_count * MS_PER_S / rate_hz),
    )


class _Outline:
    """Minima and maxima, a bin each, of the sound that passes, its channels together."""

    def __init__(self) -> None:
        self.sample_count = 0
        self._low: list[Samples] = []
        self._high: list[Samples] = []

    def watch(self, blocks: Iterable[Samples], bin_samples: int) -> Iterator[Samples]:
        """The same blocks: each whole bins long, but the last."""
        for block in blocks:
            self.sample_count += len(block)
            starts, heard = np.arange(0, len(block), bin_samples), mono(block)
            self._low.append(np.minimum.reduceat(heard, starts))
            self._high.append(np.maximum.reduceat(heard, starts))
            yield block

    def columns(self, count: int) -> tuple[Samples, Samples]:
        """Minima and maxima of `count` columns."""
        low, high = np.concatenate(self._low), np.concatenate(self._high)
        starts = np.arange(count) * len(low) // count
        return np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)


def short_term_lufs(power: Power) -> Levels:
    """Loudness of each 3 s of the sound, moved on by 100 ms, not gated; empty for less than 3 s.

    `power` is what `step_power` gives.
    """
    if len(power) < SHORT_TERM_STEPS:
        return np.zeros(0)
    sums = np.concatenate(([0.0], np.cumsum(power)))
    means = (sums[SHORT_TERM_STEPS:] - sums[:-SHORT_TERM_STEPS]) / SHORT_TERM_STEPS
    floor = 10 ** ((SILENCE_LUFS - OFFSET_LUFS) / 10)
    return np.asarray(OFFSET_LUFS + 10 * np.log10(np.maximum(means, floor)))


def loudness_range_lu(levels_lufs: Levels) -> float:
    """How much the short-term loudness varies, in LU; 0 where nothing passes the gates.

    Source: EBU Tech 3342: the 10th to the 95th percentile over a gate 20 LU under the mean power.
    """
    loud = levels_lufs[levels_lufs > ABSOLUTE_GATE_LUFS]
    if not len(loud):
        return 0.0
    mean_lufs = 10 * np.log10(np.mean(10 ** (loud / 10)))
    low, high = np.percentile(loud[loud > mean_lufs + RANGE_GATE_LU], RANGE_PERCENTILES)
    return float(high - low)


def _by_column(levels_lufs: Levels, columns: int, duration_ms: float) -> Levels:
    """The level around the middle of each column of `duration_ms`."""
    if not len(levels_lufs):
        return np.full(columns, np.nan)
    middles_ms = (np.arange(columns) + 0.5) * duration_ms / columns
    known_ms = (np.arange(len(levels_lufs)) + SHORT_TERM_STEPS / 2) * STEP_MS
    return np.asarray(np.interp(middles_ms, known_ms, levels_lufs, left=np.nan, right=np.nan))
