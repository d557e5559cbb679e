"""Clips kept between runs, so that nothing is spoken twice: one file a clip, under its segment's key."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from speakerine.errors import EngineError
from speakerine.types import Audio, Clip, SpokenWord

MAX_BYTES = 2 << 30
"""About twelve hours of speech at 24 kHz."""
_SUFFIX = ".clip"


@dataclass(frozen=True, slots=True)
class ClipCache:
    """A folder of clips. A file is one line of JSON, then the samples; written whole or not at all."""

    folder: Path

    def get(self, key: str) -> Clip | None:
        """The clip of that key, or None where there is none or its file is damaged."""
        path = self._path(key)
        try:
            head, _, pcm = path.read_bytes().partition(b"\n")
            told = json.loads(head)
            words = tuple(SpokenWord(*word) for word in told["words"])
            whole = len(pcm) == told["pcm_bytes"]
            os.utime(path)  # the oldest by use goes first when the cache is full
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Clip(key, Audio(pcm, told["sample_rate_hz"]), words) if whole else None

    def sound(self, key: str) -> Audio:
        """The sound of that key, which has been spoken.

        Raises:
            EngineError: the clip is gone or damaged.
        """
        clip = self.get(key)
        if clip is None:
            raise EngineError(
                f"A clip has gone from the cache {self.folder} during the run: run the command again."
            )
        return clip.audio

    def put(self, clip: Clip) -> None:
        """Keep the clip.

        Raises:
            EngineError: the folder cannot be written.
        """
        head = json.dumps(
            {
                "sample_rate_hz": clip.audio.sample_rate_hz,
                "pcm_bytes": len(clip.audio.pcm),
                "words": [[w.text, w.start_ms, w.end_ms] for w in clip.words],
            }
        )
        path = self._path(clip.key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(head.encode() + b"\n" + clip.audio.pcm)
            Path(file.name).replace(path)
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
        return self.folder / key[:2] / f"{key}{_SUFFIX}"

    def _entries(self) -> list[tuple[float, int, Path]]:
        stats = [(path, path.stat()) for path in self.folder.glob(f"??/*{_SUFFIX}")]
        return [(stat.st_mtime, stat.st_size, path) for path, stat in stats]
