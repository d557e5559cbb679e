"""RSS and Atom to a Feed. feedparser knows the thirty years of formats, of dates, and of broken ones."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from xml.parsers import expat

from speakerine.errors import SourceError
from speakerine.sources.charsets import is_utf8
from speakerine.sources.encodings import text_codec
from speakerine.sources.feed_entry import (
    Entry,
    Feed,
    absolute,
    entry_id,
    join_names,
    parse_moment,
    plain_text,
    to_html,
    utc_moment,
)
from speakerine.sources.refusals import shown

_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")

_MOST_TAGS = 200_000
_MOST_ATTRIBUTES = 500

_POSITION = re.compile(r"^<unknown>:(\d+):\d+: ")


def parse_xml_feed(data: bytes, url: str, charset: str = "") -> Feed:
    """The feed in `data`, well-formed or not; it may have no entries.

    Raises:
        SourceError: it is no feed, or is broken beyond reading.
    """
    import feedparser

    _refuse_heavy(data, url)
    headers = {"content-type": f"application/xml{_charset(data, charset)}", "content-location": url}
    try:
        parsed = feedparser.parse(io.BytesIO(data), response_headers=headers)
    except (ValueError, LookupError, TypeError, AssertionError, AttributeError, RecursionError) as error:
        raise SourceError(_broken(url, error)) from error
    if not parsed.get("version") or (parsed.bozo and not parsed.entries):
        raise SourceError(_broken(url, parsed.get("bozo_exception")))
    title = _plain(parsed.feed, "title")
    return Feed(title, url, tuple(_entry(entry, url) for entry in parsed.entries))


def _refuse_heavy(data: bytes, url: str) -> None:
    """Stop at what keeps feedparser for minutes: for each attribute of a tag it goes through all of them.

    Raises:
        SourceError: there are more tags, or attributes in one tag, than in any feed.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    counts: list[int] = [0]
    parser.StartElementHandler = lambda _name, attributes: counts.append(len(attributes))
    with suppress(expat.ExpatError, ValueError, LookupError):  # such feeds have a lenient reader
        parser.Parse(data)
    if max(counts) > _MOST_ATTRIBUTES or data.count(b"<") > _MOST_TAGS:
        raise SourceError(f"{shown(url)} is too large to be a feed. Give the address of one of its articles.")


def _charset(data: bytes, stated: str) -> str:
    """The charset parameter under which feedparser reads the data right: as `decode_page` would."""
    if is_utf8(data):
        return "; charset=utf-8"
    declared = _ENCODING.match(data)
    name = text_codec(stated) or (text_codec(declared[1].decode("ascii")) if declared else "")
    return f"; charset={name}" if name and not name.startswith(("utf-16", "utf-32")) else ""


def _entry(parsed: Mapping[str, Any], url: str) -> Entry:
    address = absolute(_text(parsed, "feedburner_origlink") or _text(parsed, "link"), url)
    title = _plain(parsed, "title")
    published = _moment(parsed, "published") or _moment(parsed, "updated")
    return Entry(
        id=entry_id(_text(parsed, "id"), address, title, published),
        url=address,
        title=title,
        published=published,
        updated=_moment(parsed, "updated"),
        author=_author(parsed),
        summary_html=_html(_field(parsed, "summary_detail")),
        content_html=max((_html(part) for part in _mappings(parsed, "content")), key=len, default=""),
        image=absolute(_image(parsed), url),
    )


def _field(parsed: Mapping[str, Any], name: str) -> Any:
    """The field as it stands: feedparser's own look-up gives one date for another, with a warning."""
    return dict(parsed.items()).get(name)


def _text(parsed: Mapping[str, Any], name: str) -> str:
    value = _field(parsed, name)
    return value if isinstance(value, str) else ""


def _mappings(parsed: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    value = _field(parsed, name)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _plain(parsed: Mapping[str, Any], name: str) -> str:
    detail = _field(parsed, f"{name}_detail")
    is_html = isinstance(detail, Mapping) and "html" in _text(detail, "type")
    text = _text(parsed, name)
    return plain_text(text) if is_html else " ".join(text.split())


def _html(detail: Any) -> str:
    if not isinstance(detail, Mapping):
        return ""
    value = _text(detail, "value")
    return value if "html" in _text(detail, "type") or "<p" in value else to_html(value)


def _moment(parsed: Mapping[str, Any], name: str) -> Any:
    return parse_moment(_text(parsed, name)) or utc_moment(_field(parsed, f"{name}_parsed"))


def _author(parsed: Mapping[str, Any]) -> str:
    """Who signs. feedparser cuts e-mail addresses of long top-level domains short: they are read here."""
    names = [name for author in _mappings(parsed, "authors") if (name := _text(author, "name"))]
    written = _text(parsed, "author")
    return join_names(names if len(names) > 1 or (names and "@" not in written) else [written])


def _image(parsed: Mapping[str, Any]) -> str:
    for media in _mappings(parsed, "media_content"):
        if _text(media, "medium") == "image" or _text(media, "type").startswith("image/"):
            return _text(media, "url")
    for thumbnail in _mappings(parsed, "media_thumbnail"):
        return _text(thumbnail, "url")
    for link in _mappings(parsed, "links"):
        if _text(link, "rel") == "enclosure" and _text(link, "type").startswith("image/"):
            return _text(link, "href")
    image = _field(parsed, "image")
    return _text(image, "href") if isinstance(image, Mapping) else ""


def _broken(url: str, error: object) -> str:
    why = (
        _POSITION.sub(r"line \1: ", " ".join(str(error).split()))[:120]
        if error
        else "it is in no format of feeds"
    )
    return f"{shown(url)} is not a feed that can be read ({why}). Check that it is the address of a feed."
