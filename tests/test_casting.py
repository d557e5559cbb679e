import pytest

from speakerine.casting import QUOTATION_PITCH, cast_roles
from speakerine.config import load_voices
from speakerine.errors import ConfigError
from speakerine.settings import Show
from speakerine.types import Role

SHELF = load_voices(Show())


def names(show=None, name=None, article=0):
    cast = cast_roles(show or Show(), SHELF, name)
    return {role: cast.voice(role, article).name for role in Role}


def test_the_voice_named_says_everything():
    assert names(Show(readers=("google",), quote="google-qc"), "nicole") == dict.fromkeys(Role, "nicole")


def test_the_shows_voices_have_their_roles():
    show = Show(presenter="google", readers=("nicole",), quote="google-qc")
    assert names(show) == {Role.PRESENTER: "google", Role.READER: "nicole", Role.QUOTE: "google-qc"}


def test_the_presenter_alone_reads_too():
    assert names(Show(presenter="nicole")) == dict.fromkeys(Role, "nicole")


def test_the_first_of_several_readers_presents_and_each_says_the_quotations_of_its_articles():
    show = Show(readers=("nicole", "google"))
    assert names(show, article=0) == dict.fromkeys(Role, "nicole")
    assert names(show, article=1) == {Role.PRESENTER: "nicole", Role.READER: "google", Role.QUOTE: "google"}
    assert names(show, article=2) == names(show, article=0)


def test_several_readers_may_leave_quotations_to_one_voice():
    show = Show(readers=("nicole", "google"), quote="google-qc")
    assert {names(show, article=i)[Role.QUOTE] for i in range(2)} == {"google-qc"}


def test_with_one_voice_a_quotation_is_set_off_by_a_shade_of_pitch():
    cast = cast_roles(Show(), SHELF, "nicole")
    reader, quotation = cast.voice(Role.READER), cast.voice(Role.QUOTE)
    assert quotation.pitch == pytest.approx(reader.pitch * QUOTATION_PITCH)
    assert quotation.credit == reader.credit


def test_a_reader_who_says_all_quotations_is_set_off_in_its_own_articles_alone():
    cast = cast_roles(Show(readers=("nicole", "google"), quote="nicole"), SHELF, None)
    assert cast.voice(Role.QUOTE, 0).pitch < cast.voice(Role.READER, 0).pitch
    assert cast.voice(Role.QUOTE, 1) == SHELF.find("nicole")


def test_an_engine_that_has_one_pitch_keeps_it():
    cast = cast_roles(Show(), SHELF, "google")
    assert cast.voice(Role.QUOTE) == cast.voice(Role.READER)


def test_the_default_is_never_a_voice_that_sends_text_away():
    assert not set(names().values()) & {"google", "google-qc"}


def test_an_unknown_voice_is_refused():
    with pytest.raises(ConfigError, match="no voice"):
        cast_roles(Show(), SHELF, "personne")


def test_an_unknown_voice_among_several_readers_is_refused():
    with pytest.raises(ConfigError, match="no voice “personne”"):
        cast_roles(Show(readers=("nicole", "personne")), SHELF, None)
