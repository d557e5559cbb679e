"""The ID3 tag of an episode's MP3, written, and its chapters read back.

ID3v2.3, which every player reads: Windows' and many cars' still do not read v2.4.
Sources: id3.org, ID3v2.3.0 and the Chapter Frame Addendum 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from speakerine.errors import PublishError
from speakerine.publish.addresses import web_address
from speakerine.publish.chapters import order_chapters
from speakerine.publish.covers.cover import shrink_cover
from speakerine.publish.plain import one_line
from speakerine.publish.tags.frames import (
    frame,
    how_it_is_made,
    link_frame,
    picture_frame,
    text_frame,
    what_it_is,
    what_it_says,
    where_it_is_from,
)
from speakerine.publish.tags.id3_order import order_chapter_frames
from speakerine.publish.tags.packing import OWNER, pack_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from speakerine.settings import Show
    from speakerine.types import Chapter, Episode

MAX_CHAPTERS = 255
"""A CTOC counts its chapters in one byte. Source: Chapter Frame Addendum, §3.2."""

MAX_PICTURES_BYTES = 1_000_000
"""What the chapters' pictures may take together: beyond it the MP3 has none."""

_NO_OFFSET = 0xFFFFFFFF
_TOP_LEVEL_ORDERED = 0b11


@dataclass(frozen=True, slots=True)
class TaggedChapter:
    """A chapter as an MP3's tag has it; `url` is its link, or ""."""

    start_ms: int
    end_ms: int
    title: str
    url: str


def write_tags(
    mp3: Path, episode: Episode, show: Show, cover_jpeg: bytes, pictures: Sequence[bytes] = ()
) -> None:
    """Write the tag before the sound, in place of any it had; the sound keeps every byte.

    `pictures` are those of the chapters that `order_chapters` gives, in their order. They are left out
    where there is one chapter, or where all of them take more than MAX_PICTURES_BYTES.

    Raises:
        PublishError: the file cannot be written.
    """
    from mutagen import MutagenError
    from mutagen.id3 import ID3

    new_tag: Any = ID3
    tag = new_tag()
    for each in (
        *what_it_is(episode, show),
        *where_it_is_from(episode, show),
        *how_it_is_made(episode),
        *what_it_says(episode),
        picture_frame(shrink_cover(cover_jpeg), is_cover=True),
        frame("PRIV", owner=OWNER, data=pack_record(episode)),
        *_chapters(episode, pictures),
    ):
        tag.add(each)
    tag.update_to_v23()
    try:
        tag.save(mp3, v1=0, v2_version=3)
        order_chapter_frames(mp3)
    except (MutagenError, OSError) as error:
        raise PublishError(f"the tags of {mp3.name} cannot be written: {error}") from error


def tagged_chapter(chapter: Any) -> TaggedChapter:
    """Return what a CHAP frame says."""
    titles, links = chapter.sub_frames.getall("TIT2"), chapter.sub_frames.getall("WXXX")
    return TaggedChapter(
        chapter.start_time,
        chapter.end_time,
        str(titles[0].text[0]) if titles and titles[0].text else "",
        links[0].url if links else "",
    )


def _chapters(episode: Episode, pictures: Sequence[bytes]) -> list[Any]:
    chapters = order_chapters(episode)[:MAX_CHAPTERS]
    if not chapters:
        return []
    shown = _shown(pictures, len(chapters))
    starts_ms = [*(chapter.start_ms for chapter in chapters), max(episode.enclosure.duration_ms, 1)]
    names = [f"chp{index}" for index in range(len(chapters))]
    frames = [
        frame(
            "CHAP",
            element_id=name,
            start_time=start_ms,
            end_time=end_ms,
            start_offset=_NO_OFFSET,
            end_offset=_NO_OFFSET,
            sub_frames=_chapter_frames(chapter, picture),
        )
        for name, chapter, picture, (start_ms, end_ms) in zip(
            names, chapters, shown, pairwise(starts_ms), strict=True
        )
    ]
    return [frame("CTOC", element_id="toc", flags=_TOP_LEVEL_ORDERED, child_element_ids=names), *frames]


def _shown(pictures: Sequence[bytes], count: int) -> Sequence[bytes]:
    """Return a picture for each chapter, b"" for none."""
    given = pictures[:count]
    if count == 1 or sum(map(len, given)) > MAX_PICTURES_BYTES:
        given = ()
    return [*given, *[b""] * (count - len(given))]


def _chapter_frames(chapter: Chapter, picture: bytes) -> list[Any]:
    frames = [text_frame("TIT2", one_line(chapter.title))]
    if url := web_address(chapter.url):
        frames.append(link_frame("Article", url))
    if picture:
        frames.append(picture_frame(picture, is_cover=False))
    return frames
