"""The whole order, in one place: article → script → segments → clips → audio → episode → feed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from speakerine.audio.jingles import load_jingles
from speakerine.audio.master import master
from speakerine.audio.mix import Item, Mix, Spoken, blocks, starts_ms, voice_gains_db
from speakerine.audio.pieces import Sound
from speakerine.engines.base import engine_version
from speakerine.engines.clips import ClipCache
from speakerine.engines.speaking import speak_all
from speakerine.french import region_of, verbalize
from speakerine.french.lexicon import Lexicon, shipped_lexicon
from speakerine.programme import Programme, article_programme, chapters, edition_programme
from speakerine.publish.addresses import FEED
from speakerine.publish.catalogue import Catalogue
from speakerine.publish.podcast import MANY_PIECES, write_podcast
from speakerine.publish.publication import chapter_pictures, episode_cover, finish_episode
from speakerine.publish.slugs import mp3_name
from speakerine.publish.store import choose_slug, commit, open_output, staging
from speakerine.script.cast import Cast
from speakerine.script.selection import Left
from speakerine.script.template import Frame, shipped_frame
from speakerine.script.utterances import Utterance, utterances
from speakerine.settings import Show
from speakerine.spread import Spread, cores, processes, threads
from speakerine.types import Article, Cue, Enclosure, Episode, Jingle, Role, Segment

Progress = Callable[[int, int], None]
"""Called with the characters spoken so far and those there are in all."""


class Status(StrEnum):
    """What became of a programme."""

    MADE = "made"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A programme's episode, where it is, and how many of its clips had to be spoken."""

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
    cast: Cast
    jingles: Path | None
    now: datetime
    frame: Frame = field(default_factory=shipped_frame)
    lexicon: Lexicon = field(default_factory=shipped_lexicon)
    spread_over: Callable[[int], Spread] = threads
    warn: Callable[[str], None] = lambda _: None

    @property
    def clips(self) -> ClipCache:
        """Where clips are kept."""
        return ClipCache(self.cache / "clips")


@dataclass(frozen=True, slots=True)
class Plan:
    """A programme, when it is published, what is said in it, and what decides how it sounds."""

    programme: Programme
    published: datetime
    items: tuple[Utterance | Jingle, ...]
    segments: tuple[Segment, ...]
    fingerprint: str


def one_article(article: Article, production: Production) -> Programme:
    """The programme of one article."""
    jingles = production.jingles is not None
    return article_programme(article, production.frame, production.show, production.cast, jingles=jingles)


def edition(
    articles: Sequence[Article], date: datetime, production: Production
) -> tuple[Programme, tuple[Left, ...]]:
    """The edition of that day, and the articles that were left out of it.

    Raises:
        ConfigError, SourceError: see `edition_programme`.
    """
    jingles = production.jingles is not None
    return edition_programme(
        articles, production.frame, production.show, date, production.cast, jingles=jingles
    )


@contextmanager
def publishing(production: Production) -> Iterator[Callable[[Programme, Progress], Outcome]]:
    """Keep other runs out of the output folder, make episodes, and write the feed and the pages at the end.

    The cache of clips is then brought under its limit: not before, so that no clip goes that is needed.

    The feed is written even when an article failed: it holds those that came out.

    Raises:
        PublishError: the folder cannot be written, or another run is writing to it.
    """
    with open_output(production.output, production.warn) as catalogue:
        try:
            yield lambda programme, progress: make_episode(programme, production, catalogue, progress)
        finally:
            publish(production, catalogue)
            production.clips.prune()


def publish(production: Production, catalogue: Catalogue) -> None:
    """Write the feed, the pages and the cover from the episodes there are."""
    if not catalogue.oldest_first() and not (production.output / FEED).exists():
        return
    write_podcast(catalogue, production.show, spread=processes(cores(), worth=MANY_PIECES))


def make_episode(
    programme: Programme, production: Production, catalogue: Catalogue, progress: Progress
) -> Outcome:
    """The programme's episode in the output folder: made, replaced because it changed, or there already.

    Raises:
        EngineError, AudioError, PublishError: nothing of it is published; its clips stay cached.
    """
    before = catalogue.find(programme.guid)
    published = programme.published or (before.published if before else production.now)
    plan = plan_episode(programme, published, production)
    if before and before.fingerprint == plan.fingerprint:
        return Outcome(Status.UNCHANGED, catalogue.episode(before.slug), catalogue.folder(before.slug), 0)
    jingles = _jingles(production)  # before hours of speech, so that a bad one is told at once
    spoken = speak_all(plan.segments, production.clips, production.spread_over, production.cache, progress)
    with staging(production.output) as staged:
        slug = choose_slug(catalogue, programme.guid, published.date(), programme.title)
        episode = _master(plan, _mix(plan, production, jingles), production, staged, slug)
        cover, pictures = episode_cover(episode, production.show), chapter_pictures(episode, production.show)
        episode = finish_episode(staged, episode, production.show, cover, pictures)
        folder = commit(catalogue, staged, episode)
    return Outcome(Status.REPLACED if before else Status.MADE, episode, folder, spoken)


def plan_episode(programme: Programme, published: datetime, production: Production) -> Plan:
    """What is said in the programme, cut for the engines; nothing is spoken yet."""
    items = utterances(programme.script, production.cast)
    versions = {voice: engine_version(voice) for voice in production.cast.voices}
    segments = tuple(
        _segment(u, versions[u.voice], production.lexicon) for u in items if isinstance(u, Utterance)
    )
    fingerprint = _fingerprint(programme, published, items, segments, production)
    return Plan(programme, published, items, segments, fingerprint)


def say(text: str, path: Path, production: Production) -> str:
    """Say one text into an MP3 or WAV file, levelled as an episode is; the text as spoken.

    Raises:
        EngineError, AudioError: it cannot be said, or the file cannot be written.
    """
    spoken = verbalize(text, region=region_of(production.show.language))
    voice = production.cast.voice(Role.READER)
    utterance = Utterance(voice, text, spoken, 0)
    segment = _segment(utterance, engine_version(voice), production.lexicon)
    speak_all(
        [segment], production.clips, production.spread_over, production.cache, lambda _done, _total: None
    )
    item = _spoken(utterance, segment, production.clips)
    rate_hz = production.show.mastering.sample_rate_hz
    mix = Mix((item,), {}, voice_gains_db([item], production.clips.sound), rate_hz)
    master(lambda: blocks(mix, production.clips.sound), path, production.show.mastering)
    return spoken


def _segment(utterance: Utterance, version: str, lexicon: Lexicon) -> Segment:
    """The words as the voice's engine is to be given them."""
    voice = utterance.voice
    return Segment(lexicon.prepare(utterance.spoken, voice.engine), voice, version)


def _fingerprint(
    programme: Programme,
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
        [i if isinstance(i, Jingle) else [i.written, i.pause_after_ms, i.chapter] for i in items],
        [hashlib.sha256(path.read_bytes()).hexdigest() for path in jingles if path.is_file()],
        [asdict(show.mastering), show.title, show.author, show.language, programme.voices],
        [published.isoformat(), programme.title, programme.description, programme.author],
        [[article.url, article.image, article.site] for article in programme.script.articles],
        hashlib.sha256(show.cover.read_bytes()).hexdigest() if show.cover and show.cover.is_file() else "",
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _jingles(production: Production) -> dict[Jingle, Sound]:
    if production.jingles is None:
        return {}
    wanted = production.show.mastering
    return load_jingles(production.jingles, wanted.sample_rate_hz, wanted.max_channels)


def _mix(plan: Plan, production: Production, jingles: Mapping[Jingle, Sound]) -> Mix:
    """The programme, ready to be heard."""
    keys = iter(plan.segments)
    items = tuple(
        i if isinstance(i, Jingle) else _spoken(i, next(keys), production.clips) for i in plan.items
    )
    rate_hz = production.show.mastering.sample_rate_hz
    return Mix(items, jingles, voice_gains_db(items, production.clips.sound), rate_hz)


def _spoken(utterance: Utterance, segment: Segment, clips: ClipCache) -> Item:
    sound = clips.sound(segment.key)
    return Spoken(
        segment.key, utterance.voice.name, sound.sample_count, sound.sample_rate_hz, utterance.pause_after_ms
    )


def _master(plan: Plan, mix: Mix, production: Production, staged: Path, slug: str) -> Episode:
    """The finished MP3 in the staging folder, and the episode's record as far as sound decides it."""
    times_ms, _ = starts_ms(mix)
    programme = plan.programme
    name = mp3_name(slug)
    wanted = production.show.mastering
    mastered = master(
        lambda: blocks(mix, production.clips.sound), staged / name, wanted, channels=mix.channels
    )
    said = [item for item in plan.items if isinstance(item, Utterance)]
    cues = tuple(
        Cue(start, end, u.written, u.voice.credit) for (start, end), u in zip(times_ms, said, strict=True)
    )
    return Episode(
        guid=programme.guid,
        slug=slug,
        title=programme.title,
        published=plan.published,
        enclosure=Enclosure(name, (staged / name).stat().st_size, mastered.duration_ms),
        description=programme.description,
        author=programme.author,
        url=programme.url,
        site=programme.site,
        image=programme.image,
        language=programme.language,
        chapters=chapters(programme.script.articles, said, cues),
        cues=cues,
        paragraphs=programme.paragraphs,
        voices=programme.voices,
        engines=tuple(dict.fromkeys(segment.engine_version for segment in plan.segments)),
        loudness=mastered.loudness,
        word_count=programme.word_count,
        fingerprint=plan.fingerprint,
    )
