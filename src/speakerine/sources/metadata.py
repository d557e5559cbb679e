"""What a page says of its article: JSON-LD, microdata, OpenGraph and meta tags, its h1, its first lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from speakerine.sources.folding import fold, words
from speakerine.sources.json_ld import Metadata, read_json_ld
from speakerine.sources.microdata import read_microdata
from speakerine.sources.moments import find_published
from speakerine.sources.page import squeeze, text_of
from speakerine.sources.signatures import find_byline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE_SEPARATORS = re.compile(r"\s+[|•·–—-]\s+|\s+:\s+(?=[^:]{2,25}$)")
_AGREES = 0.6
"""The share of an h1's words that a stated title must hold to be the same title."""
_COVERS = 0.4
_TITLE_WORDS = 4
_SITE_WORDS = 6
_IMAGE_NAMES = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "thumbnail",
)
_LINE_CHARS = 300
_LANGUAGE = re.compile(r"^[a-z]{2,3}")


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """What `tree` states of its article; `url` is where it was found, if known."""
    linked = _completed(read_json_ld(tree), read_microdata(tree))
    meta = _meta_tags(tree)
    addresses = (_canonical(tree), meta.get("og:url", ""), linked.url, url or "")
    address = next(filter(_names_a_page, addresses), next(filter(None, addresses), ""))
    site = squeeze(_first(meta, "og:site_name") or linked.site or _first(meta, "application-name"))
    title = _title(tree, linked.title, meta)
    image = _first(meta, *_IMAGE_NAMES) or linked.image
    return replace(
        linked,
        title=title,
        byline=find_byline(tree, linked, meta, site),
        description=squeeze(
            _first(meta, "og:description", "description", "twitter:description") or linked.description
        ),
        published=linked.published or find_published(tree, meta, title),
        url=_absolute(address, url),
        site=site or _site_after(title, _shown_title(tree)),
        image=_absolute(image, url or address),
        language=_language(tree, meta),
    )


def _completed(stated: Metadata, other: Metadata) -> Metadata:
    """`stated`, with what only `other` says."""
    missing = {f.name: getattr(other, f.name) for f in fields(Metadata) if not getattr(stated, f.name)}
    return replace(stated, **(missing | {"free": stated.free}))


def _names_a_page(address: str) -> bool:
    """Whether an address is that of a page, rather than of a whole site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


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
    claims = (squeeze(_first(meta, "og:title")), headline, squeeze(_first(meta, "twitter:title")))
    stated = [claim for claim in (*claims, _shown_title(tree)) if claim]
    headings = [text for h1 in tree.iter("h1") if (text := text_of(h1))]
    for claim in stated:
        best = max(headings, key=lambda h: _likeness(h, claim), default="")
        if best and _likeness(best, claim) >= _AGREES:
            return best
    if len(headings) == 1 and len(headings[0].split()) >= _TITLE_WORDS and not headline:
        return headings[0]
    if not stated:
        return next(iter(headings), "")
    return _part_on_page(tree, stated[0]) or _without_site(stated[0], _first(meta, "og:site_name"))


def _shown_title(tree: HtmlElement) -> str:
    """What the browser shows above the page."""
    element = tree.find(".//title")
    return "" if element is None else text_of(element)


def _part_on_page(tree: HtmlElement, title: str) -> str:
    """The part of « The site - The title » that is a line of the page itself, or "" where none or all are."""
    parts = [part.strip() for part in _SITE_SEPARATORS.split(title)]
    if len(parts) == 1:
        return ""
    body = tree.find("body")
    shown = {
        squeeze(text)
        for element in (tree if body is None else body).iter()
        if (text := element.text) and len(text) <= _LINE_CHARS
    }
    found = [part for part in parts if part in shown and len(part.split()) >= _TITLE_WORDS]
    return found[0] if len(found) == 1 else ""


def _site_after(title: str, shown: str) -> str:
    """The site's name where the browser's title is the article's and that name, « Title - Site »."""
    parts = _SITE_SEPARATORS.split(shown)
    if len(parts) == 1 or words(parts[-1]) == words(title):
        return ""
    agrees = set(words(title)) <= set(words(shown[: shown.rindex(parts[-1])]))
    return parts[-1].strip() if title and agrees and len(parts[-1].split()) <= _SITE_WORDS else ""


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
