"""Show notes in HTML: an episode's description, and its article as written."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from speakerine.publish.addresses import web_address
from speakerine.publish.plain import cut_bytes, one_line, printable, typeset
from speakerine.publish.wording import SYNTHETIC, source_note, voices_note
from speakerine.types import Paragraph, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speakerine.types import Episode

MAX_DESCRIPTION_BYTES = 4000
"""Source: Apple Podcasts, RSS feed requirements: description."""

_TEMPLATES = {
    ParagraphKind.TEXT: "<p>{}</p>",
    ParagraphKind.HEADING: "<h2>{}</h2>",
    ParagraphKind.QUOTE: "<blockquote><p>{}</p></blockquote>",
    ParagraphKind.LIST_ITEM: "<li>{}</li>",
}


def render_description(episode: Episode) -> str:
    """Return the item's description: HTML of at most 4000 bytes that always tells the synthetic voice."""
    footer = _source_html(episode) + _voice_html(episode)
    room = MAX_DESCRIPTION_BYTES - len(footer.encode())
    text = printable(episode.description).strip()
    size = min(room, len(text.encode()))
    while size > 0:
        body = _paragraphs_html(cut_bytes(text, size))
        if len(body.encode()) <= room:
            return body + footer
        size = size * 9 // 10
    return footer


def render_article(paragraphs: Iterable[Paragraph]) -> str:
    """Return the article in HTML, every word escaped, list items in lists."""
    blocks: list[str] = []
    for is_list, group in groupby(paragraphs, key=lambda one: one.kind is ParagraphKind.LIST_ITEM):
        items = [_TEMPLATES[one.kind].format(_line_html(one.text)) for one in group if one.text.strip()]
        blocks.append(f"<ul>{''.join(items)}</ul>" if is_list and items else "\n".join(items))
    return "\n".join(block for block in blocks if block)


def render_content(episode: Episode) -> str:
    """Return the item's full text: the article, where it comes from, and the note on the voice."""
    article = render_article(episode.paragraphs) or _paragraphs_html(episode.description)
    return "\n".join(part for part in (article, _source_html(episode), _voice_html(episode)) if part)


def _paragraphs_html(text: str) -> str:
    return "".join(f"<p>{_line_html(line)}</p>" for line in printable(text).split("\n") if line.strip())


def _line_html(text: str) -> str:
    return escape(typeset(one_line(text)), quote=False)


def _source_html(episode: Episode) -> str:
    note, url = _line_html(source_note(episode)), web_address(episode.url)
    if not url:
        return f"<p>{note}</p>" if note else ""
    link = f'<a href="{escape(url)}">Lire l’article d’origine</a>'
    return f"<p>{note} {link}</p>" if note else f"<p>{link}</p>"


def _voice_html(episode: Episode) -> str:
    """Return the note on the voice, unless the description says it already."""
    if SYNTHETIC in episode.description:
        return ""
    return f"<p>{_line_html(voices_note(episode.voices))}</p>"
