"""Undoing what e-mail and wires do to a text: lines cut at 72 characters, words cut by a hyphen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from speakerine.sources.dates import is_date_line
from speakerine.sources.vocabulary import entries

_SENTENCE_END = re.compile(r"[.!?…:;][\s»”\"’)\]]*$")
_BULLET = re.compile(r"^\s*(?:[•▪◦‣·*–—-]|\d{1,2}[.)])\s")
_CUT_WORD = re.compile(r"[^\W\d_]-$")
_SPACES = re.compile(r"[ \t\f\v]+")
_EDGES = " \t\u00a0\u202f\u2003"
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD = 60
_NARROWEST = 40
_WIDEST = 110
_FEWEST_CUTS = 2

_KEPT_AFTER = frozenset(entries("hyphens-after"))
"""Second halves that French joins with a hyphen of their own: « dit-elle », « ceux-ci », « peut-être »."""

_KEPT_BEFORE = frozenset(entries("hyphens-before"))
"""First halves that do the same: « vice-présidente », « avant-garde »."""


class SourceLine(NamedTuple):
    """One line of the text, trimmed, and what stood around it."""

    text: str
    after_blank: bool
    indented: bool = False


def split_lines(text: str) -> list[SourceLine]:
    """The lines of `text` that hold something, each told whether a blank line or an indent precedes it."""
    lines: list[SourceLine] = []
    blank = True
    for raw in text.split("\n"):
        trimmed = (_SPACES.sub(" ", raw) if "  " in raw or "\t" in raw else raw).strip(_EDGES)
        if trimmed:
            lines.append(SourceLine(trimmed, after_blank=blank, indented=raw[:2].isspace()))
        blank = not trimmed
    return lines


def unwrap(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """`lines` with the pieces of each paragraph joined again; a text that was not wrapped is unchanged."""
    width = _wrap_width(lines)
    hyphened = any(_ends_in_hyphen(line.text) for line in lines)
    if not width and not hyphened:
        return list(lines)
    pieces: list[list[SourceLine]] = []
    for line in lines:
        joined = bool(pieces) and _continues(pieces[-1][-1], line, width)
        if joined and not (len(pieces[-1]) == 1 and is_date_line(line.text)):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    whole_words = _whole_words(lines) if hyphened else frozenset()
    return [
        piece[0]
        if len(piece) == 1
        else SourceLine(_joined(piece, whole_words), piece[0].after_blank, piece[0].indented)
        for piece in pieces
    ]


def _whole_words(lines: Sequence[SourceLine]) -> frozenset[str]:
    return frozenset(_WHOLE_WORD.findall(" ".join(line.text for line in lines).lower()))


def _ends_in_hyphen(text: str) -> bool:
    return text[-1] == "-" and bool(_CUT_WORD.search(text[-2:]))


def _joined(piece: Sequence[SourceLine], whole_words: frozenset[str]) -> str:
    parts = [piece[0].text]
    for line in piece[1:]:
        left, between = _joint(parts[-1], line.text, whole_words)
        parts[-1] = left
        parts += [between, line.text]
    return "".join(parts)


def _joint(left: str, right: str, whole_words: frozenset[str]) -> tuple[str, str]:
    """The end of one line as it is kept, and what stands between it and the next.

    The hyphen of a word cut in two goes; a real one stays.
    """
    if not _ends_in_hyphen(left) or not right[:1].isalpha():
        return left, " "
    before = re.split(r"[\s'’«(]", left[-_LONGEST_WORD:-1])[-1].lower()
    after = re.split(r"[^\w-]", right[:_LONGEST_WORD], maxsplit=1)[0].lower()
    if f"{before}-{after}" in whole_words:
        return left, ""
    real = right[0].isupper() or before.split("-")[-1] in _KEPT_BEFORE or after.split("-")[0] in _KEPT_AFTER
    if real and before + after not in whole_words:
        return left, ""
    return left[:-1], ""


def _wrap_width(lines: Sequence[SourceLine]) -> int:
    """The column at which the text was wrapped, or 0 for a text whose lines are its paragraphs."""
    cuts = [len(a.text) for a, b in pairwise(lines) if not b.after_blank and _is_cut(a, b)]
    if len(cuts) < _FEWEST_CUTS:
        return 0
    long_lines = sum(len(line.text) > _WIDEST for line in lines)
    if long_lines > len(cuts):
        return 0
    return max(cuts)


def _is_cut(line: SourceLine, following: SourceLine) -> bool:
    return (
        not following.after_blank
        and _NARROWEST <= len(line.text) <= _WIDEST
        and following.text[:1].islower()
        and not _SENTENCE_END.search(line.text)
    )


def _continues(line: SourceLine, following: SourceLine, width: int) -> bool:
    if following.after_blank or not (width or line.text[-1] == "-") or _BULLET.match(following.text):
        return False
    if _ends_in_hyphen(line.text) and following.text[:1].islower():
        return True
    if not width or (following.indented and not line.indented) or len(line.text) > _WIDEST:
        return False
    if len(line.text) < width // 2:
        return False
    first_word = following.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(first_word) > width or _is_cut(line, following)
