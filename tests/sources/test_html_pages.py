"""Saved pages, in the manner of the French press: what comes out, and what must not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from speakerine.sources.html import read_html
from speakerine.types import ParagraphKind
from tests.sources.checking import check

PAGES = sorted((Path(__file__).parent / "data" / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_saved_page(page: Path) -> None:
    expected = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))
    article = read_html(page.read_text(encoding="utf-8"))
    check(article, expected)
    for name in ("url", "site", "image"):
        assert getattr(article, name) == expected.get(name, getattr(article, name))
    kinds = [p.kind for p in article.paragraphs]
    assert kinds.count(ParagraphKind.LIST_ITEM) == expected.get("lists", kinds.count(ParagraphKind.LIST_ITEM))
    assert kinds.count(ParagraphKind.QUOTE) == expected.get("quotes", kinds.count(ParagraphKind.QUOTE))
    assert set(expected.get("left_out", [])) <= {line.why for line in article.dropped}


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 10
