"""What was sent, as the destination keeps it: each file's length and digest.

It is in gzip, for ten thousand episodes have a hundred thousand files. It comes from outside, so nothing in
it is believed that could lead out of the destination.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = ".speakerine-manifest.json.gz"

_VERSION = 1
_MAX_BYTES = 400_000_000
_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that speakerine put at the destination, by path; `generation` is another each time."""

    generation: str = ""
    files: Mapping[str, Sent] = field(default_factory=dict)


def manifest_to_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as it is kept; the same for the same."""
    files = {path: [sent.size_bytes, sent.sha256] for path, sent in sorted(manifest.files.items())}
    text = json.dumps({"version": _VERSION, "generation": manifest.generation, "files": files})
    return gzip.compress(text.encode(), 6, mtime=0)


def manifest_from_bytes(data: bytes | None) -> Manifest:
    """Return the manifest; an empty one where there is none, or one that cannot be believed."""
    if data is None:
        return Manifest()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            told = json.loads(file.read(_MAX_BYTES))
        if told["version"] != _VERSION:
            return Manifest()
        files = {path: sent_from_json(*sent) for path, sent in told["files"].items()}
        generation = str(told["generation"])
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest()
    return Manifest(generation, files) if all(map(is_inside, files)) else Manifest()


def sent_from_json(size_bytes: object, sha256: object) -> Sent:
    """Return the file that was sent.

    Raises:
        ValueError: these are no length and no digest.
    """
    if not isinstance(size_bytes, int) or not isinstance(sha256, str) or len(sha256) != _DIGITS:
        raise ValueError("no length and digest")
    return Sent(size_bytes, sha256)


def is_inside(path: str) -> bool:
    """Return whether the path leads to a file below the root, and nowhere else."""
    return all(
        part not in {"", ".", ".."} and "\\" not in part and "\0" not in part for part in path.split("/")
    )
