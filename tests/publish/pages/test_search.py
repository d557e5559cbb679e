import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.publish.pages.search import fold, folded_words, render_search, search_manifest
from speakerine.types import Cue, Episode, Paragraph
from tests.publish.strategies import episodes, hostile_texts, law, several

FOLDING = json.loads((Path(__file__).parent.parent / "data" / "folding.json").read_text(encoding="utf-8"))
"""What words.js is held to as well."""


def block(*listed: Episode) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(render_search(listed))
    return parsed


@pytest.mark.parametrize("case", FOLDING, ids=lambda case: case["text"])
def test_words_are_folded(case: dict[str, Any]) -> None:
    assert list(folded_words(case["text"])) == case["words"]


@law
@given(hostile_texts)
def test_what_is_folded_stays_so(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@law
@given(st.text(max_size=40))
def test_capitals_change_no_word(text: str) -> None:
    assert folded_words(text) == folded_words(fold(text))


def test_episodes_are_the_newest_first(full: Episode, bare: Episode) -> None:
    assert [one["slug"] for one in block(bare, full)["episodes"]] == [full.slug, bare.slug]


def test_an_episode_is_shown_as_on_the_page(full: Episode) -> None:
    assert block(full)["episodes"] == [
        {
            "slug": full.slug,
            "title": full.title,
            "date": "vendredi 31\u00a0mai 2024",
            "duration": "1\u00a0min\u00a034\u00a0s",
        }
    ]


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("participe", "title"),
        ("solene", "author"),
        ("gazette", "site"),
        ("baleines", "what is said"),
        ("marees", "what is written"),
    ],
)
def test_a_word_is_found_in(bare: Episode, full: Episode, word: str, where: str) -> None:
    told = replace(
        bare,
        author="Solène Le Bris",
        site="La Gazette",
        cues=(Cue(0, 900, "Des baleines !"),),
        paragraphs=(Paragraph("L’horaire des marées"),),
    )
    assert block(full, told)["words"][word] == [1], where


def test_a_word_of_several_episodes_has_them_all(full: Episode, bare: Episode) -> None:
    assert block(bare, full)["words"]["ne"] == [0]
    other = replace(bare, title="Une librairie")
    assert block(other, full)["words"]["librairie"] == [0, 1]


def test_words_are_in_order_whatever_the_machine(full: Episode) -> None:
    words = list(block(full)["words"])
    assert words == sorted(words)


@law
@given(several)
def test_every_word_of_a_title_is_found(listed: list[Episode]) -> None:
    found = block(*listed)
    for place, entry in enumerate(found["episodes"]):
        episode = next(one for one in listed if one.slug == entry["slug"])
        assert all(place in found["words"][word] for word in folded_words(episode.title))


@law
@given(episodes)
def test_the_same_episodes_give_the_same_block(episode: Episode) -> None:
    assert render_search([episode]) == render_search([episode])


def test_the_manifest_names_the_blocks_in_the_order_given() -> None:
    assert json.loads(search_manifest(["2024-05-31-été", "2023"])) == ["2024-05-31-été", "2023"]
