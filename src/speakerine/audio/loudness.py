"""Integrated loudness and true peak, in one pass and flat memory.

Source: ITU-R BS.1770-5 (K-weighting, gating, true peak), EBU R 128 and EBU Tech 3341.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import soxr
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from speakerine.audio.samples import Samples, channels, channels_of, rechunk, silence
from speakerine.types import MS_PER_S, Loudness

Power = NDArray[np.float64]
"""Mean squares of K-weighted sound, the channels' added, one a step of 100 ms, shape (steps,)."""

STEP_MS = 100
BLOCK_STEPS = 4  # a gating block is 400 ms, moved on by 100 ms
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
OFFSET_LUFS = -0.691
SILENCE_LUFS = -120.0
OVERSAMPLING = 4  # BS.1770 annex 2 asks for at least 4 × at 44.1 kHz
SAFE_RATIO = 0.7
"""Where no sample passes this part of a level, no true peak passes it (3 dB between them)."""

WINDOW_STEPS = 12
"""Steps weighted at once, the first as context: the 38 Hz high-pass has died away to −180 dB after it."""
CHUNK_WINDOWS = 8
FRAME_MS = 50
EDGE_MS = 10
"""What is heard at either side of a frame to find the peaks between its samples."""


def _biquad(w: NDArray[np.float64], b: tuple[float, ...], a: tuple[float, ...]) -> NDArray[np.complex128]:
    """Frequency response at angles `w` of the biquad with coefficients b, a."""
    z = np.exp(-1j * w)
    response: NDArray[np.complex128] = (b[0] + b[1] * z + b[2] * z**2) / (a[0] + a[1] * z + a[2] * z**2)
    return response


@cache
def _k_weighting(size: int, rate_hz: int) -> NDArray[np.complex64]:
    """The K-weighting curve on the grid of a real FFT of `size` points.

    Source: BS.1770-5 annex 1 gives the two filters at 48 kHz; other rates follow from their analog
    prototypes (shelf 1681.97 Hz, Q 0.7072, +4.0 dB; high-pass 38.14 Hz, Q 0.5003).
    """
    w = 2 * np.pi * np.arange(size // 2 + 1) / size
    k, q, vh = np.tan(np.pi * 1681.974450955533 / rate_hz), 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    vb, a0 = vh**0.4996667741545416, 1.0 + k / q + k * k
    shelf = _biquad(
        w,
        ((vh + vb * k / q + k * k) / a0, 2 * (k * k - vh) / a0, (vh - vb * k / q + k * k) / a0),
        (1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0),
    )
    k, q = np.tan(np.pi * 38.13547087602444 / rate_hz), 0.5003270373238773
    a0 = 1.0 + k / q + k * k
    high_pass = _biquad(w, (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0))
    return (shelf * high_pass).astype(np.complex64)


def step_power(blocks: Iterable[Samples], rate_hz: int, heard_in: int = 1) -> Power:
    """K-weighted mean squares of each whole 100 ms of the sound.

    Mono blocks of a programme that is `heard_in` two channels count in both.
    """
    step = rate_hz * STEP_MS // MS_PER_S
    powers: list[Power] = [np.zeros(0)]
    context = silence(step)
    for chunk in rechunk(blocks, CHUNK_WINDOWS * (WINDOW_STEPS - 1) * step):
        powers.append(_chunk_power(context, chunk, rate_hz, max(heard_in, channels_of(chunk))))
        context = chunk[-step:]
    return np.concatenate(powers)


def _chunk_power(context: Samples, chunk: Samples, rate_hz: int, heard_in: int) -> Power:
    """Mean squares a step of `chunk`, which follows `context`, added over the channels heard."""
    before, now = _distinct(context), _distinct(chunk)
    count = max(len(before), len(now))
    before, now = (one * (count // len(one)) for one in (before, now))
    powers = [_weighted_power(*sides, rate_hz) for sides in zip(before, now, strict=True)]
    return np.asarray(np.sum(powers, axis=0) * (heard_in / count))


def _distinct(samples: Samples) -> list[Samples]:
    """The channels; one for both where they are the same, as for speech in the middle of stereo."""
    first, *others = channels(samples)
    return [first] if all(np.array_equal(first, other) for other in others) else [first, *others]


def _weighted_power(context: Samples, samples: Samples, rate_hz: int) -> Power:
    """Mean squares a step of one channel's `samples`, which follow a step of `context`."""
    step = rate_hz * STEP_MS // MS_PER_S
    size, hop = WINDOW_STEPS * step, (WINDOW_STEPS - 1) * step
    signal = np.concatenate((context, samples, silence(-len(samples) % hop)))
    windows = sliding_window_view(signal, size)[::hop]
    spectrum = np.fft.rfft(windows, axis=1) * _k_weighting(size, rate_hz)
    weighted = np.fft.irfft(spectrum, size, axis=1)[:, step:].reshape(-1, step)
    power = np.einsum("ij,ij->i", weighted, weighted) / step
    return np.asarray(power[: len(samples) // step], np.float64)


def _lufs(power: float) -> float:
    return OFFSET_LUFS + 10 * float(np.log10(power)) if power > 0 else SILENCE_LUFS


def integrated_lufs(power: Power) -> float:
    """Gated loudness of a programme from its steps' mean squares; −120 for silence.

    A programme shorter than one gating block is measured ungated.
    """
    if len(power) < BLOCK_STEPS:
        return _lufs(float(np.mean(power))) if len(power) else SILENCE_LUFS
    blocks = np.convolve(power, np.full(BLOCK_STEPS, 1 / BLOCK_STEPS), "valid")
    loud = blocks[blocks > 10 ** ((ABSOLUTE_GATE_LUFS - OFFSET_LUFS) / 10)]
    if not len(loud):
        return SILENCE_LUFS
    gated = loud[loud > np.mean(loud) * 10 ** (RELATIVE_GATE_LU / 10)]
    return _lufs(float(np.mean(gated)))


class PeakMeter:
    """The highest value of the sound that passes, in any channel, between samples included."""

    def __init__(self, rate_hz: int, channels: int = 1) -> None:
        self._edge, self._frame = (rate_hz * ms // MS_PER_S for ms in (EDGE_MS, FRAME_MS))
        self._end = silence(2 * self._edge + self._frame, channels)
        self._rest = silence(self._edge, channels)
        self._peak = 0.0

    def watch(self, blocks: Iterable[Samples]) -> Iterator[Samples]:
        """The same blocks."""
        for block in blocks:
            self._note(block)
            yield block

    def true_peak_dbtp(self) -> float:
        """In dBTP, once everything has passed; SILENCE_LUFS for silence."""
        self._note(self._end)
        return 20 * float(np.log10(self._peak)) if self._peak > 0 else SILENCE_LUFS

    def _note(self, block: Samples) -> None:
        """Hear the whole frames of what has come, and keep the rest."""
        heard = np.concatenate((self._rest, block))
        count = (len(heard) - 2 * self._edge) // self._frame
        if count > 0:
            length = count * self._frame
            for channel in _distinct(heard[: length + 2 * self._edge]):
                self._note_frames(channel, length)
            heard = heard[length:]
        self._rest = heard

    def _note_frames(self, channel: Samples, length: int) -> None:
        """Look between samples only in those frames that may hold a higher peak than any before."""
        edge, frame = self._edge, self._frame
        peaks = np.abs(channel[edge : edge + length]).reshape(-1, frame).max(axis=1)
        self._peak = max(self._peak, float(peaks.max()))
        hot = sliding_window_view(channel, frame + 2 * edge)[::frame][peaks > SAFE_RATIO * self._peak]
        if len(hot):
            finer = soxr.resample(hot.ravel(), 1, OVERSAMPLING, quality="HQ")
            inside = finer.reshape(len(hot), -1)[:, edge * OVERSAMPLING : -edge * OVERSAMPLING]
            self._peak = max(self._peak, float(np.abs(inside).max()))


def measure(blocks: Iterable[Samples], rate_hz: int, channels: int = 1) -> Loudness:
    """Integrated loudness in LUFS and true peak in dBTP of sound with so many channels."""
    peak = PeakMeter(rate_hz, channels)
    power = step_power(peak.watch(blocks), rate_hz)
    return Loudness(integrated_lufs(power), peak.true_peak_dbtp())
