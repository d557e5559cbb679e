from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.publish.feed.document import render_feed
from speakerine.publish.listing import ListPage, listing_of
from speakerine.publish.pages.site import render_list
from speakerine.publish.serving.readdress import Move, read_base, readdressed
from speakerine.settings import Show
from speakerine.types import Episode, Paragraph
from tests.publish.conftest import BASE

THERE = "http://192.168.1.20:8000/"
MOVE = Move(BASE, THERE)


def check_moved(markup: str, expected: str, *, name: str = "index.html") -> None:
    assert readdressed(name, markup.encode(), MOVE).decode() == expected


def check_same(text: str, *, name: str = "index.html") -> None:
    check_moved(text, text, name=name)


@pytest.mark.parametrize("attribute", ["href", "src", "content", "value"])
def test_an_address_in_a_page(attribute: str) -> None:
    check_moved(f'<x a="b" {attribute}="{BASE}feed.xml">', f'<x a="b" {attribute}="{THERE}feed.xml">')


@pytest.mark.parametrize("element", ["link", "url"])
def test_an_address_in_a_feed(element: str) -> None:
    before, after = (f"<{element}>{base}a.html</{element}>" for base in (BASE, THERE))
    check_moved(before, after, name="feed.xml")


def test_a_link_in_show_notes() -> None:
    before, after = (f'&lt;a rel="x" href="{base}episodes/a/"&gt;ici&lt;/a&gt;' for base in (BASE, THERE))
    check_moved(before, after, name="archives/a.xml")


def test_an_address_in_chapters() -> None:
    before, after = (f'{{"url": "{base}a", "img":"{base}a.jpg"}}' for base in (BASE, THERE))
    check_moved(before, after, name="episodes/a/chapters.json")


@pytest.mark.parametrize(
    "text",
    [
        f"<p>Tout est sur {BASE}index.html.</p>",
        f"<p>{BASE}</p>",
        f'<p title="{BASE}">x</p>',
        f'<meta content="{BASE} est en ligne">',
        f'<a href="https://archive.example/{BASE}">x</a>',
        '<a href="https://exemple.fr/podcasts/">x</a>',
        f"<p>href=&#34;{BASE}&#34;</p>",
    ],
)
def test_words_of_a_page_are_kept(text: str) -> None:
    check_same(text)


@pytest.mark.parametrize(
    "text",
    [
        f"<title>{BASE}</title>",
        f'<description>Il écrit : href="{BASE}"</description>',
        f'<description>&lt;p&gt;&amp;lt;a href="{BASE}"&amp;gt;&lt;/p&gt;</description>',
        f"<link>{BASE} et ailleurs</link>",
    ],
)
def test_words_of_a_feed_are_kept(text: str) -> None:
    check_same(text, name="feed.xml")


def test_words_of_a_chapter_are_kept() -> None:
    check_same(f'{{"title": "{BASE}"}}', name="episodes/a/chapters.json")


@pytest.mark.parametrize("name", ["episodes/a/transcript.vtt", "episodes/a/episode.json", "search/a.json"])
def test_other_files_are_kept(name: str) -> None:
    check_same(f'<a href="{BASE}">{{"url": "{BASE}"}}', name=name)


def test_a_base_with_an_ampersand() -> None:
    move = Move("https://exemple.fr/a&b/", THERE)
    page = b'<a href="https://exemple.fr/a&amp;b/feed.xml">'
    assert readdressed("index.html", page, move) == f'<a href="{THERE}feed.xml">'.encode()


def test_a_feed_moved_is_the_feed_written_there(show: Show, full: Episode, bare: Episode) -> None:
    written = [render_feed(show, [full, bare], base, guid="g") for base in (BASE, THERE)]
    assert readdressed("feed.xml", written[0], MOVE) == written[1]


def test_a_page_moved_is_the_page_written_there(show: Show, full: Episode) -> None:
    page = ListPage((listing_of(full),), total=1)
    written = [render_list(show, page, base).encode() for base in (BASE, THERE)]
    assert readdressed("index.html", written[0], MOVE) == written[1]


def test_a_feed_says_where_it_is(show: Show, full: Episode, tmp_path: Path) -> None:
    told = replace(full, paragraphs=(Paragraph('<atom:link rel="self" href="https://x.example/feed.xml"/>'),))
    (tmp_path / "feed.xml").write_bytes(render_feed(show, [told], BASE))
    assert read_base(tmp_path / "feed.xml") == BASE
