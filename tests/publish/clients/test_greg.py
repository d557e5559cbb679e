"""greg, of PyPI, which takes the first item for the newest."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import python_program, run_client, sounds

pytestmark = pytest.mark.clients


def greg(served: str, tmp_path: Path, first_sync: str) -> Path:
    """Subscribe and download; the folder of what came."""
    home, settings = tmp_path / "home", tmp_path / "greg.conf"
    settings.write_text(f"[DEFAULT]\nfirstsync = {first_sync}\n", "utf-8")
    command = [python_program("greg", "greg"), "-cf", str(settings), "-dtd", f"{tmp_path}/data"]
    run_client([*command, "add", "journal", f"{served}feed.xml"], home)
    run_client([*command, "sync"], home)
    return home / "Podcasts"


def test_greg_downloads_the_same_bytes(served: str, published_once: Path, tmp_path: Path) -> None:
    assert sounds(greg(served, tmp_path, "all")) == sounds(published_once)


def test_greg_begins_with_the_newest_episode(served: str, tmp_path: Path, full, bare) -> None:
    newest = max(full, bare, key=lambda one: one.published)
    (got,) = greg(served, tmp_path, "1").glob("*.mp3")
    assert got.name == newest.enclosure.path
