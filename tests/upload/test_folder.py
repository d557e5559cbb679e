"""To a folder of this machine."""

import resource
import subprocess
from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.upload.folder import Folder
from speakerine.upload.plan import Choice

from .conftest import Send
from .sites import Site, copied_paths, missing_enclosures, noise


def test_what_listeners_need_arrives_whole(site: Site, send: Send, tmp_path: Path) -> None:
    send(tmp_path / "www")
    assert copied_paths(tmp_path / "www") == site.listeners_paths()


def test_a_folder_removed_there_has_no_empty_rest(site: Site, send: Send, tmp_path: Path) -> None:
    send(tmp_path / "www")
    for file in (site.output / "episodes" / "gare").iterdir():
        file.unlink()
    site.write_lists()
    send(tmp_path / "www", Choice(delete=True))
    assert [folder.name for folder in (tmp_path / "www" / "episodes").iterdir()] == ["marche"]


def test_the_output_folder_itself_is_refused(site: Site, send: Send) -> None:
    for to in (site.output, site.output / "www"):
        with pytest.raises(PublishError, match="in the output folder itself"):
            send(to)


def test_a_file_where_the_folder_should_be_is_said(send: Send, tmp_path: Path) -> None:
    (tmp_path / "www").write_bytes(b"")
    with pytest.raises(PublishError, match="a file is where a folder should be"):
        send(tmp_path / "www")


def test_a_file_longer_than_it_may_be_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit of the process, which the kernel holds to: what a quota does."""
    (tmp_path / "new").write_bytes(noise("new", 200_000))
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "a.mp3").write_bytes(b"older")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            Folder(tmp_path / "www").put(tmp_path / "new", "a.mp3")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert copied_paths(tmp_path / "www") == ["a.mp3"]
    assert (tmp_path / "www" / "a.mp3").read_bytes() == b"older"


def test_a_full_disk_leaves_what_was_published_and_the_next_run_ends_it(
    site: Site, send: Send, small_disk: Path
) -> None:
    send(small_disk)
    older = (small_disk / "feed.xml").read_bytes()
    for number in range(4):
        site.add(f"n{number}", noise(f"n{number}", 80_000))
    with pytest.raises(PublishError, match="there is no room left"):
        send(small_disk)
    assert (small_disk / "feed.xml").read_bytes() == older
    assert missing_enclosures(small_disk) == []
    subprocess.run(["mount", "-o", "remount,size=2m", str(small_disk)], check=True)
    send(small_disk)
    assert copied_paths(small_disk) == site.listeners_paths()
