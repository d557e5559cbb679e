import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.config import load_voices
from speakerine.doctor.installation import NEEDED, environment, inspect_installation, inspect_voices
from speakerine.doctor.signs import Sign, State
from speakerine.settings import Show

SHELF = load_voices(Show())


def about(signs: list[Sign], subject: str) -> list[Sign]:
    return [sign for sign in signs if sign.about == subject]


def test_all_is_well_here() -> None:
    signs = list(inspect_installation())
    assert not [sign for sign in signs if sign.state is State.ILL]
    (packages,) = about(signs, "packages")
    assert packages.what == f"{len(NEEDED)} packages load"


def test_a_package_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "soxr", None)
    (sign,) = about(list(inspect_installation()), "packages")
    assert sign.state is State.ILL
    assert sign.what.startswith("soxr cannot be loaded")
    assert sign.then == "run pip install --force-reinstall soxr"


def test_the_default_voice_says_a_word(tmp_path: Path) -> None:
    voices = {"nicole": SHELF.find("nicole")}
    (sign,) = inspect_voices(voices, tmp_path, "nicole")
    assert sign.state is State.WELL
    assert "nicole, the default, speaks: « Bonjour. » in " in sign.what


def test_a_voice_that_cannot_speak_is_ill(tmp_path: Path) -> None:
    broken = replace(SHELF.find("nicole"), options_json='{"colour": "red"}')
    (sign,) = inspect_voices({"nicole": broken}, tmp_path, "nicole")
    assert sign.state is State.ILL
    assert "colour" in sign.what


def test_a_voice_of_an_unknown_engine_is_ill(tmp_path: Path) -> None:
    broken = replace(SHELF.find("nicole"), engine="harpe")
    signs = list(inspect_voices({"nicole": broken}, tmp_path, ""))
    assert "harpe" in signs[0].what
    assert signs[1].what == "no voice is ready to speak"


def test_a_bug_report_has_what_it_needs() -> None:
    assert environment().startswith("speakerine 0")
    code = "from speakerine.cli import run; run()"
    command = [sys.executable, "-c", code, "check", "--output", "nulle part", "--debug"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert environment() in done.stderr
    assert "$ speakerine check --output 'nulle part' --debug" in done.stderr
    assert "Traceback" in done.stderr
