"""`speakerine publish` killed at any moment: what is published stays whole, the next run ends the work."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Send
from .proxy import proxy_to
from .servers import Sshd
from .sites import Site, copied_paths, missing_enclosures, noise

ROUNDS = 10
PUBLISH = "from speakerine.cli import run; run()"


@pytest.fixture(params=["folder", "sftp"])
def address(request: pytest.FixtureRequest, www: Path) -> str:
    if request.param == "folder":
        return str(www)
    server: Sshd = request.getfixturevalue("sshd")
    return server.url(www)


@pytest.fixture
def www(tmp_path: Path) -> Path:
    return tmp_path / "www"


def kill_when(run: subprocess.Popen[bytes], folder: Path, files: int) -> bool:
    """Kill the run once the folder has so many files; whether it was still at work."""
    while run.poll() is None and sum(1 for _ in files_of(folder)) < files:
        time.sleep(0.0005)
    run.kill()
    return run.wait() < 0


def files_of(folder: Path) -> Iterator[Path]:
    return folder.iterdir() if folder.exists() else iter(())


def test_killed_at_any_moment_nothing_published_is_broken(
    site: Site, send: Send, address: str, www: Path, tmp_path: Path
) -> None:
    send(address)
    killed = 0
    for turn in range(ROUNDS):
        slug = f"n{turn}"
        site.add(slug, noise(slug, 1_000_000))
        published = missing_and_named(www)
        arguments = [
            "publish",
            address,
            "--output",
            str(site.output),
            "--cache",
            str(tmp_path / "runs"),
            "-q",
        ]
        with subprocess.Popen([sys.executable, "-c", PUBLISH, *arguments], cwd=tmp_path) as run:
            killed += kill_when(run, www / "episodes" / slug, turn % 6)
        assert missing_and_named(www)[0] == []
        assert published[1] <= missing_and_named(www)[1]
    assert killed
    send(address)
    assert copied_paths(www) == site.listeners_paths()
    for path in site.listeners_paths():
        assert (www / path).read_bytes() == (site.output / path).read_bytes()


def test_stopped_with_ctrl_c_it_ends_at_once_and_the_older_feed_stays(
    site: Site, send: Send, sshd: Sshd, home: Path, tmp_path: Path
) -> None:
    """The line takes nothing more after a while, so that the run could not end by itself."""
    www = tmp_path / "www"
    send(sshd.url(www))
    older = (www / "feed.xml").read_bytes()
    site.add("long", noise("long", 3_000_000))
    with proxy_to(sshd.port, cut_after_bytes=100_000, cuts=0) as proxy:
        sshd.make_home(home, ports=(proxy.port,))
        proxy.stalls = True
        arguments = ["publish", sshd.url(www, port=proxy.port), "--output", str(site.output)]
        arguments += ["--cache", str(tmp_path / "runs"), "-q"]
        command = [sys.executable, "-c", PUBLISH, *arguments]
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as run:
            assert proxy.stalled.wait(30)
            run.send_signal(signal.SIGINT)
            _, said = run.communicate(timeout=30)
    assert run.returncode == 130
    assert said.startswith(b"speakerine: Stopped.")
    assert (www / "feed.xml").read_bytes() == older


def missing_and_named(www: Path) -> tuple[list[str], set[str]]:
    """What the feed names and is not there, and all sound that is there."""
    return missing_enclosures(www), {path.name for path in www.glob("episodes/*/[!.]*.mp3")}
