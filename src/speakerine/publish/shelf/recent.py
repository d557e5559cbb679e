"""Episodes read from their records, those of a moment ago kept: pages, search and feed each want them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.addresses import RECORD
from speakerine.publish.shelf.record import episode_from_json

if TYPE_CHECKING:
    from pathlib import Path

    from speakerine.types import Episode

_KEPT_BYTES = 24_000_000
"""Of records; an episode in memory takes a few times that. Some 800 short articles, or ten long editions."""


def read_episode(folder: Path) -> Episode:
    """Return the episode as the record in its folder has it, with the folder's name and the MP3's length.

    Raises:
        PublishError: the record cannot be read, or the MP3.
    """
    episode = episode_from_json(read_record(folder).decode())
    try:
        length_bytes = (folder / episode.enclosure.path).stat().st_size
    except OSError as error:
        raise PublishError(f"{episode.enclosure.path} of {folder.name} cannot be read: {error}") from error
    return replace(episode, slug=folder.name, enclosure=replace(episode.enclosure, length_bytes=length_bytes))


def read_record(folder: Path) -> bytes:
    """Return the record's text in UTF-8.

    Raises:
        PublishError: it is missing, or cannot be read.
    """
    try:
        data = (folder / RECORD).read_bytes()
        data.decode()
    except FileNotFoundError as error:
        raise PublishError(f"{RECORD} is missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PublishError(f"{RECORD} cannot be read: {error}") from error
    return data


class RecentEpisodes:
    """Gives episodes by their folder, and keeps the last ones that were asked for.

    A state of an episode is known by its digest: another one is read anew.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Path, str], tuple[Episode, int]] = OrderedDict()
        self._bytes = 0

    def __call__(self, folder: Path, digest: str) -> Episode:
        """Return the episode.

        Raises:
            PublishError: its record cannot be read, or its MP3.
        """
        key = (folder, digest)
        if key not in self._kept:
            episode = read_episode(folder)
            length_bytes = (folder / RECORD).stat().st_size
            self._kept[key] = (episode, length_bytes)
            self._bytes += length_bytes
        self._kept.move_to_end(key)
        episode, _ = self._kept[key]
        while self._bytes > _KEPT_BYTES and len(self._kept) > 1:
            _, (_, length_bytes) = self._kept.popitem(last=False)
            self._bytes -= length_bytes
        return episode
