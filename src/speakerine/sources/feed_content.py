"""Whether a feed's entry carries its whole article, and that article as a page to read."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from speakerine.errors import SourceError
from speakerine.sources.addresses import without_tracking
from speakerine.sources.feed_entry import Entry
from speakerine.sources.folding import fold
from speakerine.sources.html import read_html
from speakerine.sources.page import lines_of, parse_page, text_of
from speakerine.sources.syndication import says_origin
from speakerine.types import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_WORDS = 60
_FEWEST_PARAGRAPHS = 2
_PARAGRAPH_WORDS = 8
_LONGER = 1.2
_UNLABELLED_WORDS = 150
"""A description alone is the article when it is this long: feeds without content:encoded put it there."""

_CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?"
    r"|(?:lire|voir|decouvrir) (?:la suite|plus|l.article|l.integralite)\b.{0,60}"
    r"|continue[rz]? (?:la lecture|reading)\b.{0,80}|en savoir plus|read (?:more|the rest)\b.{0,60})\W*$"
)


def has_full_content(entry: Entry) -> bool:
    """Whether the entry's HTML is the article itself: several paragraphs, more than a summary, not cut."""
    lines = _lines(_tree(entry.content_html or entry.summary_html))
    words = sum(len(line.split()) for line in lines)
    paragraphs = sum(len(line.split()) >= _PARAGRAPH_WORDS for line in lines)
    if words < _FEWEST_WORDS or paragraphs < _FEWEST_PARAGRAPHS or _CUT.search(fold(lines[-1])):
        return False
    if not entry.content_html:
        return words >= _UNLABELLED_WORDS
    summary = sum(len(line.split()) for line in _lines(_tree(entry.summary_html)))
    return entry.summary_html == entry.content_html or words >= _LONGER * summary


def read_content(entry: Entry) -> Article:
    """The article that the entry carries, signed and dated by the entry.

    Raises:
        SourceError: there is no article in it.
    """
    address = without_tracking(entry.url)
    article = read_html(_page(entry, address), url=address or None)
    return replace(
        article,
        title=entry.title or article.title,
        byline=entry.author or article.byline,
        published=entry.published or article.published,
        url=address,
        image=entry.image or article.image,
        source="feed",
    )


def _tree(html: str) -> HtmlElement | None:
    """The HTML as a tree, without the line that says where it came from; None for what cannot be read."""
    try:
        tree = parse_page(f"<div>{html}</div>", "the entry") if html.strip() else None
    except SourceError:
        return None
    if tree is not None:
        for element in [e for e in tree.iter("p", "div") if says_origin(text_of(e))]:
            element.drop_tree()
    return tree


def _lines(tree: HtmlElement | None) -> list[str]:
    """The lines that the tree shows."""
    text = "" if tree is None else lines_of(tree)
    return [line.strip() for line in text.splitlines() if line.strip()]


def _page(entry: Entry, address: str) -> str:
    from lxml.html import tostring

    tree = _tree(entry.content_html or entry.summary_html)
    body = "" if tree is None else tostring(tree, encoding="unicode")
    return (
        f'<html lang="fr"><head><title>{escape(entry.title)}</title>'
        f'<link rel="canonical" href="{escape(address)}"></head><body><article>'
        f"<h1>{escape(entry.title)}</h1>{body}</article></body></html>"
    )
