"""One episode: its record, its MP3 and the files beside it, opened and held to their rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from speakerine.inspecting.chapter_rules import CHAPTERS_FILE, ChaptersFile
from speakerine.inspecting.cover_rules import COVER, READABLE_COVER, read_cover
from speakerine.inspecting.feed_items import Known, known
from speakerine.inspecting.folder_rules import FILE
from speakerine.inspecting.markup import parse_html
from speakerine.inspecting.measures import Measures, measures
from speakerine.inspecting.mp3_rules import MP3, MP3_READABLE, read_mp3
from speakerine.inspecting.opened import Opened, open_text, parse_json
from speakerine.inspecting.page_rules import PAGE
from speakerine.inspecting.pages import Page, Site
from speakerine.inspecting.record_rules import AGAIN, FOLDER, RECORD_RULES, has_sane_values
from speakerine.inspecting.records import read_folder
from speakerine.inspecting.sound_rules import SOUND, listen
from speakerine.inspecting.tag_chapter_rules import TAG_CHAPTERS
from speakerine.inspecting.tag_rules import TAG, TAG_READABLE
from speakerine.inspecting.tags import read_tag
from speakerine.inspecting.transcript_rules import TRANSCRIPT, Transcripts
from speakerine.publish.addresses import CHAPTERS, EPISODES, INDEX, TRANSCRIPTS
from speakerine.publish.addresses import COVER as COVER_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speakerine.audio.overview import Overview
    from speakerine.inspecting.findings import Finding
    from speakerine.inspecting.mp3_rules import Mp3
    from speakerine.settings import Show
    from speakerine.types import Episode


@dataclass(frozen=True, slots=True)
class Inspected:
    """An episode: its record, what is heard in it, what that measures, and what is wrong with it.

    `known` is None where the record cannot be read. `heard` and `measures` are None where the MP3 cannot,
    or where nobody listened to it.
    """

    slug: str
    episode: Episode | None
    known: Known | None
    heard: Overview | None
    measures: Measures | None
    findings: tuple[Finding, ...]


def inspect_folder(site: Site, slug: str, show: Show, columns: int) -> Inspected:
    """The episode in that folder; what is heard is drawn into so many columns, 0 to hear nothing."""
    path = site.output / EPISODES / slug
    folder = read_folder(path)
    findings = list(FOLDER.findings(folder, slug))
    episode = folder.episode
    if episode is None or not has_sane_values(episode):
        return Inspected(slug, None, None, None, None, tuple(findings))
    findings += RECORD_RULES.findings(episode, slug)
    findings += _companions(path, episode)
    findings += _cover(path)
    findings += _page(site, slug, episode)
    heard, sound_findings = _mp3(path, episode, show, columns)
    findings += sound_findings
    measured = measures(episode, heard) if heard else None
    return Inspected(slug, episode, known(slug, episode), heard, measured, tuple(findings))


def _companions(folder: Path, episode: Episode) -> Iterator[Finding]:
    """What is wrong with the transcripts and with chapters.json."""
    opened = {name: open_text(folder / name) for name in (*TRANSCRIPTS, CHAPTERS)}
    parsed = {name: parse_json(opened[name]) for name in ("transcript.json", CHAPTERS)}
    for one in (
        {**opened, **{name: Opened(name, fault=json.fault) for name, json in parsed.items()}}
    ).values():
        yield from FILE.findings(one, folder.name)
    vtt, srt, html = (_text(opened[f"transcript.{ending}"]) for ending in ("vtt", "srt", "html"))
    transcripts = Transcripts(episode, vtt, srt, parsed["transcript.json"].value, html)
    yield from TRANSCRIPT.findings(transcripts, folder.name)
    if not parsed[CHAPTERS].fault:
        chapters = ChaptersFile(episode, parsed[CHAPTERS].value)
        missing = tuple(name for name in _pictures(chapters, folder.name) if not (folder / name).exists())
        yield from CHAPTERS_FILE.findings(replace(chapters, missing=missing), folder.name)


def _text(opened: Opened) -> str | None:
    return None if opened.fault else opened.text


def _pictures(chapters: ChaptersFile, slug: str) -> set[str]:
    """The names of the pictures in the episode's own folder that its chapters lead to."""
    marker = f"/{EPISODES}/{slug}/"
    return {one.image.rpartition(marker)[2] for one in chapters.told if marker in one.image}


def _cover(folder: Path) -> Iterator[Finding]:
    cover = read_cover(folder / COVER_FILE)
    yield from READABLE_COVER.findings(cover, folder.name, AGAIN)
    if not cover.fault:
        yield from COVER.findings(cover, folder.name, AGAIN)


def _page(site: Site, slug: str, episode: Episode) -> Iterator[Finding]:
    path = f"{EPISODES}/{slug}/{INDEX}"
    return inspect_page(site, path, slug, episode.enclosure.path)


def inspect_page(site: Site, path: str, where: str, mp3: str = "") -> Iterator[Finding]:
    """What is wrong with the page; `mp3` is the name of the episode's sound where it is an episode's own."""
    opened = open_text(site.output / path)
    tree = None if opened.fault else parse_html(opened.text)
    if tree is None:
        fault = opened.fault or "is no HTML that can be read"
        yield from FILE.findings(Opened(opened.name, fault=fault), where)
        return
    yield from PAGE.findings(Page(path, opened.text, tree, site, mp3), where)


def _mp3(
    folder: Path, episode: Episode, show: Show, columns: int
) -> tuple[Overview | None, Iterator[Finding]]:
    path, slug = folder / episode.enclosure.path, folder.name
    mp3 = read_mp3(path, episode)
    if mp3.fault:
        return None, MP3_READABLE.findings(mp3, slug)
    sound = listen(path, mp3, show.mastering, columns) if columns else None
    heard = sound.heard if sound else None
    held = (MP3.findings(mp3, slug), _tag(path, mp3, show), SOUND.findings(sound, slug) if sound else ())
    return heard, chain.from_iterable(held)


def _tag(path: Path, mp3: Mp3, show: Show) -> Iterator[Finding]:
    tag, slug = read_tag(path, mp3.episode, show), path.parent.name
    yield from TAG_READABLE.findings(tag, slug)
    if not tag.fault:
        yield from TAG.findings(tag, slug)
        yield from TAG_CHAPTERS.findings(tag, slug)
