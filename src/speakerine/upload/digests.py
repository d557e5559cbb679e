"""Digests of files, kept between runs: ten thousand episodes are not read again to find that none changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS digests (path TEXT PRIMARY KEY, stamp TEXT, digest TEXT)"


@dataclass(frozen=True, slots=True)
class Digests:
    """The digests of one folder's files, in a database; without it, where it is damaged or cannot be."""

    database: Path

    def of(self, stamps: Mapping[str, str], digest: Callable[[str], str]) -> dict[str, str]:
        """Return the digest of each path; `digest` makes that of a path whose stamp is not what it was."""
        kept = self._read()
        found = {
            path: known[1] if (known := kept.get(path)) and known[0] == stamp else digest(path)
            for path, stamp in stamps.items()
        }
        now = {path: (stamp, found[path]) for path, stamp in stamps.items()}
        if now != kept:
            self._write(now, kept)
        return found

    def _read(self) -> dict[str, tuple[str, str]]:
        with suppress(sqlite3.Error), closing(sqlite3.connect(self.database)) as rows:
            return {path: (stamp, digest) for path, stamp, digest in rows.execute("SELECT * FROM digests")}
        return {}

    def _write(self, now: Mapping[str, tuple[str, str]], kept: Mapping[str, tuple[str, str]]) -> None:
        changed = [(path, *row) for path, row in now.items() if kept.get(path) != row]
        gone = [[path] for path in kept if path not in now]
        with suppress(OSError):
            self.database.parent.mkdir(parents=True, exist_ok=True)
        if not kept:
            with suppress(OSError):
                self.database.unlink()
        with suppress(sqlite3.Error), closing(sqlite3.connect(self.database)) as rows, rows:
            rows.execute(_TABLE)
            rows.executemany("REPLACE INTO digests VALUES (?, ?, ?)", changed)
            rows.executemany("DELETE FROM digests WHERE path = ?", gone)
