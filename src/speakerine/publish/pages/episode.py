"""The page of one episode: its player, and the text as it is heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from speakerine.french.writing import french_date
from speakerine.publish.addresses import TRANSCRIPTS, web_address
from speakerine.publish.chapters import order_chapters
from speakerine.publish.feed.item import UNTITLED
from speakerine.publish.listing import TEASER_CHARS
from speakerine.publish.pages.frame import environment, frame
from speakerine.publish.pages.passages import Group, passage_groups, seconds
from speakerine.publish.plain import cut, one_line, typeset
from speakerine.publish.times import zoned
from speakerine.publish.transcripts.reading import read_along
from speakerine.publish.wording import (
    clock,
    french_duration,
    french_megabytes,
    iso_duration,
    voices_note,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speakerine.settings import Show
    from speakerine.types import Chapter, Episode


@dataclass(frozen=True, slots=True)
class _EpisodeView:
    """The episode as the page writes it; `mp3` is its address from the page."""

    guid: str
    title: str
    mp3: str
    date: str
    date_iso: str
    duration: str
    duration_iso: str
    duration_s: str
    clock: str
    size: str
    teaser: str
    origin: str
    language: str


@dataclass(frozen=True, slots=True)
class _ChapterView:
    title: str
    clock: str
    start_s: str


@dataclass(frozen=True, slots=True)
class _SourceView:
    """An article that the episode reads, and who published it."""

    url: str
    title: str = ""
    site: str = ""


def render_episode(show: Show, episode: Episode) -> str:
    """Return the episode's own page, for its folder: player, chapters, text, files and sources."""
    groups = passage_groups(read_along(episode))
    return (
        environment()
        .get_template("episode.html")
        .render(
            frame(show),
            root="../../",
            episode=_episode(episode),
            chapters=[_chapter(chapter) for chapter in order_chapters(episode)],
            groups=groups,
            timed=_timed(groups),
            articles=_articles(episode),
            transcripts=_transcripts() if episode.cues else [],
            note=voices_note(episode.voices),
        )
    )


def _timed(groups: Sequence[Group]) -> bool:
    return any(passage.clock for group in groups for passage in group.passages)


def _episode(episode: Episode) -> _EpisodeView:
    published, duration_ms = zoned(episode.published), episode.enclosure.duration_ms
    return _EpisodeView(
        guid=episode.guid,
        title=typeset(one_line(episode.title)) or UNTITLED,
        mp3=quote(episode.enclosure.path),
        date=french_date(published),
        date_iso=published.isoformat(timespec="minutes"),
        duration=french_duration(duration_ms),
        duration_iso=iso_duration(duration_ms),
        duration_s=seconds(duration_ms),
        clock=clock(round(duration_ms, -3)),
        size=french_megabytes(episode.enclosure.length_bytes),
        teaser=typeset(cut(episode.summary or episode.description, TEASER_CHARS)),
        origin=", ".join(dict.fromkeys(filter(None, map(one_line, (episode.author, episode.site))))),
        language=episode.language,
    )


def _chapter(chapter: Chapter) -> _ChapterView:
    title = typeset(one_line(chapter.title)) or UNTITLED
    return _ChapterView(title, clock(chapter.start_ms), seconds(chapter.start_ms))


def _articles(episode: Episode) -> list[_SourceView]:
    """Return the articles, each once: the episode's own, and those of its chapters."""
    found: dict[str, _SourceView] = {}
    if url := web_address(episode.url):
        found[url] = _SourceView(url, typeset(one_line(episode.title)), one_line(episode.site))
    for chapter in order_chapters(episode):
        if url := web_address(chapter.url):
            found.setdefault(url, _SourceView(url, typeset(one_line(chapter.title))))
    return list(found.values())


def _transcripts() -> list[tuple[str, str]]:
    """Return the names and the addresses of the transcripts that stand beside the page."""
    return [(name.rpartition(".")[2].upper(), name) for name in TRANSCRIPTS]
