import re
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3

from speakerine.audio.master import master, stereo_kbps
from speakerine.audio.samples import channels_of
from speakerine.errors import AudioError
from speakerine.settings import Mastering
from tests.audio.sounds import babble, stereo, tone

PROGRAMMES = {
    "ordinary speech": babble(20, 0.1),
    "hardly audible": babble(20, 0.0005),
    "very loud": babble(20, 0.9),
    "with a shout": np.concatenate((babble(15, 0.05), babble(2, 0.8), babble(15, 0.05))),
    "one short word": babble(0.6, 0.1),
    "a tone": tone(5, 0.3),
    "speech in the middle of stereo": stereo(babble(20, 0.1), babble(20, 0.1)),
    "wide stereo": stereo(babble(20, 0.1), babble(20, 0.3, seed=2)),
}


@pytest.mark.parametrize("name", PROGRAMMES)
def test_comes_out_at_minus_16_lufs_under_minus_1_dbtp_as_ffmpeg_measures(name, tmp_path: Path, run_program):
    path = tmp_path / "episode.mp3"
    programme = PROGRAMMES[name]
    told = master(lambda _hz: iter([programme]), path, Mastering(), channels_of(programme))
    said = run_program(
        "ffmpeg", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-", package="ffmpeg"
    ).stderr
    lufs = float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])
    dbtp = float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1])
    assert lufs == pytest.approx(-16.0, abs=0.3)
    assert dbtp <= -1.0
    assert told.loudness.integrated_lufs == pytest.approx(lufs, abs=0.15)


def test_another_loudness_can_be_asked_for(tmp_path: Path):
    wanted = Mastering(loudness_lufs=-19.0, true_peak_dbtp=-3.0, bitrate_kbps=64)
    told = master(lambda _hz: iter([babble(10, 0.1)]), tmp_path / "episode.mp3", wanted)
    assert told.loudness.integrated_lufs == pytest.approx(-19.0, abs=0.15)
    assert told.loudness.true_peak_dbtp <= -3.0


@pytest.mark.parametrize(("mono_kbps", "kbps"), [(64, 128), (96, 128), (112, 160), (128, 192)])
def test_stereo_has_a_third_more_bits_and_128_kbps_at_least(mono_kbps, kbps):
    assert stereo_kbps(mono_kbps) == kbps


def test_a_stereo_file_has_them(tmp_path: Path):
    path = tmp_path / "episode.mp3"
    master(lambda _hz: iter([stereo(babble(5), babble(5, seed=2))]), path, Mastering(), 2)
    assert (MP3(path).info.channels, MP3(path).info.bitrate) == (2, 128_000)


def test_a_stereo_wav_can_be_written(tmp_path: Path):
    path = tmp_path / "episode.wav"
    master(lambda _hz: iter([stereo(babble(5), babble(5, seed=2))]), path, Mastering(), 2)
    assert soundfile.info(path).channels == 2


def test_silence_is_an_error_that_says_so(tmp_path: Path):
    with pytest.raises(AudioError, match="silent"):
        master(lambda _hz: iter([np.zeros(44_100, np.float32)]), tmp_path / "episode.mp3", Mastering())
