"""Fixtures that more than one folder of tests uses."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def program(name: str, debian_package: str) -> str:
    """The path of a program that a test needs; CI must have it, a user's machine may not."""
    found = shutil.which(name)
    if found is None:
        message = f"{name} is not installed (Debian: {debian_package})"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Hosts' networks and Chromium never at once; see `scheduling`."""
    from tests.scheduling import OneNetworkScheduling

    return OneNetworkScheduling(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture
def run_program() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a real program, skipping where it is not installed (failing in CI)."""

    def run(name: str, *arguments: object, package: str) -> subprocess.CompletedProcess[str]:
        command = [program(name, package), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    return run


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No SPEAKERINE_ variable of the developer's reaches a test."""
    for name in [name for name in os.environ if name.startswith("SPEAKERINE_")]:
        monkeypatch.delenv(name)
