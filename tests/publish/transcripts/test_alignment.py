"""Where what is said is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.publish.transcripts.alignment import Place, align, squeeze
from tests.publish.strategies import law, words

WRITTEN = ["Un. Deux.", "Titre", "Trois cent cinq personnes. Quatre."]


def paragraphs_of(written: list[str], said: list[str]) -> list[int | None]:
    places = align([squeeze(text) for text in written], [squeeze(text) for text in said])
    return [None if place is None else place.paragraph for place in places]


def test_a_place_counts_no_white_space() -> None:
    assert align(["Un.Deux."], ["Un.", "Deux."]) == [Place(0, 0, 3), Place(0, 3, 8)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            ["Un. Deux.", "Titre", "Trois cent cinq personnes.", "Quatre."], [0, 1, 2, 2], id="all of it"
        ),
        pytest.param(
            ["Bonjour.", "Un.", "Deux.", "Merci."], [None, 0, 0, None], id="the presenter around it"
        ),
        pytest.param(
            ["Titre", "Un. Deux.", "Titre", "Trois cent cinq personnes. Quatre."],
            [None, 0, 1, 2],
            id="a title among the headlines too",
        ),
        pytest.param(["Un.", "Titre"], [0, 1], id="a paragraph in part, from its beginning"),
        pytest.param(["Titre", "cent cinq personnes."], [1, 2], id="a paragraph in part, from its middle"),
        pytest.param(["Titre", "on."], [1, None], id="no word inside another"),
        pytest.param(["Deux fois."], [None], id="nothing that is written"),
        pytest.param([], [], id="nothing said"),
    ],
)
def test_what_is_said_stands_in_its_paragraph(said: list[str], expected: list[int | None]) -> None:
    assert paragraphs_of(WRITTEN, said) == expected


def test_what_is_said_twice_stands_in_two_paragraphs() -> None:
    assert paragraphs_of(["Encore.", "Oui.", "Encore."], ["Encore.", "Oui.", "Encore."]) == [0, 1, 2]


def test_a_paragraph_that_nobody_says_is_passed_over() -> None:
    assert paragraphs_of(WRITTEN, ["Un. Deux.", "Trois cent cinq personnes.", "Quatre."]) == [0, 2, 2]


@law
@given(st.lists(words, max_size=12), st.lists(words, max_size=12))
def test_places_ascend_and_hold_what_is_said(written: list[str], said: list[str]) -> None:
    found = [(place, text) for place, text in zip(align(written, said), said, strict=True) if place]
    bounds = [bound for p, _ in found for bound in ((p.paragraph, p.start), (p.paragraph, p.end))]
    assert bounds == sorted(bounds)
    assert all(written[place.paragraph][place.start : place.end] == text for place, text in found)


@law
@given(st.lists(st.lists(words, min_size=1, max_size=4), max_size=8))
def test_an_article_said_whole_is_placed_whole(paragraphs: list[list[str]]) -> None:
    said = [text for paragraph in paragraphs for text in paragraph]
    assert all(align(["".join(paragraph) for paragraph in paragraphs], said))
