"""An episode's chapters: the record's, those of chapters.json and those in the MP3's own tag are the same."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.files import AGAIN
from speakerine.inspecting.findings import Finding, error
from speakerine.publish.addresses import CHAPTERS, web_address
from speakerine.publish.chapters import order_chapters
from speakerine.publish.plain import one_line
from speakerine.publish.tags import MAX_CHAPTERS, read_chapters
from speakerine.types import MS_PER_S, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from speakerine.publish.tags import TaggedChapter
    from speakerine.types import Episode

_RULE = "chapters"


def inspect_chapters(folder: Path, episode: Episode) -> Iterator[Finding]:
    """What is wrong with the record's chapters, and with those that apps read."""
    where, duration_ms = folder.name, episode.enclosure.duration_ms
    if fault := chapters_fault(episode.chapters, duration_ms):
        yield error(_RULE, where, f"in its record, {fault}", AGAIN)
    written = [_as_written(chapter) for chapter in order_chapters(episode)]
    yield from _json_file(folder / CHAPTERS, written, duration_ms)
    mp3 = folder / episode.enclosure.path
    if mp3.is_file():
        yield from _tag(mp3, written[:MAX_CHAPTERS], duration_ms)


def _as_written(chapter: Chapter) -> Chapter:
    """The chapter of the record as it is given to apps."""
    return Chapter(
        chapter.start_ms, one_line(chapter.title), web_address(chapter.url), web_address(chapter.image)
    )


def _json_file(path: Path, recorded: Sequence[Chapter], duration_ms: int) -> Iterator[Finding]:
    where, name = path.parent.name, path.name
    try:
        told = _json_chapters(path.read_text("utf-8"))
    except FileNotFoundError:
        yield error(_RULE, where, f"{name} is missing", AGAIN)
    except (OSError, ValueError, KeyError, TypeError) as reason:
        yield error(_RULE, where, f"{name} cannot be read ({reason})", AGAIN)
    else:
        if fault := chapters_fault(told, duration_ms) or _difference(told, recorded):
            yield error(_RULE, where, f"in {name}, {fault}", AGAIN)


def _json_chapters(text: str) -> list[Chapter]:
    return [
        Chapter(round(one["startTime"] * MS_PER_S), str(one["title"]), one.get("url", ""), one.get("img", ""))
        for one in json.loads(text)["chapters"]
    ]


def _tag(mp3: Path, recorded: Sequence[Chapter], duration_ms: int) -> Iterator[Finding]:
    where = mp3.parent.name
    try:
        tagged = read_chapters(mp3)
    except PublishError as reason:
        yield error(_RULE, where, str(reason), AGAIN)
        return
    told = [Chapter(chapter.start_ms, chapter.title, chapter.url) for chapter in tagged]
    without_pictures = [replace(chapter, image="") for chapter in recorded]
    if fault := _difference(told, without_pictures) or _ends_fault(tagged, duration_ms):
        yield error(_RULE, where, f"in the tag of {mp3.name}, {fault}", AGAIN)


def chapters_fault(chapters: Sequence[Chapter], duration_ms: int) -> str:
    """What is wrong with the times of these chapters, or ""."""
    starts = [chapter.start_ms for chapter in chapters]
    if starts and starts[0]:
        return f"the first chapter begins at {exact_clock(starts[0])} and not at 0"
    for number, (before, start) in enumerate(pairwise(starts), start=2):
        if start <= before:
            return f"chapter {number} does not begin after chapter {number - 1}"
    if starts and starts[-1] >= duration_ms:
        return f"the last chapter begins at {exact_clock(starts[-1])}, when the episode has ended"
    return ""


def _difference(told: Sequence[Chapter], recorded: Sequence[Chapter]) -> str:
    """The first thing in which the chapters differ from the record's, or ""."""
    if len(told) != len(recorded):
        return f"there are {len(told)} chapters, and {len(recorded)} in its record"
    for number, (one, other) in enumerate(zip(told, recorded, strict=True), start=1):
        for verb, said, wanted in (
            ("begins at", exact_clock(one.start_ms), exact_clock(other.start_ms)),
            ("is called", f"“{one.title}”", f"“{other.title}”"),
            ("leads to", one.url or "nothing", other.url or "nothing"),
            ("shows", one.image or "nothing", other.image or "nothing"),
        ):
            if said != wanted:
                return f"chapter {number} {verb} {said}, and its record says {wanted}"
    return ""


def _ends_fault(tagged: Sequence[TaggedChapter], duration_ms: int) -> str:
    """What is wrong with the chapters' ends: each is the start of the next, the last the episode's."""
    ends_ms = [*(chapter.start_ms for chapter in tagged[1:]), max(duration_ms, 1)]
    for number, (chapter, end_ms) in enumerate(zip(tagged, ends_ms, strict=False), start=1):
        if chapter.end_ms != end_ms:
            said, wanted = exact_clock(chapter.end_ms), exact_clock(end_ms)
            return f"chapter {number} ends at {said}, and what follows begins at {wanted}"
    return ""
