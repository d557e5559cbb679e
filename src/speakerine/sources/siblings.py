"""Paragraphs that an extraction lost among those that it found.

Precision has a price: a short answer, a line in bold or a paragraph full of links is taken for furniture.
Its neighbours in the same box of the page are the article's, so it is too; the line rules judge it next.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speakerine.sources.blocks import Block
from speakerine.sources.furniture import key
from speakerine.sources.page import text_of
from speakerine.types import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_MOST_BLOCKS = 2000
_FEWEST_FOUND = 3
_FEWEST_WORDS = 3
_LONGEST_CHARS = 5000
_HEADINGS = frozenset({"h2", "h3", "h4"})


def with_lost_siblings(blocks: Sequence[Block], tree: HtmlElement) -> list[Block]:
    """`blocks` and, in their places, the paragraphs and headings of the same box that are not among them."""
    if len(blocks) > _MOST_BLOCKS:
        return list(blocks)
    places = {key(block.text): index for index, block in enumerate(blocks)}
    home = _home(tree, places)
    if home is None:
        return list(blocks)
    whole = " \n ".join(places)
    after: dict[int, list[Block]] = {}
    place = -1
    for child in home:
        if child.tag != "p" and child.tag not in _HEADINGS:
            continue
        text = text_of(child, _LONGEST_CHARS)
        folded = key(text)
        if folded in places:
            place = places[folded]
        elif len(text.split()) >= _FEWEST_WORDS and len(text) <= _LONGEST_CHARS and folded not in whole:
            kind = ParagraphKind.TEXT if child.tag == "p" else ParagraphKind.HEADING
            after.setdefault(place, []).append(Block(text, kind))
    found = list(after.get(-1, []))
    for index, block in enumerate(blocks):
        found += [block, *after.get(index, [])]
    return found


def _home(tree: HtmlElement, places: dict[str, int]) -> HtmlElement | None:
    """The element whose own children are most of the paragraphs found."""
    parents: Counter[HtmlElement] = Counter()
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and key(text_of(paragraph, _LONGEST_CHARS)) in places:
            parents[parent] += 1
    if not parents:
        return None
    home, count = parents.most_common(1)[0]
    return home if count >= _FEWEST_FOUND else None
