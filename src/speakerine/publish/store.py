"""The output folder: one run at a time, and what is published stays whole when a run is killed.

An episode is made in `.staging-…` and comes into `episodes/` by one rename. One that is there
already is replaced file by file, its record last, from `episodes/.incoming-…`: no address of it is
ever without its file, and the next run ends what a killed one began.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from speakerine.errors import PublishError
from speakerine.publish.addresses import EPISODES, RECORD
from speakerine.publish.files import cannot_write, write_file
from speakerine.publish.record import episode_from_json, episode_to_json
from speakerine.publish.slugs import free_slug, make_slug
from speakerine.publish.times import newest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from speakerine.types import Episode

_LOCK = ".lock"
_STAGING = ".staging-"
_INCOMING = ".incoming-"


@contextmanager
def open_output(output: Path) -> Iterator[None]:
    """Create the folder where it is missing, keep other runs out of it, clear what a killed one left.

    Raises:
        PublishError: it cannot be written, or another run is writing to it.
    """
    from filelock import FileLock, Timeout

    try:
        (output / EPISODES).mkdir(parents=True, exist_ok=True)
        lock = FileLock(output / _LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise PublishError(
            f"another speakerine is writing to {output}: wait until it ends, or choose another --output"
        ) from error
    except OSError as error:
        raise PublishError(cannot_write(output, error)) from error
    try:
        _recover(output)
        yield
    finally:
        lock.release()


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """Give an empty folder to make an episode in; what is not committed is removed.

    Raises:
        PublishError: it cannot be made.
    """
    staged = output / f"{_STAGING}{uuid4().hex}"
    try:
        staged.mkdir()
    except OSError as error:
        raise PublishError(cannot_write(output, error)) from error
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def commit(output: Path, staged: Path, episode: Episode) -> Path:
    """Move the episode in whole, in place of the one of the same GUID, and return its folder.

    Raises:
        PublishError: its MP3 is not there, its name is another episode's, or it cannot be moved.
    """
    mp3 = staged / episode.enclosure.path
    if not mp3.is_file() or mp3.stat().st_size != episode.enclosure.length_bytes:
        raise PublishError(f"“{episode.title}” is not published: its MP3 is not as long as its record says")
    write_file(staged / RECORD, episode_to_json(episode))
    target = output / EPISODES / episode.slug
    known = dict(_records(output))
    older = [folder for folder, old in known.items() if old.guid == episode.guid]
    if target in known and target not in older:
        raise PublishError(
            f"{target} is another episode's: remove it, or give this one another title or date"
        )
    try:
        if target.exists():
            _move_in(staged.rename(target.with_name(_INCOMING + target.name)))
        else:
            staged.rename(target)
        for folder in older:
            if folder != target:
                _discard(output, folder)
    except OSError as error:
        raise PublishError(cannot_write(target, error)) from error
    return target


def _move_in(incoming: Path) -> None:
    """Put each file in place of the older one, the record last."""
    target = incoming.with_name(incoming.name.removeprefix(_INCOMING))
    target.mkdir(exist_ok=True)
    for file in sorted(incoming.iterdir(), key=lambda file: file.name == RECORD):
        file.replace(target / file.name)
    incoming.rmdir()


def _discard(output: Path, folder: Path) -> None:
    leaving = folder.rename(output / f"{_STAGING}{uuid4().hex}")
    shutil.rmtree(leaving, ignore_errors=True)


def load_episodes(output: Path, on_problem: Callable[[str], None] = lambda _: None) -> list[Episode]:
    """Return the episodes, newest first; one that is broken is left out, and `on_problem` told why."""
    episodes: dict[str, Episode] = {}
    for folder, episode in _records(output, on_problem):
        mp3 = folder / episode.enclosure.path
        if not mp3.is_file():
            on_problem(f"{folder} is left out: {mp3.name} is missing. Make the episode again, or remove it")
        elif episode.guid in episodes:
            on_problem(f"{folder} is left out: it is the same episode as {episodes[episode.guid].slug}")
        else:
            enclosure = replace(episode.enclosure, length_bytes=mp3.stat().st_size)
            episodes[episode.guid] = replace(episode, slug=folder.name, enclosure=enclosure)
    return newest_first(episodes.values())


def find(output: Path, guid: str) -> Episode | None:
    """Return the episode of that GUID, or None."""
    return next((episode for episode in load_episodes(output) if episode.guid == guid), None)


def choose_slug(output: Path, guid: str, day: date, title: str) -> str:
    """Return the slug that the GUID has already, whatever its title is now; else a free one.

    A folder whose record cannot be read is free: the episode made again takes its place.
    """
    taken = {folder.name: episode.guid for folder, episode in _records(output)}
    known = next((slug for slug, owner in taken.items() if owner == guid), "")
    return known or free_slug(make_slug(day, title), taken)


def remove_episode(output: Path, slug: str) -> None:
    """Take the episode's folder away; the feed must not name it any more.

    Raises:
        PublishError: there is no such episode, or it cannot be removed.
    """
    folder = output / EPISODES / slug
    if folder not in _folders(output):
        raise PublishError(f"there is no episode {slug} in {output}")
    try:
        _discard(output, folder)
    except OSError as error:
        raise PublishError(cannot_write(folder, error)) from error


def _folders(output: Path) -> list[Path]:
    """Return the episodes' folders, by name."""
    episodes = output / EPISODES
    if not episodes.is_dir():
        return []
    return sorted(folder for folder in episodes.iterdir() if folder.is_dir() and folder.name[0] != ".")


def _records(
    output: Path, on_problem: Callable[[str], None] = lambda _: None
) -> Iterator[tuple[Path, Episode]]:
    for folder in _folders(output):
        try:
            yield folder, _read_record(folder)
        except PublishError as error:
            on_problem(f"{folder} is left out: {error}. Make the episode again, or remove it")


def _read_record(folder: Path) -> Episode:
    try:
        text = (folder / RECORD).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PublishError(f"{RECORD} is missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PublishError(f"{RECORD} cannot be read: {error}") from error
    try:
        return episode_from_json(text)
    except PublishError as error:
        raise PublishError(f"{RECORD} cannot be used: {error}") from error


def _recover(output: Path) -> None:
    """Remove what was being made, and end the replacements that were begun.

    Raises:
        PublishError: one of them cannot be ended.
    """
    for staged in output.glob(f"{_STAGING}*"):
        shutil.rmtree(staged, ignore_errors=True)
    for incoming in (output / EPISODES).glob(f"{_INCOMING}*"):
        try:
            _move_in(incoming)
        except OSError as error:
            raise PublishError(cannot_write(incoming, error)) from error
