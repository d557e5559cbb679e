import pytest

from speakerine.upload.headers import cache_control, content_type


@pytest.mark.parametrize(
    "path", ["feed.xml", "archives/2024.xml", "index.html", "sw.js", "search/blocks.json"]
)
def test_what_changes_with_each_episode_is_asked_for_again(path: str) -> None:
    assert cache_control(path) == "public, max-age=60, must-revalidate"


@pytest.mark.parametrize("path", ["episodes/a/a.mp3", "cover.jpg", "episodes/a/chapter-01.png"])
def test_sound_and_pictures_are_kept_a_day_for_they_may_be_replaced(path: str) -> None:
    assert cache_control(path) == "public, max-age=86400"


def test_the_type_is_that_which_serve_gives() -> None:
    assert content_type("episodes/a/chapters.json") == "application/json+chapters"
