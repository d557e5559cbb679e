import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.audio.limiter import limit
from speakerine.audio.loudness import measure
from tests.audio.sounds import babble, stereo, tone

RATE_HZ = 44_100


def limited(samples, ceiling_dbtp):
    return np.concatenate([np.zeros(0, np.float32), *limit([samples], RATE_HZ, ceiling_dbtp)])


@settings(max_examples=15, deadline=None)
@given(level=st.floats(0.05, 0.9), ceiling_dbtp=st.floats(-9, -1), seed=st.integers(0, 99))
def test_no_true_peak_passes_the_ceiling(level, ceiling_dbtp, seed):
    sound = babble(1.5, level, seed=seed)
    out = limited(sound, ceiling_dbtp)
    assert len(out) == len(sound)
    assert measure([out], RATE_HZ).true_peak_dbtp <= ceiling_dbtp + 0.15


def test_what_is_under_the_ceiling_is_untouched():
    sound = tone(3, 0.5)
    assert np.array_equal(limited(sound, -1.0), sound)


def test_only_the_hot_stretch_is_touched():
    sound = tone(3, 0.4)
    sound[60_000:60_100] *= 3
    out = limited(sound, -1.0)
    assert np.allclose(out[:59_000], sound[:59_000], atol=1e-6)
    assert np.allclose(out[61_100:], sound[61_100:], atol=1e-6)
    assert np.max(np.abs(out[60_000:60_100])) < 0.9


def test_a_peak_at_a_joint_of_two_chunks_is_caught():
    sound = tone(21, 0.4)
    joint = 10 * RATE_HZ
    sound[joint - 50 : joint + 50] *= 3
    assert measure([limited(sound, -2.0)], RATE_HZ).true_peak_dbtp == pytest.approx(-2.0, abs=0.15)


def test_both_channels_of_stereo_go_down_together():
    left, right = tone(3, 0.4), tone(3, 0.2, frequency_hz=300)
    left[60_000:60_100] *= 3
    sound = stereo(left, right)
    (out,) = limit([sound], RATE_HZ, -1.0)
    assert measure([out], RATE_HZ, 2).true_peak_dbtp <= -0.85
    gains = out[60_010:60_090] / sound[60_010:60_090]
    heard = np.abs(sound[60_010:60_090]).min(axis=1) > 0.01
    assert gains[heard].max() < 0.9
    assert np.allclose(gains[heard, 0], gains[heard, 1], atol=1e-4)


def test_nothing_in_nothing_out():
    assert len(limited(np.zeros(0, np.float32), -1.0)) == 0
