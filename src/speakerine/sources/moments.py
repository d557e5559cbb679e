"""When a page's article was published: its tags, the elements that name a date, and its visible lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from speakerine.sources.dates import is_date_line, is_update_only, parse_date
from speakerine.sources.folding import fold
from speakerine.sources.page import squeeze, text_of, with_class

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "publish-date",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "date.modified",
)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:published|publish-?dates?|pub-?dates?|publication|dates?|posted(?:-on)?|timestamp|dateline)(?:$|[\s_-])"
)
_UPDATE_CLASS = re.compile(r"modifi|updat|maj")
_DIGIT = re.compile(r"\d")
_MOST_TEXTS = 5000
_DATE_CHARS = 120
_MOST_DATED = 200
_MOST_LINES = 150
_OTHER_WORDS = 8
"""A line that holds a date and no more words than this, « Annonay - mardi 11 mai 2010 », dates the page."""


def find_published(tree: HtmlElement, meta: Mapping[str, str], title: str) -> datetime | None:
    """When the article that is headed `title` was published, as far as the page says."""
    stated = (parse_date(meta[name]) for name in _META_NAMES if name in meta)
    for found in (stated, _times(tree), _dated_elements(tree), _visible(tree, title)):
        if when := next((when for when in found if when), None):
            return when
    return None


def _times(tree: HtmlElement) -> Iterator[datetime | None]:
    """What the time elements say: those of a publication first, those of an update last."""
    moments = list(islice(tree.iter("time"), _MOST_DATED))
    under = _under_heading(tree)
    ranked = sorted(moments, key=lambda m: (_is_update(m), m.get("pubdate") is None, m not in under))
    return (parse_date(m.get("datetime") or text_of(m)) for m in ranked)


def _is_update(element: HtmlElement) -> bool:
    parent = element.getparent()
    named = " ".join(e.get("class") or "" for e in (element, parent) if e is not None)
    said = "" if parent is None else text_of(parent, _DATE_CHARS)
    return bool(_UPDATE_CLASS.search(fold(named[:_DATE_CHARS]))) or is_update_only(said)


def _dated_elements(tree: HtmlElement) -> Iterator[datetime | None]:
    """What the elements say whose class names a date: in an attribute, or else in words."""
    under = _under_heading(tree)
    elements = sorted(islice(with_class(tree, _DATE_CLASS), _MOST_DATED), key=lambda e: e not in under)
    for element in elements:
        yield parse_date(element.get("title") or element.get("datetime") or element.get("content") or "")
    for text in (text_of(element, _DATE_CHARS) for element in elements):
        if len(text) <= _DATE_CHARS and not is_update_only(text):
            yield parse_date(text)


def _under_heading(tree: HtmlElement) -> set[HtmlElement]:
    """The elements after the first h1: above it, a page shows the date of the day."""
    elements = tree.iter()
    next((element for element in elements if element.tag == "h1"), None)
    return set(elements)


def _visible(tree: HtmlElement, title: str) -> Iterator[datetime | None]:
    """The dates of the lines under the title, then of those above it."""
    lines = [line for line in islice(_lines(tree), _MOST_TEXTS) if line == title or _DIGIT.search(line)]
    under = lines.index(title) + 1 if title in lines else 0
    for line in (*lines[under : under + _MOST_LINES], *lines[:under]):
        if is_date_line(line) or len(line.split()) <= _OTHER_WORDS:
            yield None if is_update_only(line) else parse_date(line)


def _lines(tree: HtmlElement) -> Iterator[str]:
    body = tree.find("body")
    for element in (tree if body is None else body).iter():
        if isinstance(element.tag, str) and element.tag not in {"script", "style"}:
            for text in (element.text, element.tail):
                if text and len(text) < 2 * _DATE_CHARS and text.strip():
                    yield squeeze(text)
