"""What a site says to its reader for itself: cookies, newsletters, subscriptions, missing pages.

Such text is prose, so one word never decides: it takes the site's own subjects and the reader spoken
to, or a set phrase; and a sentence that quotes or reports someone is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from speakerine.sources.folding import fold
from speakerine.sources.vocabulary import alternatives, entries

_SET_PHRASES = re.compile(alternatives("pitches"))
_SUBJECTS = re.compile(rf"\b{alternatives('pitch-subjects')}\b")
_READER = re.compile(rf"\b{alternatives('reader')}\b")
_REPORTED = re.compile(alternatives("reported"))
_CUTS = re.compile(alternatives("cuts"))
_MISSING_PAGE = re.compile(rf"\b{alternatives('missing')}")
_CUT_MARKS = ("%", "reserve", "la suite", "pour lire", "-vous pour", "subscribe")
_WORD = re.compile(r"[a-z]+")
_HINTS = frozenset((*entries("reader"), *entries("pitch-hints")))
"""Without one of these words there is no pitch: told before the patterns are tried."""
_LONGEST_PITCH = 1500
_NOTICE_CHARS = 300
_SHORT_PITCH_WORDS = 20
_SURE_DESPITE_QUOTES = 2
_SURE_SUBJECTS = 2


def is_pitch(text: str) -> bool:
    """Whether `text` is the site speaking for itself to its reader."""
    if len(text) > _LONGEST_PITCH:
        return False
    folded = fold(text)
    if _HINTS.isdisjoint(_WORD.findall(folded)):
        return False
    phrases = len(set(_SET_PHRASES.findall(folded)))
    if _REPORTED.search(folded):
        return phrases > _SURE_DESPITE_QUOTES
    addressed = bool(_READER.search(folded))
    subjects = len(set(_SUBJECTS.findall(folded)))
    headline = (
        phrases > 0 and not folded.endswith((".", "»", '"')) and len(folded.split()) <= _SHORT_PITCH_WORDS
    )
    return (
        headline
        or phrases > 1
        or (addressed and phrases == 1 and subjects > 0)
        or (addressed and subjects > _SURE_SUBJECTS)
    )


def is_near_pitch(text: str) -> bool:
    """Whether `text` would be a pitch beside another one: it has one of the marks."""
    folded = fold(text[:_LONGEST_PITCH])
    return bool(_SET_PHRASES.search(folded) or _SUBJECTS.search(folded)) and not _REPORTED.search(folded)


def is_cut(text: str) -> bool:
    """Whether `text` says that the rest of the article is for subscribers."""
    if len(text) > _LONGEST_PITCH:
        return False
    folded = fold(text)
    return any(mark in folded for mark in _CUT_MARKS) and bool(_CUTS.search(folded))


def says_missing(text: str) -> bool:
    """Whether `text` says that there is no such page, or no way in."""
    return bool(_MISSING_PAGE.search(fold(text[:_NOTICE_CHARS])))


def one_says_missing(texts: Iterable[str]) -> bool:
    """Whether one of `texts` says so: they are looked at all at once."""
    return bool(_MISSING_PAGE.search(fold("\n".join(text[:_NOTICE_CHARS] for text in texts))))
