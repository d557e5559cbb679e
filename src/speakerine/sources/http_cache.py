"""Pages as they were last fetched, one file an address, so that a server can say that nothing has changed."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_SUFFIX = ".page"
_PART = ".part"
_WRITTEN_WITHIN_S = 60
"""What has been half written for longer is of a run that was killed; a page is 20 MB at most."""

_MOST_PAGES = 500
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page, and what tells whether it has changed. `stored_at_s` is in seconds since 1970."""

    url: str
    body: bytes
    content_type: str
    charset: str
    etag: str
    last_modified: str
    stored_at_s: float


@dataclass(frozen=True, slots=True)
class HttpCache:
    """The pages in `folder`; a file is a line of JSON, then the body.

    What cannot be read or written is as if it were not there: the page is fetched again.
    """

    folder: Path

    def read(self, url: str) -> StoredPage | None:
        """The page last fetched from `url`, or None."""
        try:
            head, _, body = self._path(url).read_bytes().partition(b"\n")
            record = json.loads(head)
            if record.pop("format") != _FORMAT or record.pop("sha256") != hashlib.sha256(body).hexdigest():
                return None
            page = StoredPage(body=body, **record)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return page if page.url == url else None

    def write(self, page: StoredPage) -> None:
        """Keep `page` in the place of the one before, in one step."""
        record = {name: value for name, value in asdict(page).items() if name != "body"}
        record |= {"format": _FORMAT, "sha256": hashlib.sha256(page.body).hexdigest()}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._replace(self._path(page.url), json.dumps(record).encode() + b"\n" + page.body)
            self._prune(time.time())

    def _path(self, url: str) -> Path:
        return self.folder / (hashlib.sha256(url.encode()).hexdigest() + _SUFFIX)

    def _replace(self, path: Path, data: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self.folder, suffix=_PART)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _prune(self, now_s: float) -> None:
        """What a killed run left half written goes, and the pages that have been kept longest."""
        for part in self.folder.glob(f"*{_PART}"):
            with suppress(OSError):
                if abs(now_s - part.stat().st_mtime) > _WRITTEN_WITHIN_S:
                    part.unlink()
        pages = list(self.folder.glob(f"*{_SUFFIX}"))
        if len(pages) > _MOST_PAGES:
            by_age = sorted(pages, key=lambda path: path.stat().st_mtime)
            for path in by_age[: len(pages) - _MOST_PAGES]:
                path.unlink(missing_ok=True)
