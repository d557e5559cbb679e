"""HTML as a browser reads it, whatever it holds."""

from __future__ import annotations

from typing import Any


def parse_html(text: str) -> Any:
    """The document's root; None where there is none."""
    from lxml import etree

    try:
        return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def text_of(element: Any) -> str:
    """All the text in the element."""
    return "".join(element.itertext("*"))
