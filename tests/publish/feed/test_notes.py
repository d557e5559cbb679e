from dataclasses import replace

from hypothesis import given
from lxml import etree

from speakerine.publish.feed.notes import render_article, render_content, render_description
from speakerine.types import Chapter, Episode, Paragraph, ParagraphKind
from tests.publish.strategies import episodes, hostile_episodes, law


def test_article(full: Episode) -> None:
    html = render_article(full.paragraphs)
    assert "<h2>Une chaîne de 300 voisins</h2>" in html
    assert "<blockquote><p>Nous pensions fermer pour toujours." in html
    assert html.count("<ul>") == 1
    assert html.count("<li>") == 3
    assert "&lt;«\u00a0Les Embruns\u00a0»&gt;" in html


def test_empty_paragraphs_leave_nothing() -> None:
    assert render_article([Paragraph(" "), Paragraph("", ParagraphKind.LIST_ITEM)]) == ""


CHAPTERS = (
    Chapter(0, "Ouverture"),
    Chapter(32_400, "La Seine <monte>", "https://exemple.fr/seine?a=1&b=2", credit="Anne, Le Journal"),
    Chapter(3_700_000, "Fermeture"),
)


def test_notes_list_the_chapters_with_their_times_and_articles(full: Episode) -> None:
    enclosure = replace(full.enclosure, duration_ms=4_000_000)
    html = render_description(replace(full, chapters=CHAPTERS, enclosure=enclosure))
    assert "<p>Au sommaire\u00a0:</p><ul><li>00:00 Ouverture</li>" in html
    assert (
        '<li>00:32 <a href="https://exemple.fr/seine?a=1&amp;b=2">La Seine &lt;monte&gt;</a> '
        "(Anne, Le Journal)</li><li>1:01:40 Fermeture</li></ul>"
    ) in html


def test_one_chapter_is_no_list(full: Episode) -> None:
    html = render_description(replace(full, chapters=CHAPTERS[:1]))
    assert "Au sommaire" not in html


def test_what_the_chapters_say_is_not_said_twice(full: Episode) -> None:
    edition = replace(full, description="Au sommaire\u00a0: La Seine <monte>.", chapters=CHAPTERS[:2])
    assert render_description(edition).count("La Seine") == 1


def test_many_chapters_leave_room_for_the_voice(full: Episode) -> None:
    chapters = tuple(Chapter(at, f"Un article au titre assez long, {at}") for at in range(500))
    html = render_description(replace(full, chapters=chapters))
    assert len(html.encode()) <= 4000
    assert "voix de synthèse" in html
    etree.fromstring(f"<div>{html}</div>")


def test_a_text_that_is_very_long_goes_on_on_its_page(full: Episode) -> None:
    long = replace(full, paragraphs=tuple(Paragraph("Un mot. " * 500) for _ in range(100)))
    html = render_content(long, "https://exemple.fr/p/")
    assert '<p><a href="https://exemple.fr/p/">Lire la suite</a></p>' in html
    assert 50_000 < len(html.encode()) < 70_000


def test_content_ends_with_the_source_and_the_voices(full: Episode) -> None:
    assert render_content(full).endswith(
        '">Lire l’article d’origine</a></p>\n<p>Lecture par des voix de synthèse\u00a0: Claire et Lucien.</p>'
    )


def test_content_is_the_description_where_there_is_no_text(bare: Episode) -> None:
    assert render_content(bare).startswith("<p>Une chronique.</p><p>Où l’on apprend que «\u00a0les pommes")


def test_description_tells_the_voice_once(full: Episode) -> None:
    told = replace(full, description="Lu par une voix de synthèse.")
    assert render_description(told).count("voix de synthèse") == 1


def test_a_link_without_a_known_source(full: Episode) -> None:
    html = render_description(replace(full, author="", site=""))
    assert '<p><a href="https://journal.example/' in html


def test_a_long_description_still_tells_the_voice(full: Episode) -> None:
    html = render_description(replace(full, description="Été & <hiver> " * 2000))
    assert 3800 < len(html.encode()) <= 4000
    assert "voix de synthèse" in html


@law
@given(episodes)
def test_a_description_is_never_too_long(episode: Episode) -> None:
    assert len(render_description(episode).encode()) <= 4000


@law
@given(hostile_episodes)
def test_notes_are_well_formed(episode: Episode) -> None:
    for html in (render_description(episode), render_content(episode)):
        etree.fromstring(f"<div>{html}</div>")
