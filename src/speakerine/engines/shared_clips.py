"""Clips kept where several machines reach them: in a bucket, on a server, wherever fsspec leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from speakerine.engines.clips import SUFFIX, ClipCache, Clips, clip_bytes, read_clip, sound_of
from speakerine.errors import ConfigError, EngineError
from speakerine.types import Audio, Clip

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_SECRETS = re.compile(r"(?<=://)[^@/]*@|\?.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SharedClips:
    """A place of clips by its address, such as s3://bucket/clips.

    What it holds is for its keeper to limit, by the rules of a bucket: no run drops the clips of another.
    `near` is a folder of this machine's, so that each clip makes the way once.
    """

    address: str
    near: ClipCache | None = None

    @property
    def shown(self) -> str:
        """The address, without the password in it."""
        return _SECRETS.sub("", self.address)

    def get(self, key: str) -> Clip | None:
        """See `Clips.get`.

        Raises:
            ConfigError, EngineError: the place cannot be reached.
        """
        kept = self.near.get(key) if self.near else None
        if kept is not None:
            return kept
        files, path = self._file(key)
        try:
            clip = read_clip(key, files.cat_file(path))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._out_of_reach(error) from error
        if clip is not None and self.near:
            self.near.put(clip)
        return clip

    def sound(self, key: str) -> Audio:
        """See `Clips.sound`."""
        return sound_of(self, key)

    def put(self, clip: Clip) -> None:
        """See `Clips.put`; where it is written in pieces, one that is cut short counts as damaged.

        Raises:
            ConfigError, EngineError: the place cannot be written.
        """
        files, path = self._file(clip.key)
        try:
            files.makedirs(path.rpartition("/")[0], exist_ok=True)
            files.pipe_file(path, clip_bytes(clip))
        except OSError as error:
            raise self._out_of_reach(error) from error

    def prune(self) -> int:
        """See `Clips.prune`: of the clips of this machine alone."""
        return self.near.prune() if self.near else 0

    def _file(self, key: str) -> tuple[AbstractFileSystem, str]:
        files, root = _place(self.address, self.shown)
        return files, f"{root}/{key[:2]}/{key}{SUFFIX}"

    def _out_of_reach(self, error: OSError) -> EngineError:
        return EngineError(
            f"The shared clips at {self.shown} cannot be reached ({error.strerror or type(error).__name__}): "
            "see that this machine and every worker may read and write there, or name another --cache."
        )


def open_clips(folder: Path, address: str = "") -> Clips:
    """The clips of that folder; with an address (file://, s3://, …) those there, kept in it too."""
    near = ClipCache(folder)
    return SharedClips(address.rstrip("/"), near) if address else near


@lru_cache(maxsize=4)
def _place(address: str, shown: str) -> tuple[AbstractFileSystem, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise ConfigError(f"--cache {shown} needs fsspec: pip install fsspec.") from error
    try:
        files, root = url_to_fs(address)
    except ImportError as error:
        raise ConfigError(f"--cache {shown} cannot be used yet: {error}.") from error
    except ValueError as error:
        raise ConfigError(f"--cache {shown} is no place that is known: {error}.") from error
    return files, root.rstrip("/")
