"""`speakerine feed`: the feed and the pages, written again."""

from __future__ import annotations

from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.failures import tell


@click.command("feed")
@options.output_option
@options.show_option
@options.quiet_option
@options.debug_option
def command(output: Path, show_path: Path | None, *, quiet: bool) -> None:
    """Write the feed, the pages and the cover again from the episodes there are.

    For after a change of show.toml: its title, its description, the address where it is published.
    """
    from speakerine.publish.publication import write_feed_and_site
    from speakerine.publish.store import load_episodes, open_output

    show = options.open_studio(show_path).show
    with open_output(output):
        episodes = load_episodes(output, tell)
        write_feed_and_site(output, show, episodes, show.base_url)
    if not quiet:
        click.echo(f"{output / 'feed.xml'}: {len(episodes)} episodes")
