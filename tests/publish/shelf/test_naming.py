import pytest

from speakerine.errors import ConfigError
from speakerine.publish.shelf.naming import meant_slug

SLUGS = ("2024-05-01-le-pont", "2024-05-02-le-pont-rouvre", "2024-06-01-la-marche")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2024-05-01-le-pont", "2024-05-01-le-pont"),
        ("marche", "2024-06-01-la-marche"),
        ("ROUVRE", "2024-05-02-le-pont-rouvre"),
        ("last", "2024-05-02-le-pont-rouvre"),
    ],
)
def test_a_name_or_a_part_of_one(name: str, slug: str) -> None:
    assert meant_slug(SLUGS, name, newest=SLUGS[1]) == slug


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pont", "may be 2024-05-01-le-pont or 2024-05-02-le-pont-rouvre: write more"),
        ("la-marché", "the nearest is 2024-06-01-la-marche"),
    ],
)
def test_a_name_that_means_none_or_several(name: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        meant_slug(SLUGS, name, newest="")


def test_many_that_may_be_meant_are_not_all_listed() -> None:
    with pytest.raises(ConfigError, match="or one of 15 more"):
        meant_slug([f"2024-{number}" for number in range(20)], "2024", newest="")


def test_in_an_empty_show_there_is_no_last() -> None:
    with pytest.raises(ConfigError, match="no episode yet"):
        meant_slug((), "last", newest="")
    with pytest.raises(ConfigError, match="there is none yet"):
        meant_slug((), "pont", newest="")
