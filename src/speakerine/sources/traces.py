"""Telling at a glance which rules could concern a line: none, for most lines of most texts.

A line of letters and figures is of a kind only where it holds one of the words that the rules of
that kind look for. Any other mark in it, and every rule is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from speakerine.sources.vocabulary import entries

_MARKS = re.compile(
    r"[^\w\s'’,.!?…:;«»\"“”%€°&-]|_|(?<!\w)-|-(?!\w)|^\S+-\S+$|\.(?=\w)|^»"
    r"|[a-zà-ÿ](?=[A-ZÀ-Ý])|[A-ZÀ-Ý]{3}\.?$|[Hh][Oo][Tt][Oo]|POUR|[^\W\d_]\d|\d[^\W\d_]{3}"
)
"""Marks that join or close credits, glued buttons and figures, capitals at the end."""

_FIGURES = re.compile(r"\d")
_CODE = re.compile(r"[A-Za-z]{3}\d{3}")
_DAY = re.compile(r"\b[Ll]e (?:\w+ )?\d")


def _kinds_by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {
        word: {"pitch"} for name in ("reader", "pitch-hints") for word in entries(name)
    }
    for line in entries("trace-words"):
        kind, listed = line.split(":", 1)
        for word in listed.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


_KINDS_BY_WORD = _kinds_by_word()
_SIGNS = frozenset(_KINDS_BY_WORD)
_NO_KIND: frozenset[str] = frozenset()
EVERY_KIND = frozenset(kind for kinds in _KINDS_BY_WORD.values() for kind in kinds)


def suspected(text: str, found: Sequence[str]) -> frozenset[str]:
    """The kinds, named in data/trace-words.txt, that a line could be of: `found` are its folded words.

    "pitch" stands for what data/reader.txt and data/pitch-hints.txt say.
    """
    small = _is_small_letters(text)
    if not found or (not small and _MARKS.search(text)) or "hoto" in text:
        return EVERY_KIND
    signs = _SIGNS.intersection(found)
    by_words = _NO_KIND.union(*[_KINDS_BY_WORD[word] for word in signs]) if signs else _NO_KIND
    return by_words if small or not _FIGURES.search(text) else by_words | _by_figures(text)


def _by_figures(text: str) -> frozenset[str]:
    """The kinds that figures are the sign of: dates and, where they come first, counters."""
    first = {"interface", "discussion"} if text[0].isdigit() else set()
    code = {"interface"} if _CODE.match(text) else set()
    return frozenset({"date"} | first | code | ({"byline"} if _DAY.search(text) else set()))


def _is_small_letters(text: str) -> bool:
    """Whether `text` is words in small letters, their first letter aside."""
    letters = text.replace(" ", "").replace("’", "")
    return letters.isalpha() and letters[1:].islower()
