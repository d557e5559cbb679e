"""One programme to its published episode: whether it is there already, and if not, made and moved in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from speakerine.manuscripts import Manuscript
from speakerine.namesakes import told_apart
from speakerine.plan import Production, Progress, made_from, plan_episode
from speakerine.programme import Programme
from speakerine.publish.addresses import EPISODES
from speakerine.publish.listing import Listing
from speakerine.publish.publication import chapter_pictures, episode_cover, finish_episode
from speakerine.publish.shelf.catalogue import Catalogue
from speakerine.publish.shelf.origins import Origin, StampedFile
from speakerine.publish.shelf.recent import read_episode
from speakerine.publish.shelf.store import choose_slug, commit, staging
from speakerine.spread import Workers
from speakerine.types import Episode, Paragraph


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


@dataclass(frozen=True, slots=True)
class Run:
    """A production with its output folder open.

    `shared` is what `ingredients` gives; `written` says of what each file there was made; `made` are the
    GUIDs of this run's articles, and `taken` the slugs that no other may have; `origins` are to be kept
    when it is over.
    """

    production: Production
    workers: Workers
    catalogue: Catalogue
    shared: str
    written: dict[str, str]
    taken: set[str]
    made: set[str] = field(default_factory=set)
    origins: dict[str, Origin] = field(default_factory=dict)

    def text_of(self, guid: str) -> tuple[Paragraph, ...] | None:
        """The text of the episode of that GUID, or None where there is none."""
        there = self.catalogue.find(guid)
        return self.catalogue.episode(there.slug).paragraphs if there else None


@dataclass(frozen=True, slots=True)
class Task:
    """A programme to be made into the episode of that slug; `before` is what there is of it already.

    `file` is where it comes from, and nothing else can come from there.
    """

    programme: Programme
    published: datetime
    before: Listing | None
    slug: str
    source: str
    file: StampedFile | None

    def source_of(self, fingerprint: str) -> str:
        """What tells that the episode of that fingerprint was made from just this."""
        return f"{self.source} {fingerprint}"


@dataclass(frozen=True, slots=True)
class Produced:
    """An episode finished in the staging folder, and how many clips had to be spoken."""

    episode: Episode
    staged: Path
    spoken: int


def find_unchanged(run: Run, manuscript: Manuscript) -> Outcome | None:
    """That the episode of a file that is as it was is so too; None where its article is to be read."""
    if manuscript.known is None:
        return None
    slug = run.catalogue.origins.slug(manuscript.known)
    if slug is None:
        return None
    run.made.add(manuscript.known.guid)
    return Outcome(Status.UNCHANGED, run.catalogue.folder(slug), 0)


def take_on(run: Run, programme: Programme, file: StampedFile | None) -> Task:
    """What is to be done of one programme, under a GUID and a slug of its own, which are taken then.

    An article that is told apart from others by their texts is read in every run.
    """
    own = told_apart(programme, run.text_of, run.made)
    run.made.add(own.guid)
    before = run.catalogue.find(own.guid)
    published = own.published or (before.published if before else run.production.now)
    slug = choose_slug(run.catalogue, own.guid, published.date(), own.title, run.taken)
    run.taken.add(slug)
    source = made_from(own, published, run.shared)
    return Task(own, published, before, slug, source, file if own is programme else None)


def is_known(run: Run, task: Task) -> bool:
    """Whether the task's episode was made from just this."""
    before = task.before
    return before is not None and run.written.get(_mp3_path(before)) == task.source_of(before.fingerprint)


def produce(
    run: Run, task: Task, stagings: ExitStack, progress: Progress, go_on: Callable[[], None]
) -> Produced | None:
    """The programme's episode in a staging folder, or None where it is published already.

    `go_on` is called all the time, and raises where the run is over.

    Raises:
        EngineError, AudioError, PublishError: its clips stay cached.
    """
    before, show = task.before, run.production.show
    if is_known(run, task):
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
    return Produced(finish_episode(staged, episode, show, cover, pictures), staged, spoken)


def finish(run: Run, task: Task, produced: Produced | None) -> Outcome:
    """Publish what was produced, and keep of what it was made."""
    if produced is not None:
        folder = commit(run.catalogue, produced.staged, produced.episode)
        outcome = Outcome(Status.REPLACED if task.before else Status.MADE, folder, produced.spoken)
        _note_source(run, task, outcome.episode)
        return outcome
    if task.before:
        _note_source(run, task, task.before)
    return Outcome(Status.UNCHANGED, run.catalogue.folder(task.slug), 0)


def _note_source(run: Run, task: Task, episode: Listing | Episode) -> None:
    path, source = _mp3_path(episode), task.source_of(episode.fingerprint)
    if run.written.get(path) != source:
        run.catalogue.note_written(path, source)
        run.written[path] = source
    if task.file:
        record = run.catalogue.origins.record(episode.slug)
        run.origins[episode.guid] = Origin(task.file, episode.guid, record)


def note_origins(run: Run) -> None:
    """Keep which files gave which episodes: at the end, in one go, as nothing but time is lost without it."""
    if run.origins:
        with run.catalogue.at_once():
            run.catalogue.origins.note(run.origins.values())


def _mp3_path(episode: Listing | Episode) -> str:
    return f"{EPISODES}/{episode.slug}/{episode.enclosure.path}"
