"""What is printed while an episode is made and after: a bar, then a few lines."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from speakerine.cli.options import OUTPUT

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from speakerine.pipeline import Outcome, Production

TITLE_CHARS = 34
SECONDS_PER_MINUTE = 60
MINUS = "\u2212"


def progress_on(title: str, *, hidden: bool) -> Callable[[int, int], None]:
    """A bar on standard error, in characters spoken; nothing where nobody watches."""
    if hidden or not sys.stderr.isatty():
        return lambda _done, _total: None
    label = title if len(title) <= TITLE_CHARS else title[: TITLE_CHARS - 1] + "…"
    bars: list[ProgressBar[int]] = []

    def progress(done: int, total: int) -> None:
        if not bars:
            if done == total:
                return
            bars.append(
                click.progressbar(length=total, label=label, file=sys.stderr, show_eta=True, width=28)
            )
        bars[0].update(done - bars[0].pos)
        if done == total:
            bars[0].render_finish()

    return progress


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
    return "" if str(production.output) == OUTPUT else f" --output {production.output}"


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
