"""podcast-archiver, of PyPI."""

from __future__ import annotations

from pathlib import Path

import pytest

from speakerine.types import Episode

from .running import python_program, run_client, sounds

pytestmark = pytest.mark.clients


def test_podcast_archiver_downloads_the_same_bytes(
    served: str, published_once: Path, tmp_path: Path, full: Episode, bare: Episode
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    archiver = python_program("podcast-archiver", "podcast-archiver")
    run_client([archiver, "--feed", f"{served}feed.xml", "--dir", str(archive)], tmp_path / "home")
    assert sounds(archive) == sounds(published_once)
    days = sorted(f"{one.published:%Y-%m-%d}" for one in (full, bare))
    assert sorted(path.name[:10] for path in archive.rglob("*.mp3")) == days
