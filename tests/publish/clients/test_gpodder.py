"""Debian's gPodder."""

from __future__ import annotations

from pathlib import Path

import pytest

from speakerine.types import Episode
from tests.conftest import program

from .running import run_client, sounds

pytestmark = pytest.mark.clients


def test_gpodder_downloads_the_same_bytes(
    served: str, published_once: Path, tmp_path: Path, full: Episode, bare: Episode
) -> None:
    def gpo(*arguments: str) -> str:
        places = {
            "GPODDER_HOME": str(tmp_path / "gPodder"),
            "GPODDER_DOWNLOAD_DIR": str(tmp_path / "downloads"),
        }
        return run_client([program("gpo", "gpodder"), *arguments], tmp_path / "home", **places)

    gpo("subscribe", f"{served}feed.xml")
    gpo("update")
    listed = gpo("episodes")
    assert full.title in listed
    assert bare.title in listed
    gpo("download")
    assert sounds(tmp_path / "downloads") == sounds(published_once)
