"""The documents of the feed, read: feed.xml and its archives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from speakerine.inspecting.opened import Opened
from speakerine.publish.addresses import FEED
from speakerine.publish.feed.document import HISTORY_NAMESPACE, NAMESPACES

if TYPE_CHECKING:
    from datetime import datetime

    from speakerine.settings import Show

NS = {
    prefix.removeprefix("xmlns:"): address for prefix, address in {**NAMESPACES, **HISTORY_NAMESPACE}.items()
}
"""The prefixes under which elements are asked for."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a feed is held against: the show, its address with its slash, its GUID or "", and the time."""

    show: Show
    base: str
    guid: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the feed: its path in the output folder, its text, and its root where it has one."""

    path: str
    text: str
    root: Any
    setting: Setting

    @property
    def is_archive(self) -> bool:
        """Whether it holds older episodes."""
        return self.path != FEED

    @property
    def is_rss(self) -> bool:
        """Whether it has what every RSS document has."""
        return self.root.tag == "rss" and self.root.find("channel") is not None

    @property
    def channel(self) -> Any:
        """The channel. An empty element where there is none."""
        from lxml import etree

        found = self.root.find("channel")
        return etree.Element("channel") if found is None else found

    @property
    def items(self) -> list[Any]:
        """The items, in their order."""
        return list(self.channel.iterfind("item"))

    def link(self, relation: str) -> str:
        """The path in the output folder that the atom:link leads to; "" where there is none."""
        return path_of(attribute(self.channel, f"atom:link[@rel='{relation}']", "href"), self.setting.base)


DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse_document(path: str, opened: Opened, setting: Setting) -> tuple[Document | None, str]:
    """The document, or None and why there is none.

    One with a document type is not parsed: entities can be made to fill the memory.
    """
    from lxml import etree

    if opened.fault:
        return None, opened.fault
    if DOCTYPE.search(opened.text):
        return None, "has a document type, which a feed has no use for"
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(opened.text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return None, f"is no XML that can be read ({error})"
    return Document(path, opened.text, root, setting), ""


def texts(element: Any, tag: str) -> list[str]:
    """The text of each child of that name."""
    return [child.text or "" for child in element.iterfind(tag, NS)]


def text(element: Any, tag: str) -> str:
    """The text of the first child of that name; "" where there is none."""
    found: str = element.findtext(tag, "", NS)
    return found


def attribute(element: Any, tag: str, name: str) -> str:
    """The attribute of the first child of that name; "" where there is none."""
    found = element.find(tag, NS)
    return "" if found is None else found.get(name, "")


def path_of(address: str, base: str) -> str:
    """The path from the output folder of what is at the address; "" where that is elsewhere."""
    if not address.startswith(base):
        return ""
    path = unquote(address.removeprefix(base))
    return "" if ".." in path.split("/") else path


def own_name(element: Any) -> str:
    """The element's name with the usual prefix: « itunes:image »."""
    address, _, local = str(element.tag).rpartition("}")
    return next((f"{prefix}:{local}" for prefix, one in NS.items() if one == address[1:]), str(element.tag))
