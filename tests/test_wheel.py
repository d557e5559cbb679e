"""The wheel alone, in an empty environment and from another folder, makes the same episode."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.articles import PAGE

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.wheel


def sh(*command: object, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_in_an_empty_environment_makes_an_episode(tmp_path: Path):
    pip = ("-m", "pip", "--disable-pip-version-check", "-q")
    sh(sys.executable, *pip, "wheel", "--no-deps", "-w", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("speakerine-*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    binaries = tmp_path / "venv" / "bin"
    into_it = ("--python", tmp_path / "venv", "install", "--no-compile", "-c", ROOT / "constraints.txt")
    sh(sys.executable, *pip, *into_it, wheel, cwd=tmp_path)
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    (elsewhere / "page.txt").write_text(PAGE, "utf-8")
    cache = str(tmp_path / "cache")
    said = sh(
        binaries / "speakerine", "make", "page.txt", cwd=elsewhere, XDG_CACHE_HOME=cache, PATH="/usr/bin:/bin"
    )
    (record,) = elsewhere.glob("output/episodes/*/episode.json")
    episode = json.loads(record.read_text("utf-8"))
    assert "speakerine serve" in said
    assert episode["voices"] == ["Nicole"]
    assert -16.3 <= episode["loudness"]["integrated_lufs"] <= -15.7
    listed = json.loads(sh(binaries / "speakerine", "voices", "--json", cwd=elsewhere))
    ready = {voice["name"]: voice["ready"] for voice in listed}
    assert ready["nicole"]
    assert not ready["claire"]
