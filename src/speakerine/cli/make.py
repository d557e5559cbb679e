"""`speakerine make`: an episode of each article."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache as cache_once
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options, summary
from speakerine.cli.failures import tell
from speakerine.cli.reading import doubts, open_fetcher, take_each
from speakerine.errors import SpeakerineError

if TYPE_CHECKING:
    from speakerine.manuscripts import Manuscript
    from speakerine.pipeline import Outcome, Production
    from speakerine.programme import Programme
    from speakerine.sources.gather import Found
    from speakerine.types import Article

EPILOG = """\b
Examples:
  speakerine make article.txt
  xclip -o | speakerine make -              a page copied from the browser
  speakerine make *.txt --voice lucien
  speakerine make https://exemple.fr/un-article
  speakerine make page.html --date 2025-05-12 --title "Le marché de nuit"
"""


@click.command("make", epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--title", help="The article's title, where the page's is not the right one.")
@click.option("--author", help="The article's byline, as it is to be said.")
@click.option(
    "--date", "date_text", metavar="DATE", help="When it was published: 2025-05-12 or 2025-05-12T18:30."
)
@options.newest_option
@options.making_options
def command(
    *,
    sources: tuple[str, ...],
    voice_name: str | None,
    title: str | None,
    author: str | None,
    date_text: str | None,
    output: Path,
    show_path: Path | None,
    cache: Path | None,
    no_jingles: bool,
    limit: int,
    allow_private: bool,
    force: bool,
    quiet: bool,
) -> None:
    """Make an episode of each SOURCE: a text, Markdown or HTML file, a folder, an address, a feed, or -.

    The text may be a whole page, pasted with its menus and its advertisements: the article is found in it. An
    article that has its episode already is not spoken again; one that was edited replaces its episode.
    """
    if len(sources) > 1 and (title or author):
        raise click.UsageError("--title and --author are for one SOURCE at a time.")
    studio = options.open_studio(show_path)
    date = options.parse_date(date_text, studio.show.zone)
    production = options.open_production(studio, output, cache, voice_name, jingles=not no_jingles)
    fetcher = cache_once(partial(open_fetcher, studio.show, production.cache, allow_private=allow_private))
    hand_in = _desk(production, _Changes(title, author, date), force=force)
    manuscripts, failures = take_each(sources, fetcher, hand_in, limit=limit)
    count = len(manuscripts) + len(failures)
    _tell_failures(failures, count)
    if manuscripts:
        outcomes, unmade = _make_all(manuscripts, production, quiet=quiet)
        _tell_failures(unmade, count)
        failures += unmade
        if not quiet:
            summary.tell_outcomes(outcomes, production)
    if failures:
        tell(f"{len(failures)} of {count} articles gave no episode.")
        sys.exit(failures[0].exit_code)


@dataclass(frozen=True, slots=True)
class _Changes:
    """What the command line says of the one article."""

    title: str | None
    author: str | None
    date: datetime | None

    def made_to(self, article: Article) -> Article:
        """The article, with what is said of it."""
        return replace(
            article,
            title=self.title or article.title,
            byline=self.author or article.byline,
            published=self.date or article.published,
        )


def _desk(production: Production, changes: _Changes, *, force: bool) -> Callable[[Found], Manuscript]:
    """What takes in each article that is found; without changes, files that are as they were are not read."""
    from speakerine.manuscripts import FORGETFUL, Read, open_desk
    from speakerine.pipeline import one_article

    def read(found: Found) -> Read:
        article = found.read()
        doubtful = doubts(article, found.name, force=force)
        for doubt in doubtful:
            tell(doubt)
        return Read(one_article(changes.made_to(article), production), in_silence=not doubtful)

    as_written = changes == _Changes(None, None, None)
    desk = open_desk(production, force=force) if as_written else FORGETFUL
    return lambda found: desk.take(found, read)


def _make_all(
    manuscripts: list[Manuscript], production: Production, *, quiet: bool
) -> tuple[list[Outcome], list[SpeakerineError]]:
    """What came of each article; one that fails does not stop the others."""
    from speakerine.pipeline import make_episodes

    outcomes: list[Outcome] = []
    failures: list[SpeakerineError] = []
    words = sum(manuscript.read().word_count for manuscript in manuscripts if not manuscript.known)
    with summary.progress_over(len(manuscripts), _words, words, hidden=quiet) as progress:
        for became in make_episodes(manuscripts, production, progress):
            if isinstance(became, SpeakerineError):
                failures.append(became)
            else:
                outcomes.append(became)
    return outcomes, failures


def _words(programme: Programme) -> int:
    return programme.word_count


def _tell_failures(failures: list[SpeakerineError], count: int) -> None:
    """Tell each failure and go on; where there is nothing else to do, let it end the command."""
    if failures and count == 1:
        raise failures[0]
    for failure in failures:
        tell(str(failure))
