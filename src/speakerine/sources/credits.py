"""Captions and photo credits: « Le ministre, à Lyon. (Photo : J. Dupont / AFP) »."""

from __future__ import annotations

import re
from functools import cache

from speakerine.sources.folding import fold
from speakerine.sources.vocabulary import alternatives, entries

_AGENCY = alternatives("agencies")
_NAME_WORD = r"(?:[A-ZÀ-ÝŒ][\w.'’&-]*|d[eu]s?|la|le)"
_NAME = rf"(?:{_NAME_WORD}(?:\s{_NAME_WORD}){{0,4}}\s?)"
"""Words are parted by spaces, so that a line of capitals is tried once and not in every way to cut it."""

_HINT = re.compile(rf"\b{_AGENCY}\b|droits|DROITS|Droits|POUR|\b[Vv]ia\b|[Pp]hoto|[A-ZÀ-Ý]{{3}}$")
_CREDITING = re.compile("photo|credit|illustration|image|visuel|video|dessin|legende|infographie|copyright")
_SHOWN = re.compile(
    r"\b(?:illustrations?|d['’]archives?)\)?\.?$"
    r"|^(?:Vues? (?:de|du|d['’]|aérienne)|Capture d['’](?:écran|image)|Image d['’]|Portrait de"
    r"|De gauche à droite|[ÀA] (?:gauche|droite)[,:]|Photo (?:prise|non datée|de groupe|fournie)"
    r"|(?:Sur|Dans) cette photo)\b"
)
_PLACE_AND_DAY = re.compile(
    r", (?:le |en |ce )?(?:\w+di |dimanche )?(?:\d{1,2}(?:er)? )?[^\W\d]{3,9} (?:19|20)\d\d\.?$"
)
_COPYRIGHT_LINE = re.compile(
    r"^(?:©|\([cC]\)\s)[^!?]{0,160}$"
    r"|^(?i:©|copyright|tous droits réservés|droits réservés|reproduction interdite|all rights reserved)\b"
    r"(?:[^!?]{0,60}(?:19|20)\d\d[^!?]{0,100}|[^.!?]{0,90})$"
)
_LONGEST_CAPTION_WORDS = 70
_LONGEST_CREDIT_WORDS = 8
_TAIL_CHARS = 150
_LONGEST_SHOWN_WORDS = 40


def is_caption(text: str) -> bool:
    """Whether `text` is a caption or a credit: a line that ends with who took the picture."""
    if len(text.split()) > _LONGEST_CAPTION_WORDS:
        return False
    return has_credit_tail(text) or bool(_COPYRIGHT_LINE.match(text))


def has_credit_tail(text: str) -> bool:
    """Whether `text` ends as a caption does."""
    tail = text[-_TAIL_CHARS:]
    if not _could_credit(tail):
        return False
    return any(pattern.search(tail) for pattern in credit_tails())


@cache
def credit_tails() -> tuple[re.Pattern[str], ...]:
    """How credits end; made when one may be met, since it takes a while."""
    return tuple(
        re.compile(pattern.replace("<name>", _NAME).replace("<agency>", _AGENCY))
        for pattern in entries("credit-tails")
    )


def _could_credit(tail: str) -> bool:
    """Whether anything in the end of a line is what a credit is made of: cheap, and often True."""
    return (
        any(mark in tail for mark in "©/|")
        or tail.rstrip(".")[-1:] in {")", "]"}
        or (":" in tail and bool(_CREDITING.search(fold(tail))))
        or bool(_HINT.search(tail))
    )


def is_uncredited_caption(text: str) -> bool:
    """Whether a line under a title says what a picture shows: where it was taken and on which day, or how."""
    if len(text.split()) > _LONGEST_SHOWN_WORDS or re.search(r"[.!?…]\s", text):
        return False
    return bool(_SHOWN.search(text) or _PLACE_AND_DAY.search(text))


def is_bare_credit(text: str) -> bool:
    """Whether `text` is a credit alone, under a caption that stands on the line before."""
    return (
        len(text.split()) <= _LONGEST_CREDIT_WORDS
        and is_caption(text)
        and not re.search(r"[^\W\d_]{2}[.!?]\s+\S", text.rstrip(" ."))
    )
