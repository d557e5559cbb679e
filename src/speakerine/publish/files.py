"""Files written whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from speakerine.errors import PublishError

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, content: str | bytes) -> bool:
    """Write the file through a temporary one beside it; return False when it was so already.

    Raises:
        PublishError: it cannot be written.
    """
    data = content.encode(errors="replace") if isinstance(content, str) else content
    temporary = path.with_name(f".{path.name}.part")
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


def cannot_write(path: Path, error: OSError) -> str:
    """Return the sentence for a file or folder that cannot be written."""
    reason = (error.strerror or str(error)).lower()
    return f"{path} cannot be written ({reason}): choose another folder with --output, or make room for it"
