from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.config import load_voices
from speakerine.doctor.show import inspect_show
from speakerine.doctor.signs import State
from speakerine.settings import Show, Source

SHELF = load_voices(Show())
GOOD = Show(base_url="https://exemple.fr/podcast/", email="voix@exemple.fr")


def ills(show: Show) -> dict[str, str]:
    """What is ill in the show, by what it is about."""
    signs = inspect_show(show, SHELF, Path("show.toml"))
    return {sign.about: sign.what for sign in signs if sign.state is State.ILL}


def test_a_good_show_is_well() -> None:
    assert {sign.state for sign in inspect_show(GOOD, SHELF, Path("show.toml"))} == {State.WELL}


def test_without_a_show_toml_all_is_at_its_default() -> None:
    signs = list(inspect_show(Show(), SHELF, None))
    assert {sign.about for sign in signs if sign.state is State.NOTE} == {"show", "address", "owner"}


@pytest.mark.parametrize(
    ("change", "about", "said"),
    [
        ({"cover": Path("absent.png")}, "cover", "absent.png"),
        ({"category": "news"}, "category", "News"),
        ({"jingle_set": "antene"}, "jingles", "antenne"),
        ({"sources": (Source("/absent/dossier"),)}, "sources", "/absent/dossier is not there"),
    ],
)
def test_what_its_settings_lead_to_is_looked_at(change: dict[str, object], about: str, said: str) -> None:
    assert said in ills(replace(GOOD, **change))[about]


@pytest.mark.parametrize(
    ("name", "text"),
    [("lexicon.tsv", "mot\n"), ("frame.toml", "[article\n"), ("frame.toml", b"\xff")],
)
def test_its_own_files_are_read(tmp_path: Path, name: str, text: str | bytes) -> None:
    (tmp_path / name).write_bytes(text.encode() if isinstance(text, str) else text)
    assert ills(replace(GOOD, folder=tmp_path)).keys() == {name}


def test_a_lexicon_that_can_be_read_is_well(tmp_path: Path) -> None:
    (tmp_path / "lexicon.tsv").write_text("", "utf-8")
    signs = inspect_show(replace(GOOD, folder=tmp_path), SHELF, None)
    assert [sign.state for sign in signs if sign.about == "lexicon.tsv"] == [State.WELL]
