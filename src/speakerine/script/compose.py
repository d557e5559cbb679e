"""An article to its script: title, byline, lead, paragraphs, credit, and who says each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from speakerine.script import frame as around
from speakerine.script import pauses
from speakerine.script.lines import BREATH_CHARS, falling, framed, line, paragraph_lines, titled
from speakerine.script.quotations import continued
from speakerine.script.template import Frame, shipped_frame
from speakerine.types import Article, Jingle, Line, Paragraph, ParagraphKind, Role, Script

__all__ = ["BREATH_CHARS", "article_lines", "compose"]

_PAUSE_AFTER_MS = {
    ParagraphKind.TEXT: pauses.AFTER_PARAGRAPH_MS,
    ParagraphKind.QUOTE: pauses.AFTER_PARAGRAPH_MS,
    ParagraphKind.HEADING: pauses.AFTER_HEADING_MS,
    ParagraphKind.LIST_ITEM: pauses.AFTER_LIST_ITEM_MS,
}


def compose(
    article: Article,
    voices: Sequence[str],
    *,
    jingles: bool = True,
    frame: Frame | None = None,
    said: Sequence[Line] | None = None,
) -> Script:
    """Return the script of one article, credited to `voices`, between its jingles if it has any.

    `frame` is the show's own template; without it, the one that ships. `said` is what `article_lines`
    gave, where it was asked already.
    """
    says = frame or shipped_frame()
    credit = around.credit(voices, says, title=article.title)
    lines = [*(said or article_lines(article, says)), *framed(credit, pauses.AFTER_LAST_WORD_MS)]
    items: list[Line | Jingle] = [Jingle.INTRO, *lines, Jingle.OUTRO] if jingles else [*lines]
    return Script(article.title, tuple(items), (article,))


def article_lines(article: Article, frame: Frame) -> list[Line]:
    """Return all that is said of an article itself; its title opens its chapter."""
    lines = falling([*_opening(article, frame), *_body(article, frame)], pauses.BEFORE_CREDIT_MS)
    if article.truncated:
        lines += framed(around.truncation(frame), pauses.BEFORE_CREDIT_MS)
    return lines


def _opening(article: Article, frame: Frame) -> Iterator[Line]:
    yield replace(titled(article.title, pauses.AFTER_TITLE_MS), chapter=article.title)
    if article.byline and (byline := around.spoken_byline(article.byline, frame)):
        yield line(Role.PRESENTER, byline, pauses.AFTER_BYLINE_MS)
    if article.lead:
        yield from paragraph_lines(Paragraph(article.lead), Role.PRESENTER, pauses.AFTER_LEAD_MS)


def _body(article: Article, frame: Frame) -> Iterator[Line]:
    body = article.body
    texts = [p.text if p.kind is ParagraphKind.TEXT else None for p in body]
    yield from _left_out(article, 0, frame)
    for i, (paragraph, goes_on) in enumerate(zip(body, continued(texts), strict=True)):
        before_heading = i + 1 < len(body) and body[i + 1].kind is ParagraphKind.HEADING
        pause_ms = pauses.BEFORE_HEADING_MS if before_heading else _PAUSE_AFTER_MS[paragraph.kind]
        role = Role.PRESENTER if paragraph.kind is ParagraphKind.HEADING else Role.READER
        yield from paragraph_lines(paragraph, role, pause_ms, going_on=goes_on)
        yield from _left_out(article, i + 1, frame)


def _left_out(article: Article, after: int, frame: Frame) -> Iterator[Line]:
    """What the presenter says in the place of tables and code: once for two of a kind in a row."""
    said = [around.left_out(one, frame) for one in article.omissions if one.after == after]
    for sentence in dict.fromkeys(said):
        yield from framed(sentence, pauses.AFTER_PARAGRAPH_MS)
