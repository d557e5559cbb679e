"""French is told from its neighbours, and quotations do not count."""

import pytest

from speakerine.french import language
from tests.french.checks import DATA, read_cases

CASES = [(spoken[0], written) for written, spoken in read_cases(DATA / "languages.tsv")]


@pytest.mark.parametrize(("code", "text"), CASES, ids=lambda value: value[:12])
def test_language_of_a_text(code, text):
    assert language(text).code == code


def test_a_short_text_is_not_sure():
    assert not language("Le chat dort.").is_sure


def test_a_long_text_is_sure():
    text = next(text for code, text in CASES if code == "fr")
    assert language(f"{text} {text}").is_sure


def test_a_quotation_in_english_does_not_count():
    text = (
        "Le président a déclaré : « We are the people of this country and we will not be the last of them »."
    )
    assert language(text).code == "fr"


def test_nothing_to_go_by():
    guess = language("12 345 !")
    assert (guess.code, guess.confidence, guess.is_sure) == ("", 0.0, False)
    assert guess.name == "inconnu"
