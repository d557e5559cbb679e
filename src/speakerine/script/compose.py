"""An article to its script: title, byline, lead, paragraphs, credit, and who says each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from speakerine.french import breath_groups, sentences, verbalize
from speakerine.script import frame, pauses
from speakerine.script.quotations import runs
from speakerine.types import Article, Jingle, Line, Paragraph, ParagraphKind, Role, Script

BREATH_CHARS = 280
"""The longest text an engine says well in one go; a longer sentence is cut where one breathes."""
GROUP_CHARS = 150
"""Short sentences are said together up to this length: alone they lose their tune."""

_PAUSE_AFTER_MS = {
    ParagraphKind.TEXT: pauses.AFTER_PARAGRAPH_MS,
    ParagraphKind.QUOTE: pauses.AFTER_PARAGRAPH_MS,
    ParagraphKind.HEADING: pauses.AFTER_HEADING_MS,
    ParagraphKind.LIST_ITEM: pauses.AFTER_LIST_ITEM_MS,
}


def compose(article: Article, voices: Sequence[str], *, jingles: bool = True) -> Script:
    """The script of one article, credited to `voices`, between its jingles if it has any."""
    lines = [*_opening(article), *_body(article)]
    lines[-1] = replace(lines[-1], pause_after_ms=pauses.BEFORE_CREDIT_MS)
    lines += _closing(article, voices)
    framed: list[Line | Jingle] = [Jingle.INTRO, *lines, Jingle.OUTRO] if jingles else [*lines]
    return Script(article.title, tuple(framed), (article,))


def _opening(article: Article) -> Iterator[Line]:
    title = _line(Role.PRESENTER, frame.closed(article.title), pauses.AFTER_TITLE_MS)
    yield replace(title, written=article.title, chapter=article.title)
    if article.byline:
        yield _line(Role.PRESENTER, frame.spoken_byline(article.byline), pauses.AFTER_BYLINE_MS)
    if article.lead:
        yield from _paragraph(Paragraph(article.lead), Role.PRESENTER, pauses.AFTER_LEAD_MS)


def _body(article: Article) -> Iterator[Line]:
    for i, paragraph in enumerate(article.body):
        after = article.body[i + 1 : i + 2]
        before_heading = bool(after) and after[0].kind is ParagraphKind.HEADING
        pause_ms = pauses.BEFORE_HEADING_MS if before_heading else _PAUSE_AFTER_MS[paragraph.kind]
        role = Role.PRESENTER if paragraph.kind is ParagraphKind.HEADING else Role.READER
        yield from _paragraph(paragraph, role, pause_ms)


def _closing(article: Article, voices: Sequence[str]) -> Iterator[Line]:
    if article.truncated:
        yield _line(Role.PRESENTER, frame.truncation(), pauses.BEFORE_CREDIT_MS)
    yield _line(Role.PRESENTER, frame.credit(voices), pauses.AFTER_LAST_WORD_MS)


def _paragraph(paragraph: Paragraph, role: Role, pause_after_ms: int) -> Iterator[Line]:
    """The paragraph's lines; the last one is followed by `pause_after_ms`."""
    lines: list[Line] = []
    for run in runs(paragraph.text):
        quoted = run.quoted or paragraph.kind is ParagraphKind.QUOTE
        if lines:
            lines[-1] = replace(lines[-1], pause_after_ms=_pause_at_quotation_ms(lines[-1].written))
        lines += _grouped(run.text, Role.QUOTE if quoted else role)
    if lines:
        last = replace(lines[-1], pause_after_ms=pause_after_ms)
        ended = replace(last, spoken=frame.closed(last.spoken))
        yield from [*lines[:-1], ended]


def _pause_at_quotation_ms(written: str) -> int:
    """None inside a sentence, so that one voice says it in one go; a short one between two."""
    ended = frame.closed(written) == written
    return pauses.AT_QUOTATION_MS if ended else pauses.IN_SENTENCE_MS


def _grouped(text: str, role: Role) -> list[Line]:
    """Sentences of one role, the short ones together, the long ones cut at their breath."""
    lines: list[Line] = []
    group = ""
    for sentence in sentences(text):
        joined = f"{group} {sentence}".strip()
        if group and len(joined) > GROUP_CHARS:
            lines += _breaths(group, role)
            group = sentence
        else:
            group = joined
    return [*lines, *_breaths(group, role)] if group.strip() else lines


def _breaths(text: str, role: Role) -> list[Line]:
    pieces = breath_groups(text, BREATH_CHARS)
    lines = [_line(role, piece, pauses.AT_BREATH_MS) for piece in pieces]
    lines[-1] = replace(lines[-1], pause_after_ms=pauses.AFTER_SENTENCE_MS)
    return lines


def _line(role: Role, written: str, pause_after_ms: int) -> Line:
    return Line(role, written, verbalize(written), pause_after_ms)
