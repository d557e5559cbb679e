import numpy as np
import pytest

from speakerine.engines.sound import CEILING, faded, from_pcm, silence, speech_span, to_audio

RATE_HZ = 16_000


def tone(duration_ms, level=0.5):
    return (level * np.sin(np.arange(RATE_HZ * duration_ms // 1000) * 0.3)).astype(np.float32)


def test_silence_lasts():
    assert silence(100, 24_000).duration_ms == 100
    assert set(silence(10, 24_000).pcm) == {0}


def test_margins_are_left_around_speech():
    samples = np.concatenate([np.zeros(8000), tone(200), np.zeros(4000)]).astype(np.float32)
    begin, end = speech_span(samples, RATE_HZ)
    assert begin == pytest.approx(8000 - 480, abs=80)
    assert end == pytest.approx(8000 + 3200 + 480, abs=160)


def test_margins_are_no_more_than_there_is():
    assert speech_span(tone(200), RATE_HZ) == (0, 3200)


def test_no_speech_at_all():
    assert speech_span(np.zeros(100, np.float32), RATE_HZ) == (0, 0)
    assert speech_span(np.zeros(0, np.float32), RATE_HZ) == (0, 0)


def test_loud_sound_is_turned_down_and_never_clips():
    loud = from_pcm(to_audio(tone(100, level=1.7), RATE_HZ).pcm)
    assert np.abs(loud).max() == pytest.approx(CEILING, abs=0.001)
    quiet = from_pcm(to_audio(tone(100, level=0.3), RATE_HZ).pcm)
    assert np.abs(quiet).max() == pytest.approx(0.3, abs=0.001)


def test_ends_are_faded_and_the_given_samples_left_alone():
    samples = np.ones(1600, np.float32)
    out = faded(samples, RATE_HZ)
    assert out[0] == out[-1] == 0.0
    assert out[800] == 1.0
    assert samples.min() == 1.0
    assert len(faded(np.ones(3, np.float32), RATE_HZ)) == 3
