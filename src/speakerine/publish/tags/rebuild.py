"""An episode put together from the frames that players read: an older MP3's, or one that lost its record."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from speakerine.errors import PublishError
from speakerine.publish.plain import one_line
from speakerine.publish.tags.frames import (
    AUTHOR,
    ENGINES,
    LANGUAGES,
    PARAGRAPH_BREAK,
    PUBLISHED,
    SITE,
    VOICES,
    comment_notes,
)
from speakerine.publish.tags.writing import tagged_chapter
from speakerine.types import MS_PER_S, Article, Chapter, Cue, Enclosure, Episode, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo
    from pathlib import Path

TRANSCRIPT = "transcript.json"
_BETWEEN_NAMES = re.compile(", | et ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=-)")


def rebuild_episode(tag: Any, mp3: Path, zone: tzinfo) -> Episode:
    """Return the episode that the tag's frames and the transcript beside the file tell.

    Raises:
        PublishError: it has no title, or the file holds no sound.
    """
    title = _text(tag, "TIT2")
    if not title:
        raise PublishError(
            f"the tag of {mp3.name} has no title to make a record from: make the episode again, or remove it"
        )
    chapters = _chapters(tag)
    paragraphs = _paragraphs(tag, chapters)
    url = next((each.url for each in tag.getall("WOAS")), "")
    published = _published(tag, mp3, zone)
    article = Article(title, paragraphs, published=published, url=url)
    episode = Episode(
        guid=_text(tag, "TGID") or article.guid,
        slug=mp3.absolute().parent.name,
        title=title,
        published=published,
        enclosure=Enclosure(mp3.name, 0, _duration_ms(mp3)),
        description="",
        author=_remark(tag, AUTHOR),
        url=url,
        site=_remark(tag, SITE),
        language=_language(tag),
        chapters=chapters,
        cues=_cues(mp3.with_name(TRANSCRIPT)),
        paragraphs=paragraphs,
        voices=_names(_remark(tag, VOICES)),
        engines=_names(_remark(tag, ENGINES)),
        word_count=article.word_count,
    )
    return replace(episode, description=_text(tag, "TDES") or _described(tag, episode))


def _text(tag: Any, name: str) -> str:
    """Return the text of the first frame of that name, on one line, or ""."""
    texts = [str(text) for each in tag.getall(name) for text in each.text]
    return one_line(texts[0]) if texts else ""


def _remark(tag: Any, desc: str) -> str:
    return _text(tag, f"TXXX:{desc}")


def _names(enumerated: str) -> tuple[str, ...]:
    """Return the names that stand in « A, B et C »."""
    return tuple(name for name in _BETWEEN_NAMES.split(enumerated) if name)


def _language(tag: Any) -> str:
    code = _text(tag, "TLAN")
    return next((short for short, long in LANGUAGES.items() if long == code), "fr")


def _published(tag: Any, mp3: Path, zone: tzinfo) -> datetime:
    """Return when it came out: by the tag, else the day that its folder is named after, else its file's."""
    day, time = _text(tag, "TDAT"), _text(tag, "TIME")
    told = [
        _remark(tag, PUBLISHED),
        _text(tag, "TDRC").replace(" ", "T"),
        f"{_text(tag, 'TYER')}-{day[2:]}-{day[:2]}T{time[:2] or '00'}:{time[2:] or '00'}",
        *_DAY.findall(mp3.absolute().parent.name)[:1],
    ]
    for text in told:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return datetime.fromtimestamp(int(mp3.stat().st_mtime), UTC)


def _duration_ms(mp3: Path) -> int:
    """Return how long the sound is, by its Info header.

    Raises:
        PublishError: there is no sound.
    """
    from mutagen import MutagenError
    from mutagen.mp3 import MPEGInfo

    try:
        with mp3.open("rb") as file:
            length_s: float = MPEGInfo(file).length
    except (MutagenError, OSError) as error:
        raise PublishError(f"{mp3.name} holds no sound that can be read: make the episode again") from error
    return round(length_s * MS_PER_S)


def _chapters(tag: Any) -> tuple[Chapter, ...]:
    found = sorted(map(tagged_chapter, tag.getall("CHAP")), key=lambda chapter: chapter.start_ms)
    return tuple(Chapter(one.start_ms, one.title, one.url) for one in found)


def _paragraphs(tag: Any, chapters: Sequence[Chapter]) -> tuple[Paragraph, ...]:
    """Return the article's paragraphs; one that a chapter is named after is a heading."""
    lyrics = next((str(each.text) for each in tag.getall("USLT")), "")
    titles = {chapter.title for chapter in chapters}
    return tuple(
        Paragraph(text, ParagraphKind.HEADING if one_line(text) in titles else ParagraphKind.TEXT)
        for text in lyrics.replace("\r\n", "\n").split(PARAGRAPH_BREAK)
        if text.strip()
    )


def _described(tag: Any, episode: Episode) -> str:
    """Return the comment without the notes that are written after the description."""
    comment = next((str(each.text[0]) for each in tag.getall("COMM") if each.text and not each.desc), "")
    notes = comment_notes(episode)
    return PARAGRAPH_BREAK.join(part for part in comment.split(PARAGRAPH_BREAK) if part not in notes)


def _cues(transcript: Path) -> tuple[Cue, ...]:
    """Return what the transcript says, none where it cannot be read."""
    try:
        segments = json.loads(transcript.read_text(encoding="utf-8"))["segments"]
        return tuple(
            Cue(
                round(one["startTime"] * MS_PER_S),
                round(one["endTime"] * MS_PER_S),
                str(one["body"]),
                str(one.get("speaker", "")),
            )
            for one in segments
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return ()
