import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.engines.letters import FRENCH, MARKS, readable, readable_words, tidy

READINGS = {
    "l’État": "l'État",
    "e\u0301te\u0301": "été",
    "cœur": "cœur",
    "A\u00adB": "ab",
    "LE": "le",
    "L’ÉTÉ,": "l'été,",
    "S": "S",
    "McDo": "McDo",
    "ﬁn": "fin",
    "Erdoğan": "Erdogan",
    "Łódź": "Lodz",
    "Пу́тин": "Poutin",
    "Αθήνα": "Athina",
    "20%": "20 pour cent",
    "R&D": "R et D",
    "a<b>": "a b",
    "mot/mot": "mot mot",
    "x²": "x2",
    "中文": "",
    "😀": "",
    "–": "—",
    "-": "—",
    "week-end": "week-end",
    "\x00\x1b": "",
}


@pytest.mark.parametrize(("word", "expected"), READINGS.items())
def test_readings(word, expected):
    assert readable(word) == expected


def test_words_keep_their_order_and_number():
    assert readable_words("le 中文 café !") == [("le", "le"), ("中文", ""), ("café", "café"), ("!", "!")]


def test_marks_are_drawn_to_their_word():
    assert tidy(["“", "Oui", "”", ",", "dit-il", "!", "..."]) == "“Oui”, dit-il!"
    assert tidy(["Quoi?!..", "Bon,."]) == "Quoi? Bon."


@given(st.text())
def test_nothing_else_ever_comes_out(text):
    allowed = FRENCH | MARKS | set("0123456789 ")
    for _, reading in readable_words(text):
        assert {letter.lower() for letter in reading} <= allowed
