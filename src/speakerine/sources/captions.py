"""What is a caption by its place: given twice, set above a credit, or under the title without one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speakerine.sources.credits import has_credit_tail, is_bare_credit, is_uncredited_caption
from speakerine.sources.folding import fold
from speakerine.sources.lines import READABLE, Kind, Line

_CAPTION_WORDS = 45
_TAG_WORDS = 4
_HEADED_LINES = 20
_CREDITED_WORDS = 7
_CREDIT_MARKS = frozenset("([/|©-–—")
_ADDED_WORDS = 4
_NEAR_LEAD_LINES = 10
_SITE_AT_END = re.compile(r"\s[-–—]\s(?:©\s?)?[A-ZÀ-Ý][A-ZÀ-Ý\d][A-ZÀ-Ý\d .&/'’-]{0,30}$")


def uncredited_captions(lines: list[Line]) -> list[Line]:
    """Between a title and the text, a line that says where and when a picture was taken."""
    prose = [i for i, line in enumerate(lines) if line.kind is Kind.PROSE][:2]
    for index in range(1, prose[-1] if prose else 0):
        line = lines[index]
        titled = any(_is_headline(above) for above in lines[max(0, index - _HEADED_LINES) : index])
        if titled and line.kind in READABLE and _is_caption_by_place(line, lines):
            lines[index] = line._replace(kind=Kind.CAPTION)
    return lines


def _is_caption_by_place(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line says what a picture shows, or ends in the site's name and is no title of the page."""
    if is_uncredited_caption(line.text):
        return True
    site = _SITE_AT_END.search(line.text)
    if site is None or line.word_count <= _CREDITED_WORDS:
        return False
    return all(other.text != line.text[: site.start()] for other in lines)


def _is_headline(line: Line) -> bool:
    return line.kind in {Kind.SHORT, Kind.SENTENCE, Kind.PROSE} and line.word_count > _TAG_WORDS


def captions_given_twice(lines: list[Line]) -> list[Line]:
    """An image's text and its caption are copied one after the other: the same line, or with a credit."""
    captioned = any(line.kind is Kind.CAPTION for line in lines)
    for index in range(len(lines) - 1):
        if not captioned and lines[index].kind is Kind.SHORT:
            continue
        for step in (1, 2):
            if index + step >= len(lines):
                break
            line, after = lines[index], lines[index + step]
            given_again = after.kind is Kind.CAPTION or line.kind is Kind.PROSE or line.kind is Kind.SENTENCE
            if given_again and _could_be_caption(line) and _is_given_again(line, after):
                lines[index] = line._replace(kind=Kind.CAPTION)
                lines[index + step] = after._replace(kind=Kind.CAPTION)
    return lines


def _is_given_again(line: Line, after: Line) -> bool:
    """Whether `after` says the same as `line`, or the same with a credit."""
    here, there = fold(line.text).rstrip(". "), fold(after.text).rstrip(". ")
    if here == there:
        return True
    added = there.removeprefix(here).strip(". ") if there.startswith(here) else ""
    credit = added[:1] in _CREDIT_MARKS and len(added.split()) <= _ADDED_WORDS
    return bool(added) and (credit or after.kind is Kind.CAPTION)


def _could_be_caption(line: Line) -> bool:
    return line.kind in READABLE | {Kind.CAPTION} and 1 < line.word_count <= _CAPTION_WORDS


def captions_above_credits(lines: list[Line]) -> list[Line]:
    """A credit alone belongs to the line it is set under."""
    spaced = sum(line.after_blank for line in lines) * 2 > len(lines)
    for index in range(1, len(lines)):
        line, above = lines[index], lines[index - 1]
        if line.kind is not Kind.CAPTION or above.kind not in {Kind.PROSE, Kind.SENTENCE, Kind.SHORT}:
            continue
        if (
            not is_bare_credit(line.text)
            or not has_credit_tail(line.text)
            or above.word_count > _CAPTION_WORDS
        ):
            continue
        first = index == 1 or lines[index - 2].kind not in {Kind.PROSE, Kind.SENTENCE}
        headed = index > 1 and lines[index - 2].kind is Kind.SHORT and _is_headline(lines[index - 2])
        if above.kind is Kind.SHORT and (line.after_blank or not (spaced or headed)):
            continue
        if (
            _is_enclosed(lines, index)
            or (spaced and not line.after_blank)
            or (headed and above.kind is Kind.SHORT)
            or (first and above.kind is Kind.SENTENCE)
        ):
            lines[index - 1] = above._replace(kind=Kind.CAPTION)
    return lines


def _is_enclosed(lines: Sequence[Line], index: int) -> bool:
    """Whether a credit and the line over it stand between the page's date or buttons and its text."""
    under = lines[index + 1 : index + 2]
    if not under or under[0].kind is not Kind.PROSE:
        return False
    headed = index > 1 and lines[index - 2].kind in {Kind.DATE, Kind.BYLINE, Kind.INTERFACE}
    leads = lines[max(0, index - _NEAR_LEAD_LINES) : index - 2]
    return headed and any(line.kind is Kind.PROSE for line in leads)
