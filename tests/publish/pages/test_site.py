import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
from hypothesis import given
from lxml import html

from speakerine.publish.listing import ListPage, listing_of
from speakerine.publish.pages.site import render_list
from speakerine.publish.pages.subscribing import app_links
from speakerine.settings import Show
from speakerine.types import Episode
from tests.publish.conftest import BASE
from tests.publish.strategies import hostile_episodes, hostile_shows, law

OLDER = "archives/2024-05-24-orthographe.html"

Parsed = Callable[..., html.HtmlElement]


def first_page(*episodes: Episode, older: str = "") -> ListPage:
    return ListPage(tuple(map(listing_of, episodes)), older=older, total=len(episodes))


def older_page(*episodes: Episode) -> ListPage:
    return ListPage(tuple(map(listing_of, episodes)), path=OLDER, newer="index.html", older="archives/a.html")


@pytest.fixture
def index(show: Show, full: Episode, bare: Episode) -> html.HtmlElement:
    """The show's own page."""
    return html.document_fromstring(render_list(show, first_page(full, bare, older=OLDER), BASE))


@pytest.fixture
def archive(show: Show, full: Episode, bare: Episode) -> html.HtmlElement:
    """A page of older episodes."""
    return html.document_fromstring(render_list(show, older_page(full, bare), BASE))


def test_pages_are_in_french(index: html.HtmlElement, archive: html.HtmlElement) -> None:
    assert (index.get("lang"), archive.get("lang")) == ("fr", "fr")


def test_pages_lead_to_the_feed(index: html.HtmlElement, archive: html.HtmlElement) -> None:
    path = "//link[@rel='alternate'][@type='application/rss+xml']/@href"
    assert (index.xpath(path), archive.xpath(path)) == (["feed.xml"], ["../feed.xml"])


def test_pages_can_be_installed(index: html.HtmlElement, archive: html.HtmlElement) -> None:
    path = "//link[@rel='manifest']/@href"
    assert (index.xpath(path), archive.xpath(path)) == (
        ["manifest.webmanifest"],
        ["../manifest.webmanifest"],
    )


def test_pages_run_nothing_that_is_not_a_file_of_theirs(
    index: html.HtmlElement, archive: html.HtmlElement
) -> None:
    for page in (index, archive):
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        assert not page.xpath("//style | //@style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")


def test_the_index_shows_the_show(index: html.HtmlElement) -> None:
    assert index.xpath("//h1/text()") == ["À voix haute\u00a0: l’été"]
    assert index.xpath("//p[@class='lead']/text()") == ["Des articles lus.", "En entier & sans hâte."]
    assert index.xpath("//a[@href='https://exemple.fr/']/text()") == ["Camille Duval"]


def test_the_index_gives_the_feed_s_address(index: html.HtmlElement) -> None:
    assert index.xpath("//input[@readonly]/@value") == [BASE + "feed.xml"]


def test_the_index_opens_podcast_apps_at_the_feed(index: html.HtmlElement) -> None:
    links = {link.text: link.get("href") for link in index.xpath("//ul[@class='apps']//a")}
    assert links == {
        "Apple Podcasts": "podcast://exemple.fr/podcast/feed.xml",
        "AntennaPod": "antennapod-subscribe://exemple.fr/podcast/feed.xml",
        "Pocket Casts": "pktc://subscribe/exemple.fr/podcast/feed.xml",
        "Overcast": "overcast://x-callback-url/add?url=https%3A%2F%2Fexemple.fr%2Fpodcast%2Ffeed.xml",
        "Autre appli": "pcast://exemple.fr/podcast/feed.xml",
        "Lecteur de flux": "feed:https://exemple.fr/podcast/feed.xml",
    }
    assert [link.href for link in app_links(BASE + "feed.xml")] == list(links.values())


def test_the_index_shows_the_address_as_a_qr_code(index: html.HtmlElement) -> None:
    assert index.xpath("//img[@src='assets/qr.svg']/@alt") == ["Code QR de l’adresse du flux"]


def test_messages_that_share_the_page_show_its_cover(index: html.HtmlElement) -> None:
    assert index.xpath("//meta[@property='og:image']/@content") == [BASE + "cover.jpg"]
    assert index.xpath("//link[@rel='canonical']/@href") == [BASE]


def test_episodes_are_listed_as_they_are_given(
    index: html.HtmlElement, archive: html.HtmlElement, full: Episode, bare: Episode
) -> None:
    for page in (index, archive):
        assert page.xpath("//h3/a/text()") == [full.title, bare.title]


def test_each_episode_leads_to_its_page(archive: html.HtmlElement, full: Episode, bare: Episode) -> None:
    pages = [f"../episodes/{episode.slug}/index.html" for episode in (full, bare)]
    assert archive.xpath("//h3/a/@href") == archive.xpath("//a[@class='play']/@href") == pages


def test_the_sound_is_named_for_who_can_play_it_there(index: html.HtmlElement, full: Episode) -> None:
    play = index.xpath("//a[@class='play']")[0]
    assert unquote(play.get("data-sound")) == f"episodes/{full.slug}/{full.enclosure.path}"
    assert (play.text_content(), play.get("data-guid")) == (f"Écouter\u00a0: {full.title}", full.guid)
    assert not index.xpath("//audio")


def test_the_index_tells_the_synthetic_voices(index: html.HtmlElement) -> None:
    assert "Lecture par des voix de synthèse\u00a0: Claire et Lucien." in index.xpath("string(//footer)")


def test_dates_and_durations_are_said_in_french(index: html.HtmlElement) -> None:
    assert index.xpath("(//article)[1]//time/text()") == [
        "vendredi 31\u00a0mai 2024",
        "1\u00a0min\u00a034\u00a0s",
    ]


def test_where_an_article_comes_from_is_said(index: html.HtmlElement) -> None:
    assert index.xpath("//p[@class='origin']/text()") == ["Anne Kerdoncuff, Le Journal du port"]


def test_pages_lead_to_their_neighbours(index: html.HtmlElement, archive: html.HtmlElement) -> None:
    neighbours = "//nav/a/@href"
    assert index.xpath(neighbours) == [OLDER]
    assert archive.xpath(neighbours) == ["../index.html", "../archives/a.html"]


def test_a_short_list_has_no_neighbours(show: Show, full: Episode) -> None:
    assert not html.document_fromstring(render_list(show, first_page(full), BASE)).xpath("//nav")


@pytest.mark.parametrize(
    ("oldest", "newest", "period"),
    [
        ("2024-05-24", "2024-05-24", "24\u00a0mai 2024"),
        ("2024-05-01", "2024-05-24", "1er au 24\u00a0mai 2024"),
        ("2024-04-30", "2024-05-01", "30\u00a0avril au 1er\u00a0mai 2024"),
        ("2023-12-31", "2024-01-02", "31\u00a0décembre 2023 au 2\u00a0janvier 2024"),
    ],
)
def test_an_older_page_says_of_when_it_is(
    show: Show, bare: Episode, oldest: str, newest: str, period: str
) -> None:
    days = [datetime.fromisoformat(day).replace(tzinfo=UTC) for day in (newest, oldest)]
    page = render_list(show, older_page(*(replace(bare, published=day) for day in days)), BASE)
    assert html.document_fromstring(page).xpath("//h1/text()") == [f"Épisodes du {period}"]


def test_pages_say_it_where_nobody_else_can_reach_them(show: Show) -> None:
    told = "speakerine serve</code> tourne sur l’ordinateur"
    assert told in render_list(show, first_page())
    assert told not in render_list(show, first_page(), BASE)


@pytest.mark.parametrize(("count", "expected"), [(0, "Aucun épisode"), (1, "Un épisode"), (2, "2 épisodes")])
def test_how_many(show: Show, bare: Episode, count: int, expected: str) -> None:
    several = [replace(bare, guid=str(n), slug=str(n)) for n in range(count)]
    page = html.document_fromstring(render_list(show, first_page(*several), BASE))
    assert page.xpath("//h2[@id='episodes']/text()") == [expected]


def test_a_show_without_an_episode_promises_the_first(show: Show) -> None:
    assert "Le premier épisode paraîtra ici." in render_list(show, first_page(), BASE)


def test_no_address_is_absolute_but_the_show_s_own(show: Show, full: Episode) -> None:
    for page in (first_page(full), older_page(full)):
        urls = re.findall(r'(?:src|href)="([^"]*)"', render_list(show, page, BASE))
        outside = [url for url in urls if re.match(r"/|https?:", url)]
        assert set(outside) <= {"https://exemple.fr/", BASE}


def test_punctuation_is_never_left_alone_on_a_line(show: Show, full: Episode) -> None:
    for page in (first_page(full), older_page(full)):
        text = html.document_fromstring(render_list(show, page, BASE)).text_content()
        assert not re.findall(r"« | [»;!?]| :(?=[ <])", text)


@law
@given(hostile_shows, hostile_episodes)
def test_no_text_becomes_markup(show: Show, episode: Episode) -> None:
    for listed in (first_page(episode), older_page(episode)):
        page = html.document_fromstring(render_list(show, listed))
        assert all(src.startswith(("assets/", "../assets/")) for src in page.xpath("//script/@src"))
        assert len(page.xpath("//script")) == 4
        assert not [href for href in page.xpath("//@href") if href.lower().startswith(("javascript", "data"))]


def test_markup_in_a_title_is_text(show: Show, bare: Episode) -> None:
    evil = replace(bare, title='<script>alert("x")</script>', description="</p><script>")
    page = render_list(replace(show, title="<b>"), first_page(evil))
    assert page.count("<script") == 4
