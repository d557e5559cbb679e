"""What a page's .toml expects of its article."""

from __future__ import annotations

from typing import Any

from speakerine.types import Article, ParagraphKind


def spoken(article: Article) -> str:
    """Everything of the article that would be heard, its spaces made ordinary."""
    whole = "\n".join([article.title, article.byline, article.lead, *(p.text for p in article.body)])
    return plain(whole)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def check(article: Article, expected: dict[str, Any]) -> None:
    assert article.title == expected["title"]
    if "byline" in expected:
        assert article.byline == expected["byline"]
    if "lead" in expected:
        assert article.lead == expected["lead"]
    if "published" in expected:
        assert article.published == expected["published"]
    whole = spoken(article)
    assert [s for s in expected["must_hold"] if plain(s) not in whole] == []
    assert [s for s in expected["must_not_hold"] if plain(s) in whole] == []
    if "paragraphs" in expected:
        assert len(article.body) == expected["paragraphs"]
    if "headings" in expected:
        assert [p.text for p in article.paragraphs if p.kind is ParagraphKind.HEADING] == expected["headings"]
    if "dropped" in expected:
        assert len(article.dropped) == expected["dropped"]
    assert article.truncated is expected.get("truncated", False)
