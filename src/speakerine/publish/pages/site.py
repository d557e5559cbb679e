"""The pages that list episodes: plain HTML that works without JavaScript, from a folder as from a server."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from speakerine.french.writing import NBSP, french_date
from speakerine.publish.addresses import COVER, FEED, INDEX, base_address, episode_path
from speakerine.publish.feed.item import UNTITLED
from speakerine.publish.pages.frame import environment, frame
from speakerine.publish.pages.subscribing import app_links
from speakerine.publish.plain import typeset
from speakerine.publish.times import zoned
from speakerine.publish.wording import french_duration, iso_duration, voices_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speakerine.publish.listing import Listing, ListPage
    from speakerine.settings import Show


def render_list(show: Show, page: ListPage, base_url: str = "") -> str:
    """Return one page of the list: the first is the show's own, with how to subscribe.

    Raises:
        ConfigError: `base_url` is no web address.
    """
    base = base_address(base_url)
    feed_address = base + FEED
    return (
        environment()
        .get_template("index.html" if page.is_first else "archive.html")
        .render(
            frame(show),
            root="../" * page.path.count("/"),
            episodes=[_entry(listing) for listing in page.listings],
            page=page,
            period=_period(page.listings),
            index=INDEX,
            address=base,
            picture=base + COVER,
            feed_address=feed_address,
            apps=app_links(feed_address),
            local=urlsplit(base).hostname in {"127.0.0.1", "localhost"},
            note=voices_note([voice for listing in page.listings for voice in listing.voices]),
        )
    )


def _entry(listing: Listing) -> dict[str, object]:
    published = zoned(listing.published)
    return {
        "guid": listing.guid,
        "title": typeset(listing.title) or UNTITLED,
        "page": episode_path(listing, INDEX),
        "mp3": episode_path(listing, listing.enclosure.path),
        "date": french_date(published),
        "date_iso": published.isoformat(timespec="minutes"),
        "duration": french_duration(listing.enclosure.duration_ms),
        "duration_iso": iso_duration(listing.enclosure.duration_ms),
        "teaser": typeset(listing.teaser),
        "origin": typeset(listing.origin),
        "language": listing.language,
    }


def _period(listings: Sequence[Listing]) -> str:
    """Return « 4 mars au 9 juin 2024 », from the oldest to the newest, or the one day that they have."""
    if not listings:
        return ""
    first, last = (_day_month_year(listings[place]) for place in (-1, 0))
    if first == last:
        return _date(first)
    if first[2] != last[2]:
        return f"{_date(first)} au {_date(last)}"
    return f"{_date(first[:1] if first[1] == last[1] else first[:2])} au {_date(last)}"


def _day_month_year(listing: Listing) -> list[str]:
    return french_date(zoned(listing.published)).replace(NBSP, " ").split(" ")[1:]


def _date(parts: Sequence[str]) -> str:
    """Return « 4 », « 4 mars » or « 4 mars 2024 », the day tied to its month."""
    return " ".join([NBSP.join(parts[:2]), *parts[2:]])
