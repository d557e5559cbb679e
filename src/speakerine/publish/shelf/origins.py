"""The files that episodes were made from: one that is as it was need not be read to know its episode.

Derived, as all of the catalogue is: without it, the next run reads every file once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

ORIGINS_TABLE = """
CREATE TABLE IF NOT EXISTS origins (
  guid TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, basis TEXT NOT NULL,
  record TEXT NOT NULL
);
"""
"""One file an episode, and one episode a file: what is noted takes the place of both."""


@dataclass(frozen=True, slots=True)
class StampedFile:
    """A file as it is, by its path from the root.

    `stamp` changes with the file, `basis` with all else that decides what it gives: show, voices, software.
    """

    path: str
    stamp: str
    basis: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that the episode of that GUID was made from; `record` is the digest of its record."""

    file: StampedFile
    guid: str
    record: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """The files that gave episodes on one basis: GUID and digest of the record, by path and stamp."""

    basis: str
    episodes: Mapping[tuple[str, str], tuple[str, str]]

    def origin(self, file: StampedFile) -> Origin | None:
        """Return what the file gave when it was just as it is, or None."""
        found = self.episodes.get((file.path, file.stamp)) if file.basis == self.basis else None
        return Origin(file, *found) if found else None


def remembered(rows: sqlite3.Connection, basis: str) -> Remembered:
    """Return what a catalogue keeps of the files that gave episodes on that basis."""
    query = "SELECT path, stamp, guid, record FROM origins WHERE basis = ?"
    kept = rows.execute(query, [basis])
    return Remembered(basis, {(path, stamp): (guid, record) for path, stamp, guid, record in kept})


class Origins:
    """Which file each episode was made from."""

    def __init__(self, rows: sqlite3.Connection) -> None:
        self._rows = rows

    def slug(self, origin: Origin) -> str | None:
        """Return the slug of the episode that it gave; None where that changed, went, or has a double."""
        query = "SELECT slug, digest, length_bytes FROM episodes WHERE guid = ?"
        there = self._rows.execute(query, [origin.guid]).fetchall()
        if len(there) != 1:
            return None
        ((slug, record, length_bytes),) = there
        return slug if record == origin.record and length_bytes >= 0 else None

    def record(self, slug: str) -> str:
        """Return the digest of the record of the episode of that slug, which is there."""
        (digest,) = self._rows.execute("SELECT digest FROM episodes WHERE slug = ?", [slug]).fetchone()
        return str(digest)

    def note(self, origins: Iterable[Origin]) -> None:
        """Keep of these episodes which files gave them."""
        rows = [[o.guid, o.file.path, o.file.stamp, o.file.basis, o.record] for o in origins]
        self._rows.executemany("REPLACE INTO origins VALUES (?, ?, ?, ?, ?)", rows)
