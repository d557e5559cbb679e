"""Pages pasted whole, in the manner of the French press: what comes out, and what must not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from speakerine.sources.text import read_text
from speakerine.types import Article, ParagraphKind

PAGES = sorted((Path(__file__).parent / "data" / "pasted").glob("*.txt"))


def spoken(article: Article) -> str:
    return "\n".join([article.title, article.byline, article.lead, *(p.text for p in article.paragraphs)])


def check(article: Article, expected: dict[str, Any]) -> None:
    assert article.title == expected["title"]
    assert article.byline == expected.get("byline", "")
    if "lead" in expected:
        assert article.lead == expected["lead"]
    if "published" in expected:
        assert article.published == expected["published"]
    whole = spoken(article)
    assert [s for s in expected["must_hold"] if s not in whole] == []
    assert [s for s in expected["must_not_hold"] if s in whole] == []
    if "paragraphs" in expected:
        assert len(article.paragraphs) == expected["paragraphs"]
    if "headings" in expected:
        assert [p.text for p in article.paragraphs if p.kind is ParagraphKind.HEADING] == expected["headings"]
    if "dropped" in expected:
        assert len(article.dropped) == expected["dropped"]
    assert article.truncated is expected.get("truncated", False)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pasted_page(page: Path) -> None:
    expected = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))
    check(read_text(page.read_bytes().decode("utf-8")), expected)


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 15
