from pathlib import Path

import numpy as np
import pytest
import soundfile

from speakerine.audio.jingles import BED_LUFS, JINGLE_LUFS, load_jingles
from speakerine.audio.loudness import measure
from speakerine.audio.mix import SPEECH_LUFS
from speakerine.audio.pieces import BED_DUCKING_DB, DUCKING_DB
from speakerine.errors import AudioError
from speakerine.types import Jingle
from tests.audio.sounds import babble, stereo

RATE_HZ = 44_100


def jingle_set(
    folder: Path, samples, rate_hz=RATE_HZ, settings='[intro]\nfile = "intro.flac"\nspeech_at_ms = 3000\n'
):
    (folder / "jingles.toml").write_text(settings)
    soundfile.write(folder / "intro.flac", samples, rate_hz)
    return folder


def test_a_jingle_comes_levelled_and_with_its_places(tmp_path: Path):
    intro = load_jingles(jingle_set(tmp_path, babble(5, 0.3)), RATE_HZ)[Jingle.INTRO]
    assert measure([intro.samples], RATE_HZ).integrated_lufs == pytest.approx(JINGLE_LUFS, abs=0.1)
    assert intro.speech_at == 3 * RATE_HZ
    assert intro.lead_in == 0


def test_a_stereo_jingle_of_96_khz_stays_stereo(tmp_path: Path):
    sound = stereo(*(babble(5, 0.1, seed=seed, rate_hz=96_000) for seed in (1, 2)))
    intro = load_jingles(jingle_set(tmp_path, sound, 96_000), RATE_HZ)[Jingle.INTRO]
    assert intro.samples.shape == (5 * RATE_HZ, 2)


def test_a_stereo_jingle_is_as_loud_beside_speech_as_a_mono_one(tmp_path: Path):
    """Speech in both channels measures 3 LU more than in one: so must the jingle."""
    sound = stereo(babble(5, 0.1, seed=1), babble(5, 0.3, seed=2))
    intro = load_jingles(jingle_set(tmp_path, sound), RATE_HZ)[Jingle.INTRO]
    assert measure([intro.samples], RATE_HZ, 2).integrated_lufs == pytest.approx(JINGLE_LUFS + 3.01, abs=0.1)


def test_a_stereo_jingle_becomes_mono_where_the_show_wants_it(tmp_path: Path):
    sound = stereo(babble(5, 0.1, seed=1), babble(5, 0.3, seed=2))
    intro = load_jingles(jingle_set(tmp_path, sound), RATE_HZ, max_channels=1)[Jingle.INTRO]
    assert intro.channels == 1
    assert measure([intro.samples], RATE_HZ).integrated_lufs == pytest.approx(JINGLE_LUFS, abs=0.1)


@pytest.mark.parametrize("channels", [2, 6])
def test_channels_that_are_all_the_same_are_one(channels, tmp_path: Path):
    sound = np.stack([babble(5, 0.1)] * channels, axis=1)
    assert load_jingles(jingle_set(tmp_path, sound), RATE_HZ)[Jingle.INTRO].channels == 1


def test_only_what_is_wanted_of_a_set_is_read(tmp_path: Path):
    folder = jingle_set(tmp_path, babble(2, 0.1))
    (folder / "intro.flac").write_bytes(b"damaged")
    assert load_jingles(folder, RATE_HZ, wanted=[Jingle.OUTRO]) == {}


def test_places_beyond_the_sound_are_brought_into_it(tmp_path: Path):
    intro = load_jingles(jingle_set(tmp_path, babble(2, 0.1)), RATE_HZ)[Jingle.INTRO]
    assert intro.speech_at == 2 * RATE_HZ


def test_a_set_without_settings_is_an_error(tmp_path: Path):
    with pytest.raises(AudioError, match="no readable jingles"):
        load_jingles(tmp_path, RATE_HZ)


def test_settings_that_are_no_toml_are_an_error(tmp_path: Path):
    (tmp_path / "jingles.toml").write_text("[intro\n")
    with pytest.raises(AudioError, match="not valid TOML"):
        load_jingles(tmp_path, RATE_HZ)


def test_a_missing_sound_is_an_error_that_names_it(tmp_path: Path):
    (tmp_path / "jingles.toml").write_text('[intro]\nfile = "gone.flac"\n')
    with pytest.raises(AudioError, match=r"gone\.flac is missing"):
        load_jingles(tmp_path, RATE_HZ)


def test_a_jingle_that_is_no_sound_is_an_error_that_names_it(tmp_path: Path):
    folder = jingle_set(tmp_path, babble(1, 0.1))
    (folder / "intro.flac").write_text("this is not music")
    with pytest.raises(AudioError, match=r"intro\.flac is missing or is no sound"):
        load_jingles(folder, RATE_HZ)


def test_a_silent_sound_is_an_error(tmp_path: Path):
    with pytest.raises(AudioError, match=r"intro\.flac is silent"):
        load_jingles(jingle_set(tmp_path, np.zeros(RATE_HZ, np.float32)), RATE_HZ)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("intro = 3\n", r"must be a table: write \[intro\]"),
        ('[intro]\nspeech_at_ms = "late"\n', r"speech_at_ms of \[intro\] in .* is 'late': write"),
        ("[intro]\nlead_in_ms = -5\n", "lead_in_ms of .* is -5"),
        ("[intro]\nlead_in_ms = true\n", "lead_in_ms of .* is True"),
    ],
)
def test_settings_that_cannot_be_used_are_an_error(settings, message, tmp_path: Path):
    with pytest.raises(AudioError, match=message):
        load_jingles(jingle_set(tmp_path, babble(1, 0.1), settings=settings), RATE_HZ)


def test_settings_that_are_no_text_are_an_error(tmp_path: Path):
    (tmp_path / "jingles.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(AudioError, match="not valid TOML"):
        load_jingles(tmp_path, RATE_HZ)


def test_an_empty_sound_is_an_error(tmp_path: Path):
    (tmp_path / "jingles.toml").write_text('[intro]\nfile = "intro.wav"\n')
    soundfile.write(tmp_path / "intro.wav", np.zeros(0, np.float32), RATE_HZ)
    with pytest.raises(AudioError, match="must last between"):
        load_jingles(tmp_path, RATE_HZ)


def test_music_under_speech_is_20_db_quieter():
    assert JINGLE_LUFS + DUCKING_DB == BED_LUFS + BED_DUCKING_DB == SPEECH_LUFS - 20
