"""An item of the feed, and what is known of its episode from its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from speakerine.inspecting.feed_documents import Setting, attribute, path_of, text
from speakerine.inspecting.markup import parse_html
from speakerine.publish.addresses import EPISODES
from speakerine.publish.plain import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from speakerine.types import Episode


@dataclass(frozen=True, slots=True)
class Known:
    """What the feed is held against: the few facts of an episode's record that the feed repeats."""

    slug: str
    guid: str
    title: str
    published: datetime
    mp3: str
    length_bytes: int
    duration_ms: int
    voices: tuple[str, ...]
    chapters: int
    has_cues: bool


def known(slug: str, episode: Episode) -> Known:
    """The facts of the episode in that folder."""
    enclosure = episode.enclosure
    return Known(
        slug,
        episode.guid,
        episode.title,
        episode.published,
        enclosure.path,
        enclosure.length_bytes,
        enclosure.duration_ms,
        episode.voices,
        len(episode.chapters),
        any(one_line(cue.text) for cue in episode.cues),
    )


@dataclass(frozen=True)
class Item:
    """An item as a document of the feed has it; `known` is None where no episode has its GUID."""

    document: str
    element: Any = field(repr=False)
    known: Known | None
    setting: Setting

    @property
    def where(self) -> str:
        """The folder of its episode; the document's name where it leads to none."""
        if self.known:
            return self.known.slug
        parts = self.path.split("/")
        return parts[1] if len(parts) > 1 and parts[0] == EPISODES else self.document

    @cached_property
    def path(self) -> str:
        """The path of its MP3 in the output folder; "" where it offers none of this podcast."""
        return path_of(attribute(self.element, "enclosure", "url"), self.setting.base)

    @cached_property
    def notes(self) -> dict[str, Any]:
        """Its description and its content, parsed as HTML; without those that are empty."""
        written = {tag: text(self.element, tag) for tag in ("description", "content:encoded")}
        return {tag: _parse_notes(said) for tag, said in written.items() if said.strip()}


def _parse_notes(written: str) -> Any:
    """The notes in an element of their own; an empty one where they are no HTML."""
    from lxml import etree

    tree = parse_html(f"<div>{written}</div>")
    return etree.Element("div") if tree is None else tree.find("body")
