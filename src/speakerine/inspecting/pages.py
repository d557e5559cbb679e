"""A page of the site, as its rules look at it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from pathlib import Path

FETCHING_LINKS = frozenset(
    {
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "manifest",
        "preload",
        "modulepreload",
        "prefetch",
        "mask-icon",
    }
)
"""Relations of <link> that a browser follows by itself."""


@dataclass(frozen=True, slots=True)
class Site:
    """The output folder, and which of its files were asked for: pages lead to the same ones."""

    output: Path
    _there: dict[str, bool] = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Whether something is at the path."""
        if path not in self._there:
            self._there[path] = (self.output / path).exists()
        return self._there[path]


@dataclass(frozen=True)
class Page:
    """A page: its path in the output folder, its text, its tree, and the site that it is of.

    `mp3` is the name of the sound that it is about, or "".
    """

    path: str
    text: str
    tree: Any = field(repr=False)
    site: Site = field(repr=False)
    mp3: str = ""

    @property
    def is_episode(self) -> bool:
        """Whether it is an episode's own."""
        return bool(self.mp3)

    def tags(self, name: str) -> list[Any]:
        """The elements of that name."""
        return list(self.tree.iter(name))

    def attributes(self, name: str) -> list[str]:
        """The values of that attribute, whichever elements have it."""
        found: list[str] = self.tree.xpath(f"//@{name}")
        return found

    @cached_property
    def policy(self) -> str:
        """Its Content-Security-Policy; "" where it has none."""
        for element in self.tags("meta"):
            if element.get("http-equiv", "").lower() == "content-security-policy":
                return str(element.get("content", ""))
        return ""

    @cached_property
    def fetched(self) -> list[str]:
        """What a browser fetches for it by itself."""
        links = [
            link.get("href", "")
            for link in self.tags("link")
            if FETCHING_LINKS.intersection(link.get("rel", "").lower().split())
        ]
        choices = (one.split() for value in self.attributes("srcset") for one in value.split(","))
        sources: list[str] = self.tree.xpath("//@src | //@poster | //object/@data | //embed/@data")
        return [*links, *sources, *(parts[0] for parts in choices if parts)]

    @cached_property
    def led_to(self) -> list[str]:
        """Every address that it fetches or leads to, each once."""
        return list(dict.fromkeys([*self.fetched, *self.attributes("href")]))

    def inside(self, address: str) -> str | None:
        """The path in the output folder of what the address leads to; None where that is elsewhere."""
        path = address.partition("#")[0].partition("?")[0]
        if not path or ":" in path or path.startswith("//"):
            return None
        return posixpath.normpath(f"{posixpath.dirname(self.path)}/{unquote(path)}").lstrip("/")
