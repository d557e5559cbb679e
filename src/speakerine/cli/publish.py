"""`speakerine publish`: the output folder sent to where listeners are."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options
from speakerine.cli.failures import tell
from speakerine.cli.printing import echo

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from speakerine.settings import Show
    from speakerine.upload.address import Address
    from speakerine.upload.plan import Plan

EPILOG = """\b
Examples:
  speakerine publish /var/www/podcast
  speakerine publish s3://my-bucket/podcast        needs speakerine[s3]
  speakerine publish sftp://me@server/var/www/podcast   needs speakerine[sftp]
  speakerine publish --dry-run                     what show.toml's [publish] to would be sent
"""
_STEPS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


@click.command("publish", epilog=EPILOG)
@click.argument("dest", required=False, metavar="[DEST]", envvar="SPEAKERINE_PUBLISH_TO")
@click.option("--dry-run", "-n", is_flag=True, help="List what would be sent and removed; do nothing.")
@click.option("--delete", is_flag=True, help="Remove there what was published and is in the folder no more.")
@click.option("--all", "everything", is_flag=True, help="Send everything, changed or not.")
@click.option(
    "--with-records", "records", is_flag=True, help="Send the episodes' records (episode.json) too."
)
@click.option("--yes", "-y", "sure", is_flag=True, help="Remove even where that is most of what is there.")
@options.output_option
@options.show_option
@options.cache_option
@options.quiet_option
@options.debug_option
def command(
    dest: str | None,
    output: Path,
    show_path: Path | None,
    cache: Path | None,
    *,
    dry_run: bool,
    delete: bool,
    everything: bool,
    records: bool,
    sure: bool,
    quiet: bool,
) -> None:
    """Send the output folder to DEST: a folder, s3://…, sftp://…, or another address that fsspec knows.

    Only what changed is sent, and the feed last, when all that it names is there. A run that was stopped is
    gone on from. Without DEST, [publish] to of show.toml says where.
    """
    from speakerine.config import find_show, load_show
    from speakerine.publish.shelf.store import require_podcast
    from speakerine.upload.address import parse_address
    from speakerine.upload.plan import Choice
    from speakerine.upload.publish import Publication, publish

    show = load_show(show_path or find_show(Path.cwd()))
    address = parse_address(_destination(dest, show))
    require_podcast(output)
    if not (show.base_url or quiet):
        tell(
            "base_url is not set: the feed names addresses of this machine; set it, then run speakerine feed"
        )
    publication = Publication(
        output=output,
        address=address,
        cache=options.cache_folder(cache) / "publish",
        choice=Choice(everything=everything, delete=delete, records=records),
        sure=sure,
    )
    begun_s = time.monotonic()
    with _bar(hidden=quiet or dry_run) as on_progress:
        plan = publish(publication, dry_run=dry_run, on_progress=on_progress)
    if dry_run:
        _tell_plan(plan)
    elif not quiet:
        _tell_done(plan, time.monotonic() - begun_s, address, show)


def _destination(given: str | None, show: Show) -> str:
    if given or show.publish_to:
        return given or show.publish_to
    raise click.UsageError(
        "Nothing says where to publish: give a folder or an address, or write [publish] to in show.toml."
    )


@contextmanager
def _bar(*, hidden: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, in bytes; nothing where nobody watches."""
    if hidden or not sys.stderr.isatty():
        yield lambda _sent, _total: None
        return
    bar: ProgressBar[int] = click.progressbar(
        length=1, label="Sending", file=sys.stderr, show_eta=True, width=28
    )
    with bar:

        def progress(sent: int, total: int) -> None:
            bar.length = total
            bar.update(sent - bar.pos)

        yield progress


def _tell_plan(plan: Plan) -> None:
    for file in plan.sent:
        echo(f"send    {file.path}  ({_size(file.size_bytes)})")
    for path in (*plan.litter, *plan.removed):
        echo(f"remove  {path}")
    echo(f"{_files(len(plan.sent))}, {_size(plan.size_bytes)} to send; nothing was done")
    _tell_left(plan)


def _tell_done(plan: Plan, seconds: float, address: Address, show: Show) -> None:
    if plan.sent:
        echo(
            f"  Sent   {_files(len(plan.sent))}, {_size(plan.size_bytes)}, in {seconds:.1f} s"
            f"  ({len(plan.unchanged)} unchanged)"
        )
    else:
        echo(f"  Sent   nothing: {_files(len(plan.unchanged))} there already")
    if plan.removed:
        echo(f"  Gone   {_files(len(plan.removed))}")
    _tell_left(plan)
    echo(f"  To     {address.shown}")
    if show.base_url:
        echo(f"  Feed   {show.base_url}feed.xml")


def _tell_left(plan: Plan) -> None:
    if plan.left:
        verb = "is" if len(plan.left) == 1 else "are"
        echo(f"  Left   {_files(len(plan.left))} {verb} in the folder no more: --delete removes them there")


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"


def _size(size_bytes: int) -> str:
    for step, unit in _STEPS:
        if size_bytes >= step:
            return f"{size_bytes / step:.1f} {unit}"
    return f"{size_bytes} bytes"
