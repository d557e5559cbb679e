"""What the markup says is beside the article: share bars, related boxes, captions, standfirsts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from speakerine.sources.folding import words
from speakerine.sources.lines import ends_with_full_stop
from speakerine.sources.page import text_of, with_class
from speakerine.sources.pitches import is_cut, is_pitch
from speakerine.sources.vocabulary import alternatives

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BESIDE = re.compile(rf"(?:^|[\s_-]){alternatives('beside-classes')}(?:$|[\s_-])")
_STANDFIRST = re.compile(rf"(?:^|[\s_-]){alternatives('standfirst-classes')}(?:$|[\s_-])")
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|captions|legend|legende|credits?|copyright|photo-?credit|wp-caption-text|media-?caption|figcaption)(?:$|[\s_-])"
)
_LARGEST_SHARE = 0.4
_STANDFIRST_WORDS = (8, 140)
_LINK_WORDS = 4
_LABEL_WORDS = 6
_MOST_ABOVE = 500
_LINK_DEPTH = 5
_CAPTION_CHARS = 400
_LINE_CHARS = 1200
_CUT_CHARS = (15, 500)
_LINK_SHARE = 0.9
_SHOWN = ("p", "div", "section", "span", "ul", "li", "figure")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INCLUSIVE = re.compile(r"(?<=\w)[·•](?:e|ne|le)?[·•]?s\b")
"""« abonné·es », « lecteur·ices »: read as the plural that it writes."""
_NO_STANDFIRST = frozenset({"a", "aside", "nav", "footer", "li", "figure"})
_LINKED = frozenset({"p", "li", "h2", "h3", "h4", "div"})
_KEPT_TAGS = frozenset({"html", "body", "main", "article", "head", "h1"})


@dataclass(frozen=True, slots=True)
class Furniture:
    """The folded texts of what stands beside the article and of labels above its h1, and its standfirsts.

    `cut` says whether the page tells that the rest is for subscribers.
    """

    captions: frozenset[str]
    links: frozenset[str]
    above: frozenset[str]
    standfirsts: tuple[str, ...]
    cut: bool

    @property
    def longest_chars(self) -> int:
        """The length of the longest of these texts: a longer one is none of them."""
        return max(map(len, self.captions | self.links | self.above), default=0)


@lru_cache(maxsize=32_768)
def key(text: str) -> str:
    """What two copies of a text share."""
    return " ".join(words(text))


def survey(tree: HtmlElement) -> Furniture:
    """What the markup of `tree` says of its lines."""
    captions = {key(text_of(element, _CAPTION_CHARS)) for element in tree.iter("figcaption")}
    for element in with_class(tree, _CAPTION):
        text = text_of(element, _CAPTION_CHARS)
        if len(text) < _CAPTION_CHARS:
            captions.add(key(text))
    return Furniture(
        captions=frozenset(captions - {""}),
        links=frozenset(_links(tree)),
        above=_above(tree),
        standfirsts=tuple(_standfirsts(tree)),
        cut=any(is_cut(text) for text in _short_texts(tree)),
    )


def remove_beside(tree: HtmlElement) -> list[str]:
    """Take out of `tree` the boxes whose class says that they are not the article; gives back their lines."""
    prose_chars = _prose_chars(tree)
    most = _LARGEST_SHARE * prose_chars[tree]
    titled = {parent for heading in tree.iter("h1") for parent in heading.iterancestors()}
    removed: list[str] = []
    for element in (*with_class(tree, _BESIDE), *_hidden(tree)):
        if element.tag in _KEPT_TAGS or element in titled or prose_chars[element] > most:
            continue
        if element.getparent() is None or element.getroottree().getroot() is not tree:
            continue
        removed += dict.fromkeys(_lines(element))
        element.drop_tree()
    return removed


def _hidden(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that a browser does not show."""
    return (
        e for e in tree.iter(*_SHOWN) if e.get("hidden") is not None or _HIDDEN.search(e.get("style") or "")
    )


def _prose_chars(tree: HtmlElement) -> dict[HtmlElement, int]:
    """How much text in paragraphs each element of `tree` holds, in characters."""
    sizes: dict[HtmlElement, int] = {}
    for element in reversed(list(tree.iter())):
        own = len(element.text or "") if element.tag == "p" else 0
        sizes[element] = sizes.get(element, 0) + own
        parent = element.getparent()
        if parent is not None:
            tail = len(element.tail or "") if parent.tag == "p" else 0
            sizes[parent] = sizes.get(parent, 0) + sizes[element] + tail
    return sizes


def _lines(element: HtmlElement) -> Iterator[str]:
    for block in element.iter("p", "li", "h2", "h3", "h4", "a", "button", "figcaption", "label"):
        if text := text_of(block, _LINE_CHARS):
            yield text


def _links(tree: HtmlElement) -> Iterator[str]:
    """Blocks that are nothing but a link, or stand inside one: titles and teasers of other articles."""
    told: set[HtmlElement] = set()
    for anchor in tree.iter("a"):
        yield from (key(text_of(block, _LINE_CHARS)) for block in anchor.iter("p", "h2", "h3", "h4"))
        if (anchor.get("href") or "#").startswith("#"):
            continue
        for block in islice(anchor.iterancestors(), _LINK_DEPTH):
            text = "" if block in told else text_of(block, _CAPTION_CHARS)
            told.add(block)
            if not text or len(text) > _CAPTION_CHARS:
                break
            if block.tag in _LINKED and _is_linked(block, text):
                yield key(text)


def _above(tree: HtmlElement) -> frozenset[str]:
    """The short lines above the h1: the rubric, the kicker."""
    labels: set[str] = set()
    for element in islice(tree.iter("h1", "h2", "h3", "h4", "p", "div", "span"), _MOST_ABOVE):
        if element.tag == "h1":
            return frozenset(labels - {""})
        text = text_of(element, _CAPTION_CHARS)
        if len(text.split()) <= _LABEL_WORDS:
            labels.add(key(text))
    return frozenset()


def _is_linked(block: HtmlElement, text: str) -> bool:
    """Whether a block is a headline that leads elsewhere: links, and hardly a word outside them."""
    if ends_with_full_stop(text) or len(text.split()) < _LINK_WORDS:
        return False
    return sum(len(text_of(link)) for link in block.iter("a")) >= _LINK_SHARE * len(text)


def _standfirsts(tree: HtmlElement) -> Iterator[str]:
    """The texts that the markup calls a standfirst, outside links and side columns."""
    for element in with_class(tree, _STANDFIRST):
        if element.tag in _KEPT_TAGS or any(e.tag in _NO_STANDFIRST for e in _upwards(element)):
            continue
        text = text_of(element, _LINE_CHARS)
        if _STANDFIRST_WORDS[0] <= len(text.split()) <= _STANDFIRST_WORDS[1] and not is_pitch(text):
            yield text


def _upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _short_texts(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("p", "div", "span", "h2", "h3", "h4", "strong", "section"):
        own = element.text or ""
        if _CUT_CHARS[0] < len(own) < _CUT_CHARS[1] and ("abonn" in own or "reste" in own or "suite" in own):
            yield _INCLUSIVE.sub("s", text_of(element, _LINE_CHARS)[:_LINE_CHARS])
