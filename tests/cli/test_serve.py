"""`speakerine serve`: what it prints, and that what it prints is where it answers."""

import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from speakerine.publish.pages.qr import terminal_qr
from speakerine.publish.serving.network import own_address

FEED = """<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<atom:link rel="self" href="https://exemple.fr/p/feed.xml"/><link>https://exemple.fr/p/index.html</link>
</channel></rss>"""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with the least that can be served."""
    (tmp_path / "feed.xml").write_text(FEED, "utf-8")
    return tmp_path


@contextmanager
def serving(output: Path, *options: str) -> Iterator[list[str]]:
    """The lines that the command prints before it serves; it is ended by Ctrl-C, as a user does."""
    command = [sys.executable, "-u", "-c", "from speakerine.cli import run; run()", "serve"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        [*command, "--output", str(output), "--port", "0", *options],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    )
    try:
        assert process.stdout is not None
        lines: list[str] = []
        while not lines or "Ctrl-C" not in lines[-1]:
            line = process.stdout.readline()
            assert line, "it ended before it said how to stop it"
            lines.append(line.rstrip("\n"))
        yield lines
        process.send_signal(signal.SIGINT)
        process.wait(20)
    finally:
        process.kill()
        process.communicate()


def address_in(line: str) -> str:
    return line.split()[1]


def is_code(line: str) -> bool:
    return "█" in line


def test_the_addresses_answer(output: Path) -> None:
    with serving(output) as (page, feed, _):
        served = urllib.request.urlopen(address_in(feed), timeout=10).read().decode()
        assert address_in(feed) == f"{address_in(page)}feed.xml"
        assert f"<link>{address_in(page)}index.html</link>" in served


def test_on_this_machine_alone_there_is_no_code_to_photograph(output: Path) -> None:
    with serving(output) as lines:
        assert not [line for line in lines if is_code(line)]


@pytest.fixture
def in_a_network() -> None:
    """Skips where this machine is in none: nobody else could ask it anything."""
    if not own_address():
        pytest.skip("this machine is in no network")


@pytest.mark.usefixtures("in_a_network")
def test_for_others_the_address_is_this_machine_s_in_its_network(output: Path) -> None:
    with serving(output, "--host", "0.0.0.0") as lines:
        address = address_in(lines[0])
        assert address.startswith(f"http://{own_address()}:")
        assert urllib.request.urlopen(address + "feed.xml", timeout=10).status == 200
        code = [line.strip() for line in lines if is_code(line)]
        assert code[:3] == [line.strip() for line in terminal_qr(address).splitlines()[:3]]


@pytest.mark.usefixtures("in_a_network")
def test_the_code_can_be_left_out(output: Path) -> None:
    with serving(output, "--host", "0.0.0.0", "--no-qr") as lines:
        assert not [line for line in lines if is_code(line)]
        assert len(lines) == 3
