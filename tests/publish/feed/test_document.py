"""Each rule of the trade that a feed can be held to, on a rendered feed."""

import time
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from speakerine.errors import ConfigError, PublishError
from speakerine.publish.feed.categories import CATEGORIES
from speakerine.publish.feed.document import FeedDocument, podcast_guid, render_feed
from speakerine.settings import Show
from speakerine.types import Episode
from tests.publish.conftest import BASE

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
    "podcast": "https://podcastindex.org/namespace/1.0",
}


def parsed(feed: bytes) -> etree._Element:
    return etree.fromstring(feed)


@pytest.fixture
def root(show: Show, full: Episode, bare: Episode) -> etree._Element:
    return parsed(render_feed(show, [bare, full], BASE))


@pytest.fixture
def item(root: etree._Element) -> etree._Element:
    """The newest item, which has all that one can have."""
    return root.find("channel/item")


def texts(element: etree._Element, path: str) -> list[str]:
    return [str(found.text) for found in element.findall(path, NS)]


def attributes(element: etree._Element, path: str) -> list[dict[str, str]]:
    return [{str(k): str(v) for k, v in found.attrib.items()} for found in element.findall(path, NS)]


def test_utf_8_is_declared(show: Show) -> None:
    assert render_feed(show, [], BASE).startswith(
        b'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
    )


def test_namespaces_are_declared_exactly_even_in_an_empty_feed(show: Show) -> None:
    assert parsed(render_feed(show, [], BASE)).nsmap == NS


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("title", "À voix haute : l’été"),
        ("description", "Des articles lus.\n\nEn entier & sans hâte."),
        ("link", "https://exemple.fr/"),
        ("language", "fr"),
        ("copyright", "© 2024 Camille Duval"),
        ("generator", "speakerine"),
        ("lastBuildDate", "Fri, 31 May 2024 18:30:00 +0200"),
        ("itunes:author", "Camille Duval"),
        ("itunes:explicit", "false"),
        ("itunes:type", "episodic"),
        ("itunes:owner/itunes:email", "camille@exemple.fr"),
        ("itunes:owner/itunes:name", "Camille Duval"),
        ("image/url", BASE + "cover.jpg"),
        ("podcast:medium", "podcast"),
        ("podcast:locked", "yes"),
        ("podcast:txt", "true"),
        ("podcast:updateFrequency", "Au fil des articles"),
    ],
)
def test_channel_text(root: etree._Element, path: str, expected: str) -> None:
    assert texts(root, f"channel/{path}") == [expected]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("atom:link", {"rel": "self", "type": "application/rss+xml", "href": BASE + "feed.xml"}),
        ("itunes:image", {"href": BASE + "cover.jpg"}),
        ("itunes:category", {"text": "News"}),
        ("itunes:category/itunes:category", {"text": "Daily News"}),
        ("podcast:locked", {"owner": "camille@exemple.fr"}),
        ("podcast:txt", {"purpose": "ai-content"}),
    ],
)
def test_channel_attributes(root: etree._Element, path: str, expected: dict[str, str]) -> None:
    assert attributes(root, f"channel/{path}") == [expected]


def test_the_category_is_one_of_apple_s(root: etree._Element) -> None:
    assert attributes(root, "channel/itunes:category")[0]["text"] in CATEGORIES


def test_an_unknown_category_is_refused(show: Show) -> None:
    with pytest.raises(ConfigError, match="did you mean “News”"):
        render_feed(replace(show, category="news", subcategory=""), [], BASE)


def test_the_guid_is_made_of_the_feed_s_address(root: etree._Element) -> None:
    expected = uuid5(UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6"), "exemple.fr/podcast/feed.xml")
    assert texts(root, "channel/podcast:guid") == [str(expected)]


def test_the_guid_is_the_namespace_s_own_example() -> None:
    """Source: Podcasting 2.0 namespace, podcast:guid, example of « podnews.net/rss »."""
    namespace = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
    assert str(uuid5(namespace, "podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert podcast_guid("https://podnews.net/") == str(uuid5(namespace, "podnews.net/feed.xml"))


def test_the_guid_is_kept_when_the_feed_moves(show: Show) -> None:
    moved = parsed(render_feed(show, [], "https://ailleurs.fr/", guid="gardé"))
    assert texts(moved, "channel/podcast:guid") == ["gardé"]


def test_without_an_e_mail_nobody_owns_and_it_is_locked_all_the_same(show: Show) -> None:
    root = parsed(render_feed(replace(show, email=""), [], BASE))
    assert not root.findall("channel/itunes:owner", NS)
    assert attributes(root, "channel/podcast:locked") == [{}]
    assert texts(root, "channel/podcast:locked") == ["yes"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Le <script>alert(1)</script>", "Le ‹script›alert(1)‹/script›"),
        ("La balise <b> ]]> fin", "La balise ‹b› ]]> fin"),
        ("1 < 2 et 3 > 2", "1 < 2 et 3 > 2"),
        ("R&D &amp; co 🎙️", "R&D &amp; co 🎙️"),
        ("مرحبا بالعالم", "مرحبا بالعالم"),
    ],
)
def test_no_title_is_taken_for_markup(show: Show, bare: Episode, title: str, expected: str) -> None:
    root = parsed(render_feed(show, [replace(bare, title=title)], BASE))
    assert texts(root, "channel/item/title") == [expected]


def test_an_archive_leads_both_ways_and_to_the_feed(show: Show, bare: Episode) -> None:
    document = FeedDocument("archives/b.xml", older="archives/a.xml", newer="archives/c.xml")
    root = parsed(render_feed(show, [bare], BASE, document=document))
    assert {one["rel"]: one["href"].removeprefix(BASE) for one in attributes(root, "channel/atom:link")} == {
        "self": "archives/b.xml",
        "prev-archive": "archives/a.xml",
        "next": "archives/a.xml",
        "next-archive": "archives/c.xml",
        "current": "feed.xml",
    }
    assert len(root.findall("channel/{http://purl.org/syndication/history/1.0}archive")) == 1


def test_without_a_link_the_channel_links_to_its_page(show: Show) -> None:
    assert texts(parsed(render_feed(replace(show, link=""), [], BASE)), "channel/link") == [
        BASE + "index.html"
    ]


def test_without_an_address_it_is_this_machine_s(show: Show) -> None:
    root = parsed(render_feed(show, [], ""))
    assert attributes(root, "channel/atom:link")[0]["href"] == "http://127.0.0.1:8000/feed.xml"


def test_explicit(show: Show, bare: Episode) -> None:
    root = parsed(render_feed(replace(show, explicit=True), [bare], BASE))
    assert texts(root, "channel//itunes:explicit") == ["true", "true"]


def test_a_long_description_is_cut(show: Show) -> None:
    root = parsed(render_feed(replace(show, description="été " * 3000), [], BASE))
    assert 3900 < len(texts(root, "channel/description")[0].encode()) <= 4000


def test_the_voices_are_people_of_the_show(root: etree._Element) -> None:
    assert texts(root, "channel/podcast:person") == ["Claire", "Lucien"]


EPISODE = BASE + "episodes/2024-05-31-saint-malo-une-librairie-renait-de-ses-cendres/"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("title", ["À Saint-Malo, une librairie renaît de ses cendres"]),
        ("link", [EPISODE + "index.html"]),
        ("guid", ["5b0c7c2e-9f57-5b7a-8a43-0d7f0d6a1f00"]),
        ("pubDate", ["Fri, 31 May 2024 18:30:00 +0200"]),
        ("itunes:author", ["Anne Kerdoncuff"]),
        ("itunes:duration", ["94"]),
        ("itunes:explicit", ["false"]),
        ("itunes:episodeType", ["full"]),
        ("podcast:person", ["Anne Kerdoncuff", "Claire", "Lucien"]),
        ("podcast:txt", ["true"]),
    ],
)
def test_item_text(item: etree._Element, path: str, expected: list[str]) -> None:
    assert texts(item, path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("guid", [{"isPermaLink": "false"}]),
        (
            "enclosure",
            [
                {
                    "url": EPISODE + "saint-malo-une-librairie-renait-de-ses-cendres.mp3",
                    "length": "0",
                    "type": "audio/mpeg",
                }
            ],
        ),
        ("itunes:image", [{"href": EPISODE + "cover.jpg"}]),
        (
            "podcast:transcript",
            [
                {"url": EPISODE + "transcript.vtt", "type": "text/vtt", "language": "fr"},
                {"url": EPISODE + "transcript.srt", "type": "application/x-subrip", "language": "fr"},
                {"url": EPISODE + "transcript.json", "type": "application/json", "language": "fr"},
                {"url": EPISODE + "transcript.html", "type": "text/html", "language": "fr"},
            ],
        ),
        ("podcast:chapters", [{"url": EPISODE + "chapters.json", "type": "application/json+chapters"}]),
        (
            "podcast:person",
            [
                {"role": "author", "group": "writing"},
                {"role": "narrator", "group": "cast"},
                {"role": "narrator", "group": "cast"},
            ],
        ),
        ("podcast:txt", [{"purpose": "ai-content"}]),
    ],
)
def test_item_attributes(item: etree._Element, path: str, expected: list[dict[str, str]]) -> None:
    assert attributes(item, path) == expected


def test_the_description_and_the_content_tell_the_synthetic_voice(item: etree._Element) -> None:
    for path in ("description", "content:encoded"):
        assert "Lecture par des voix de synthèse\u00a0: Claire et Lucien." in texts(item, path)[0]


def test_the_content_is_the_article(item: etree._Element) -> None:
    assert "<h2>Une chaîne de 300 voisins</h2>" in texts(item, "content:encoded")[0]


def test_a_bare_item_names_nothing_that_it_has_not(show: Show, bare: Episode) -> None:
    item = parsed(render_feed(show, [bare], BASE)).find("channel/item")
    assert not item.findall("podcast:transcript", NS) + item.findall("podcast:chapters", NS)
    assert texts(item, "itunes:author") == ["Camille Duval"]


def test_newest_first(root: etree._Element) -> None:
    dates = [parsedate_to_datetime(date) for date in texts(root, "channel/item/pubDate")]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (datetime(2024, 1, 5, 8, tzinfo=ZoneInfo("Europe/Paris")), "Fri, 05 Jan 2024 08:00:00 +0100"),
        (datetime(2024, 7, 5, 8, tzinfo=ZoneInfo("Europe/Paris")), "Fri, 05 Jul 2024 08:00:00 +0200"),
        (datetime(1900, 7, 5, 8, tzinfo=ZoneInfo("Europe/Paris")), "Thu, 05 Jul 1900 07:59:39 +0009"),
        (datetime.fromisoformat("2024-07-05T08:00:00"), "Fri, 05 Jul 2024 08:00:00 +0000"),
    ],
)
@pytest.mark.parametrize("machine_zone", ["UTC", "Asia/Tokyo"])
def test_dates_keep_their_own_zone_whatever_the_machine_s(
    monkeypatch: pytest.MonkeyPatch, bare: Episode, published: datetime, expected: str, machine_zone: str
) -> None:
    monkeypatch.setenv("TZ", machine_zone)
    time.tzset()
    root = parsed(render_feed(Show(), [replace(bare, published=published)], BASE))
    monkeypatch.undo()
    time.tzset()
    assert texts(root, "channel/item/pubDate") == [expected]


def test_addresses_are_ascii(show: Show, full: Episode) -> None:
    feed = parsed(render_feed(show, [replace(full, slug="2024-été")], "https://médias.fr/mon podcast/"))
    urls = [url for node in feed.iter() for name, url in node.attrib.items() if name in {"url", "href"}]
    assert urls
    assert all(url.isascii() and " " not in url for url in urls)


def test_long_values_are_cut_and_edges_are_clean(show: Show, bare: Episode) -> None:
    long = replace(bare, title="  mot " * 100, author=" nom " * 100)
    item = parsed(render_feed(show, [long], BASE)).find("channel/item")
    for path, most in (("title", 255), ("itunes:author", 255), ("podcast:person", 128)):
        (text,) = texts(item, path)
        assert len(text) <= most
        assert text == text.strip()


def test_an_episode_without_a_title_still_has_one(show: Show, bare: Episode) -> None:
    root = parsed(render_feed(show, [replace(bare, title=" ")], BASE))
    assert texts(root, "channel/item/title") == ["Sans titre"]


def test_two_items_cannot_share_a_guid(show: Show, full: Episode, bare: Episode) -> None:
    with pytest.raises(PublishError, match="two episodes have the same GUID"):
        render_feed(show, [full, replace(bare, guid=full.guid)], BASE)


def test_two_items_cannot_share_an_address(show: Show, bare: Episode) -> None:
    with pytest.raises(PublishError, match="two episodes have the same address"):
        render_feed(show, [bare, replace(bare, guid="autre")], BASE)


def test_the_same_episodes_give_the_same_bytes(show: Show, full: Episode, bare: Episode) -> None:
    assert render_feed(show, [full, bare], BASE) == render_feed(show, [bare, full], BASE)


def test_a_draw_is_settled_the_same_way(show: Show, bare: Episode) -> None:
    twin = replace(bare, guid="autre", slug="autre")
    assert render_feed(show, [bare, twin], BASE) == render_feed(show, [twin, bare], BASE)


def test_a_show_that_speaks_of_the_future_is_built_then(show: Show, bare: Episode) -> None:
    later = replace(bare, published=bare.published + timedelta(days=9000))
    root = parsed(render_feed(show, [later], BASE))
    assert texts(root, "channel/lastBuildDate") == texts(root, "channel/item/pubDate")
