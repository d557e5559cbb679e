"""What there is to be sent: the files of the output folder, and their digests."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from speakerine.errors import PublishError
from speakerine.publish.addresses import FEED
from speakerine.upload.digests import Digests

_READMES = {"README.md"}
"""What output/ says of itself to who looks into the folder."""

_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be sent; `stamp` changes when it is written again."""

    path: str
    size_bytes: int
    sha256: str
    stamp: str


def output_files(output: Path, digests: Digests) -> list[OutputFile]:
    """Return the site's files by path. No hidden ones: those are locks, and what is being made.

    The feed is looked at first: an episode that comes in meanwhile is in the list before it is in the feed.

    Raises:
        PublishError: there is no feed, or a file cannot be read.
    """
    if not (output / FEED).is_file():
        raise PublishError(
            f"there is no feed in {output}: make an episode with speakerine make, write the feed with "
            "speakerine feed, or say with --output where it is"
        )
    try:
        stamps = {FEED: _stamp((output / FEED).stat()), **dict(_walk(output))}
        found = digests.of(stamps, lambda path: digest_of(output / path, "sha256"))
        return [
            OutputFile(path, size_bytes=int(stamp.split(":")[0]), sha256=found[path], stamp=stamp)
            for path, stamp in sorted(stamps.items())
        ]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PublishError(
            f"{error.filename or output} cannot be read ({reason}): let this user read it"
        ) from error


def is_as_it_was(output: Path, file: OutputFile) -> bool:
    """Return whether the file has not been written since it was looked at."""
    try:
        return _stamp((output / file.path).stat()) == file.stamp
    except OSError:
        return False


def digest_of(path: Path, algorithm: str) -> str:
    """Return the file's digest, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    hashed = hashlib.new(algorithm, usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            hashed.update(block)
    return hashed.hexdigest()


def _walk(output: Path) -> Iterator[tuple[str, str]]:
    """Each file's path and stamp. A link that leads out of the folder is not followed: see `serve`."""
    root = output.resolve()
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(output / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.name.startswith(".") or path in _READMES or path == FEED:
                    continue
                if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif entry.is_file():
                    yield path, _stamp(entry.stat())


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ino}"
