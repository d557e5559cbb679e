"""What the markup says is beside the article: share bars, related boxes, captions, standfirsts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
_BLOCKS = frozenset(
    {
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "td",
        "dt",
        "dd",
        "div",
        "span",
        "a",
        "figcaption",
    }
)
_LARGEST_SHARE = 0.3
_STANDFIRST_WORDS = (8, 140)
_LINK_WORDS = 4
_CAPTION_CHARS = 400
_LINE_CHARS = 1200
_CUT_CHARS = (15, 500)
_LINK_SHARE = 0.9
_KEPT_TAGS = frozenset({"html", "body", "main", "article", "head", "h1"})


@dataclass(frozen=True, slots=True)
class Furniture:
    """The folded texts of what stands beside the article, and its standfirst if the markup names one."""

    captions: frozenset[str]
    links: frozenset[str]
    standfirsts: tuple[str, ...]
    cut: bool


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
        standfirsts=tuple(_standfirsts(tree)),
        cut=any(is_cut(text) for text in _short_texts(tree)),
    )


def remove_beside(tree: HtmlElement) -> list[str]:
    """Take out of `tree` the boxes whose class says that they are not the article; gives back their lines."""
    prose_chars = _prose_chars(tree)
    most = _LARGEST_SHARE * prose_chars[tree]
    titled = {parent for heading in tree.iter("h1") for parent in heading.iterancestors()}
    removed: list[str] = []
    for element in list(with_class(tree, _BESIDE)):
        if element.tag in _KEPT_TAGS or element in titled or prose_chars[element] > most:
            continue
        if element.getparent() is None or element.getroottree().getroot() is not tree:
            continue
        removed += dict.fromkeys(_lines(element))
        element.drop_tree()
    return removed


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
    for anchor in tree.iter("a"):
        yield from (key(text_of(block, _LINE_CHARS)) for block in anchor.iter("p", "h2", "h3", "h4"))
    for element in tree.iter("p", "li", "h2", "h3", "h4", "div"):
        links = element.findall(".//a")
        if not links or (links[0].get("href") or "#").startswith("#"):
            continue
        text = text_of(element, _CAPTION_CHARS)
        if len(text) > _CAPTION_CHARS or ends_with_full_stop(text) or len(text.split()) < _LINK_WORDS:
            continue
        if sum(len(text_of(link)) for link in links) >= _LINK_SHARE * len(text):
            yield key(text)


def _standfirsts(tree: HtmlElement) -> Iterator[str]:
    """The texts that the markup calls a standfirst, outside links and side columns."""
    for element in with_class(tree, _STANDFIRST):
        if element.tag in _KEPT_TAGS or any(
            parent.tag in {"a", "aside", "nav", "footer", "li", "figure"}
            for parent in element.iterancestors()
        ):
            continue
        text = text_of(element, _LINE_CHARS)
        if _STANDFIRST_WORDS[0] <= len(text.split()) <= _STANDFIRST_WORDS[1] and not is_pitch(text):
            yield text


def _short_texts(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("p", "div", "span", "h2", "h3", "h4", "strong", "section"):
        own = element.text or ""
        if _CUT_CHARS[0] < len(own) < _CUT_CHARS[1] and ("abonn" in own or "reste" in own or "suite" in own):
            yield text_of(element, _LINE_CHARS)[:_LINE_CHARS]
