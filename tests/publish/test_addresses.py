import pytest

from speakerine.errors import ConfigError
from speakerine.publish.addresses import LOCAL_BASE_URL, base_address, episode_path, web_address
from speakerine.types import Episode


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://exemple.fr/été?a=1&b=%20#x", "https://exemple.fr/%C3%A9t%C3%A9?a=1&b=%20#x"),
        ("https://médias.example/a b", "https://xn--mdias-bsa.example/a%20b"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("/chemin", ""),
        ("https://", ""),
        ("http://[::1", ""),
        ("https:\\\\exemple.fr", ""),
        ("", ""),
    ],
)
def test_web_address(url: str, expected: str) -> None:
    assert web_address(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", LOCAL_BASE_URL),
        ("https://exemple.fr", "https://exemple.fr/"),
        ("https://exemple.fr/p//", "https://exemple.fr/p/"),
    ],
)
def test_base_address(url: str, expected: str) -> None:
    assert base_address(url) == expected


def test_base_address_that_is_none() -> None:
    with pytest.raises(ConfigError, match="is not a web address"):
        base_address("exemple.fr/podcast")


def test_episode_path_is_ascii(bare: Episode) -> None:
    assert episode_path(bare, "é a.mp3").endswith("/%C3%A9%20a.mp3")
