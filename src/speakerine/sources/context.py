"""What a line's neighbours say of it: captions given twice, links under « Lire aussi », other languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from speakerine.sources import vocabulary
from speakerine.sources.captions import captions_above_credits, captions_given_twice, uncredited_captions
from speakerine.sources.comments import find_comments
from speakerine.sources.folding import words
from speakerine.sources.lines import READABLE, Kind, Line, ends_with_full_stop, prose_kind
from speakerine.sources.links import boxes_inside, linked_again, linked_titles
from speakerine.sources.pitches import is_near_pitch

_FRENCH = frozenset(vocabulary.entries("french-words"))

_ENGLISH = frozenset(vocabulary.entries("english-words"))

_HEADING_LABELS = vocabulary.RUBRICS - vocabulary.BUTTONS

_ACCENTED = re.compile("[àâçéèêëîïôùûœ]")

_SAMPLE_CHARS = 1000

_FOREIGN_HITS = 3

_BROKEN_OFF_WORDS = 8

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
    told = _early_comments(_unheaded_comments(_mail_headers(list(lines))))
    if not framed and is_plain(told):
        told = [
            line._replace(kind=prose_kind(line.text)) if line.kind is Kind.PITCH else line for line in told
        ]
    else:
        told = uncredited_captions(_beside_pitches(told))
    told = _listed(_foreign(told))
    told = _rubric_headings(told)
    told = captions_given_twice(_broken_off(told))
    told = captions_above_credits(told)
    return linked_again(linked_titles(boxes_inside(told)))


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
            lines[index] = lines[index]._replace(kind=Kind.INTERFACE)
    return lines


def _unheaded_comments(lines: list[Line]) -> list[Line]:
    first = find_comments(lines)
    if first is not None:
        lines[first] = lines[first]._replace(kind=Kind.DISCUSSION)
    return lines


def _early_comments(lines: list[Line]) -> list[Line]:
    """« 12 commentaires » above the text is a button, not where the comments begin."""
    prose = 0
    for index, line in enumerate(lines):
        prose += line.kind is Kind.PROSE
        if line.kind is Kind.DISCUSSION and prose < _PROSE_BEFORE_COMMENTS:
            lines[index] = line._replace(kind=Kind.INTERFACE)
    return lines


def _hits(text: str) -> tuple[int, int]:
    counts = Counter(words(text))
    return sum(counts[w] for w in _FRENCH), sum(counts[w] for w in _ENGLISH)


def _foreign(lines: list[Line]) -> list[Line]:
    if not is_french(lines):
        return lines
    return [
        line._replace(kind=Kind.FOREIGN) if line.kind in READABLE and _is_english(line.text) else line
        for line in lines
    ]


def _is_english(text: str) -> bool:
    if _ENGLISH.isdisjoint(text.lower().split()) or text[0] in '«“"' or _ACCENTED.search(text):
        return False
    french, english = _hits(text[:_SAMPLE_CHARS])
    return english >= _FOREIGN_HITS and english > 2 * french


def _beside_pitches(lines: list[Line]) -> list[Line]:
    """Consent dialogs and newsletter boxes come in several lines; one that is sure tells of the next."""
    if all(line.kind is not Kind.PITCH for line in lines):
        return lines
    for index, line in enumerate(lines):
        if line.kind is not Kind.PROSE and line.kind is not Kind.SENTENCE:
            continue
        around = lines[max(0, index - 2) : index + 3]
        if any(near.kind is Kind.PITCH for near in around) and is_near_pitch(line.text):
            lines[index] = line._replace(kind=Kind.PITCH)
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
            lines[after] = item._replace(kind=Kind.ITEM)
    return lines


def _rubric_headings(lines: list[Line]) -> list[Line]:
    """The name of a section alone between two paragraphs is a heading of the article."""
    for index in range(1, len(lines) - 1):
        line = lines[index]
        if line.kind is not Kind.INTERFACE:
            continue
        before, after = lines[index - 1], lines[index + 1]
        between = before.kind is after.kind is Kind.PROSE and ends_with_full_stop(before.text)
        if between and tuple(words(line.text)) in _HEADING_LABELS:
            lines[index] = line._replace(kind=Kind.SHORT)
    return lines


def _broken_off(lines: list[Line]) -> list[Line]:
    """The paragraph that stops in the middle where a site lets nobody read on."""
    for index in range(1, len(lines)):
        above = lines[index - 1]
        cut = lines[index].kind is Kind.CUT and above.kind is Kind.SHORT
        if cut and above.word_count >= _BROKEN_OFF_WORDS and any(mark in above.text for mark in ".,;"):
            lines[index - 1] = above._replace(kind=Kind.PROSE)
    return lines
