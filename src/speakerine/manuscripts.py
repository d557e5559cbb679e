"""Articles handed in to have episodes: read already, or only when they are wanted.

A file that is as it was when its episode was made is not read: the catalogue keeps what it gave.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from speakerine.errors import SpeakerineError
from speakerine.plan import Production, reading_basis
from speakerine.programme import Programme
from speakerine.publish.shelf.catalogue import peek_origins
from speakerine.publish.shelf.origins import Origin, Remembered, StampedFile
from speakerine.sources.gather import Found

SETTLED_NS = 2_000_000_000
"""How old a file must be for its stamp to be believed: it may change again within one tick of its file
system's clock, and keep its size. Source: FAT's ticks of two seconds, the longest there are."""

_NS_PER_S = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article handed in; `read` gives its programme, and raises SpeakerineError where there is none.

    `file` is the file that it comes from, where that may be remembered. `known` is what the catalogue keeps
    of it: `read` is for where the episode is another by now.
    """

    read: Callable[[], Programme]
    file: StampedFile | None = None
    known: Origin | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """An article's programme; `in_silence` is whether nothing had to be told of it."""

    programme: Programme
    in_silence: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Where manuscripts are handed in; files that changed after `settled_ns` are not remembered."""

    remembered: Remembered
    settled_ns: int

    def take(self, found: Found, read: Callable[[Found], Read]) -> Manuscript:
        """The manuscript of what was found, read unless its file is remembered.

        What is to be told of an article is told in every run: such files are read in every run.

        Raises:
            SpeakerineError: as `read` does.
        """
        file = self._stamped(found)
        known = self.remembered.origin(file) if file else None
        if known:
            return Manuscript(lambda: read(found).programme, file, known)
        done = read(found)
        return Manuscript(lambda: done.programme, file if done.in_silence else None)

    def _stamped(self, found: Found) -> StampedFile | None:
        if not (found.file and self.remembered.basis and found.file.changed_ns < self.settled_ns):
            return None
        return StampedFile(found.file.path, found.stamp, self.remembered.basis)


FORGETFUL = Desk(Remembered("", {}), 0)
"""Reads all, and remembers nothing."""


def open_desk(production: Production, *, force: bool) -> Desk:
    """Where this production's manuscripts are handed in; `force` as on the command line."""
    try:
        basis = reading_basis(production, force=force)
    except SpeakerineError:  # told when the episodes are to be made
        return FORGETFUL
    now_ns = int(production.now.timestamp()) * _NS_PER_S
    return Desk(peek_origins(production.output, basis), now_ns - SETTLED_NS)
