"""The listening pages: plain HTML that works without JavaScript, from a folder as from a server."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from speakerine.french.writing import french_date
from speakerine.publish.addresses import ASSETS, FEED, base_address, episode_path, web_address
from speakerine.publish.chapters import order_chapters
from speakerine.publish.feed_item import UNTITLED
from speakerine.publish.notes import render_article
from speakerine.publish.palette import palette_for
from speakerine.publish.plain import cut, one_line, printable, typeset
from speakerine.publish.times import newest_first, zoned
from speakerine.publish.wording import (
    clock,
    french_duration,
    french_megabytes,
    iso_duration,
    voices_note,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from speakerine.settings import Show
    from speakerine.types import Chapter, Episode

STYLE = f"{ASSETS}/style.css"
SCRIPT = f"{ASSETS}/page.js"
FONT = f"{ASSETS}/BricolageGrotesque-ExtraBold.woff2"
COVER_SMALL = f"{ASSETS}/cover.jpg"

_TEASER = 280
"""Characters of a description on the first page."""


def render_index(show: Show, episodes: Sequence[Episode], base_url: str = "") -> str:
    """Return the first page: the show, its address for podcast apps, and every episode."""
    base = base_address(base_url)
    ordered = newest_first(episodes)
    return (
        _environment()
        .get_template("index.html")
        .render(
            _show(show),
            root="",
            episodes=[_episode(episode) for episode in ordered],
            feed_address=base + FEED,
            local=urlsplit(base).hostname in {"127.0.0.1", "localhost"},
            note=voices_note([voice for episode in ordered for voice in episode.voices]),
        )
    )


def render_episode(show: Show, episode: Episode) -> str:
    """Return the episode's own page: player, chapters, the text as written."""
    return (
        _environment()
        .get_template("episode.html")
        .render(
            _show(show),
            root="../../",
            episode=_episode(episode),
            chapters=[_chapter(episode, chapter) for chapter in order_chapters(episode)],
            article_html=render_article(episode.paragraphs),
            note=voices_note(episode.voices),
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("speakerine.publish", "data/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _show(show: Show) -> dict[str, object]:
    return {
        "show": {
            "title": typeset(one_line(show.title)) or UNTITLED,
            "description": typeset(printable(show.description).strip()),
            "author": one_line(show.author),
            "link": web_address(show.link),
            "copyright": one_line(show.copyright),
        },
        "palette": palette_for(show.title),
        "style": STYLE,
        "script": SCRIPT,
        "font": FONT,
        "cover": COVER_SMALL,
    }


def _episode(episode: Episode) -> dict[str, object]:
    published = zoned(episode.published)
    return {
        "title": typeset(one_line(episode.title)) or UNTITLED,
        "page": episode_path(episode, "index.html"),
        "mp3": episode_path(episode, episode.enclosure.path),
        "vtt": episode_path(episode, "transcript.vtt") if episode.cues else "",
        "date": french_date(published),
        "date_iso": published.isoformat(timespec="minutes"),
        "duration": french_duration(episode.enclosure.duration_ms),
        "duration_iso": iso_duration(episode.enclosure.duration_ms),
        "size": french_megabytes(episode.enclosure.length_bytes),
        "teaser": typeset(cut(episode.summary or episode.description, _TEASER)),
        "origin": ", ".join(dict.fromkeys(filter(None, map(one_line, (episode.author, episode.site))))),
        "url": web_address(episode.url),
        "language": episode.language,
        "has_text": bool(episode.paragraphs),
    }


def _chapter(episode: Episode, chapter: Chapter) -> dict[str, object]:
    start_s = chapter.start_ms / 1000
    return {
        "title": typeset(one_line(chapter.title)),
        "clock": clock(chapter.start_ms),
        "start_s": f"{start_s:g}",
        "jump": f"{episode_path(episode, episode.enclosure.path)}#t={start_s:g}",
        "url": web_address(chapter.url),
    }
