"""Which words of a paragraph somebody else said: runs of text, quoted or not, as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MIN_WORDS = 5
"""A shorter quotation is a word the author borrows: it stays in the author's sentence."""
_MARKS = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»?|“[^“”]*”?|(?<!\d)\"[^\"]*\"?")
_LEADING_PUNCTUATION = re.compile(r"[\s,.;:!?…)\]]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph; `quoted` when somebody the author quotes says it."""

    text: str
    quoted: bool


def runs(paragraph: str) -> list[Run]:
    """The paragraph cut where a quotation of some length begins or ends.

    The marks stay with the quotation, the punctuation after them too; joined, the runs are the
    paragraph. A quotation left open goes on to the paragraph's end.

    >>> [r.quoted for r in runs("« Nous partirons demain avant midi », a dit Anne.")]
    [True, False]
    """
    found = [Run(text, quoted) for text, quoted in _cut(paragraph) if text]
    merged: list[Run] = []
    for run in found:
        if merged and merged[-1].quoted == run.quoted:
            merged[-1] = Run(merged[-1].text + run.text, run.quoted)
        else:
            merged.append(run)
    return merged


def _cut(paragraph: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for match in _MARKS.finditer(paragraph):
        if match.start() < end or not _is_said(match.group()):
            continue
        yield paragraph[end : match.start()], False
        stop = _LEADING_PUNCTUATION.match(paragraph, match.end())
        after = stop.end() if stop else match.end()
        yield paragraph[match.start() : after], True
        end = after
    yield paragraph[end:], False


def _is_said(quotation: str) -> bool:
    """Long enough to be heard as another's words."""
    return sum(any(map(str.isalnum, word)) for word in quotation.split()) >= MIN_WORDS
