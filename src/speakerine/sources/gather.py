"""What a source holds: a file, a folder, a page, a feed, each article to be read when it is wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from speakerine.errors import SourceError

if TYPE_CHECKING:  # readers are slow to load, and most runs need none, or one
    from speakerine.sources.feed import Entry
    from speakerine.sources.fetch import Fetcher, Page
    from speakerine.sources.robots import Robots
    from speakerine.types import Article

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"})
"""The files of a folder that are taken for articles."""

PAGE, FEED = "page", "feed"


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a source holds, not read yet.

    `identity` names it from one run to the next; `stamp` changes when the source says that it was
    edited. `read` gives the article, and raises SourceError as the readers do. `file` is there where it
    is one.
    """

    name: str
    identity: str
    stamp: str
    published: datetime | None
    read: Callable[[], Article] = field(compare=False)
    file: FoundFile | None = None


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was found: its path from the root, links and all, and when it last changed.

    `changed_ns` is since 1970, and counts a new name and new rights as changes too.
    """

    path: str
    changed_ns: int


def is_address(source: str) -> bool:
    """Whether the source is on the web."""
    return source.lower().startswith(("http://", "https://"))


def find_articles(
    source: str, fetcher: Fetcher, *, kind: str = "", robots: Robots | None = None
) -> list[Found]:
    """What a source holds, in its own order; one request at the most.

    `kind` is PAGE or FEED where it is known. With `robots`, sites that want no programs are left alone.

    Raises:
        SourceError: it cannot be fetched or listed, or is of another kind than `kind`.
    """
    if not is_address(source):
        return find_files(Path(source))
    from speakerine.sources.refusals import shown

    if robots and kind != FEED and not robots.allowed(source):
        raise SourceError(f"{shown(source)} is not for programs, says the site's robots.txt: leave it out.")
    page = fetcher.fetch(source)
    from speakerine.sources.feed import is_feed, parse_feed

    if kind == FEED or (kind != PAGE and is_feed(page.body, page.content_type)):
        feed = parse_feed(page.body, page.url, page.charset)
        return [_in_feed(entry, fetcher, robots) for entry in feed.entries]
    return [_on_page(page, source)]


def find_files(path: Path) -> list[Found]:
    """The articles of a folder, in the order of their names, or that of a file.

    Raises:
        SourceError: the folder cannot be listed.
    """
    return _in_folder(path) if path.is_dir() else [_in_file(path)]


def _in_folder(folder: Path) -> list[Found]:
    try:
        paths = sorted(
            p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith(".")
        )
    except OSError as error:
        raise SourceError(
            f"{folder} cannot be listed: {error.strerror}. Check that it is yours to open."
        ) from error
    return [_in_file(path) for path in paths]


def _in_file(path: Path) -> Found:
    """The article of a file. Its inode and the time of its last change tell what its own time hides."""

    def read() -> Article:
        from speakerine.sources.files import read_source

        return read_source(path)

    name = str(path)
    try:
        stat = path.stat()
    except OSError:
        return Found(name, str(path.resolve()), "", None, read)
    stamp = f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino} {stat.st_size}"
    changed = datetime.fromtimestamp(stat.st_mtime, UTC)
    file = FoundFile(str(path.absolute()), max(stat.st_mtime_ns, stat.st_ctime_ns))
    return Found(name, str(path.resolve()), stamp, changed, read, file)


def _on_page(page: Page, source: str) -> Found:
    from speakerine.sources.webpage import read_page

    return Found(
        source,
        source,
        _digest(page.etag or page.last_modified, page.body),
        None,
        lambda: read_page(page, source),
    )


def _in_feed(entry: Entry, fetcher: Fetcher, robots: Robots | None) -> Found:
    from speakerine.sources.feed import has_full_content, read_entry

    said = (entry.title, str(entry.updated), entry.summary_html, entry.content_html)
    asked = None if has_full_content(entry) else robots
    return Found(
        entry.title or entry.url or entry.id,
        entry.id,
        _digest(*said),
        entry.published or entry.updated,
        lambda: read_entry(entry, fetcher, asked),
    )


def _digest(*parts: str | bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode() if isinstance(part, str) else part)
        whole.update(b"\0")
    return whole.hexdigest()


def oldest_first(found: list[Found]) -> list[Found]:
    """By date; those without one after the dated, in their own order."""
    late = datetime.max.replace(tzinfo=UTC)
    return sorted(found, key=lambda one: one.published or late)
