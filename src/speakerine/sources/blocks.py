"""The body of a page as trafilatura finds it, to blocks of text with their kind."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from speakerine.sources.lines import ends_sentence
from speakerine.sources.omissions import WHY_LEFT_OUT, TakenOut, places, unmarked
from speakerine.sources.page import is_leaf, squeeze, squeeze_inside
from speakerine.types import Omitted, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_LINE_BREAK = "\n"
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_ENOUGH_WORDS = 120
_LARGE_CHARS = 1_000_000
_LARGE_ELEMENTS = 20_000
"""A page with more text or tags is read once: comparing two extractions would take seconds."""
_KINDS = {
    "head": ParagraphKind.HEADING,
    "quote": ParagraphKind.QUOTE,
    "item": ParagraphKind.LIST_ITEM,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page's body.

    `left_out` says why it cannot be read aloud, or "". `omission` is what is said of it in its place, if it
    is a table of data or code.
    """

    text: str
    kind: ParagraphKind = ParagraphKind.TEXT
    left_out: str = ""
    omission: TakenOut | None = None


def extract_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks of the article in `tree`, found with precision unless that gives too little."""
    large = _is_large(tree)
    precise = _extract(tree, precision=True, fast=large)
    if _words(precise) >= _ENOUGH_WORDS or (large and precise):
        return precise
    broad = _extract(tree, precision=False, fast=large)
    return broad if _words(broad) > 2 * _words(precise) else precise or broad


def with_omissions(blocks: Sequence[Block], taken: Sequence[TakenOut]) -> list[Block]:
    """`blocks` without marks, and each thing of `taken` in its place among them."""
    result: list[Block] = []
    told: set[int] = set()

    def tell(numbers: Iterator[int]) -> None:
        for number in numbers:
            if number < len(taken) and number not in told:
                told.add(number)
                result.append(_omitted(taken[number]))

    for block in blocks:
        around = places(block.text)
        tell(number for number, came_after in around if not came_after)
        result.append(replace(block, text=squeeze(unmarked(block.text))) if around else block)
        tell(number for number, came_after in around if came_after)
    return result


def _omitted(taken: TakenOut) -> Block:
    return Block(taken.text, left_out=WHY_LEFT_OUT[taken.what], omission=taken)


def _is_large(tree: HtmlElement) -> bool:
    from lxml import etree

    if sum(1 for _ in tree.iter()) > _LARGE_ELEMENTS:
        return True
    return len(etree.tostring(tree, method="text", encoding="unicode")) > _LARGE_CHARS


def _extract(tree: HtmlElement, *, precision: bool, fast: bool) -> list[Block]:
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    document = bare_extraction(
        tree, favor_precision=precision, fast=fast, include_comments=False, include_tables=True
    )
    body = getattr(document, "body", None)
    return [] if body is None else [block for block in _blocks(body) if block.text]


def _blocks(body: HtmlElement) -> Iterator[Block]:
    if body.text and body.text.strip():
        yield Block(squeeze(body.text))
    for element in body:
        tag = element.tag
        if tag == "table":
            yield Block(_shown(element), left_out=WHY_LEFT_OUT[Omitted.TABLE])
        elif tag == "code":
            yield _omitted(TakenOut(Omitted.CODE, "", _shown(element)))
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
    if is_leaf(element):
        if text := squeeze(element.text or ""):
            yield Block(text, kind)
        return
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
