"""Feeds of every format, whole and broken, and what is no feed."""

from __future__ import annotations

import pickle
import tomllib
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.errors import SourceError
from speakerine.sources.feed import has_full_content, is_feed, parse_feed
from speakerine.sources.feed_entry import join_names, parse_moment

FEEDS = Path(__file__).parent / "data" / "feeds"
SOURCES = sorted(path for path in FEEDS.iterdir() if path.suffix != ".toml")
RSS = '<rss version="2.0"><channel><title>t</title><item><title>{}</title></item></channel></rss>'


def expected(source: Path) -> dict[str, Any]:
    return tomllib.loads(source.with_suffix(".toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_feed(source: Path) -> None:
    wanted = expected(source)
    feed = parse_feed(source.read_bytes(), wanted["url"])
    assert (feed.title, feed.url) == (wanted["title"], wanted["url"])
    assert len(feed.entries) == len(wanted["entries"])
    for entry, fields in zip(feed.entries, wanted["entries"], strict=True):
        assert {name: getattr(entry, name) for name in fields} == fields
        assert entry.published is None or entry.published.tzinfo is not None
    assert [has_full_content(entry) for entry in feed.entries] == wanted["full"]
    assert pickle.loads(pickle.dumps(feed)) == feed


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_feed_is_known_by_its_first_tag(source: Path) -> None:
    assert is_feed(source.read_bytes())
    assert is_feed(source.read_bytes(), "text/html")


@pytest.mark.parametrize(
    ("data", "content_type", "answer"),
    [
        (b"<!DOCTYPE html><html><body>rss</body></html>", "text/html", False),
        (b"<!DOCTYPE html><html></html>", "application/rss+xml", False),
        (b"damaged", "application/rss+xml", True),
        (b"Bonjour", "text/plain", False),
        (b'{"version": "1.0"}', "application/json", False),
        (b'{"version": "https://jsonfeed.org/version/1"}', "", True),
        (b"[" * 100_000, "application/json", False),
        (b"%PDF-1.7", "", False),
        (b"", "", False),
        (b"\xef\xbb\xbf <?xml version='1.0'?><!-- un fil --><feed>", "", True),
        ("<?xml version='1.0' encoding='utf-16'?><rss>".encode("utf-16"), "", True),
        (b"<feedback>", "", False),
    ],
)
def test_what_is_a_feed(data: bytes, content_type: str, answer: bool) -> None:
    assert is_feed(data, content_type) is answer


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (RSS.format("L’été").encode(), ""),
        (RSS.format("L’été").encode(), "iso-8859-1"),
        (RSS.format("L’été").encode("cp1252"), "ISO-8859-1"),
        (RSS.format("L’été").encode("cp1252"), ""),
        (f'<?xml version="1.0" encoding="iso-8859-1"?>{RSS.format("L’été")}'.encode("cp1252"), ""),
        (f'<?xml version="1.0" encoding="utf-16"?>{RSS.format("L’été")}'.encode("utf-16"), ""),
        (b"\xef\xbb\xbf" + RSS.format("L’été").encode(), ""),
        (RSS.format("L&#8217;&#233;t&#xe9;").encode(), "unicode_escape"),
        (RSS.format("L’été").replace("<rss", "\n\n<?xml version='1.0'?><rss").encode(), ""),
    ],
)
def test_charsets(data: bytes, charset: str) -> None:
    assert parse_feed(data, "https://e.example/", charset).entries[0].title == "L’été"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not a feed"),
        (b"Bonjour tout le monde", "is not a feed"),
        (b"<?xml version='1.0'?><urlset><url/></urlset>", "is not a feed"),
        (b"<rss version='2.0'><channel><title>t</title></channel></rss>", "empty feed"),
        (b"<rss version='2.0'><channel><title>t", "is not a feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}', "empty feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": "x"}', "empty feed"),
        (b'{"a": 1}', "is not a feed"),
        (b"%PDF-1.7 \x00\x01", "is not a feed"),
        (b"<!DOCTYPE html><html><head></head></html>", "is a web page, not a feed"),
        (b"<?xml version='1.0'?><rss>" + b"a" * 10_000_001, "larger than 10 MB"),
    ],
)
def test_what_cannot_be_read_as_a_feed(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as failure:
        parse_feed(data, "https://e.example/fil")
    message = str(failure.value)
    assert message.startswith("https://e.example/fil ")
    assert "\n" not in message
    assert len(message) < 300


def test_a_page_tells_where_its_feed_is() -> None:
    page = (
        '<!DOCTYPE html><html><head><link rel="stylesheet" href="a.css">'
        "<link type='application/rss+xml' rel=\"alternate\" href='/rss?a=1&amp;b=2'></head></html>"
    )
    with pytest.raises(SourceError, match=r"Its feed is at https://e\.example/rss\?a=1&b=2\."):
        parse_feed(page.encode(), "https://e.example/une")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.sampled_from(SOURCES),
    st.lists(
        st.tuples(
            st.integers(0, 4_000),
            st.integers(0, 30),
            st.binary(max_size=4)
            | st.sampled_from([b"<![", b"]]>", b"<!--", b"&#xD800;", b"http://[", b"<"]),
        ),
        max_size=6,
    ),
)
def test_a_damaged_feed_is_read_or_refused(source: Path, damages: list[tuple[int, int, bytes]]) -> None:
    data = source.read_bytes()
    for at, length, put in damages:
        data = data[:at] + put + data[at + length :]
    with suppress(SourceError):
        assert parse_feed(data, "https://e.example/").entries


@pytest.mark.parametrize(
    "declared",
    [
        "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
        "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p.dtd'> %p;",
    ],
)
def test_entities_lead_nowhere(declared: str) -> None:
    data = f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]>' + RSS.format("a&x;b")
    assert parse_feed(data.encode(), "https://e.example/").entries[0].title in {"ab", "a&x;b"}


def test_entities_in_entities_stay_small() -> None:
    """The billion laughs, and one long entity asked for often."""
    nested = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    long = f"<!ENTITY x '{'a' * 100_000}'>"
    for declared, text in [(f"<!ENTITY l0 'ha'>{nested}", "&l9;"), (long, "&x;" * 10_000)]:
        data = f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]>' + RSS.format(text)
        assert len(parse_feed(data.encode(), "https://e.example/").entries[0].title) < 100_000


def test_scripts_do_not_come_through() -> None:
    feed = parse_feed((FEEDS / "wordpress.xml").read_bytes(), "https://e.example/")
    assert "alert" not in feed.entries[0].content_html


@pytest.mark.parametrize(
    ("written", "hours", "utc_offset_h"),
    [
        ("2024-05-24T08:00:00+02:00", 8, 2),
        ("2024-05-24T08:00:00Z", 8, 0),
        ("Fri, 24 May 2024 08:00:00 GMT", 8, 0),
        ("Fri, 24 May 2024 08:00:00 -0400", 8, -4),
        ("vendredi 24 mai 2024 à 8h", 8, 2),
        ("2024-05-24 08:00", 8, 2),
    ],
)
def test_dates_keep_their_zone(written: str, hours: int, utc_offset_h: int) -> None:
    when = parse_moment(written)
    assert when is not None
    assert (when.day, when.hour, when.utcoffset()) == (24, hours, timedelta(hours=utc_offset_h))


@pytest.mark.parametrize("written", ["", "un jour", "Fri, 99 May 2024 08:00:00 +0200", "9" * 5_000])
def test_what_is_no_date(written: str) -> None:
    assert parse_moment(written) is None


def test_a_zone_that_cannot_be_is_left_out() -> None:
    when = parse_moment("Fri, 24 May 2024 08:00:00 +99999999999")
    assert when is not None
    assert when.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Awa Diop"], "Awa Diop"),
        (["Par Awa Diop"], "Awa Diop"),
        (["awa@e.example (Awa Diop)"], "Awa Diop"),
        (["a@e.example"], ""),
        (["A. Un", "B. Deux", "C. Trois"], "A. Un, B. Deux et C. Trois"),
        (["A. Un", "A. Un"], "A. Un"),
    ],
)
def test_names(names: list[str], joined: str) -> None:
    assert join_names(names) == joined


ATTRIBUTES = " ".join(f"a{number}='x'" for number in range(501))


@pytest.mark.parametrize("heavy", [f"<item {ATTRIBUTES}/>", "<a/>" * 200_001], ids=["attributes", "tags"])
def test_a_feed_made_to_take_minutes_is_refused_at_once(heavy: str):
    with pytest.raises(SourceError, match="too large to be a feed"):
        parse_feed(f"<rss><channel>{heavy}</channel></rss>".encode(), "https://exemple.fr/rss.xml")
