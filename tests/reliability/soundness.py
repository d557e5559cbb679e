"""What must be true of a podcast's folder at every moment, as a listener's app and the next run see it."""

from __future__ import annotations

import sqlite3
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from speakerine.upload.destination import PART
from tests.reliability.show_folder import BASE

_AT_WORK = (".staging-", ".incoming-", ".running", PART)
_ATOM = "{http://www.w3.org/2005/Atom}link"


@dataclass(frozen=True, slots=True)
class Named:
    """What a feed says of an episode."""

    feed: str
    guid: str
    title: str
    path: str
    length_bytes: int


def named_in(site: Path) -> list[Named]:
    """The episodes that the feed and all its archives name; each archive must be there and be XML."""
    feeds = ["feed.xml", *(f"archives/{path.name}" for path in sorted(site.glob("archives/[!.]*.xml")))]
    feeds += [path for path in _chain(site) if path not in feeds]
    return [one for feed in feeds for one in _episodes(site, feed)]


def _chain(site: Path) -> list[str]:
    """The feed and the archives that it leads to."""
    paths, path = [], "feed.xml"
    while path:
        paths.append(path)
        links = ET.parse(site / path).iter(_ATOM)
        before = [link.attrib["href"] for link in links if link.get("rel") == "prev-archive"]
        path = before[0].removeprefix(BASE) if before else ""
    return paths


def _episodes(site: Path, feed: str) -> list[Named]:
    items = ET.parse(site / feed).iter("item")
    return [
        Named(
            feed,
            item.findtext("guid", ""),
            item.findtext("title", ""),
            unquote(enclosure.attrib["url"].removeprefix(BASE)),
            int(enclosure.attrib["length"]),
        )
        for item in items
        for enclosure in item.iter("enclosure")
    ]


def faults(site: Path) -> list[str]:
    """What is wrong with the feed and what it names, in sentences."""
    if not (site / "feed.xml").exists():
        return []
    try:
        named = named_in(site)
    except (ET.ParseError, OSError) as error:
        return [f"a feed cannot be read: {error}"]
    return [fault for one in named if (fault := _fault(site, one))]


def _fault(site: Path, one: Named) -> str:
    file = site / one.path
    if not file.is_file():
        return f"{one.feed} names {one.path}, which is not there"
    there = file.stat().st_size
    if there != one.length_bytes:
        return f"{one.feed} says {one.length_bytes} bytes of {one.path}, which has {there}"
    return ""


def offered(site: Path) -> dict[str, str]:
    """The titles of the episodes that listeners are offered, by GUID."""
    return {one.guid: one.title for one in named_in(site)} if (site / "feed.xml").exists() else {}


def catalogue_faults(output: Path) -> list[str]:
    """What SQLite says of the catalogue as the killed run left it; nothing where it is sound."""
    path = output / ".catalogue.sqlite"
    if not path.exists():
        return []
    rows = sqlite3.connect(path)
    try:
        (answer,) = rows.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        answer = str(error)
    finally:
        rows.close()
    return [] if answer == "ok" else [f"the catalogue is damaged: {answer}"]


def litter(folder: Path) -> list[str]:
    """What only a run at work has: staging folders, files half written or half sent, the process's name."""
    found = (path for path in folder.rglob(".*") if path.name.startswith(_AT_WORK) or path.suffix == ".part")
    return sorted(path.relative_to(folder).as_posix() for path in found)


def paths_in(output: Path) -> list[str]:
    """Every file that is not hidden."""
    found = (path.relative_to(output) for path in output.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if not any(part[0] == "." for part in path.parts))
