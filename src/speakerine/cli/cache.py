"""`speakerine cache`: the clips kept between runs."""

from __future__ import annotations

from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.printing import echo

BYTES_PER_MB = 1_000_000


@click.command("cache")
@click.option("--clear", is_flag=True, help="Delete the clips: what they said will be spoken anew.")
@click.option(
    "--limit",
    "limit_mb",
    type=click.IntRange(0),
    default=None,
    metavar="MB",
    help="Delete the clips unused for longest, until the rest take so much.",
)
@options.cache_option
@options.debug_option
def command(cache: Path | None, *, limit_mb: int | None, clear: bool) -> None:
    """Show where spoken clips are kept and what they take, or delete some or all of them."""
    from speakerine.engines.clips import MAX_BYTES, ClipCache

    folder = options.cache_folder(cache)
    clips = ClipCache(folder / "clips")
    if clear:
        echo(f"{clips.clear()} clips deleted.")
        return
    if limit_mb is not None:
        echo(f"{clips.prune(limit_mb * BYTES_PER_MB)} clips deleted.")
    size_mb, most_mb = clips.size_bytes() / BYTES_PER_MB, MAX_BYTES / BYTES_PER_MB
    echo(f"{clips.folder}")
    echo(f"{clips.count()} clips, {size_mb:.0f} MB of at most {most_mb:.0f} MB")
