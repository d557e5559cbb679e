"""Tables and code in a page: taken out before the article is sought, and where they stood among its words.

An extraction may lose them, or give their cells as prose. So a mark in the text on either side tells their
place, which no extraction parts from its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.sources.page import text_of
from speakerine.types import Omitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

WHY_LEFT_OUT = {
    Omitted.TABLE: "a table, which cannot be read aloud",
    Omitted.CODE: "code, which cannot be read aloud",
}
"""The reasons given for what is left out."""

_FIRST_MARK = 0x100000
"""Plane 16 is for private use, and fonts of icons keep to others. Source: Unicode Standard, § 23.5."""
_MARK = re.compile("[\U00100000-\U0010fffd]")
_MOST_MARKED = 500
_BESIDE_CHARS = 25
"""A text shorter than this may be a button's, which the article loses with its mark."""
_CAPTION_CHARS = 140
_CELL_CHARS = 400
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2
_LINKS = 0.5
_NUMBERS = 0.25
_CODE_MARKS = re.compile(r"[{}<>=;$\\]|\(\)|^\s*(?:#|//|--)", re.MULTILINE)
_CODE_MARKS_A_LINE = 0.5
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_APART = frozenset({"figure", "figcaption", "aside", "nav", "footer", "form", "script", "style", "head"})


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A table or code of the page: its caption or "", and the words that it shows."""

    what: Omitted
    caption: str
    text: str


def take_out(tree: HtmlElement) -> list[TakenOut]:
    """Take the tables of data and the code out of `tree`, marking their places; gives back what was taken."""
    boxes = {_box(element): (element, what) for element, what in _found(tree)}
    if boxes:
        _mark(tree, {box: number for number, box in enumerate(list(boxes)[:_MOST_MARKED])})
    taken = [TakenOut(what, _caption(e, box), text_of(e)) for box, (e, what) in boxes.items()]
    for box in boxes:
        box.drop_tree()
    return taken


def places(text: str) -> list[tuple[int, bool]]:
    """What stood beside a text of the page: each one's number, and whether it came after the text."""
    codes = [ord(mark) - _FIRST_MARK for mark in _MARK.findall(text)]
    return [(code // 2, code % 2 == 0) for code in codes]


def unmarked(text: str) -> str:
    """`text` without the marks."""
    return _MARK.sub("", text)


def _found(tree: HtmlElement) -> Iterator[tuple[HtmlElement, Omitted]]:
    inside: set[HtmlElement] = set()
    for element in tree.iter("table", "pre"):
        if element in inside:
            continue
        code = element.tag == "pre" or element.find(".//pre") is not None
        if _is_code(element) if code else _is_data(element):
            inside.update(element.iter("table", "pre"))
            yield element, Omitted.CODE if code else Omitted.TABLE


def _is_code(element: HtmlElement) -> bool:
    """Whether preformatted text is code, rather than a poem or a letter."""
    if element.find(".//code") is not None:
        return True
    text: str = element.text_content().strip()
    return len(_CODE_MARKS.findall(text)) >= _CODE_MARKS_A_LINE * (text.count("\n") + 1)


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data, rather than lays out the page or a menu."""
    if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
        return False
    rows = [row.findall("td") + row.findall("th") for row in table.iter("tr")]
    cells = [text_of(cell, _CELL_CHARS) for row in rows for cell in row]
    if len(rows) < _FEWEST_ROWS or max(map(len, rows)) < _FEWEST_COLUMNS:
        return False
    chars = sum(map(len, cells))
    if not chars or max(map(len, cells)) > _CELL_CHARS:
        return False
    if sum(len(text_of(link)) for link in table.iter("a")) > _LINKS * chars:
        return False
    titled = table.find(".//th") is not None or table.find(".//caption") is not None
    numbers = sum(any(c.isdigit() for c in cell) for cell in cells)
    return bool(titled or numbers >= _NUMBERS * len(cells))


def _box(element: HtmlElement) -> HtmlElement:
    """The figure that holds the table or the code and nothing else, or the element itself."""
    box = element
    for parent in element.iterancestors("figure", "div"):
        others = [child for child in parent if child is not box and child.tag != "figcaption"]
        if box.getparent() is not parent or others or (parent.text or "").strip() or (box.tail or "").strip():
            break
        box = parent
    return box


def _caption(element: HtmlElement, box: HtmlElement) -> str:
    """The caption, where it is short enough to be said, or ""."""
    captions = (text_of(c, _CAPTION_CHARS) for c in (*element.iter("caption"), *box.iter("figcaption")))
    return next((text for text in captions if text and len(text) <= _CAPTION_CHARS), "")


def _mark(tree: HtmlElement, numbers: Mapping[HtmlElement, int]) -> None:
    """Put marks in the texts before and after each box."""
    before: tuple[HtmlElement, str] | None = None
    waiting: list[int] = []
    changes: list[tuple[HtmlElement, str, str]] = []
    for element, place, box in _texts(tree, numbers):
        if box is not None:
            waiting.append(numbers[box])
            if before:
                changes.append((*before, chr(_FIRST_MARK + 2 * numbers[box])))
            continue
        before = (element, place)
        changes += [(element, place, chr(_FIRST_MARK + 2 * number + 1)) for number in waiting]
        waiting.clear()
    for element, place, mark in changes:
        setattr(element, place, (getattr(element, place) or "") + mark)


def _texts(
    tree: HtmlElement, boxes: Mapping[HtmlElement, int]
) -> Iterator[tuple[HtmlElement, str, HtmlElement | None]]:
    """The texts of the page in order, each as its element and "text" or "tail"; and the boxes among them."""
    from lxml.etree import iterwalk

    apart = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        outside = element in boxes or element.tag in _APART
        if event == "start":
            if element in boxes and not apart:
                yield element, "", element
            apart += outside
            text, place = element.text, "text"
        else:
            apart -= outside
            text, place = element.tail, "tail"
        if text and not apart and (len(text.strip()) >= _BESIDE_CHARS or _is_heading(element, text)):
            yield element, place, None


def _is_heading(element: HtmlElement, text: str) -> bool:
    """Whether `text`, which is not blank, is the heading that the element is, or that holds it."""
    parent = element.getparent()
    held = element.tag in _HEADINGS or (parent is not None and parent.tag in _HEADINGS)
    return held and bool(text.strip())
