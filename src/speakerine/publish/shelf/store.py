"""The output folder: one run at a time, and what is published stays whole when a run is killed.

An episode is made in `.staging-…` and comes into `episodes/` by one rename. One that is there
already is replaced file by file, its record last, from `episodes/.incoming-…`; its older sound stays
beside the newer: no address is ever without its file, and the next run ends what a killed one began.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from speakerine.errors import PublishError
from speakerine.publish.addresses import EPISODES, INDEX, RECORD
from speakerine.publish.files import cannot_write, clear_parts, write_file
from speakerine.publish.shelf.catalogue import open_catalogue, slugs_in
from speakerine.publish.shelf.output_lock import WAIT_S, locked
from speakerine.publish.shelf.record import episode_to_json
from speakerine.publish.shelf.slugs import free_slug, make_slug
from speakerine.publish.shelf.versions import next_name, sounds_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date
    from pathlib import Path

    from speakerine.publish.shelf.catalogue import Catalogue
    from speakerine.types import Episode

_STAGING = ".staging-"
_INCOMING = ".incoming-"


def require_podcast(output: Path) -> None:
    """Refuse a folder without a podcast, for what only makes sense on one.

    Raises:
        PublishError: there is none there.
    """
    if not (output / EPISODES).is_dir():
        raise PublishError(
            f"there is no podcast in {output}: make an episode with speakerine make, "
            "or say where it is with --output"
        )


@contextmanager
def open_output(
    output: Path,
    on_problem: Callable[[str], None] = lambda _: None,
    wait_s: float = WAIT_S,
    *,
    on_other_run: Callable[[str], None] | None = None,
) -> Iterator[Catalogue]:
    """Create the folder where it is missing, keep other runs out of it, clear what a killed one left.

    Gives the catalogue of what is in it; `on_problem` is told which episode is left out, and why.
    `on_other_run`, else `on_problem`, is told of another run that is waited for, `wait_s` seconds at most,
    and of one that was killed.

    Raises:
        PublishError: it cannot be written, or another run is still writing to it.
    """
    try:
        (output / EPISODES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(cannot_write(output, error)) from error
    with locked(output, on_other_run or on_problem, wait_s) as killed:
        _recover(output, killed=killed)
        with open_catalogue(output) as catalogue:
            catalogue.refresh(on_problem)
            yield catalogue


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


def commit(catalogue: Catalogue, staged: Path, episode: Episode) -> Path:
    """Move the episode in whole, in place of the one of the same GUID, and return its folder.

    Raises:
        PublishError: its MP3 is not there, its name is another episode's, or it cannot be moved.
    """
    mp3 = staged / episode.enclosure.path
    if not mp3.is_file() or mp3.stat().st_size != episode.enclosure.length_bytes:
        raise PublishError(f"“{episode.title}” is not published: its MP3 is not as long as its record says")
    target = catalogue.folder(episode.slug)
    if catalogue.owners().get(episode.slug, episode.guid) != episode.guid:
        raise PublishError(
            f"{target} is another episode's: remove it, or give this one another title or date"
        )
    older = [slug for slug in catalogue.folders_of(episode.guid) if slug != episode.slug]
    try:
        if target.exists():
            episode = _beside_the_older(staged, target, episode)
        write_file(staged / RECORD, episode_to_json(episode))
        if target.exists():
            _move_in(staged.rename(target.with_name(_INCOMING + target.name)))
        else:
            staged.rename(target)
        catalogue.note(episode.slug)
        for slug in older:
            _discard(catalogue, slug)
    except OSError as error:
        raise PublishError(cannot_write(target, error)) from error
    return target


def _beside_the_older(staged: Path, target: Path, episode: Episode) -> Episode:
    """Name the new sound so that the older one can stay; the older page goes with that, until both go."""
    name = next_name(episode.enclosure.path, {sound.name for sound in sounds_in(target)})
    (staged / episode.enclosure.path).rename(staged / name)
    (staged / INDEX).unlink(missing_ok=True)
    return replace(episode, enclosure=replace(episode.enclosure, path=name))


def _move_in(incoming: Path) -> None:
    """Put each file in place of the older one, the record last."""
    target = incoming.with_name(incoming.name.removeprefix(_INCOMING))
    target.mkdir(exist_ok=True)
    for file in sorted(incoming.iterdir(), key=lambda file: file.name == RECORD):
        file.replace(target / file.name)
    incoming.rmdir()


def _discard(catalogue: Catalogue, slug: str) -> None:
    leaving = catalogue.folder(slug).rename(catalogue.output / f"{_STAGING}{uuid4().hex}")
    catalogue.note(slug)
    shutil.rmtree(leaving, ignore_errors=True)


def choose_slug(catalogue: Catalogue, guid: str, day: date, title: str, taken: Collection[str]) -> str:
    """Return the slug that the GUID has already, whatever its title is now; else one that is not taken.

    A folder whose record cannot be read is free: the episode made again takes its place.
    """
    known = catalogue.folders_of(guid)
    return min(known) if known else free_slug(make_slug(day, title), taken)


def remove_episode(catalogue: Catalogue, slug: str) -> None:
    """Take the episode's folder away; the feed must not name it any more: see `Catalogue.leave_out`.

    Raises:
        PublishError: there is no such episode, or it cannot be removed.
    """
    folder = catalogue.folder(slug)
    if slug not in slugs_in(catalogue.output):
        raise PublishError(f"there is no episode {slug} in {catalogue.output}")
    try:
        _discard(catalogue, slug)
    except OSError as error:
        raise PublishError(cannot_write(folder, error)) from error


def _recover(output: Path, *, killed: bool) -> None:
    """Remove what was being made, and end the replacements that were begun.

    After a killed run, half-written files are looked for everywhere.

    Raises:
        PublishError: one of them cannot be ended.
    """
    if killed:
        clear_parts(output)
    for staged in output.glob(f"{_STAGING}*"):
        shutil.rmtree(staged, ignore_errors=True)
    for incoming in (output / EPISODES).glob(f"{_INCOMING}*"):
        try:
            _move_in(incoming)
        except OSError as error:
            raise PublishError(cannot_write(incoming, error)) from error
