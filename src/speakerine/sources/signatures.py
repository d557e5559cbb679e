"""Who signs a page's article: what its data states, and the « Par … » that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from speakerine.french.writing import enumeration
from speakerine.sources.bylines import Signature, is_name, parse_byline
from speakerine.sources.folding import fold, words
from speakerine.sources.lines import Kind, classify
from speakerine.sources.page import squeeze, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from speakerine.sources.json_ld import Metadata

_NAME_CHARS = 3
_MOST_BYLINES = 400
_BYLINE_CHARS = 160
_LINES_UNDER_HEADING = 60
_MOST_CHILDREN = 12
_AUTHOR_CLASS = re.compile(
    r"(?:^|[\s:_-])(?:authors?|auteurs?|autrices?|byline|signatures?|signataires?|contributors?|redacteur"
    r"|journaliste|person)(?:$|[\s_-])"
)
_SOFTWARE = frozenset(
    {"admin", "administrateur", "administrator", "webmaster", "webmestre", "root", "user", "super user"}
)
"""What a site's software signs for nobody."""
_STAFF = frozenset({"la redaction", "redaction", "redaction web", "newsroom"})
"""Who signs where the page does not show who wrote it."""
_META_NAMES = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
_NO_NAMES = frozenset({Kind.DATE, Kind.INTERFACE})
_BESIDE = ("aside", "nav")
_NAMING = ("class", "rel", "itemprop", "typeof", "data-testid", "data-hook")
_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")
_LONGEST_MARKS = 200


def find_byline(tree: HtmlElement, linked: Metadata, meta: Mapping[str, str], site: str) -> str:
    """Who signs: the page's own « Par … » where it agrees with its data, else its data.

    An organization signs only where nobody else does.
    """
    stated = linked.byline or _stated_in(meta)
    shown = _shown_byline(tree)
    papers = _STAFF | {fold(name) for name in (site, linked.site, linked.agency) if name}
    if not stated or (shown and fold(stated) in papers):
        return shown or stated or linked.agency
    signature = parse_byline(stated)
    stated = signature.names if signature and signature.explicit else stated
    known = {name for name in words(stated) if len(name) >= _NAME_CHARS}
    return shown if shown and known and known <= set(words(shown)) else stated


def _stated_in(meta: Mapping[str, str]) -> str:
    """The names of the meta tags: « A, B » where each is a name becomes « A et B »."""
    names = (squeeze(meta[name]) for name in _META_NAMES if name in meta)
    stated = next((n for n in names if not n.startswith(("http", "@")) and fold(n) not in _SOFTWARE), "")
    parts = stated.split(", ")
    if len(parts) > 1 and all(is_name(part) for part in parts):
        return enumeration(parts)
    return stated


def _shown_byline(tree: HtmlElement) -> str:
    """The signature in the elements whose class says so, else in the first lines under the h1."""
    bare = ""
    for element in [*_signing(tree)][:_MOST_BYLINES]:
        for text in _signed_texts(element):
            signature = parse_byline(text)
            if signature and signature.explicit:
                return signature.names
            if not bare and is_name(text):
                bare = text
    return bare or _signature_under_heading(tree)


def _signing(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("p", "div", "span", "address", "a", "li", "section", "em", "strong"):
        marks = (element.get(name) or "" for name in _NAMING)
        if _AUTHOR_CLASS.search(fold(_CAPITAL.sub("-", " ".join(marks)[:_LONGEST_MARKS]))) and not _is_beside(
            element
        ):
            yield element


def _is_beside(element: HtmlElement) -> bool:
    """Whether an element is in a side column or at the foot of the page; an article may have a foot too."""
    above = [parent.tag for parent in element.iterancestors()]
    return any(tag in _BESIDE for tag in above) or ("footer" in above and "article" not in above)


def _signature_under_heading(tree: HtmlElement) -> str:
    under = False
    looked = 0
    for element in tree.iter("h1", "p", "div", "span", "em", "i", "address", "li"):
        under = under or element.tag == "h1"
        if not under or element.tag == "h1":
            continue
        looked += 1
        if looked > _LINES_UNDER_HEADING:
            break
        if len(element) <= _MOST_CHILDREN and (signature := _explicit(element)):
            return signature.names
    return ""


def _explicit(element: HtmlElement) -> Signature | None:
    signatures = map(parse_byline, _signed_texts(element))
    return next((s for s in signatures if s and s.explicit), None)


def _signed_texts(element: HtmlElement) -> list[str]:
    """The texts of `element` that may sign: its first line and the whole, without the dates inside it."""
    parts = [element.text or ""]
    first = ""
    for child in element:
        if child.tag == "br" and not first:
            first = squeeze("".join(parts))
        text = text_of(child, _BYLINE_CHARS) if isinstance(child.tag, str) else ""
        if child.tag != "time" and classify(text or "?").kind not in _NO_NAMES:
            parts += (" ", text) if child.tag in {"br", "div", "p"} else (text,)
        parts.append(child.tail or "")
    whole = squeeze("".join(parts))
    return [text for text in (first, whole) if _NAME_CHARS <= len(text) <= _BYLINE_CHARS]
