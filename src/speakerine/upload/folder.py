"""A folder of this machine, or one that is mounted on it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from speakerine.upload.destination import Look, Present, part_path


@dataclass(frozen=True, slots=True)
class Folder:
    """See `Destination`. A file comes into its place by a rename."""

    root: Path

    def list_files(self, folders: Iterable[str], look: Look, /) -> dict[str, Present]:
        """See `Destination`."""
        return {path: present for found in look(self._list, folders) for path, present in found.items()}

    def make_folders(self, folders: Iterable[str]) -> None:
        """See `Destination`."""
        for folder in folders:
            (self.root / folder).mkdir(parents=True, exist_ok=True)

    def put(self, source: Path, path: str) -> None:
        """See `Destination`."""
        part = self.root / part_path(path)
        try:
            shutil.copyfile(source, part)
            part.replace(self.root / path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise

    def read(self, path: str) -> bytes | None:
        """See `Destination`."""
        with suppress(FileNotFoundError):
            return (self.root / path).read_bytes()
        return None

    def remove(self, path: str) -> None:
        """See `Destination`. Folders that are empty then go too, but for the root."""
        (self.root / path).unlink(missing_ok=True)
        with suppress(OSError):
            for parent in Path(path).parents[:-1]:
                (self.root / parent).rmdir()

    def close(self) -> None:
        """See `Destination`."""

    def _list(self, folder: str) -> dict[str, Present]:
        prefix = f"{folder}/" if folder else ""
        try:
            with os.scandir(self.root / folder) as entries:
                return {
                    prefix + entry.name: Present(entry.stat().st_size) for entry in entries if entry.is_file()
                }
        except FileNotFoundError:
            return {}
