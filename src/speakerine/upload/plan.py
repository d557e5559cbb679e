"""What to do so that the destination becomes what the output folder is. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from speakerine.publish.addresses import ASSETS, COVER, EPISODES, FEED, RECORD, SEARCH
from speakerine.upload.destination import PART, Present
from speakerine.upload.manifest import Sent
from speakerine.upload.output_files import OutputFile

_BLOCKS = f"{SEARCH}/blocks.json"


class Stage(IntEnum):
    """What goes together; a stage begins when all of the one before is there."""

    FILES = 1
    """Of new episodes: sound, transcripts, chapters, pictures; and what pages share."""
    REPLACED = 2
    """Such files of episodes made again: as late as can be, for the feed there has the older length."""
    PAGES = 3
    LISTS = 4
    """Of episodes: lists, archives of the feed, the list of search blocks; and what opens the page."""
    FEED = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """What to send, in that order; then what to remove.

    `litter` is what killed runs left half sent. `left` are files of ours that are in the output folder no
    more, and stay. `unchanged` files are there already.
    """

    stages: tuple[tuple[OutputFile, ...], ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    litter: tuple[str, ...] = ()
    unchanged: tuple[OutputFile, ...] = ()

    @property
    def sent(self) -> tuple[OutputFile, ...]:
        """All files to be sent, in order."""
        return tuple(file for stage in self.stages for file in stage)

    @property
    def size_bytes(self) -> int:
        """What is to be sent."""
        return sum(file.size_bytes for file in self.sent)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user asks for: `everything` sends what is there already too, `records` episode.json."""

    everything: bool = False
    delete: bool = False
    records: bool = False


def make_plan(
    files: Sequence[OutputFile], ours: Mapping[str, Sent], present: Mapping[str, Present], choice: Choice
) -> Plan:
    """Return what to do. `ours` is what was sent, `present` what is at the destination now.

    A file is there when it was sent with that digest and still has its length. Only what was ours is removed.
    """
    offered = [file for file in files if choice.records or not is_record(file.path)]
    stale = [file for file in offered if choice.everything or not _is_there(file, ours, present)]
    staged = {file: stage_of(file.path, replaces=file.path in present) for file in stale}
    stages = tuple(
        tuple(file for file in stale if staged[file] is stage) for stage in Stage if stage in staged.values()
    )
    here = {file.path for file in files}
    gone = tuple(sorted(path for path in ours if path not in here and path in present))
    return Plan(
        stages=stages,
        removed=gone if choice.delete else (),
        left=() if choice.delete else gone,
        litter=tuple(sorted(path for path in present if _name(path).startswith(PART))),
        unchanged=tuple(file for file in offered if file not in staged),
    )


def stage_of(path: str, *, replaces: bool) -> Stage:
    """Return when the file goes: what names another goes after it, and the feed at last."""
    if path == FEED:
        return Stage.FEED
    top = path.split("/", 1)[0]
    if top == EPISODES and path.endswith(".html") and "transcript" not in path:
        return Stage.PAGES
    if top in {EPISODES, ASSETS, COVER} or (top == SEARCH and path != _BLOCKS):
        return Stage.REPLACED if replaces else Stage.FILES
    return Stage.LISTS


def is_record(path: str) -> bool:
    """Return whether the file is an episode's record, which listeners have no use for."""
    return _name(path) == RECORD


def folders_of(paths: Collection[str]) -> list[str]:
    """Return the folders that these files are in, and those around them, which come first; "" is the root."""
    found = {""}
    for path in paths:
        parent = path.rpartition("/")[0]
        while parent not in found:
            found.add(parent)
            parent = parent.rpartition("/")[0]
    return sorted(found)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _is_there(file: OutputFile, ours: Mapping[str, Sent], present: Mapping[str, Present]) -> bool:
    there = present.get(file.path)
    return (
        there is not None
        and there.size_bytes == file.size_bytes
        and ours.get(file.path) == Sent(file.size_bytes, file.sha256)
    )
