"""What is printed while an episode is made and after: a bar, then a few lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from speakerine.pipeline import Outcome, Production

TITLE_CHARS = 34
SECONDS_PER_MINUTE = 60
MINUS = "\u2212"


@contextmanager
def speaking_bar(title: str, *, hidden: bool) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, in characters spoken; nothing where nobody watches."""
    if hidden or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    label = title if len(title) <= TITLE_CHARS else title[: TITLE_CHARS - 1] + "…"
    bar: ProgressBar[int]
    with click.progressbar(length=1, label=label, file=sys.stderr, show_eta=True, width=28) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(1, total)
            bar.update(done - bar.pos)

        yield progress


def tell_outcomes(outcomes: list[Outcome], production: Production) -> None:
    """What came out, where it is, and what to do next."""
    for outcome in outcomes:
        _tell_outcome(outcome)
    if outcomes:
        base = production.show.base_url
        where = f"{base}feed.xml" if base else "on this machine only, until base_url is set in show.toml"
        click.echo(f"  Feed   {production.output / 'feed.xml'}  ({where})")
        click.echo(f"  Page   {production.output / 'index.html'}")
        click.echo(
            f"  Next   speakerine serve{_serve_options(production)}   to listen, and to subscribe from an app"
        )


def _serve_options(production: Production) -> str:
    return "" if str(production.output) == "output" else f" --output {production.output}"


def _tell_outcome(outcome: Outcome) -> None:
    episode = outcome.episode
    said = {
        "made": "",
        "replaced": "  (edited: the episode is replaced)",
        "unchanged": "  (there already: nothing to do)",
    }
    click.echo(f"{click.style(episode.title, bold=True)}{said[outcome.status]}")
    click.echo(
        f"  {episode.word_count} words · {_duration(episode.enclosure.duration_ms)} · {_level(outcome)} · "
        f"{' and '.join(episode.voices)}"
    )
    click.echo(f"  MP3    {outcome.folder / episode.enclosure.path}")


def _duration(duration_ms: int) -> str:
    minutes, seconds = divmod(round(duration_ms / 1000), SECONDS_PER_MINUTE)
    return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"


def _level(outcome: Outcome) -> str:
    loudness = outcome.episode.loudness
    if loudness is None:
        return "level unknown"
    return f"{loudness.integrated_lufs:.1f} LUFS, {loudness.true_peak_dbtp:.1f} dBTP".replace("-", MINUS)
