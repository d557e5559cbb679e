"""The whole podcast, or one episode of it, held against every rule."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.inspecting.chapters import inspect_chapters
from speakerine.inspecting.feed import WRITE_FEED, inspect_feed
from speakerine.inspecting.files import AGAIN, inspect_cover, inspect_files
from speakerine.inspecting.findings import Finding, Severity, error, warning
from speakerine.inspecting.measures import Measures, measures
from speakerine.inspecting.records import choose, kept_episodes
from speakerine.inspecting.sound import inspect_sound, listen
from speakerine.publish.addresses import COVER, EPISODES, INDEX, RECORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from speakerine.audio.overview import Overview
    from speakerine.inspecting.records import Kept
    from speakerine.settings import Show
    from speakerine.types import Episode

AT_ONCE = 4
"""Episodes listened to at once: decoding and measuring let other threads go on."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """An episode: its record, what is heard in it, what that measures, and what is wrong with it.

    The first three are None where the record or the MP3 cannot be read.
    """

    slug: str
    episode: Episode | None
    heard: Overview | None
    measures: Measures | None
    findings: tuple[Finding, ...]


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


def inspect_podcast(output: Path, show: Show, note: Callable[[str], None] = lambda _: None) -> Report:
    """Everything in the output folder; `note` is told each slug as it is looked at.

    Raises:
        PublishError: there is no podcast there.
        ConfigError: the show's base_url is no address.
    """
    kept = kept_episodes(output)
    feed = list(inspect_feed(output, show, kept)) if kept else []
    whole = [*_around(output), *inspect_cover(output / COVER, COVER, WRITE_FEED), *_same_guid(kept)]

    def inspect_one(one: Kept) -> Inspected:
        note(one.folder.name)
        return _inspect(one, show, 1)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        inspected = tuple(pool.map(inspect_one, kept))
    own = [finding for one in inspected for finding in one.findings]
    return Report(inspected, tuple(sorted([*whole, *feed, *own], key=_place(kept))))


def inspect_episode(output: Path, show: Show, name: str, columns: int = 1) -> Report:
    """The episode that `name` means, its waveform drawn into so many columns.

    Raises:
        PublishError: there is no podcast there.
        ConfigError: `name` means no episode, or several; the show's base_url is no address.
    """
    kept = kept_episodes(output)
    chosen = choose(kept, name)
    one = _inspect(chosen, show, columns)
    around = [*inspect_feed(output, show, kept), *_same_guid(kept)]
    return Report((one,), (*one.findings, *(found for found in around if found.where == one.slug)))


def _inspect(kept: Kept, show: Show, columns: int) -> Inspected:
    slug, episode = kept.folder.name, kept.episode
    if episode is None:
        unreadable = error("record", slug, kept.fault, f"{AGAIN}, or take its folder away")
        return Inspected(slug, None, None, None, (unreadable,))
    heard, findings = listen(kept.folder, episode, columns)
    if heard is not None:
        findings += inspect_sound(kept.folder, episode, heard, show.mastering)
    findings += inspect_chapters(kept.folder, episode)
    findings += inspect_files(kept.folder, episode)
    findings += inspect_cover(kept.folder / COVER, slug, AGAIN)
    return Inspected(slug, episode, heard, measures(episode, heard) if heard else None, tuple(findings))


def _around(output: Path) -> Iterator[Finding]:
    """What is wrong with the folder itself."""
    if not (output / INDEX).is_file():
        yield error("page", INDEX, "it is missing", WRITE_FEED)
    for begun in sorted(output.glob(".staging-*")):
        what = "it was being made when a run was stopped, or a run is making it now"
        yield warning("leftover", begun.name, what, "when no run goes on, run speakerine feed: it clears it")
    for begun in sorted((output / EPISODES).glob(".incoming-*")):
        what = "it was taking its episode's place when a run was stopped, or a run is at it now"
        yield warning(
            "leftover", begun.name, what, "when no run goes on, run speakerine feed: it ends what was begun"
        )


def _same_guid(kept: Sequence[Kept]) -> Iterator[Finding]:
    times = Counter(one.episode.guid for one in kept if one.episode)
    first: dict[str, str] = {}
    for one in kept:
        if one.episode is None or times[one.episode.guid] == 1:
            continue
        other = first.setdefault(one.episode.guid, one.folder.name)
        if other != one.folder.name:
            what = f"its {RECORD} has the guid of {other}: the feed offers one of them only"
            yield error(
                "guid", one.folder.name, what, "take one of the two folders away, and run speakerine feed"
            )


def _place(kept: Sequence[Kept]) -> Callable[[Finding], int]:
    """The podcast's findings before those of its episodes, each episode's together."""
    places = {one.folder.name: at for at, one in enumerate(kept, start=1)}
    return lambda finding: places.get(finding.where, 0)
