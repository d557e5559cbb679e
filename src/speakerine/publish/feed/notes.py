"""Show notes in HTML: an episode's description, and its article as written."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from speakerine.french.writing import NBSP
from speakerine.publish.addresses import web_address
from speakerine.publish.chapters import order_chapters
from speakerine.publish.plain import cut_bytes, one_line, printable, typeset
from speakerine.publish.wording import CONTENTS_OPENING, SYNTHETIC, long_clock, source_note, voices_note
from speakerine.types import Paragraph, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speakerine.types import Chapter, Episode

MAX_DESCRIPTION_BYTES = 4000
"""Source: Apple Podcasts, RSS feed requirements: description."""

MAX_CONTENT_BYTES = 60_000
"""Of an item's text; a hundred items of it are a feed that a phone still fetches in a moment."""

_TEMPLATES = {
    ParagraphKind.TEXT: "<p>{}</p>",
    ParagraphKind.HEADING: "<h2>{}</h2>",
    ParagraphKind.QUOTE: "<blockquote><p>{}</p></blockquote>",
    ParagraphKind.LIST_ITEM: "<li>{}</li>",
}


def render_description(episode: Episode) -> str:
    """Return the item's description: HTML of at most 4000 bytes that always tells the synthetic voice.

    What there is no room for is left out from its end: of the lead first, then of the chapters.
    """
    footer = _source_html(episode) + _voice_html(episode)
    room = MAX_DESCRIPTION_BYTES - len(footer.encode())
    contents = _fitting_contents(episode, room)
    lead = "" if _tells_all(contents, episode) else printable(episode.description).strip()
    return _fitting_lead(lead, room - len(contents.encode())) + contents + footer


def render_article(paragraphs: Iterable[Paragraph]) -> str:
    """Return the article in HTML, every word escaped, list items in lists."""
    blocks: list[str] = []
    for is_list, group in groupby(paragraphs, key=lambda one: one.kind is ParagraphKind.LIST_ITEM):
        items = [_TEMPLATES[one.kind].format(_line_html(one.text)) for one in group if one.text.strip()]
        blocks.append(f"<ul>{''.join(items)}</ul>" if is_list and items else "\n".join(items))
    return "\n".join(block for block in blocks if block)


def render_content(episode: Episode, page: str = "") -> str:
    """Return the item's full text: chapters, the article, where it comes from, and the note on the voice.

    A text that would make the feed slow to fetch is cut after a paragraph, and led on to `page`.
    """
    article = _fitting_article(episode.paragraphs, page) or _paragraphs_html(episode.description)
    parts = (_contents_html(_told_chapters(episode)), article, _source_html(episode), _voice_html(episode))
    return "\n".join(part for part in parts if part)


def _fitting_article(paragraphs: Sequence[Paragraph], page: str) -> str:
    room = MAX_CONTENT_BYTES
    for shown, paragraph in enumerate(paragraphs):
        room -= len(paragraph.text.encode())
        if room < 0:
            more = f'<p><a href="{escape(page)}">Lire la suite</a></p>' if page else ""
            return render_article(paragraphs[:shown]) + more
    return render_article(paragraphs)


def _fitting_lead(text: str, room: int) -> str:
    """Return as much of the text as there is room for, in HTML."""
    size = min(room, len(text.encode()))
    while size > 0:
        body = _paragraphs_html(cut_bytes(text, size))
        if len(body.encode()) <= room:
            return body
        size = size * 9 // 10
    return ""


def _fitting_contents(episode: Episode, room: int) -> str:
    chapters = _told_chapters(episode)
    while chapters and len(_contents_html(chapters).encode()) > room:
        chapters = chapters[: len(chapters) * 9 // 10]
    return _contents_html(chapters)


def _told_chapters(episode: Episode) -> Sequence[Chapter]:
    """Return the chapters, where there are several."""
    chapters = order_chapters(episode)
    return chapters if len(chapters) > 1 else ()


def _contents_html(chapters: Sequence[Chapter]) -> str:
    """Return the chapters, each with its time, which apps make a link, and its article."""
    if not chapters:
        return ""
    return f"<p>Au sommaire{NBSP}:</p><ul>{''.join(map(_chapter_html, chapters))}</ul>"


def _chapter_html(chapter: Chapter) -> str:
    title, url = _line_html(chapter.title), web_address(chapter.url)
    linked = f'<a href="{escape(url)}">{title}</a>' if url else title
    credit = f" ({_line_html(chapter.credit)})" if chapter.credit else ""
    return f"<li>{long_clock(chapter.start_ms)} {linked}{credit}</li>"


def _tells_all(contents: str, episode: Episode) -> bool:
    """Return whether the list of chapters has all that the description says: an edition's titles."""
    return bool(contents) and episode.description.startswith(CONTENTS_OPENING)


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
