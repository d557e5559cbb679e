"""What a page says of its article in microdata: itemprop attributes of a schema.org article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speakerine.french.writing import enumeration
from speakerine.sources.dates import parse_date
from speakerine.sources.json_ld import Metadata
from speakerine.sources.page import squeeze, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"schema\.org/(?:\w*Article|BlogPosting|Report|LiveBlogPosting|Review)$")
_VALUE_CHARS = 1000
_MOST_NAMES = 6
_ADDRESSES = ("content", "href", "src", "itemid")


def read_microdata(tree: HtmlElement) -> Metadata:
    """What the first article that the microdata of `tree` describes is said to be."""
    article = next((e for e in tree.iter() if _ARTICLE.search(e.get("itemtype") or "")), None)
    if article is None:
        return Metadata()
    return Metadata(
        title=_first(article, "headline"),
        byline=enumeration(_authors(article)),
        description=_first(article, "description", "alternativeHeadline"),
        published=parse_date(_first(article, "datePublished", "dateCreated")),
        url=next(iter(_values(article, ("url", "mainEntityOfPage"), _address)), ""),
        site=_first(article, "publisher"),
        image=next(iter(_values(article, ("image", "thumbnailUrl"), _address)), ""),
    )


def _first(article: HtmlElement, *names: str) -> str:
    return next((value for name in names for value in _values(article, (name,), _words)), "")


def _authors(article: HtmlElement) -> list[str]:
    """Each name once."""
    return list(dict.fromkeys(_values(article, ("author", "creator"), _words)[:_MOST_NAMES]))


def _values(article: HtmlElement, names: Sequence[str], read: Callable[[HtmlElement], str]) -> list[str]:
    """What the article's own properties of those names hold, those of things inside it apart."""
    return [
        value
        for element in article.iter()
        if not set((element.get("itemprop") or "").split()).isdisjoint(names)
        and _owner(element) is article
        and (value := _held(element, read))
    ]


def _owner(element: HtmlElement) -> HtmlElement | None:
    return next((parent for parent in element.iterancestors() if parent.get("itemscope") is not None), None)


def _held(element: HtmlElement, read: Callable[[HtmlElement], str]) -> str:
    """What the element gives, or, where it is a thing with properties, its name or address."""
    if element.get("itemscope") is None:
        return read(element)
    wanted = "name" if read is _words else "url"
    inner = (e for e in element.iter() if e.get("itemprop") == wanted and _owner(e) is element)
    return next((text for e in inner if (text := read(e))), "")


def _words(element: HtmlElement) -> str:
    stated = element.get("content") or element.get("datetime")
    return squeeze(stated) if stated else text_of(element, _VALUE_CHARS)


def _address(element: HtmlElement) -> str:
    return next((v for name in _ADDRESSES if (v := (element.get(name) or "").strip())), "")
