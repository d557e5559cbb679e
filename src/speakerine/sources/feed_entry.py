"""A feed and its entries, whatever format they came in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from speakerine.french.writing import enumeration
from speakerine.sources.bylines import parse_byline
from speakerine.sources.dates import parse_date
from speakerine.sources.page import squeeze

_TAG = re.compile(r"<[^<>]{0,500}>")
_E_MAIL = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article; "" or None where it does not.

    `id` is the feed's own name for it, else its address, else its title and date. `summary_html` and
    `content_html` are HTML: the text to read is in them, and they are for no page of ours.
    """

    id: str
    url: str
    title: str
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""
    summary_html: str = ""
    content_html: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, and its entries in its own order. `url` is where it was found."""

    title: str
    url: str
    entries: tuple[Entry, ...]


def entry_id(stated: str, url: str, title: str, published: datetime | None) -> str:
    """The name of an entry, which stays from one reading of its feed to the next."""
    return stated.strip() or url or f"{title} {published.isoformat() if published else ''}".strip()


def absolute(address: str, base: str) -> str:
    """The http or https address that `address` is, seen from `base`, or ""."""
    try:
        whole = urljoin(base, address.strip())
        return whole if address.strip() and urlsplit(whole).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def join_names(names: list[str]) -> str:
    """« Jeanne Martin, Paul Roux et Ali Ben »; e-mail addresses and « Par » are left out."""
    found: list[str] = []
    for written in names:
        name = squeeze(_E_MAIL.sub("", plain_text(written)).replace("()", "")).strip("() ,;")
        signature = parse_byline(name)
        name = signature.names if signature and signature.explicit else name
        if name and name not in found:
            found.append(name)
    return enumeration(found)


def parse_moment(written: str) -> datetime | None:
    """A date of a feed, with its zone: ISO 8601 (RFC 3339), RFC 822, or as the French write it; else None."""
    text = written.strip()
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = parse(text)
        except (ValueError, OverflowError):
            continue
        if when.tzinfo is not None:
            return when
    return parse_date(text)


def utc_moment(parts: object) -> datetime | None:
    """A date in UTC from its year, month, day, hour, minute and second, as feedparser gives it."""
    if not isinstance(parts, tuple):
        return None
    try:
        year, month, day, hour, minute, second = parts[:6]
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def plain_text(html: str) -> str:
    """A title in HTML as plain text on one line."""
    return squeeze(unescape(_TAG.sub(" ", html))) if "<" in html or "&" in html else squeeze(html)


def to_html(text: str) -> str:
    """Plain text as HTML paragraphs."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
