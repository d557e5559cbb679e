"""Cues put in order, and cut in time into what a screen can show."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from speakerine.publish.plain import one_line, words
from speakerine.types import Cue

if TYPE_CHECKING:
    from collections.abc import Sequence

_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_OPENING_MARKS = ";:!?»%€"
_MARKS = re.compile(rf"[{_OPENING_MARKS}]\W*$")


def order_cues(cues: Sequence[Cue], duration_ms: int | None = None) -> tuple[Cue, ...]:
    """Return the cues ascending, none over the next, within the duration; no text is lost.

    Cues that begin together, or after the end, are joined to the one before.
    """
    return _ordered(tuple(cues), duration_ms)


@lru_cache(maxsize=4)
def _ordered(cues: tuple[Cue, ...], duration_ms: int | None) -> tuple[Cue, ...]:
    ordered: list[Cue] = []
    for cue in sorted(cues, key=lambda cue: cue.start_ms):
        text = one_line(cue.text)
        if not text:
            continue
        start_ms = max(0, cue.start_ms)
        if duration_ms is not None:
            start_ms = min(start_ms, max(0, duration_ms - 1))
        if ordered and start_ms <= ordered[-1].start_ms:
            last = ordered[-1]
            ordered[-1] = replace(last, text=f"{last.text} {text}", end_ms=max(last.end_ms, cue.end_ms))
        else:
            ordered.append(Cue(start_ms, cue.end_ms, text, one_line(cue.speaker)))
    return _trim_ends(ordered, duration_ms)


def _trim_ends(cues: Sequence[Cue], duration_ms: int | None) -> tuple[Cue, ...]:
    trimmed: list[Cue] = []
    for index, cue in enumerate(cues):
        end_ms = max(cue.end_ms, cue.start_ms + 1)
        if index + 1 < len(cues):
            end_ms = min(end_ms, cues[index + 1].start_ms)
        elif duration_ms is not None:
            end_ms = min(end_ms, max(duration_ms, cue.start_ms + 1))
        trimmed.append(Cue(cue.start_ms, end_ms, cue.text, cue.speaker))
    return tuple(trimmed)


@lru_cache(maxsize=1024)
def unbreakable(text: str) -> tuple[str, ...]:
    """Return the words, those that French keeps on one line as one: « 14 000 », « mot ! »."""
    held: list[str] = []
    for word in words(text):
        if held and (held[-1] == "«" or _is_tied(held[-1], word)):
            held[-1] += f" {word}"
        else:
            held.append(word)
    return tuple(held)


def _is_tied(before: str, word: str) -> bool:
    """Return whether French keeps the word on the line of the one before it."""
    if word[0] in _OPENING_MARKS:
        return _MARKS.match(word) is not None
    return word[0].isdigit() and before[-1].isdigit() and _THOUSANDS.match(word) is not None


def split_cue(cue: Cue, cards: Sequence[str]) -> list[Cue]:
    """Return one cue a card, the time shared in proportion to the characters of each."""
    if len(cards) <= 1:
        return [Cue(cue.start_ms, cue.end_ms, card, cue.speaker) for card in cards]
    length_ms = cue.end_ms - cue.start_ms
    if length_ms < len(cards):
        return [replace(cue, text="\n".join(cards))]
    spare_ms = length_ms - len(cards)
    total = sum(len(card) for card in cards)
    pieces: list[Cue] = []
    start_ms, seen = cue.start_ms, 0
    for index, card in enumerate(cards, start=1):
        seen += len(card)
        end_ms = cue.start_ms + index + spare_ms * seen // total
        pieces.append(Cue(start_ms, end_ms, card, cue.speaker))
        start_ms = end_ms
    return pieces
