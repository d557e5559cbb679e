import pytest

from speakerine.sources.html import read_html
from speakerine.sources.syndication import says_origin


@pytest.mark.parametrize(
    "line",
    [
        "L’article Le pont rouvre est apparu en premier sur Le Journal des Rias.",
        "Cet article est apparu en premier sur Le Journal",
        "Cet article a d’abord été publié sur Les Carnets de Loire.",
        "L’article Le pont rouvre a été publié en premier dans La Gazette.",
        "The post Le pont rouvre appeared first on Le Journal.",
    ],
)
def test_a_line_that_tells_where_the_article_came_out_first_is_known(line):
    assert says_origin(line)


SENTENCES = [
    "L’article que signe la chercheuse a été publié mardi dans une revue, et ses conclusions surprennent.",
    "L’article du code qui l’interdit a été publié en 1974, rappelle la mairie de Saint-Aubin.",
    "L’article a d’abord été publié sur un blog, avant que la presse ne s’en empare au printemps.",
    "Cet article du règlement est apparu en 2012 dans le texte que votent les communes.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_about_some_other_article_is_none(sentence):
    assert not says_origin(sentence)


def test_an_article_keeps_its_sentences_about_other_articles():
    paragraphs = "".join(
        f"<p>{sentence}</p><p>Les habitants en parlent encore.</p>" for sentence in SENTENCES
    )
    page = f"<html><body><article><h1>Une revue fait parler d’elle</h1>{paragraphs}</article></body></html>"
    said = " ".join(paragraph.text for paragraph in read_html(page).paragraphs)
    assert [sentence for sentence in SENTENCES if sentence not in said] == []
