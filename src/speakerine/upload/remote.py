"""A bucket, or whatever else an installed fsspec protocol reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speakerine.errors import PublishError
from speakerine.upload.address import Address
from speakerine.upload.destination import Look, Present, missing_package
from speakerine.upload.headers import cache_control, content_type

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_S3 = {"s3", "s3a"}
_BUCKETS = _S3 | {"gs", "gcs", "abfs", "abfss", "az", "oci", "oss", "r2"}
"""Where all files are listed at once, whatever their folders; elsewhere a folder at a time."""

_MEMORY = "memory"
"""fsspec's own, inside of the process."""

_MD5 = re.compile("[0-9a-f]{32}")
_ANSWER_WITHIN_S = 20


@dataclass(frozen=True, slots=True)
class Remote:
    """See `Destination`. A bucket takes a file at once, when all of it has come."""

    address: Address
    root: str

    def list_files(self, folders: Iterable[str], look: Look, /) -> dict[str, Present]:
        """See `Destination`."""
        files = self._files()
        files.invalidate_cache()
        if self.address.protocol not in _BUCKETS:
            return {path: present for found in look(self._list, folders) for path, present in found.items()}
        return self._present(files.find(self.root, detail=True).values())

    def make_folders(self, _folders: Iterable[str], /) -> None:
        """See `Destination`. fsspec makes them as files come."""

    def put(self, source: Path, path: str) -> None:
        """See `Destination`."""
        self._files().put_file(str(source), self._full(path), **self._headers(path))

    def read(self, path: str) -> bytes | None:
        """See `Destination`."""
        with suppress(FileNotFoundError):
            return bytes(self._files().cat_file(self._full(path)))
        return None

    def remove(self, path: str) -> None:
        """See `Destination`."""
        with suppress(FileNotFoundError):
            self._files().rm_file(self._full(path))

    def close(self) -> None:
        """See `Destination`. fsspec ends its connections with the process."""

    def _files(self) -> AbstractFileSystem:
        """The file system; fsspec keeps one a thread where it cannot be shared by several."""
        from fsspec.core import url_to_fs

        files, _ = url_to_fs(self.address.url, **_options(self.address))
        if self.address.protocol in _S3:
            files.retries = 1
        return files

    def _full(self, path: str) -> str:
        return f"{self.root}/{path}" if path else self.root

    def _list(self, folder: str) -> dict[str, Present]:
        try:
            return self._present(self._files().ls(self._full(folder), detail=True))
        except FileNotFoundError:
            return {}

    def _present(self, entries: Iterable[Mapping[str, Any]]) -> dict[str, Present]:
        prefix = len(self.root) + 1
        return {
            entry["name"][prefix:]: Present(entry.get("size") or 0, _md5(entry))
            for entry in entries
            if entry["type"] == "file"
        }

    def _headers(self, path: str) -> dict[str, str]:
        """What the server is told to answer with; only S3 is told."""
        if self.address.protocol not in _S3:
            return {}
        return {"ContentType": content_type(path), "CacheControl": cache_control(path)}


def open_remote(address: Address) -> Remote:
    """Return what the address names.

    Raises:
        PublishError: nobody knows its protocol, or what it needs is not installed.
    """
    from fsspec import get_filesystem_class
    from fsspec.core import url_to_fs

    if address.protocol == _MEMORY:
        raise PublishError(
            f"{address.shown} is gone when speakerine ends: give a folder, s3://bucket/folder or "
            "sftp://server/folder"
        )
    try:
        get_filesystem_class(address.protocol)
    except ValueError as error:
        raise PublishError(
            f"{address.shown}: there is no protocol “{address.protocol}”: give a folder, s3://bucket/folder "
            "or sftp://server/folder"
        ) from error
    except ImportError as error:
        if address.protocol in _S3:
            raise missing_package(address, "s3fs", "s3") from error
        raise PublishError(f"{address.shown} cannot be reached yet: {error}") from error
    try:
        _, root = url_to_fs(address.url, **_options(address))
    except (TypeError, AttributeError) as error:  # what the protocol's class misses
        raise PublishError(
            f"{address.shown}: “{address.protocol}” wants more than an address: give a folder, "
            "s3://bucket/folder or sftp://server/folder"
        ) from error
    if not root.strip("/"):
        raise PublishError(f"{address.shown} names no folder: write {address.protocol}://bucket/folder")
    return Remote(address, root.rstrip("/"))


def _options(address: Address) -> dict[str, Any]:
    """What is asked of the library. It tries nothing twice: `Carrier` does, and the waits would multiply."""
    if address.protocol not in _S3:
        return {}
    return {"config_kwargs": {"retries": {"total_max_attempts": 1}, "connect_timeout": _ANSWER_WITHIN_S}}


def _md5(entry: Mapping[str, Any]) -> str:
    """The MD5 that S3 gives as ETag of what came in one request. Source: Amazon S3 API, Object."""
    tag = str(entry.get("ETag", "")).strip('"')
    return tag if _MD5.fullmatch(tag) else ""
