import pytest

from speakerine.casting import QUOTATION_PITCH, cast_roles
from speakerine.config import load_voices
from speakerine.errors import ConfigError
from speakerine.settings import Show
from speakerine.types import Role

SHELF = load_voices(Show())


def names(show=None, name=None):
    return {role: voice.name for role, voice in cast_roles(show or Show(), SHELF, name).items()}


def test_the_voice_named_says_everything():
    assert names(Show(reader="google", quote="google-qc"), "nicole") == dict.fromkeys(Role, "nicole")


def test_the_shows_voices_have_their_roles():
    show = Show(presenter="google", reader="nicole", quote="google-qc")
    assert names(show) == {Role.PRESENTER: "google", Role.READER: "nicole", Role.QUOTE: "google-qc"}


def test_the_presenter_alone_reads_too():
    assert names(Show(presenter="nicole")) == dict.fromkeys(Role, "nicole")


def test_with_one_voice_a_quotation_is_set_off_by_a_shade_of_pitch():
    voices = cast_roles(Show(), SHELF, "nicole")
    assert voices[Role.QUOTE].pitch == pytest.approx(voices[Role.READER].pitch * QUOTATION_PITCH)
    assert voices[Role.QUOTE].credit == voices[Role.READER].credit


def test_an_engine_that_has_one_pitch_keeps_it():
    voices = cast_roles(Show(), SHELF, "google")
    assert voices[Role.QUOTE] == voices[Role.READER]


def test_the_default_is_never_a_voice_that_sends_text_away():
    assert not set(names().values()) & {"google", "google-qc"}


def test_an_unknown_voice_is_refused():
    with pytest.raises(ConfigError, match="no voice"):
        cast_roles(Show(), SHELF, "personne")
