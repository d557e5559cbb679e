"""Readers' comments without a heading over them: a name, when it was said, what was said, a button."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from speakerine.sources.folding import fold, words
from speakerine.sources.lines import Kind, Line
from speakerine.sources.vocabulary import COMMENT_BUTTONS

_PROSE_BEFORE = 2
_AUTHOR_WORDS = 4
_NEAR_LINES = 5
_CLOCKED = re.compile(r"\bil y a\b|\bhier\b|\baujourd|\d ?h ?\d\d|\d:\d\d")
_SAID = frozenset({Kind.PROSE, Kind.SENTENCE})


def find_comments(lines: Sequence[Line]) -> int | None:
    """The index of the line where comments begin that nothing heads: at least two, one after the other."""
    if all(line.kind is not Kind.DATE for line in lines):
        return None
    first = _first_after_prose(lines)
    begun = [i for i in range(first, len(lines) - 2) if _begins_comment(lines, i)]
    for one, other in pairwise(begun):
        if other - one <= _NEAR_LINES and any(_is_button(line) for line in lines[one : other + _NEAR_LINES]):
            return one
    return None


def _first_after_prose(lines: Sequence[Line]) -> int:
    prose = 0
    for index, line in enumerate(lines):
        if prose >= _PROSE_BEFORE:
            return index
        prose += line.kind is Kind.PROSE
    return len(lines)


def _begins_comment(lines: Sequence[Line], index: int) -> bool:
    """Whether a short name, a moment and a sentence follow each other from `index` on."""
    author, moment, said = lines[index : index + 3]
    return (
        author.kind is Kind.SHORT
        and author.word_count <= _AUTHOR_WORDS
        and moment.kind is Kind.DATE
        and said.kind in _SAID
        and bool(_CLOCKED.search(fold(moment.text)))
    )


def _is_button(line: Line) -> bool:
    return line.kind is Kind.INTERFACE and tuple(words(line.text)) in COMMENT_BUTTONS
