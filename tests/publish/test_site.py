import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from lxml import html

from speakerine.publish.site import render_episode, render_index
from speakerine.settings import Show
from speakerine.types import Episode

from .conftest import BASE
from .strategies import hostile_episodes, hostile_shows, law


@pytest.fixture
def index(show: Show, full: Episode, bare: Episode) -> html.HtmlElement:
    return html.document_fromstring(render_index(show, [bare, full], BASE))


@pytest.fixture
def page(show: Show, full: Episode) -> html.HtmlElement:
    return html.document_fromstring(render_episode(show, full))


def test_pages_are_in_french(index: html.HtmlElement, page: html.HtmlElement) -> None:
    assert (index.get("lang"), page.get("lang")) == ("fr", "fr")


def test_pages_lead_to_the_feed(index: html.HtmlElement, page: html.HtmlElement) -> None:
    path = "//link[@rel='alternate'][@type='application/rss+xml']/@href"
    assert (index.xpath(path), page.xpath(path)) == (["feed.xml"], ["../../feed.xml"])


def test_the_index_gives_the_feed_s_address(index: html.HtmlElement) -> None:
    assert index.xpath("//input[@readonly]/@value") == [BASE + "feed.xml"]


def test_the_index_lists_episodes_newest_first(index: html.HtmlElement, full: Episode, bare: Episode) -> None:
    titles = index.xpath("//h3/a/text()")
    assert titles == [full.title, bare.title]


def test_each_episode_has_a_player_that_loads_nothing_by_itself(
    index: html.HtmlElement, full: Episode, bare: Episode
) -> None:
    players = index.xpath("//audio[@controls][@preload='none']")
    assert [unquote(player.get("src")) for player in players] == [
        f"episodes/{episode.slug}/{episode.enclosure.path}" for episode in (full, bare)
    ]
    assert [player.get("aria-label") for player in players] == [
        f"Écouter\u00a0: {episode.title}" for episode in (full, bare)
    ]


def test_the_index_tells_the_synthetic_voices(index: html.HtmlElement) -> None:
    assert "Lecture par des voix de synthèse\u00a0: Claire et Lucien." in index.xpath("string(//footer)")


def test_dates_and_durations_are_said_in_french(index: html.HtmlElement) -> None:
    assert index.xpath("(//article)[1]//time/text()") == [
        "vendredi 31\u00a0mai 2024",
        "1\u00a0min\u00a034\u00a0s",
    ]


def test_the_page_holds_the_article_as_written(page: html.HtmlElement, full: Episode) -> None:
    text = page.xpath("string(//section[@id='texte'])").replace("\u00a0", " ")
    assert all(paragraph.text.replace("\u00a0", " ") in text for paragraph in full.paragraphs)


def test_the_page_lists_its_chapters(page: html.HtmlElement, full: Episode) -> None:
    links = page.xpath("//nav//a")
    assert [link.get("data-seek") for link in links] == [f"{c.start_ms / 1000:g}" for c in full.chapters]
    assert links[1].get("href").endswith(".mp3#t=5.2")


def test_the_page_gives_captions_and_the_article(page: html.HtmlElement) -> None:
    assert page.xpath("//track/@src")[0].endswith("/transcript.vtt")
    assert len(page.xpath("//a[starts-with(@href, 'https://journal.example/')]")) == 2


def test_a_bare_page_offers_nothing_that_it_has_not(show: Show, bare: Episode) -> None:
    page = html.document_fromstring(render_episode(show, bare))
    assert not page.xpath("//track | //nav | //section | //a[@rel='external']")
    assert "Où l’on apprend que" in page.xpath("string(//main)")


def test_pages_say_it_of_this_machine_only(show: Show) -> None:
    assert "Cette adresse répond sur cet ordinateur" in render_index(show, [])
    assert "Cette adresse répond sur cet ordinateur" not in render_index(show, [], BASE)


@pytest.mark.parametrize(("count", "expected"), [(0, "Aucun épisode"), (1, "Un épisode"), (2, "2 épisodes")])
def test_how_many(show: Show, bare: Episode, count: int, expected: str) -> None:
    several = [replace(bare, guid=str(n), slug=str(n)) for n in range(count)]
    assert html.document_fromstring(render_index(show, several)).xpath("//h2/text()")[1] == expected


def test_no_address_is_absolute_but_those_of_others(show: Show, full: Episode) -> None:
    for text in (render_index(show, [full], BASE), render_episode(show, full)):
        urls = re.findall(r'(?:src|href)="([^"]*)"', text)
        own = [url for url in urls if not url.startswith(("https://journal.example/", "https://exemple.fr/"))]
        assert own
        assert not [url for url in own if url.startswith(("/", "http:", "https:"))]


def test_punctuation_is_never_left_alone_on_a_line(show: Show, full: Episode) -> None:
    for text in (render_index(show, [full], BASE), render_episode(show, full)):
        assert not re.findall(r"« | [»;!?]| :(?=[ <])", html.document_fromstring(text).text_content())


@law
@given(hostile_shows, hostile_episodes)
def test_no_text_becomes_markup(show: Show, episode: Episode) -> None:
    for text in (render_index(show, [episode]), render_episode(show, episode)):
        page = html.document_fromstring(text)
        assert len(page.xpath("//script")) == 1
        assert not [href for href in page.xpath("//@href") if href.lower().startswith(("javascript", "data"))]


def test_markup_in_a_title_is_text(show: Show, bare: Episode) -> None:
    evil = replace(bare, title='<script>alert("x")</script>', description="</p><script>")
    for text in (render_index(replace(show, title="<b>"), [evil]), render_episode(show, evil)):
        assert text.count("<script") == 1
