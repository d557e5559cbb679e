"""Fetching, from a server that misbehaves."""

from __future__ import annotations

import pickle
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from speakerine import __version__
from speakerine.errors import SourceError
from speakerine.sources.fetch import Fetcher, parse_content_type, retry_after_s, user_agent
from speakerine.sources.refusals import PageRefusedError, PassingError
from tests.sources import server as misbehaving
from tests.sources.server import Server, failing, good, in_turn, redirect, serving


@pytest.fixture
def waits_s() -> list[float]:
    return []


@pytest.fixture
def fetcher(waits_s: list[float]) -> Fetcher:
    return Fetcher(
        connect_timeout_s=5,
        read_timeout_s=5,
        total_timeout_s=10,
        max_bytes=1_000_000,
        max_redirects=3,
        retries=2,
        allow_private=True,
        sleep=waits_s.append,
        clock=lambda: 0.0,
    )


def refusal(fetcher: Fetcher, url: str) -> str:
    """The one sentence or two that a failure gives."""
    with pytest.raises(SourceError) as failure:
        fetcher.fetch(url)
    message = str(failure.value)
    assert str(pickle.loads(pickle.dumps(failure.value))) == message
    assert "\n" not in message
    assert message.endswith(".")
    return message


def test_a_page(server: Server, fetcher: Fetcher) -> None:
    page = fetcher.fetch(server.page("/a", "<p>été</p>", Content_Type='Text/HTML; Charset="UTF-8"'))
    assert page.body == "<p>été</p>".encode()
    assert (page.url, page.content_type, page.charset) == (f"{server.origin}/a", "text/html", "utf-8")
    assert not page.not_modified


def test_it_says_who_asks_and_that_it_reads_french(server: Server, fetcher: Fetcher) -> None:
    fetcher.fetch(server.page("/a", "a"))
    headers = server.asked[0].headers
    assert headers["User-Agent"].startswith(f"speakerine/{__version__} (")
    assert headers["Accept-Language"] == "fr"
    assert headers["Host"] == f"127.0.0.1:{server.port}"
    assert "If-None-Match" not in headers


def test_the_user_agent_names_a_contact() -> None:
    assert user_agent("https://show.example/") == f"speakerine/{__version__} (+https://show.example/)"


def test_accents_and_spaces_in_the_address_are_encoded(server: Server, fetcher: Fetcher) -> None:
    server.page("/%C3%A9t%C3%A9%20chaud?q=%C5%93", "a")
    assert fetcher.fetch(f"{server.origin}/été chaud?q=œ#titre").body == b"a"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("www.example.fr/a", "https://"),
        ("ftp://example.fr/a", "https://"),
        ("file:///etc/passwd", "https://"),
        ("http://", "https://"),
        ("http://moi:secret@example.fr/", "name or password"),
        ("http://example.fr:99999/", "not an address"),
        ("http://a..b/", "not a site's name"),
        ("http://" + "a" * 9_000, "too long"),
    ],
)
def test_what_is_no_web_address(fetcher: Fetcher, url: str, says: str) -> None:
    message = refusal(fetcher, url)
    assert says in message
    assert "secret" not in message


class TestRedirects:
    def test_are_followed(self, server: Server, fetcher: Fetcher) -> None:
        server.at("/1", redirect("/2", 301))
        server.at("/2", redirect(f"{server.origin}/dossier/", 307))
        server.at("/dossier/", redirect("fin?x=1#bas", 308))
        server.page("/dossier/fin?x=1", "fin")
        page = fetcher.fetch(f"{server.origin}/1")
        assert (page.url, page.body) == (f"{server.origin}/dossier/fin?x=1", b"fin")

    def test_in_a_circle_are_told(self, server: Server, fetcher: Fetcher) -> None:
        server.at("/1", redirect("/2"))
        message = refusal(fetcher, server.at("/2", redirect("/1")))
        assert "in a circle" in message
        assert len(server.asked) == 2

    def test_without_end_are_counted(self, server: Server, fetcher: Fetcher) -> None:
        for n in range(9):
            server.at(f"/{n}", redirect(f"/{n + 1}"))
        assert "over 3 times" in refusal(fetcher, f"{server.origin}/0")
        assert len(server.asked) == 4

    @pytest.mark.parametrize(
        "to", ["file:///etc/passwd", "javascript:alert(1)", "http://[::1", "gopher://h/"]
    )
    def test_lead_to_the_web_only(self, server: Server, fetcher: Fetcher, to: str) -> None:
        message = refusal(fetcher, server.at("/1", redirect(to)))
        assert message.startswith(f"{server.origin}/1 ")

    def test_to_nowhere(self, server: Server, fetcher: Fetcher) -> None:
        assert "in a circle" in refusal(fetcher, server.at("/1", lambda asked: asked.send("", 302)))

    def test_with_raw_accents(self, server: Server, fetcher: Fetcher) -> None:
        server.at("/1", redirect("/été".encode().decode("latin-1")))
        server.page("/%C3%A9t%C3%A9", "chaud")
        assert fetcher.fetch(f"{server.origin}/1").body == b"chaud"


class TestRetries:
    def test_503_twice_then_the_page(self, server: Server, fetcher: Fetcher, waits_s: list[float]) -> None:
        url = server.at("/a", in_turn(failing(503), failing(503), good("enfin")))
        assert fetcher.fetch(url).body == b"enfin"
        assert waits_s == [1, 2]

    def test_retry_after_in_seconds(self, server: Server, fetcher: Fetcher, waits_s: list[float]) -> None:
        url = server.at("/a", in_turn(failing(429, Retry_After="7"), good("enfin")))
        assert fetcher.fetch(url).body == b"enfin"
        assert waits_s == [7]

    def test_retry_after_a_date(self, server: Server, fetcher: Fetcher, waits_s: list[float]) -> None:
        dates = {"Date": "Fri, 24 May 2024 08:00:00 GMT", "Retry_After": "Fri, 24 May 2024 08:00:30 GMT"}

        def busy(asked: misbehaving.Asked) -> None:
            fields = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in dates.items())
            asked.write(f"HTTP/1.1 503 Busy\r\n{fields}Content-Length: 0\r\n\r\n".encode())

        assert fetcher.fetch(server.at("/a", in_turn(busy, good("enfin")))).body == b"enfin"
        assert waits_s == [30]

    def test_who_asks_to_wait_long_is_left_alone(
        self, server: Server, fetcher: Fetcher, waits_s: list[float]
    ) -> None:
        message = refusal(fetcher, server.at("/a", failing(429, Retry_After="3600")))
        assert "asks to wait 3600 s" in message
        assert waits_s == []
        assert len(server.asked) == 1

    def test_429_for_ever(self, server: Server, fetcher: Fetcher, waits_s: list[float]) -> None:
        assert "429" in refusal(fetcher, server.at("/a", failing(429)))
        assert waits_s == [1, 2]
        assert len(server.asked) == 3

    @pytest.mark.parametrize(
        "behaviour",
        [misbehaving.hang_up, misbehaving.truncated, misbehaving.truncated_chunks, misbehaving.gibberish],
    )
    def test_a_connection_that_breaks(
        self, server: Server, fetcher: Fetcher, behaviour: misbehaving.Behaviour
    ) -> None:
        assert fetcher.fetch(server.at("/a", in_turn(behaviour, good("entier")))).body == b"entier"
        assert "not received whole" in refusal(fetcher, server.at("/b", behaviour))

    def test_a_port_where_nobody_listens(self, fetcher: Fetcher, waits_s: list[float]) -> None:
        with serving() as gone:
            pass
        message = refusal(fetcher, f"{gone.origin}/a")
        assert "cannot be reached: connection refused" in message
        assert waits_s == [1, 2]

    def test_a_refusal_is_not_tried_again(self, server: Server, fetcher: Fetcher) -> None:
        refusal(fetcher, server.page("/a", "non", 404))
        assert len(server.asked) == 1


class TestBounds:
    @pytest.mark.parametrize("behaviour", [misbehaving.trickle_headers, misbehaving.trickle_body])
    def test_a_trickle_is_cut(
        self, server: Server, fetcher: Fetcher, behaviour: misbehaving.Behaviour
    ) -> None:
        start_s = time.monotonic()
        message = refusal(replace(fetcher, total_timeout_s=0.5), server.at("/a", behaviour))
        assert "still not there after 0.5 s" in message
        assert time.monotonic() - start_s < 4

    def test_silence_is_cut(self, server: Server, fetcher: Fetcher) -> None:
        hasty = replace(fetcher, read_timeout_s=0.2, retries=0)
        assert "does not answer in time" in refusal(hasty, server.at("/a", misbehaving.silence))

    def test_the_time_is_for_all_redirects_together(self, server: Server, fetcher: Fetcher) -> None:
        def late(asked: misbehaving.Asked) -> None:
            time.sleep(0.3)
            asked.send("", 302, Location=f"{asked.path}0")

        for n in range(4):
            server.at("/1" + "0" * n, late)
        hasty = replace(fetcher, total_timeout_s=0.5)
        assert "still not there" in refusal(hasty, f"{server.origin}/1")

    def test_a_body_without_end(self, server: Server, fetcher: Fetcher) -> None:
        assert "larger than 1 MB" in refusal(fetcher, server.at("/a", misbehaving.flood))
        assert len(server.asked) == 1

    def test_a_body_of_just_the_limit(self, server: Server, fetcher: Fetcher) -> None:
        assert len(fetcher.fetch(server.page("/a", b"a" * 1_000_000)).body) == 1_000_000
        assert "larger than" in refusal(fetcher, server.page("/b", b"a" * 1_000_001))


class TestRefusals:
    @pytest.mark.parametrize(
        ("status", "says"),
        [
            (401, "sign in"),
            (402, "sign in"),
            (403, "refused to programs"),
            (404, "not there (404)"),
            (410, "not there (410)"),
            (418, "refused by the site (418)"),
            (451, "refused by the site (451)"),
        ],
    )
    def test_the_page_is_refused(self, server: Server, fetcher: Fetcher, status: int, says: str) -> None:
        url = server.page("/a", "non", status)
        message = refusal(fetcher, url)
        assert message.startswith(url)
        assert says in message
        with pytest.raises(PageRefusedError):
            fetcher.fetch(url)

    @pytest.mark.parametrize("status", [500, 502, 503, 504])
    def test_the_site_fails(self, server: Server, fetcher: Fetcher, status: int) -> None:
        url = server.page("/a", "non", status)
        assert f"the site is failing ({status})" in refusal(fetcher, url)
        with pytest.raises(PassingError):
            fetcher.fetch(url)

    @pytest.mark.parametrize("status", [300, 304, 501])
    def test_other_statuses(self, server: Server, fetcher: Fetcher, status: int) -> None:
        assert f"status {status}" in refusal(fetcher, server.page("/a", "", status))

    @pytest.mark.parametrize(
        ("content_type", "what"),
        [
            ("application/pdf", "a PDF document"),
            ("image/jpeg", "an image"),
            ("audio/mpeg", "a sound"),
            ("video/mp4; codecs=avc1", "a video"),
            ("application/zip", "an archive"),
        ],
    )
    def test_what_is_no_page(self, server: Server, fetcher: Fetcher, content_type: str, what: str) -> None:
        message = refusal(fetcher, server.page("/a", b"\x00" * 100, Content_Type=content_type))
        assert f"is {what}" in message

    @pytest.mark.parametrize(("body", "status"), [("", 200), (" \r\n", 200), ("", 204)])
    def test_an_empty_page(self, server: Server, fetcher: Fetcher, body: str, status: int) -> None:
        assert "is empty" in refusal(fetcher, server.page("/a", body, status))

    def test_a_long_address_is_cut_in_the_message(self, server: Server, fetcher: Fetcher) -> None:
        assert len(refusal(fetcher, f"{server.origin}/{'a' * 5_000}")) < 400


@pytest.mark.parametrize(
    ("field", "seconds"),
    [
        ("120", 120),
        (" 3 ", 3),
        ("", 0),
        ("-5", 0),
        ("bientôt", 0),
        ("Fri, 24 May 2024 08:01:00 GMT", 60),
        ("Fri, 24 May 2024 07:00:00 GMT", 0),
        ("Fri, 24 May 2024 08:01:00 -0000", 60),
        ("Fri, 24 May 2024 08:01:00 +99999999999", 0),
    ],
)
def test_retry_after(field: str, seconds: float) -> None:
    assert retry_after_s(field, datetime(2024, 5, 24, 8, tzinfo=UTC)) == seconds


@pytest.mark.parametrize(
    ("field", "parsed"),
    [
        ("", ("", "")),
        ("text/html", ("text/html", "")),
        ("TEXT/HTML;charset='ISO-8859-1'", ("text/html", "'iso-8859-1'")),
        ('text/html; charset="utf-8"; x=y', ("text/html", "utf-8")),
        ("nonsense", ("text/plain", "")),
    ],
)
def test_content_type(field: str, parsed: tuple[str, str]) -> None:
    assert parse_content_type(field) == parsed
