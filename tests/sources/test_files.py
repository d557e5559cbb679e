"""Files and standard input: what is read, and what is refused in one clear line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from speakerine.errors import SourceError
from speakerine.sources.files import read_bytes, read_source

DATA = Path(__file__).parent / "data"


def test_a_pasted_page_is_read_from_its_file() -> None:
    article = read_source(DATA / "pasted" / "blog.txt")
    assert (article.byline, article.source) == ("Suzon", "text")


def test_an_html_file_is_read_as_a_page() -> None:
    assert read_source(DATA / "pages" / "radio-info.html").source == "html"


def test_html_is_told_by_how_it_begins_as_well(tmp_path: Path) -> None:
    saved = tmp_path / "page.txt"
    saved.write_bytes(b"\xef\xbb\xbf  <!DOCTYPE html>\n" + (DATA / "pages" / "vieux-site.html").read_bytes())
    assert read_source(saved).title == "La mare aux canards sera curée"


MARKDOWN = """# Le trafic reprend

La ligne a rouvert lundi matin, après trois mois de travaux qui avaient coupé la vallée du département.

## Un trafic encore réduit

**La région** promet un retour à la normale en juin, avec un train par heure dans chaque sens.
"""


def test_a_title_without_its_mark_opens_markdown_as_well() -> None:
    article = read_bytes(MARKDOWN.removeprefix("# ").encode(), "article.txt")
    assert (article.title, article.source) == ("Le trafic reprend", "markdown")


@pytest.mark.parametrize("name", ["article.txt", "standard input"])
def test_markdown_is_told_by_its_marks_as_well(name: str) -> None:
    article = read_bytes(MARKDOWN.encode(), name)
    assert (article.title, article.source) == ("Le trafic reprend", "markdown")
    assert "**" not in "".join(paragraph.text for paragraph in article.paragraphs)


def test_a_hash_alone_is_no_markdown() -> None:
    text = MARKDOWN.replace("## Un", "Un").replace("**", "").replace("# Le", "# 1 – Le")
    assert read_bytes(text.encode(), "article.txt").source == "text"


def test_standard_input_is_read() -> None:
    data = (DATA / "pasted" / "clair.txt").read_bytes()
    assert read_bytes(data, "standard input").title == "Ce que lisent les passagers du train de nuit"


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"absent\.txt does not exist"):
        read_source(tmp_path / "absent.txt")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder"):
        read_source(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", b"\xff\xfe"])
def test_an_empty_file_is_said(data: bytes, tmp_path: Path) -> None:
    empty = tmp_path / "vide.txt"
    empty.write_bytes(data)
    with pytest.raises(SourceError, match=r"vide\.txt is empty"):
        read_source(empty)


def test_a_binary_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    saved = tmp_path / "article.txt"
    saved.write_bytes(b"%PDF-1.4\n%\xe2\xe3")
    with pytest.raises(SourceError, match=r"article\.txt.*PDF.*copy the article's text"):
        read_source(saved)


def test_a_feed_is_told_from_an_article(tmp_path: Path) -> None:
    saved = tmp_path / "flux.xml"
    saved.write_text('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>')
    with pytest.raises(SourceError, match="feed"):
        read_source(saved)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Accueil\nSport\nCulture\nS’abonner\nMentions légales\n", "no paragraph of prose"),
        (
            "Page introuvable\n\nLa page que vous recherchez n’existe pas ou a été déplacée.\n",
            "missing or refused",
        ),
        (
            "Recevez chaque matin notre newsletter.\n"
            "Votre adresse e-mail ne sera jamais cédée à nos partenaires.\nS’inscrire",
            "of itself",
        ),
    ],
)
def test_a_page_without_article_says_why(text: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        read_bytes(text.encode(), "page.txt")


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Erreur 404</title></head><body><h1>Page introuvable</h1></body></html>",
        "<html><body><form><label>Mot de passe</label></form></body></html>",
        "<html></html>",
        "<!doctype html>",
    ],
)
def test_an_html_page_without_article_is_refused(page: str) -> None:
    with pytest.raises(SourceError, match="No article was found"):
        read_bytes(page.encode(), "page.html")


def test_errors_survive_pickling(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(tmp_path / "absent.txt")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
