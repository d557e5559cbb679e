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
