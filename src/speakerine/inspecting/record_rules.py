"""The rules on an episode's record and its folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from speakerine.inspecting.chapter_rules import end_fault, first_fault, order_fault
from speakerine.inspecting.companion_rules import tells_synthetic
from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import AI_ACT, APPLE, PSP, SPEAKERINE
from speakerine.inspecting.wording import quoted
from speakerine.publish.addresses import RECORD
from speakerine.types import Episode

AGAIN = "make the episode again"
LONGEST_MS = 1 << 40
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Folder:
    """An episode's folder, and the record in it; None where `fault` says why it cannot be read."""

    slug: str
    episode: Episode | None
    fault: str = ""


FOLDER: Rulebook[Folder] = Rulebook(f"{AGAIN}, or take its folder away")


@FOLDER.error("record.readable", "every episode has a record that can be read", SPEAKERINE)
def _readable(folder: Folder) -> Faults:
    if folder.fault:
        yield folder.fault


@FOLDER.error("record.values", "a record's times and lengths are such as an episode can have", SPEAKERINE)
def _values(folder: Folder) -> Faults:
    if folder.episode and not has_sane_values(folder.episode):
        yield f"its {RECORD} has times or lengths that no episode can have"


def has_sane_values(episode: Episode) -> bool:
    """Whether all times and lengths are between nothing and some decades."""
    numbers = [episode.enclosure.length_bytes, episode.enclosure.duration_ms]
    numbers += [chapter.start_ms for chapter in episode.chapters]
    numbers += [ms for cue in episode.cues for ms in (cue.start_ms, cue.end_ms)]
    return all(0 <= number < LONGEST_MS for number in numbers)


@FOLDER.error("names.ascii", "the names of folders and MP3s are ASCII: letters, digits, hyphens", APPLE)
def _names(folder: Folder) -> Faults:
    names = [folder.slug, *([folder.episode.enclosure.path] if folder.episode else [])]
    for name in names:
        if not _NAME.fullmatch(name):
            yield f"its name {quoted(name)} is not of ASCII letters, digits and hyphens alone"


RECORD_RULES: Rulebook[Episode] = Rulebook(AGAIN)


@RECORD_RULES.error("record.type", "an episode's MP3 is audio/mpeg", APPLE)
def _type(episode: Episode) -> Faults:
    if episode.enclosure.mime_type != "audio/mpeg":
        yield f"its record says {quoted(episode.enclosure.mime_type)}, and it is audio/mpeg"


@RECORD_RULES.error("record.chapters", "a record's chapters ascend from 0 within the episode", SPEAKERINE)
def _chapters(episode: Episode) -> Faults:
    starts_ms = [chapter.start_ms for chapter in episode.chapters]
    for fault in (
        *first_fault(starts_ms),
        *order_fault(starts_ms),
        *end_fault(starts_ms, episode.enclosure.duration_ms),
    ):
        yield f"in its record, {fault}"


@RECORD_RULES.error("record.cues", "a record's cues follow each other within the episode", SPEAKERINE)
def _cues(episode: Episode) -> Faults:
    for number, (before, after) in enumerate(pairwise([None, *episode.cues]), start=1):
        if after is None:
            continue
        if before and after.start_ms < before.end_ms:
            yield f"in its record, cue {number} begins before the one before it has ended"
        elif after.end_ms <= after.start_ms:
            yield f"in its record, cue {number} ends before it has begun"
        elif after.end_ms > episode.enclosure.duration_ms:
            yield f"in its record, cue {number} ends at {exact_clock(after.end_ms)}, after the episode"


@RECORD_RULES.warning("record.transcript", "an episode has a transcript", PSP)
def _transcript(episode: Episode) -> Faults:
    if not episode.cues:
        yield "it has no transcript for those who read along"


@RECORD_RULES.error("record.synthetic", "the voice says that it is synthetic", AI_ACT)
def _synthetic(episode: Episode) -> Faults:
    if episode.cues and not any(tells_synthetic(cue.text) for cue in episode.cues):
        yield "no sentence of it tells that the voice is synthetic"
