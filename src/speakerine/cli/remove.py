"""`speakerine remove`: episodes taken out of the podcast."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.failures import tell
from speakerine.cli.printing import echo

EPILOG = """\b
Examples:
  speakerine remove 2024-05-24-marche-de-nuit
  speakerine remove marche            the episode with marche in its name
  speakerine remove last --yes        the newest, without a question
"""


@click.command("remove", epilog=EPILOG)
@click.argument("names", nargs=-1, required=True, metavar="EPISODE…")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing.")
@options.output_option
@options.show_option
@options.quiet_option
@options.debug_option
def command(names: tuple[str, ...], output: Path, show_path: Path | None, *, yes: bool, quiet: bool) -> None:
    """Take EPISODEs out of the podcast: out of its feed and its pages first, then out of the folder.

    EPISODE is the name of an episode's folder or a part of it, or “last”. Apps that downloaded it keep
    their copy. `speakerine make` of its article makes it again, with the same identity.
    """
    from speakerine.publish.podcast import write_podcast
    from speakerine.publish.shelf.catalogue import slugs_in
    from speakerine.publish.shelf.naming import meant_slug
    from speakerine.publish.shelf.store import open_output, remove_episode, require_podcast

    show = options.open_studio(show_path).show
    require_podcast(output)
    with open_output(output, tell) as catalogue:
        newest = [place.slug for place in catalogue.oldest_first()[-1:]]
        chosen = list(dict.fromkeys(meant_slug(slugs_in(output), name, *newest or [""]) for name in names))
        if not yes:
            _ask(chosen)
        catalogue.leave_out(chosen)
        write_podcast(catalogue, show)
        for slug in chosen:
            remove_episode(catalogue, slug)
            if not quiet:
                echo(f"removed {slug}")


def _ask(slugs: list[str]) -> None:
    """Go on only if the user says so; where nobody can be asked, --yes is needed."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"{', '.join(slugs)} would be removed for good: say so with --yes.")
    for slug in slugs:
        echo(slug)
    click.confirm("Remove for good?", abort=True)
