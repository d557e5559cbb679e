"""How chapters that are not the record's are told."""

import pytest

from speakerine.inspecting.chapter_rules import Told, difference_fault, end_fault, first_fault, order_fault

RECORDED = [Told(0, "Générique"), Told(5_000, "La Seine monte", "https://exemple.fr/seine")]


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ([RECORDED[0]], "there are 1 chapters, and 2 in its record"),
        (
            [RECORDED[0], Told(5_100, "La Seine monte", "https://exemple.fr/seine")],
            "chapter 2 begins at 0:05.100, and its record says 0:05.000",
        ),
        (
            [RECORDED[0], Told(5_000, "Le Rhône monte", "https://exemple.fr/seine")],
            "chapter 2 is called “Le Rhône monte”, and its record says “La Seine monte”",
        ),
        (
            [RECORDED[0], Told(5_000, "La Seine monte")],
            "chapter 2 leads to nothing, and its record says https://exemple.fr/seine",
        ),
        (
            [RECORDED[0], Told(None, *("La Seine monte", "https://exemple.fr/seine"))],
            "chapter 2 begins at no time",
        ),
    ],
)
def test_the_first_difference_is_told(told, fault):
    assert next(difference_fault(told, RECORDED)).startswith(fault)


def test_the_same_chapters_have_no_difference():
    assert list(difference_fault(RECORDED, RECORDED)) == []


@pytest.mark.parametrize(
    ("starts_ms", "faults"),
    [
        ([], []),
        ([0, 10, 20], []),
        ([5], ["the first chapter begins at 0:00.005 and not at 0"]),
        ([0, 20, 10], ["chapter 3 does not begin after chapter 2"]),
        ([0, 0], ["chapter 2 does not begin after chapter 1"]),
        ([0, None, 10], []),
        ([0, 30], ["chapter 2 begins at 0:00.030, when the episode has ended"]),
    ],
)
def test_chapters_of_an_episode_of_30_ms(starts_ms, faults):
    found = [*first_fault(starts_ms), *order_fault(starts_ms), *end_fault(starts_ms, 30)]
    assert found == faults
