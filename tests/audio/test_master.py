import re
from pathlib import Path

import numpy as np
import pytest

from speakerine.audio.master import master
from speakerine.errors import AudioError
from speakerine.settings import Mastering
from tests.audio.sounds import babble, tone

PROGRAMMES = {
    "ordinary speech": babble(20, 0.1),
    "hardly audible": babble(20, 0.0005),
    "very loud": babble(20, 0.9),
    "with a shout": np.concatenate((babble(15, 0.05), babble(2, 0.8), babble(15, 0.05))),
    "one short word": babble(0.6, 0.1),
    "a tone": tone(5, 0.3),
}


@pytest.mark.parametrize("name", PROGRAMMES)
def test_comes_out_at_minus_16_lufs_under_minus_1_dbtp_as_ffmpeg_measures(name, tmp_path: Path, run_program):
    path = tmp_path / "episode.mp3"
    told = master(lambda: iter([PROGRAMMES[name]]), path, Mastering())
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
    told = master(lambda: iter([babble(10, 0.1)]), tmp_path / "episode.mp3", wanted)
    assert told.loudness.integrated_lufs == pytest.approx(-19.0, abs=0.15)
    assert told.loudness.true_peak_dbtp <= -3.0


def test_silence_is_an_error_that_says_so(tmp_path: Path):
    with pytest.raises(AudioError, match="silent"):
        master(lambda: iter([np.zeros(44_100, np.float32)]), tmp_path / "episode.mp3", Mastering())
