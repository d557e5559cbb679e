"""JSON Feed to a Feed. Source: JSON Feed 1.1, and 1.0 for its single author."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from speakerine.sources.feed_entry import (
    Entry,
    Feed,
    absolute,
    entry_id,
    join_names,
    parse_moment,
    plain_text,
    to_html,
)


def read_json_feed(parsed: Mapping[str, Any], url: str) -> Feed:
    """The feed in the object of a JSON Feed; it may have no entries. What has the wrong type is left out."""
    items = parsed.get("items")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return Feed(_text(parsed, "title"), url, tuple(_entry(item, url, _author(parsed)) for item in entries))


def _entry(item: Mapping[str, Any], url: str, feed_author: str) -> Entry:
    address = absolute(_text(item, "url") or _text(item, "external_url"), url)
    title = plain_text(_text(item, "title"))
    published = parse_moment(_text(item, "date_published"))
    stated = item.get("id")
    return Entry(
        id=entry_id(str(stated) if isinstance(stated, (str, int, float)) else "", address, title, published),
        url=address,
        title=title,
        published=published,
        updated=parse_moment(_text(item, "date_modified")),
        author=_author(item) or feed_author,
        summary_html=to_html(_text(item, "summary")),
        content_html=_text(item, "content_html") or to_html(_text(item, "content_text")),
        image=absolute(_text(item, "image") or _text(item, "banner_image"), url),
    )


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _author(item: Mapping[str, Any]) -> str:
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else [item.get("author")]
    return join_names([_text(person, "name") for person in people if isinstance(person, dict)])
