"""The transcript as players read it: WebVTT, SubRip, JSON and HTML, the text as written."""

from __future__ import annotations

import json
from functools import partial
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from speakerine.french.writing import NBSP
from speakerine.publish.cues import order_cues, split_cue, wrap
from speakerine.publish.plain import cut, one_line
from speakerine.publish.wording import clock
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speakerine.types import Cue

VTT_LINE = 65
"""Characters in a line, its voice tag with them. Source: Podcasting 2.0 namespace, transcripts."""

SRT_LINE = 32
LINES = 2
"""Source: Podcasting 2.0 namespace, transcripts: SRT, at most two lines of 32 characters."""

_SPEAKER = 24
"""Characters kept of a speaker's name, so that its line has room for words."""


def render_vtt(cues: Sequence[Cue], duration_ms: int | None = None) -> str:
    """Return a WebVTT file. Source: W3C WebVTT."""
    blocks = ["WEBVTT"]
    for cue in order_cues(cues, duration_ms):
        tag = _voice_tag(cue.speaker)
        for piece in split_cue(cue, _even(partial(_vtt_cards, cue.text), VTT_LINE - len(tag))):
            timing = f"{_vtt_time(piece.start_ms)} --> {_vtt_time(piece.end_ms)}"
            blocks.append(f"{timing}\n{tag}{piece.text}")
    return "\n\n".join(blocks) + "\n"


def render_srt(cues: Sequence[Cue], duration_ms: int | None = None) -> str:
    """Return a SubRip file; a speaker's name stands before the first words of each turn."""
    ordered = order_cues(cues, duration_ms)
    speakers = ["", *(cue.speaker for cue in ordered)]
    blocks: list[str] = []
    for cue, (before, now) in zip(ordered, pairwise(speakers), strict=True):
        opening = f"{_name(now)}:" if now and now != before else ""
        for piece in split_cue(cue, _even(partial(_srt_cards, cue.text, opening), SRT_LINE)):
            timing = f"{_srt_time(piece.start_ms)} --> {_srt_time(piece.end_ms)}"
            blocks.append(f"{len(blocks) + 1}\n{timing}\n{piece.text}\n")
    return "\n".join(blocks)


def render_json(cues: Sequence[Cue], duration_ms: int | None = None) -> str:
    """Return a transcript in JSON, times in seconds. Source: Podcasting 2.0 namespace, transcripts."""
    segments = [
        {
            **({"speaker": cue.speaker} if cue.speaker else {}),
            "startTime": cue.start_ms / MS_PER_S,
            "endTime": cue.end_ms / MS_PER_S,
            "body": cue.text,
        }
        for cue in order_cues(cues, duration_ms)
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1) + "\n"


def render_html(cues: Sequence[Cue], duration_ms: int | None = None, *, title: str = "") -> str:
    """Return a page of the transcript, a turn of each speaker after the other.

    Source: Podcasting 2.0 namespace, transcripts: HTML, <cite>, <time> and <p>.
    """
    ordered = order_cues(cues, duration_ms)
    turns = [list(turn) for _, turn in groupby(ordered, key=lambda cue: cue.speaker)]
    body = "\n".join(_turn_html(turn) for turn in turns)
    name = escape(one_line(title), quote=False)
    head = (
        f'<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>{name}</title>\n</head>'
    )
    return f"{head}\n<body>\n{body}\n</body>\n</html>\n"


def _turn_html(turn: Sequence[Cue]) -> str:
    """Return what one speaker says until another does, its sentences each with its time."""
    speaker = f"<cite>{escape(turn[0].speaker, quote=False)}{NBSP}:</cite>\n" if turn[0].speaker else ""
    said = [f"<time>{clock(cue.start_ms)}</time>\n<p>{escape(cue.text, quote=False)}</p>" for cue in turn]
    return speaker + "\n".join(said)


def _even(cards_at: Callable[[int], list[str]], width: int) -> list[str]:
    """Return the cards at the narrowest width that needs no more of them: none is left with one word."""
    cards = cards_at(width)
    too_narrow, enough = width // 2, width
    while len(cards) and enough - too_narrow > 1:
        middle = (too_narrow + enough) // 2
        attempt = cards_at(middle)
        if len(attempt) > len(cards):
            too_narrow = middle
        else:
            cards, enough = attempt, middle
    return cards


def _srt_cards(text: str, opening: str, width: int) -> list[str]:
    return _cards(wrap(text, max(width, len(opening)), opening=opening))


def _vtt_cards(text: str, width: int) -> list[str]:
    return _cards(_wrap_escaped(text, width))


def _cards(lines: Sequence[str]) -> list[str]:
    """Return the lines two by two."""
    return ["\n".join(lines[index : index + LINES]) for index in range(0, len(lines), LINES)]


def _name(speaker: str) -> str:
    """Return the name, without what stands in brackets after it where that makes it too long."""
    return cut(speaker if len(speaker) <= _SPEAKER else speaker.split(" (", maxsplit=1)[0], _SPEAKER)


def _escape(text: str) -> str:
    """Source: W3C WebVTT, cue text; « --> » cannot stand in a cue."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _voice_tag(speaker: str) -> str:
    name = _name(speaker).replace("&", "et").replace("<", "").replace(">", "").strip()
    return f"<v {name}>" if name else ""


def _wrap_escaped(text: str, room: int) -> list[str]:
    """Return escaped lines of at most `room` characters, which leave room for the voice tag."""
    width = room
    while True:
        lines = [_escape(line) for line in wrap(text, width)]
        longest = max(map(len, lines), default=0)
        if longest <= room or width == 1:
            return lines
        width = max(1, width - max(1, (longest - room) // 5))


def _vtt_time(ms: int) -> str:
    seconds, rest_ms = divmod(ms, MS_PER_S)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest_ms:03}"


def _srt_time(ms: int) -> str:
    return _vtt_time(ms).replace(".", ",")
