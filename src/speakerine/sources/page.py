"""A page's HTML to a tree, within bounds that a hostile page cannot move."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speakerine.errors import SourceError
from speakerine.sources.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LARGEST_PAGE_CHARS = 20_000_000
_MOST_ELEMENTS = 50_000
_LONGEST_TEXT_CHARS = 300_000
"""A single run of text longer than this is data, not a paragraph."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WHITE_SPACE = re.compile(r"[\t\r\n\f\v][ \t\r\n\f\v]*| [ \t\r\n\f\v]+")
"""White space that a browser shows otherwise: all but a single space."""
_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")
"""Where a class is written « ArticleChapo » for « article-chapo »."""
_NAMING = ("class", "id", "data-testid")
_LONGEST_NAME_CHARS = 300
_NOISE = ("script", "style", "noscript", "template", "svg", "iframe")
LINE_BLOCKS = frozenset(
    (
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "section",
        "article",
        "header",
        "figure",
        "figcaption",
    )
) | frozenset(("td", "tr", "table", "blockquote", "address", "aside", "nav", "footer", "dd", "dt", "time"))
"""The elements that a browser sets on lines of their own."""


def parse_page(html: str, name: str) -> HtmlElement:
    """The tree of `html`.

    Raises:
        SourceError: `name` is too large, too deep, or holds no element.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if len(html) > _LARGEST_PAGE_CHARS:
        raise SourceError(
            f"{name} is too large to be an article: over 20 MB. Save the article's own page and try again."
        )
    parser = HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(_NOT_XML.sub(" ", html).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise SourceError(
            f"No article was found in {name}: it holds no HTML ({error}). Save it again, or paste its text."
        ) from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise SourceError(
            f"{name} cannot be read: its tags are nested over 255 deep. Paste the article's text instead."
        )
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise SourceError(
            f"{name} is too large for an article: over {_MOST_ELEMENTS} tags. Paste the article's text."
        )
    return tree


def shorten_data(tree: HtmlElement) -> None:
    """Cut the runs of text that no article has, in place: a megabyte on one line is data."""
    for element in tree.iter():
        if element.text and len(element.text) > _LONGEST_TEXT_CHARS and element.tag != "script":
            element.text = element.text[:_LONGEST_TEXT_CHARS]
        if element.tail and len(element.tail) > _LONGEST_TEXT_CHARS:
            element.tail = element.tail[:_LONGEST_TEXT_CHARS]


def text_of(element: HtmlElement, most_chars: int = _LONGEST_TEXT_CHARS) -> str:
    """What `element` shows, its white space made single; the typographic spaces are kept.

    Reading stops once `most_chars` are read: an element that holds more is longer than what is sought.
    """
    if is_leaf(element):
        return squeeze(element.text or "")
    parts = [element.text or ""]
    read = len(parts[0])
    for child in element.iterdescendants():
        read += len(child.text or "") + len(child.tail or "")
        if read > 2 * most_chars:
            parts.append(child.text or "")
            break
        space = " " if child.tag in LINE_BLOCKS else ""
        if child.text and child.tag not in _NOISE:
            parts += (space, child.text)
        if child.tail:
            parts += (space, child.tail)
    return squeeze("".join(parts))


def is_leaf(element: HtmlElement) -> bool:
    """Whether `element` has no children; lxml's own len counts them all."""
    return next(iter(element), None) is None


def lines_of(tree: HtmlElement) -> str:
    """The page as a browser would copy it: a line for each block."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    for event, element in iterwalk(tree, events=("start", "end")):
        shown = (
            isinstance(element.tag, str)
            and element.tag not in _NOISE
            and element.tag not in {"head", "title"}
        )
        if element.tag in LINE_BLOCKS:
            parts.append("\n\n")
        if event == "end":
            parts.append(squeeze_inside(element.tail))
        elif shown:
            parts.append(squeeze_inside(element.text))
    return "".join(parts)


def squeeze_inside(text: str | None) -> str:
    """`text` with its white space made single, its ends kept."""
    return _WHITE_SPACE.sub(" ", text) if text else ""


def squeeze(text: str) -> str:
    """`text` on one line, with single spaces; no-break spaces stay where they are."""
    return (
        _WHITE_SPACE.sub(" ", text)
        .strip(" \u00a0\u202f")
        .replace("\u00ad", "")
        .replace("\u200b", "")
        .replace("\ufeff", "")
    )


def with_class(tree: HtmlElement, pattern: re.Pattern[str]) -> Iterator[HtmlElement]:
    """The elements of `tree` whose class, id or test id matches `pattern`."""
    from lxml.etree import Element

    matches: dict[str, bool] = {}
    for element in tree.iter(Element):
        attributes = element.attrib
        if not attributes:
            continue
        name = " ".join(filter(None, map(attributes.get, _NAMING)))[:_LONGEST_NAME_CHARS]
        if name not in matches:
            matches[name] = bool(name) and pattern.search(fold(_CAPITAL.sub("-", name))) is not None
        if matches[name]:
            yield element
