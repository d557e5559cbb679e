from pathlib import Path

import pytest

from speakerine.publish.feed.document import podcast_guid
from speakerine.publish.feed.identity import give_identity, read_identity
from tests.publish.conftest import BASE


def test_the_guid_is_given_once_and_kept(tmp_path: Path) -> None:
    assert give_identity(tmp_path, BASE) == podcast_guid(BASE)
    assert give_identity(tmp_path, "https://ailleurs.fr/") == podcast_guid(BASE) == read_identity(tmp_path)


def test_no_guid_is_given_at_this_machine_s_address(tmp_path: Path) -> None:
    assert give_identity(tmp_path, "") == podcast_guid("")
    assert read_identity(tmp_path) == ""


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"guid": 3}'])
def test_an_identity_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "podcast.json").write_text(text, encoding="utf-8")
    assert read_identity(tmp_path) == ""


def test_a_lost_identity_is_found_in_the_feed(published: Path) -> None:
    (published / "podcast.json").unlink()
    assert give_identity(published, "https://ailleurs.fr/") == podcast_guid(BASE)


def test_a_feed_of_this_machine_s_has_none_to_find(tmp_path: Path) -> None:
    feed = f"<podcast:guid>{podcast_guid('')}</podcast:guid>"
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    assert give_identity(tmp_path, BASE) == podcast_guid(BASE)
