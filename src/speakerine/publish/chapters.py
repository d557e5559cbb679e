"""Chapters put in order, and the JSON that players fetch beside the MP3."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from speakerine.publish.addresses import COVER, base_address, episode_path, web_address
from speakerine.publish.plain import one_line
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from speakerine.settings import Show
    from speakerine.types import Chapter, Episode

VERSION = "1.2.0"
MIME_TYPE = "application/json+chapters"
"""Source: Podcasting 2.0 namespace, JSON chapters format."""


def order_chapters(episode: Episode) -> tuple[Chapter, ...]:
    """Return the chapters ascending within the duration, the first at 0, none beginning together."""
    duration_ms = episode.enclosure.duration_ms
    ordered: list[Chapter] = []
    for chapter in sorted(episode.chapters, key=lambda chapter: chapter.start_ms):
        start_ms = max(0, chapter.start_ms) if ordered else 0
        too_late = ordered and start_ms >= duration_ms
        if too_late or (ordered and start_ms <= ordered[-1].start_ms):
            continue
        ordered.append(replace(chapter, start_ms=start_ms))
    return tuple(ordered)


def picture_names(episode: Episode) -> tuple[str, ...]:
    """Return the files of the chapters' pictures, beside the MP3; of a single one, the episode's cover."""
    count = len(order_chapters(episode))
    if count == 1:
        return (COVER,)
    return tuple(f"chapter-{number:02}.png" for number in range(1, count + 1))


def render_chapters(episode: Episode, show: Show | None = None) -> str:
    """Return the chapters file, times in seconds; `show` names the podcast in it, and where pictures are."""
    page: dict[str, Any] = {"version": VERSION, "title": one_line(episode.title)}
    if show is not None:
        page["podcastName"] = one_line(show.title)
    if episode.author:
        page["author"] = one_line(episode.author)
    chapters, names = order_chapters(episode), picture_names(episode)
    base = base_address(show.base_url) if show else ""
    pictures = [base + episode_path(episode, name) if base else "" for name in names]
    page["chapters"] = [_entry(chapter, own) for chapter, own in zip(chapters, pictures, strict=True)]
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _entry(chapter: Chapter, own_picture: str) -> dict[str, Any]:
    """Return a chapter with its article's picture, else its own."""
    entry: dict[str, Any] = {"startTime": chapter.start_ms / MS_PER_S, "title": one_line(chapter.title)}
    if url := web_address(chapter.url):
        entry["url"] = url
    if image := web_address(chapter.image) or own_picture:
        entry["img"] = image
    return entry
