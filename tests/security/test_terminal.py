"""What strangers wrote is shown on the terminal, and never obeyed by it."""

from __future__ import annotations

import ast
import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.cli.printing import cleaned, echo, echo_json, style

CLI = Path(__file__).parents[2] / "src" / "speakerine" / "cli"
CLEAR, RETITLE, CSI = "\x1b[2J", "\x1b]0;titre\x07", "\x9b2J"
TURNED = "\u202egpj.exe"
TITLE = f"Crue {CLEAR}{RETITLE}{CSI}{TURNED}\r\b de la Loire"
PROSE = "La rivière a débordé dans la nuit de mardi à mercredi, et les habitants ont quitté leurs maisons. "
STEERS = set("\x1b\x07\x9b\u202e\r\b")


def obeyed(printed: str) -> set[str]:
    """What is left that steers a terminal, beside our own bold and colours."""
    for look in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[3m", "\x1b[31m", "\x1b[32m", "\x1b[33m"):
        printed = printed.replace(look, "")
    return STEERS & set(printed)


def on_a_terminal(folder: Path, program: str, *arguments: str) -> str:
    """What a Python program with these arguments shows on a terminal, in that folder."""
    ours, its = pty.openpty()
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, cwd=folder, stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        shown = b""
        with suppress(OSError):  # Linux says so that the other end is closed
            while part := os.read(ours, 1 << 16):
                shown += part
        os.close(ours)
    assert process.returncode is not None
    return shown.decode("utf-8", "replace").replace("\r\n", "\n")


@pytest.fixture
def page(here: Path) -> Path:
    path = here / "page.html"
    text = f"<html><h1>{TITLE}</h1><article>{f'<p>{PROSE * 3}{CLEAR}{TURNED}</p>' * 4}</article></html>"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("read",),
        ("read", "--explain"),
        ("read", "--json"),
        ("script",),
        ("script", "--json"),
        ("script", "--text"),
        ("make", "--voice", "nicole", "--no-jingles"),
    ],
    ids=" ".join,
)
def test_a_page_does_not_steer_it(run, page, command):
    result = run(*command, page)
    assert result.exit_code == 0, result.stderr
    assert "rivière" in result.stdout or "Crue" in result.stdout
    assert obeyed(result.stdout + result.stderr) == set()


@pytest.mark.parametrize("command", ["read", "script", "make"])
def test_the_name_of_a_file_does_not_steer_it(run, command):
    result = run(command, f"absent{CLEAR}{TURNED}.txt")
    assert result.exit_code == 3
    assert "does not exist" in result.stderr
    assert obeyed(result.stderr) == set()


@pytest.mark.parametrize(
    "arguments", [("serve", f"x{TURNED}{CLEAR}.txt"), (f"--x{CLEAR}",), ("voices", f"--x{TURNED}{CSI}")]
)
def test_an_argument_that_is_refused_does_not_steer_it(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert obeyed(result.stderr) == set()


@pytest.mark.parametrize("name", ["absent.txt", f"absent{TITLE}.txt", f"short{TITLE}.txt"])
def test_a_traceback_does_not_steer_it(here, name):
    (here / f"short{TITLE}.txt").write_text(TITLE, "utf-8")
    shown = on_a_terminal(here, "from speakerine.cli import run; run()", "read", name, "--debug")
    assert "Traceback" in shown
    assert "SourceError" in shown
    assert obeyed(shown) == set()


FAIL = """
import logging, sys, threading, warnings
import speakerine.cli

def fail(**_):
    raise RuntimeError(text)

text = sys.argv.pop()
speakerine.cli.print_cleaned()
"""


@pytest.mark.parametrize(
    "happens",
    [
        "speakerine.cli.main = fail; speakerine.cli.run()",
        "thread = threading.Thread(target=fail); thread.start(); thread.join()",
        "logging.getLogger('paramiko').warning('%s', text)",
        "warnings.warn(text)",
    ],
    ids=["a fault of ours", "one in a thread", "a log", "a warning"],
)
def test_what_nobody_foresaw_does_not_steer_it(here, happens):
    """Nor does it show a password."""
    told = f"{TITLE} https://lou:s3cr3t@exemple.fr/ s3://seau/a?key=s3cr3t “s3 cr3t”"
    given = ("sftp://lou:s3%20cr3t@exemple.fr/www", "s3://seau/a?key=s3cr3t")
    shown = on_a_terminal(here, FAIL + happens, "publish", *given, told)
    assert "https://…@exemple.fr/ s3://seau/a?… “…”" in shown
    assert obeyed(shown) == set()


@pytest.mark.parametrize("command", [("check",), ("feed",), ("remove", "--list"), ("doctor",)])
def test_a_record_does_not_steer_it(run, output, command):
    record = next(output.glob("episodes/*/episode.json"))
    fields = json.loads(record.read_text("utf-8")) | {"title": TITLE, "schema": TITLE}
    record.write_text(json.dumps(fields), "utf-8")
    result = run(*command, "--output", output)
    assert result.exit_code in {0, 1, 2, 6}
    assert obeyed(result.stdout + result.stderr) == set()


def test_looks_of_our_own_come_through(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    line = style("titre", bold=True)
    assert "\x1b" not in line
    echo(f"{line} et suite")
    assert capsys.readouterr().out in {"\x1b[1mtitre\x1b[0m et suite\n", "titre et suite\n"}


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_has_anything_left_that_steers(text):
    left = cleaned(text)
    assert not set(left) & (STEERS | set(map(chr, range(0x80, 0xA0))) | set("\u2066\u2069\u2028"))
    assert left.encode().decode() == left


@given(st.text(st.characters(exclude_categories=())))
def test_programs_lose_nothing_of_what_is_printed_for_them(text):
    printed: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("speakerine.cli.printing.click.echo", printed.append)
        echo_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(printed[0]) == text
    assert not set(printed[0]) & STEERS


def test_nothing_is_printed_but_through_the_one_way():
    for path in CLI.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = {
            f"{node.value.id}.{node.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        }
        names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        if path.name != "printing.py":
            assert not names & {"click.echo", "click.secho", "click.style", "print"}, path.name
