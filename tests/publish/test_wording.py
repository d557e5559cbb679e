from dataclasses import replace
from datetime import UTC, datetime

import pytest

from speakerine.french.writing import french_date
from speakerine.publish.wording import (
    clock,
    french_duration,
    french_megabytes,
    iso_duration,
    long_clock,
    source_note,
    voices_note,
)
from speakerine.types import Episode


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (datetime(2024, 5, 24, tzinfo=UTC), "vendredi 24\u00a0mai 2024"),
        (datetime(2023, 8, 1, tzinfo=UTC), "mardi 1er\u00a0août 2023"),
    ],
)
def test_date(day: datetime, expected: str) -> None:
    assert french_date(day) == expected


@pytest.mark.parametrize(
    ("duration_ms", "expected", "iso"),
    [
        (0, "1\u00a0s", "PT0M1S"),
        (42_400, "42\u00a0s", "PT0M42S"),
        (245_000, "4\u00a0min\u00a005\u00a0s", "PT4M5S"),
        (3_900_000, "1\u00a0h\u00a005\u00a0min", "PT65M0S"),
    ],
)
def test_duration(duration_ms: int, expected: str, iso: str) -> None:
    assert (french_duration(duration_ms), iso_duration(duration_ms)) == (expected, iso)


def test_clock() -> None:
    assert [clock(5_900), clock(3_905_000)] == ["0:05", "1:05:05"]


def test_a_time_in_show_notes_is_one_that_apps_find() -> None:
    assert [long_clock(5_900), long_clock(3_905_000)] == ["00:05", "1:05:05"]


def test_megabytes() -> None:
    assert [french_megabytes(10), french_megabytes(3_249_000)] == ["0,1\u00a0Mo", "3,2\u00a0Mo"]


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ((), "Lecture par une voix de synthèse."),
        (("Claire",), "Lecture par une voix de synthèse\u00a0: Claire."),
        (("A", "B", "C", "A"), "Lecture par des voix de synthèse\u00a0: A, B et C."),
    ],
)
def test_voices_note(voices: tuple[str, ...], expected: str) -> None:
    assert voices_note(voices) == expected


def test_source_note_names_what_is_known(full: Episode) -> None:
    assert source_note(full) == "Article\u00a0: Anne Kerdoncuff, Le Journal du port."
    assert source_note(replace(full, author="", site="")) == ""
