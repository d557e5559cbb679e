import json
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.mp3 import JOINTSTEREO, MP3, BitrateMode

from speakerine.audio.encode import BITRATES_KBPS, encode_mp3, frame_bytes
from tests.audio.sounds import babble, stereo, tone

RATE_HZ = 44_100
FRAME = 1152
HELD = len(babble(7.123)) + 419
"""The sound, and the silence that fills its last frame."""


@pytest.fixture(scope="module")
def mp3(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("encode") / "babble.mp3"
    encode_mp3([babble(7.123)], path, rate_hz=RATE_HZ, bitrate_kbps=96)
    return path


def test_a_tag_reader_shows_the_exact_duration(mp3: Path):
    info = MP3(mp3).info
    assert info.length == pytest.approx(HELD / RATE_HZ, abs=0.0005)
    assert (info.bitrate, info.channels, info.sample_rate) == (96_000, 1, RATE_HZ)
    assert info.bitrate_mode is BitrateMode.CBR
    assert not info.sketchy


def test_a_decoder_gives_back_as_many_samples_in_the_same_place(mp3: Path, tmp_path: Path, run_program):
    raw = tmp_path / "decoded.f32"
    run_program("ffmpeg", "-v", "error", "-i", mp3, "-f", "f32le", raw, package="ffmpeg")
    heard, said = np.fromfile(raw, np.float32), babble(7.123)
    assert len(heard) == HELD
    shift = np.argmax(np.correlate(heard[20_000:60_000], said[20_100:59_900], "valid")) - 100
    assert shift == 0


def test_players_agree_on_the_duration(mp3: Path, run_program):
    probed = run_program("ffprobe", "-v", "error", "-show_format", "-of", "json", mp3, package="ffmpeg")
    told = run_program("mediainfo", "--Output=JSON", mp3, package="mediainfo")
    assert float(json.loads(probed.stdout)["format"]["duration"]) == pytest.approx(HELD / RATE_HZ, abs=0.03)
    assert float(json.loads(told.stdout)["media"]["track"][0]["Duration"]) == pytest.approx(
        HELD / RATE_HZ, abs=0.03
    )


def test_mp3val_finds_nothing_wrong_but_the_missing_tags(mp3: Path, run_program):
    report = run_program("mp3val", mp3, package="mp3val").stdout
    assert [line for line in report.splitlines() if line.startswith("WARNING")] == [
        f'WARNING: "{mp3}": No supported tags in the file'
    ]


@pytest.mark.parametrize(
    ("kbps", "channels"),
    [(32, 1), (64, 1), (96, 1), (128, 1), (128, 2), (160, 2), (192, 2), (224, 2), (320, 2)],
)
def test_it_comes_out_as_loud_as_it_goes_in(kbps, channels, tmp_path: Path):
    path, said = tmp_path / "tone.mp3", tone(4, 0.3)
    encode_mp3([said], path, rate_hz=RATE_HZ, bitrate_kbps=kbps, channels=channels)
    heard, _ = soundfile.read(path, dtype="float32", always_2d=True)
    assert heard.shape[1] == channels
    levels = [np.sqrt(np.mean(sound[RATE_HZ : 3 * RATE_HZ] ** 2)) for sound in (said, *heard.T)]
    assert levels == pytest.approx([levels[0]] * len(levels), rel=0.01)


def test_the_same_sound_gives_the_same_bytes(mp3: Path, tmp_path: Path):
    again = tmp_path / "again.mp3"
    encode_mp3([babble(7.123)], again, rate_hz=RATE_HZ, bitrate_kbps=96)
    assert again.read_bytes() == mp3.read_bytes()


@settings(max_examples=12, deadline=None)
@given(samples=st.integers(1, 60_000), bitrate_kbps=st.sampled_from([64, 96, 128]))
def test_every_length_comes_out_exactly(tmp_path_factory, samples, bitrate_kbps):
    path = tmp_path_factory.mktemp("lengths") / "sound.mp3"
    sound = np.full(samples, 0.1, np.float32)
    held = encode_mp3([sound], path, rate_hz=RATE_HZ, bitrate_kbps=bitrate_kbps)
    assert samples <= held < samples + FRAME
    assert round(MP3(path).info.length * RATE_HZ) == held
    assert soundfile.info(path).samplerate == RATE_HZ


@pytest.fixture(scope="module")
def stereo_mp3(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("encode") / "stereo.mp3"
    sound = stereo(babble(7.123), babble(7.123, seed=2))
    assert encode_mp3([sound], path, rate_hz=48_000, bitrate_kbps=128, channels=2) % FRAME
    return path


def test_stereo_is_joint_stereo_to_a_tag_reader(stereo_mp3: Path):
    info = MP3(stereo_mp3).info
    assert (info.bitrate, info.channels, info.mode) == (128_000, 2, JOINTSTEREO)
    assert info.bitrate_mode is BitrateMode.CBR
    assert info.length == pytest.approx(len(babble(7.123)) / 48_000, abs=FRAME / 48_000)


def test_each_channel_comes_back_in_its_place(stereo_mp3: Path, tmp_path: Path, run_program):
    raw = tmp_path / "decoded.f32"
    run_program("ffmpeg", "-v", "error", "-i", stereo_mp3, "-f", "f32le", raw, package="ffmpeg")
    heard = np.fromfile(raw, np.float32).reshape(-1, 2)
    for channel, seed in enumerate((1, 2)):
        said = babble(7.123, seed=seed)[20_100:59_900]
        assert np.argmax(np.correlate(heard[20_000:60_000, channel], said, "valid")) == 100


def test_mp3val_finds_nothing_wrong_in_stereo_but_the_missing_tags(stereo_mp3: Path, run_program):
    report = run_program("mp3val", stereo_mp3, package="mp3val").stdout
    assert report.count("WARNING") == 1
    assert "No supported tags in the file" in report


def test_speech_in_the_middle_leaves_nothing_at_the_sides(tmp_path: Path):
    path = tmp_path / "middle.mp3"
    sound = stereo(babble(3), babble(3))
    encode_mp3([sound], path, rate_hz=48_000, bitrate_kbps=128, channels=2)
    heard, _ = soundfile.read(path, dtype="float32")
    assert np.array_equal(heard[:, 0], heard[:, 1])


def test_a_frame_header_tells_its_length():
    assert frame_bytes(bytes.fromhex("fffb70c4")) == 144 * BITRATES_KBPS[7] * 1000 // RATE_HZ
    assert frame_bytes(b"ID3\x03") == 0
    assert frame_bytes(b"\xff") == 0
