"""Pages pasted whole, in the manner of the French press: what comes out, and what must not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from speakerine.sources.text import read_text
from tests.sources.checking import check

PAGES = sorted((Path(__file__).parent / "data" / "pasted").glob("*.txt"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pasted_page(page: Path) -> None:
    expected = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))
    check(read_text(page.read_bytes().decode("utf-8")), {"byline": "", **expected})


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 15
