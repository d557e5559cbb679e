"""Files of the cache, written whole or not at all, from several processes at once."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_PART = ".part"
_WRITTEN_WITHIN_S = 3600
"""What has been half written for longer is of a run that was killed."""


def write_whole(path: Path, content: bytes) -> None:
    """Write beside and rename: whoever reads sees all of it or nothing.

    Raises:
        OSError: it cannot be written; nothing of it is left.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=_PART)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def drop_parts(folder: Path) -> None:
    """Remove what killed runs left half written in the folder."""
    for part in folder.glob(f".*{_PART}"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _WRITTEN_WITHIN_S:
                part.unlink()
