import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.publish.shelf.slugs import free_slug, make_slug, mp3_name
from tests.publish.strategies import any_text, law

DAY = date(2024, 5, 24)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Vladimir Poutine en visite", "2024-05-24-vladimir-poutine-en-visite"),
        ("L’Œuvre d’été : « ça » !", "2024-05-24-l-oeuvre-d-ete-ca"),
        (
            "Vladimir Poutine en visite officielle au Bélarus pour parler défense et économie",
            "2024-05-24-vladimir-poutine-en-visite-officielle-au-belarus",
        ),
        (
            "Les incroyables tribulations des Chinois dans Pékin",
            "2024-05-24-les-incroyables-tribulations-des-chinois",
        ),
        ("日本", "2024-05-24-episode"),
        ("", "2024-05-24-episode"),
        ("a" * 99, "2024-05-24-" + "a" * 49),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert make_slug(DAY, title) == expected


@law
@given(st.dates(), any_text)
def test_a_slug_is_short_and_ascii(day: date, title: str) -> None:
    slug = make_slug(day, title)
    assert len(slug) <= 60
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z0-9]+(-[a-z0-9]+)*", slug)


def test_a_taken_slug_is_numbered() -> None:
    assert free_slug("a", {"b"}) == "a"
    assert free_slug("a", {"a", "a-2"}) == "a-3"


def test_the_mp3_has_the_slug_without_its_day() -> None:
    assert mp3_name("2024-05-24-vladimir-poutine") == "vladimir-poutine.mp3"
