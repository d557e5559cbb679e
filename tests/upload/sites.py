"""A small site to publish, as the output folder is laid out, and what a listener's app makes of a copy."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

BASE = "https://exemple.fr/podcast/"

HIDDEN = (
    ".lock",
    ".catalogue.sqlite",
    ".seen.json",
    ".staging-1/a.mp3",
    "episodes/.incoming-b/b.mp3",
    "README.md",
)


@dataclass(frozen=True, slots=True)
class Site:
    """An output folder whose files' content can be told by their length."""

    output: Path

    def put(self, path: str, content: bytes | str) -> Path:
        """Write a file as speakerine does: by a rename."""
        file = self.output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f".{file.name}.part")
        part.write_bytes(content.encode() if isinstance(content, str) else content)
        return part.replace(file)

    def add(self, slug: str, sound: bytes = b"") -> None:
        """Add an episode, or replace it, then write the lists and the feed."""
        folder = f"episodes/{slug}"
        self.put(f"{folder}/{slug}.mp3", sound or noise(slug, 3_000))
        self.put(f"{folder}/transcript.vtt", f"WEBVTT\n\n00:00.000 --> 00:01.000\n{slug}\n")
        self.put(f"{folder}/chapters.json", '{"version": "1.2.0", "chapters": []}')
        self.put(f"{folder}/cover.jpg", noise(f"{slug} cover", 500))
        self.put(f"{folder}/index.html", f"<!doctype html><title>{slug}</title>")
        self.put(f"{folder}/episode.json", "{}")
        self.write_lists()

    def write_lists(self) -> None:
        mp3s = sorted(self.output.glob("episodes/[!.]*/*.mp3"))
        self.put("index.html", "<!doctype html>" + "".join(f"<li>{mp3.stem}" for mp3 in mp3s))
        items = "".join(
            f'<item><enclosure url="{BASE}{mp3.relative_to(self.output)}" '
            f'length="{mp3.stat().st_size}"/></item>'
            for mp3 in mp3s
        )
        self.put("feed.xml", f"<rss><channel>{items}</channel></rss>")

    def listeners_paths(self) -> list[str]:
        """The files that listeners are to have."""
        files = (file.relative_to(self.output) for file in self.output.rglob("*") if file.is_file())
        shown = [file for file in files if not any(part.startswith(".") for part in file.parts)]
        return sorted(str(file) for file in shown if file.name not in {"README.md", "episode.json"})


def make_site(output: Path, slugs: Iterable[str] = ("marche", "gare")) -> Site:
    site = Site(output)
    site.put("assets/style.css", "body { color: black }")
    site.put("cover.jpg", noise("cover", 800))
    site.put("sw.js", "// worker")
    site.put("search/blocks.json", '["2024"]')
    site.put("search/2024.json", "[]")
    for slug in slugs:
        site.add(slug)
    for path in HIDDEN:
        site.put(path, "not for listeners")
    return site


def noise(seed: str, size_bytes: int) -> bytes:
    """Bytes that are always the same for the seed."""
    return hashlib.shake_256(seed.encode()).digest(size_bytes)


def copied_paths(folder: Path) -> list[str]:
    """What is in a destination that is a folder, its manifest apart."""
    found = (str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    return sorted(path for path in found if not path.startswith(".speakerine-manifest"))


def missing_enclosures(folder: Path) -> list[str]:
    """What the feed in the folder names and is not there with its length; none while there is no feed."""
    if not (folder / "feed.xml").exists():
        return []
    enclosures = ET.parse(folder / "feed.xml").iter("enclosure")
    named = {item.attrib["url"].removeprefix(BASE): int(item.attrib["length"]) for item in enclosures}
    return [path for path, size in named.items() if not _is_so_long(folder / path, size)]


def _is_so_long(file: Path, size_bytes: int) -> bool:
    return file.is_file() and file.stat().st_size == size_bytes
