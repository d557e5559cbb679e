"""`speakerine sync`: what the show's sources have that is new, made into episodes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from speakerine.cli import options, summary
from speakerine.cli.failures import tell
from speakerine.cli.reading import checked, open_fetcher
from speakerine.errors import ConfigError

EPILOG = """\b
Examples:
  speakerine sync                 for cron: it says nothing where nothing is new
  speakerine sync --dry-run       what would be made
  speakerine sync --limit 3
"""


@click.command("sync", epilog=EPILOG)
@click.option(
    "--limit", type=click.IntRange(1), default=None, metavar="N", help="Make at most N episodes now."
)
@click.option("--dry-run", is_flag=True, help="List what is new; make nothing.")
@options.voice_option
@options.output_option
@options.show_option
@click.option("--no-jingles", is_flag=True, help="Speech alone, without intro and outro.")
@click.option("--force", is_flag=True, help="Take articles even where they do not look French.")
@options.private_option
@options.cache_option
@options.quiet_option
@options.debug_option
def command(
    *,
    limit: int | None,
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
    from speakerine.syncing import Failure, find_new, make_new, read_seen

    studio = options.open_studio(show_path)
    if not studio.show.sources:
        raise ConfigError("The show has no sources yet: add [[sources]] with a url or a path to show.toml.")
    fetcher = open_fetcher(studio.show, options.cache_folder(cache), allow_private=allow_private)
    seen = read_seen(output)
    new, failures = find_new(studio.show.sources, seen, fetcher, Robots(fetcher))
    new = new[:limit]
    for failure in failures:
        tell(str(failure.error))
    if dry_run:
        for found in new:
            click.echo(
                f"{found.published:%Y-%m-%d}  {found.name}" if found.published else f"{'':10}  {found.name}"
            )
    elif new:
        production = options.open_production(studio, output, cache, voice_name, jingles=not no_jingles)
        outcomes = []
        made = make_new(
            new,
            seen,
            production,
            lambda article, name: checked(article, name, force=force),
            lambda title: summary.progress_on(title, hidden=quiet),
        )
        for result in made:
            if isinstance(result, Failure):
                tell(str(result.error))
                failures.append(result)
            else:
                outcomes.append(result)
        if not quiet:
            summary.tell_outcomes(outcomes, production)
    if failures:
        sys.exit(failures[0].error.exit_code)
