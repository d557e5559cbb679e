"""A transparent look-ahead limiter: it touches only what would pass the true-peak ceiling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import soxr
from numpy.typing import NDArray

from speakerine.audio.loudness import OVERSAMPLING, SAFE_RATIO
from speakerine.audio.samples import Samples, joined, loudest, rechunk, silence

LOOK_AHEAD_MS = 8
CHUNK_S = 10


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
            before = joined((before, pending[-2 * reach :]))[-2 * reach :]
        pending = chunk
    if before is not None and pending is not None:
        yield _limited(before, pending, _padded(pending[:0], 2 * reach), reach, ceiling)


def _padded(chunk: Samples, size: int) -> Samples:
    """The first `size` samples, with silence after them if there are fewer."""
    head = chunk[:size]
    return joined((head, silence(size - len(head))))


def _limited(before: Samples, chunk: Samples, after: Samples, reach: int, ceiling: float) -> Samples:
    """The chunk, turned down around its peaks; `before` and `after` are twice `reach` long."""
    if max(map(_highest, (before, chunk, after))) < ceiling * SAFE_RATIO:
        return chunk
    signal = joined((before, chunk, after))
    gain = _wanted_gain(signal, ceiling, 2 * reach)
    held, window = chunk.copy(), np.hanning(2 * reach + 3)[1:-1]
    for first, last in _runs(np.flatnonzero(gain < 1.0), 4 * reach):
        low, high = max(0, first - 4 * reach), min(len(chunk), last + 1)
        lowest = _running_min(gain[low : high + 4 * reach], 2 * reach + 1)
        smooth = np.convolve(lowest, window / window.sum(), "valid")
        held[low:high] = (chunk[low:high].T * smooth).T
    return held


def _highest(samples: Samples) -> float:
    return max(float(samples.max()), -float(samples.min()))


def _wanted_gain(signal: Samples, ceiling: float, edge: int) -> NDArray[np.float64]:
    """What keeps each sample's true peak under the ceiling, looked for where samples come near it."""
    gain = np.ones(len(signal))
    for first, last in _runs(np.flatnonzero(loudest(signal) >= ceiling * SAFE_RATIO), 2 * edge):
        stretch = slice(max(0, first - edge), last + 1 + edge)
        gain[stretch] = ceiling / np.maximum(_true_peaks(signal[stretch]), ceiling)
    return gain


def _runs(places: NDArray[np.intp], gap: int) -> Iterator[tuple[int, int]]:
    """The first and last of each run of places less than `gap` apart."""
    if len(places):
        cuts = np.flatnonzero(np.diff(places) >= gap)
        yield from zip(
            places[np.concatenate(([0], cuts + 1))].tolist(),
            places[np.concatenate((cuts, [-1]))].tolist(),
            strict=True,
        )


def _true_peaks(signal: Samples) -> NDArray[np.float64]:
    """The highest absolute value of any channel at or just after each sample, between samples included."""
    fine: NDArray[np.float32] = loudest(soxr.resample(signal, 1, OVERSAMPLING, quality="HQ"))
    fine = np.pad(fine, (0, max(0, len(signal) * OVERSAMPLING - len(fine))))
    peaks = fine[: len(signal) * OVERSAMPLING].reshape(-1, OVERSAMPLING).max(axis=1)
    return np.asarray(np.maximum(peaks, loudest(signal)), np.float64)


def _running_min(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Minimum over each window of `width` values, shape (n - width + 1,), by doubling spans."""
    span = 1
    while span * 2 <= width:
        values = np.minimum(values[:-span], values[span:])
        span *= 2
    rest = width - span
    return np.minimum(values[: len(values) - rest], values[rest:])
