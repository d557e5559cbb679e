"""An output folder that can only be read: every command that writes says so; what reads goes on."""

from collections.abc import Iterator

import pytest

from tests.reliability.scenarios import QUIET
from tests.reliability.show_folder import CARILLON, ShowFolder, slug_of
from tests.reliability.small_disk import SmallDisk, needs_small_disks

pytestmark = needs_small_disks


@pytest.fixture
def disk(show: ShowFolder) -> Iterator[SmallDisk]:
    show.take_article(CARILLON)
    with SmallDisk(show.output, 0) as small:
        small.forbid_writing()
        yield small


@pytest.mark.parametrize("command", ["make", "sync", "feed", "remove", "edition", "publish"])
def test_a_command_that_writes_says_in_a_line_that_it_cannot(
    show: ShowFolder, disk: SmallDisk, command: str
) -> None:
    arguments = {
        "make": (f"articles/{CARILLON}", *QUIET),
        "edition": ("articles", *QUIET),
        "sync": QUIET,
        "feed": ("-q",),
        "remove": (slug_of(show, "verger"), "--yes", "-q"),
        "publish": (str(show.published), "-q"),
    }[command]
    said = show.run(command, *arguments, exit_codes=(6,), before=disk.inside)
    (line,) = said.splitlines()
    assert "read-only file system" in line


def test_what_only_reads_goes_on(show: ShowFolder, disk: SmallDisk) -> None:
    show.run("script", f"articles/{CARILLON}", before=disk.inside)
