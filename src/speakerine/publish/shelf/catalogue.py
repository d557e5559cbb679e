"""What is published, at a glance: enough of every record to list them, found without reading 10 000 of them.

It is derived from the records, and made again from them wherever it is missing or damaged. A row is
believed as long as the time and the size of its record are what they were.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.addresses import EPISODES, RECORD
from speakerine.publish.listing import Listing, listing_from_json, listing_of, listing_to_json
from speakerine.publish.shelf.origins import ORIGINS_TABLE, Origins, Remembered, remembered
from speakerine.publish.shelf.recent import read_episode, read_record
from speakerine.publish.shelf.record import episode_from_json
from speakerine.publish.times import zoned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from speakerine.types import Episode

CATALOGUE = ".catalogue.sqlite"
"""In the output folder; hidden, so that no server gives it."""

_VERSION = 2
"""Changes when a row means something else, which makes all of them again."""

_ABSENT = -1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TABLES = """
CREATE TABLE IF NOT EXISTS episodes (
  slug TEXT PRIMARY KEY, guid TEXT NOT NULL, published_us INTEGER NOT NULL, stamp TEXT NOT NULL,
  digest TEXT NOT NULL, mp3 TEXT NOT NULL, length_bytes INTEGER NOT NULL, listing TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_guid ON episodes (guid);
CREATE TABLE IF NOT EXISTS written (path TEXT PRIMARY KEY, digest TEXT NOT NULL);
"""
_NAMES = ("episodes", "written", "origins")
_VIEW = """
CREATE TEMP VIEW offered AS SELECT * FROM episodes AS one WHERE length_bytes >= 0 AND slug = (
  SELECT min(slug) FROM episodes AS same WHERE same.guid = one.guid AND same.length_bytes >= 0
);
"""
"""Episodes whose MP3 is there; of several with one GUID, the first by name."""

_IN_ORDER = "SELECT slug, guid, digest || ':' || length_bytes FROM offered ORDER BY published_us, guid"


@dataclass(frozen=True, slots=True)
class Place:
    """An episode's place in the list; the digest changes with its record and with its MP3's length."""

    slug: str
    guid: str
    digest: str


class Catalogue:
    """The episodes of an output folder, of which of their states each page was written, and their origins."""

    def __init__(self, output: Path, rows: sqlite3.Connection) -> None:
        self.output = output
        self.origins = Origins(rows)
        self._rows = rows

    def folder(self, slug: str) -> Path:
        """Return the folder of the episode of that slug."""
        return self.output / EPISODES / slug

    def refresh(self, on_problem: Callable[[str], None] = lambda _: None) -> None:
        """Look at every episode's folder; `on_problem` is told which is left out, and why."""
        rows = self._rows.execute("SELECT slug, stamp, mp3 FROM episodes")
        known: dict[str, tuple[str, str]] = {slug: (stamp, mp3) for slug, stamp, mp3 in rows}
        slugs = slugs_in(self.output)
        with self.at_once():
            for slug in slugs:
                stamp, mp3 = known.get(slug, ("", ""))
                self._look_at(slug, stamp, mp3, on_problem)
            self.leave_out(set(known).difference(slugs))
        self._tell_twins(on_problem)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Keep what is noted inside together, or, when that fails, none of it."""
        self._rows.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._rows.in_transaction:  # a full disk has ended it already
                self._rows.execute("ROLLBACK")
            raise
        self._rows.execute("COMMIT")

    def note(self, slug: str) -> None:
        """Look at one episode's folder, which has changed, come, or gone."""
        if (self.folder(slug) / RECORD).is_file():
            self._look_at(slug, "", "", lambda _: None)
        else:
            self.leave_out([slug])

    def find(self, guid: str) -> Listing | None:
        """Return the episode of that GUID, or None."""
        row = self._rows.execute("SELECT slug FROM offered WHERE guid = ?", [guid]).fetchone()
        return self.listings(row)[0] if row else None

    def owners(self) -> dict[str, str]:
        """Return the GUID of the record in each folder that has one that can be read."""
        return dict(self._rows.execute("SELECT slug, guid FROM episodes"))

    def folders_of(self, guid: str) -> list[str]:
        """Return the slugs of the folders whose record has that GUID, offered or not."""
        return [slug for (slug,) in self._rows.execute("SELECT slug FROM episodes WHERE guid = ?", [guid])]

    def oldest_first(self) -> list[Place]:
        """Return the place of every episode; the GUID settles a draw."""
        return [Place(*row) for row in self._rows.execute(_IN_ORDER)]

    def listings(self, slugs: Iterable[str]) -> list[Listing]:
        """Return what lists show of these episodes, in the order of their slugs given."""
        query = "SELECT listing, length_bytes FROM episodes WHERE slug = ?"
        return [_listing(*self._rows.execute(query, [slug]).fetchone()) for slug in slugs]

    def episode(self, slug: str) -> Episode:
        """Return the episode as its record has it, with its folder's name and its MP3's length.

        Raises:
            PublishError: the record cannot be read, or its MP3.
        """
        return read_episode(self.folder(slug))

    def written(self) -> dict[str, str]:
        """Return the digests of what the files that are there were written from, by path."""
        output = f"{self.output}/"
        rows = self._rows.execute("SELECT path, digest FROM written")
        return {path: digest for path, digest in rows if os.path.exists(output + path)}

    def note_written(self, path: str, digest: str) -> None:
        """Keep of what the file was written."""
        self._rows.execute("REPLACE INTO written VALUES (?, ?)", [path, digest])

    def leave_out(self, slugs: Iterable[str]) -> None:
        """Forget these episodes: they are in no list until their folders are looked at again."""
        self._rows.executemany("DELETE FROM episodes WHERE slug = ?", [[slug] for slug in slugs])

    def _look_at(self, slug: str, stamp: str, mp3: str, on_problem: Callable[[str], None]) -> None:
        folder = f"{self.output}/{EPISODES}/{slug}"
        now = _stamp(f"{folder}/{RECORD}")
        if not now or now != stamp:
            try:
                mp3 = self._read(slug, now)
            except PublishError as error:
                self.leave_out([slug])
                on_problem(f"{folder} is left out: {error}. Make the episode again, or remove it")
                return
        length_bytes = _size(f"{folder}/{mp3}")
        if length_bytes == _ABSENT:
            on_problem(f"{folder} is left out: {mp3} is missing. Make the episode again, or remove it")
        query = "UPDATE episodes SET length_bytes = ? WHERE slug = ? AND length_bytes != ?"
        self._rows.execute(query, [length_bytes, slug, length_bytes])

    def _read(self, slug: str, stamp: str) -> str:
        """Keep the row of a record; return the name of its MP3."""
        data = read_record(self.folder(slug))
        try:
            episode = replace(episode_from_json(data.decode()), slug=slug)
        except PublishError as error:
            raise PublishError(f"{RECORD} cannot be used: {error}") from error
        published_us = (zoned(episode.published) - _EPOCH) // timedelta(microseconds=1)
        digest, listing = hashlib.sha256(data).hexdigest(), listing_to_json(listing_of(episode))
        mp3 = episode.enclosure.path
        row = [slug, episode.guid, published_us, stamp, digest, mp3, _ABSENT, listing]
        self._rows.execute("REPLACE INTO episodes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        return mp3

    def _tell_twins(self, on_problem: Callable[[str], None]) -> None:
        query = "SELECT guid FROM episodes WHERE length_bytes >= 0 GROUP BY guid HAVING count(*) > 1"
        for (guid,) in self._rows.execute(query).fetchall():
            first, *others = sorted(self.folders_of(guid))
            for other in others:
                on_problem(f"{self.folder(other)} is left out: it is the same episode as {first}")


@contextmanager
def open_catalogue(output: Path) -> Iterator[Catalogue]:
    """Give the folder's catalogue, as it was left.

    Where the folder cannot be written the catalogue is made in memory, for this time.

    Raises:
        PublishError: it cannot be written any more, as when the disk is full.
    """
    rows = _connect(output / CATALOGUE)
    try:
        yield Catalogue(output, rows)
    except sqlite3.Error as error:
        raise PublishError(
            f"{output / CATALOGUE} cannot be written ({error}): make room for it, or remove it"
        ) from error
    finally:
        rows.close()


def peek_origins(output: Path, basis: str) -> Remembered:
    """Return the files that gave episodes on that basis, as the last run left it; none where nobody knows.

    Other runs are not kept out: what it says is to be asked again of the catalogue, once that is open.
    """
    address = f"{(output / CATALOGUE).absolute().as_uri()}?mode=ro"
    with suppress(sqlite3.Error), closing(sqlite3.connect(address, uri=True)) as rows:
        if _version(rows) == _VERSION:
            return remembered(rows, basis)
    return Remembered(basis, {})


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return _opened(str(path))
    except sqlite3.OperationalError:
        return _opened(":memory:")
    except sqlite3.DatabaseError:
        with suppress(OSError):
            path.unlink()
        return _opened(":memory:" if path.exists() else str(path))


def _opened(name: str) -> sqlite3.Connection:
    rows = sqlite3.connect(name, timeout=30, isolation_level=None)
    rows.execute("PRAGMA synchronous = OFF")  # what is lost is made again
    if _version(rows) != _VERSION:
        rows.executescript("".join(f"DROP TABLE IF EXISTS {name};" for name in _NAMES))
        rows.executescript(_TABLES + ORIGINS_TABLE)
        rows.execute(f"PRAGMA user_version = {_VERSION}")
    rows.executescript(_VIEW)
    return rows


def _version(rows: sqlite3.Connection) -> int:
    (version,) = rows.execute("PRAGMA user_version").fetchone()
    return int(version)


def slugs_in(output: Path) -> Sequence[str]:
    """Return the names of the episodes' folders, in order; none that no address could hold."""
    try:
        with os.scandir(output / EPISODES) as entries:
            named = [entry for entry in entries if entry.name[0] != "." and entry.name.isprintable()]
            return sorted(entry.name for entry in named if entry.is_dir())
    except FileNotFoundError:
        return []


def _listing(kept: str, length_bytes: int) -> Listing:
    listing = listing_from_json(kept)
    return replace(listing, enclosure=replace(listing.enclosure, length_bytes=length_bytes))


def _stamp(path: str) -> str:
    """Return the file's time and size; "" where there is none."""
    try:
        stat = os.stat(path)
    except OSError:
        return ""
    return f"{stat.st_mtime_ns}:{stat.st_size}"


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return _ABSENT
