"""Sounds made for the tests: tones, noise and speech-like bursts."""

import numpy as np

from speakerine.audio.encode import to_pcm
from speakerine.audio.samples import Samples
from speakerine.types import Audio


def tone(
    duration_s: float, level: float = 0.1, *, frequency_hz: float = 440.0, rate_hz: int = 44_100
) -> Samples:
    """A sine of that peak level, its edges faded over 50 ms."""
    at = np.arange(round(duration_s * rate_hz)) / rate_hz
    edges = np.clip(np.minimum(at, at[::-1]) / 0.05, 0, 1)
    return (level * edges * np.sin(2 * np.pi * frequency_hz * at)).astype(np.float32)


def noise(duration_s: float, level: float = 0.1, *, seed: int = 1, rate_hz: int = 44_100) -> Samples:
    """White noise of that RMS level."""
    return (np.random.default_rng(seed).standard_normal(round(duration_s * rate_hz)) * level).astype(
        np.float32
    )


def babble(duration_s: float, level: float = 0.1, *, seed: int = 1, rate_hz: int = 44_100) -> Samples:
    """Noise that comes and goes four times a second, with peaks, as speech does."""
    envelope = np.abs(np.sin(np.arange(round(duration_s * rate_hz)) * 2 * np.pi * 2 / rate_hz)) ** 2
    return (noise(duration_s, level, seed=seed, rate_hz=rate_hz) * envelope).astype(np.float32)


def stereo(left: Samples, right: Samples) -> Samples:
    """Two channels, shape (n, 2)."""
    return np.stack((left, right), axis=1)


def audio(samples: Samples, rate_hz: int = 24_000) -> Audio:
    """The samples as an engine gives them."""
    return Audio(to_pcm(samples), rate_hz)
