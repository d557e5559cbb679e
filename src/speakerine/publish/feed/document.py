"""The feed: RSS 2.0 with the namespaces of iTunes and Podcasting 2.0.

A feed that grew long is several documents: feed.xml with the newest episodes, and its archives, each of
which names the one before it.

Sources: RSS 2.0; Apple Podcasts, RSS feed requirements; the Podcast Standards Project's PSP-1;
the Podcasting 2.0 namespace; RFC 5005, feed paging and archiving.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from speakerine.errors import PublishError
from speakerine.publish.addresses import COVER, FEED, INDEX, base_address, web_address
from speakerine.publish.feed.categories import check_category
from speakerine.publish.feed.item import MAX_VALUE, add_item, plain_title
from speakerine.publish.plain import cut, cut_bytes, printable
from speakerine.publish.times import newest_first, rfc_2822

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speakerine.settings import Show
    from speakerine.types import Episode

NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}

HISTORY_NAMESPACE = {"xmlns:fh": "http://purl.org/syndication/history/1.0"}
"""Source: RFC 5005, §4, archived feeds."""

PODCAST_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Source: Podcasting 2.0 namespace, podcast:guid."""

MAX_PERSON = 128
"""Characters in a podcast:person or podcast:updateFrequency. Source: Podcasting 2.0 namespace."""

_MAX_DESCRIPTION_BYTES = 4000
_DECLARED = b"<?xml version='1.0' encoding='utf-8'?>"


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """One document of the feed: its path from the root of the site, and those before and after it, or ""."""

    path: str = FEED
    older: str = ""
    newer: str = ""

    @property
    def is_archive(self) -> bool:
        """Whether it holds episodes that feed.xml has no longer."""
        return self.path != FEED


FIRST = FeedDocument()


def podcast_guid(base_url: str) -> str:
    """Return the show's GUID, from the feed's address without its scheme and its last slashes."""
    address = (base_address(base_url) + FEED).partition("://")[2]
    return str(uuid5(PODCAST_NAMESPACE, address.rstrip("/")))


def render_feed(
    show: Show,
    episodes: Sequence[Episode],
    base_url: str,
    *,
    guid: str = "",
    document: FeedDocument = FIRST,
) -> bytes:
    """Return a document of the feed in UTF-8, newest episode first; it reads no clock, and no file.

    `base_url` is where output/ is reachable; "" is the local server's address. `guid` is the one
    that the show was given under another address, where it has moved.

    Raises:
        ConfigError: the base address or the category cannot be used.
        PublishError: two episodes share a GUID or an address.
    """
    base = base_address(base_url)
    check_category(show.category, show.subcategory)
    ordered = newest_first(episodes)
    _check_distinct(ordered)
    history = HISTORY_NAMESPACE if document.is_archive else {}
    rss = Element("rss", {"version": "2.0", **NAMESPACES, **history})
    channel = SubElement(rss, "channel")
    _add_links(channel, document, base)
    _add_show(channel, show, base)
    _add_podcasting(channel, show, guid or podcast_guid(base))
    if ordered:
        for name in ("pubDate", "lastBuildDate"):
            SubElement(channel, name).text = rfc_2822(ordered[0].published)
    for voice in dict.fromkeys(voice for episode in ordered for voice in episode.voices):
        if name := cut(voice, MAX_PERSON):
            SubElement(channel, "podcast:person", {"role": "narrator", "group": "cast"}).text = name
    for episode in ordered:
        add_item(channel, episode, show, base)
    indent(rss)
    text: bytes = tostring(rss, encoding="utf-8", xml_declaration=True)
    return text.replace(_DECLARED, b'<?xml version="1.0" encoding="UTF-8"?>', 1) + b"\n"


def _check_distinct(episodes: Sequence[Episode]) -> None:
    for what, values in (
        ("GUID", [episode.guid for episode in episodes]),
        ("address", [f"{episode.slug}/{episode.enclosure.path}" for episode in episodes]),
    ):
        if twice := _twice(values):
            raise PublishError(f"two episodes have the same {what}, “{twice}”: remove one of them")


def _twice(values: Iterable[str]) -> str:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return ""


def _add_links(channel: Element, document: FeedDocument, base: str) -> None:
    """Add where the document is, and those it goes on in. Source: RFC 5005, §3 (next) and §4."""
    links = {"self": document.path, "prev-archive": document.older, "next": document.older}
    if document.is_archive:
        SubElement(channel, "fh:archive")
        links |= {"next-archive": document.newer, "current": FEED}
    for rel, path in links.items():
        if path:
            where = {"rel": rel, "type": "application/rss+xml", "href": base + path}
            SubElement(channel, "atom:link", where)


def _add_show(channel: Element, show: Show, base: str) -> None:
    title, link = plain_title(show.title), web_address(show.link) or base + INDEX
    author = cut(show.author or show.title, MAX_VALUE)
    for name, text in (
        ("title", title),
        ("link", link),
        ("description", cut_bytes(printable(show.description).strip() or title, _MAX_DESCRIPTION_BYTES)),
        ("language", show.language),
        ("copyright", cut(show.copyright, MAX_VALUE)),
        ("generator", "speakerine"),
        ("itunes:author", author),
        ("itunes:type", "episodic"),
        ("itunes:explicit", str(show.explicit).lower()),
    ):
        if text:
            SubElement(channel, name).text = text
    SubElement(channel, "itunes:image", {"href": base + COVER})
    image = SubElement(channel, "image")
    for name, text in (("url", base + COVER), ("title", title), ("link", link)):
        SubElement(image, name).text = text
    category = SubElement(channel, "itunes:category", {"text": show.category})
    if show.subcategory:
        SubElement(category, "itunes:category", {"text": show.subcategory})
    if show.email:
        owner = SubElement(channel, "itunes:owner")
        SubElement(owner, "itunes:name").text = author
        SubElement(owner, "itunes:email").text = cut(show.email, MAX_VALUE)


def _add_podcasting(channel: Element, show: Show, guid: str) -> None:
    SubElement(channel, "podcast:guid").text = guid
    SubElement(channel, "podcast:medium").text = "podcast"
    owner = {"owner": cut(show.email, MAX_VALUE)} if show.email else {}
    SubElement(channel, "podcast:locked", owner).text = "yes"
    SubElement(channel, "podcast:updateFrequency").text = "Au fil des articles"
    SubElement(channel, "podcast:txt", {"purpose": "ai-content"}).text = "true"
