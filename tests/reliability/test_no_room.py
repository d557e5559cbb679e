"""A disk that is full, for the output or for the cache: told in a sentence, and nothing published is hurt."""

import resource
import subprocess
from pathlib import Path

import pytest

from tests.reliability.scenarios import QUIET
from tests.reliability.show_folder import CARILLON, COMMAND, CRUE, ShowFolder, slug_of
from tests.reliability.small_disk import SmallDisk, needs_small_disks
from tests.reliability.soundness import catalogue_faults, faults, litter, offered

MAKE = ("make", f"articles/{CRUE}", f"articles/{CARILLON}", *QUIET)


@pytest.fixture
def work(show: ShowFolder) -> ShowFolder:
    """An article that was edited, and a new one."""
    show.take_article(CRUE, edited=True)
    show.take_article(CARILLON)
    return show


@needs_small_disks
@pytest.mark.parametrize("free_kb", [0, 40, 400, 1200])
def test_the_output_s_disk_is_full(work: ShowFolder, free_kb: int) -> None:
    before = offered(work.output)
    with SmallDisk(work.output, free_kb) as disk:
        said = work.run(*MAKE, exit_codes=(5, 6), before=disk.inside)
        assert "no space left" in said.lower() or "full" in said
        after = disk.copy(work.root / "after")
        disk.grow()
        work.run(*MAKE, before=disk.inside)
        done = disk.copy(work.root / "done")
    assert faults(after) == catalogue_faults(after) == litter(after) == []
    assert before.keys() <= offered(after).keys()
    assert faults(done) == litter(done) == []
    assert "Le carillon sonne de nouveau à midi" in offered(done).values()


@needs_small_disks
def test_removing_on_a_full_disk_says_that_it_cannot(work: ShowFolder) -> None:
    slug = slug_of(work, "verger")
    with SmallDisk(work.output, 0) as disk:
        work.run("remove", slug, "--yes", "-q", exit_codes=(6,), before=disk.inside)
        after = disk.copy(work.root / "after")
    assert faults(after) == catalogue_faults(after) == []


@needs_small_disks
def test_the_cache_s_disk_is_full(work: ShowFolder) -> None:
    with SmallDisk(work.cache, 40) as disk:
        said = work.run(*MAKE, exit_codes=(4,), before=disk.inside)
        assert "free some space" in said
    assert faults(work.output) == catalogue_faults(work.output) == litter(work.output) == []


def test_a_file_may_not_grow_as_large_as_an_episode(work: ShowFolder) -> None:
    """A quota, and what stands for a full disk where none can be made."""
    before = offered(work.output)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    run = subprocess.run(
        [*COMMAND, *MAKE],
        cwd=work.root,
        env=work.environment,
        capture_output=True,
        text=True,
        timeout=300,
        preexec_fn=limit,
        check=False,
    )
    assert run.returncode in {4, 5, 6}, run.stderr
    assert "Traceback" not in run.stderr
    assert faults(work.output) == litter(work.output) == []
    assert before.keys() <= offered(work.output).keys()
    work.run(*MAKE)
    assert faults(work.output) == litter(work.output) == []


@needs_small_disks
def test_publishing_to_a_full_disk_leaves_what_is_there(work: ShowFolder, tmp_path: Path) -> None:
    work.run(*MAKE)
    before = offered(work.published)
    with SmallDisk(work.published, 40) as disk:
        work.run("publish", str(work.published), "-q", exit_codes=(6,), before=disk.inside)
        after = disk.copy(tmp_path / "after")
    assert faults(after) == []
    assert offered(after) == before
