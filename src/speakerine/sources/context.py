"""What a line's neighbours say of it: captions given twice, links under « Lire aussi », other languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from speakerine.sources import vocabulary
from speakerine.sources.credits import has_credit_tail, is_bare_credit
from speakerine.sources.folding import fold, words
from speakerine.sources.lines import READABLE, Kind, Line, ends_with_full_stop, prose_kind
from speakerine.sources.pitches import is_near_pitch

_FRENCH = frozenset(vocabulary.entries("french-words"))
_ENGLISH = frozenset(vocabulary.entries("english-words"))
_HEADING_LABELS = vocabulary.RUBRICS - vocabulary.BUTTONS
_ACCENTED = re.compile("[àâçéèêëîïôùûœ]")
_SAMPLE_CHARS = 1000
_FOREIGN_HITS = 3
_CAPTION_WORDS = 45
_LINKED_WORDS = 24
_MOST_LINKS = 4
_PROSE_BEFORE_COMMENTS = 2
_MAIL_HEADER = re.compile(
    r"^(?:De|From|À|A|To|Objet|Sujet|Subject|Envoyé|Sent|Date|Cc|Répondre à|Reply-To)\s?:\s?\S", re.IGNORECASE
)
_MAIL_SUBJECT = re.compile(
    r"^(?:Objet|Sujet|Subject)\s?:\s?(?:(?:TR|Fwd?|RE)\s?:\s?)*(?P<subject>.+)$", re.IGNORECASE
)
_MAIL_TAG = re.compile(r"^(?:\[[^\]]{1,60}\]\s*)+")
_MAIL_TOP = 12
_CHROME = frozenset({Kind.INTERFACE, Kind.RELATED, Kind.END, Kind.DISCUSSION, Kind.CUT})


def in_context(lines: Sequence[Line], *, framed: bool = False) -> list[Line]:
    """`lines` with the kinds that only their neighbours tell.

    `framed` says that they come from a web page; else a text without any button is taken at its word.
    """
    told = _early_comments(_mail_headers(list(lines)))
    if not framed and is_plain(told):
        told = [
            replace(line, kind=prose_kind(line.text)) if line.kind is Kind.PITCH else line for line in told
        ]
    else:
        told = _beside_pitches(told)
    told = _listed(_foreign(told))
    told = _rubric_headings(told)
    told = _captions_given_twice(told)
    told = _captions_above_credits(told)
    return _linked_titles(_boxes_inside(told))


def is_plain(lines: Sequence[Line]) -> bool:
    """Whether nothing in `lines` shows a page around the article: no button, menu or related link."""
    return not any(line.kind in _CHROME for line in lines)


def mail_subject(lines: Sequence[Line]) -> str:
    """What the « Objet : » of an e-mail's headers says, or ""."""
    for line in lines[:_MAIL_TOP]:
        match = _MAIL_SUBJECT.match(line.text)
        if match and line.kind is Kind.INTERFACE:
            return _MAIL_TAG.sub("", match["subject"]).strip()
    return ""


def is_french(lines: Sequence[Line]) -> bool:
    """Whether the prose of `lines` is French rather than English; True where it cannot be told."""
    french, english = _hits(" ".join(line.text for line in lines if line.kind is Kind.PROSE)[:200_000])
    return french >= english


def _mail_headers(lines: list[Line]) -> list[Line]:
    headers = [i for i, line in enumerate(lines[:_MAIL_TOP]) if _MAIL_HEADER.match(line.text)]
    if len(headers) > 1:
        for index in headers:
            lines[index] = replace(lines[index], kind=Kind.INTERFACE)
    return lines


def _early_comments(lines: list[Line]) -> list[Line]:
    """« 12 commentaires » above the text is a button, not where the comments begin."""
    prose = 0
    for index, line in enumerate(lines):
        prose += line.kind is Kind.PROSE
        if line.kind is Kind.DISCUSSION and prose < _PROSE_BEFORE_COMMENTS:
            lines[index] = replace(line, kind=Kind.INTERFACE)
    return lines


def _hits(text: str) -> tuple[int, int]:
    counts = Counter(words(text))
    return sum(counts[w] for w in _FRENCH), sum(counts[w] for w in _ENGLISH)


def _foreign(lines: list[Line]) -> list[Line]:
    if not is_french(lines):
        return lines
    return [
        replace(line, kind=Kind.FOREIGN) if line.kind in READABLE and _is_english(line.text) else line
        for line in lines
    ]


def _is_english(text: str) -> bool:
    if text[0] in '«“"' or _ACCENTED.search(text):
        return False
    french, english = _hits(text[:_SAMPLE_CHARS])
    return english >= _FOREIGN_HITS and english > 2 * french


def _beside_pitches(lines: list[Line]) -> list[Line]:
    """Consent dialogs and newsletter boxes come in several lines; one that is sure tells of the next."""
    for index, line in enumerate(lines):
        around = lines[max(0, index - 2) : index + 3]
        if line.kind not in {Kind.PROSE, Kind.SENTENCE} or all(
            near.kind is not Kind.PITCH for near in around
        ):
            continue
        if is_near_pitch(line.text):
            lines[index] = replace(line, kind=Kind.PITCH)
    return lines


def _listed(lines: list[Line]) -> list[Line]:
    """The short lines under « Trois pistes sont étudiées : » are its list, copied without its marks."""
    for index, line in enumerate(lines):
        if line.kind is not Kind.PROSE or line.text[-1] != ":":
            continue
        for after in range(index + 1, len(lines)):
            item = lines[after]
            if item.kind not in {Kind.SHORT, Kind.ITEM} or (item.after_blank and after > index + 1):
                break
            lines[after] = replace(item, kind=Kind.ITEM)
    return lines


def _rubric_headings(lines: list[Line]) -> list[Line]:
    """The name of a section alone between two paragraphs is a heading of the article."""
    for index in range(1, len(lines) - 1):
        line = lines[index]
        if line.kind is Kind.INTERFACE and tuple(words(line.text)) in _HEADING_LABELS:
            before, after = lines[index - 1], lines[index + 1]
            if before.kind is after.kind is Kind.PROSE and ends_with_full_stop(before.text):
                lines[index] = replace(line, kind=Kind.SHORT)
    return lines


def _captions_given_twice(lines: list[Line]) -> list[Line]:
    """An image's text and its caption are copied one after the other: the same line, or with a credit."""
    for index in range(len(lines) - 1):
        for step in (1, 2):
            if index + step >= len(lines):
                break
            line, after = lines[index], lines[index + step]
            if not _could_be_caption(line):
                break
            here, there = fold(line.text).rstrip(". "), fold(after.text).rstrip(". ")
            if here != there and not (there.startswith(here) and after.kind is Kind.CAPTION):
                continue
            if after.kind is Kind.CAPTION or line.kind in {Kind.PROSE, Kind.SENTENCE}:
                lines[index] = replace(line, kind=Kind.CAPTION)
                lines[index + step] = replace(after, kind=Kind.CAPTION)
    return lines


def _could_be_caption(line: Line) -> bool:
    return line.kind in READABLE | {Kind.CAPTION} and 1 < line.word_count <= _CAPTION_WORDS


def _captions_above_credits(lines: list[Line]) -> list[Line]:
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
        if above.kind is Kind.SHORT and (line.after_blank or not spaced):
            continue
        if (spaced and not line.after_blank) or (first and above.kind is Kind.SENTENCE):
            lines[index - 1] = replace(above, kind=Kind.CAPTION)
    return lines


def _boxes_inside(lines: list[Line]) -> list[Line]:
    """A box of links that the text goes on after: two paragraphs in a row, and the true end lower down."""
    ends = [i for i, line in enumerate(lines) if line.kind in {Kind.END, Kind.DISCUSSION}]
    for index, lower in pairwise(ends):
        after = index + 1
        while after < lower and lines[after].kind in {Kind.SHORT, Kind.DATE, Kind.RELATED, Kind.INTERFACE}:
            after += 1
        read = [line.kind for line in lines[after:lower] if line.kind in READABLE]
        goes_on = len(read) > 1 and Kind.SHORT not in read[:2] and Kind.PROSE in read[:2]
        above = any(line.kind is Kind.PROSE for line in lines[:index])
        if above and goes_on and 0 < after - index - 1 <= _MOST_LINKS and lines[index].kind is Kind.END:
            for box in range(index, after):
                lines[box] = replace(lines[box], kind=Kind.RELATED)
    return lines


def _linked_titles(lines: list[Line]) -> list[Line]:
    """The titles under « Lire aussi » are links too, but for a last one that heads the paragraph below it."""
    for index, line in enumerate(lines):
        if line.kind is not Kind.RELATED or tuple(words(line.text)) not in vocabulary.INLINE_RELATED:
            continue
        after = index + 1
        while after < len(lines) and _is_linked(lines[after]):
            after += 1
        heads = after < len(lines) and lines[after].kind is Kind.PROSE and lines[after - 1].kind is Kind.SHORT
        for link in range(index + 1, after - 1 if heads and after > index + 2 else after):
            if lines[link].kind in READABLE:
                lines[link] = replace(lines[link], kind=Kind.RELATED)
    return lines


def _is_linked(line: Line) -> bool:
    short = line.kind in {Kind.SHORT, Kind.SENTENCE, Kind.ITEM, Kind.INTERFACE, Kind.DATE, Kind.RELATED}
    return short and line.word_count <= _LINKED_WORDS and not ends_with_full_stop(line.text)
