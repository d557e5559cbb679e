"""Sound as numpy has it: blocks of samples, in one channel where both of stereo are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Samples of full scale ±1.0: shape (n,) for mono, (n, 2) for stereo."""


def silence(count: int, channels: int = 1) -> Samples:
    """So many samples of nothing."""
    return np.zeros(count if channels == 1 else (count, channels), np.float32)


def channels_of(samples: NDArray[np.floating[Any]]) -> int:
    """How many channels the samples have."""
    return 1 if samples.ndim == 1 else samples.shape[1]


def channels(samples: Samples) -> list[Samples]:
    """Each channel, shape (n,)."""
    if samples.ndim == 1:
        return [samples]
    return [np.ascontiguousarray(samples[:, number]) for number in range(samples.shape[1])]


def distinct(samples: Samples) -> Samples:
    """The samples in one channel where all are the same, as for speech in the middle of stereo."""
    first, *others = channels(samples)
    return first if all(np.array_equal(first, other) for other in others) else samples


def mono(samples: Samples) -> Samples:
    """The samples as one channel, the mean of all."""
    return samples if samples.ndim == 1 else samples.mean(axis=1)


def in_channels(samples: Samples, count: int) -> Samples:
    """The sound in so many channels: mono is given to both of stereo, and so heard in the middle."""
    if channels_of(samples) == count:
        return samples
    return np.stack([samples] * count, axis=1)


def joined(blocks: Sequence[Samples]) -> Samples:
    """The blocks as one, in the channels of the widest."""
    if len(blocks) == 1:
        return blocks[0]
    widest = max(map(channels_of, blocks), default=1)
    return np.concatenate([in_channels(block, widest) for block in blocks] or [silence(0)])


def loudest(samples: Samples) -> Samples:
    """The absolute value of the loudest channel, shape (n,)."""
    if samples.ndim == 1:
        return np.abs(samples)
    return np.maximum(np.abs(samples[:, 0]), np.abs(samples[:, 1]))


def rechunk(blocks: Iterable[Samples], size: int) -> Iterator[Samples]:
    """The same samples in blocks of `size`, the last one shorter; soon in one channel again after stereo."""
    held: list[Samples] = []
    count = 0
    for block in blocks:
        held.append(block)
        count += len(block)
        if count >= size:
            whole = joined(held)
            cut = count // size * size
            yield from (whole[at : at + size] for at in range(0, cut, size))
            held, count = [distinct(whole[cut:])], count - cut
    if count:
        yield joined(held)
