"""The files beside an episode's MP3: chapters, transcripts, pages, cover."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.findings import Finding, error, warning
from speakerine.publish.addresses import CHAPTERS, INDEX
from speakerine.publish.cover import MAX_SIZE_PX, MIN_SIZE_PX
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from speakerine.types import Episode

    Spans = list[tuple[int, int]]
    """When things begin and end, in milliseconds, in the order in which they are written."""

AGAIN = "make the episode again"
RECORD = "its record"
_TIMING = re.compile(r"^(\d+):(\d\d):(\d\d)[.,](\d{3}) --> (\d+):(\d\d):(\d\d)[.,](\d{3})", re.MULTILINE)


def inspect_files(folder: Path, episode: Episode) -> Iterator[Finding]:
    """What is wrong with the record's chapters and cues, and with the files made from them."""
    where, duration_ms = folder.name, episode.enclosure.duration_ms
    starts = [(chapter.start_ms, chapter.start_ms) for chapter in episode.chapters]
    yield from _told("chapters", where, RECORD, chapters_fault(starts, duration_ms))
    cues = [(cue.start_ms, cue.end_ms) for cue in episode.cues]
    yield from _told("transcript", where, RECORD, cues_fault(cues, duration_ms))
    if not cues:
        yield warning("transcript", where, "it has no transcript", f"{AGAIN}, for those who read along")
    for name, kind in _KINDS.items():
        yield from _held(folder / name, kind, duration_ms)
    if not (folder / INDEX).is_file():
        yield error("page", where, f"{INDEX} is missing", "run speakerine feed: it writes the pages again")


def _held(path: Path, kind: _Kind, duration_ms: int) -> Iterator[Finding]:
    where, name = path.parent.name, path.name
    try:
        spans = kind.read(path.read_text("utf-8"))
    except FileNotFoundError:
        yield error(kind.rule, where, f"{name} is missing", AGAIN)
    except (OSError, ValueError, KeyError, TypeError) as reason:
        yield error(kind.rule, where, f"{name} cannot be read ({reason})", AGAIN)
    else:
        yield from _told(kind.rule, where, name, kind.fault(spans, duration_ms))


def _told(rule: str, where: str, name: str, fault: str) -> Iterator[Finding]:
    if fault:
        yield error(rule, where, f"in {name}, {fault}", AGAIN)


def _json_cues(text: str) -> Spans:
    return [(_ms(one["startTime"]), _ms(one["endTime"])) for one in json.loads(text)["segments"]]


def _json_chapters(text: str) -> Spans:
    return [(_ms(one["startTime"]),) * 2 for one in json.loads(text)["chapters"]]


def _ms(seconds: float) -> int:
    return round(seconds * MS_PER_S)


def _text_cues(text: str) -> Spans:
    """The timings of a WebVTT or SubRip file."""
    times = [[int(part) for part in match.groups()] for match in _TIMING.finditer(text)]
    return [(_clock_ms(*begin_end[:4]), _clock_ms(*begin_end[4:])) for begin_end in times]


def _clock_ms(hours: int, minutes: int, seconds: int, ms: int) -> int:
    return ((hours * 60 + minutes) * 60 + seconds) * MS_PER_S + ms


def chapters_fault(spans: Spans, duration_ms: int) -> str:
    """What is wrong with chapters that begin there, or ""."""
    starts = [start for start, _ in spans]
    if starts and starts[0]:
        return f"the first chapter begins at {exact_clock(starts[0])} and not at 0"
    for number, (before, start) in enumerate(pairwise(starts), start=2):
        if start <= before:
            return f"chapter {number} does not begin after chapter {number - 1}"
    if starts and starts[-1] >= duration_ms:
        return f"the last chapter begins at {exact_clock(starts[-1])}, when the episode has ended"
    return ""


def cues_fault(spans: Spans, duration_ms: int) -> str:
    """What is wrong with cues that begin and end there, or ""."""
    heard_ms = 0
    for number, (start_ms, end_ms) in enumerate(spans, start=1):
        if start_ms < heard_ms:
            return f"cue {number} begins at {exact_clock(start_ms)}, before the one before it has ended"
        if end_ms <= start_ms:
            return f"cue {number} ends at {exact_clock(end_ms)}, before it has begun"
        heard_ms = end_ms
    if heard_ms > duration_ms:
        return f"the last cue ends at {exact_clock(heard_ms)}, after the episode ({exact_clock(duration_ms)})"
    return ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a file is held to, how its times are read, and what is wrong with them."""

    rule: str
    read: Callable[[str], Spans]
    fault: Callable[[Spans, int], str]


_KINDS = {
    "transcript.json": _Kind("transcript", _json_cues, cues_fault),
    "transcript.vtt": _Kind("transcript", _text_cues, cues_fault),
    "transcript.srt": _Kind("transcript", _text_cues, cues_fault),
    CHAPTERS: _Kind("chapters", _json_chapters, chapters_fault),
}


def inspect_cover(path: Path, where: str, then: str) -> Iterator[Finding]:
    """What directories refuse in a cover. Source: Apple Podcasts, artwork requirements."""
    from PIL import Image

    name = path.name
    try:
        with Image.open(path, formats=("JPEG", "PNG")) as image:
            (width, height), mode = image.size, image.mode
            image.draft(mode, (1, 1))  # the whole file is read, as small and as soon as can be
            image.load()
    except FileNotFoundError:
        yield error("cover", where, f"{name} is missing", then)
        return
    except (OSError, Image.DecompressionBombError) as reason:
        yield error("cover", where, f"{name} is no JPEG or PNG that can be read ({reason})", then)
        return
    if width != height or not MIN_SIZE_PX <= width <= MAX_SIZE_PX:
        wanted = f"a square of {MIN_SIZE_PX} to {MAX_SIZE_PX} pixels is wanted"
        yield error("cover", where, f"{name} is {width} × {height} pixels: {wanted}", then)
    if mode != "RGB":
        yield error("cover", where, f"{name} is in {mode} colours: RGB without transparency is wanted", then)
