"""`speakerine edition`: one episode of many articles."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options, summary
from speakerine.cli.failures import tell
from speakerine.cli.reading import open_fetcher, read_articles

if TYPE_CHECKING:
    from datetime import datetime

    from speakerine.pipeline import Production
    from speakerine.settings import Show
    from speakerine.types import Article

EPILOG = """\b
Examples:
  speakerine edition *.txt
  speakerine edition https://exemple.fr/rss.xml --limit 6 --max-minutes 20
  speakerine edition matin/ --title "Le journal de 8 heures" --sort -date
"""
SORTS = ("given", "date", "-date", "title", "length")


@click.command("edition", epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--title", help="The episode's title.  [default: that of frame.toml, with the date]")
@click.option(
    "--date",
    "date_text",
    metavar="DATE",
    help="The edition's day: 2025-05-12 or 2025-05-12T18:30.  [default: now]",
)
@click.option(
    "--sort",
    type=click.Choice(SORTS),
    default=None,
    help="The articles' order.  [default: the show's, else as given]",
)
@click.option(
    "--max-minutes",
    type=click.IntRange(1),
    default=None,
    metavar="N",
    help="Take the articles that fit in N minutes.",
)
@options.newest_option
@options.making_options
def command(
    *,
    sources: tuple[str, ...],
    title: str | None,
    date_text: str | None,
    sort: str | None,
    max_minutes: int | None,
    limit: int,
    voice_name: str | None,
    output: Path,
    show_path: Path | None,
    no_jingles: bool,
    force: bool,
    allow_private: bool,
    cache: Path | None,
    quiet: bool,
) -> None:
    """Make one episode of all the articles of the SOURCEs, as a radio edition is.

    Greeting and date, the headlines on a bed of music, each article after a sting and a transition, sign-off.
    Made again the same day, it replaces the day's edition. The sentences around the articles are those of
    frame.toml, beside show.toml.
    """
    studio = options.open_studio(show_path)
    studio = replace(studio, show=_with(studio.show, title, sort, max_minutes))
    production = options.open_production(studio, output, cache, voice_name, jingles=not no_jingles)
    fetcher = open_fetcher(studio.show, production.cache, allow_private=allow_private)
    articles, failures = read_articles(sources, fetcher, limit=limit, force=force)
    if not articles and failures:
        raise failures[0]
    for failure in failures:
        tell(str(failure))
    date = options.parse_date(date_text, studio.show.zone) or production.now
    make_edition(articles, date, production, quiet=quiet)
    if failures:
        sys.exit(failures[0].exit_code)


def make_edition(articles: list[Article], date: datetime, production: Production, *, quiet: bool) -> None:
    """Make the day's edition and say what came out, and which articles were left out of it."""
    from speakerine.pipeline import edition, publishing

    programme, left = edition(articles, date, production)
    for one in left:
        tell(f"« {one.article.title} » is left out: {one.why}.")
    with publishing(production) as make:
        outcome = make(programme, summary.progress_on(programme.title, hidden=quiet))
    if not quiet:
        summary.tell_outcomes([outcome], production)


def _with(show: Show, title: str | None, sort: str | None, max_minutes: int | None) -> Show:
    """The show with what the options say of its edition."""
    said = show.edition
    asked = replace(
        said, title=title or said.title, sort=sort or said.sort, max_minutes=max_minutes or said.max_minutes
    )
    return replace(show, edition=asked)
