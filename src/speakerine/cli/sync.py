"""`speakerine sync`: what the show's sources have that is new, made into episodes."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options, summary
from speakerine.cli.edition import make_edition
from speakerine.cli.failures import tell
from speakerine.cli.printing import echo
from speakerine.cli.reading import checked, open_fetcher
from speakerine.errors import ConfigError

if TYPE_CHECKING:
    from speakerine.pipeline import Production
    from speakerine.sources.gather import Found
    from speakerine.syncing import Check, Failure, Seen
    from speakerine.types import Article

_ONE_ARTICLE = 1000
"""An article's share of the bar: how long each is, one knows when it is read."""

EPILOG = """\b
Examples:
  speakerine sync                 for cron: it says nothing where nothing is new
  speakerine sync --dry-run       what would be made
  speakerine sync --limit 3
  speakerine sync --edition       the morning paper, once a day
"""


@click.command("sync", epilog=EPILOG)
@click.option(
    "--limit", type=click.IntRange(1), default=None, metavar="N", help="Make at most N episodes now."
)
@click.option(
    "--edition",
    "as_edition",
    is_flag=True,
    help="Make the day's edition of it, rather than an episode of each.",
)
@click.option("--dry-run", is_flag=True, help="List what is new; make nothing.")
@options.making_options
def command(
    *,
    limit: int | None,
    as_edition: bool,
    dry_run: bool,
    voice_name: str | None,
    output: Path,
    show_path: Path | None,
    no_jingles: bool,
    force: bool,
    allow_private: bool,
    cache: Path | None,
    quiet: bool,
) -> None:
    """Make an episode of each article that the show's [[sources]] have and that is new or was edited."""
    from speakerine.sources.robots import Robots
    from speakerine.syncing import find_new, read_seen

    studio = options.open_studio(show_path)
    if not studio.show.sources:
        raise ConfigError("The show has no sources yet: add [[sources]] with a url or a path to show.toml.")
    fetcher = open_fetcher(studio.show, options.cache_folder(cache), allow_private=allow_private)
    seen = read_seen(output)
    today = datetime.now(studio.show.zone).date()

    def is_new(found: Found) -> bool:
        return not (seen.in_earlier_edition(found, today) if as_edition else seen.knows(found))

    new, failures = find_new(studio.show.sources, is_new, fetcher, Robots(fetcher))
    new = new[:limit]
    if as_edition and all(found.identity in seen.editions for found in new):
        new = []
    for failure in failures:
        tell(str(failure.error))
    if dry_run:
        _list(new)
    elif new:
        production = options.open_production(studio, output, cache, voice_name, jingles=not no_jingles)

        def check(article: Article, name: str) -> None:
            checked(article, name, force=force)

        if as_edition:
            failures += _make_edition(new, seen, production, check, quiet=quiet)
        else:
            failures += _make_each(new, seen, production, check, quiet=quiet)
    if failures:
        sys.exit(failures[0].error.exit_code)


def _list(new: list[Found]) -> None:
    """What is new, with its date where it has one."""
    for found in new:
        echo(f"{f'{found.published:%Y-%m-%d}' if found.published else '':10}  {found.name}")


def _make_each(
    new: list[Found], seen: Seen, production: Production, check: Check, *, quiet: bool
) -> list[Failure]:
    """An episode of each article; what failed."""
    from speakerine.syncing import Failure, make_new

    outcomes, failures = [], []
    whole = len(new) * _ONE_ARTICLE
    with summary.progress_over(len(new), lambda _: _ONE_ARTICLE, whole, hidden=quiet) as progress:
        for result in make_new(new, seen, production, check, progress):
            if isinstance(result, Failure):
                tell(str(result.error))
                failures.append(result)
            else:
                outcomes.append(result)
    if not quiet:
        summary.tell_outcomes(outcomes, production)
    return failures


def _make_edition(
    new: list[Found], seen: Seen, production: Production, check: Check, *, quiet: bool
) -> list[Failure]:
    """The day's edition of what is new and of what it holds already; what failed."""
    from speakerine.syncing import read_new

    articles, failures = read_new(new, check)
    for failure in failures:
        tell(str(failure.error))
    if articles:
        make_edition([article for _, article in articles], production.now, production, quiet=quiet)
        seen.note_edition([found for found, _ in articles], production.now.date())
    return failures
