"""The episodes there are, readable or not, and the one that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.inspecting.opened import open_text
from speakerine.inspecting.record_rules import Folder
from speakerine.publish.addresses import EPISODES, RECORD
from speakerine.publish.shelf.naming import LAST, meant_slug
from speakerine.publish.shelf.record import episode_from_json
from speakerine.publish.times import zoned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path


def episode_slugs(output: Path) -> list[str]:
    """The names of the episodes' folders, in order.

    Raises:
        PublishError: there is no such podcast.
    """
    episodes = output / EPISODES
    if not episodes.is_dir():
        raise PublishError(
            f"there is no podcast in {output}: make an episode with speakerine make, "
            "or say where it is with --output"
        )
    return sorted(folder.name for folder in episodes.iterdir() if folder.name[0] != "." and folder.is_dir())


def read_folder(folder: Path) -> Folder:
    """The episode's record, or why it cannot be read."""
    opened = open_text(folder / RECORD)
    if opened.fault:
        return Folder(folder.name, None, f"{RECORD} {opened.fault}")
    try:
        return Folder(folder.name, episode_from_json(opened.text))
    except (PublishError, ValueError, RecursionError, OverflowError) as error:
        return Folder(folder.name, None, f"{RECORD} cannot be used: {error}")


def choose(output: Path, slugs: Sequence[str], name: str) -> str:
    """The slug that is `name`, or the only one that has it in it, or that of the « last » episode.

    Raises:
        ConfigError: there is none, or more than one.
    """
    return meant_slug(slugs, name, _newest(output, slugs) if name == LAST else "")


def _newest(output: Path, slugs: Sequence[str]) -> str:
    """The slug of the newest episode whose record can be read, or ""."""
    newest: tuple[datetime, str] | None = None
    for slug in slugs:
        episode = read_folder(output / EPISODES / slug).episode
        if episode and (newest is None or (zoned(episode.published), slug) > newest):
            newest = zoned(episode.published), slug
    return newest[1] if newest else ""
