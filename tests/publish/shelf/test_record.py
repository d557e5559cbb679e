import json
from typing import Any

import pytest
from hypothesis import given

from speakerine.errors import PublishError
from speakerine.publish.shelf.record import episode_from_json, episode_to_json
from speakerine.types import Episode
from tests.publish.conftest import DATA
from tests.publish.strategies import episodes, law


@law
@given(episodes)
def test_a_record_gives_its_episode_back(episode: Episode) -> None:
    assert episode_from_json(episode_to_json(episode)) == episode


@law
@given(episodes)
def test_a_record_keeps_the_zone(episode: Episode) -> None:
    back = episode_from_json(episode_to_json(episode))
    assert back.published.utcoffset() == episode.published.utcoffset()


@pytest.mark.parametrize("name", ["full", "bare"])
def test_a_record_is_written_as_it_was(name: str) -> None:
    text = (DATA / f"{name}.json").read_text(encoding="utf-8")
    assert episode_to_json(episode_from_json(text)) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ("{}", "its schema is None"),
        ('{"schema": 99}', "its schema is 99, and this speakerine reads 1"),
        ('{"schema": 1}', "it has no 'enclosure'"),
        ("[" * 200_000, "not a record: maximum recursion"),
        ('{"schema": ' + "9" * 5000 + "}", "not a record: Exceeds the limit"),
    ],
)
def test_what_is_no_record(text: str, said: str) -> None:
    with pytest.raises(PublishError, match=said):
        episode_from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        {"title": 3},
        {"published": "hier"},
        {"published": None},
        {"enclosure": "a.mp3"},
        {"enclosure": {"path": "../../secret", "length_bytes": 1, "duration_ms": 1}},
        {"enclosure": {"path": "a.mp3", "length_bytes": "1", "duration_ms": 1}},
        {"enclosure": {"path": "a.mp3", "length_bytes": 1, "duration_ms": 1, "colour": "red"}},
        {"cues": [{"start_ms": 0}]},
        {"paragraphs": [{"text": "x", "kind": "poem"}]},
        {"voices": [1]},
        {"voices": None},
        {"word_count": "beaucoup"},
    ],
)
def test_a_record_with_a_wrong_value(full: Episode, change: dict[str, Any]) -> None:
    fields = json.loads(episode_to_json(full)) | change
    with pytest.raises(PublishError, match="it holds a wrong value"):
        episode_from_json(json.dumps(fields))
