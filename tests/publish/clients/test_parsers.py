"""The parsers that podcast apps in Python are built on read every item of the served feed."""

from __future__ import annotations

from io import BytesIO
from urllib.request import ProxyHandler, build_opener

import feedparser
import podcastparser
import pytest

from speakerine.types import Episode


@pytest.fixture
def feed(served: str) -> bytes:
    """As it is served."""
    with build_opener(ProxyHandler({})).open(f"{served}feed.xml") as answer:
        return answer.read()


def test_feedparser_reads_every_item(feed: bytes, full: Episode, bare: Episode, show) -> None:
    read = feedparser.parse(feed)
    assert not read.bozo
    assert read.feed.title == show.title
    assert {entry.id: entry.title for entry in read.entries} == {one.guid: one.title for one in (full, bare)}
    assert [entry.enclosures[0].type for entry in read.entries] == ["audio/mpeg"] * 2


def test_podcastparser_reads_every_item(served: str, feed: bytes, full: Episode, bare: Episode) -> None:
    read = podcastparser.parse(f"{served}feed.xml", BytesIO(feed))
    assert {one["guid"]: one["title"] for one in read["episodes"]} == {
        one.guid: one.title for one in (full, bare)
    }
    for one in read["episodes"]:
        (enclosure,) = one["enclosures"]
        assert enclosure["url"].startswith(served)
        assert enclosure["file_size"] > 0
        assert one["total_time"] == 6
