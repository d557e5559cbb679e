"""The sound of an episode made again: it comes under a new name, beside the older one.

Two files cannot change in one moment. The feed that names the older sound is true until the newer feed
is there, whenever the run is killed, and nobody who is listening gets half of each. An app that read the
older feed finds what that named: the older sound goes when the one after the newer comes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.files import cannot_write

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_NAME = re.compile(r"(?P<stem>.+?)(-v(?P<version>\d{1,6}))?\.mp3")


def next_name(name: str, there: Collection[str]) -> str:
    """Return a name that none there has: « marche.mp3 », then « marche-v2.mp3 », and so on."""
    stem = name.removesuffix(".mp3")
    versions = [version_of(other) for other in there if _stem_of(other) == stem]
    return f"{stem}-v{max(versions) + 1}.mp3" if versions else name


def version_of(name: str) -> int:
    """Return 2 for « marche-v2.mp3 », 1 for « marche.mp3 » and for any other name."""
    found = _NAME.fullmatch(name)
    return int(found["version"] or 1) if found else 1


def sounds_in(folder: Path) -> list[Path]:
    """Return the MP3s of an episode's folder, the newest version last."""
    return sorted(folder.glob("[!.]*.mp3"), key=lambda path: (version_of(path.name), path.name))


def clear_older_sounds(folder: Path, newest: str) -> None:
    """Remove what the episode sounded like, but for the newest and the one before; its feed must be there.

    Raises:
        PublishError: a file cannot be removed.
    """
    stem = _stem_of(newest)
    older = [path for path in sounds_in(folder) if path.name != newest and _stem_of(path.name) == stem]
    for path in older[:-1]:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise PublishError(cannot_write(path, error)) from error


def _stem_of(name: str) -> str:
    found = _NAME.fullmatch(name)
    return found["stem"] if found else name
