"""A folder on a disk of its own, full or read-only, that only the command run `inside` sees."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType

import pytest

_BLOCK = 4096
_ROOMY = "400m"
_UNSHARE = (
    ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--user", "--map-root-user", "--mount")
)


def _can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    trial = [*_UNSHARE, "mount", "-t", "tmpfs", "speakerine", "/mnt"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


needs_small_disks = pytest.mark.skipif(not _can_mount(), reason="this machine lets nobody mount a small disk")


class SmallDisk:
    """The folder's content on a tmpfs in a mount namespace, with so much room left over."""

    def __init__(self, folder: Path, free_kb: int) -> None:
        self._folder, self._free_bytes = folder, free_kb * 1024

    def __enter__(self) -> SmallDisk:
        self._holder = subprocess.Popen(
            [*_UNSHARE, "sh", "-c", "echo ready; exec cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == b"ready\n"
        self._do("mount", "--bind", str(self._folder.parent), "/mnt")
        self._do("mount", "-t", "tmpfs", "-o", f"size={_ROOMY}", "speakerine", str(self._folder))
        self._do("cp", "-a", f"/mnt/{self._folder.name}/.", str(self._folder))
        self._do("mount", "-o", f"remount,size={self._used_bytes() + self._free_bytes}", str(self._folder))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._holder.communicate()

    @property
    def inside(self) -> tuple[str, ...]:
        """What runs a command where the folder is on the small disk."""
        user = () if os.geteuid() == 0 else ("--user", "--preserve-credentials")
        enter = ("nsenter", "--target", str(self._holder.pid), "--mount", *user)
        return (*enter, "sh", "-c", 'cd "$0" && exec "$@"', str(self._folder.parent))

    def grow(self) -> None:
        """Make room."""
        self._do("mount", "-o", f"remount,size={_ROOMY}", str(self._folder))

    def forbid_writing(self) -> None:
        """Make it a disk that can only be read."""
        self._do("mount", "-o", "remount,ro", str(self._folder))

    def copy(self, to: Path) -> Path:
        """Copy what is on it to where this process sees it."""
        self._do("cp", "-a", str(self._folder), str(to))
        return to

    def _used_bytes(self) -> int:
        used = self._do("stat", "--file-system", "--format=%b %f", str(self._folder)).split()
        return (int(used[0]) - int(used[1])) * _BLOCK

    def _do(self, *command: str) -> str:
        return subprocess.run([*self.inside, *command], capture_output=True, text=True, check=True).stdout
