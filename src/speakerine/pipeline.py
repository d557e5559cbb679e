"""The whole order, in one place: article → script → segments → clips → audio → episode → feed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from speakerine.errors import SpeakerineError
from speakerine.namesakes import told_apart
from speakerine.plan import Production, Progress, ingredients, made_from, plan_episode
from speakerine.programme import Programme, article_programme, edition_programme
from speakerine.publish.addresses import EPISODES, FEED
from speakerine.publish.listing import Listing
from speakerine.publish.podcast import MANY_PIECES, write_podcast
from speakerine.publish.publication import chapter_pictures, episode_cover, finish_episode
from speakerine.publish.shelf.catalogue import Catalogue
from speakerine.publish.shelf.recent import read_episode
from speakerine.publish.shelf.store import choose_slug, commit, open_output, staging
from speakerine.script.selection import Left
from speakerine.spread import Workers, cores, processes
from speakerine.types import Article, Episode, Paragraph

__all__ = [
    "Outcome",
    "Production",
    "Progress",
    "Status",
    "edition",
    "make_episodes",
    "one_article",
    "publishing",
]


class Status(StrEnum):
    """What became of a programme."""

    MADE = "made"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a programme, where its episode is, and how many of its clips had to be spoken."""

    status: Status
    folder: Path
    spoken: int

    @property
    def episode(self) -> Episode:
        """The episode, as its record has it.

        Raises:
            PublishError: the record cannot be read any more.
        """
        return read_episode(self.folder)


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


class _StoppedError(Exception):
    """Ends what other threads are doing when the run is over before them."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A production with its output folder open.

    `shared` is what `ingredients` gives; `written` says of what each file there was made; `made` are the
    GUIDs of this run's articles.
    """

    production: Production
    workers: Workers
    catalogue: Catalogue
    shared: str
    written: dict[str, str]
    made: set[str] = field(default_factory=set)

    def text_of(self, guid: str) -> tuple[Paragraph, ...] | None:
        """The text of the episode of that GUID, or None where there is none."""
        there = self.catalogue.find(guid)
        return self.catalogue.episode(there.slug).paragraphs if there else None


@dataclass(frozen=True, slots=True)
class _Task:
    """A programme to be made into the episode of that slug; `before` is what there is of it already."""

    programme: Programme
    published: datetime
    before: Listing | None
    slug: str
    source: str

    def source_of(self, fingerprint: str) -> str:
        """What tells that the episode of that fingerprint was made from just this."""
        return f"{self.source} {fingerprint}"


@dataclass(frozen=True, slots=True)
class _Produced:
    """An episode finished in the staging folder, and how many clips had to be spoken."""

    episode: Episode
    staged: Path
    spoken: int


@contextmanager
def publishing(production: Production) -> Iterator[Callable[[Programme, Progress], Outcome]]:
    """Keep other runs out of the output folder, make episodes, and write the feed and the pages at the end.

    The cache of clips is then brought under its limit: not before, so that no clip goes that is needed.

    The feed is written even when an article failed: it holds those that came out.

    Raises:
        PublishError: the folder cannot be written, or another run is writing to it.
    """
    with _open(production) as run:

        def make(programme: Programme, progress: Progress) -> Outcome:
            (task,) = _tasks(run, [programme])
            with ExitStack() as stagings:
                return _finish(run, task, _produce(run, task, stagings, progress, lambda: None))

        yield make


def make_episodes(
    programmes: Sequence[Programme], production: Production, progress: Callable[[Programme], Progress]
) -> Iterator[Outcome | SpeakerineError]:
    """What becomes of each programme, in order; several are made at once, and one that fails stops no other.

    Raises:
        PublishError: see `publishing`.
    """
    with _open(production) as run:
        for batch in _without_repeats(programmes):
            yield from _make_at_once(run, batch, progress)


@contextmanager
def _open(production: Production) -> Iterator[_Run]:
    with open_output(production.output, production.warn) as catalogue:
        try:
            with production.open_workers() as workers:
                yield _Run(production, workers, catalogue, ingredients(production), catalogue.written())
        finally:
            publish(production, catalogue)
            production.clips.prune()


def publish(production: Production, catalogue: Catalogue) -> None:
    """Write the feed, the pages and the cover from the episodes there are."""
    if not catalogue.oldest_first() and not (production.output / FEED).exists():
        return
    write_podcast(catalogue, production.show, spread=processes(cores(), worth=MANY_PIECES))


def _without_repeats(programmes: Sequence[Programme]) -> Iterator[list[Programme]]:
    """The programmes cut where a GUID comes again, whose second is to find the first one published."""
    batch: dict[str, Programme] = {}
    for programme in programmes:
        if programme.guid in batch:
            yield list(batch.values())
            batch = {}
        batch[programme.guid] = programme
    yield list(batch.values())


def _make_at_once(
    run: _Run, programmes: Sequence[Programme], progress: Callable[[Programme], Progress]
) -> Iterator[Outcome | SpeakerineError]:
    """The programmes' outcomes; each is committed in its turn, in this thread."""
    stopped = threading.Event()

    def go_on() -> None:
        if stopped.is_set():
            raise _StoppedError

    def produce(task: _Task) -> _Produced | SpeakerineError | None:
        try:
            return _produce(run, task, stagings, progress(task.programme), go_on)
        except SpeakerineError as error:
            return error

    tasks = _tasks(run, programmes)
    with ExitStack() as stagings:
        if len(tasks) == 1:
            yield _outcome(run, tasks[0], produce(tasks[0]))
            return
        pool = ThreadPoolExecutor(cores(), thread_name_prefix="speakerine")
        try:
            for task, produced in zip(tasks, pool.map(produce, tasks), strict=True):
                yield _outcome(run, task, produced)
        finally:
            stopped.set()
            pool.shutdown(cancel_futures=True)


def _outcome(
    run: _Run, task: _Task, produced: _Produced | SpeakerineError | None
) -> Outcome | SpeakerineError:
    if isinstance(produced, SpeakerineError):
        return produced
    try:
        return _finish(run, task, produced)
    except SpeakerineError as error:
        return error


def _tasks(run: _Run, programmes: Sequence[Programme]) -> list[_Task]:
    """What is to be done, each with a GUID and a slug of its own."""
    taken = set(run.catalogue.owners())
    tasks = []
    for programme in programmes:
        own = told_apart(programme, run.text_of, run.made)
        run.made.add(own.guid)
        tasks.append(_task(run, own, taken))
    return tasks


def _task(run: _Run, programme: Programme, taken: set[str]) -> _Task:
    """What is to be done of one programme; its slug is taken then."""
    before = run.catalogue.find(programme.guid)
    published = programme.published or (before.published if before else run.production.now)
    slug = choose_slug(run.catalogue, programme.guid, published.date(), programme.title, taken)
    taken.add(slug)
    return _Task(programme, published, before, slug, made_from(programme, published, run.shared))


def _produce(
    run: _Run, task: _Task, stagings: ExitStack, progress: Progress, go_on: Callable[[], None]
) -> _Produced | None:
    """The programme's episode in a staging folder, or None where it is published already.

    `go_on` is called all the time, and raises where the run is over.

    Raises:
        EngineError, AudioError, PublishError: its clips stay cached.
    """
    before, show = task.before, run.production.show
    if before and run.written.get(_mp3_path(before)) == task.source_of(before.fingerprint):
        return None
    plan = plan_episode(task.programme, task.published, run.production)
    if before and before.fingerprint == plan.fingerprint:
        return None
    from speakerine.recording import record_episode  # where nothing changed, no sound is needed

    staged = stagings.enter_context(staging(run.production.output))
    episode, spoken = record_episode(
        plan, run.production, staged, task.slug, workers=run.workers, progress=progress, go_on=go_on
    )
    cover, pictures = episode_cover(episode, show), chapter_pictures(episode, show)
    return _Produced(finish_episode(staged, episode, show, cover, pictures), staged, spoken)


def _finish(run: _Run, task: _Task, produced: _Produced | None) -> Outcome:
    """Publish what was produced, and keep of what it was made."""
    if produced is not None:
        folder = commit(run.catalogue, produced.staged, produced.episode)
        outcome = Outcome(Status.REPLACED if task.before else Status.MADE, folder, produced.spoken)
        _note_source(run, task, outcome.episode)
        return outcome
    if task.before:
        _note_source(run, task, task.before)
    return Outcome(Status.UNCHANGED, run.catalogue.folder(task.slug), 0)


def _note_source(run: _Run, task: _Task, episode: Listing | Episode) -> None:
    path, source = _mp3_path(episode), task.source_of(episode.fingerprint)
    if run.written.get(path) != source:
        run.catalogue.note_written(path, source)
        run.written[path] = source


def _mp3_path(episode: Listing | Episode) -> str:
    return f"{EPISODES}/{episode.slug}/{episode.enclosure.path}"
