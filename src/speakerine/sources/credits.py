"""Captions and photo credits: « Le ministre, à Lyon. (Photo : J. Dupont / AFP) »."""

from __future__ import annotations

import re

from speakerine.sources.vocabulary import alternatives, entries

_AGENCY = alternatives("agencies")
_NAME_WORD = r"(?:[A-ZÀ-ÝŒ][\w.'’&-]*|d[eu]s?|la|le)"
_NAME = rf"(?:{_NAME_WORD}(?:\s{_NAME_WORD}){{0,4}}\s?)"
"""Words are parted by spaces, so that a line of capitals is tried once and not in every way to cut it."""

_CREDIT_TAILS = tuple(
    re.compile(pattern.replace("<name>", _NAME).replace("<agency>", _AGENCY))
    for pattern in entries("credit-tails")
)
_HINT = re.compile(rf"\b{_AGENCY}\b|droits|DROITS|Droits|POUR|\b[Vv]ia\b|[Pp]hoto|[A-ZÀ-Ý]{{3}}$")
_COPYRIGHT_LINE = re.compile(
    r"^(?:©|\([cC]\)\s)[^!?]{0,160}$"
    r"|^(?i:©|copyright|tous droits réservés|droits réservés|reproduction interdite|all rights reserved)\b"
    r"(?:[^!?]{0,60}(?:19|20)\d\d[^!?]{0,100}|[^.!?]{0,90})$"
)
_LONGEST_CAPTION_WORDS = 70
_LONGEST_CREDIT_WORDS = 8
_TAIL_CHARS = 150


def is_caption(text: str) -> bool:
    """Whether `text` is a caption or a credit: a line that ends with who took the picture."""
    if len(text.split()) > _LONGEST_CAPTION_WORDS:
        return False
    return has_credit_tail(text) or bool(_COPYRIGHT_LINE.match(text))


def has_credit_tail(text: str) -> bool:
    """Whether `text` ends as a caption does."""
    tail = text[-_TAIL_CHARS:]
    if not any(mark in tail for mark in "©/|([:") and not _HINT.search(tail):
        return False
    return any(pattern.search(tail) for pattern in _CREDIT_TAILS)


def is_bare_credit(text: str) -> bool:
    """Whether `text` is a credit alone, under a caption that stands on the line before."""
    return (
        len(text.split()) <= _LONGEST_CREDIT_WORDS
        and is_caption(text)
        and not re.search(r"[^\W\d_]{2}[.!?]\s+\S", text.rstrip(" ."))
    )
