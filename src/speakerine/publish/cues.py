"""Cues put in order, and cut in time into what a screen can show."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from speakerine.publish.plain import one_line, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speakerine.types import Cue

_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_MARKS = re.compile(r"[;:!?»%€]\W*$")


def order_cues(cues: Sequence[Cue], duration_ms: int | None = None) -> tuple[Cue, ...]:
    """Return the cues ascending, none over the next, within the duration; no text is lost.

    Cues that begin together, or after the end, are joined to the one before.
    """
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
            ordered.append(replace(cue, start_ms=start_ms, text=text, speaker=one_line(cue.speaker)))
    return _trim_ends(ordered, duration_ms)


def _trim_ends(cues: Sequence[Cue], duration_ms: int | None) -> tuple[Cue, ...]:
    trimmed: list[Cue] = []
    for index, cue in enumerate(cues):
        end_ms = max(cue.end_ms, cue.start_ms + 1)
        if index + 1 < len(cues):
            end_ms = min(end_ms, cues[index + 1].start_ms)
        elif duration_ms is not None:
            end_ms = min(end_ms, max(duration_ms, cue.start_ms + 1))
        trimmed.append(replace(cue, end_ms=end_ms))
    return tuple(trimmed)


def wrap(text: str, width: int, *, opening: str = "") -> list[str]:
    """Return the text in lines of at most `width` characters, `opening` first; longer words are cut."""
    lines = [opening]
    for word in _unbreakable(text):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if len(longer) <= width:
            lines[-1] = longer
            continue
        pieces = [word[at : at + width] for at in range(0, len(word), width)]
        lines.extend(pieces)
    return [line for line in lines if line]


def _unbreakable(text: str) -> list[str]:
    """Return the words, those that French keeps on one line as one: « 14 000 », « mot ! »."""
    held: list[str] = []
    for word in words(text):
        thousands = held and held[-1][-1].isdigit() and _THOUSANDS.match(word)
        if held and (thousands or held[-1] == "«" or _MARKS.match(word)):
            held[-1] += f" {word}"
        else:
            held.append(word)
    return held


def split_cue(cue: Cue, cards: Sequence[str]) -> list[Cue]:
    """Return one cue a card, the time shared in proportion to the characters of each."""
    if len(cards) <= 1:
        return [replace(cue, text=card) for card in cards]
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
        pieces.append(replace(cue, start_ms=start_ms, end_ms=end_ms, text=card))
        start_ms = end_ms
    return pieces
