"""Text to lines: who says each stretch of it, as written and as spoken, and the pause after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from speakerine.french import breath_groups, sentences, verbalize
from speakerine.script import pauses
from speakerine.script.frame import closed, ended
from speakerine.script.quotations import runs
from speakerine.types import Line, Paragraph, ParagraphKind, Role

BREATH_CHARS = 280
"""The longest text an engine says well in one go; a longer sentence is cut where one breathes."""
GROUP_CHARS = 150
"""Short sentences are said together up to this length: alone they lose their tune."""


def line(role: Role, written: str, pause_after_ms: int) -> Line:
    """Return one line, said as an announcer reads it."""
    return Line(role, written, verbalize(written), pause_after_ms)


def framed(sentence: str, pause_after_ms: int) -> list[Line]:
    """Return the presenter's lines for a sentence of the frame; none for an empty one."""
    return falling(grouped(ended(sentence), Role.PRESENTER), pause_after_ms)


def titled(title: str, pause_after_ms: int) -> Line:
    """Return the presenter's line for a title: it falls as a sentence does, and stays as written."""
    return replace(line(Role.PRESENTER, closed(title), pause_after_ms), written=title)


def paragraph_lines(
    paragraph: Paragraph, role: Role, pause_after_ms: int, *, going_on: bool = False
) -> list[Line]:
    """Return the paragraph's lines, the last followed by `pause_after_ms`; quotations have their own role.

    `going_on` tells that it begins inside a quotation that an earlier paragraph opened.
    """
    lines: list[Line] = []
    dialogue = paragraph.kind is ParagraphKind.TEXT
    for run in runs(paragraph.text, going_on=going_on, dialogue=dialogue):
        quoted = run.quoted or paragraph.kind is ParagraphKind.QUOTE
        if lines:
            lines[-1] = replace(lines[-1], pause_after_ms=_pause_at_quotation_ms(lines[-1].written))
        lines += grouped(run.text, Role.QUOTE if quoted else role)
    if lines:
        lines[-1] = replace(lines[-1], spoken=ended(lines[-1].spoken))
    return falling(lines, pause_after_ms)


def grouped(text: str, role: Role) -> list[Line]:
    """Return the text's sentences, the short ones together, the long ones cut at their breath."""
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


def falling(lines: Iterable[Line], pause_after_ms: int) -> list[Line]:
    """Return the lines with that pause after the last of them."""
    found = list(lines)
    if found:
        found[-1] = replace(found[-1], pause_after_ms=pause_after_ms)
    return found


def opening(lines: Iterable[Line], chapter: str) -> list[Line]:
    """Return the lines, the first of which opens the chapter, and no other opens one."""
    return [replace(said, chapter="" if at else chapter) for at, said in enumerate(lines)]


def _pause_at_quotation_ms(written: str) -> int:
    """None inside a sentence, so that one voice says it in one go; a short one between two."""
    return pauses.AT_QUOTATION_MS if closed(written) == written else pauses.IN_SENTENCE_MS


def _breaths(text: str, role: Role) -> list[Line]:
    pieces = breath_groups(text, BREATH_CHARS)
    lines = [line(role, piece, pauses.AT_BREATH_MS) for piece in pieces]
    return falling(lines, pauses.AFTER_SENTENCE_MS)
