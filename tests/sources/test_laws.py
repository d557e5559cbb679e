"""What holds for any text at all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speakerine.errors import SourceError
from speakerine.sources.files import decode_bytes, read_bytes
from speakerine.sources.html import read_html
from speakerine.sources.markdown import read_markdown
from speakerine.sources.text import read_text
from speakerine.types import Article

WORDS = st.sampled_from(
    [
        "le",
        "la",
        "une",
        "maison",
        "ville",
        "partager",
        "publicité",
        "vous",
        "notre",
        "abonner",
        "suite",
        "lire",
        "aussi",
        "soir",
        "mer",
        "port",
        "navire",
        "photo",
        "par",
        "Jean",
        "Lyon",
        "12",
        "mai",
        "2031",
        "%",
        "«",
        "»",
        ":",
        ";",
        ",",
        "newsletter",
        "cookies",
        "commentaires",
        "AFP",
        "mais",
        "avec",
        "sans",
        "toujours",
        "hier",
        "matin",
    ]
)
SENTENCES = st.builds(
    lambda subject, rest: f"{subject} {' '.join(rest)} au bord de la rivière tranquille.",
    st.sampled_from(
        [
            "La marinière",
            "Partager la pluie",
            "Par souci de paix, elle",
            "À lire le ciel, il",
            "Publicité ou non, Jean",
        ]
    ),
    st.lists(
        st.sampled_from(
            [
                "regarde",
                "passe",
                "voit",
                "entend",
                "longtemps",
                "encore",
                "le",
                "pont",
                "la",
                "barque",
                "une",
                "ombre",
            ]
        ),
        min_size=4,
        max_size=30,
    ),
)
LABELS = st.sampled_from(
    [
        "Partager",
        "PUBLICITÉ",
        "S’abonner",
        "Par Jean Roux",
        "12 commentaires",
        "Lire aussi : Un pont",
        "© AFP",
        "Publié le 3 mai 2031",
        "",
    ]
)
LINES = st.one_of(SENTENCES, LABELS, st.lists(WORDS, max_size=12).map(" ".join))
PATIENT = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])


def everything(article: Article) -> str:
    parts = [
        article.title,
        article.byline,
        *(p.text for p in article.paragraphs),
        *(d.text for d in article.dropped),
    ]
    return " ".join(parts)


def refusal(read: Callable[[str], Article], text: str) -> str:
    """Why `text` is refused, or "" where it is read."""
    try:
        read(text)
    except SourceError as error:
        return str(error)
    return ""


def letters(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@given(st.text(max_size=600))
@PATIENT
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_text, read_markdown, read_html):
        assert "\n" not in refusal(read, text)


@given(st.binary(max_size=300))
@PATIENT
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_bytes(data, "page")
    except SourceError:
        return
    assert decode_bytes(data)


@given(st.lists(LINES, max_size=30).map("\n".join))
@PATIENT
def test_any_page_is_read_or_refused(page: str) -> None:
    try:
        article = read_text(page)
    except SourceError:
        return
    assert article.title
    assert article.paragraphs
    assert article.lead in ("", article.paragraphs[0].text)


@given(st.lists(SENTENCES, min_size=1, max_size=8, unique=True))
@PATIENT
def test_plain_paragraphs_lose_nothing(paragraphs: list[str]) -> None:
    article = read_text("\n\n".join(["La rivière au mois de mai", *paragraphs]))
    assert article.title == "La rivière au mois de mai"
    assert [p.text for p in article.paragraphs] == paragraphs
    assert article.dropped == ()


@given(st.lists(LINES, max_size=30))
@PATIENT
def test_every_line_is_in_the_article_or_dropped(lines: list[str]) -> None:
    try:
        article = read_text("\n\n".join(lines))
    except SourceError:
        return
    accounted = set(letters(everything(article)))
    for line in lines:
        missing = set(letters(line)) - accounted
        assert missing <= {"Par"}, line


SENTENCE = "Le maire de la ville a inauguré, jeudi 12 mai, une passerelle de 94 mètres au-dessus du canal. "
HOSTILE = {
    "nested tags": "<html><body>" + "<div>" * 100_000 + SENTENCE * 20,
    "nested inline tags": "<html><body><p>" + "<b><i>" * 50_000 + SENTENCE * 20,
    "nested boxes": "<html><body>" + ("<div class='share lead caption'><p>" + SENTENCE * 40 + "</p>") * 200,
    "one long line": "<html><body><p>" + SENTENCE * 10_000 + "</p></body></html>",
    "one long word": "<html><body><p>" + "a" * 1_000_000 + "</p></body></html>",
    "one long attribute": "<html><body><p title='" + "a" * 1_000_000 + "'>x</p></body></html>",
    "angle brackets": "<" * 1_000_000,
    "deep JSON": "<html><head><script type='application/ld+json'>"
    + "[" * 100_000
    + "</script></head><body><p>x</p>",
    "a large script": "<html><head><script>"
    + "var a=1;" * 600_000
    + f"</script></head><body><p>{SENTENCE * 8}</p></body>",
    "a large text": "\n\n".join(f"{SENTENCE * 3}{i}." for i in range(5000)),
    "a long line of text": SENTENCE * 10_000,
    "a long word of text": "a" * 1_000_000,
    "capitals": "Aa " * 300_000,
    "slashes": "Aa/" * 300_000,
    "dashes": "- " * 400_000,
    "brackets": "(" * 300_000 + "\n" + "« " * 300_000,
    "dates": "12/05/2031 " * 90_000,
    "traps": "\n".join(
        [
            "A a " * 50,
            "A" * 200,
            "Photo d'archives " + "A" * 190,
            "(" + "Aa" * 90,
            "Aa Bb" * 40 + " / " + "Aa " * 20 + "x",
            "Par " + "Aa " * 60,
            "Par " + "A" * 200,
            "Photo : " + "Aa " * 60 + "/",
            "(" * 200,
            "12 h " * 40,
            "1" * 200,
            "12/" * 66,
            "le la " * 35,
            "lire " * 40,
            "« " * 100,
            "-" * 200 + "a",
            "a-" * 100,
            "a" * 200 + "@",
            "#a" * 100,
            "| " * 100 + "A",
            "Publié le " * 20,
        ]
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_read_or_refused_in_one_short_sentence(name: str) -> None:
    why = refusal(lambda text: read_bytes(text.encode(), "page"), HOSTILE[name])
    assert len(why) < 400
    assert "\n" not in why


@pytest.mark.parametrize("lines", [10, 900, 3000])
def test_a_menu_of_thousands_of_lines_hides_no_article(lines: int) -> None:
    menu = ["Accueil", "Se connecter", *(f"Rubrique {number}" for number in range(lines)), "S’abonner"]
    paragraphs = [SENTENCE.strip(), SENTENCE.strip().replace("jeudi", "samedi")]
    article = read_text("\n".join([*menu, "La rivière au mois de mai", *paragraphs, *menu]))
    assert article.title == "La rivière au mois de mai"
    assert [p.text for p in article.paragraphs] == paragraphs
