from dataclasses import replace
from datetime import UTC, datetime

import pytest

from speakerine.programme import article_programme, edition_programme
from speakerine.script.cast import Cast
from speakerine.script.render import render_text
from speakerine.script.template import shipped_frame
from speakerine.settings import Show
from speakerine.types import Article, Paragraph
from tests.test_pipeline import SHELF

NICOLE = SHELF.find("nicole")
CAST = Cast(NICOLE, (NICOLE,), (NICOLE,))
ARTICLE = Article("La fanfare", (Paragraph("Elle a 92 ans."), Paragraph("Le défilé a 81 musiciens.")))
DAY = datetime(2025, 6, 13, 7, 30, tzinfo=UTC)

COUNTED = [
    ("fr", "quatre-vingt-douze", "quatre-vingt-un"),
    ("fr-BE", "nonante-deux", "quatre-vingt-un"),
    ("fr-CH", "nonante-deux", "huitante et un"),
]


@pytest.mark.parametrize(("language", "ninety_two", "eighty_one"), COUNTED)
def test_an_article_counts_as_the_show_s_country_does(language, ninety_two, eighty_one):
    show = Show(language=language)
    script = article_programme(ARTICLE, shipped_frame(), show, CAST, jingles=False).script
    said = render_text(script, spoken=True)
    assert ninety_two in said
    assert eighty_one in said


@pytest.mark.parametrize(("language", "ninety_two"), [counted[:2] for counted in COUNTED])
def test_an_edition_counts_as_the_show_s_country_does(language, ninety_two):
    show = Show(language=language)
    programme, _ = edition_programme([ARTICLE], shipped_frame(), show, DAY, CAST, jingles=False)
    assert ninety_two in render_text(programme.script, spoken=True)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (datetime.fromisoformat("2025-07-01T08:00"), "2025-07-01T08:00:00+02:00"),
        (datetime.fromisoformat("2025-01-01T08:00"), "2025-01-01T08:00:00+01:00"),
        (DAY, "2025-06-13T07:30:00+00:00"),
    ],
)
def test_a_date_without_a_zone_is_in_the_show_s(published, expected):
    article = replace(ARTICLE, published=published)
    programme = article_programme(article, shipped_frame(), Show(), CAST, jingles=False)
    assert programme.published.isoformat() == expected


def test_an_edition_says_what_is_in_it():
    articles = [replace(ARTICLE, byline="Anne", site="Le Journal"), Article("Le pont", ARTICLE.paragraphs)]
    programme, _ = edition_programme(articles, shipped_frame(), Show(), DAY, CAST, jingles=False)
    assert programme.description == "Au sommaire\u00a0: La fanfare\u00a0; Le pont."
    assert programme.author == ""
