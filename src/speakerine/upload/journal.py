"""What a run has sent so far, kept on this machine: one that was killed is gone on from, not begun again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from speakerine.errors import PublishError
from speakerine.upload.manifest import Sent, is_inside, sent_from_json


@dataclass(frozen=True, slots=True)
class Journal:
    """A file of lines: the generation of the manifest that it goes on from, then what was sent.

    It is worth nothing when another run has finished since: the manifest has another generation then.
    """

    path: Path

    def read(self, generation: str) -> dict[str, Sent]:
        """Return what was sent since the manifest of that generation; a line that is not whole ends it."""
        found: dict[str, Sent] = {}
        with suppress(OSError, ValueError, TypeError), self.path.open(encoding="utf-8") as lines:
            if json.loads(next(lines, '""')) != generation:
                return {}
            for line in lines:
                path, size_bytes, sha256 = json.loads(line)
                if is_inside(path):
                    found[path] = sent_from_json(size_bytes, sha256)
        return found

    def begin(self, generation: str, sent: dict[str, Sent]) -> IO[str]:
        """Return the file open for more lines, with those of `sent` in it.

        Raises:
            PublishError: it cannot be written.
        """
        part = self.path.with_suffix(".part")
        with writing_cache(self.path.parent):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8") as lines:
                lines.write(json.dumps(generation) + "\n")
                for path, one in sent.items():
                    lines.write(_line(path, one))
            part.replace(self.path)
            return self.path.open("a", encoding="utf-8")

    def note(self, lines: IO[str], path: str, sent: Sent) -> None:
        """Add a file that has been sent whole.

        Raises:
            PublishError: it cannot be written.
        """
        with writing_cache(self.path.parent):
            lines.write(_line(path, sent))
            lines.flush()

    def end(self) -> None:
        """Forget it: the destination's manifest says all that it says."""
        self.path.unlink(missing_ok=True)


@contextmanager
def writing_cache(folder: Path) -> Iterator[None]:
    """Tell of this machine's own disk what would else be taken for the destination's fault.

    Raises:
        PublishError: what is done inside fails.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PublishError(
            f"{folder} cannot be written ({reason}): make room there, or name another folder with --cache"
        ) from error


def _line(path: str, sent: Sent) -> str:
    return json.dumps([path, sent.size_bytes, sent.sha256]) + "\n"
