"""The body of a page as trafilatura finds it, to blocks of text with their kind."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.sources.lines import ends_sentence
from speakerine.sources.page import squeeze, squeeze_inside
from speakerine.types import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LINE_BREAK = "\n"
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_ENOUGH_WORDS = 120
_LARGE_CHARS = 1_000_000
"""A page with more text is read once: comparing two extractions would take seconds."""
_KINDS = {
    "head": ParagraphKind.HEADING,
    "quote": ParagraphKind.QUOTE,
    "item": ParagraphKind.LIST_ITEM,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page's body. `left_out` says why it cannot be read aloud: a table, code; or ""."""

    text: str
    kind: ParagraphKind = ParagraphKind.TEXT
    left_out: str = ""


def extract_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks of the article in `tree`, found with precision unless that gives too little."""
    precise = _extract(tree, precision=True)
    if _words(precise) >= _ENOUGH_WORDS:
        return precise
    broad = _extract(tree, precision=False)
    return broad if _words(broad) > 2 * _words(precise) else precise or broad


def _extract(tree: HtmlElement, *, precision: bool) -> list[Block]:
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from lxml import etree
    from trafilatura import bare_extraction

    large = len(etree.tostring(tree, method="text", encoding="unicode")) > _LARGE_CHARS
    document = bare_extraction(
        tree, favor_precision=precision, fast=large, include_comments=False, include_tables=True
    )
    body = getattr(document, "body", None)
    return [] if body is None else [block for block in _blocks(body) if block.text]


def _blocks(body: HtmlElement) -> Iterator[Block]:
    if body.text and body.text.strip():
        yield Block(squeeze(body.text))
    for element in body:
        tag = element.tag
        if tag == "table":
            yield Block(_shown(element), left_out="a table, which cannot be read aloud")
        elif tag == "code":
            yield Block(_shown(element), left_out="code, which cannot be read aloud")
        elif tag == "list":
            yield from (Block(_shown(item), ParagraphKind.LIST_ITEM) for item in element.iter("item"))
        elif tag == "quote":
            yield from _pieces(element, ParagraphKind.QUOTE)
        elif tag == "head":
            yield Block(_shown(element), ParagraphKind.HEADING)
        elif isinstance(tag, str) and tag not in {"lb", "graphic"}:
            yield from _pieces(element, ParagraphKind.TEXT)
        if element.tail and element.tail.strip():
            yield Block(squeeze(element.tail))


def _pieces(element: HtmlElement, kind: ParagraphKind) -> Iterator[Block]:
    """The paragraphs of an element: line breaks part them where a sentence ends."""
    text = _text(element)
    piece = ""
    for line in (squeeze(part) for part in text.split(_LINE_BREAK)):
        if not line:
            continue
        if piece and not ends_sentence(piece) and (line[0].islower() or line[0] in ",;:"):
            piece = f"{piece} {line}"
            continue
        if piece:
            yield Block(piece, kind)
        piece = line
    if piece:
        yield Block(piece, kind)


def _text(element: HtmlElement) -> str:
    """The text of `element`, its line breaks and inner blocks on lines of their own."""
    parts = [squeeze_inside(element.text)]
    for child in element.iterdescendants():
        if child.tag in {"lb", "p", "item", "head", "quote"}:
            parts.append(_LINE_BREAK)
        parts.append(squeeze_inside(child.text) if isinstance(child.tag, str) else "")
        parts.append(squeeze_inside(child.tail))
    return "".join(parts)


def _shown(element: HtmlElement) -> str:
    return squeeze(" ".join(_text(element).split(_LINE_BREAK)))


def _words(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks if not block.left_out)
