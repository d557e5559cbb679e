"""One episode in the feed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from speakerine.publish.addresses import CHAPTERS, COVER, INDEX, TRANSCRIPTS, episode_path
from speakerine.publish.chapters import MIME_TYPE, order_chapters
from speakerine.publish.feed.notes import render_content, render_description
from speakerine.publish.plain import cut, one_line
from speakerine.publish.times import rfc_2822
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from speakerine.settings import Show
    from speakerine.types import Episode

UNTITLED = "Sans titre"
MAX_VALUE = 255
"""Characters in a title or a name. Source: Apple Podcasts, RSS feed requirements."""

_MAX_PERSON = 128


_TAG = re.compile("<(?=[/!?a-zA-Z])([^<>]*)>")


def plain_title(title: str) -> str:
    """Return a title of at most 255 characters that no reader takes for markup: « <b> » is « ‹b› ».

    Source: W3C feed validator, ContainsHTML.
    """
    return cut(_TAG.sub(r"‹\1›", title), MAX_VALUE) or UNTITLED


def add_item(channel: Element, episode: Episode, show: Show, base: str) -> None:
    """Add the episode to the channel; `base` is the site's address with its slash."""
    item = SubElement(channel, "item")
    page = base + episode_path(episode, INDEX)
    seconds = max(1, round(episode.enclosure.duration_ms / MS_PER_S))
    for name, text in (
        ("title", plain_title(episode.title)),
        ("link", page),
        ("description", render_description(episode)),
        ("content:encoded", render_content(episode, page)),
        ("pubDate", rfc_2822(episode.published)),
        ("itunes:author", cut(episode.author or show.author, MAX_VALUE)),
        ("itunes:duration", str(seconds)),
        ("itunes:explicit", str(show.explicit).lower()),
        ("itunes:episodeType", "full"),
    ):
        if text:
            SubElement(item, name).text = text
    SubElement(item, "guid", {"isPermaLink": "false"}).text = one_line(episode.guid)
    enclosure = {
        "url": base + episode_path(episode, episode.enclosure.path),
        "length": str(episode.enclosure.length_bytes),
        "type": episode.enclosure.mime_type,
    }
    SubElement(item, "enclosure", enclosure)
    SubElement(item, "itunes:image", {"href": base + episode_path(episode, COVER)})
    _add_companions(item, episode, base)


def _add_companions(item: Element, episode: Episode, base: str) -> None:
    if episode.cues:
        for name, mime_type in TRANSCRIPTS.items():
            where = {"url": base + episode_path(episode, name), "type": mime_type}
            SubElement(item, "podcast:transcript", {**where, "language": episode.language})
    if order_chapters(episode):
        where = {"url": base + episode_path(episode, CHAPTERS), "type": MIME_TYPE}
        SubElement(item, "podcast:chapters", where)
    people = [
        (episode.author, "author", "writing"),
        *((voice, "narrator", "cast") for voice in episode.voices),
    ]
    for person, role, group in people:
        if name := cut(person, _MAX_PERSON):
            SubElement(item, "podcast:person", {"role": role, "group": group}).text = name
    SubElement(item, "podcast:txt", {"purpose": "ai-content"}).text = "true"
