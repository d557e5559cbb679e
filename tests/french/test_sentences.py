"""Where sentences end: each paragraph of the data file is the list of its sentences."""

import pytest

from speakerine.french import sentences
from tests.french.checks import DATA

GROUPS = [
    tuple(group.split("\n"))
    for group in (DATA / "sentences.tsv").read_text(encoding="utf-8").strip().split("\n\n")
]


@pytest.mark.parametrize("expected", GROUPS, ids=lambda group: group[0][:30])
def test_sentences_of_a_paragraph(expected):
    lines = [line for line in expected if not line.startswith("#")]
    assert sentences(" ".join(lines)) == lines


def test_a_blank_line_ends_a_sentence():
    assert sentences("Un titre\n\nUne phrase.") == ["Un titre", "Une phrase."]


def test_items_of_a_list_are_sentences():
    assert sentences("Il faut :\n- du pain\n- du vin") == ["Il faut :", "- du pain", "- du vin"]


def test_a_hard_wrapped_sentence_is_one():
    assert sentences("Une phrase\nsur deux lignes.") == ["Une phrase\nsur deux lignes."]


def test_no_text_has_no_sentence():
    assert sentences(" \n ") == []
