"""Debian's gPodder subscribes to the served feed, and downloads what was published."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from speakerine.types import Episode
from tests.conftest import program

pytestmark = pytest.mark.clients


def gpo(home: Path, *arguments: str) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "GPODDER_HOME": str(home / "gPodder"),
        "GPODDER_DOWNLOAD_DIR": str(home / "downloads"),
        "NO_PROXY": "127.0.0.1",
    }
    command = [program("gpo", "gpodder"), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_gpodder_downloads_the_same_bytes(
    served: str, published_once: Path, tmp_path: Path, full: Episode, bare: Episode
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    gpo(home, "subscribe", f"{served}feed.xml")
    gpo(home, "update")
    listed = gpo(home, "episodes")
    assert full.title in listed
    assert bare.title in listed
    gpo(home, "download")
    got = sorted(path.read_bytes() for path in (home / "downloads").rglob("*.mp3"))
    assert got == sorted(path.read_bytes() for path in published_once.rglob("*.mp3"))
