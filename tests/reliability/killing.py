"""`kill -9` at a moment, what is true then, and what the next run makes of it."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.reliability.scenarios import SCENARIOS, Scenario
from tests.reliability.show_folder import ShowFolder, copy_show
from tests.reliability.soundness import catalogue_faults, faults, litter, offered, paths_in

_WRITING = (
    "output/.running",
    "output/.catalogue.sqlite-journal",
    "output/archives/.*.part",
    "output/episodes/2025-*/.*.part",
    "output/.feed.xml.part",
)
_MAKING = (
    *_WRITING,
    "output/.staging-*",
    "output/.staging-*/index.html",
    "output/episodes/.incoming-*",
    "output/episodes/2025-*/*-v2.mp3",
)
_SENDING = ("www/.*.part", "www/episodes/2025-*/.*", "www/archives/.*", "www/.*feed.xml*")
_SIGNS = {"feed": _WRITING, "remove": _WRITING, "publish": _SENDING}
"""Files that are there while something is being renamed or about to be."""

_POLL_S = 0.0003
_AT_ONCE = 2
_MOST_IN_A_ROW = 5
_STOPPED = "was stopped in the middle"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a run that nobody kills takes, and what there is after it."""

    duration_s: float
    paths: list[str]
    offered: dict[str, str]
    clips: frozenset[str]


@dataclass(frozen=True, slots=True)
class Moment:
    """So many seconds after the start, or after the sign has been seen."""

    after_s: float
    sign: str = ""

    def __str__(self) -> str:
        return f"{self.after_s:.3f} s" + (f" after {self.sign}" if self.sign else "")


@dataclass(slots=True)
class Trial:
    """What came of one piece of work that was killed once or more, then ended."""

    scenario: str
    moments: list[Moment] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    litter: list[str] = field(default_factory=list)
    in_cache: list[str] = field(default_factory=list)
    untold: int = 0
    kept: int = 0
    spoken_again: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing was lost, left or done twice."""
        return not (self.faults or self.unfinished or self.litter or self.untold or self.spoken_again)


def measure(template: ShowFolder, scenario: Scenario, root: Path) -> Reference:
    """Do the work without being killed."""
    show = copy_show(template, root)
    scenario.prepare(show)
    began_s = time.monotonic()
    show.run(*scenario.command(show))
    duration_s = time.monotonic() - began_s
    site = scenario.site(show)
    return Reference(duration_s, paths_in(site), offered(site), frozenset(show.clips()))


def kill_often(template: ShowFolder, kills: int, chance: random.Random, root: Path) -> Iterator[Trial]:
    """Try each command in turn, until that many runs were killed or a few more."""
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        whole = threads.map(lambda one: measure(template, one, root / f"whole-{one.name}"), SCENARIOS)
        plans = list(zip(SCENARIOS, whole, strict=True))
        done = 0
        for turn in count():

            def try_one(plan: tuple[Scenario, Reference, list[Moment]], turn: int = turn) -> Trial:
                folder = root / f"{plan[0].name}-{turn}"
                trial = try_killing(template, *plan, folder)
                shutil.rmtree(folder)
                return trial

            some = [(*plan, _some_moments(chance, *plan)) for plan in plans]
            for trial in threads.map(try_one, some):
                yield trial
                done += len(trial.moments)
            if done >= kills:
                return


def _some_moments(chance: random.Random, scenario: Scenario, reference: Reference) -> list[Moment]:
    """A few moments, at any time of the work or at the signs of a rename."""
    signs = _SIGNS.get(scenario.name, _MAKING)
    return [
        Moment(chance.uniform(0, reference.duration_s))
        if chance.random() < 0.5
        else Moment(chance.choice([0.0, chance.uniform(0, 0.02)]), chance.choice(signs))
        for _ in range(chance.randint(1, _MOST_IN_A_ROW))
    ]


def try_killing(
    template: ShowFolder, scenario: Scenario, reference: Reference, moments: list[Moment], root: Path
) -> Trial:
    """Begin the work, kill it at each moment in turn, then let it be ended; what was wrong at any time."""
    show, trial = copy_show(template, root), Trial(scenario.name)
    scenario.prepare(show)
    site = scenario.site(show)
    before = offered(site)
    for moment in moments:
        if not _killed(show, scenario, moment):
            continue
        trial.moments.append(moment)
        trial.faults += faults(site) + catalogue_faults(show.output)
        gone = {guid for guid, title in before.items() if title not in scenario.removed} - offered(
            site
        ).keys()
        trial.faults += [f"{before[guid]} is published no more" for guid in gone]
    _end(show, scenario, reference, trial)
    return trial


def _killed(show: ShowFolder, scenario: Scenario, moment: Moment) -> bool:
    """Whether the run was killed: it may end before its moment comes."""
    run = show.start(*scenario.command(show))
    if moment.sign:
        while run.poll() is None and not show.has(moment.sign):
            time.sleep(_POLL_S)
    with suppress(subprocess.TimeoutExpired):
        run.wait(moment.after_s)
    run.kill()
    run.communicate()
    return run.returncode < 0


def _end(show: ShowFolder, scenario: Scenario, reference: Reference, trial: Trial) -> None:
    """Let the work be ended; what is not as if nobody had killed it."""
    kept, site = show.clips(), scenario.site(show)
    interrupted = (show.output / ".running").exists()
    said = show.run(*scenario.command(show))
    if scenario.name != "publish":
        trial.untold += interrupted != (_STOPPED in said)
    clips = show.clips()
    trial.kept = len(kept)
    trial.spoken_again = sum(clips.get(name) != inode for name, inode in kept.items())
    trial.faults += faults(site) + catalogue_faults(show.output)
    odd = offered(site).items() ^ reference.offered.items()
    trial.unfinished += [f"“{title}” ({guid}) is in one feed only" for guid, title in odd]
    trial.unfinished += [f"{path} is there once only" for path in set(paths_in(site)) ^ set(reference.paths)]
    trial.unfinished += [f"{name} was not spoken" for name in reference.clips - clips.keys()]
    trial.litter = litter(show.output) + litter(show.published)
    trial.in_cache = [path.name for path in show.cache.rglob("*") if path.is_file() and _is_temporary(path)]


def _is_temporary(path: Path) -> bool:
    return path.name.startswith("tmp") or path.suffix == ".part"
