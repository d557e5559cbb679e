import re
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from speakerine import french
from speakerine.french.accents import restore_accents
from speakerine.french.acronym_lists import SPELLED

LISTED = [
    word
    for line in (Path(french.__file__).parent / "accents.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
]


def bare(text: str) -> str:
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))


def test_no_two_words_of_the_list_have_the_same_letters() -> None:
    assert len({bare(word) for word in LISTED}) == len(LISTED) > 2000


def test_every_word_of_the_list_has_an_accent_and_is_found() -> None:
    wrong = [
        word for word in LISTED if restore_accents(bare(word).upper()) != word.upper() or bare(word) == word
    ]
    assert set(wrong) <= {"césar", "inouï", "sirène"}, wrong  # acronyms too, and said as such


def test_no_word_of_the_list_is_an_acronym_that_is_spelled() -> None:
    assert not {bare(word).upper() for word in LISTED} & set(SPELLED)


@given(st.text("AEIOUCLTRSÉ ’'-", max_size=40))
def test_only_accents_are_added(text: str) -> None:
    assert bare(restore_accents(text)) == bare(text)


@given(st.text("abcdeéà E’'-", max_size=40))
def test_what_is_not_in_capitals_stays(text: str) -> None:
    assert restore_accents(text) == text
