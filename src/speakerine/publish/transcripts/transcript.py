"""The transcript as players read it: WebVTT, SubRip, JSON and HTML, the text as written."""

from __future__ import annotations

import json
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from speakerine.french.writing import NBSP
from speakerine.publish.plain import cut, one_line
from speakerine.publish.transcripts.cards import cards
from speakerine.publish.transcripts.cues import order_cues, split_cue
from speakerine.publish.wording import clock
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speakerine.types import Cue

VTT_LINE = 65
"""Characters in a line, its voice tag with them. Source: Podcasting 2.0 namespace, transcripts."""

SRT_LINE = 32
"""Characters in a line. Source: Podcasting 2.0 namespace, transcripts: SRT."""

_SPEAKER = 24
"""Characters kept of a speaker's name, so that its line has room for words."""


def render_vtt(cues: Sequence[Cue], duration_ms: int | None = None) -> str:
    """Return a WebVTT file. Source: W3C WebVTT."""
    blocks = ["WEBVTT"]
    for cue in order_cues(cues, duration_ms):
        tag = _voice_tag(cue.speaker)
        for piece in split_cue(cue, cards(cue.text, VTT_LINE - len(tag), escape=_escape)):
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
        width = max(SRT_LINE, len(opening))
        for piece in split_cue(cue, cards(cue.text, width, opening=opening)):
            timing = f"{_srt_time(piece.start_ms)} --> {_srt_time(piece.end_ms)}"
            blocks.append(f"{len(blocks) + 1}\n{timing}\n{piece.text}\n")
    return "\n".join(blocks)


def render_json(cues: Sequence[Cue], duration_ms: int | None = None) -> str:
    """Return a transcript in JSON, times in seconds. Source: Podcasting 2.0 namespace, transcripts."""
    segments = [json.dumps(_segment(cue), ensure_ascii=False) for cue in order_cues(cues, duration_ms)]
    body = ",\n".join(segments)
    return f'{{"version": "1.0.0", "segments": [\n{body}\n]}}\n'


def _segment(cue: Cue) -> dict[str, Any]:
    times = {"startTime": cue.start_ms / MS_PER_S, "endTime": cue.end_ms / MS_PER_S}
    return {**({"speaker": cue.speaker} if cue.speaker else {}), **times, "body": cue.text}


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


def _name(speaker: str) -> str:
    """Return the name, without what stands in brackets after it where that makes it too long."""
    return cut(speaker if len(speaker) <= _SPEAKER else speaker.split(" (", maxsplit=1)[0], _SPEAKER)


def _escape(text: str) -> str:
    """Source: W3C WebVTT, cue text; « --> » cannot stand in a cue."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _voice_tag(speaker: str) -> str:
    name = _name(speaker).replace("&", "et").replace("<", "").replace(">", "").strip()
    return f"<v {name}>" if name else ""


def _vtt_time(ms: int) -> str:
    seconds, rest_ms = divmod(ms, MS_PER_S)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest_ms:03}"


def _srt_time(ms: int) -> str:
    return _vtt_time(ms).replace(".", ",")
