"""What a page says of its article in JSON-LD, OpenGraph and meta tags, and in its h1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from speakerine.sources.bylines import is_name, parse_byline
from speakerine.sources.dates import parse_date
from speakerine.sources.folding import fold, words
from speakerine.sources.json_ld import Metadata, read_json_ld
from speakerine.sources.page import squeeze, text_of

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

_SITE_SEPARATORS = re.compile(r"\s+[|•·–—-]\s+|\s+:\s+(?=[^:]{2,25}$)")
_AGREES = 0.6
"""The share of an h1's words that a stated title must hold to be the same title."""
_COVERS = 0.4
_TITLE_WORDS = 4
_NAME_CHARS = 3
_MOST_BYLINES = 400
_BYLINE_CHARS = 160
_LINES_UNDER_HEADING = 60
_MOST_CHILDREN = 12
_AUTHOR_CLASS = re.compile(
    r"(?:^|[\s_-])(?:authors?|auteurs?|byline|signature|signataire|article__author|author-name|contributors?|article-contributors?)(?:$|[\s_-])"
)
_LANGUAGE = re.compile(r"^[a-z]{2,3}")


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """What `tree` states of its article; `url` is where it was found, if known."""
    linked = read_json_ld(tree)
    meta = _meta_tags(tree)
    address = linked.url or _canonical(tree) or meta.get("og:url", "") or url or ""
    return Metadata(
        title=_title(tree, linked.title, meta),
        byline=_byline(tree, linked, meta),
        description=squeeze(
            _first(meta, "og:description", "description", "twitter:description") or linked.description
        ),
        published=linked.published or _published(tree, meta),
        url=_absolute(address, url),
        site=squeeze(_first(meta, "og:site_name") or linked.site),
        image=_absolute(
            _first(meta, "og:image", "og:image:url", "twitter:image") or linked.image, url or address
        ),
        language=_language(tree, meta),
        free=linked.free,
        word_count=linked.word_count,
        body=linked.body,
    )


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Every meta tag's content by its name or property; the first of each that says something."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _first(meta: Mapping[str, str], *names: str) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _canonical(tree: HtmlElement) -> str:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    return next((link.get("href", "").strip() for link in links), "")


def _absolute(address: str, base: str | None) -> str:
    if not address.strip():
        return ""
    try:
        whole = urljoin(base or "", address.strip())
        return whole if urlsplit(whole).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _language(tree: HtmlElement, meta: Mapping[str, str]) -> str:
    declared = (
        tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _first(meta, "og:locale", "language")
    ).lower()
    match = _LANGUAGE.match(declared)
    return match.group() if match else "fr"


def _title(tree: HtmlElement, headline: str, meta: Mapping[str, str]) -> str:
    """The h1 that agrees with what the page states; else what it states, without the site's name."""
    stated = [
        t for t in (squeeze(_first(meta, "og:title")), headline, squeeze(_first(meta, "twitter:title"))) if t
    ]
    element = tree.find(".//title")
    if element is not None and (shown := text_of(element)):
        stated.append(shown)
    headings = [text for h1 in tree.iter("h1") if (text := text_of(h1))]
    for claim in stated:
        best = max(headings, key=lambda h: _likeness(h, claim), default="")
        if best and _likeness(best, claim) >= _AGREES:
            return best
    if len(headings) == 1 and len(headings[0].split()) >= _TITLE_WORDS and not headline:
        return headings[0]
    return _without_site(stated[0], _first(meta, "og:site_name")) if stated else next(iter(headings), "")


def _likeness(one: str, other: str) -> float:
    """How much of a heading's words the title that a page states holds, 0 to 1; 0 if it says much more."""
    left, right = set(words(one)), set(words(other))
    shared = len(left & right)
    return shared / len(left) if shared > 1 and shared >= _COVERS * len(right) else 0.0


def _without_site(title: str, site: str) -> str:
    parts = _SITE_SEPARATORS.split(title)
    last = parts[-1]
    if len(parts) > 1 and (not site or fold(site) in fold(last) or len(last.split()) < _TITLE_WORDS):
        return title[: title.rindex(last)].rstrip(" |•·–—-:\u00a0")
    return title


def _byline(tree: HtmlElement, linked: Metadata, meta: Mapping[str, str]) -> str:
    """Who signs: the page's own « Par … » where it agrees with its data, else its data."""
    stated = linked.byline or squeeze(
        _first(meta, "author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
    )
    if stated.startswith(("http", "@")):
        stated = ""
    shown = _shown_byline(tree)
    paper = fold(_first(meta, "og:site_name") or linked.site)
    if not stated or (shown and paper and fold(stated) in {paper, fold(linked.site)}):
        return shown
    signature = parse_byline(stated)
    stated = signature.names if signature and signature.explicit else stated
    known = {name for name in words(stated) if len(name) >= _NAME_CHARS}
    return shown if shown and known and known <= set(words(shown)) else stated


def _shown_byline(tree: HtmlElement) -> str:
    """The signature in the elements whose class says so, else in the first lines under the h1."""
    bare = ""
    for element in [*_signing(tree)][:_MOST_BYLINES]:
        if not _NAME_CHARS <= len(text := text_of(element, _BYLINE_CHARS)) <= _BYLINE_CHARS:
            continue
        signature = parse_byline(text)
        if signature and signature.explicit:
            return signature.names
        if not bare and is_name(text):
            bare = text
    return bare or _signature_under_heading(tree)


def _signing(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("p", "div", "span", "address", "a", "li", "section", "em", "strong"):
        marks = (element.get(name) or "" for name in ("class", "rel", "itemprop", "data-testid"))
        if _AUTHOR_CLASS.search(fold(" ".join(marks)[:200])):
            beside = any(parent.tag in {"aside", "nav", "footer"} for parent in element.iterancestors())
            if not beside:
                yield element


def _signature_under_heading(tree: HtmlElement) -> str:
    under = False
    looked = 0
    for element in tree.iter("h1", "p", "div", "span", "em", "i", "address"):
        under = under or element.tag == "h1"
        if not under or element.tag == "h1":
            continue
        looked += 1
        if looked > _LINES_UNDER_HEADING:
            break
        text = text_of(element, _BYLINE_CHARS)
        if len(element) > _MOST_CHILDREN or not _NAME_CHARS <= len(text) <= _BYLINE_CHARS:
            continue
        signature = parse_byline(text)
        if signature and signature.explicit:
            return signature.names
    return ""


def _published(tree: HtmlElement, meta: Mapping[str, str]) -> datetime | None:
    names = (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
    )
    for name in (*names, "publish-date", "pubdate", "publication_date", "parsely-pub-date", "date.modified"):
        if name in meta and (when := parse_date(meta[name])):
            return when
    for moment in tree.iter("time"):
        if when := parse_date(moment.get("datetime") or text_of(moment)):
            return when
    return None
