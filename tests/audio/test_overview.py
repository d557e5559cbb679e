"""What a finished file looks like and measures, held against ffmpeg and against sounds that are known."""

import re
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile

from speakerine.audio.encode import encode_mp3
from speakerine.audio.loudness import SILENCE_LUFS, measure, step_power
from speakerine.audio.overview import loudness_range_lu, overview, short_term_lufs
from speakerine.errors import AudioError
from tests.audio.sounds import babble, stereo, tone

RATE_HZ = 44_100
PROGRAMME = np.concatenate((babble(12, 0.2), babble(8, 0.05, seed=2), babble(10, 0.12, seed=3)))


@pytest.fixture(scope="module")
def mp3(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("overview") / "programme.mp3"
    held = encode_mp3([PROGRAMME], path, rate_hz=RATE_HZ, bitrate_kbps=96)
    assert held == soundfile.info(path).frames
    return path


def written(folder: Path, samples, rate_hz: int = RATE_HZ) -> Path:
    path = folder / "sound.wav"
    soundfile.write(path, samples, rate_hz, subtype="FLOAT")
    return path


def test_agrees_with_ffmpegs_ebur128(mp3, run_program):
    said = run_program(
        "ffmpeg", "-nostats", "-i", mp3, "-af", "ebur128=peak=true", "-f", "null", "-", package="ffmpeg"
    ).stderr
    theirs = {
        name: float(re.findall(rf"{name}:\s+(-?[\d.]+) (?:LUFS|LU|dBFS)", said)[-1])
        for name in ("I", "LRA", "Peak")
    }
    ours = overview(mp3)
    assert ours.loudness.integrated_lufs == pytest.approx(theirs["I"], abs=0.11)
    assert ours.range_lu == pytest.approx(theirs["LRA"], abs=0.2)
    assert ours.loudness.true_peak_dbtp == pytest.approx(theirs["Peak"], abs=0.2)


def test_measures_what_the_master_measures(mp3):
    sound, _ = soundfile.read(mp3, dtype="float32")
    mastered, seen = measure([sound], RATE_HZ), overview(mp3, 700).loudness
    assert seen.integrated_lufs == pytest.approx(mastered.integrated_lufs, abs=1e-6)
    assert seen.true_peak_dbtp == pytest.approx(mastered.true_peak_dbtp, abs=1e-6)


def test_both_channels_of_stereo_are_measured(tmp_path):
    sound = stereo(babble(12, 0.2), babble(12, 0.05, seed=2))
    seen = overview(written(tmp_path, sound), 100)
    assert seen.loudness == measure([sound], RATE_HZ, 2)
    assert seen.high.max() == pytest.approx(sound.mean(axis=1).max())


def test_every_sample_of_the_file_is_heard(mp3):
    seen = overview(mp3, 100)
    assert seen.sample_count == soundfile.info(mp3).frames
    assert seen.duration_ms == round(seen.sample_count / RATE_HZ * 1000)


def test_a_column_holds_the_lowest_and_the_highest_of_its_sound(tmp_path):
    samples = np.zeros(10 * RATE_HZ, np.float32)
    samples[round(2.55 * RATE_HZ)], samples[round(7.15 * RATE_HZ)] = 0.8, -0.6
    seen = overview(written(tmp_path, samples), 100)
    assert (int(seen.high.argmax()), float(seen.high.max())) == (25, pytest.approx(0.8))
    assert (int(seen.low.argmin()), float(seen.low.min())) == (71, pytest.approx(-0.6))
    assert np.count_nonzero(seen.high) == np.count_nonzero(seen.low) == 1


def test_there_are_as_many_columns_as_asked_for_however_short_the_sound(tmp_path):
    seen = overview(written(tmp_path, tone(0.5)), 3000)
    assert len(seen.low) == len(seen.high) == len(seen.short_term_lufs) == 3000


def test_short_term_loudness_follows_the_sound(tmp_path):
    samples = np.concatenate((tone(10, 0.5, frequency_hz=1000), tone(10, 0.05, frequency_hz=1000)))
    levels = overview(written(tmp_path, samples), 200).short_term_lufs
    assert levels[50] == pytest.approx(20 * np.log10(0.5) - 3.0, abs=0.1)
    assert levels[150] == pytest.approx(20 * np.log10(0.05) - 3.0, abs=0.1)
    assert np.isnan(levels[:15]).all()
    assert np.isnan(levels[-15:]).all()
    assert not np.isnan(levels[16:-16]).any()


def test_under_three_seconds_there_is_no_short_term_loudness(tmp_path):
    seen = overview(written(tmp_path, tone(2)), 10)
    assert np.isnan(seen.short_term_lufs).all()
    assert seen.range_lu == 0


def test_the_range_of_two_levels_is_their_difference():
    """Source: EBU Tech 3342, the minimum requirements' first signal: 20 s at −20 and 20 s at −30 dBFS."""
    tones = [tone(20, 10 ** (level / 20), frequency_hz=1000) for level in (-20, -30)]
    levels = short_term_lufs(step_power(tones, RATE_HZ))
    assert loudness_range_lu(levels) == pytest.approx(10, abs=1)


def test_silence_is_no_error(tmp_path):
    seen = overview(written(tmp_path, np.zeros(5 * RATE_HZ, np.float32)), 10)
    assert seen.loudness.integrated_lufs == SILENCE_LUFS
    assert np.nanmax(seen.short_term_lufs) == pytest.approx(SILENCE_LUFS)


def test_memory_does_not_grow_with_the_programme(tmp_path):
    def peak_bytes(duration_s: int) -> int:
        path = written(tmp_path, babble(duration_s, rate_hz=8000), 8000)
        tracemalloc.start()
        overview(path, 1000)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    peak_bytes(10)  # what is loaded once and kept
    assert peak_bytes(1200) < 1.2 * peak_bytes(120)


def test_a_file_without_sound_is_an_error(tmp_path):
    with pytest.raises(AudioError, match="no sound"):
        overview(written(tmp_path, np.zeros(0, np.float32)))


def test_what_is_no_sound_is_an_error(tmp_path):
    path = tmp_path / "text.mp3"
    path.write_text("Bonjour.", "utf-8")
    with pytest.raises(AudioError, match="cannot be read as sound"):
        overview(path)
