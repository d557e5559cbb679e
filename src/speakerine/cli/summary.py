"""What is printed while an episode is made and after: a bar, then a few lines."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from speakerine.cli.options import OUTPUT
from speakerine.cli.printing import cleaned, echo, style

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from speakerine.pipeline import Outcome, Production
    from speakerine.programme import Programme

TITLE_CHARS = 34
MOST_IDLE = 5
"""More episodes than these that were there already are not told one by one."""
SECONDS_PER_MINUTE = 60
UNCHANGED = "unchanged"
MINUS = "\u2212"


def progress_on(title: str, *, hidden: bool) -> Callable[[int, int], None]:
    """A bar on standard error, in characters spoken; nothing where nobody watches."""
    if hidden or not sys.stderr.isatty():
        return lambda _done, _total: None
    title = cleaned(title)
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


@contextmanager
def progress_over(
    programmes: Sequence[Programme], *, hidden: bool
) -> Iterator[Callable[[Programme], Callable[[int, int], None]]]:
    """One bar for all the programmes, in words, whatever number of them is made at once.

    Given a programme, what is called with the characters spoken of it so far and in all.
    """
    if len(programmes) == 1 or hidden:
        yield lambda programme: progress_on(programme.title, hidden=hidden)
        return
    words = {programme.guid: programme.word_count for programme in programmes}
    spoken = dict.fromkeys(words, 0.0)
    bar, one_at_a_time = progress_on(f"{len(programmes)} articles", hidden=False), threading.Lock()

    def progress(programme: Programme) -> Callable[[int, int], None]:
        def heard(done: int, total: int) -> None:
            with one_at_a_time:
                spoken[programme.guid] = words[programme.guid] * done / max(1, total)
                bar(int(sum(spoken.values())), sum(words.values()))

        return heard

    yield progress


def tell_outcomes(outcomes: list[Outcome], production: Production) -> None:
    """What came out, where it is, and what to do next; many that are there already are only counted."""
    idle = [outcome for outcome in outcomes if outcome.status == UNCHANGED]
    counted = len(idle) > MOST_IDLE
    for outcome in outcomes:
        if not counted or outcome.status != UNCHANGED:
            _tell_outcome(outcome)
    if counted:
        echo(f"{len(idle)} articles have their episodes already: nothing to do")
    if outcomes:
        base = production.show.base_url
        where = f"{base}feed.xml" if base else "on this machine only, until base_url is set in show.toml"
        echo(f"  Feed   {production.output / 'feed.xml'}  ({where})")
        echo(f"  Page   {production.output / 'index.html'}")
        echo(
            f"  Next   speakerine serve{_serve_options(production)}   to listen, and to subscribe from an app"
        )


def _serve_options(production: Production) -> str:
    return "" if str(production.output) == OUTPUT else f" --output {production.output}"


def _tell_outcome(outcome: Outcome) -> None:
    episode = outcome.episode
    said = {
        "made": "",
        "replaced": "  (edited: the episode is replaced)",
        UNCHANGED: "  (there already: nothing to do)",
    }
    echo(f"{style(episode.title, bold=True)}{said[outcome.status]}")
    echo(
        f"  {episode.word_count} words · {_duration(episode.enclosure.duration_ms)} · {_level(outcome)} · "
        f"{' and '.join(episode.voices)}"
    )
    echo(f"  MP3    {outcome.folder / episode.enclosure.path}")


def _duration(duration_ms: int) -> str:
    minutes, seconds = divmod(round(duration_ms / 1000), SECONDS_PER_MINUTE)
    return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"


def _level(outcome: Outcome) -> str:
    loudness = outcome.episode.loudness
    if loudness is None:
        return "level unknown"
    return f"{loudness.integrated_lufs:.1f} LUFS, {loudness.true_peak_dbtp:.1f} dBTP".replace("-", MINUS)
