"""The episodes there are, readable or not, and the one that is meant."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from speakerine.errors import ConfigError, PublishError
from speakerine.publish.addresses import EPISODES, RECORD
from speakerine.publish.record import episode_from_json
from speakerine.publish.times import newest_first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from speakerine.types import Episode

LAST = "last"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """An episode's folder, and its record; `fault` says why where it cannot be read."""

    folder: Path
    episode: Episode | None
    fault: str = ""


def kept_episodes(output: Path) -> list[Kept]:
    """Every episode's folder, by name.

    Raises:
        PublishError: there is no such podcast.
    """
    episodes = output / EPISODES
    if not episodes.is_dir():
        raise PublishError(
            f"there is no podcast in {output}: make an episode with speakerine make, "
            "or say where it is with --output"
        )
    folders = sorted(folder for folder in episodes.iterdir() if folder.is_dir() and folder.name[0] != ".")
    return [_kept(folder) for folder in folders]


def _kept(folder: Path) -> Kept:
    try:
        return Kept(folder, episode_from_json((folder / RECORD).read_text("utf-8")))
    except FileNotFoundError:
        return Kept(folder, None, f"{RECORD} is missing")
    except (OSError, UnicodeDecodeError) as error:
        return Kept(folder, None, f"{RECORD} cannot be read ({error})")
    except PublishError as error:
        return Kept(folder, None, f"{RECORD} cannot be used: {error}")


def choose(kept: Sequence[Kept], name: str) -> Kept:
    """The episode of that slug, or the only one whose slug has `name` in it, or the « last ».

    Raises:
        ConfigError: there is none, or more than one.
    """
    by_slug = {one.folder.name: one for one in kept}
    if name in by_slug:
        return by_slug[name]
    if name == LAST:
        return _newest(kept)
    found = [slug for slug in by_slug if name.lower() in slug]
    if len(found) == 1:
        return by_slug[found[0]]
    if found:
        raise ConfigError(f"“{name}” may be {_listed(found)}: write more of the name")
    raise ConfigError(f"there is no episode “{name}”: {_nearest(name, list(by_slug))}")


def _newest(kept: Sequence[Kept]) -> Kept:
    readable = {one.episode.guid: one for one in kept if one.episode}
    ordered = newest_first(one.episode for one in readable.values() if one.episode)
    if not ordered:
        raise ConfigError("there is no episode yet whose record can be read: run speakerine make")
    return readable[ordered[0].guid]


def _nearest(name: str, slugs: Sequence[str]) -> str:
    """What to write instead."""
    near = get_close_matches(name.lower(), slugs, n=1, cutoff=0.0)
    return f"the nearest is {near[0]}" if near else "there is none yet; run speakerine make"


def _listed(slugs: Sequence[str]) -> str:
    more = f" or one of {len(slugs) - _SHOWN} more" if len(slugs) > _SHOWN else ""
    return " or ".join(slugs[:_SHOWN]) + more
