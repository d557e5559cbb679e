"""A page's HTML to an Article: trafilatura's extraction, then the same French rules as pasted text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from speakerine.errors import SourceError
from speakerine.sources.blocks import Block, extract_blocks
from speakerine.sources.bylines import parse_byline
from speakerine.sources.context import in_context
from speakerine.sources.dates import is_date_line, parse_date
from speakerine.sources.extent import Extent, until_collapse
from speakerine.sources.furniture import Furniture, key, remove_beside, survey
from speakerine.sources.headline import derived_title
from speakerine.sources.json_ld import Metadata
from speakerine.sources.leads import opened_by
from speakerine.sources.lines import READABLE, Kind, Line, classify
from speakerine.sources.metadata import read_metadata
from speakerine.sources.page import lines_of, parse_page, shorten_data, squeeze
from speakerine.sources.paragraphs import unrepeated
from speakerine.sources.pitches import is_pitch, says_missing
from speakerine.sources.siblings import with_lost_siblings
from speakerine.sources.text import read_text
from speakerine.types import Article, DroppedLine, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

_FEWEST_WORDS = 40
_MISSING_PAGE_WORDS = 120
_SURE_CHARS = 40
"""Two texts that begin alike for so long are the same, one of them cut short."""
_LONGER = 2


@dataclass(frozen=True, slots=True)
class _Read:
    """A block of the body and what the line rules make of it."""

    block: Block
    line: Line
    why: str = ""


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
    shorten_data(tree)
    metadata = read_metadata(tree, url)
    furniture = survey(tree)
    beside = remove_beside(tree)
    blocks = with_lost_siblings(extract_blocks(tree), tree)
    if metadata.body and _count(blocks) * _LONGER < len(metadata.body.split()):
        blocks = [Block(squeeze(part)) for part in metadata.body.splitlines() if part.strip()]
    read = _judge(blocks, metadata, furniture)
    kept = [r for r in read if not r.why]
    if _is_missing(metadata, kept):
        raise SourceError(_no_article(name, metadata, furniture, read))
    if sum(len(r.block.text.split()) for r in kept) < _FEWEST_WORDS:
        return _from_its_text(tree, metadata, _no_article(name, metadata, furniture, read))
    return _compose(kept, read, beside, metadata, furniture)


def _from_its_text(tree: HtmlElement, metadata: Metadata, failure: str) -> Article:
    """The article by the rules of pasted text, for a page whose markup shows no article.

    Raises:
        SourceError: its text shows none either; `failure` is the message.
    """
    try:
        article = read_text(lines_of(tree))
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


def _judge(blocks: Sequence[Block], metadata: Metadata, furniture: Furniture) -> list[_Read]:
    """Each block with the reason why it is not read aloud, or ""."""
    lines = in_context([_line(block) for block in blocks], framed=True)
    stop = _stop(lines)
    title = key(metadata.title)
    read: list[_Read] = []
    for index, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        read.append(
            _Read(
                block,
                line,
                _why(block, line, title, furniture) or ("below the article" if index >= stop else ""),
            )
        )
    kept = [i for i, r in enumerate(read) if not r.why]
    for index in set(kept) - set(unrepeated(lines, kept)):
        read[index] = replace(read[index], why=Kind.REPEAT.value)
    return _without_bare_headings(read)


def _stop(lines: Sequence[Line]) -> int:
    """Where the article ends: at the subscribers' notice, or at a heading under which prose collapses."""
    prose = next((i for i, line in enumerate(lines) if line.kind is Kind.PROSE), len(lines))
    cut = next((i for i in range(prose, len(lines)) if lines[i].kind is Kind.CUT), len(lines))
    return until_collapse(lines, Extent(0, cut)).stop if cut else 0


def _line(block: Block) -> Line:
    line = classify(block.text)
    if block.kind is ParagraphKind.QUOTE and line.kind not in {Kind.EMBED, Kind.PITCH}:
        return replace(line, kind=Kind.PROSE)
    if block.kind is ParagraphKind.LIST_ITEM and line.kind in READABLE:
        return replace(line, kind=Kind.ITEM)
    return line


def _why(block: Block, line: Line, title: str, furniture: Furniture) -> str:
    if block.left_out:
        return block.left_out
    folded = key(block.text)
    if folded == title:
        return "the title again"
    if folded in furniture.captions:
        return Kind.CAPTION.value
    if folded in furniture.links:
        return Kind.RELATED.value
    return "" if line.kind in READABLE else line.kind.value


def _without_bare_headings(read: Sequence[_Read]) -> list[_Read]:
    """Headings with nothing read under them go with what they headed."""
    result = list(read)
    followed = False
    for index in range(len(result) - 1, -1, -1):
        item = result[index]
        if item.why:
            continue
        if item.block.kind is ParagraphKind.HEADING and not followed:
            result[index] = replace(item, why="a heading with nothing under it")
        followed = followed or item.block.kind is not ParagraphKind.HEADING
    return result


def _is_missing(metadata: Metadata, kept: Sequence[_Read]) -> bool:
    count = sum(len(r.block.text.split()) for r in kept)
    return count < _MISSING_PAGE_WORDS and any(
        says_missing(t) for t in (metadata.title, *(r.block.text for r in kept))
    )


def _no_article(name: str, metadata: Metadata, furniture: Furniture, read: Sequence[_Read]) -> str:
    if says_missing(metadata.title) or any(says_missing(r.block.text) for r in read):
        why = "the site says that there is no such page, or refuses it. Check the address in a browser"
    elif furniture.cut or not metadata.free:
        why = "it is reserved for subscribers. Save the page as you see it when signed in"
    else:
        why = "it holds no text long enough. Open the article itself, and save or paste that page"
    return f"No article was found in {name}: {why}."


def _compose(
    kept: Sequence[_Read],
    read: Sequence[_Read],
    beside: Sequence[str],
    metadata: Metadata,
    furniture: Furniture,
) -> Article:
    lead, body = _lead(kept, metadata, furniture)
    dropped = [DroppedLine(r.block.text, r.why) for r in read if r.why]
    dropped += [DroppedLine(text, "a box beside the article") for text in beside]
    count = sum(len(r.block.text.split()) for r in kept)
    return Article(
        title=metadata.title or derived_title(lead or body[0].text),
        paragraphs=opened_by(lead, body),
        byline=metadata.byline or _signed(read),
        lead=lead,
        published=metadata.published
        or _dated([*(r.block.text for r in read if r.line.kind is Kind.DATE), *beside]),
        url=metadata.url,
        site=metadata.site,
        image=metadata.image,
        language=metadata.language,
        source="html",
        truncated=furniture.cut
        or any(r.line.kind is Kind.CUT for r in read)
        or (not metadata.free and metadata.word_count > _LONGER * count),
        dropped=tuple(dropped),
    )


def _lead(
    kept: Sequence[_Read], metadata: Metadata, furniture: Furniture
) -> tuple[str, tuple[Paragraph, ...]]:
    """The standfirst, as markup or metadata name it, else the first paragraph; and the rest without it."""
    paragraphs = [Paragraph(r.block.text, r.block.kind) for r in kept]
    for claim in _claims(metadata, furniture):
        for index, paragraph in enumerate(paragraphs[:4]):
            if _same(claim, paragraph.text):
                return paragraph.text, tuple(paragraphs[:index] + paragraphs[index + 1 :])
    visible = [s for s in furniture.standfirsts if not metadata.description or _same(metadata.description, s)]
    if (
        not visible
        and len(furniture.standfirsts) == 1
        and not any(key(furniture.standfirsts[0]) in key(p.text) for p in paragraphs)
    ):
        visible = list(furniture.standfirsts)
    if visible and key(visible[0]) != key(metadata.title):
        return visible[0], tuple(paragraphs)
    first = paragraphs[0]
    if len(paragraphs) > 1 and first.kind is ParagraphKind.TEXT:
        return first.text, tuple(paragraphs[1:])
    return "", tuple(paragraphs)


def _claims(metadata: Metadata, furniture: Furniture) -> list[str]:
    described = [metadata.description] if metadata.description and not is_pitch(metadata.description) else []
    return [*furniture.standfirsts, *described]


def _same(claim: str, text: str) -> bool:
    """Whether `text` is what `claim` gives, whole or cut short."""
    left, right = key(claim.rstrip("….[] ")), key(text)
    if min(len(left), len(right)) <= _SURE_CHARS:
        return bool(left) and left == right
    return right.startswith(left) or left.startswith(right)


def _dated(texts: Sequence[str]) -> datetime | None:
    """The date that one of the page's own lines gives, where its metadata gives none."""
    return next((when for text in texts if is_date_line(text) and (when := parse_date(text))), None)


def _signed(read: Sequence[_Read]) -> str:
    signatures = (parse_byline(r.block.text) for r in read if r.line.kind is Kind.BYLINE)
    return next((s.names for s in signatures if s and s.explicit), "")
