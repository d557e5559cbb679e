"""Laws that hold for any text, not only for the cases that someone thought of."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.french import breath_groups, language, sentences, verbalize
from tests.french.checks import DATA, read_cases

ALPHABET = "aeérstnlXIVMCD0123456789 .,;:!?'’«»()[]-–/€$%°²&@#·…+=×\n\u00a0\u202f😀"
PIECES = [
    *[
        "M.",
        "Mme",
        "SNCF",
        "12",
        "1er",
        "XXIe",
        "siècle",
        "14h30",
        "km",
        "€",
        "%",
        "h",
        "le",
        "les",
        "mai",
        "2024",
        "https://",
        ".fr",
        "@",
        "#",
        "·",
        "e",
        "s",
        "av.",
        "J.-C.",
        "3-1",
        "1/2",
    ],
    "Louis XIV",
    " ",
    " ",
    " ",
    "\n",
]
CASES = [written for path in sorted(DATA.glob("*.tsv")) for written, _ in read_cases(path)]
texts = st.one_of(
    st.text(max_size=60),
    st.text(ALPHABET, max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=15).map("".join),
    st.lists(st.sampled_from(CASES), min_size=1, max_size=4).map(" ".join),
)
prose = st.lists(st.sampled_from([w for w, _ in read_cases(DATA / "unchanged.tsv")]), min_size=1, max_size=5)
quick = settings(max_examples=150, deadline=None)


@quick
@given(texts)
def test_verbalize_is_idempotent(text):
    said = verbalize(text)
    assert verbalize(said) == said


@quick
@given(texts)
def test_verbalize_leaves_no_digit(text):
    assert not any(character.isdigit() for character in verbalize(text))


@quick
@given(prose, st.sampled_from(["21 femmes", "14h30", "12,50 €", "la SNCF", "M. Petit", "Louis XIV"]))
def test_words_outside_a_rule_are_untouched(lines, written):
    before, after = lines[0], lines[-1]
    said = verbalize(f"{before}\n{written}\n{after}").split("\n")
    assert (said[0], said[-1]) == (before, after)
    assert said[1] == verbalize(written)


@quick
@given(texts)
def test_sentences_join_back(text):
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(sentence and sentence == sentence.strip() for sentence in found)


@quick
@given(texts, st.integers(1, 80))
def test_breath_groups_join_back(text, limit):
    groups = breath_groups(text, limit)
    assert " ".join(groups) == text
    if len(text) <= limit:
        assert groups == [text]


@quick
@given(texts)
def test_language_never_fails(text):
    guess = language(text)
    assert 0 <= guess.confidence <= 1


@pytest.mark.parametrize("seed", range(3))
def test_random_mixtures_are_said_without_fail(seed):
    chance = random.Random(seed)
    for _ in range(300):
        text = "".join(chance.choice([*ALPHABET, *PIECES]) for _ in range(chance.randint(1, 25)))
        said = verbalize(text)
        assert verbalize(said) == said, text
        assert not any(character.isdigit() for character in said), text
