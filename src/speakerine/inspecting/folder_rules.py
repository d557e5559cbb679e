"""The rules on the output folder: what lies in it, beside the episodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.feed_items import Known
from speakerine.inspecting.opened import Opened
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import APPLE, PODCASTING, SPEAKERINE
from speakerine.publish.addresses import RECORD

FINISH = "when no run goes on, run speakerine feed: it ends what was begun"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A folder that a run which was stopped left."""

    name: str
    replaces: bool


LEFTOVER: Rulebook[Leftover] = Rulebook(FINISH)


@LEFTOVER.warning("folder.leftover", "nothing is left of a run that was stopped", SPEAKERINE)
def _leftover(left: Leftover) -> Faults:
    if left.replaces:
        yield "it was taking its episode's place when a run was stopped, or a run is at it"
    else:
        yield "it was being made when a run was stopped, or a run is making it"


FILE: Rulebook[Opened] = Rulebook(WRITE_FEED)


@FILE.error(
    "file.readable", "every file of the podcast is there, and is text in UTF-8 where it is text", PODCASTING
)
def _readable(opened: Opened) -> Faults:
    if opened.fault:
        yield f"{opened.name} {opened.fault}"


FEED_FILE: Rulebook[Opened] = Rulebook(WRITE_FEED)


@FEED_FILE.error(
    "feed.readable", "the feed is there, and is XML that can be read, without document type", APPLE
)
def _feed_readable(opened: Opened) -> Faults:
    if opened.fault:
        yield f"it {opened.fault}"


@dataclass(frozen=True, slots=True)
class Twins:
    """An episode, and the folders that have its GUID, by name."""

    known: Known
    folders: Sequence[str]


TWINS: Rulebook[Twins] = Rulebook("take one of the two folders away, and run speakerine feed")


@TWINS.error("record.guid", "no two episodes have the same guid", SPEAKERINE)
def _guid(twins: Twins) -> Faults:
    if twins.folders[0] != twins.known.slug:
        yield f"its {RECORD} has the guid of {twins.folders[0]}: the feed offers one of them only"


def twins(episodes: Sequence[Known]) -> list[Twins]:
    """The episodes whose GUID is that of another, each with all its folders."""
    folders: dict[str, list[str]] = {}
    for one in episodes:
        folders.setdefault(one.guid, []).append(one.slug)
    return [Twins(one, folders[one.guid]) for one in episodes if len(folders[one.guid]) > 1]
