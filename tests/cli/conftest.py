"""The command line, run in a folder of its own with a cache of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speakerine.cli import main
from tests.articles import PAGE


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a page in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    return tmp_path


@pytest.fixture
def run(here: Path) -> Callable[..., Result]:
    """Runs `speakerine ARGUMENTS…`."""

    def call(*arguments: str, given: str | bytes | None = None) -> Result:
        return CliRunner(mix_stderr=False).invoke(
            main, [str(a) for a in arguments], input=given, prog_name="speakerine"
        )

    return call


@pytest.fixture
def refused(run: Callable[..., Result]) -> Callable[..., str]:
    """Runs a command that must fail with that exit code; the one line that it says."""

    def call(exit_code: int, *arguments: str, given: str | bytes | None = None) -> str:
        result = run(*arguments, given=given)
        assert result.exit_code == exit_code, result.stdout + result.stderr
        assert "Traceback" not in result.stderr
        lines = [line for line in result.stderr.splitlines() if line.strip()]
        assert len(lines) == 1, lines
        return lines[0]

    return call
