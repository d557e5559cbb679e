"""Several runs on one output folder: each waits for its turn, and none loses what another did."""

from tests.reliability.scenarios import QUIET
from tests.reliability.show_folder import BAC, CARILLON, CRUE, VERGER, ShowFolder
from tests.reliability.soundness import catalogue_faults, faults, litter, offered


def test_four_make_and_a_sync_at_once_lose_nothing(show: ShowFolder) -> None:
    """Different articles, one of them twice, one that another run edits; and all of them by sync."""
    show.take_article(CRUE, edited=True)
    for name in (CARILLON, BAC):
        show.take_article(name)
    runs = [show.start("make", f"articles/{name}", *QUIET) for name in (CARILLON, BAC, CARILLON, CRUE)]
    runs.append(show.start("sync", *QUIET))
    ended = [(run.communicate(timeout=300)[1], run.returncode) for run in runs]
    assert [code for _, code in ended] == [0] * 5, ended
    assert {
        "Le carillon sonne de nouveau à midi",
        "Le petit bac traverse l’estuaire le soir",
        "La crue recule, les quais rouvrent",
        "Un verger partagé fleurit derrière la gare",
    } <= set(offered(show.output).values())
    assert len(list(show.output.glob("episodes/*carillon*"))) == 1
    assert faults(show.output) == catalogue_faults(show.output) == litter(show.output) == []


def test_the_run_that_waits_says_for_whom(show: ShowFolder) -> None:
    show.take_article(CARILLON)
    with show.start("make", f"articles/{CARILLON}", *QUIET) as first:
        while first.poll() is None and not (show.output / ".running").exists():
            pass
        said = show.run("make", f"articles/{VERGER}", *QUIET)
        first.communicate(timeout=300)
    assert f"process {first.pid} is writing to output: this run goes on when that one ends" in said


def test_the_lock_of_a_dead_process_is_taken_over_and_it_is_said(show: ShowFolder) -> None:
    show.take_article(CARILLON)
    with show.start("make", f"articles/{CARILLON}", *QUIET) as first:
        while first.poll() is None and not (show.output / ".running").exists():
            pass
        first.kill()
    said = show.run("make", f"articles/{CARILLON}", *QUIET)
    assert f"the run before this one (process {first.pid}) was stopped in the middle" in said
    assert faults(show.output) == litter(show.output) == []
