"""Folding: one phrase, however it was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speakerine.sources.folding import button_words, fold, fold_any, words


def test_case_accents_and_apostrophes_do_not_count() -> None:
    assert fold("À LIRE  L’ŒUVRE") == "a lire  l'oeuvre"


def test_words_are_letters_and_figures() -> None:
    assert words("L’été, « 3 fois » !") == ["l", "ete", "3", "fois"]


def test_buttons_copied_as_one_word_are_taken_apart() -> None:
    assert button_words("Partager cet articleDiscussion") == ["partager", "cet", "article", "discussion"]


@given(st.text(max_size=80))
def test_the_quick_way_folds_as_unicode_says(text: str) -> None:
    assert fold(text) == fold_any(text)


@given(st.text(alphabet="aéÀœŒ’…«»ßİſﬁ²½ \u00a0K", max_size=40))
def test_rare_letters_are_folded_as_unicode_says(text: str) -> None:
    assert fold(text) == fold_any(text)
