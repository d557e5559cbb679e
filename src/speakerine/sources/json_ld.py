"""What a page says of its article in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING, Any

from speakerine.french.writing import enumeration
from speakerine.sources.dates import parse_date
from speakerine.sources.page import squeeze

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Review|WebPage)$")
_LONGEST_JSON_CHARS = 2_000_000
_DEEPEST_JSON = 12
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
"""Left by templates, and no JSON; tried only on what is none, so that no text that has one is changed."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states; "" or None where it does not.

    `byline` is of people; `agency` is the organization that signs where nobody does. `word_count` is the
    length that the page gives, `body` the text, `free` whether all may read it.
    """

    title: str = ""
    byline: str = ""
    agency: str = ""
    description: str = ""
    published: datetime | None = None
    url: str = ""
    site: str = ""
    image: str = ""
    language: str = "fr"
    free: bool = True
    word_count: int = 0
    body: str = ""


def read_json_ld(tree: HtmlElement) -> Metadata:
    """What the JSON-LD of `tree` states: that of the article, where it describes other things as well."""
    best = Metadata()
    site = ""
    for data in _scripts(tree):
        named = _named(data)
        site = site or _site(data)
        for thing in _things(data, _DEEPEST_JSON):
            found = _from_thing(thing, named)
            if not best.title or (found.title and not best.published and found.published):
                best = found
    return best if best.site or not site else replace(best, site=site)


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        if len(script.text) <= _LONGEST_JSON_CHARS:
            yield _loads(script.text)


def _loads(text: str) -> Any:
    cleaned = re.sub(r"^\s*(?://)?<!\[CDATA\[|(?://)?\]\]>\s*;?\s*$", "", text.strip()).rstrip(";")
    for written in (cleaned, _TRAILING_COMMA.sub("", cleaned)):
        try:
            return json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The articles that the data describes, those inside others last."""
    if depth and isinstance(value, list):
        for item in value:
            yield from _things(item, depth - 1)
    elif depth and isinstance(value, dict):
        if any(_ARTICLE_TYPES.search(k) for k in _types(value)) and (
            value.get("headline") or value.get("datePublished")
        ):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                yield from _things(value[key], depth - 1)


def _types(thing: Mapping[str, Any]) -> list[str]:
    kind = thing.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _members(data: Any) -> list[Mapping[str, Any]]:
    """The things described side by side, in a list or a graph."""
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    return [thing for thing in graph if isinstance(thing, dict)] if isinstance(graph, list) else []


def _named(data: Any) -> dict[str, Mapping[str, Any]]:
    """The things of a graph by their @id, for others name them so."""
    return {thing["@id"]: thing for thing in _members(data) if isinstance(thing.get("@id"), str)}


def _site(data: Any) -> str:
    sites = (_plain(thing.get("name")) for thing in _members(data) if "WebSite" in _types(thing))
    return next((name for name in sites if name), "")


def _from_thing(thing: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> Metadata:
    page = thing.get("mainEntityOfPage")
    count = thing.get("wordCount")
    authors = _resolved(thing.get("author"), named)
    people = [a for a in authors if not _is_organization(a)] or _resolved(thing.get("creator"), named)
    return Metadata(
        title=_plain(thing.get("headline")),
        byline=_names([a for a in people if not _is_organization(a)]),
        agency=_names([a for a in (*authors, *people) if _is_organization(a)]),
        description=_plain(thing.get("description")),
        published=parse_date(_plain(thing.get("datePublished"))),
        url=_plain(thing.get("url")) or _plain(page.get("@id") if isinstance(page, dict) else page),
        site=_names(_resolved(thing.get("publisher"), named)),
        image=_image(_resolved(thing.get("image"), named)),
        free=str(thing.get("isAccessibleForFree", True)).lower()
        not in {"false", "0", "http://schema.org/false"},
        word_count=int(str(count)) if str(count).isdecimal() else 0,
        body=_plain(thing.get("articleBody"), keep_lines=True),
    )


def _resolved(value: Any, named: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    """The things that a field holds, those that it only names by @id looked up."""
    listed = value if isinstance(value, list) else [value]
    return [named.get(str(one.get("@id")), one) if isinstance(one, dict) else one for one in listed]


def _is_organization(author: Any) -> bool:
    return isinstance(author, dict) and any("Organization" in kind for kind in _types(author))


def _plain(value: Any, *, keep_lines: bool = False) -> str:
    if not isinstance(value, str):
        return ""
    text = value
    if "<" in text or "&" in text:
        text = unescape(re.sub(r"<[^<>]{0,500}>", " ", text))
    return text.strip() if keep_lines else squeeze(text)


def _names(things: Sequence[Any]) -> str:
    """« A », « A et B », « A, B et C »."""
    names: list[str] = []
    for thing in things:
        held = thing.get("name") if isinstance(thing, dict) else thing
        for name in map(_plain, held if isinstance(held, list) else [held]):
            if name and not name.startswith(("http", "@")) and name not in names:
                names.append(name)
    return enumeration(names)


def _image(images: Sequence[Any]) -> str:
    first = images[0] if images else ""
    return _plain(first.get("url") or first.get("contentUrl") if isinstance(first, dict) else first)
