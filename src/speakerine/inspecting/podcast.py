"""The whole podcast, or one episode of it, held against every rule."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from speakerine.inspecting.cover_rules import COVER, READABLE_COVER, read_cover
from speakerine.inspecting.episodes import Inspected, inspect_folder, inspect_page
from speakerine.inspecting.feeds import inspect_feeds
from speakerine.inspecting.findings import Finding, Severity
from speakerine.inspecting.folder_rules import LEFTOVER, TWINS, Leftover, twins
from speakerine.inspecting.pages import Site
from speakerine.inspecting.records import choose, episode_slugs
from speakerine.publish.addresses import ARCHIVES, EPISODES, INDEX
from speakerine.publish.addresses import COVER as COVER_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from speakerine.inspecting.feed_items import Known
    from speakerine.settings import Show

AT_ONCE = 4
"""Episodes listened to at once: decoding and measuring let other threads go on."""


@dataclass(frozen=True, slots=True)
class Report:
    """The episodes that were looked at, and what is wrong: with the podcast first, then with each."""

    episodes: tuple[Inspected, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many rules are broken."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many things would be better otherwise."""
        return self._count(Severity.WARNING)

    def _count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def inspect_podcast(
    output: Path,
    show: Show,
    now: datetime,
    *,
    listening: bool = True,
    note: Callable[[str], None] = lambda _: None,
) -> Report:
    """Everything in the output folder; `note` is told each slug as it is looked at.

    Without `listening` no MP3 is decoded, which is what takes the time.

    Raises:
        PublishError: there is no podcast there.
        ConfigError: the show's base_url is no address.
    """
    slugs, site = episode_slugs(output), Site(output)

    def inspect_one(slug: str) -> Inspected:
        note(slug)
        one = inspect_folder(site, slug, show, columns=1 if listening else 0)
        return replace(one, episode=None, heard=None)

    with ThreadPoolExecutor(AT_ONCE if listening else 1) as pool:
        inspected = tuple(pool.map(inspect_one, slugs))
    own = [finding for one in inspected for finding in one.findings]
    around = [*_feed(output, show, inspected, now), *_folder(site)]
    return Report(inspected, tuple(sorted([*around, *own], key=_place(slugs))))


def inspect_episode(output: Path, show: Show, name: str, now: datetime, columns: int = 1) -> Report:
    """The episode that `name` means, its waveform drawn into so many columns; 0 to hear nothing.

    Raises:
        PublishError: there is no podcast there.
        ConfigError: `name` means no episode, or several; the show's base_url is no address.
    """
    slug = choose(output, episode_slugs(output), name)
    one = inspect_folder(Site(output), slug, show, columns)
    around = (found for found in _feed(output, show, (one,), now) if found.where == slug)
    return Report((one,), (*one.findings, *around))


def _feed(output: Path, show: Show, inspected: Sequence[Inspected], now: datetime) -> Iterator[Finding]:
    """What is wrong with the feed, and with two folders of one episode."""
    if not inspected:
        return
    episodes: list[Known] = [one.known for one in inspected if one.known]
    yield from inspect_feeds(output, show, episodes, now)
    for one in twins(episodes):
        yield from TWINS.findings(one, one.known.slug)


def _folder(site: Site) -> Iterator[Finding]:
    """What is wrong with what lies beside the episodes."""
    output = site.output
    cover = read_cover(output / COVER_FILE)
    yield from READABLE_COVER.findings(cover, COVER_FILE)
    if not cover.fault:
        yield from COVER.findings(cover, COVER_FILE)
    older = sorted(path.name for path in (output / ARCHIVES).glob("[!.]*.html"))
    for path in (INDEX, *(f"{ARCHIVES}/{name}" for name in older)):
        yield from inspect_page(site, path, path)
    begun = [Leftover(path.name, replaces=False) for path in sorted(output.glob(".staging-*"))]
    begun += [Leftover(path.name, replaces=True) for path in sorted((output / EPISODES).glob(".incoming-*"))]
    for left in begun:
        yield from LEFTOVER.findings(left, left.name)


def _place(slugs: Sequence[str]) -> Callable[[Finding], int]:
    """The podcast's findings before those of its episodes, each episode's together."""
    places = {slug: at for at, slug in enumerate(slugs, start=1)}
    return lambda finding: places.get(finding.where, 0)
