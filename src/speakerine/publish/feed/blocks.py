"""A long list cut in blocks of which one more episode changes one.

The episodes themselves say where: a block ends after one whose GUID hashes to a multiple, as content-defined
chunking does it. Wherever an episode comes in or goes out, the cuts before it stay, and those after it
are found again within a block or two. Blocks numbered by count would all change.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Named(Protocol):
    """What has an identity and a place."""

    @property
    def guid(self) -> str:
        """Its identity, which decides where blocks end."""

    @property
    def slug(self) -> str:
        """Its place, which names the block that it opens."""


_T = TypeVar("_T", bound=Named)


@dataclass(frozen=True, slots=True)
class Block(Generic[_T]):
    """Episodes that stand together, the oldest first; the name is the slug of that one."""

    episodes: tuple[_T, ...]

    @property
    def name(self) -> str:
        """What the block's files are called."""
        return self.episodes[0].slug


@dataclass(frozen=True, slots=True)
class Cut(Generic[_T]):
    """A list, cut: whole blocks, the oldest first, and the newest episodes that fill none yet."""

    blocks: tuple[Block[_T], ...]
    rest: tuple[_T, ...]


def cut_blocks(oldest_first: Sequence[_T], typical: int) -> Cut[_T]:
    """Return the list cut in blocks of some `typical` episodes: half of that at least, twice at most."""
    least, most, sides = typical // 2 or 1, typical * 2, max(1, typical - typical // 2)
    blocks: list[Block[_T]] = []
    begins = 0
    for at, episode in enumerate(oldest_first, start=1):
        size = at - begins
        if size >= most or (size >= least and zlib.crc32(episode.guid.encode()) % sides == 0):
            blocks.append(Block(tuple(oldest_first[begins:at])))
            begins = at
    return Cut(tuple(blocks), tuple(oldest_first[begins:]))


@dataclass(frozen=True, slots=True)
class Layout(Generic[_T]):
    """Where the episodes of a list stand: the newest on its first page, the others in whole blocks.

    Both are oldest first. No episode stands twice.
    """

    first: tuple[_T, ...]
    older: tuple[Block[_T], ...]


def lay_out(oldest_first: Sequence[_T], at_least: int, typical: int) -> Layout[_T]:
    """Return the list with at least so many episodes, where there are, on its first page."""
    if len(oldest_first) <= at_least:
        return Layout(tuple(oldest_first), ())
    cut = cut_blocks(oldest_first, typical)
    first, older = cut.rest, list(cut.blocks)
    while older and len(first) < at_least:
        first = older.pop().episodes + first
    return Layout(first, tuple(older))
