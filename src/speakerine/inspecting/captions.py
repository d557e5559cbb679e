"""The four transcripts of an episode, read back into the cues that they were made from.

Sources: W3C WebVTT; the Podcasting 2.0 namespace, transcripts.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from speakerine.inspecting.markup import parse_html, text_of
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMING = re.compile(rf"{_CLOCK} --> {_CLOCK}(?:[ \t].*)?")
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^>]*)>")
_TAG = re.compile(r"<[^>]*>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&nbsp;": "\u00a0", "&lrm;": "", "&rlm;": ""}
_ENTITY = re.compile("|".join(_ENTITIES))


@dataclass(frozen=True, slots=True)
class Caption:
    """A card of captions. `lines` are as they are shown, `timing` as it is written."""

    number: str
    timing: str
    start_ms: int | None
    end_ms: int | None
    speaker: str
    lines: tuple[str, ...]
    raw: str = ""

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join(self.lines)


def read_vtt(text: str) -> list[Caption]:
    """The cards of a WebVTT file, what is no card left out."""
    blocks = re.split(r"\n{2,}", text.replace("\r\n", "\n"))
    return [_vtt_card(block) for block in blocks[1:] if "-->" in block]


def _vtt_card(block: str) -> Caption:
    lines = block.strip("\n").split("\n")
    at = next(at for at, line in enumerate(lines) if "-->" in line)
    raw = "\n".join(lines[at + 1 :])
    voice = _VOICE.match(raw)
    plain = _TAG.sub("", raw) if "<" in raw else raw
    said = _ENTITY.sub(lambda found: _ENTITIES[found[0]], plain) if "&" in plain else plain
    shown = tuple(said.split("\n"))
    start_ms, end_ms = _times(lines[at])
    return Caption("".join(lines[:at]), lines[at], start_ms, end_ms, voice[1] if voice else "", shown, raw)


def read_srt(text: str) -> list[Caption]:
    """The cards of a SubRip file."""
    blocks = re.split(r"\n{2,}", text.replace("\r\n", "\n").strip("\n"))
    return [_srt_card(block) for block in blocks if block.strip()]


def _srt_card(block: str) -> Caption:
    number, timing, *lines = [*block.split("\n"), "", ""][: max(2, block.count("\n") + 1)]
    start_ms, end_ms = _times(timing)
    return Caption(number, timing, start_ms, end_ms, "", tuple(lines), block)


def _times(line: str) -> tuple[int | None, int | None]:
    found = _TIMING.fullmatch(line.strip())
    if not found:
        return None, None
    parts = [int(part or 0) for part in found.groups()]
    return _ms(*parts[:4]), _ms(*parts[4:])


def _ms(hours: int, minutes: int, seconds: int, ms: int) -> int:
    return ((hours * 60 + minutes) * 60 + seconds) * MS_PER_S + ms


def read_json(page: Any) -> list[Caption]:
    """The segments of a JSON transcript; what is none has no times."""
    segments = page.get("segments") if isinstance(page, dict) else None
    return [
        _segment(one if isinstance(one, dict) else {}) for one in segments or () if isinstance(segments, list)
    ]


def _segment(segment: dict[str, Any]) -> Caption:
    speaker, body = segment.get("speaker", ""), segment.get("body", "")
    return Caption(
        "",
        "",
        seconds_ms(segment.get("startTime")),
        seconds_ms(segment.get("endTime")),
        speaker if isinstance(speaker, str) else "",
        (body,) if isinstance(body, str) else (),
    )


def seconds_ms(value: object) -> int | None:
    """The seconds in milliseconds; None where it is no number of seconds."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < 1 << 40:
        return None
    return None if math.isnan(value) else round(value * MS_PER_S)


def read_html(text: str) -> list[Caption]:
    """The sentences of an HTML transcript: a <p> each, with the <time> and the <cite> before it."""
    return list(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[Caption]:
    tree = parse_html(text)
    speaker, clock = "", ""
    for element in () if tree is None else tree.iter("cite", "time", "p"):
        said = text_of(element)
        if element.tag == "cite":
            speaker = said.rstrip(": \u00a0")
        elif element.tag == "time":
            clock = said
        else:
            yield Caption("", clock, _clock_ms(clock), None, speaker, (said,))


def _clock_ms(clock: str) -> int | None:
    """The milliseconds of « 4:05 » or « 1:04:05 »."""
    if not re.fullmatch(r"(?:\d{1,4}:)?\d{1,2}:\d\d", clock):
        return None
    total_s = 0
    for part in clock.split(":"):
        total_s = total_s * 60 + int(part)
    return total_s * MS_PER_S
