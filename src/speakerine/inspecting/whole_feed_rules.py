"""The rules on the whole feed: its order, its archives, and that every episode is offered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import APPLE, ARCHIVED_FEEDS, RSS, SPEAKERINE
from speakerine.inspecting.wording import quoted
from speakerine.publish.addresses import FEED

if TYPE_CHECKING:
    from datetime import datetime

    from speakerine.inspecting.feed_items import Known


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its episode's folder, its guid, its MP3's path, its date where it has one."""

    where: str
    guid: str
    path: str
    published: datetime | None
    is_known: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A document of the feed in the chain of its archives; `older` and `newer` are paths, or ""."""

    older: str
    newer: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class WholeFeed:
    """All that the feed offers, by the paths of its documents, feed.xml first."""

    documents: Mapping[str, Link]

    def chain(self) -> Iterator[str]:
        """The documents from feed.xml on, each the older one of that before; none twice."""
        path, seen = FEED, set[str]()
        while path in self.documents and path not in seen:
            seen.add(path)
            yield path
            path = self.documents[path].older

    def places(self) -> Iterator[Place]:
        """Every item of every document."""
        return (place for link in self.documents.values() for place in link.places)


WHOLE: Rulebook[WholeFeed] = Rulebook(WRITE_FEED)


def _twice(values: Iterable[str]) -> Iterator[tuple[str, int]]:
    return ((value, times) for value, times in Counter(values).items() if value and times > 1)


@WHOLE.error("feed.order", "the newest episode comes first", SPEAKERINE)
def _order(feed: WholeFeed) -> Faults:
    for link in feed.documents.values():
        dated = [(place, place.published) for place in link.places if place.published]
        for (newer, above), (older, below) in pairwise(dated):
            if above < below:
                yield f"{newer.where} comes before {older.where}, which is newer"


@WHOLE.error("feed.guids", "no two items have the same guid", RSS)
def _guids(feed: WholeFeed) -> Faults:
    for guid, times in _twice(place.guid for place in feed.places()):
        yield f"{times} items have the guid {quoted(guid)}"


@WHOLE.error("feed.enclosures", "no two items have the same enclosure", APPLE)
def _enclosures(feed: WholeFeed) -> Faults:
    for path, times in _twice(place.path for place in feed.places()):
        yield f"{times} items offer {path}"


@WHOLE.error("feed.strangers", "every item is an episode of the folder", SPEAKERINE)
def _strangers(feed: WholeFeed) -> Faults:
    for place in feed.places():
        if not place.is_known:
            yield f"it offers {quoted(place.guid)}, and no episode has that guid"


@WHOLE.error("archive.chain", "from feed.xml on, prev-archive leads to every archive", ARCHIVED_FEEDS)
def _chain(feed: WholeFeed) -> Faults:
    chained = list(feed.chain())
    for path in feed.documents:
        if path not in chained:
            yield f"no archive leads to {path}"
    older = feed.documents[chained[-1]].older if chained else ""
    if older in chained:
        yield f"the archives lead back to {older}"
    elif older:
        yield f"{chained[-1]} leads to {older}, which is missing"


@WHOLE.error("archive.back", "next-archive leads back to the newer one", ARCHIVED_FEEDS)
def _back(feed: WholeFeed) -> Faults:
    for newer, older in pairwise(feed.chain()):
        said = feed.documents[older].newer
        if said != newer and (said or newer != FEED):
            yield f"{older} leads to {quoted(said)} as the newer one, and that is {newer}"


@WHOLE.error("archive.order", "no archive has an episode newer than those before it", ARCHIVED_FEEDS)
def _archive_order(feed: WholeFeed) -> Faults:
    for newer, older in pairwise(feed.chain()):
        above, below = (
            [place.published for place in feed.documents[path].places if place.published]
            for path in (newer, older)
        )
        if above and below and max(below) > min(above):
            yield f"{older} has an episode that is newer than one of {newer}"


@dataclass(frozen=True, slots=True)
class Offered:
    """An episode, and the guids of all items."""

    known: Known
    guids: frozenset[str]


OFFERED: Rulebook[Offered] = Rulebook(WRITE_FEED)


@OFFERED.error("feed.complete", "every episode is in the feed or in an archive", SPEAKERINE)
def _complete(offered: Offered) -> Faults:
    if offered.known.guid not in offered.guids:
        yield "the feed does not offer it"
