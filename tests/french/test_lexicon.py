"""The lexicon: whole words, case-aware, the show's entries first."""

import pytest

from speakerine.errors import ConfigError
from speakerine.french.lexicon import Entry, Lexicon, parse_lexicon, shipped_lexicon


def test_whole_words_are_respelled():
    assert shipped_lexicon().respell("Le leader et les leaders") == "Le lideur et les lideurs"


def test_parts_of_words_are_not():
    assert shipped_lexicon().respell("Le leadership, Bruxellesoise") == "Le leadership, Bruxellesoise"


def test_a_capital_at_the_head_is_kept():
    assert shipped_lexicon().respell("Week-end à Metz") == "Ouikène à Messe"


def test_a_name_wants_its_capital():
    assert shipped_lexicon().respell("la reims") == "la reims"


def test_the_show_wins():
    ours, show = shipped_lexicon(), parse_lexicon("Metz\tMèce\n")
    assert ours.joined_with(show).respell("Metz, Reims") == "Mèce, Rince"


def test_an_empty_lexicon_changes_nothing():
    assert Lexicon(()).respell("Metz") == "Metz"


def test_other_notations_are_there():
    text = shipped_lexicon().replace("Metz", lambda _, entry: entry.ipa)
    assert text == "mɛs"


def test_an_entry_without_respelling_keeps_the_word():
    assert Lexicon((Entry("Metz", ipa="mɛs"),)).respell("Metz") == "Metz"


def test_a_bad_line_is_an_error_with_its_number():
    with pytest.raises(ConfigError, match="line 2"):
        parse_lexicon("Metz\tMesse\nReims\n")


def test_there_are_sixty_entries_each_whole():
    entries = shipped_lexicon().entries
    assert len(entries) >= 60
    assert all(entry.respelling and entry.ipa and entry.xsampa for entry in entries)
