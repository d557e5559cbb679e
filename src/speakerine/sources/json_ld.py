"""What a page says of its article in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from speakerine.sources.dates import parse_date
from speakerine.sources.page import squeeze

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Review|WebPage)$")
_LONGEST_JSON_CHARS = 2_000_000
_DEEPEST_JSON = 12


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states; "" or None where it does not. `words` is the length that its JSON-LD gives."""

    title: str = ""
    byline: str = ""
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
    for script in tree.iter("script"):
        if (
            "ld+json" not in (script.get("type") or "")
            or not script.text
            or len(script.text) > _LONGEST_JSON_CHARS
        ):
            continue
        for thing in _things(_loads(script.text), _DEEPEST_JSON):
            found = _from_thing(thing)
            if found and (not best.title or (found.title and not best.published and found.published)):
                best = found
    return best


def _loads(text: str) -> Any:
    cleaned = re.sub(r"^\s*(?://)?<!\[CDATA\[|(?://)?\]\]>\s*;?\s*$", "", text.strip()).rstrip(";")
    try:
        return json.loads(cleaned, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _things(item, depth - 1)
    elif depth and isinstance(value, dict):
        kind = value.get("@type")
        kinds = [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]
        if any(_ARTICLE_TYPES.search(k) for k in kinds) and (
            value.get("headline") or value.get("datePublished")
        ):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                yield from _things(value[key], depth - 1)


def _from_thing(thing: Mapping[str, Any]) -> Metadata | None:
    page = thing.get("mainEntityOfPage")
    count = thing.get("wordCount")
    return Metadata(
        title=_plain(thing.get("headline")),
        byline=_signatures(thing),
        description=_plain(thing.get("description")),
        published=parse_date(_plain(thing.get("datePublished"))),
        url=_plain(thing.get("url")) or _plain(page.get("@id") if isinstance(page, dict) else page),
        site=_people(thing.get("publisher")),
        image=_image(thing.get("image")),
        free=str(thing.get("isAccessibleForFree", True)).lower()
        not in {"false", "0", "http://schema.org/false"},
        word_count=int(str(count)) if str(count).isdecimal() else 0,
        body=_plain(thing.get("articleBody"), keep_lines=True),
    )


def _plain(value: Any, *, keep_lines: bool = False) -> str:
    if not isinstance(value, str):
        return ""
    text = value
    if "<" in text or "&" in text:
        text = unescape(re.sub(r"<[^<>]{0,500}>", " ", text))
    return text.strip() if keep_lines else squeeze(text)


def _signatures(thing: Mapping[str, Any]) -> str:
    """The people who sign; the paper itself only where nobody does."""
    authors, creators = thing.get("author"), thing.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    paper = all(isinstance(a, dict) and "Organization" in str(a.get("@type")) for a in listed)
    return _people((creators or authors) if paper else authors or creators)


def _people(value: Any) -> str:
    names = []
    for item in value if isinstance(value, list) else [value]:
        name = _plain(item.get("name") if isinstance(item, dict) else item)
        if isinstance(item, dict) and isinstance(item.get("name"), list):
            name = _people(item["name"])
        if name and not name.startswith(("http", "@")) and name not in names:
            names.append(name)
    return " et ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _image(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return _plain(first.get("url") or first.get("contentUrl") if isinstance(first, dict) else first)
