"""Feeds: their entries, and the article of each. RSS, Atom and JSON Feed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from speakerine.errors import SourceError
from speakerine.sources.charsets import decode_page
from speakerine.sources.feed_content import has_full_content, read_content
from speakerine.sources.feed_entry import Entry, Feed
from speakerine.sources.feed_json import read_json_feed
from speakerine.sources.feed_kinds import is_feed, is_page, named_feed, parse_json_feed
from speakerine.sources.feed_xml import parse_xml_feed
from speakerine.sources.refusals import shown
from speakerine.sources.webpage import read_url

if TYPE_CHECKING:
    from speakerine.sources.fetch import Fetcher
    from speakerine.sources.robots import Robots
    from speakerine.types import Article

__all__ = ["Entry", "Feed", "has_full_content", "is_feed", "parse_feed", "read_entry"]

_LARGEST_BYTES = 10_000_000


def parse_feed(data: bytes, url: str, charset: str = "") -> Feed:
    """The feed in `data`, found at `url`, in the charset that the server named, or "".

    Entries keep the feed's order. A feed that breaks its format's rules is read as far as it can be.

    Raises:
        SourceError: it is a web page, no feed at all, broken beyond reading, or has no entries.
    """
    if len(data) > _LARGEST_BYTES:
        raise SourceError(
            f"{shown(url)} is larger than {_LARGEST_BYTES // 1_000_000} MB, too large to be a feed. "
            "Give the addresses of its articles."
        )
    if is_page(data):
        raise SourceError(_is_a_page(data, url, charset))
    parsed = parse_json_feed(data)
    feed = read_json_feed(parsed, url) if parsed is not None else parse_xml_feed(data, url, charset)
    if not feed.entries:
        raise SourceError(f"{shown(url)} is an empty feed: it lists no articles. Try again later.")
    return feed


def read_entry(entry: Entry, fetcher: Fetcher | None, robots: Robots | None = None) -> Article:
    """The entry's article: from the feed where it is there whole, else from the article's page.

    What the page does not say of its title, author, date and picture, the entry does.

    Args:
        entry: one of a feed's.
        fetcher: fetches the page; None to stay off the network.
        robots: what the sites allow; None to ask nobody.

    Raises:
        SourceError: the entry is only a summary and its page cannot be had, or holds no article.
    """
    if has_full_content(entry):
        try:
            return read_content(entry)
        except SourceError:
            if not entry.url or fetcher is None:
                raise
    name = f"The entry « {entry.title or entry.id} »"
    if not entry.url:
        raise SourceError(f"{name} is only a summary, without an address for its article. Leave it out.")
    if fetcher is None:
        raise SourceError(
            f"{name} is only a summary. Its article is at {shown(entry.url)}: give that address."
        )
    article = read_url(entry.url, fetcher, robots)
    return replace(
        article,
        title=article.title or entry.title,
        byline=article.byline or entry.author,
        published=article.published or entry.published,
        image=article.image or entry.image,
        source="feed",
    )


def _is_a_page(data: bytes, url: str, charset: str) -> str:
    feed = named_feed(decode_page(data, charset), url)
    advice = f"Its feed is at {shown(feed)}" if feed else "Give the address behind its « RSS » link"
    return f"{shown(url)} is a web page, not a feed. {advice}."
