"""The cache of clips and the output folder: there, writable, whole, with room."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from speakerine.doctor.signs import Sign, ill, note, well
from speakerine.publish.addresses import EPISODES, FEED
from speakerine.publish.shelf.catalogue import open_catalogue, slugs_in
from speakerine.publish.shelf.output_lock import RUNNING

LITTLE_ROOM_BYTES = 500_000_000
BYTES_PER_MB = 1_000_000


def inspect_cache(folder: Path) -> Iterator[Sign]:
    """Whether clips can be kept."""
    yield from _writable("cache", folder, "name another with --cache")


def inspect_output(output: Path) -> Iterator[Sign]:
    """Whether episodes can be published, and what a stopped run has left."""
    if not output.exists():
        yield note("output", f"{output} is not there yet", "run speakerine make: it makes it")
        yield from _writable("output", output, "name another with --output")
        return
    yield from _writable("output", output, "name another with --output")
    if not (output / EPISODES).is_dir():
        yield note("output", f"there is no podcast in {output}", "run speakerine make: it makes it")
        return
    yield from _left(output)
    yield from _records(output)
    if not (output / FEED).is_file():
        yield ill("feed", f"{FEED} is missing", "run speakerine feed: it writes it from the records")
    else:
        yield well("feed", "it is there; speakerine check holds it to the rules of the trade")


def _left(output: Path) -> Iterator[Sign]:
    """What runs leave that were stopped in the middle."""
    left = [*output.glob(".staging-*"), *(output / EPISODES).glob(".incoming-*")]
    running = output / RUNNING
    if running.exists():
        said = running.read_text("utf-8", errors="replace").strip()[:40] or "a process"
        what = f"{said} is writing to it, or was killed in the middle"
        yield note("runs", what, "the next run puts in order what a killed one left")
    elif left:
        yield note("runs", f"{len(left)} unfinished folders are left", "the next run puts them in order")
    else:
        yield well("runs", "none was stopped in the middle")


def _records(output: Path) -> Iterator[Sign]:
    problems: list[str] = []
    with open_catalogue(output) as catalogue:
        catalogue.refresh(problems.append)
        offered = len(catalogue.oldest_first())
    for problem in problems:
        yield ill("episodes", problem.rstrip("."), "or run speakerine feed --recover, where its MP3 is there")
    if not problems:
        yield well("episodes", f"{offered} of {len(slugs_in(output))} episodes can be offered")


def _writable(about: str, folder: Path, then: str) -> Iterator[Sign]:
    """Whether a file can be written there, or in the nearest folder above it, and the room there is."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    try:
        handle, name = tempfile.mkstemp(dir=there, prefix=".speakerine-")
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        yield ill(about, f"{there} cannot be written ({(error.strerror or str(error)).lower()})", then)
        return
    free_bytes = shutil.disk_usage(there).free
    room = f"{free_bytes // BYTES_PER_MB} MB free"
    if free_bytes < LITTLE_ROOM_BYTES:
        yield note(about, f"{folder} has little room left: {room}", f"free some, or {then}")
    else:
        yield well(about, f"{folder} can be written, {room}")
