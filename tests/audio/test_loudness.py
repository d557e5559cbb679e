import re
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.audio.loudness import SILENCE_LUFS, integrated_lufs, measure, step_power
from speakerine.audio.samples import channels_of, rechunk
from tests.audio.sounds import babble, stereo, tone

RATE_HZ = 44_100
PROGRAMMES = {
    "a tone": tone(12),
    "speech-like bursts": babble(25, 0.2),
    "loud after a long silence": np.concatenate((np.zeros(20 * RATE_HZ, np.float32), babble(8, 0.3))),
    "a soft part that the gate leaves out": np.concatenate(
        (babble(10, 0.2), babble(10, 0.002), babble(10, 0.2))
    ),
    "high and between samples": tone(5, 0.9, frequency_hz=11_025.0 * 0.999),
    "speech in the middle of stereo": stereo(babble(25, 0.2), babble(25, 0.2)),
    "wide stereo": stereo(babble(25, 0.2), babble(25, 0.05, seed=2)),
    "one channel alone": stereo(babble(25, 0.2), np.zeros(25 * RATE_HZ, np.float32)),
}


@pytest.mark.parametrize("name", PROGRAMMES)
def test_agrees_with_ffmpegs_ebur128(name, tmp_path: Path, run_program):
    path = tmp_path / "programme.wav"
    soundfile.write(path, PROGRAMMES[name], RATE_HZ, subtype="FLOAT")
    said = run_program(
        "ffmpeg", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-", package="ffmpeg"
    ).stderr
    theirs_lufs = float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])
    theirs_dbtp = float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1])
    ours = measure([PROGRAMMES[name]], RATE_HZ, channels_of(PROGRAMMES[name]))
    assert ours.integrated_lufs == pytest.approx(theirs_lufs, abs=0.11)
    assert ours.true_peak_dbtp == pytest.approx(theirs_dbtp, abs=0.2)


def test_a_full_scale_tone_of_1_khz_reads_minus_3_lufs():
    """Source: EBU Tech 3341, the calibration of a mono meter."""
    assert measure([tone(20, 1.0, frequency_hz=1000)], RATE_HZ).integrated_lufs == pytest.approx(
        -3.0, abs=0.1
    )


def test_does_not_depend_on_how_the_sound_is_cut():
    whole = babble(27.35, 0.2)
    pieces = rechunk([whole], 7777)
    assert measure(pieces, RATE_HZ).integrated_lufs == pytest.approx(
        measure([whole], RATE_HZ).integrated_lufs, abs=1e-6
    )


def test_the_same_in_both_channels_measures_3_lu_more_than_in_one():
    sound = babble(10, 0.2)
    one, both = measure([sound], RATE_HZ), measure([stereo(sound, sound)], RATE_HZ, 2)
    assert both.integrated_lufs - one.integrated_lufs == pytest.approx(3.01, abs=0.01)
    assert both.true_peak_dbtp == pytest.approx(one.true_peak_dbtp, abs=0.01)


def test_mono_blocks_of_a_stereo_programme_count_in_both_channels():
    sound = babble(10, 0.2)
    as_mono, as_stereo = (
        integrated_lufs(step_power([one], RATE_HZ, 2)) for one in (sound, stereo(sound, sound))
    )
    assert as_mono == pytest.approx(as_stereo, abs=1e-4)


def test_a_peak_between_the_samples_of_a_soft_stretch_is_found():
    """Its samples stay 3 dB under it, and louder ones come before and after at some distance."""
    between = tone(1, 0.9, frequency_hz=RATE_HZ / 4 * 0.9999)
    loud = tone(1, 0.75)
    whole = measure([np.concatenate((loud, between, loud))], RATE_HZ).true_peak_dbtp
    assert whole == pytest.approx(measure([between], RATE_HZ).true_peak_dbtp, abs=0.05)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), tilt=st.floats(0, 0.98))
def test_no_true_peak_is_passed_over_where_the_sound_bends_little(seed, tilt):
    """Noise from bright to dull, louder and softer by turns, against all of it heard four times as fine."""
    dice = np.random.default_rng(seed)
    sound = np.zeros(2 * RATE_HZ, np.float32)
    last = 0.0
    for at, step in enumerate(dice.standard_normal(len(sound) // 8)):
        last = tilt * last + step
        sound[at * 8 : at * 8 + 8] = last
    sound += tilt * dice.standard_normal(len(sound)).astype(np.float32)
    sound *= np.repeat(dice.uniform(0.1, 1, 20), len(sound) // 20).astype(np.float32) / np.abs(sound).max()
    finest = np.abs(soxr.resample(sound, 1, 4, quality="HQ")).max()
    whole_dbtp = 20 * np.log10(max(finest, np.abs(sound).max()))
    assert measure([sound], RATE_HZ).true_peak_dbtp == pytest.approx(whole_dbtp, abs=0.02)


def test_silence_has_no_loudness():
    assert measure([np.zeros(RATE_HZ, np.float32)], RATE_HZ).integrated_lufs == SILENCE_LUFS
    assert measure([], RATE_HZ).integrated_lufs == SILENCE_LUFS


def test_a_sound_shorter_than_a_gating_block_is_measured_all_the_same():
    assert -30 < integrated_lufs(step_power([tone(0.25)], RATE_HZ)) < -15
