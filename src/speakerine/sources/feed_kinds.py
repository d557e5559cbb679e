"""Telling feeds from pages, and finding the feed that a page names."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from speakerine.errors import SourceError
from speakerine.sources.encodings import decode_bytes
from speakerine.sources.feed_entry import absolute

_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)
"""Source: RFC 4287 §7 (Atom), JSON Feed 1.1; the others are custom, not registered."""

_JSON_VERSION = "https://jsonfeed.org/version/"
_PROLOGUE = (
    r"\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,5000}?-->\s*"
    r"|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,5000}\]\s*)?>\s*){0,10}"
)
_XML_START = re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
_HTML_START = re.compile(_PROLOGUE + r"<(?:html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_LINK = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-z-]{1,30})\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))""", re.IGNORECASE
)
_HEAD_CHARS = 20_000
_LINKS_CHARS = 300_000


def is_feed(data: bytes, content_type: str = "") -> bool:
    """Whether `data` is a feed (RSS, Atom or JSON Feed), by how it begins, else by its content type.

    A page that is served as a feed is none.
    """
    start = _start(data)
    if _XML_START.match(start):
        return True
    if start.lstrip().startswith("{"):
        return parse_json_feed(data) is not None
    return content_type in _TYPES and not _HTML_START.match(start)


def is_page(data: bytes) -> bool:
    """Whether `data` begins as a web page does."""
    start = _start(data)
    return bool(_HTML_START.match(start)) or (
        not _XML_START.match(start) and "<html" in start.lower() and "<?xml" not in start[:100]
    )


def parse_json_feed(data: bytes) -> dict[str, Any] | None:
    """The object that a JSON Feed is, or None for any other data. Source: JSON Feed 1.1."""
    try:
        parsed = json.loads(decode_bytes(data))
    except (ValueError, RecursionError, SourceError):
        return None
    is_one = isinstance(parsed, dict) and str(parsed.get("version", "")).startswith(_JSON_VERSION)
    return parsed if is_one else None


def named_feed(html: str, url: str) -> str:
    """The address of the feed that a page names in its head, or "". Source: RSS Autodiscovery 1.0."""
    for link in _LINK.findall(html[:_LINKS_CHARS]):
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(link)}
        if "alternate" in attributes.get("rel", "").lower() and attributes.get("type", "").lower() in _TYPES:
            return absolute(unescape(attributes.get("href", "")), url)
    return ""


def _start(data: bytes) -> str:
    """The first characters of `data`, good enough to know its first tag by."""
    try:
        return decode_bytes(data[:_HEAD_CHARS]).lstrip("\ufeff")
    except SourceError:
        return ""
