import numpy as np
import pytest

from speakerine.audio.samples import channels_of, in_channels, joined, loudest, rechunk
from tests.audio.sounds import stereo, tone

SPEECH, MUSIC = tone(0.1), stereo(tone(0.1), tone(0.1, frequency_hz=300))


def test_mono_joined_to_stereo_is_heard_in_both_channels():
    whole = joined([SPEECH, MUSIC])
    assert channels_of(whole) == 2
    assert np.array_equal(whole, np.concatenate((in_channels(SPEECH, 2), MUSIC)))


def test_mono_alone_stays_mono():
    assert np.array_equal(joined([SPEECH, SPEECH]), np.concatenate((SPEECH, SPEECH)))


def test_nothing_joined_is_nothing():
    assert len(joined([])) == 0


@pytest.mark.parametrize("size", [1, 1000, 4410, 9000])
def test_cut_anew_it_is_the_same_sound(size):
    blocks = list(rechunk([SPEECH, SPEECH], size))
    assert {len(block) for block in blocks[:-1]} <= {size}
    assert np.array_equal(joined(blocks), joined([SPEECH, SPEECH]))


def test_the_loudest_channel_counts():
    assert np.array_equal(loudest(MUSIC), np.abs(MUSIC).max(axis=1))
    assert np.array_equal(loudest(SPEECH), np.abs(SPEECH))
