"""A page's HTML to an Article: trafilatura's extraction, then the same French rules as pasted text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from speakerine.errors import SourceError
from speakerine.sources.blocks import Block, extract_blocks, with_omissions
from speakerine.sources.bylines import parse_byline
from speakerine.sources.dates import is_date_line, parse_date
from speakerine.sources.furniture import Furniture, remove_beside, survey
from speakerine.sources.headline import derived_title
from speakerine.sources.json_ld import Metadata
from speakerine.sources.leads import opened_by
from speakerine.sources.lines import Kind
from speakerine.sources.metadata import read_metadata
from speakerine.sources.omissions import take_out, unmarked
from speakerine.sources.page import lines_of, parse_page, shorten_data, squeeze
from speakerine.sources.pitches import says_missing
from speakerine.sources.references import remove_references
from speakerine.sources.siblings import with_kinds, with_lost_siblings
from speakerine.sources.standfirsts import described_on, find_standfirst
from speakerine.sources.text import read_text
from speakerine.sources.verdicts import Verdict, judge
from speakerine.types import Article, DroppedLine, Omission, Paragraph

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

_FEWEST_WORDS = 40
_MISSING_PAGE_WORDS = 120
_LONGER = 2


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says around its article; `beside` holds the lines of its boxes."""

    metadata: Metadata
    described: Sequence[str]
    furniture: Furniture
    beside: Sequence[str]


def read_html(html: str, url: str | None = None) -> Article:
    """The article in a page's HTML.

    Args:
        html: the whole page, decoded.
        url: where it was found: links in its metadata are relative to it.

    Returns:
        The article as written. `dropped` holds what of the body is not read, with reasons.

    Raises:
        SourceError: there is no article in the page, or the page cannot be read safely.
    """
    name = url or "the page"
    if not html.strip():
        raise SourceError(f"No article was found in {name}: it is empty. Save the whole page and try again.")
    tree = parse_page(html, name)
    _elements = list(tree.iter())  # lxml makes them anew in every pass over the tree, unless they are held
    shorten_data(tree)
    metadata = read_metadata(tree, url)
    described = described_on(tree, metadata.description)
    furniture = survey(tree)
    page = _Page(metadata, described, furniture, remove_beside(tree))
    remove_references(tree)
    taken = take_out(tree)
    blocks = with_omissions(with_kinds(with_lost_siblings(extract_blocks(tree), tree), tree), taken)
    if metadata.body and _count(blocks) * _LONGER < len(metadata.body.split()):
        blocks = [Block(squeeze(part)) for part in metadata.body.splitlines() if part.strip()]
    read = judge(blocks, metadata, furniture)
    kept = [r for r in read if not r.why]
    if _is_missing(metadata, kept):
        raise SourceError(_no_article(name, metadata, furniture, read))
    if sum(len(r.block.text.split()) for r in kept) < _FEWEST_WORDS:
        return _from_its_text(tree, metadata, _no_article(name, metadata, furniture, read))
    return _compose(read, page)


def _from_its_text(tree: HtmlElement, metadata: Metadata, failure: str) -> Article:
    """The article by the rules of pasted text, for a page whose markup shows no article.

    Raises:
        SourceError: its text shows none either; `failure` is the message.
    """
    try:
        article = read_text(unmarked(lines_of(tree)))
    except SourceError as error:
        raise SourceError(failure) from error
    if article.word_count < _FEWEST_WORDS:
        raise SourceError(failure)
    return replace(
        article,
        title=metadata.title or article.title,
        byline=metadata.byline or article.byline,
        published=metadata.published or article.published,
        url=metadata.url,
        site=metadata.site,
        image=metadata.image,
        language=metadata.language,
        source="html",
    )


def _count(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks if not block.left_out)


def _is_missing(metadata: Metadata, kept: Sequence[Verdict]) -> bool:
    count = sum(len(r.block.text.split()) for r in kept)
    return count < _MISSING_PAGE_WORDS and any(
        says_missing(t) for t in (metadata.title, *(r.block.text for r in kept))
    )


def _no_article(name: str, metadata: Metadata, furniture: Furniture, read: Sequence[Verdict]) -> str:
    if says_missing(metadata.title) or any(says_missing(r.block.text) for r in read):
        why = "the site says that there is no such page, or refuses it. Check the address in a browser"
    elif furniture.cut or not metadata.free:
        why = "it is reserved for subscribers. Save the page as you see it when signed in"
    else:
        why = "it holds no text long enough. Open the article itself, and save or paste that page"
    return f"No article was found in {name}: {why}."


def _compose(read: Sequence[Verdict], page: _Page) -> Article:
    metadata = page.metadata
    kept = [r for r in read if not r.why]
    paragraphs = [Paragraph(r.block.text, r.block.kind) for r in kept]
    standfirst = find_standfirst(paragraphs, metadata.title, page.described, page.furniture)
    body = [i for i in range(len(kept)) if i != standfirst.index and i not in standfirst.labels]
    labels = {id(kept[i]) for i in standfirst.labels}
    dropped = [
        DroppedLine(r.block.text, r.why or "above the article") for r in read if r.why or id(r) in labels
    ]
    dropped += [DroppedLine(text, "a box beside the article") for text in page.beside]
    count = sum(len(r.block.text.split()) for r in kept)
    return Article(
        title=metadata.title or derived_title(standfirst.text or kept[0].block.text),
        paragraphs=opened_by(standfirst.text, [paragraphs[i] for i in body]),
        byline=metadata.byline or _signed(read),
        lead=standfirst.text,
        published=metadata.published
        or _dated([*(r.block.text for r in read if r.line.kind is Kind.DATE), *page.beside]),
        url=metadata.url,
        site=metadata.site,
        image=metadata.image,
        language=metadata.language,
        source="html",
        truncated=page.furniture.cut
        or any(r.line.kind is Kind.CUT for r in read)
        or (not metadata.free and metadata.word_count > _LONGER * count),
        omissions=_omissions(read, [kept[i] for i in body]),
        dropped=tuple(dropped),
    )


def _omissions(read: Sequence[Verdict], body: Sequence[Verdict]) -> tuple[Omission, ...]:
    """The tables and code among the paragraphs of the body."""
    inside = {id(r) for r in body}
    found: list[Omission] = []
    after = 0
    for item in read:
        after += id(item) in inside
        if item.is_told and item.block.omission:
            found.append(Omission(item.block.omission.what, after, item.block.omission.caption))
    return tuple(found)


def _dated(texts: Sequence[str]) -> datetime | None:
    """The date that one of the page's own lines gives, where its metadata gives none."""
    return next((when for text in texts if is_date_line(text) and (when := parse_date(text))), None)


def _signed(read: Sequence[Verdict]) -> str:
    signatures = (parse_byline(r.block.text) for r in read if r.line.kind is Kind.BYLINE)
    return next((s.names for s in signatures if s and s.explicit), "")
