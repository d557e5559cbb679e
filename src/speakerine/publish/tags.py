"""The ID3 tag of an episode's MP3.

ID3v2.3, which every player reads: Windows' and many cars' still do not read v2.4.
Sources: id3.org, ID3v2.3.0 and the Chapter Frame Addendum 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from speakerine.errors import PublishError
from speakerine.french.writing import enumeration
from speakerine.publish.addresses import FEED, base_address, web_address
from speakerine.publish.chapters import order_chapters
from speakerine.publish.cover import MAX_TAG_BYTES, shrink_cover
from speakerine.publish.id3_order import order_chapter_frames
from speakerine.publish.plain import one_line, printable
from speakerine.publish.wording import source_note, voices_note

if TYPE_CHECKING:
    from pathlib import Path

    from speakerine.settings import Show
    from speakerine.types import Chapter, Episode

MAX_CHAPTERS = 255
"""A CTOC counts its chapters in one byte. Source: Chapter Frame Addendum, §3.2."""

_UTF16 = 1
_LATIN1 = 0
_LANGUAGES = {"fr": "fra", "en": "eng", "de": "deu", "es": "spa", "it": "ita"}
"""ISO 639-1 to 639-2, which ID3 wants."""

_FRONT_COVER = 3
_NO_OFFSET = 0xFFFFFFFF
_TOP_LEVEL_ORDERED = 0b11


@dataclass(frozen=True, slots=True)
class TaggedChapter:
    """A chapter as an MP3's tag has it; `url` is its link, or ""."""

    start_ms: int
    end_ms: int
    title: str
    url: str


def write_tags(mp3: Path, episode: Episode, show: Show, cover_jpeg: bytes) -> None:
    """Write the tag before the sound, in place of any it had; the sound keeps every byte.

    Raises:
        PublishError: the file cannot be written.
    """
    from mutagen import MutagenError
    from mutagen.id3 import ID3

    new_tag: Any = ID3
    tag = new_tag()
    cover = cover_jpeg if len(cover_jpeg) < MAX_TAG_BYTES else shrink_cover(cover_jpeg)
    for frame in (
        *_what_it_is(episode, show),
        *_where_it_is_from(episode, show),
        *_how_it_is_made(episode),
        *_what_it_says(episode, cover),
        *_chapters(episode),
    ):
        tag.add(frame)
    tag.update_to_v23()
    try:
        tag.save(mp3, v1=0, v2_version=3)
        order_chapter_frames(mp3)
    except (MutagenError, OSError) as error:
        raise PublishError(f"the tags of {mp3.name} cannot be written: {error}") from error


def read_chapters(mp3: Path) -> tuple[TaggedChapter, ...]:
    """Return the chapters of the file's tag, in the order of its table of contents; none without a tag.

    Raises:
        PublishError: the tag cannot be read, or its table of contents and its chapters do not agree.
    """
    from mutagen import MutagenError
    from mutagen.id3 import ID3, ID3NoHeaderError

    read_tag: Any = ID3
    try:
        tag = read_tag(mp3, translate=False)
    except ID3NoHeaderError:
        return ()
    except (MutagenError, OSError) as error:
        raise PublishError(f"the tag of {mp3.name} cannot be read: {error}") from error
    found = {frame.element_id: frame for frame in tag.getall("CHAP")}
    named = [name for contents in tag.getall("CTOC") for name in contents.child_element_ids]
    if sorted(named) != sorted(found):
        raise PublishError(
            f"the table of contents of {mp3.name} names {len(named)} chapters, and its tag has {len(found)}"
        )
    return tuple(_tagged(found[name]) for name in named)


def _tagged(frame: Any) -> TaggedChapter:
    titles, links = frame.sub_frames.getall("TIT2"), frame.sub_frames.getall("WXXX")
    return TaggedChapter(
        frame.start_time,
        frame.end_time,
        str(titles[0].text[0]) if titles else "",
        links[0].url if links else "",
    )


def _frame(name: str, **fields: Any) -> Any:
    from mutagen.id3 import Frames

    kind: Any = Frames[name]
    return kind(**fields)


def _text(name: str, text: str) -> Any:
    encoding = _LATIN1 if text.isascii() else _UTF16
    return _frame(name, encoding=encoding, text=[text])


def _remark(desc: str, text: str) -> Any:
    return _frame("TXXX", encoding=_UTF16, desc=desc, text=[text])


def _language(episode: Episode) -> str:
    return _LANGUAGES.get(episode.language[:2].lower(), "und")


def _what_it_is(episode: Episode, show: Show) -> list[Any]:
    return [
        _text("TIT2", one_line(episode.title)),
        _text("TPE1", one_line(show.author or show.title)),
        _text("TALB", one_line(show.title)),
        _text("TDRC", f"{episode.published:%Y-%m-%dT%H:%M}"),
        _text("TIME", f"{episode.published:%H%M}"),  # update_to_v23 leaves it out on the hour
        _text("TCON", "Podcast"),
        _text("TLAN", _language(episode)),
        _text("TGID", one_line(episode.guid)),
        _frame("PCST", value=1),
    ]


def _where_it_is_from(episode: Episode, show: Show) -> list[Any]:
    frames: list[Any] = []
    if article := web_address(episode.url):
        frames.append(_frame("WOAS", url=article))
    if show.base_url:
        frames.append(_frame("WFED", url=base_address(show.base_url) + FEED))
    frames += [
        _remark(name, one_line(text))
        for name, text in (("Auteur", episode.author), ("Source", episode.site))
        if text
    ]
    return frames


def _how_it_is_made(episode: Episode) -> list[Any]:
    said = {
        "Voix": enumeration([one_line(name) for name in episode.voices]),
        "Moteur": enumeration([one_line(name) for name in episode.engines]),
        "Lecture": one_line(voices_note(episode.voices)),
        "ai-content": "true",
    }
    return [_remark(name, text) for name, text in said.items() if text]


def _what_it_says(episode: Episode, cover: bytes) -> list[Any]:
    language = _language(episode)
    notes = [
        printable(note).strip()
        for note in (episode.description, source_note(episode), voices_note(episode.voices))
    ]
    comment = "\n\n".join(note for note in notes if note)
    frames = [
        _frame("COMM", encoding=_UTF16, lang=language, desc="", text=[comment]),
        _frame("APIC", encoding=_LATIN1, mime="image/jpeg", type=_FRONT_COVER, desc="", data=cover),
    ]
    if article := "\n\n".join(printable(paragraph.text) for paragraph in episode.paragraphs):
        frames.append(_frame("USLT", encoding=_UTF16, lang=language, desc="", text=article))
    return frames


def _chapters(episode: Episode) -> list[Any]:
    chapters = order_chapters(episode)[:MAX_CHAPTERS]
    if not chapters:
        return []
    starts_ms = [*(chapter.start_ms for chapter in chapters), max(episode.enclosure.duration_ms, 1)]
    names = [f"chp{index}" for index in range(len(chapters))]
    frames = [
        _frame(
            "CHAP",
            element_id=name,
            start_time=start_ms,
            end_time=end_ms,
            start_offset=_NO_OFFSET,
            end_offset=_NO_OFFSET,
            sub_frames=_chapter_frames(chapter),
        )
        for name, chapter, (start_ms, end_ms) in zip(names, chapters, pairwise(starts_ms), strict=True)
    ]
    return [_frame("CTOC", element_id="toc", flags=_TOP_LEVEL_ORDERED, child_element_ids=names), *frames]


def _chapter_frames(chapter: Chapter) -> list[Any]:
    frames = [_text("TIT2", one_line(chapter.title))]
    if url := web_address(chapter.url):
        frames.append(_frame("WXXX", encoding=_LATIN1, desc="Article", url=url))
    return frames
