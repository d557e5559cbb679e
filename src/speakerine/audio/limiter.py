"""A transparent look-ahead limiter: it touches only what would pass the true-peak ceiling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import soxr
from numpy.typing import NDArray

from speakerine.audio.loudness import OVERSAMPLING, Samples, rechunk

LOOK_AHEAD_MS = 8
CHUNK_S = 10
SAFE_RATIO = 0.7
"""Where no sample passes this part of the ceiling, no true peak passes the ceiling (3 dB between them)."""


def limit(blocks: Iterable[Samples], rate_hz: int, ceiling_dbtp: float) -> Iterator[Samples]:
    """The same sound with its true peak held at or under `ceiling_dbtp`; as many samples as came in.

    Both channels of stereo go down together, so that nothing moves from its place between them.
    """
    ceiling = 10 ** (ceiling_dbtp / 20)
    reach = rate_hz * LOOK_AHEAD_MS // 1000
    before: Samples | None = None
    pending: Samples | None = None
    for chunk in rechunk(blocks, CHUNK_S * rate_hz):
        if before is None or pending is None:
            before = _padded(chunk[:0], 2 * reach)
        else:
            yield _limited(before, pending, _padded(chunk, 2 * reach), reach, ceiling)
            before = np.concatenate((before, pending))[-2 * reach :]
        pending = chunk
    if before is not None and pending is not None:
        yield _limited(before, pending, _padded(pending[:0], 2 * reach), reach, ceiling)


def _padded(chunk: Samples, size: int) -> Samples:
    """The first `size` samples, with silence after them if there are fewer."""
    head = chunk[:size]
    return np.concatenate((head, np.zeros((size - len(head), *chunk.shape[1:]), np.float32)))


def _limited(before: Samples, chunk: Samples, after: Samples, reach: int, ceiling: float) -> Samples:
    signal = np.concatenate((before, chunk, after))
    if float(np.max(np.abs(signal))) < ceiling * SAFE_RATIO:
        return chunk
    gain = np.minimum(1.0, ceiling / np.maximum(_true_peaks(signal), ceiling))
    lowest = _running_min(gain, 2 * reach + 1)
    window = np.hanning(2 * reach + 3)[1:-1]
    smooth = np.convolve(lowest, window / window.sum(), "valid")
    return (chunk.T * smooth).T.astype(np.float32)


def _true_peaks(signal: Samples) -> NDArray[np.float64]:
    """The highest absolute value of any channel at or just after each sample, between samples included."""
    fine: NDArray[np.float32] = _loudest(soxr.resample(signal, 1, OVERSAMPLING, quality="HQ"))
    fine = np.pad(fine, (0, max(0, len(signal) * OVERSAMPLING - len(fine))))
    peaks = fine[: len(signal) * OVERSAMPLING].reshape(-1, OVERSAMPLING).max(axis=1)
    return np.asarray(np.maximum(peaks, _loudest(signal)), np.float64)


def _loudest(samples: Samples) -> Samples:
    """The absolute value of the loudest channel, shape (n,)."""
    return np.abs(samples) if samples.ndim == 1 else np.abs(samples).max(axis=1)


def _running_min(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Minimum over each window of `width` values, shape (n - width + 1,), by doubling spans."""
    span = 1
    while span * 2 <= width:
        values = np.minimum(values[:-span], values[span:])
        span *= 2
    rest = width - span
    return np.minimum(values[: len(values) - rest], values[rest:])
