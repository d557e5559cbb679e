"""The list of guards is kept up with the code; `python -m tests.security` takes each of them out."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUARDS = tomllib.loads((Path(__file__).parent / "guards.toml").read_text("utf-8"))["guard"]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard["name"])
def test_it_is_in_its_file_and_has_tests(guard):
    assert (ROOT / guard["file"]).read_text("utf-8").count(guard["guard"]) >= 1
    assert all((ROOT / path).is_file() for path in guard["test"].split())
