"""What is written of an episode, and of the show: each file whole, the feed after all it names."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from speakerine.errors import PublishError
from speakerine.publish.addresses import ASSETS, CHAPTERS, COVER, EPISODES, FEED, INDEX, base_address
from speakerine.publish.chapters import render_chapters
from speakerine.publish.cover import draw_cover, load_cover, shrink_cover
from speakerine.publish.feed import podcast_guid, render_feed
from speakerine.publish.files import write_file
from speakerine.publish.site import COVER_SMALL, FONT, SCRIPT, STYLE, render_episode, render_index
from speakerine.publish.tags import write_tags
from speakerine.publish.transcript import render_json, render_srt, render_vtt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from speakerine.settings import Show
    from speakerine.types import Episode

IDENTITY = "podcast.json"
"""Keeps the show's GUID, which is given once and stays when the feed moves."""

_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
_SMALL_COVER_PX = 800


def show_cover(show: Show) -> bytes:
    """Return the show's cover as JPEG: its own, else one drawn from its title.

    Raises:
        ConfigError: its own cannot be used.
    """
    if show.cover is not None:
        return load_cover(show.folder / show.cover)
    return draw_cover(show.title, subtitle=show.author)


def finish_episode(staged: Path, episode: Episode, show: Show, cover_jpeg: bytes) -> Episode:
    """Tag the MP3 in the staging folder, write all that goes beside it, and return the final record.

    The record differs from `episode` in the length of its enclosure, which tags have changed.

    Raises:
        PublishError: the MP3 is not in the folder, or something cannot be written.
    """
    mp3 = staged / episode.enclosure.path
    write_tags(mp3, episode, show, cover_jpeg)
    try:
        enclosure = replace(episode.enclosure, length_bytes=mp3.stat().st_size)
    except OSError as error:
        raise PublishError(f"{mp3.name} cannot be read after tagging: {error}") from error
    finished = replace(episode, enclosure=enclosure)
    duration_ms = enclosure.duration_ms
    write_file(staged / "transcript.vtt", render_vtt(episode.cues, duration_ms))
    write_file(staged / "transcript.srt", render_srt(episode.cues, duration_ms))
    write_file(staged / "transcript.json", render_json(episode.cues, duration_ms))
    write_file(staged / CHAPTERS, render_chapters(episode, show))
    write_file(staged / COVER, cover_jpeg)
    write_file(staged / INDEX, render_episode(show, finished))
    return finished


def write_feed_and_site(output: Path, show: Show, episodes: Sequence[Episode], base_url: str = "") -> None:
    """Write the pages, the cover and the feed of these episodes, for the address they will have.

    Raises:
        ConfigError: the show's cover, category or address cannot be used.
        PublishError: something cannot be written, or two episodes share a GUID.
    """
    feed = render_feed(show, episodes, base_url, guid=_identity(output, base_url))
    cover = show_cover(show)
    if write_file(output / COVER, cover) or not (output / COVER_SMALL).is_file():
        write_file(output / COVER_SMALL, shrink_cover(cover, max_bytes=150_000, size_px=_SMALL_COVER_PX))
    for name in (STYLE, SCRIPT):
        write_file(output / name, _data(name))
    write_file(output / FONT, _data(FONT.replace(ASSETS, "fonts", 1)))
    for episode in episodes:
        write_file(output / EPISODES / episode.slug / INDEX, render_episode(show, episode))
    write_file(output / INDEX, render_index(show, episodes, base_url))
    write_file(output / FEED, feed)


def read_identity(output: Path) -> str:
    """Return the GUID that the show was given, or "" while it has none."""
    try:
        known = json.loads((output / IDENTITY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    guid = known.get("guid", "") if isinstance(known, dict) else ""
    return guid if isinstance(guid, str) else ""


def _identity(output: Path, base_url: str) -> str:
    """Return the show's GUID; it is given at the first address that is not this machine's."""
    if known := read_identity(output):
        return known
    guid = podcast_guid(base_url)
    if urlsplit(base_address(base_url)).hostname not in _THIS_MACHINE:
        write_file(output / IDENTITY, json.dumps({"guid": guid}) + "\n")
    return guid


def _data(name: str) -> bytes:
    return (files("speakerine.publish") / "data" / name).read_bytes()
