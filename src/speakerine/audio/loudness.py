"""Integrated loudness and true peak, in one pass and flat memory.

Source: ITU-R BS.1770-5 (K-weighting, gating, true peak), EBU R 128 and EBU Tech 3341.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from speakerine.types import Loudness

Samples = NDArray[np.float32]
"""Samples of full scale ±1.0: shape (n,) for mono, (n, 2) for stereo."""
Power = NDArray[np.float64]
"""Mean squares of K-weighted sound, the channels' added, one a step of 100 ms, shape (steps,)."""

STEP_MS = 100
BLOCK_STEPS = 4  # a gating block is 400 ms, moved on by 100 ms
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
OFFSET_LUFS = -0.691
SILENCE_LUFS = -120.0
OVERSAMPLING = 4  # BS.1770 annex 2 asks for at least 4 × at 44.1 kHz
CHUNK_S = 10
SETTLE_S = 1  # the 38 Hz high-pass has died away below 24-bit noise by then


def _biquad(w: NDArray[np.float64], b: tuple[float, ...], a: tuple[float, ...]) -> NDArray[np.complex128]:
    """Frequency response at angles `w` of the biquad with coefficients b, a."""
    z = np.exp(-1j * w)
    response: NDArray[np.complex128] = (b[0] + b[1] * z + b[2] * z**2) / (a[0] + a[1] * z + a[2] * z**2)
    return response


@cache
def _k_weighting(size: int, rate_hz: int) -> NDArray[np.complex128]:
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
    return shelf * high_pass


def _weighted_power(context: Samples, samples: Samples, rate_hz: int) -> Power:
    """Mean squares a step of `samples`, which follow `context` (both K-weighted as one signal)."""
    step = rate_hz * STEP_MS // 1000
    signal = np.concatenate((context, samples)).astype(np.float64)
    size = 1 << (len(signal) + SETTLE_S * rate_hz - 1).bit_length()
    spectrum = np.fft.rfft(signal, size, axis=0)
    weighted = np.fft.irfft((spectrum.T * _k_weighting(size, rate_hz)).T, size, axis=0)
    heard = weighted[len(context) : len(signal)]
    whole = heard[: len(heard) // step * step].reshape(-1, step, channels_of(signal))
    return np.asarray(np.mean(whole**2, axis=1).sum(axis=1))


def channels_of(samples: NDArray[np.floating[Any]]) -> int:
    """How many channels the samples have."""
    return 1 if samples.ndim == 1 else samples.shape[1]


def mono(samples: Samples) -> Samples:
    """The samples as one channel, the mean of all."""
    return samples if samples.ndim == 1 else samples.mean(axis=1)


def rechunk(blocks: Iterable[Samples], size: int) -> Iterator[Samples]:
    """The same samples in blocks of `size`, the last one shorter."""
    held: list[Samples] = []
    count = 0
    for block in blocks:
        held.append(block)
        count += len(block)
        if count >= size:
            joined = np.concatenate(held)
            cut = count // size * size
            yield from (joined[at : at + size] for at in range(0, cut, size))
            held, count = [joined[cut:]], count - cut
    if count:
        yield np.concatenate(held)


def step_power(blocks: Iterable[Samples], rate_hz: int) -> Power:
    """K-weighted mean squares of each whole 100 ms of the sound."""
    powers = []
    context: Samples | None = None
    for chunk in rechunk(blocks, CHUNK_S * rate_hz):
        context = chunk[:0] if context is None else context
        powers.append(_weighted_power(context, chunk, rate_hz))
        context = chunk[-SETTLE_S * rate_hz :]
    return np.concatenate(powers) if powers else np.zeros(0)


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
        self._finer = soxr.ResampleStream(
            rate_hz, rate_hz * OVERSAMPLING, channels, dtype="float32", quality="HQ"
        )
        self._none: Samples = np.zeros(0 if channels == 1 else (0, channels), np.float32)
        self._peak = 0.0

    def watch(self, blocks: Iterable[Samples]) -> Iterator[Samples]:
        """The same blocks."""
        for block in blocks:
            self._note(block)
            self._note(self._finer.resample_chunk(block))
            yield block

    def true_peak_dbtp(self) -> float:
        """In dBTP, once everything has passed; SILENCE_LUFS for silence."""
        self._note(self._finer.resample_chunk(self._none, last=True))
        return 20 * float(np.log10(self._peak)) if self._peak > 0 else SILENCE_LUFS

    def _note(self, samples: Samples) -> None:
        if len(samples):
            self._peak = max(self._peak, float(samples.max()), -float(samples.min()))


def measure(blocks: Iterable[Samples], rate_hz: int, channels: int = 1) -> Loudness:
    """Integrated loudness in LUFS and true peak in dBTP of sound with so many channels."""
    peak = PeakMeter(rate_hz, channels)
    power = step_power(peak.watch(blocks), rate_hz)
    return Loudness(integrated_lufs(power), peak.true_peak_dbtp())
