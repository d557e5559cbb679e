"""An episode read back from its MP3: from the record in its tag, else from the frames that players read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any

from speakerine.errors import PublishError
from speakerine.publish.tags.guard import open_tag
from speakerine.publish.tags.packing import OWNER, unpack_record
from speakerine.publish.tags.rebuild import rebuild_episode

if TYPE_CHECKING:
    from pathlib import Path

    from speakerine.types import Episode


def recover_episode(mp3: Path, zone: tzinfo = UTC) -> Episode:
    """Return the episode that the MP3's own tag tells, its length and name those of the file.

    Without the whole record in it, the episode is put together from the frames that players read, and
    from transcript.json where it is beside; it then has no fingerprint, so that `make` makes it anew.
    `zone` is the one of a date without any.

    Raises:
        PublishError: the file cannot be read, or its tag holds nothing to go by.
    """
    tag = open_tag(mp3)
    if tag is None:
        raise PublishError(
            f"{mp3.name} has no tag to make a record from: make the episode again, or remove it"
        )
    episode = _recorded(tag) or rebuild_episode(tag, mp3, zone)
    try:
        length_bytes = mp3.stat().st_size
    except OSError as error:
        raise PublishError(f"{mp3.name} cannot be read: {error}") from error
    return replace(episode, enclosure=replace(episode.enclosure, path=mp3.name, length_bytes=length_bytes))


def _recorded(tag: Any) -> Episode | None:
    """Return the first whole record of the tag, or None."""
    packed = (each.data for each in tag.getall("PRIV") if each.owner == OWNER)
    return next((episode for data in packed if (episode := unpack_record(data))), None)
