"""A written feed parses back to what was written, in the parsers that clients are built on."""

from __future__ import annotations

import calendar
import io
from typing import Any

import feedparser
import podcastparser
from hypothesis import given
from lxml import etree

from speakerine.publish.feed.document import render_feed
from speakerine.publish.times import newest_first
from speakerine.settings import Show
from speakerine.types import Episode
from tests.publish.conftest import BASE
from tests.publish.strategies import hostile_episodes, hostile_shows, law, several

SHOW = Show(title="À voix haute", author="Camille", email="c@exemple.fr")


def address(episode: Episode) -> str:
    return f"{BASE}episodes/{episode.slug}/{episode.enclosure.path}"


def seconds(episode: Episode) -> int:
    return max(1, round(episode.enclosure.duration_ms / 1000))


@law
@given(several)
def test_feedparser_reads_what_was_written(episodes: list[Episode]) -> None:
    read: Any = feedparser.parse(io.BytesIO(render_feed(SHOW, episodes, BASE)))
    assert not read.bozo
    assert (read.feed.title, read.feed.language) == ("À voix haute", "fr")
    assert [
        (
            one.id,
            one.title,
            calendar.timegm(one.published_parsed),
            one.enclosures[0].href,
            one.itunes_duration,
        )
        for one in read.entries
    ] == [
        (e.guid, e.title, int(e.published.timestamp()), address(e), str(seconds(e)))
        for e in newest_first(episodes)
    ]
    assert [one.enclosures[0].length for one in read.entries] == [
        str(e.enclosure.length_bytes) for e in newest_first(episodes)
    ]


@law
@given(several)
def test_podcastparser_reads_what_was_written(episodes: list[Episode]) -> None:
    read = podcastparser.parse(BASE + "feed.xml", io.BytesIO(render_feed(SHOW, episodes, BASE)))
    assert (read["title"], read["cover_url"]) == ("À voix haute", BASE + "cover.jpg")
    assert sorted(
        (
            one["guid"],
            one["title"],
            one["published"],
            one["total_time"],
            one["enclosures"][0]["url"],
            one["enclosures"][0]["file_size"],
            one["enclosures"][0]["mime_type"],
        )
        for one in read["episodes"]
    ) == sorted(
        (
            e.guid,
            e.title,
            int(e.published.timestamp()),
            seconds(e),
            address(e),
            e.enclosure.length_bytes,
            "audio/mpeg",
        )
        for e in episodes
    )


@law
@given(hostile_shows, hostile_episodes)
def test_any_text_gives_well_formed_xml(show: Show, episode: Episode) -> None:
    etree.fromstring(render_feed(show, [episode], BASE))
