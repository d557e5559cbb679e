"""`speakerine make --cluster`, as a user types it."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speakerine.cli import main
from speakerine.engines.clips import ClipCache
from speakerine.errors import ClusterError
from tests.articles import PAGE

pytest.importorskip("distributed", reason="needs the extra cluster")


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs `speakerine make page.txt OPTIONS…` in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")

    def call(*options: str) -> Result:
        command = ["make", "page.txt", "--voice", "nicole", "--no-jingles", *options]
        return CliRunner(mix_stderr=False).invoke(main, command)

    return call


def test_an_episode_is_spoken_by_a_cluster_that_shares_its_clips(dask_processes, make, tmp_path: Path):
    address, _, _ = dask_processes.cluster(2)
    result = make("--cluster", address, "--cache", f"file://{tmp_path / 'shared'}")
    assert result.exit_code == 0, result.stderr
    (record,) = tmp_path.glob("output/episodes/*/episode.json")
    assert json.loads(record.read_text("utf-8"))["enclosure"]["duration_ms"] > 5000
    assert list((tmp_path / "shared").rglob("*.clip"))


def test_ctrl_c_keeps_every_clip_that_came_back(dask_processes, tmp_path: Path):
    address, _, _ = dask_processes.cluster(2)
    body = "\n".join(f"La phrase numéro {i} est lue sans hâte aucune." for i in range(2_000))
    (tmp_path / "long.txt").write_text(f"Un très long article\n{body}", "utf-8")
    command = [sys.executable, "-c", "from speakerine.cli import run; run()", "make", "long.txt"]
    options = ["--voice", "nicole", "--cluster", address, "--cache", tmp_path / "cache"]
    process = subprocess.Popen([*command, *options], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    clips, deadline_s = ClipCache(tmp_path / "cache" / "clips"), time.monotonic() + 60
    while clips.count() < 5 and time.monotonic() < deadline_s:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.count("Traceback")) == (130, 0), said
    kept = [path.stem for path in clips.folder.rglob("*.clip")]
    assert len(kept) >= 5
    assert all(clips.get(key) for key in kept)


def test_a_second_cluster_in_one_process_is_reached_like_the_first(dask_processes):
    address, _, _ = dask_processes.cluster(1)
    twice = (
        "from speakerine.spread.cluster import open_cluster\n"
        "for _ in range(2):\n"
        f"    with open_cluster({address!r}, str, print): pass\n"
    )
    done = subprocess.run([sys.executable, "-c", twice], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_cluster_is_one_line_and_its_exit_code(make):
    result = make("--cluster", "tcp://127.0.0.1:9")
    assert result.exit_code == ClusterError.exit_code
    assert result.stderr.count("\n") == 1
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in result.stderr


def test_the_show_names_its_cluster(make, tmp_path: Path):
    (tmp_path / "show.toml").write_text('[cluster]\naddress = "tcp://127.0.0.1:9"\n', "utf-8")
    assert make().exit_code == ClusterError.exit_code
