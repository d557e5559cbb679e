"""An MP3's tag as its rules look at it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from speakerine.inspecting.id3 import (
    HEADER_BYTES,
    MOST_BYTES,
    ChapterFrame,
    ContentsFrame,
    Frame,
    Id3Error,
    Picture,
    Remark,
    chapter_of,
    contents_of,
    picture_of,
    read_frames,
    remark_of,
    tag_size,
    text_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from speakerine.settings import Show
    from speakerine.types import Episode


@dataclass(frozen=True)
class Tag:
    """The tag of an episode's MP3; `fault` says why it cannot be read, or is ""."""

    episode: Episode
    show: Show
    size: int
    frames: tuple[Frame, ...]
    pictures: tuple[Picture, ...] = ()
    chapters: tuple[ChapterFrame, ...] = ()
    contents: tuple[ContentsFrame, ...] = ()
    fault: str = ""

    def named(self, name: str) -> list[Frame]:
        """The frames of that name."""
        return [frame for frame in self.frames if frame.name == name]

    def text(self, name: str) -> str:
        """The text of the first frame of that name; "" where there is none."""
        return next((text_of(frame) for frame in self.frames if frame.name == name), "")

    def remarks(self, name: str) -> list[Remark]:
        """What the COMM, USLT or TXXX frames say."""
        return [remark_of(frame) for frame in self.frames if frame.name == name]

    @cached_property
    def by_name(self) -> dict[str, ChapterFrame]:
        """The chapters by the names that the table of contents calls them."""
        return {chapter.name: chapter for chapter in self.chapters}

    @cached_property
    def in_order(self) -> list[ChapterFrame]:
        """The chapters in the order of the table of contents."""
        named = [name for contents in self.contents for name in contents.children]
        return [self.by_name[name] for name in named if name in self.by_name]


def read_tag(mp3: Path, episode: Episode, show: Show) -> Tag:
    """The tag at the beginning of the file.

    Raises:
        OSError: the file cannot be read.
    """
    with mp3.open("rb") as file:
        head = file.read(HEADER_BYTES)
        size = tag_size(head)
        if not 0 < size <= MOST_BYTES:
            fault = f"{mp3.name} does not begin with a tag" if not size else f"its tag has {size} bytes"
            return Tag(episode, show, size, (), fault=fault)
        file.seek(0)
        data = file.read(size)
    if len(data) < size:
        return Tag(episode, show, size, (), fault="its tag is cut short")
    try:
        frames = read_frames(data)
        return Tag(
            episode,
            show,
            size,
            frames,
            tuple(picture_of(frame) for frame in frames if frame.name == "APIC"),
            tuple(chapter_of(frame) for frame in frames if frame.name == "CHAP"),
            tuple(contents_of(frame) for frame in frames if frame.name == "CTOC"),
        )
    except (Id3Error, IndexError) as error:
        reason = str(error) if isinstance(error, Id3Error) else "is damaged"
        return Tag(episode, show, size, (), fault=f"its tag {reason}")
