"""A show that keeps itself up to date: what its sources have that is new becomes episodes.

What was seen is kept in the output folder, so that a second run asks each source once and no more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from speakerine.errors import PublishError, SourceError, SpeakerineError
from speakerine.manuscripts import Manuscript
from speakerine.pipeline import Outcome, Production, Progress, Status, make_episodes, one_article
from speakerine.programme import Programme
from speakerine.publish.files import write_file
from speakerine.publish.shelf.output_lock import locked
from speakerine.settings import Source
from speakerine.sources.fetch import Fetcher
from speakerine.sources.gather import Found, find_articles, is_address, oldest_first
from speakerine.sources.refusals import PageRefusedError
from speakerine.sources.robots import Robots
from speakerine.types import Article

SEEN = ".seen.json"
"""In the output folder; hidden, so that no server gives it."""

SCHEMA = 1
Check = Callable[[Article, str], object]
"""Raises SourceError where an article is not to be read aloud."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or an article of one, that gave no episode, and why."""

    name: str
    error: SpeakerineError


@dataclass(slots=True)
class Seen:
    """Which articles were looked at already, by identity: how they were then, and in which day's edition."""

    path: Path
    stamps: dict[str, str] = field(default_factory=dict)
    editions: dict[str, str] = field(default_factory=dict)

    def knows(self, found: Found) -> bool:
        """Whether the article was seen as it is now."""
        return self.stamps.get(found.identity) == found.stamp

    def in_earlier_edition(self, found: Found, day: date) -> bool:
        """Whether an edition of another day had the article."""
        return self.editions.get(found.identity, str(day)) != str(day)

    def note(self, *all_found: Found) -> None:
        """Remember the articles as they are now.

        Raises:
            PublishError: the folder cannot be written.
        """
        self.stamps |= {found.identity: found.stamp for found in all_found}
        self._write()

    def note_edition(self, all_found: list[Found], day: date) -> None:
        """Remember which articles the edition of that day was made from.

        Raises:
            PublishError: the folder cannot be written.
        """
        self.editions |= {found.identity: str(day) for found in all_found}
        self._write()

    def _write(self) -> None:
        """Keep what was seen, beside what a run at the same time saw."""
        with locked(self.path.parent, lambda _: None):
            other = read_seen(self.path.parent)
            self.stamps, self.editions = other.stamps | self.stamps, other.editions | self.editions
            told = {"schema": SCHEMA, "seen": self.stamps, "editions": self.editions}
            write_file(self.path, json.dumps(told, ensure_ascii=False, indent=0) + "\n")


def read_seen(output: Path) -> Seen:
    """What earlier runs saw; nothing where there was none.

    Raises:
        PublishError: the file is there and cannot be used.
    """
    path = output / SEEN
    try:
        told = json.loads(path.read_text("utf-8"))
        stamps, editions = dict(told["seen"].items()), dict(told["editions"].items())
    except FileNotFoundError:
        return Seen(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(
            f"{path} cannot be used ({error}): remove it, and every article will be looked at again."
        ) from error
    return Seen(path, stamps, editions)


def find_new(
    sources: tuple[Source, ...], is_new: Callable[[Found], bool], fetcher: Fetcher, robots: Robots
) -> tuple[list[Found], list[Failure]]:
    """What the sources have that is new, oldest first; and the sources that could not be asked."""
    new: dict[str, Found] = {}
    failures = []
    for source in sources:
        try:
            listed = find_articles(source.address, fetcher, kind=source.kind, robots=robots)
        except SourceError as error:
            failures.append(Failure(source.address, error))
            continue
        newest = oldest_first(listed)[-source.limit :] if source.limit else listed
        new |= {found.identity: found for found in newest if is_new(found)}
    return oldest_first(list(new.values())), failures


def read_new(new: list[Found], check: Check) -> tuple[list[tuple[Found, Article]], list[Failure]]:
    """The new articles that can be read, each with what it was found as; and why the others cannot."""
    articles, failures = [], []
    for found in new:
        try:
            article = found.read()
            check(article, found.name)
        except SourceError as error:
            failures.append(Failure(found.name, error))
        else:
            articles.append((found, article))
    return articles, failures


def make_new(
    new: list[Found],
    seen: Seen,
    production: Production,
    check: Check,
    progress: Callable[[Programme], Progress],
) -> Iterator[Outcome | Failure]:
    """An episode of each new article, in order; one that fails does not stop the others.

    Several are made at once, and each is read only when its turn to be begun comes.

    What a site refuses for good is noted as seen, and what fails in passing is tried again next time. An
    article is seen once the feed has its episode: until then another run looks at it again, and speaks
    nothing twice.

    Raises:
        PublishError: the output folder cannot be written, or another run is writing to it.
    """
    looked_at = []
    manuscripts = [Manuscript(partial(_read, found, production, check)) for found in new]
    for became, found in zip(make_episodes(manuscripts, production, progress), new, strict=True):
        if isinstance(became, SpeakerineError):
            if _is_for_good(became, found):
                looked_at.append(found)
            yield Failure(found.name, became)
        else:
            looked_at.append(found)
            if became.status is not Status.UNCHANGED:
                yield became
    if looked_at:
        seen.note(*looked_at)


def _read(found: Found, production: Production, check: Check) -> Programme:
    article = found.read()
    check(article, found.name)
    return one_article(article, production)


def _is_for_good(error: SpeakerineError, found: Found) -> bool:
    """Whether another try would end as this one did, until the source changes."""
    return isinstance(error, PageRefusedError) or (
        isinstance(error, SourceError) and not is_address(found.name)
    )
