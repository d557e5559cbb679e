"""What is sent and what stays, whatever the destination."""

import gzip
import json
import subprocess
import sys
import threading
import uuid
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from speakerine.errors import PublishError
from speakerine.upload.destination import PART
from speakerine.upload.folder import Folder
from speakerine.upload.manifest import NAME, manifest_from_bytes
from speakerine.upload.plan import Choice, Plan
from speakerine.upload.publish import LOCK

from .conftest import Send
from .sites import Site, copied_paths, noise


@pytest.fixture
def www(tmp_path: Path) -> Path:
    return tmp_path / "www"


def names(plan: Plan) -> list[str]:
    return [file.path for file in plan.sent]


class Elsewhere(MemoryFileSystem):
    """What a package of somebody's brings to fsspec."""

    protocol = "elsewhere"

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return super()._strip_protocol(path.replace("elsewhere://", "memory://"))


def test_any_protocol_that_fsspec_knows_will_do(site: Site, send: Send) -> None:
    fsspec.register_implementation("elsewhere", Elsewhere, clobber=True)
    to = f"elsewhere://{uuid.uuid4().hex}/podcast"
    send(to)
    files, root = fsspec.url_to_fs(to)
    found = [path.removeprefix(f"{root}/") for path in files.find(root)]
    assert sorted(found) == sorted([NAME, *site.listeners_paths()])
    assert send(to).sent == ()


def test_only_what_changed_is_sent(site: Site, send: Send, www: Path) -> None:
    send(www)
    site.add("phare")
    new = [f"episodes/phare/{name}" for name in ("chapters.json", "cover.jpg", "phare.mp3", "transcript.vtt")]
    assert names(send(www)) == [*new, "episodes/phare/index.html", "index.html", "feed.xml"]


def test_what_is_written_again_with_the_same_content_is_not_sent(site: Site, send: Send, www: Path) -> None:
    send(www)
    site.put("cover.jpg", (site.output / "cover.jpg").read_bytes())
    assert send(www).sent == ()


def test_a_dry_run_tells_what_the_run_does_and_does_nothing(site: Site, send: Send, www: Path) -> None:
    told = send(www, dry_run=True)
    assert not www.exists()
    assert send(www) == told


def test_what_was_removed_there_by_hand_is_sent_again(send: Send, www: Path) -> None:
    send(www)
    (www / "episodes" / "gare" / "gare.mp3").unlink()
    assert names(send(www)) == ["episodes/gare/gare.mp3"]


def test_what_is_here_no_more_stays_until_it_is_asked_to_go(site: Site, send: Send, www: Path) -> None:
    send(www)
    (site.output / "episodes" / "gare" / "cover.jpg").unlink()
    assert send(www).left == ("episodes/gare/cover.jpg",)
    assert (www / "episodes" / "gare" / "cover.jpg").exists()
    assert send(www, Choice(delete=True)).removed == ("episodes/gare/cover.jpg",)
    assert copied_paths(www) == site.listeners_paths()


def test_what_others_put_there_stays(send: Send, site: Site, www: Path) -> None:
    send(www)
    (www / "episodes" / "others.html").write_text("theirs")
    assert send(www, Choice(delete=True)).removed == ()
    assert (www / "episodes" / "others.html").exists()


def test_most_of_what_is_there_is_removed_only_by_who_is_sure(site: Site, send: Send, www: Path) -> None:
    for number in range(6):
        site.add(f"n{number}")
    send(www)
    for file in site.output.glob("episodes/n*/*"):
        file.unlink()
    site.write_lists()
    with pytest.raises(PublishError, match=r"would remove 30 of the \d+ files"):
        send(www, Choice(delete=True))
    assert (www / "episodes" / "n0" / "n0.mp3").exists()
    assert len(send(www, Choice(delete=True), sure=True).removed) == 30


def test_records_go_when_they_are_asked_for(send: Send, www: Path) -> None:
    send(www)
    assert not (www / "episodes" / "gare" / "episode.json").exists()
    send(www, Choice(records=True))
    assert (www / "episodes" / "gare" / "episode.json").exists()


def test_half_of_a_file_that_a_killed_run_left_goes(site: Site, send: Send, www: Path) -> None:
    send(www)
    (www / "episodes" / "gare" / f"{PART}0123").write_bytes(b"half")
    send(www)
    assert copied_paths(www) == site.listeners_paths()


def test_a_folder_with_nothing_but_such_a_half_is_made_again(site: Site, send: Send, www: Path) -> None:
    send(www)
    site.add("phare")
    (www / "episodes" / "phare").mkdir()
    (www / "episodes" / "phare" / f"{PART}0123").write_bytes(b"half")
    send(www)
    assert copied_paths(www) == site.listeners_paths()


def test_a_manifest_that_leads_out_of_the_destination_removes_nothing(send: Send, www: Path) -> None:
    send(www)
    known = manifest_from_bytes((www / NAME).read_bytes())
    assert known.files
    (www.parent / "private").write_text("private")
    (www / NAME).write_bytes(forged(known.generation))
    send(www, Choice(delete=True), sure=True)
    assert (www.parent / "private").exists()


def forged(generation: str) -> bytes:
    files = {"../private": [7, "a" * 64]}
    return gzip.compress(json.dumps({"version": 1, "generation": generation, "files": files}).encode())


def test_the_feed_is_not_sent_when_a_file_is_written_again_meanwhile(
    site: Site, send: Send, www: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(www)
    older = (www / "feed.xml").read_bytes()
    site.add("phare")
    put = Folder.put

    def put_while_another_run_writes(self: Folder, source: Path, path: str) -> None:
        put(self, source, path)
        if path.endswith("phare.mp3"):
            site.put(path, noise("again", 100))

    with monkeypatch.context() as patch:
        patch.setattr(Folder, "put", put_while_another_run_writes)
        with pytest.raises(PublishError, match="was written again or removed while it was"):
            send(www)
    assert (www / "feed.xml").read_bytes() == older
    send(www)
    assert (www / "episodes" / "phare" / "phare.mp3").read_bytes() == noise("again", 100)


def test_a_file_removed_meanwhile_is_not_taken_for_the_destinations_fault(
    site: Site, send: Send, www: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Folder.put

    def put_while_another_run_removes(self: Folder, source: Path, path: str) -> None:
        if path.endswith("gare.mp3"):
            source.unlink()
        put(self, source, path)

    monkeypatch.setattr(Folder, "put", put_while_another_run_removes)
    with pytest.raises(PublishError, match=r"gare.mp3 was written again or removed"):
        send(www)
    assert not (www / "feed.xml").exists()


def test_a_cache_that_cannot_be_written_is_said(send: Send, www: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"")
    with pytest.raises(PublishError, match="name another folder with --cache"):
        send(www)


HOLD = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_publish_at_once_says_so_and_the_lock_of_a_dead_one_holds_nobody(
    site: Site, send: Send, www: Path
) -> None:
    command = [sys.executable, "-c", HOLD, str(site.output / LOCK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(PublishError, match="another speakerine is publishing"):
            send(www)
        other.kill()
    send(www)
    assert copied_paths(www) == site.listeners_paths()


def test_several_files_are_under_way_at_once(
    site: Site, send: Send, www: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet = threading.Barrier(4, timeout=10)
    put = Folder.put

    def put_with_three_others(self: Folder, source: Path, path: str) -> None:
        if path.endswith((".mp3", ".vtt")):
            meet.wait()
        put(self, source, path)

    monkeypatch.setattr(Folder, "put", put_with_three_others)
    send(www)
    assert copied_paths(www) == site.listeners_paths()
