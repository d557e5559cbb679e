"""What a list of episodes shows of each, and the pages that a long list is cut in."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from speakerine.publish.addresses import INDEX
from speakerine.publish.plain import cut, one_line
from speakerine.types import Enclosure

if TYPE_CHECKING:
    from speakerine.types import Episode

TEASER_CHARS = 280


@dataclass(frozen=True, slots=True)
class Listing:
    """An episode as a list shows it; `teaser` opens its description, `origin` names author and site.

    `fingerprint` is the record's: what decided the sound.
    """

    guid: str
    slug: str
    title: str
    published: datetime
    enclosure: Enclosure
    teaser: str = ""
    origin: str = ""
    url: str = ""
    language: str = "fr"
    voices: tuple[str, ...] = ()
    has_text: bool = False
    has_cues: bool = False
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the list, its newest episode first.

    `path` is the page's own from the root of the site; `newer` and `older` are those of its
    neighbours, or "". `total` is how many episodes the show has; only the first page tells it.
    """

    listings: tuple[Listing, ...]
    path: str = INDEX
    newer: str = ""
    older: str = ""
    total: int = 0

    @property
    def is_first(self) -> bool:
        """Whether it is the show's own page."""
        return self.path == INDEX


def listing_of(episode: Episode) -> Listing:
    """Return what lists show of the episode."""
    origin = dict.fromkeys(filter(None, map(one_line, (episode.author, episode.site))))
    return Listing(
        guid=episode.guid,
        slug=episode.slug,
        title=one_line(episode.title),
        published=episode.published,
        enclosure=episode.enclosure,
        teaser=cut(episode.summary or episode.description, TEASER_CHARS),
        origin=", ".join(origin),
        url=episode.url,
        language=episode.language,
        voices=episode.voices,
        has_text=bool(episode.paragraphs),
        has_cues=bool(episode.cues),
        fingerprint=episode.fingerprint,
    )


def listing_to_json(listing: Listing) -> str:
    """Return the listing as `listing_from_json` reads it."""
    return json.dumps(asdict(listing) | {"published": listing.published.isoformat()}, ensure_ascii=False)


def listing_from_json(text: str) -> Listing:
    """Return the listing that `listing_to_json` wrote."""
    fields = json.loads(text)
    special = {
        "published": datetime.fromisoformat(fields["published"]),
        "enclosure": Enclosure(**fields["enclosure"]),
        "voices": tuple(fields["voices"]),
    }
    return Listing(**(fields | special))
