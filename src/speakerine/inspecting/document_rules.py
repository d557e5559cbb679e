"""The rules on a document of the feed as XML: feed.xml, or an archive."""

from __future__ import annotations

import re

from speakerine.inspecting.feed_documents import Document, own_name
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import APPLE, PODCASTING, RSS, W3C
from speakerine.inspecting.vocabulary import ATTRIBUTES
from speakerine.inspecting.wording import is_address, quoted
from speakerine.publish.feed.document import NAMESPACES

WRITE_FEED = "run speakerine feed: it writes it again from the episodes"
MOST_BYTES = 10_000_000
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_BAD_CHARACTERS = re.compile("[\x7f-\x9f\ufffd\ufeff\ufdd0-\ufdef]")

DOCUMENT: Rulebook[Document] = Rulebook(WRITE_FEED)


@DOCUMENT.error("feed.declaration", "the feed declares XML 1.0 in UTF-8", APPLE)
def _declaration(document: Document) -> Faults:
    if not document.text.startswith(_DECLARATION):
        yield f"it does not begin with {_DECLARATION}"


@DOCUMENT.error("feed.root", "the feed is RSS 2.0 with one channel", RSS)
def _root(document: Document) -> Faults:
    if document.root.tag != "rss" or document.root.get("version") != "2.0":
        yield "it is no RSS 2.0"
    elif len(document.root.findall("channel")) != 1 or len(document.root) != 1:
        yield "it does not hold one channel"


@DOCUMENT.error("feed.namespaces", "itunes, content, atom and podcast are declared exactly", APPLE)
def _namespaces(document: Document) -> Faults:
    for name, address in NAMESPACES.items():
        prefix = name.removeprefix("xmlns:")
        if document.root.nsmap.get(prefix) != address:
            yield f"its prefix {prefix} does not stand for {address}"


@DOCUMENT.error("feed.characters", "the feed has no control character and none that was lost", W3C)
def _characters(document: Document) -> Faults:
    for found in _BAD_CHARACTERS.finditer(document.text):
        yield f"it holds U+{ord(found[0]):04X}"


@DOCUMENT.error("feed.elements", "every element is one of its namespace", W3C)
def _elements(document: Document) -> Faults:
    for element in document.root.iter("*"):
        name = own_name(element)
        if name not in ATTRIBUTES:
            yield f"it has an element {quoted(name)}, which nobody knows"


@DOCUMENT.error("feed.attributes", "no element has an attribute that is not its own", W3C)
def _attributes(document: Document) -> Faults:
    for element in document.root.iter("*"):
        name = own_name(element)
        for attribute in element.attrib:
            if attribute not in ATTRIBUTES.get(name, element.attrib):
                yield f"its {name} has an attribute {quoted(attribute)}, which is not its own"


@DOCUMENT.error("feed.edges", "no value begins or ends with a space", APPLE)
def _edges(document: Document) -> Faults:
    for element in document.root.iter("*"):
        own = [] if len(element) else [element.text or ""]
        for value in (*own, *element.attrib.values()):
            if value.strip() and value != value.strip():
                yield f"its {own_name(element)} begins or ends with a space: {quoted(value)}"


@DOCUMENT.error("feed.addresses", "every address is a web address in ASCII", APPLE)
def _addresses(document: Document) -> Faults:
    for element in document.root.iter("*"):
        for name in ("url", "href", "img"):
            value = element.get(name)
            if value is not None and not is_address(value):
                yield f"its {own_name(element)} leads to {quoted(value)}: no web address in ASCII"


@DOCUMENT.warning(
    "feed.https",
    "addresses are https",
    PODCASTING,
    "give base_url in [show] of show.toml with https, and run speakerine feed",
)
def _https(document: Document) -> Faults:
    base = document.setting.base
    if document.setting.show.base_url and not base.startswith("https:"):
        yield f"its addresses begin with {base}: without https, players on https pages fetch nothing"


@DOCUMENT.warning(
    "feed.size",
    "a document of the feed has 10 MB at most",
    APPLE,
    "give feed_items in [show] of show.toml a smaller number, and run speakerine feed",
)
def _size(document: Document) -> Faults:
    size = len(document.text.encode())
    if size > MOST_BYTES:
        yield f"it has {size / 1e6:.0f} MB, which every app fetches again for every new episode"
