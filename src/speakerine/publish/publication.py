"""What is written beside an episode's MP3, and in it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.french.writing import french_date
from speakerine.publish.addresses import CHAPTERS, COVER, INDEX
from speakerine.publish.chapters import order_chapters, picture_names, render_chapters
from speakerine.publish.covers.chapter_pictures import draw_chapter_pictures
from speakerine.publish.covers.cover import TAG_SIZE_PX, draw_cover
from speakerine.publish.covers.given_cover import load_cover
from speakerine.publish.files import write_file
from speakerine.publish.pages.episode import render_episode
from speakerine.publish.tags.writing import write_tags
from speakerine.publish.times import zoned
from speakerine.publish.transcripts.transcript import render_html, render_json, render_srt, render_vtt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from speakerine.settings import Show
    from speakerine.types import Episode


def show_cover(show: Show) -> bytes:
    """Return the show's cover as JPEG: its own, else one drawn from its title.

    Raises:
        ConfigError: its own cannot be used.
    """
    if show.cover is not None:
        return _own_cover(show.folder / show.cover)
    return draw_cover(show.title, subtitle=show.author)


def episode_cover(episode: Episode, show: Show) -> bytes:
    """Return the episode's cover as JPEG: the show's own where it has one, else one drawn from its title.

    Raises:
        ConfigError: the show's own cannot be used.
    """
    if show.cover is not None:
        return _own_cover(show.folder / show.cover)
    date_line = french_date(zoned(episode.published))
    return draw_cover(
        episode.title,
        subtitle=show.title,
        size_px=TAG_SIZE_PX,
        colours_of=show.title,
        date_line=date_line,
    )


def _own_cover(path: Path) -> bytes:
    """Return the image, made into what directories accept; once for all the episodes of a run."""
    return _loaded(path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=2)
def _loaded(path: Path, _when_ns: int) -> bytes:
    return load_cover(path)


def chapter_pictures(episode: Episode, show: Show) -> tuple[bytes, ...]:
    """Return a picture a chapter, in PNG; none where there is one chapter or none."""
    return draw_chapter_pictures([chapter.title for chapter in order_chapters(episode)], show.title)


def finish_episode(
    staged: Path, episode: Episode, show: Show, cover_jpeg: bytes, pictures: Sequence[bytes] = ()
) -> Episode:
    """Tag the MP3 in the staging folder, write all that goes beside it, and return the final record.

    The record differs from `episode` in the length of its enclosure, which tags have changed.

    Raises:
        PublishError: the MP3 is not in the folder, or something cannot be written.
    """
    mp3 = staged / episode.enclosure.path
    write_tags(mp3, episode, show, cover_jpeg, pictures)
    try:
        enclosure = replace(episode.enclosure, length_bytes=mp3.stat().st_size)
    except OSError as error:
        raise PublishError(f"{mp3.name} cannot be read after tagging: {error}") from error
    finished = replace(episode, enclosure=enclosure)
    for name, content in render_companions(finished, show).items():
        write_file(staged / name, content)
    for name, picture in _named_pictures(finished, cover_jpeg, pictures).items():
        write_file(staged / name, picture)
    return finished


def render_companions(episode: Episode, show: Show) -> dict[str, str]:
    """Return the files beside an MP3 that its record and its show decide: transcripts, chapters, page."""
    cues, duration_ms = episode.cues, episode.enclosure.duration_ms
    return {
        "transcript.vtt": render_vtt(cues, duration_ms),
        "transcript.srt": render_srt(cues, duration_ms),
        "transcript.json": render_json(cues, duration_ms),
        "transcript.html": render_html(cues, duration_ms, title=episode.title),
        CHAPTERS: render_chapters(episode, show),
        INDEX: render_episode(show, episode),
    }


def missing_pictures(folder: Path, episode: Episode, show: Show) -> dict[str, bytes]:
    """Return those of the cover and the chapters' pictures that are not in the folder, drawn again.

    Raises:
        ConfigError: the show's own cover cannot be used.
    """
    missing = {name for name in (COVER, *picture_names(episode)) if not (folder / name).is_file()}
    if not missing:
        return {}
    cover = episode_cover(episode, show) if COVER in missing else b""
    drawn = _named_pictures(episode, cover, chapter_pictures(episode, show))
    return {name: picture for name, picture in drawn.items() if name in missing}


def _named_pictures(episode: Episode, cover_jpeg: bytes, pictures: Sequence[bytes]) -> dict[str, bytes]:
    names = [name for name in picture_names(episode) if name != COVER]
    return {COVER: cover_jpeg, **dict(zip(names, pictures, strict=False))}
