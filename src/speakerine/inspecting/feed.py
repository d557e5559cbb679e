"""The feed, held against the files that it offers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from speakerine.inspecting.findings import Finding, error, warning
from speakerine.publish.addresses import EPISODES, FEED, base_address
from speakerine.publish.feed import NAMESPACES
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from speakerine.inspecting.records import Kept
    from speakerine.settings import Show

WRITE_FEED = "run speakerine feed: it writes it again from the episodes"
NO_BASE_URL = "listeners cannot reach it yet: nobody has said where it will be"
_ATOM, _ITUNES = (f"{{{NAMESPACES[name]}}}" for name in ("xmlns:atom", "xmlns:itunes"))
_WANTED = (
    *("title", "link", "description", "language"),
    *(f"{_ITUNES}{name}" for name in ("image", "category", "explicit", "author")),
)
"""What a channel must have. Sources: RSS 2.0; Apple Podcasts, RSS feed requirements."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What the feed says of an episode. `path` is that of its MP3 from the output folder, or ""."""

    guid: str
    path: str
    length: str
    duration: str
    published: str
    addresses: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The episode's folder; the feed's name where it leads to none."""
        parts = self.path.split("/")
        return parts[1] if len(parts) > 1 and parts[0] == EPISODES else FEED


def inspect_feed(output: Path, show: Show, kept: Sequence[Kept]) -> Iterator[Finding]:
    """What is wrong with the feed, its items under the name of their episode.

    Raises:
        ConfigError: the show's base_url is no address.
    """
    from lxml import etree

    base = base_address(show.base_url)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring((output / FEED).read_bytes(), parser)
    except FileNotFoundError:
        yield error("feed", FEED, "it is missing", WRITE_FEED)
        return
    except (OSError, etree.XMLSyntaxError) as reason:
        yield error("feed", FEED, f"it is no XML that can be read ({reason})", WRITE_FEED)
        return
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        yield error("feed", FEED, "it is no RSS feed", WRITE_FEED)
        return
    yield from _channel(channel, show, base)
    items = [_item(element, base) for element in channel.iterfind("item")]
    yield from _order(items)
    yield from _against_episodes(items, kept)
    for item in items:
        yield from _files(output, item, base)


def _channel(channel: Any, show: Show, base: str) -> Iterator[Finding]:
    for tag in _WANTED:
        if channel.find(tag) is None:
            yield error("feed", FEED, f"it has no {tag.replace(_ITUNES, 'itunes:')}", WRITE_FEED)
    self_link = channel.find(f"{_ATOM}link[@rel='self']")
    address = "" if self_link is None else self_link.get("href", "")
    if address != base + FEED:
        what = f"it says that it is at {address or 'no address'}, and the show's is {base + FEED}"
        yield error("self link", FEED, what, WRITE_FEED)
    if not show.base_url:
        yield warning(
            "base_url", FEED, NO_BASE_URL, "set base_url in [show] of show.toml, and run speakerine feed"
        )


def _item(element: Any, base: str) -> _Item:
    enclosure = element.find("enclosure")
    said = {} if enclosure is None else dict(enclosure.attrib)
    links = [value for one in element.iter() for name, value in one.attrib.items() if name in {"url", "href"}]
    return _Item(
        guid=element.findtext("guid", ""),
        path=_path(said.get("url", ""), base),
        length=said.get("length", ""),
        duration=element.findtext(f"{_ITUNES}duration", ""),
        published=element.findtext("pubDate", ""),
        addresses=tuple(links),
    )


def _path(address: str, base: str) -> str:
    """The path from the output folder of what is at the address; "" where that is elsewhere."""
    return unquote(address.removeprefix(base)) if address.startswith(base) else ""


def _order(items: Sequence[_Item]) -> Iterator[Finding]:
    for what, values in (("guid", [i.guid for i in items]), ("enclosure", [i.path for i in items])):
        for value, times in Counter(values).items():
            if times > 1:
                yield error(what, FEED, f"{times} items have the {what} “{value}”", WRITE_FEED)
    for newer, older in pairwise(items):
        try:
            in_order = parsedate_to_datetime(newer.published) >= parsedate_to_datetime(older.published)
        except (ValueError, TypeError):
            yield error("date", newer.slug, f"its date in the feed, “{newer.published}”, is none", WRITE_FEED)
            return
        if not in_order:
            what = f"it comes before {older.slug} in the feed, and is older: the newest must come first"
            yield error("order", newer.slug, what, WRITE_FEED)


def _against_episodes(items: Sequence[_Item], kept: Sequence[Kept]) -> Iterator[Finding]:
    offered = {item.slug: item for item in items}
    guids = {item.guid for item in items}
    for one in kept:
        if one.episode is None:
            continue
        where, item = one.folder.name, offered.get(one.folder.name)
        if item is None:
            if one.episode.guid not in guids:
                yield error("feed", where, "the feed does not offer it", WRITE_FEED)
            continue
        if item.guid != one.episode.guid:
            what = f"its guid is {item.guid} in the feed, and {one.episode.guid} in its record"
            yield error("guid", where, what, WRITE_FEED)
        wanted_s = max(1, round(one.episode.enclosure.duration_ms / MS_PER_S))
        if item.duration != str(wanted_s):
            what = f"the feed says that it lasts “{item.duration}” seconds, and its record {wanted_s}"
            yield error("duration", where, what, WRITE_FEED)


def _files(output: Path, item: _Item, base: str) -> Iterator[Finding]:
    """Every address of the item that is in this podcast leads to a file, and the MP3's length is right."""
    mp3 = output / item.path
    if not item.path:
        yield error("enclosure", FEED, f"an item ({item.guid}) offers no MP3 of this podcast", WRITE_FEED)
    elif mp3.is_file() and str(mp3.stat().st_size) != item.length:
        what = f"the feed says that {mp3.name} has {item.length} bytes, and it has {mp3.stat().st_size}"
        yield error("enclosure", item.slug, what, WRITE_FEED)
    for address in item.addresses:
        path = _path(address, base)
        if path and not (output / path).is_file():
            yield error("link", item.slug, f"the feed leads to {path}, which is missing", WRITE_FEED)
