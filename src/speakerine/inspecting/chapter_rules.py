"""The rules on an episode's chapters: its record's, and those of chapters.json."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from speakerine.inspecting.captions import seconds_ms
from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import JSON_CHAPTERS, SPEAKERINE
from speakerine.inspecting.transcript_rules import REWRITE
from speakerine.inspecting.wording import is_address, quoted
from speakerine.publish.addresses import CHAPTERS, web_address
from speakerine.publish.chapters import VERSION, order_chapters
from speakerine.publish.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speakerine.types import Chapter, Episode


@dataclass(frozen=True, slots=True)
class Told:
    """A chapter as apps are told it; `start_ms` is None where no time was found."""

    start_ms: int | None
    title: str
    url: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class ChaptersFile:
    """chapters.json, the episode that it is about, and the pictures that it leads to and are not there."""

    episode: Episode
    page: Any
    missing: tuple[str, ...] = ()

    @property
    def told(self) -> list[Told]:
        """Its chapters."""
        chapters = self.page.get("chapters") if isinstance(self.page, dict) else None
        return [_told(one) for one in chapters] if isinstance(chapters, list) else []


def _told(one: Any) -> Told:
    fields = one if isinstance(one, dict) else {}
    title, url, image = (fields.get(name, "") for name in ("title", "url", "img"))
    return Told(seconds_ms(fields.get("startTime")), *(str(value) for value in (title, url, image)))


def recorded(episode: Episode) -> list[Told]:
    """The record's chapters, as apps are to be told them."""
    return [_as_told(chapter) for chapter in order_chapters(episode)]


def _as_told(chapter: Chapter) -> Told:
    title, url, image = one_line(chapter.title), web_address(chapter.url), web_address(chapter.image)
    return Told(chapter.start_ms, title, url, image)


def order_fault(starts_ms: Sequence[int | None]) -> Faults:
    """The first chapter that does not begin after the one before it."""
    for number, (before, start) in enumerate(pairwise(starts_ms), start=2):
        if before is not None and start is not None and start <= before:
            yield f"chapter {number} does not begin after chapter {number - 1}"


def first_fault(starts_ms: Sequence[int | None]) -> Faults:
    """The fault of chapters that do not begin with the episode."""
    if starts_ms and starts_ms[0]:
        yield f"the first chapter begins at {exact_clock(starts_ms[0])} and not at 0"


def end_fault(starts_ms: Sequence[int | None], duration_ms: int) -> Faults:
    """The fault of chapters that begin when the episode is over."""
    for number, start in enumerate(starts_ms, start=1):
        if start is not None and start >= max(1, duration_ms):
            yield f"chapter {number} begins at {exact_clock(start)}, when the episode has ended"


def difference_fault(told: Sequence[Told], wanted: Sequence[Told]) -> Faults:
    """The first thing in which the chapters are not those of the record."""
    if len(told) != len(wanted):
        yield f"there are {len(told)} chapters, and {len(wanted)} in its record"
        return
    for number, (one, other) in enumerate(zip(told, wanted, strict=True), start=1):
        for verb, said, recorded_value in (
            ("begins at", _clock(one.start_ms), _clock(other.start_ms)),
            ("is called", quoted(one.title), quoted(other.title)),
            ("leads to", one.url or "nothing", other.url or "nothing"),
        ):
            if said != recorded_value:
                yield f"chapter {number} {verb} {said}, and its record says {recorded_value}"


def _clock(start_ms: int | None) -> str:
    return "no time" if start_ms is None else exact_clock(start_ms)


CHAPTERS_FILE: Rulebook[ChaptersFile] = Rulebook(REWRITE)


def _starts(found: ChaptersFile) -> list[int | None]:
    return [chapter.start_ms for chapter in found.told]


@CHAPTERS_FILE.error(
    "chapters.version", f"chapters.json is of version {VERSION}, with chapters", JSON_CHAPTERS
)
def _version(found: ChaptersFile) -> Faults:
    page = found.page if isinstance(found.page, dict) else {}
    if page.get("version") != VERSION or not isinstance(page.get("chapters"), list):
        yield f"{CHAPTERS} is no list of chapters of version {VERSION}"


@CHAPTERS_FILE.error("chapters.times", "a chapter of chapters.json has a startTime, a number", JSON_CHAPTERS)
def _times(found: ChaptersFile) -> Faults:
    for number, chapter in enumerate(found.told, start=1):
        if chapter.start_ms is None or chapter.start_ms < 0:
            yield f"chapter {number} of {CHAPTERS} has no startTime that is a number"


@CHAPTERS_FILE.error("chapters.first", "the first chapter of chapters.json begins at 0", SPEAKERINE)
def _first(found: ChaptersFile) -> Faults:
    for fault in first_fault(_starts(found)):
        yield f"in {CHAPTERS}, {fault}"


@CHAPTERS_FILE.error("chapters.order", "the chapters of chapters.json ascend", JSON_CHAPTERS)
def _order(found: ChaptersFile) -> Faults:
    for fault in order_fault(_starts(found)):
        yield f"in {CHAPTERS}, {fault}"


@CHAPTERS_FILE.error(
    "chapters.within", "the chapters of chapters.json begin within the episode", JSON_CHAPTERS
)
def _within(found: ChaptersFile) -> Faults:
    for fault in end_fault(_starts(found), found.episode.enclosure.duration_ms):
        yield f"in {CHAPTERS}, {fault}"


@CHAPTERS_FILE.error("chapters.titles", "a chapter of chapters.json has a title", SPEAKERINE)
def _titles(found: ChaptersFile) -> Faults:
    for number, chapter in enumerate(found.told, start=1):
        if not chapter.title.strip():
            yield f"chapter {number} of {CHAPTERS} has no title"


@CHAPTERS_FILE.error(
    "chapters.addresses", "links and pictures of chapters.json are web addresses", JSON_CHAPTERS
)
def _addresses(found: ChaptersFile) -> Faults:
    for number, chapter in enumerate(found.told, start=1):
        for address in (chapter.url, chapter.image):
            if address and not is_address(address):
                yield f"chapter {number} of {CHAPTERS} leads to {quoted(address)}: no web address in ASCII"


@CHAPTERS_FILE.error("chapters.pictures", "the pictures that chapters.json leads to are there", JSON_CHAPTERS)
def _pictures(found: ChaptersFile) -> Faults:
    for name in found.missing:
        yield f"{CHAPTERS} leads to {name}, which is missing"


@CHAPTERS_FILE.error("chapters.record", "the chapters of chapters.json are the record's", SPEAKERINE)
def _record(found: ChaptersFile) -> Faults:
    wanted = recorded(found.episode)
    for fault in difference_fault(found.told, wanted):
        yield f"in {CHAPTERS}, {fault}"
