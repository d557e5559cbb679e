"""The whole order, in one place: article → script → segments → clips → audio → episode → feed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from speakerine.audio.jingles import load_jingles
from speakerine.audio.master import master
from speakerine.audio.mix import Item, Mix, Spoken, blocks, starts_ms, voice_gains_db
from speakerine.engines.base import engine_version
from speakerine.engines.clips import ClipCache
from speakerine.engines.speaking import speak_all
from speakerine.french import verbalize
from speakerine.publish.addresses import EPISODES, FEED
from speakerine.publish.publication import finish_episode, show_cover, write_feed_and_site
from speakerine.publish.slugs import mp3_name
from speakerine.publish.store import choose_slug, commit, find, load_episodes, open_output, staging
from speakerine.script.compose import compose
from speakerine.script.utterances import Utterance, utterances
from speakerine.spread import Spread, threads
from speakerine.types import (
    Article,
    Chapter,
    Cue,
    Enclosure,
    Episode,
    Jingle,
    ParagraphKind,
    Role,
    Script,
    Segment,
    Show,
    Voice,
)

Progress = Callable[[int, int], None]
"""Called with the characters spoken so far and those there are in all."""


class Status(StrEnum):
    """What became of an article."""

    MADE = "made"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article's episode, where it is, and how many of its clips had to be spoken."""

    status: Status
    episode: Episode
    folder: Path
    spoken: int


@dataclass(frozen=True, slots=True)
class Production:
    """All that making episodes needs beside their articles.

    `jingles` is the folder of a jingle set, or None for none. `now` dates what has no date.
    `spread_over(n)` is a map that does n pieces of work at once. `warn` is told in a sentence what is
    wrong with the output folder but stops nothing.
    """

    show: Show
    output: Path
    cache: Path
    voices: Mapping[Role, Voice]
    jingles: Path | None
    now: datetime
    spread_over: Callable[[int], Spread] = threads
    warn: Callable[[str], None] = lambda _: None

    @property
    def clips(self) -> ClipCache:
        """Where clips are kept."""
        return ClipCache(self.cache / "clips")

    @property
    def credits(self) -> tuple[str, ...]:
        """The voices' names, each once."""
        return tuple(dict.fromkeys(voice.credit for voice in self.voices.values()))


@dataclass(frozen=True, slots=True)
class Plan:
    """An article, when it is published, what is said of it, and what decides how it sounds."""

    article: Article
    published: datetime
    script: Script
    items: tuple[Utterance | Jingle, ...]
    segments: tuple[Segment, ...]
    fingerprint: str


def write_script(article: Article, production: Production) -> Script:
    """What will be said."""
    return compose(article, production.credits, jingles=production.jingles is not None)


@contextmanager
def publishing(production: Production) -> Iterator[Callable[[Article, Progress], Outcome]]:
    """Keep other runs out of the output folder, make episodes, and write the feed and the pages at the end.

    The feed is written even when an article failed: it holds those that came out.

    Raises:
        PublishError: the folder cannot be written, or another run is writing to it.
    """
    with open_output(production.output):
        try:
            yield lambda article, progress: make_episode(article, production, progress)
        finally:
            publish(production)


def publish(production: Production) -> None:
    """Write the feed, the pages and the cover from the episodes there are."""
    episodes = load_episodes(production.output, production.warn)
    if not episodes and not (production.output / FEED).exists():
        return
    write_feed_and_site(production.output, production.show, episodes, production.show.base_url)


def make_episode(article: Article, production: Production, progress: Progress) -> Outcome:
    """The article's episode in the output folder: made, replaced because it changed, or there already.

    Raises:
        EngineError, AudioError, PublishError: nothing of it is published; its clips stay cached.
    """
    before = find(production.output, article.guid)
    published = article.published or (before.published if before else production.now)
    plan = plan_episode(article, published, production)
    if before and before.fingerprint == plan.fingerprint:
        return Outcome(Status.UNCHANGED, before, _folder(production, before), 0)
    spoken = speak_all(plan.segments, production.clips, production.spread_over, production.cache, progress)
    with staging(production.output) as staged:
        episode = _master(plan, production, staged)
        episode = finish_episode(staged, episode, production.show, show_cover(production.show))
        folder = commit(production.output, staged, episode)
    return Outcome(Status.REPLACED if before else Status.MADE, episode, folder, spoken)


def plan_episode(article: Article, published: datetime, production: Production) -> Plan:
    """What is said of the article, cut for the engines; nothing is spoken yet."""
    script = write_script(article, production)
    items = utterances(script, production.voices)
    versions = {voice: engine_version(voice) for voice in dict.fromkeys(production.voices.values())}
    segments = tuple(Segment(u.spoken, u.voice, versions[u.voice]) for u in items if isinstance(u, Utterance))
    fingerprint = _fingerprint(article, published, items, segments, production)
    return Plan(article, published, script, items, segments, fingerprint)


def say(text: str, path: Path, production: Production) -> str:
    """Say one text into an MP3 or WAV file, levelled as an episode is; the text as spoken.

    Raises:
        EngineError, AudioError: it cannot be said, or the file cannot be written.
    """
    spoken = verbalize(text)
    voice = production.voices[Role.READER]
    segment = Segment(spoken, voice, engine_version(voice))
    speak_all(
        [segment], production.clips, production.spread_over, production.cache, lambda _done, _total: None
    )
    item = _spoken(Utterance(voice, text, spoken, 0), segment, production.clips)
    rate_hz = production.show.mastering.sample_rate_hz
    mix = Mix((item,), {}, voice_gains_db([item], production.clips.sound), rate_hz)
    master(lambda: blocks(mix, production.clips.sound), path, production.show.mastering)
    return spoken


def _folder(production: Production, episode: Episode) -> Path:
    return production.output / EPISODES / episode.slug


def _fingerprint(
    article: Article,
    published: datetime,
    items: tuple[Utterance | Jingle, ...],
    segments: tuple[Segment, ...],
    production: Production,
) -> str:
    """A hash of all that decides the episode: words, voices, jingles, level, and what its tags say."""
    show = production.show
    jingles = sorted(production.jingles.iterdir()) if production.jingles else []
    parts = [
        [segment.key for segment in segments],
        [item if isinstance(item, Jingle) else [item.written, item.pause_after_ms] for item in items],
        [hashlib.sha256(path.read_bytes()).hexdigest() for path in jingles if path.is_file()],
        [asdict(show.mastering), show.title, show.author, show.language, production.credits],
        [published.isoformat(), article.url, article.image, article.site],
        hashlib.sha256(show.cover.read_bytes()).hexdigest() if show.cover and show.cover.is_file() else "",
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _mix(plan: Plan, production: Production) -> Mix:
    """The programme, ready to be heard."""
    keys = iter(plan.segments)
    items = tuple(
        i if isinstance(i, Jingle) else _spoken(i, next(keys), production.clips) for i in plan.items
    )
    rate_hz = production.show.mastering.sample_rate_hz
    jingles = load_jingles(production.jingles, rate_hz) if production.jingles else {}
    return Mix(items, jingles, voice_gains_db(items, production.clips.sound), rate_hz)


def _spoken(utterance: Utterance, segment: Segment, clips: ClipCache) -> Item:
    sound = clips.sound(segment.key)
    return Spoken(
        segment.key, utterance.voice.name, sound.sample_count, sound.sample_rate_hz, utterance.pause_after_ms
    )


def _master(plan: Plan, production: Production, staged: Path) -> Episode:
    """The finished MP3 in the staging folder, and the episode's record as far as sound decides it."""
    mix = _mix(plan, production)
    times_ms, duration_ms = starts_ms(mix)
    article = plan.article
    slug = choose_slug(production.output, article.guid, plan.published.date(), article.title)
    name = mp3_name(slug)
    loudness = master(lambda: blocks(mix, production.clips.sound), staged / name, production.show.mastering)
    said = [item for item in plan.items if isinstance(item, Utterance)]
    cues = tuple(
        Cue(start, end, u.written, u.voice.credit) for (start, end), u in zip(times_ms, said, strict=True)
    )
    return Episode(
        guid=article.guid,
        slug=slug,
        title=article.title,
        published=plan.published,
        enclosure=Enclosure(name, (staged / name).stat().st_size, duration_ms),
        description=article.lead or next((p.text for p in article.paragraphs), article.title),
        author=article.byline,
        url=article.url,
        site=article.site,
        image=article.image,
        language=article.language,
        chapters=_chapters(article, cues),
        cues=cues,
        paragraphs=article.paragraphs,
        voices=production.credits,
        engines=tuple(dict.fromkeys(segment.engine_version for segment in plan.segments)),
        loudness=loudness,
        word_count=article.word_count,
        fingerprint=plan.fingerprint,
    )


def _chapters(article: Article, cues: tuple[Cue, ...]) -> tuple[Chapter, ...]:
    """The article's beginning, and each of its headings where it is said; none where it has no heading."""
    headings = [p.text for p in article.paragraphs if p.kind is ParagraphKind.HEADING]
    if not headings:
        return ()
    chapters = [Chapter(0, article.title, article.url, article.image)]
    said = iter(cues)
    for heading in headings:
        cue = next((cue for cue in said if cue.text.strip() == heading.strip()), None)
        if cue is not None:
            chapters.append(Chapter(cue.start_ms, heading, article.url))
    return tuple(chapters)
