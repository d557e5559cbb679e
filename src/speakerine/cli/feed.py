"""`speakerine feed`: the feed and the pages, written again."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options
from speakerine.cli.failures import tell
from speakerine.cli.printing import echo

if TYPE_CHECKING:
    from speakerine.publish.shelf.catalogue import Catalogue

EPILOG = """\b
Examples:
  speakerine feed              after a change of show.toml
  speakerine feed --recover    after an episode.json was lost or damaged
"""


@click.command("feed", epilog=EPILOG)
@options.output_option
@options.show_option
@click.option("--recover", is_flag=True, help="Make lost records again from the tags of their MP3s.")
@options.quiet_option
@options.debug_option
def command(output: Path, show_path: Path | None, *, recover: bool, quiet: bool) -> None:
    """Write the feed, the pages, the transcripts and the cover again from the records of the episodes.

    For after a change of show.toml: its title, its description, the address where it is published. The
    same records and the same show give the same files, byte for byte.
    """
    from speakerine.publish.podcast import MANY_PIECES, write_podcast
    from speakerine.publish.shelf.store import open_output
    from speakerine.spread import cores, processes

    show = options.open_studio(show_path).show
    with open_output(output, on_other_run=tell) as catalogue:
        if recover:
            _recover(catalogue, show.zone, quiet=quiet)
        catalogue.refresh(tell)
        write_podcast(catalogue, show, everything=True, spread=processes(cores(), worth=MANY_PIECES))
        count = len(catalogue.oldest_first())
    if not quiet:
        echo(f"{output / 'feed.xml'}: {count} episode{'s' if count != 1 else ''}")


def _recover(catalogue: Catalogue, zone: tzinfo, *, quiet: bool) -> None:
    from speakerine.publish.recovery import recover_records

    for slug in recover_records(catalogue, tell, zone):
        if not quiet:
            echo(f"{slug}: its record was made again from its MP3")
