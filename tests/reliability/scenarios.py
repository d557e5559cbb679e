"""The six commands that change what listeners get, each with work to do, and what it must have done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.show_folder import BAC, CARILLON, CRUE, VERGER, ShowFolder, slug_of

ARCHIVED = "2024-01-01-ancien-07"
ORCHARD = "Un verger partagé fleurit derrière la gare"
QUIET = ("--no-jingles", "-q")


@dataclass(frozen=True, slots=True)
class Scenario:
    """`prepare` gives the show its work; `command` is what does it, or ends it; `site` is what it changes."""

    name: str
    prepare: Callable[[ShowFolder], None]
    command: Callable[[ShowFolder], tuple[str, ...]]
    site: Callable[[ShowFolder], Path] = lambda show: show.output
    removed: frozenset[str] = frozenset()
    """The titles of the episodes that are to go."""


def _edit_and_add(show: ShowFolder) -> None:
    (show.root / "articles" / VERGER).unlink()
    show.take_article(CRUE, edited=True)
    show.take_article(CARILLON)


def _add_two(show: ShowFolder) -> None:
    _edit_and_add(show)
    show.take_article(BAC)


def _make(show: ShowFolder) -> tuple[str, ...]:
    return ("make", f"articles/{CRUE}", f"articles/{CARILLON}", *QUIET)


def _edition(_show: ShowFolder) -> tuple[str, ...]:
    return ("edition", "articles", "--date", "2025-03-07", "--title", "L’édition du vendredi", *QUIET)


def _remove(show: ShowFolder) -> tuple[str, ...]:
    """Remove what is still to go; nothing is, when the run was killed while it was tidying up."""
    names = [
        folder.name for name in ("verger", ARCHIVED) for folder in show.output.glob(f"episodes/*{name}*")
    ]
    return ("remove", *names, "--yes", "-q") if names else ("feed", "-q")


def _make_then_publish(show: ShowFolder) -> None:
    _edit_and_add(show)
    show.run(*_make(show))
    show.run("remove", slug_of(show, "verger"), "--yes", "-q")


SCENARIOS = (
    Scenario("make", _edit_and_add, _make),
    Scenario("edition", _add_two, _edition),
    Scenario("sync", _add_two, lambda _show: ("sync", *QUIET)),
    Scenario("feed", lambda show: show.write_settings("Un autre nom"), lambda _show: ("feed", "-q")),
    Scenario("remove", lambda _show: None, _remove, removed=frozenset({ORCHARD, "Ancien 7"})),
    Scenario(
        "publish",
        _make_then_publish,
        lambda show: ("publish", str(show.published), "--delete", "-q"),
        site=lambda show: show.published,
        removed=frozenset({ORCHARD}),
    ),
)
