"""Which words of a paragraph somebody else said: runs of text, quoted or not, as written.

Source: Imprimerie nationale, Lexique, « Guillemets »: a quotation opens with « at its beginning and at
each paragraph it goes on in, and one » closes both a quotation and the one nested at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from speakerine.script.attribution import attributed, attributions

MIN_WORDS = 5
"""A shorter quotation is a word the author borrows: it stays in the author's sentence."""
MAX_PARAGRAPHS = 6
"""A quotation goes on over fewer: a » further on does not close that «."""
_MARK = re.compile(r"[«»“”\"]")
_CLOSING = {"«": "»", "“": "”", '"': '"'}
_DIALOGUE = re.compile(r"\s*[–—]\s*(?=[^\W\d]|[«“\"¿¡…])")
_GOES_ON = re.compile(r"\s*»\s")
_STOPS = re.compile(r"[\s,.;:!?…)\]]*")
_BEFORE_STRAIGHT = "([«“–—-:;’'/\u00a0\u202f\u2009 \t\n"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph; `quoted` when somebody the author quotes says it."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Where a quotation begins and ends, marks included; `open` when the paragraph ends first."""

    start: int
    end: int
    open: bool = False


def runs(paragraph: str, *, going_on: bool = False, dialogue: bool = True) -> list[Run]:
    """Return the paragraph cut where a quotation of some length begins or ends.

    The marks stay with the quotation, the punctuation after them too; « dit-il » inside a quotation is
    the author's; joined, the runs are the paragraph. A quotation left open goes on to the paragraph's
    end, and `going_on` tells that one was open before it. A paragraph that begins with a dash is
    somebody's reply, unless `dialogue` is off.

    >>> [r.quoted for r in runs("« Nous partirons demain avant midi », a dit Anne.")]
    [True, False]
    """
    cuts = [(0, False)]
    for start, end in _said(paragraph, going_on=going_on, dialogue=dialogue):
        cuts += [(start, True), (end, False)]
    limits: list[tuple[int, bool]] = []
    for at, quoted in cuts:
        if limits and limits[-1][0] == at:
            limits.pop()
        if not limits or limits[-1][1] != quoted:
            limits.append((at, quoted))
    stops = [at for at, _ in limits[1:]] + [len(paragraph)]
    pieces = [Run(paragraph[at:stop], q) for (at, q), stop in zip(limits, stops, strict=True)]
    return [run for run in pieces if run.text]


def continued(paragraphs: Sequence[str | None]) -> list[bool]:
    """Return, for each paragraph, whether it begins inside a quotation that an earlier one opened.

    That is so from the paragraph after the opening « to the one whose first mark is the ». A quotation
    never goes on over a None: a heading, or whatever is no running text.
    """
    flags = [False] * len(paragraphs)
    opened = len(paragraphs)
    for i, paragraph in enumerate(paragraphs):
        if paragraph is None:
            opened = len(paragraphs)
        elif mark := _MARK.search(paragraph):
            closes = mark[0] == "»" and not _GOES_ON.match(paragraph)
            if closes and opened < i < opened + MAX_PARAGRAPHS:
                flags[opened + 1 : i + 1] = [True] * (i - opened)
            opened = i if _left_open(paragraph, going_on=flags[i]) else len(paragraphs)
    return flags


def _left_open(paragraph: str, *, going_on: bool) -> bool:
    """Whether it ends inside a quotation in guillemets."""
    found = list(_quotations(paragraph, going_on=going_on))
    return bool(found) and found[-1].open and paragraph[found[-1].start] not in '“"'


def _said(paragraph: str, *, going_on: bool, dialogue: bool) -> Iterator[tuple[int, int]]:
    """Where what others say begins and ends; the author's words between are left out."""
    if dialogue and _DIALOGUE.match(paragraph):
        yield from _without_attributions(paragraph, 0, len(paragraph), len(paragraph))
        return
    free = 0
    for found in _quotations(paragraph, going_on=going_on):
        if found.start < free or not _is_said(paragraph[found.start : found.end]):
            continue
        stops = _STOPS.match(paragraph, found.end)
        free = stops.end() if stops else found.end
        yield from _without_attributions(paragraph, found.start, found.end, free)


def _without_attributions(paragraph: str, start: int, end: int, after: int) -> Iterator[tuple[int, int]]:
    """What is said from `start` to `after`, but for the attributions before `end`."""
    for begins, ends in attributions(paragraph, start, end):
        yield start, begins
        start = ends
    if start < after:
        yield start, after


def _quotations(paragraph: str, *, going_on: bool) -> Iterator[_Quotation]:
    """Every outermost quotation, in order. What is nested in it is part of it."""
    first = _GOES_ON.match(paragraph)
    begun = going_on or first is not None
    start, opened, depth, last_close = 0, "«" if begun else "", int(begun), 0
    for mark in _MARK.finditer(paragraph, first.end() if first else 0):
        at = mark.start()
        if not depth:
            if _opens(paragraph, at):
                start, opened, depth, last_close = at, mark[0], 1, 0
        elif mark[0] == _CLOSING[opened]:
            depth, last_close = depth - 1, at + 1
            if not depth:
                yield _Quotation(start, at + 1)
        elif mark[0] == opened:
            depth += 1
    if depth:
        yield from _unclosed(paragraph, start, opened, last_close)


def _unclosed(paragraph: str, start: int, opened: str, last_close: int) -> Iterator[_Quotation]:
    """A quotation that the paragraph leaves open: to its end, or to the » that closes two at once."""
    if opened == '"' and paragraph[:start].strip() and not paragraph[:start].rstrip().endswith(":"):
        return
    if last_close and attributed(paragraph, last_close):
        yield _Quotation(start, last_close)
        again = paragraph.find(opened, last_close)
        if again < 0:
            return
        start = again
    yield _Quotation(start, len(paragraph), open=True)


def _opens(paragraph: str, at: int) -> bool:
    """Whether a mark opens a quotation: a straight one after a letter, a figure or a stop does not."""
    mark = paragraph[at]
    if mark != '"':
        return mark in _CLOSING
    return at + 1 < len(paragraph) and (at == 0 or paragraph[at - 1] in _BEFORE_STRAIGHT)


def _is_said(quotation: str) -> bool:
    """Long enough to be heard as another's words."""
    return sum(any(map(str.isalnum, word)) for word in quotation.split()) >= MIN_WORDS
