"""Marks that call a note, « [1] », « réf. nécessaire »: they are not words of the article."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from speakerine.sources.page import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CALL = re.compile(
    r"^[\[(]?\s?(?:\d{1,3}|[a-z]|[ivx]{1,5}|\*{1,3}|†|‡|note \d{1,3})\s?[\])]?$", re.IGNORECASE
)
_BRACKETED = re.compile(r"^\[[^\[\]]{1,40}\]$")
_LONGEST_CALL = 42
_MOST = 5000
_STOPS = tuple(".,)…")


def remove_references(tree: HtmlElement) -> None:
    """Take out of `tree` the marks that call notes: links within the page that show a number or a star."""
    for link in list(islice(tree.iter("a"), _MOST)):
        if "#" in (link.get("href") or "") and _calls(link):
            _drop(_outermost(link))
    for mark in list(islice(tree.iter("sup"), _MOST)):
        if _BRACKETED.match(text_of(mark, _LONGEST_CALL)):
            _drop(mark)


def _calls(element: HtmlElement) -> bool:
    return bool(_CALL.match(text_of(element, _LONGEST_CALL)))


def _outermost(link: HtmlElement) -> HtmlElement:
    """The span or superscript that holds the mark and no more."""
    outer = link
    for parent in link.iterancestors():
        if parent.tag not in {"sup", "span"} or not _calls(parent):
            break
        outer = parent
    return outer


def _drop(mark: HtmlElement) -> None:
    """Drop `mark`, and the space before it where a stop follows."""
    if (mark.tail or "")[:1] in _STOPS:
        before = mark.getprevious()
        if before is not None:
            before.tail = (before.tail or "").rstrip()
        elif (parent := mark.getparent()) is not None:
            parent.text = (parent.text or "").rstrip()
    mark.drop_tree()
