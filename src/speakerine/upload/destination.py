"""What every kind of destination can do; one module each does it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from speakerine.errors import PublishError
from speakerine.upload.address import FOLDER, SFTP, Address

PART = ".speakerine-part-"
"""How the name of a file begins that is not whole yet."""


@dataclass(frozen=True, slots=True)
class Present:
    """A file at the destination; `md5` is "" where the destination does not tell it."""

    size_bytes: int
    md5: str = ""


class Look(Protocol):
    """A map that may look at several folders at once."""

    def __call__(
        self, do: Callable[[str], dict[str, Present]], folders: Iterable[str], /
    ) -> Iterator[dict[str, Present]]:
        """What `do` gives for each folder, in order."""


class Destination(Protocol):
    """Where files go; paths are from its root, with slashes. Methods may be called by several threads."""

    def list_files(self, folders: Iterable[str], look: Look, /) -> dict[str, Present]:
        """Return the files that are in these folders ("" is the root); none of a folder that is not there."""

    def make_folders(self, folders: Iterable[str]) -> None:
        """Make the folders that are not there, where the destination has folders; parents come first."""

    def put(self, source: Path, path: str) -> None:
        """Put the file in place of what is there, at once where the destination can."""

    def read(self, path: str) -> bytes | None:
        """Return the file, or None where there is none."""

    def remove(self, path: str) -> None:
        """Remove the file; it may be gone already."""

    def close(self) -> None:
        """End all connections; what is under way fails."""


def open_destination(address: Address, output: Path) -> Destination:
    """Return the destination of that address. No connection is made before one is needed.

    Raises:
        PublishError: its protocol is not known or not installed, or it is `output` itself.
    """
    if address.protocol == FOLDER:
        from speakerine.upload.folder import Folder

        root = Path(address.url).expanduser().resolve()
        if root.is_relative_to(output.resolve()):
            raise PublishError(f"{root} is in the output folder itself: publish to a folder outside of it")
        return Folder(root)
    if address.protocol in SFTP:
        from speakerine.upload.sftp import open_sftp

        return open_sftp(address)
    from speakerine.upload.remote import open_remote

    return open_remote(address)


def part_path(path: str) -> str:
    """Return where the file is while it is not whole: beside its place, in a name that is never too long."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{PART}{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def missing_package(address: Address, packages: str, extra: str = "") -> PublishError:
    """Return the error for a protocol whose packages are not installed."""
    install = f"pip install 'speakerine[{extra}]'" if extra else f"pip install {packages}"
    return PublishError(f"{address.shown} needs {packages}, which is not installed: {install}")
