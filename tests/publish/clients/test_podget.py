"""Debian's podget, a shell script that hands addresses to wget."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import program

from .running import run_client, sounds

pytestmark = pytest.mark.clients


def test_podget_downloads_the_same_bytes(served: str, published_once: Path, tmp_path: Path) -> None:
    home, settings = tmp_path / "home", tmp_path / "settings"
    for folder in (settings, tmp_path / "downloads"):
        folder.mkdir()
    podget = [program("podget", "podget"), "--dir_config", str(settings)]
    run_client([*podget, "--create-config", "podgetrc"], home)
    (settings / "serverlist").write_text(f"{served}feed.xml Radio Journal\n", "utf-8")
    run_client([*podget, "--dir_session", f"{tmp_path}/session", "--library", f"{tmp_path}/downloads"], home)
    assert sounds(tmp_path / "downloads") == sounds(published_once)
