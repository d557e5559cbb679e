"""The files beside an episode's MP3: transcripts, page, cover."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.findings import Finding, error, warning
from speakerine.publish.addresses import INDEX
from speakerine.publish.cover import MAX_SIZE_PX, MIN_SIZE_PX
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from speakerine.types import Episode

    Spans = list[tuple[int, int]]
    """When things begin and end, in milliseconds, in the order in which they are written."""

AGAIN = "make the episode again"
_TIMING = re.compile(r"^(\d+):(\d\d):(\d\d)[.,](\d{3}) --> (\d+):(\d\d):(\d\d)[.,](\d{3})", re.MULTILINE)


def inspect_files(folder: Path, episode: Episode) -> Iterator[Finding]:
    """What is wrong with the record's cues, with the transcripts made from them, and with the page."""
    where, duration_ms = folder.name, episode.enclosure.duration_ms
    cues = [(cue.start_ms, cue.end_ms) for cue in episode.cues]
    yield from _told(where, "its record", cues_fault(cues, duration_ms))
    if not cues:
        yield warning("transcript", where, "it has no transcript", f"{AGAIN}, for those who read along")
    for name, read in _TRANSCRIPTS.items():
        yield from _transcript(folder / name, read, duration_ms)
    if not (folder / INDEX).is_file():
        yield error("page", where, f"{INDEX} is missing", "run speakerine feed: it writes the pages again")


def _transcript(path: Path, read: Callable[[str], Spans], duration_ms: int) -> Iterator[Finding]:
    where, name = path.parent.name, path.name
    try:
        spans = read(path.read_text("utf-8"))
    except FileNotFoundError:
        yield error("transcript", where, f"{name} is missing", AGAIN)
    except (OSError, ValueError, KeyError, TypeError) as reason:
        yield error("transcript", where, f"{name} cannot be read ({reason})", AGAIN)
    else:
        yield from _told(where, name, cues_fault(spans, duration_ms))


def _told(where: str, name: str, fault: str) -> Iterator[Finding]:
    if fault:
        yield error("transcript", where, f"in {name}, {fault}", AGAIN)


def _json_cues(text: str) -> Spans:
    return [(_ms(one["startTime"]), _ms(one["endTime"])) for one in json.loads(text)["segments"]]


def _ms(seconds: float) -> int:
    return round(seconds * MS_PER_S)


def _text_cues(text: str) -> Spans:
    """The timings of a WebVTT or SubRip file."""
    times = [[int(part) for part in match.groups()] for match in _TIMING.finditer(text)]
    return [(_clock_ms(*begin_end[:4]), _clock_ms(*begin_end[4:])) for begin_end in times]


def _clock_ms(hours: int, minutes: int, seconds: int, ms: int) -> int:
    return ((hours * 60 + minutes) * 60 + seconds) * MS_PER_S + ms


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


_TRANSCRIPTS: dict[str, Callable[[str], Spans]] = {
    "transcript.json": _json_cues,
    "transcript.vtt": _text_cues,
    "transcript.srt": _text_cues,
}
"""The transcript's files, and how the times of each are read."""


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
