"""Saved pages, in the manner of the French press: what comes out, and what must not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from speakerine.errors import SourceError
from speakerine.sources.html import read_html
from speakerine.types import Omission, Omitted, ParagraphKind
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
    told = [[omission.what.value, omission.after, omission.caption] for omission in article.omissions]
    assert told == expected.get("omissions", [])
    assert set(expected.get("left_out", [])) <= {line.why for line in article.dropped}


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 40


PAGE = """<html lang="fr"><head><title>Les écluses rouvrent lundi</title></head><body>
<div class="menu">{menu}</div><article><h1>Les écluses rouvrent lundi</h1>
<p>Les éclusiers reprennent leur poste après six semaines de chômage technique, a dit la régie.</p>
<p>Trente-deux portes ont été changées entre Toulouse et Agde, et les berges ont été refaites.</p>
{box}
<p>Les plaisanciers paieront deux euros de plus par passage, comme les péniches de commerce.</p>
<p>La saison durera jusqu’à la Toussaint, si le niveau de l’eau le permet, précise la régie.</p>
</article></body></html>"""
ROWS = "<tr><td>Toulouse</td><td>12</td></tr><tr><td>Agde</td><td>20</td></tr>"


@pytest.mark.parametrize(
    ("box", "told"),
    [
        (f"<table>{ROWS}</table>", [Omission(Omitted.TABLE, 1)]),
        (f"<table><caption>Portes</caption>{ROWS}</table>", [Omission(Omitted.TABLE, 1, "Portes")]),
        (
            f"<figure><table>{ROWS}</table><figcaption>Portes</figcaption></figure>",
            [Omission(Omitted.TABLE, 1, "Portes")],
        ),
        ("<pre><code>ouvre()</code></pre>", [Omission(Omitted.CODE, 1)]),
        ("<pre>si (eau) { ouvre(); }</pre>", [Omission(Omitted.CODE, 1)]),
        (f'<table role="presentation">{ROWS}</table>', []),
        ("<table><tr><td>Une seule case, et la péniche 12 dedans.</td></tr></table>", []),
    ],
    ids=["table", "caption", "figure", "code", "preformatted code", "layout", "box"],
)
def test_tables_of_data_and_code_are_told_in_their_place(box: str, told: list[Omission]) -> None:
    assert list(read_html(PAGE.format(menu="", box=box)).omissions) == told


def test_a_heading_over_a_table_alone_stays() -> None:
    box = f"<h2>Les chiffres</h2><table>{ROWS}</table><h2>Le prix</h2>"
    article = read_html(PAGE.format(menu="", box=box))
    assert [p.text for p in article.body[1:3]] == ["Les chiffres", "Le prix"]
    assert article.omissions == (Omission(Omitted.TABLE, 2),)


def test_a_table_outside_the_article_is_not_told() -> None:
    article = read_html(PAGE.format(menu=f"<p>Aujourd’hui</p><table>{ROWS}</table>", box=""))
    assert article.omissions == ()


def test_marks_that_call_notes_are_not_read() -> None:
    call = '<p>Le canal date de 1681&nbsp;<sup><a href="#note1">[1]</a></sup>, et H<sub>2</sub>O y coule.</p>'
    assert "Le canal date de 1681, et H2O y coule." in [
        p.text for p in read_html(PAGE.format(menu="", box=call)).body
    ]


def test_a_line_of_white_space_and_data_stays_bounded() -> None:
    article = read_html(PAGE.format(menu="mot " * 300_000, box=""))
    assert article.title == "Les écluses rouvrent lundi"


def test_a_page_of_more_tags_than_any_article_is_refused_at_once():
    with pytest.raises(SourceError, match="too large for an article"):
        read_html("<html><body>" + "<p>Un mot.</p>" * 50_001 + "</body></html>")
