"""Entries and addresses to articles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speakerine.errors import SourceError
from speakerine.sources.feed import Entry, has_full_content, parse_feed, read_entry
from speakerine.sources.fetch import Fetcher
from speakerine.sources.robots import Robots
from speakerine.sources.webpage import read_url
from speakerine.types import ParagraphKind
from tests.sources.checking import spoken
from tests.sources.server import PARAGRAPHS, Server, article_page, redirect

FEEDS = Path(__file__).parent / "data" / "feeds"
WHOLE = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
MAY_24 = datetime(2024, 5, 24, 8, tzinfo=UTC)


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_private=True, retries=0, total_timeout_s=5)


class TestFullContent:
    def test_it_is_read_without_a_request(self) -> None:
        feed = parse_feed((FEEDS / "wordpress.xml").read_bytes(), "https://carnets.example/feed")
        article = read_entry(feed.entries[0], None)
        assert article.title == "L’été vient à Saint-Aubin"
        assert article.byline == "Jeanne Martin et Paul Roux"
        assert article.published == feed.entries[0].published
        assert article.url == "https://carnets.example/ete/"
        assert article.image == "https://carnets.example/riviere.jpg"
        assert article.source == "feed"
        heard = spoken(article)
        assert "vers la ville." in heard
        for other in ("est apparu en premier", "© Jeanne", "alert"):
            assert other not in heard
        kinds = [p.kind for p in article.paragraphs if p.kind is not ParagraphKind.TEXT]
        assert kinds == [
            ParagraphKind.HEADING,
            ParagraphKind.QUOTE,
            ParagraphKind.LIST_ITEM,
            ParagraphKind.LIST_ITEM,
        ]

    @pytest.mark.parametrize(
        ("entry", "full"),
        [
            (Entry("1", "", "T", content_html=WHOLE), True),
            (Entry("1", "", "T", content_html="<br><br>".join(PARAGRAPHS)), True),
            (Entry("1", "", "T", content_html=WHOLE, summary_html=WHOLE), True),
            (Entry("1", "", "T", summary_html=WHOLE * 2), True),
            (Entry("1", "", "T", summary_html=WHOLE), False),
            (Entry("1", "", "T", content_html=f"<p>{PARAGRAPHS[0]}</p>", summary_html=WHOLE), False),
            (Entry("1", "", "T", content_html=f"{WHOLE}<p>La suite commence ici […]</p>"), False),
            (Entry("1", "", "T", content_html=f"{WHOLE}<p>La suite commence ici…</p>"), False),
            (Entry("1", "", "T", content_html=f'{WHOLE}<p><a href="/a">Lire la suite →</a></p>'), False),
            (Entry("1", "", "T", content_html=f"{WHOLE}<p>Continue reading Le titre</p>"), False),
            (Entry("1", "", "T", content_html="<p>" + " ".join(PARAGRAPHS) + "</p>"), False),
            (Entry("1", "", "T", content_html="<div>" * 1_000 + WHOLE), False),
            (Entry("1", "", "T"), False),
        ],
    )
    def test_what_is_full(self, entry: Entry, full: bool) -> None:
        assert has_full_content(entry) is full

    def test_an_entry_without_a_title_takes_one_from_its_text(self) -> None:
        article = read_entry(Entry("1", "", "", content_html=WHOLE), None)
        assert article.title.startswith("Le conseil municipal")


class TestSummaries:
    def test_the_page_is_fetched(self, server: Server, fetcher: Fetcher) -> None:
        url = server.page("/a", article_page())
        entry = Entry("1", url, "Tram", MAY_24, author="Awa Diop", image="https://e.example/i.jpg")
        article = read_entry(entry, fetcher)
        assert article.title == "Le tramway revient à Saint-Aubin"
        assert (article.published, article.byline) == (MAY_24, "Awa Diop")
        assert (article.url, article.image, article.source) == (url, "https://e.example/i.jpg", "feed")

    def test_what_the_page_says_wins(self, server: Server, fetcher: Fetcher) -> None:
        head = (
            '<link rel="canonical" href="https://journal.example/tramway?utm_source=x">'
            '<meta property="article:published_time" content="2024-05-20T06:00:00+02:00">'
            '<meta name="author" content="Luc Petit">'
        )
        url = server.page("/a", article_page(head=head))
        article = read_entry(Entry("1", url, "Tram", MAY_24, author="Awa Diop"), fetcher)
        assert article.url == "https://journal.example/tramway"
        assert article.byline == "Luc Petit"
        assert article.published == datetime(2024, 5, 20, 4, tzinfo=UTC)

    def test_without_a_fetcher_its_address_is_told(self) -> None:
        with pytest.raises(SourceError, match=r"only a summary.* https://e\.example/a"):
            read_entry(Entry("1", "https://e.example/a", "T"), None)

    def test_without_an_address_either(self, fetcher: Fetcher) -> None:
        with pytest.raises(SourceError, match="« 1 » is only a summary, without an address"):
            read_entry(Entry("1", "", ""), fetcher)

    def test_robots_txt_is_asked(self, server: Server, fetcher: Fetcher) -> None:
        server.page("/robots.txt", "User-agent: *\nDisallow: /a\n")
        url = server.page("/a", article_page())
        with pytest.raises(SourceError, match=r"robots\.txt"):
            read_entry(Entry("1", url, "T"), fetcher, Robots(fetcher))
        assert server.paths() == ["/robots.txt"]


class TestAddresses:
    def test_a_page(self, server: Server, fetcher: Fetcher) -> None:
        server.at("/1", redirect("/a?xtor=RSS-1#titre"))
        server.page("/a?xtor=RSS-1", article_page())
        article = read_url(f"{server.origin}/1", fetcher, None)
        assert article.url == f"{server.origin}/a"
        assert PARAGRAPHS[3] in spoken(article)

    @pytest.mark.parametrize(
        ("encoding", "charset", "declared"),
        [
            ("utf-8", "utf-8", ""),
            ("utf-8", "iso-8859-1", ""),
            ("cp1252", "iso-8859-1", ""),
            ("cp1252", "windows-1252", "utf-8"),
            ("cp1252", "utf-8", "windows-1252"),
            ("cp1252", "", "iso-8859-1"),
            ("cp1252", "", ""),
            ("cp1252", "no-such-charset", ""),
            ("cp1252", "unicode_escape", ""),
            ("utf-16", "iso-8859-1", ""),
            ("utf-16", "", ""),
        ],
    )
    def test_charsets(
        self, server: Server, fetcher: Fetcher, encoding: str, charset: str, declared: str
    ) -> None:
        head = f'<meta charset="{declared}">' if declared else ""
        content_type = f"text/html; charset={charset}" if charset else "text/html"
        page = article_page(head=head).encode(encoding)
        url = server.page("/a", page, Content_Type=content_type)
        assert PARAGRAPHS[1] in spoken(read_url(url, fetcher))

    def test_plain_text(self, server: Server, fetcher: Fetcher) -> None:
        text = "\n\n".join(["Le tramway revient", *PARAGRAPHS])
        url = server.page("/a.txt", text, Content_Type="text/plain; charset=utf-8")
        article = read_url(url, fetcher)
        assert (article.title, article.url) == ("Le tramway revient", url)

    def test_markdown(self, server: Server, fetcher: Fetcher) -> None:
        text = "\n\n".join(["# Le tramway revient", *PARAGRAPHS])
        article = read_url(server.page("/a.md", text, Content_Type="text/markdown"), fetcher)
        assert (article.title, article.source) == ("Le tramway revient", "markdown")

    def test_a_canonical_address_that_is_the_front_page_is_none(
        self, server: Server, fetcher: Fetcher
    ) -> None:
        head = f'<link rel="canonical" href="{server.origin}/">'
        url = server.page("/a", article_page(head=head))
        assert read_url(url, fetcher).url == url

    @pytest.mark.parametrize(
        ("body", "content_type", "says"),
        [
            ((FEEDS / "atom.xml").read_bytes(), "application/atom+xml", "is a feed.*sync"),
            ((FEEDS / "jsonfeed.json").read_bytes(), "application/json", "is a feed.*sync"),
            (b"%PDF-1.7 \x00", "text/html", "a PDF document"),
            (b"\x89PNG\r\n\x1a\n\x00", "application/octet-stream", "a PNG image"),
            (b'{"a": 1}', "application/json", "data in JSON"),
            (b"<html><p>Bonjour.</p></html>", "text/html", "No article was found"),
            (
                b'<html><h1>Connexion</h1><form><input name="p" type="password"></form></html>',
                "text/html",
                "asks to sign in",
            ),
        ],
    )
    def test_what_is_no_article(
        self, server: Server, fetcher: Fetcher, body: bytes, content_type: str, says: str
    ) -> None:
        url = server.page("/a", body, Content_Type=content_type)
        with pytest.raises(SourceError, match=f"(?s){re.escape(url)}.*{says}|{says}.*{re.escape(url)}"):
            read_url(url, fetcher)

    def test_a_page_that_sends_elsewhere_to_sign_in(self, server: Server, fetcher: Fetcher) -> None:
        server.at("/reserve", redirect("/compte/connexion?suite=reserve"))
        server.page("/compte/connexion?suite=reserve", article_page("Bienvenue à nos abonnés"))
        with pytest.raises(SourceError, match="/reserve asks to sign in"):
            read_url(f"{server.origin}/reserve", fetcher)

    def test_one_article_is_one_identity_by_its_page_and_by_its_feed(
        self, server: Server, fetcher: Fetcher
    ) -> None:
        url = server.page("/a", article_page())
        server.page("/a?utm_source=rss", article_page())
        entry = Entry("1", f"{url}?utm_source=rss", "Le tramway revient à Saint-Aubin")
        whole = replace(entry, content_html=WHOLE)
        by_page, by_feed, by_content = (
            read_url(url, fetcher),
            read_entry(entry, fetcher),
            read_entry(whole, None),
        )
        assert by_page.guid == by_feed.guid == by_content.guid
