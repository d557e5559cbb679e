"""The whole order, in one place: article → script → segments → clips → audio → episode → feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import partial

from speakerine.errors import SpeakerineError
from speakerine.making import (
    Outcome,
    Produced,
    Run,
    Status,
    Task,
    find_unchanged,
    finish,
    is_known,
    note_origins,
    produce,
    take_on,
)
from speakerine.manuscripts import Manuscript
from speakerine.plan import Production, Progress, ingredients
from speakerine.programme import Programme, article_programme, edition_programme
from speakerine.publish.addresses import FEED
from speakerine.publish.podcast import MANY_PIECES, write_podcast
from speakerine.publish.shelf.catalogue import Catalogue
from speakerine.publish.shelf.store import open_output
from speakerine.script.selection import Left
from speakerine.spread import cores, processes
from speakerine.turns import Turns
from speakerine.types import Article

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
    with _open(production) as run:

        def make(programme: Programme, progress: Progress) -> Outcome:
            task = take_on(run, programme, None)
            with ExitStack() as stagings:
                return finish(run, task, produce(run, task, stagings, progress, lambda: None))

        yield make


def make_episodes(
    manuscripts: Sequence[Manuscript], production: Production, progress: Callable[[Programme], Progress]
) -> Iterator[Outcome | SpeakerineError]:
    """What becomes of each manuscript, in order; several are made at once, and one that fails stops no other.

    Each is read when its turn to be begun comes, in this thread, and published in this thread too.

    Raises:
        PublishError: see `publishing`.
    """
    at_once = min(cores(), len(manuscripts))
    with (
        _open(production) as run,
        ExitStack() as stagings,
        Turns[Outcome | SpeakerineError](at_once) as turns,
    ):
        for manuscript in manuscripts:
            if manuscript.known:  # a second of one GUID is to find the first published
                yield from turns.before(manuscript.known.guid)
            handed_in = find_unchanged(run, manuscript) or _read(manuscript)
            if isinstance(handed_in, Programme):
                guid = handed_in.guid  # before it is told apart from others, which are to be published too
                yield from turns.before(guid)
                task = take_on(run, handed_in, manuscript.file)
                if is_known(run, task):
                    turns.settle(_finished(run, task, None))
                else:
                    make = partial(_made, run, task, turns, stagings, progress)
                    turns.begin(guid, make, partial(_finished, run, task))
            else:
                turns.settle(handed_in)
            yield from turns.due()
        yield from turns.rest()


@contextmanager
def _open(production: Production) -> Iterator[Run]:
    with open_output(production.output, production.warn) as catalogue:
        try:
            with production.open_workers() as workers:
                run = Run(
                    production,
                    workers,
                    catalogue,
                    ingredients(production),
                    catalogue.written(),
                    set(catalogue.owners()),
                )
                try:
                    yield run
                finally:
                    note_origins(run)
        finally:
            publish(production, catalogue)
            production.clips.prune()


def publish(production: Production, catalogue: Catalogue) -> None:
    """Write the feed, the pages and the cover from the episodes there are."""
    if not catalogue.oldest_first() and not (production.output / FEED).exists():
        return
    write_podcast(catalogue, production.show, spread=processes(cores(), worth=MANY_PIECES))


def _read(manuscript: Manuscript) -> Programme | SpeakerineError:
    try:
        return manuscript.read()
    except SpeakerineError as error:
        return error


def _made(
    run: Run,
    task: Task,
    turns: Turns[Outcome | SpeakerineError],
    stagings: ExitStack,
    progress: Callable[[Programme], Progress],
) -> Produced | SpeakerineError | None:
    try:
        return produce(run, task, stagings, progress(task.programme), turns.go_on)
    except SpeakerineError as error:
        return error


def _finished(run: Run, task: Task, produced: Produced | SpeakerineError | None) -> Outcome | SpeakerineError:
    if isinstance(produced, SpeakerineError):
        return produced
    try:
        return finish(run, task, produced)
    except SpeakerineError as error:
        return error
