"""`speakerine cache`: the clips kept between runs."""

from __future__ import annotations

from pathlib import Path

import click

from speakerine.cli import options

BYTES_PER_MB = 1_000_000


@click.command("cache")
@click.option("--clear", is_flag=True, help="Delete the clips: what they said will be spoken anew.")
@options.cache_option
@options.debug_option
def command(cache: Path | None, *, clear: bool) -> None:
    """Show where spoken clips are kept and what they take, or clear them."""
    from speakerine.engines.clips import MAX_BYTES, ClipCache

    folder = options.cache_folder(cache)
    clips = ClipCache(folder / "clips")
    if clear:
        click.echo(f"{clips.clear()} clips deleted.")
        return
    size_mb, most_mb = clips.size_bytes() / BYTES_PER_MB, MAX_BYTES / BYTES_PER_MB
    click.echo(f"{clips.folder}")
    click.echo(f"{clips.count()} clips, {size_mb:.0f} MB of at most {most_mb:.0f} MB")
