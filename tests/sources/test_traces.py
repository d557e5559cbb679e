"""Asking only the rules that a line's words call for gives what asking them all would."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from speakerine.sources.credits import credit_tails
from speakerine.sources.lines import classify, kind_by_rules, prose_kind
from speakerine.sources.vocabulary import entries

LABELS = ["buttons", "sections", "related", "endings", "discussion", "comment-buttons"]
PATTERNS = [
    "button-patterns",
    "closing-sentences",
    "comment-patterns",
    "cuts",
    "embed-patterns",
    "ending-patterns",
    "pitches",
    "related-marks",
    "related-patterns",
]
PLAIN = ["Le pont de la ville", "Une barque passe", "Hier soir", "Selon Jean, la mer"]
PAGES = sorted((Path(__file__).parent / "data" / "pasted").glob("*.txt"))
FOLDED = st.one_of(st.characters(min_codepoint=32, max_codepoint=126), st.sampled_from("«»…–—→·•©"))
"""What the lines are written in that patterns see: folded, so without accents."""
MANY = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def same_kind(text: str) -> bool:
    """Whether a line is of the kind that all the rules together say."""
    return classify(text).kind is (kind_by_rules(text) or prose_kind(text))


def one_line(text: str) -> str:
    return " ".join(text.split())


def said_by(patterns: list[str], alphabet: st.SearchStrategy[str] | None = FOLDED) -> st.SearchStrategy[str]:
    """Lines that one of `patterns` matches, with or without words before them."""
    matching = [
        st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True, alphabet=alphabet)
        for pattern in patterns
    ]
    before = st.sampled_from(["", *PLAIN])
    return st.builds(lambda words, said: one_line(f"{words} {said}"), before, st.one_of(matching))


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_is_called_for_by_its_words(name: str) -> None:
    @given(said_by(entries(name)).filter(bool))
    @MANY
    def holds(line: str) -> None:
        assert same_kind(line), line

    holds()


@given(said_by([tail.pattern for tail in credit_tails()], None).filter(bool))
@example("Le pont de la ville ?PHoto:A")
@MANY
def test_every_credit_is_called_for_by_its_words(line: str) -> None:
    assert same_kind(line), line


@pytest.mark.parametrize("name", LABELS)
def test_every_label_is_known_whole(name: str) -> None:
    for label in entries(name):
        for line in (label, label.upper(), label.capitalize(), f"{label} 12", f"12 {label}"):
            assert same_kind(line), line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_of_a_page_is_of_the_same_kind(page: Path) -> None:
    for line in map(one_line, page.read_bytes().decode("utf-8").splitlines()):
        assert not line or same_kind(line), line


PIECES = [*PLAIN, *(label for name in (*LABELS, "reader") for label in entries(name))]


@given(st.lists(st.sampled_from(PIECES), max_size=4))
@MANY
def test_words_of_labels_in_any_order_are_of_the_same_kind(pieces: list[str]) -> None:
    line = one_line(" ".join(pieces))
    assert not line or same_kind(line), line
