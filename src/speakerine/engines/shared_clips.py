"""Clips kept where several machines reach them: in a bucket, on a server, wherever fsspec leads."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from speakerine.engines.clips import SUFFIX, ClipCache, Clips, clip_bytes, read_clip, sound_of
from speakerine.errors import ConfigError, EngineError, SpeakerineError, library_failures
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
        with self._reached():
            clip = self._fetch(key)
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
        with self._reached():
            files, path = self._file(clip.key)
            content = clip_bytes(clip)
            try:
                files.pipe_file(path, content)
            except FileNotFoundError:
                _make_folder(files, path.rpartition("/")[0])
                files.pipe_file(path, content)

    def prune(self) -> int:
        """See `Clips.prune`: of the clips of this machine alone."""
        return self.near.prune() if self.near else 0

    def _file(self, key: str) -> tuple[AbstractFileSystem, str]:
        files, root = _place(self.address, self.shown)
        return files, f"{root}/{key[:2]}/{key}{SUFFIX}"

    def _fetch(self, key: str) -> Clip | None:
        files, path = self._file(key)
        try:
            return read_clip(key, files.cat_file(path))
        except FileNotFoundError:
            return None

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Tell what a place fails with, whose ever library it comes from."""
        try:
            yield
        except SpeakerineError:
            raise
        except _failures() as error:
            told = error.strerror if isinstance(error, OSError) else str(error)
            reason = _SECRETS.sub("", told or type(error).__name__).rstrip(".")
            raise EngineError(
                f"The shared clips at {self.shown} cannot be reached ({reason}): see that this machine and "
                "every worker may read and write there, or name another --cache."
            ) from error


def open_clips(folder: Path, address: str = "") -> Clips:
    """The clips of that folder; with an address (file://, s3://, …) those there, kept in it too."""
    near = ClipCache(folder)
    return SharedClips(address.rstrip("/"), near) if address else near


def _make_folder(files: AbstractFileSystem, folder: str) -> None:
    """Make it, but no bucket: who writes a wrong name is not to have one of that name.

    Raises:
        FileNotFoundError: there is no such bucket.
    """
    bucket = folder.partition("/")[0]
    if bucket and not files.exists(bucket):
        raise FileNotFoundError(errno.ENOENT, f"there is no {bucket}: make it first")
    files.makedirs(folder, exist_ok=True)


def _failures() -> tuple[type[Exception], ...]:
    """What is told; of libraries, of those that are loaded."""
    return (OSError, EOFError, *library_failures())


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
    except (TypeError, AttributeError) as error:  # what the protocol's class misses
        raise ConfigError(
            f"--cache {shown} does not say enough: give a folder, or s3://bucket/folder."
        ) from error
    return files, root.rstrip("/")
