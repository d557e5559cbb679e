"""Clips kept between runs, so that nothing is spoken twice: one file a clip, under its segment's key."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from speakerine.engines.whole_file import drop_parts, write_whole
from speakerine.errors import EngineError
from speakerine.types import Audio, Clip, SpokenWord

MAX_BYTES = 2 << 30
"""About twelve hours of speech at 24 kHz."""
SUFFIX = ".clip"


class Clips(Protocol):
    """Where clips are kept: a folder, or a place that several machines share."""

    @property
    def shown(self) -> str:
        """Where that is, as it may be shown."""

    def get(self, key: str, /) -> Clip | None:
        """The clip of that key, or None where there is none or it is damaged."""

    def put(self, clip: Clip, /) -> None:
        """Keep the clip, whole or not at all.

        Raises:
            EngineError: it cannot be written.
        """

    def sound(self, key: str, /) -> Audio:
        """The sound of that key, which has been spoken.

        Raises:
            EngineError: the clip is gone or damaged.
        """

    def prune(self) -> int:
        """Bring what is kept under its limit; how many clips went."""


@dataclass(frozen=True, slots=True)
class ClipCache:
    """A folder of clips; a file is written whole or not at all."""

    folder: Path

    @property
    def shown(self) -> str:
        """The folder."""
        return str(self.folder)

    def get(self, key: str) -> Clip | None:
        """The clip of that key, or None where there is none or its file is damaged."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            os.utime(path)  # the oldest by use goes first when the cache is full
        except OSError:
            return None
        return read_clip(key, content)

    def sound(self, key: str) -> Audio:
        """See `Clips.sound`."""
        return sound_of(self, key)

    def put(self, clip: Clip) -> None:
        """Keep the clip.

        Raises:
            EngineError: the folder cannot be written.
        """
        path = self._path(clip.key)
        try:
            write_whole(path, clip_bytes(clip))
        except OSError as error:
            raise EngineError(
                f"The clip cache {self.folder} cannot be written ({error.strerror}): "
                "free some space, or name another folder with --cache."
            ) from error

    def size_bytes(self) -> int:
        """What the clips take on the disk."""
        return sum(size for _, size, _ in self._entries())

    def count(self) -> int:
        """How many clips there are."""
        return len(self._entries())

    def prune(self, max_bytes: int = MAX_BYTES) -> int:
        """Drop the clips unused for longest until the rest fits; how many went."""
        for folder in self.folder.glob("??"):
            drop_parts(folder)
        entries = self._entries()
        excess, gone = sum(size for _, size, _ in entries) - max_bytes, 0
        for _, size, path in sorted(entries):
            if excess <= 0:
                break
            path.unlink(missing_ok=True)
            excess, gone = excess - size, gone + 1
        return gone

    def clear(self) -> int:
        """Drop every clip; how many went."""
        return self.prune(0)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{SUFFIX}"

    def _entries(self) -> list[tuple[float, int, Path]]:
        stats = [(path, path.stat()) for path in self.folder.glob(f"??/*{SUFFIX}")]
        return [(stat.st_mtime, stat.st_size, path) for path, stat in stats]


def sound_of(clips: Clips, key: str) -> Audio:
    """See `Clips.sound`."""
    clip = clips.get(key)
    if clip is None:
        raise EngineError(
            f"A clip has gone from the cache {clips.shown} during the run: run the command again."
        )
    return clip.audio


def clip_bytes(clip: Clip) -> bytes:
    """The clip as it is kept: one line of JSON, then the samples."""
    head = {
        "sample_rate_hz": clip.audio.sample_rate_hz,
        "pcm_bytes": len(clip.audio.pcm),
        "words": [[w.text, w.start_ms, w.end_ms] for w in clip.words],
    }
    return json.dumps(head).encode() + b"\n" + clip.audio.pcm


def read_clip(key: str, content: bytes) -> Clip | None:
    """The clip that was kept so, or None where it is damaged."""
    head, _, pcm = content.partition(b"\n")
    try:
        told = json.loads(head)
        words = tuple(SpokenWord(*word) for word in told["words"])
        audio = Audio(pcm, told["sample_rate_hz"])
        whole = len(pcm) == told["pcm_bytes"]
    except (ValueError, KeyError, TypeError):
        return None
    return Clip(key, audio, words) if whole else None
