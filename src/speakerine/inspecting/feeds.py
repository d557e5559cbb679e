"""The feed and its archives, opened and held to their rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from speakerine.inspecting.channel_rules import CHANNEL
from speakerine.inspecting.companion_rules import COMPANIONS
from speakerine.inspecting.document_rules import DOCUMENT
from speakerine.inspecting.feed_documents import Document, Setting, parse_document, text
from speakerine.inspecting.feed_items import Item, Known
from speakerine.inspecting.folder_rules import FEED_FILE
from speakerine.inspecting.item_rules import ITEM
from speakerine.inspecting.opened import open_text, parse_json
from speakerine.inspecting.podcasting_rules import ARCHIVE, PODCAST
from speakerine.inspecting.whole_feed_rules import OFFERED, WHOLE, Link, Offered, Place, WholeFeed
from speakerine.inspecting.wording import read_date
from speakerine.publish.addresses import ARCHIVES, FEED, base_address
from speakerine.publish.feed.identity import IDENTITY
from speakerine.publish.times import zoned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from speakerine.inspecting.findings import Finding
    from speakerine.settings import Show


def inspect_feeds(output: Path, show: Show, episodes: Sequence[Known], now: datetime) -> Iterator[Finding]:
    """What is wrong with the feed; what is wrong with an item under the name of its episode.

    Raises:
        ConfigError: the show's base_url is no address.
    """
    setting = Setting(show, base_address(show.base_url), _given_guid(output), now)
    by_guid = {one.guid: one for one in reversed(episodes)}
    links: dict[str, Link] = {}
    all_read = True
    for path in (FEED, *_archives(output)):
        opened = open_text(output / path)
        document, fault = parse_document(path, opened, setting)
        yield from FEED_FILE.findings(replace(opened, fault=fault), path)
        if document is None:
            all_read = False
            continue
        yield from _document(document)
        items = [_item(document, element, by_guid) for element in document.items]
        for item in items:
            yield from ITEM.findings(item, item.where)
            yield from COMPANIONS.findings(item, item.where)
        links[path] = Link(document.link("prev-archive"), document.link("next-archive"), _places(items))
    if all_read:
        yield from _whole(WholeFeed(links), episodes)


def _given_guid(output: Path) -> str:
    """The show's podcast:guid as it was given, or ""."""
    identity = parse_json(open_text(output / IDENTITY)).value
    guid = identity.get("guid", "") if isinstance(identity, dict) else ""
    return guid if isinstance(guid, str) else ""


def _archives(output: Path) -> list[str]:
    found = sorted((output / ARCHIVES).glob("[!.]*.xml"))
    return [f"{ARCHIVES}/{path.name}" for path in found]


def _document(document: Document) -> Iterator[Finding]:
    for book in (DOCUMENT, CHANNEL, PODCAST, ARCHIVE) if document.is_rss else (DOCUMENT,):
        yield from book.findings(document, document.path)


def _item(document: Document, element: object, by_guid: Mapping[str, Known]) -> Item:
    return Item(document.path, element, by_guid.get(text(element, "guid")), document.setting)


def _places(items: Sequence[Item]) -> tuple[Place, ...]:
    """Where the items stand, without their elements, which take the memory."""
    return tuple(
        Place(item.where, text(item.element, "guid"), item.path, _published(item), item.known is not None)
        for item in items
    )


def _published(item: Item) -> datetime | None:
    moment = read_date(text(item.element, "pubDate"))
    return zoned(moment) if moment else None


def _whole(feed: WholeFeed, episodes: Sequence[Known]) -> Iterator[Finding]:
    yield from WHOLE.findings(feed, FEED)
    guids = frozenset(place.guid for place in feed.places())
    for known in episodes:
        yield from OFFERED.findings(Offered(known, guids), known.slug)
