"""Samples to `Audio`: level guarded, silence at both ends cut to a known margin."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from speakerine.types import BYTES_PER_SAMPLE, MS_PER_S, Audio

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MARGIN_MS = 30
"""Silence that is left before the first sound and after the last."""

PAUSE_MS = 100
"""What a text without words gives: there is always a clip."""

CEILING = 0.98
"""Highest sample of a clip, full scale being 1.0: louder ones are turned down whole, never clipped."""

_FULL_SCALE = 32767
_FRAME_MS = 5
_FADE_MS = 4
_FLOOR_DB = -48.0
"""A frame so far under the clip's loudest is silence; soft consonants are some 35 dB under it."""


def silence(duration_ms: int, sample_rate_hz: int) -> Audio:
    """Nothing, for so long."""
    count = duration_ms * sample_rate_hz // MS_PER_S
    return Audio(bytes(BYTES_PER_SAMPLE * count), sample_rate_hz)


def from_pcm(pcm: bytes) -> NDArray[np.float32]:
    """Signed 16-bit samples as floats, full scale 1.0, shape (n,)."""
    import numpy as np

    return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(_FULL_SCALE + 1)


def to_audio(samples: NDArray[np.float32], sample_rate_hz: int) -> Audio:
    """Floats, full scale 1.0, shape (n,), as `Audio`; turned down when they would clip.

    Raises:
        ValueError: some of them are no numbers.
    """
    import numpy as np

    peak = float(np.abs(samples).max(initial=0.0))
    _check_numbers(peak)
    gain = CEILING / peak if peak > CEILING else 1.0
    pcm = np.rint(samples * np.float32(gain * _FULL_SCALE)).astype("<i2")
    return Audio(pcm.tobytes(), sample_rate_hz)


def speech_span(samples: NDArray[np.float32], sample_rate_hz: int) -> tuple[int, int]:
    """Where the speech begins and ends, margins included, in samples; (0, 0) when there is none.

    Raises:
        ValueError: some of them are no numbers.
    """
    import numpy as np

    frame = sample_rate_hz * _FRAME_MS // MS_PER_S
    padded = np.pad(samples, (0, -len(samples) % frame)).reshape(-1, frame)
    power = (padded.astype(np.float64) ** 2).mean(axis=1)
    loudest = float(power.max(initial=0.0))
    _check_numbers(loudest)
    if loudest <= 0.0:
        return 0, 0
    loud = np.flatnonzero(power > loudest * 10 ** (_FLOOR_DB / 10))
    margin = sample_rate_hz * MARGIN_MS // MS_PER_S
    return max(0, int(loud[0]) * frame - margin), min(len(samples), int(loud[-1] + 1) * frame + margin)


def faded(samples: NDArray[np.float32], sample_rate_hz: int) -> NDArray[np.float32]:
    """The same with the first and last few milliseconds faded, so that no joint clicks."""
    import numpy as np

    count = min(sample_rate_hz * _FADE_MS // MS_PER_S, len(samples) // 2)
    ramp = np.linspace(0.0, 1.0, count, endpoint=False, dtype=np.float32)
    out = samples.copy()
    out[:count] *= ramp
    out[len(out) - count :] *= ramp[::-1]
    return out


def _check_numbers(largest: float) -> None:
    if not math.isfinite(largest):
        raise ValueError("its sound is not made of numbers")
