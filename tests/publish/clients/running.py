"""How a client is run: in an empty home, with nothing of this machine's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import program

TIMEOUT_S = 120


def client_environment(home: Path, **more: str) -> dict[str, str]:
    """The variables that a client sees."""
    home.mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "TERM": "xterm",
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
        **more,
    }


def python_program(name: str, package: str) -> str:
    """The path of a program that a PyPI package put beside this Python."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else program(name, f"or PyPI {package}")


def run_client(command: list[str], home: Path, **more: str) -> str:
    """What the client prints; it must end well."""
    done = subprocess.run(
        command,
        env=client_environment(home, **more),
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def sounds(folder: Path) -> list[bytes]:
    """The MP3s in the folder and below, byte for byte, in an order of their own."""
    return sorted(path.read_bytes() for path in folder.rglob("*.mp3"))
