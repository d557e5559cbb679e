"""Addresses of one base given another: what was written for the public address, served at this machine's.

Only what is an address is touched: an attribute, an element or a value that holds nothing else, and
begins with the base. A sentence that mentions the site keeps its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.addresses import CHAPTERS, FEED
from speakerine.publish.pages.app_files import QR
from speakerine.publish.pages.qr import render_qr
from speakerine.publish.pages.subscribing import app_links

if TYPE_CHECKING:
    from pathlib import Path

_SELF = "{http://www.w3.org/2005/Atom}link"

_ATTRIBUTE = r'<[A-Za-z][^<>]*?\s(?:href|src|url|value|content)="'
_ELEMENT = "<(?:link|url)>"
_NOTES_LINK = r'&lt;a\s(?:(?!&gt;)[^<>])*?href="'
"""A link in show notes, which are markup that is escaped."""

_JSON_VALUE = r'"(?:url|img)":\s*"'


@dataclass(frozen=True, slots=True)
class Move:
    """From one base address to another, each with its slash."""

    old: str
    new: str

    def in_html(self, page: bytes) -> bytes:
        """Return the page with its addresses moved, those for podcast apps too."""
        moved = _moved(page, _ATTRIBUTE, _in_markup(self.old), _in_markup(self.new))
        links = zip(app_links(self.old + FEED), app_links(self.new + FEED), strict=True)
        for old, new in links:
            moved = moved.replace(_href(old.href), _href(new.href))
        return moved

    def in_xml(self, feed: bytes) -> bytes:
        """Return the feed with its addresses moved, and those of links in its show notes."""
        old, new = _in_markup(self.old), _in_markup(self.new)
        moved = _moved(feed, _ATTRIBUTE, old, new)
        moved = _moved(moved, _ELEMENT, old, new)
        return _moved(moved, _NOTES_LINK, _in_markup(old), _in_markup(new))

    def in_json(self, chapters: bytes) -> bytes:
        """Return the chapters with the addresses of their links and pictures moved."""
        return _moved(chapters, _JSON_VALUE, self.old, self.new)


def readdressed(name: str, content: bytes, move: Move) -> bytes:
    """Return the file of that path from the root of the site, its addresses moved."""
    path = PurePosixPath(name)
    if move.old == move.new:
        return content
    if name == QR:
        return render_qr(move.new + FEED)
    if path.name == CHAPTERS:
        return move.in_json(content)
    return {".html": move.in_html, ".xml": move.in_xml}.get(path.suffix, bytes)(content)


def read_base(feed: Path) -> str:
    """Return the base address that the feed was written for, with its slash; only its head is read.

    Raises:
        PublishError: it cannot be read, or does not say its own address.
    """
    from lxml import etree

    try:
        with feed.open("rb") as file:
            for _, link in etree.iterparse(file, tag=_SELF, resolve_entities=False):
                if link.get("rel") == "self":
                    return str(link.get("href", "")).removesuffix(FEED)
    except OSError as error:
        raise PublishError(f"{feed} cannot be read: {error.strerror or error}") from error
    except etree.XMLSyntaxError as error:
        reason = " ".join(str(error).split())
        raise PublishError(f"{feed} is damaged ({reason}): write it again, with “speakerine feed”") from error
    raise PublishError(f"{feed} does not say its own address: write it again, with “speakerine feed”")


def _moved(text: bytes, before: str, old: str, new: str) -> bytes:
    """Return the text with `old` as `new` where it stands after `before`, up to a quote or a tag."""
    address = rf'({before}){re.escape(old)}(?=[^"<>\s]*["<])'
    return re.sub(address.encode(), lambda found: found[1] + new.encode(), text)


def _in_markup(address: str) -> str:
    return address.replace("&", "&amp;")


def _href(address: str) -> bytes:
    return f'href="{escape(address)}"'.encode()
