"""Files written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from speakerine.errors import PublishError

_PART = ".part"


def write_file(path: Path, content: str | bytes) -> bool:
    """Write the file through a temporary one beside it; return False when it was so already.

    Raises:
        PublishError: it cannot be written.
    """
    data = content.encode(errors="replace") if isinstance(content, str) else content
    temporary = path.with_name(f".{path.name}{_PART}")
    try:
        if _holds(path, data):
            return False
        try:
            temporary.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise PublishError(cannot_write(path, error)) from error
    return True


def _holds(path: Path, data: bytes) -> bool:
    """Return whether the file is there with that content."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def clear_parts(folder: Path) -> None:
    """Remove the temporary files that a killed `write_file` left anywhere in the folder."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.startswith(".") and name.endswith(_PART):
                with suppress(OSError):
                    (Path(parent) / name).unlink()


def cannot_write(path: Path, error: OSError) -> str:
    """Return the sentence for a file or folder that cannot be written."""
    reason = (error.strerror or str(error)).lower()
    return f"{path} cannot be written ({reason}): choose another folder with --output, or make room for it"
