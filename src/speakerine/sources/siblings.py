"""Paragraphs that an extraction lost among those that it found, and the kinds that it forgot.

Precision has a price: a short answer, a line in bold or a paragraph full of links is taken for furniture.
Its neighbours in the same box of the page are the article's, so it is too; the line rules judge it next.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from speakerine.sources.blocks import Block
from speakerine.sources.furniture import key
from speakerine.sources.page import LINE_BLOCKS, squeeze, text_of
from speakerine.types import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

_MOST_BLOCKS = 2000
_MOST_MARKED = 10_000
_FEWEST_FOUND = 3
_FEWEST_WORDS = 3
_LONGEST_CHARS = 5000
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_KINDS = dict.fromkeys(_HEADINGS, ParagraphKind.HEADING) | {
    "li": ParagraphKind.LIST_ITEM,
    "blockquote": ParagraphKind.QUOTE,
}


@dataclass(frozen=True, slots=True)
class _Home:
    """The box whose own children of that tag and class are the paragraphs; without a tag, whose lines are."""

    element: HtmlElement
    tag: str
    named: str


def with_lost_siblings(blocks: Sequence[Block], tree: HtmlElement) -> list[Block]:
    """`blocks` and, in their places, the paragraphs and headings of the same box that are not among them."""
    if len(blocks) > _MOST_BLOCKS:
        return list(blocks)
    places = {key(block.text): index for index, block in enumerate(blocks)}
    home = _home_of_paragraphs(tree, places) or _home_of_lines(tree, places)
    if home is None:
        return list(blocks)
    whole = " \n ".join(places)
    after: dict[int, list[Block]] = {}
    place = -1
    for block in _own(home):
        folded = key(block.text)
        if folded in places:
            place = places[folded]
        elif (
            len(block.text.split()) >= _FEWEST_WORDS
            and len(block.text) <= _LONGEST_CHARS
            and folded not in whole
        ):
            after.setdefault(place, []).append(block)
    found = [] if not home.tag else list(after.get(-1, []))
    for index, block in enumerate(blocks):
        found += [block, *after.get(index, [])]
    return found


def with_kinds(blocks: Sequence[Block], tree: HtmlElement) -> list[Block]:
    """`blocks` with the kinds that the page's own markup gives to the same texts."""
    if len(blocks) > _MOST_BLOCKS:
        return list(blocks)
    kinds: dict[str, ParagraphKind] = {}
    for element in islice(tree.iter(*_KINDS), _MOST_MARKED):
        for part in (element, *element.findall("p")):
            kinds.setdefault(key(text_of(part, _LONGEST_CHARS)), _KINDS[element.tag])
    return [
        replace(block, kind=kinds.get(key(block.text), block.kind))
        if block.kind is ParagraphKind.TEXT
        else block
        for block in blocks
    ]


def _home_of_paragraphs(tree: HtmlElement, places: Mapping[str, int]) -> _Home | None:
    """The element whose own children are most of the paragraphs found."""
    homes: Counter[_Home] = Counter()
    for paragraph in tree.iter("p", "div"):
        parent = paragraph.getparent()
        if parent is None or (paragraph.tag == "div" and _holds_blocks(paragraph)):
            continue
        if key(text_of(paragraph, _LONGEST_CHARS)) in places:
            named = paragraph.get("class") or "" if paragraph.tag == "div" else ""
            homes[_Home(parent, paragraph.tag, named)] += 1
    home, count = homes.most_common(1)[0] if homes else (None, 0)
    return home if count >= _FEWEST_FOUND else None


def _home_of_lines(tree: HtmlElement, places: Mapping[str, int]) -> _Home | None:
    """The element whose own lines, parted by line breaks, are most of the paragraphs found."""
    homes: Counter[HtmlElement] = Counter()
    for element in {br.getparent() for br in tree.iter("br")}:
        homes[element] = sum(key(line) in places for line in _lines(element))
    element, count = homes.most_common(1)[0] if homes else (None, 0)
    return _Home(element, "", "") if count >= _FEWEST_FOUND else None


def _own(home: _Home) -> Iterator[Block]:
    """The paragraphs and headings of the box, in order."""
    if not home.tag:
        yield from (Block(line) for line in _lines(home.element))
        return
    for child in home.element:
        if child.tag in _HEADINGS:
            yield Block(text_of(child, _LONGEST_CHARS), ParagraphKind.HEADING)
        elif child.tag == home.tag and (child.tag == "p" or (child.get("class") or "") == home.named):
            yield Block(text_of(child, _LONGEST_CHARS))


def _lines(element: HtmlElement) -> Iterator[str]:
    """The lines that `element` shows outside its blocks; a block of plain text is a line too."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in LINE_BLOCKS:
            yield squeeze("".join(parts))
            parts.clear()
            if not _holds_blocks(child):
                yield text_of(child, _LONGEST_CHARS)
        elif isinstance(child.tag, str):
            parts.append(text_of(child, _LONGEST_CHARS))
        parts.append(child.tail or "")
    yield squeeze("".join(parts))


def _holds_blocks(element: HtmlElement) -> bool:
    return any(child.tag in LINE_BLOCKS for child in element)
