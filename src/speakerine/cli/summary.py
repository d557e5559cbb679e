"""What is printed while an episode is made and after: a bar, then a few lines."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
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
    return _Bar(title)


class _Bar:
    """A bar that is there once there is something to wait for."""

    def __init__(self, title: str) -> None:
        title = cleaned(title)
        self._label = title if len(title) <= TITLE_CHARS else title[: TITLE_CHARS - 1] + "…"
        self._drawn: ProgressBar[int] | None = None
        self._closed = False

    def __call__(self, done: int, total: int) -> None:
        """Draw how much is done."""
        if self._closed or (self._drawn is None and done == total):
            return
        if self._drawn is None:
            self._drawn = click.progressbar(
                length=total, label=self._label, file=sys.stderr, show_eta=True, width=28
            )
        self._drawn.update(done - self._drawn.pos)
        if done == total:
            self.close()

    def close(self) -> None:
        """Leave the line to what comes next."""
        if self._drawn is not None and not self._closed:
            self._drawn.render_finish()
        self._closed = True


@contextmanager
def progress_over(
    count: int, weight: Callable[[Programme], int], total: int, *, hidden: bool
) -> Iterator[Callable[[Programme], Callable[[int, int], None]]]:
    """One bar for so many articles, whatever number of them is made at once.

    Given a programme, what is called with the characters spoken of it so far and in all. `weight` is a
    programme's share of the bar, `total` all of it.
    """
    if count == 1 or hidden or not sys.stderr.isatty():
        yield lambda programme: progress_on(programme.title, hidden=hidden)
        return
    spoken: dict[str, float] = {}
    bar, one_at_a_time = _Bar(f"{count} articles"), threading.Lock()

    def progress(programme: Programme) -> Callable[[int, int], None]:
        def heard(done: int, characters: int) -> None:
            with one_at_a_time:
                spoken[programme.guid] = weight(programme) * done / max(1, characters)
                bar(min(int(sum(spoken.values())), total), total)

        return heard

    try:
        yield progress
    finally:
        bar.close()


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
