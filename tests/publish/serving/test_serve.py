"""A real server on loopback, asked by a real client."""

from __future__ import annotations

import gzip
import json
import socket
from dataclasses import replace
from email.utils import formatdate
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from speakerine.publish.pages.qr import render_qr
from speakerine.publish.podcast import write_podcast
from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.settings import Show
from speakerine.types import Episode
from tests.publish.conftest import BASE, publish

FOLDER = "episodes/2024-05-31-saint-malo-une-librairie-renait-de-ses-cendres/"
MP3 = FOLDER + "saint-malo-une-librairie-renait-de-ses-cendres.mp3"


def ask(base: str, path: str, *, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (their names in lower case) and body, as they went over the wire."""
    connection = HTTPConnection(str(urlsplit(base).netloc), timeout=10)
    connection.request(method, f"/{path}", headers={k.replace("_", "-"): v for k, v in headers.items()})
    response: HTTPResponse = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, {k.lower(): v for k, v in response.getheaders()}, body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("index.html", "text/html; charset=utf-8"),
        (FOLDER, "text/html; charset=utf-8"),
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("cover.jpg", "image/jpeg"),
        ("assets/style.css", "text/css; charset=utf-8"),
        ("assets/page.js", "text/javascript; charset=utf-8"),
        ("assets/qr.svg", "image/svg+xml"),
        ("assets/icon-192.png", "image/png"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("sw.js", "text/javascript; charset=utf-8"),
        ("assets/BricolageGrotesque-ExtraBold.woff2", "font/woff2"),
        (MP3, "audio/mpeg"),
        (FOLDER + "transcript.vtt", "text/vtt; charset=utf-8"),
        (FOLDER + "transcript.srt", "application/x-subrip; charset=utf-8"),
        (FOLDER + "transcript.json", "application/json"),
        (FOLDER + "transcript.html", "text/html; charset=utf-8"),
        (FOLDER + "chapters.json", "application/json+chapters"),
    ],
)
def test_each_file_has_its_type_and_length(served: str, path: str, kind: str) -> None:
    status, headers, body = ask(served, path)
    assert (status, headers["content-type"], headers["content-length"]) == (200, kind, str(len(body)))
    assert body


@pytest.mark.parametrize("path", ["", "feed.xml", "cover.jpg", MP3, FOLDER + "transcript.vtt"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_head_says_what_get_would(served: str, path: str, encoding: str) -> None:
    status, headers, body = ask(served, path, method="HEAD", Accept_Encoding=encoding)
    got_status, got_headers, _ = ask(served, path, Accept_Encoding=encoding)
    assert (status, body) == (got_status, b"")
    assert {**headers, "date": ""} == {**got_headers, "date": ""}


def test_the_sound_comes_whole(served: str, published_once: Path) -> None:
    status, headers, body = ask(served, MP3)
    assert (status, headers["accept-ranges"]) == (200, "bytes")
    assert body == (published_once / MP3).read_bytes()


@pytest.mark.parametrize(
    ("asked", "span"), [("bytes=0-99", (0, 100)), ("bytes=1000-", (1000, None)), ("bytes=-10", (-10, None))]
)
def test_a_range(served: str, published_once: Path, asked: str, span: tuple[int, int | None]) -> None:
    whole = (published_once / MP3).read_bytes()
    status, headers, body = ask(served, MP3, Range=asked)
    expected = whole[span[0] : span[1]]
    start = span[0] if span[0] >= 0 else len(whole) + span[0]
    assert (status, body) == (206, expected)
    assert headers["content-range"] == f"bytes {start}-{start + len(expected) - 1}/{len(whole)}"
    assert headers["content-length"] == str(len(expected))


def test_a_range_past_the_end(served: str, published_once: Path) -> None:
    size = (published_once / MP3).stat().st_size
    status, headers, _ = ask(served, MP3, Range=f"bytes={size}-")
    assert (status, headers["content-range"]) == (416, f"bytes */{size}")


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=a-b", "bytes=", "bytes=-", "octets=1-2", "bytes=1-2,x"]
)
def test_a_range_that_cannot_be_read_is_ignored(served: str, asked: str) -> None:
    """Source: RFC 9110 §14.2."""
    assert ask(served, MP3, Range=asked)[0] == 200


def test_a_range_of_another_version_gives_the_whole(served: str) -> None:
    assert ask(served, MP3, Range="bytes=0-9", If_Range='"other"')[0] == 200


@pytest.mark.parametrize("path", ["", "feed.xml", "cover.jpg", MP3, FOLDER + "transcript.vtt"])
def test_what_is_known_is_not_sent_again(served: str, path: str) -> None:
    _, headers, _ = ask(served, path)
    for known in (
        {"If_None_Match": headers["etag"]},
        {"If_None_Match": f'"x", W/{headers["etag"]}'},
        {"If_None_Match": "*"},
        {"If_Modified_Since": headers["last-modified"]},
    ):
        status, again, body = ask(served, path, **known)
        assert (status, body, again["etag"]) == (304, b"", headers["etag"])


@pytest.mark.parametrize("path", ["feed.xml", MP3])
def test_what_is_not_known_is_sent(served: str, path: str) -> None:
    for other in (
        {"If_None_Match": '"other"'},
        {"If_Modified_Since": formatdate(0, usegmt=True)},
        {"If_Modified_Since": "hier"},
    ):
        assert ask(served, path, **other)[0] == 200


@pytest.mark.parametrize(
    "path",
    ["", "feed.xml", FOLDER, FOLDER + "transcript.vtt", FOLDER + "transcript.json", FOLDER + "chapters.json"],
)
def test_text_is_compressed_for_who_takes_it(served: str, path: str) -> None:
    _, plain_headers, plain = ask(served, path)
    _, headers, body = ask(served, path, Accept_Encoding="br;q=1.0, gzip;q=0.8")
    if len(plain) < 500:
        assert "content-encoding" not in headers
        return
    assert (headers["content-encoding"], headers["vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(body) == plain
    assert headers["etag"] != plain_headers["etag"]


@pytest.mark.parametrize("path", [MP3, "cover.jpg"])
def test_sound_and_pictures_are_never_compressed(served: str, path: str) -> None:
    assert "content-encoding" not in ask(served, path, Accept_Encoding="gzip")[1]


def test_who_refuses_gzip_gets_none(served: str) -> None:
    assert "content-encoding" not in ask(served, "feed.xml", Accept_Encoding="gzip;q=0, identity")[1]


OPEN = ["transcript.vtt", "transcript.srt", "transcript.json", "transcript.html", "chapters.json"]
CLOSED = ["feed.xml", "", MP3, FOLDER + "episode.json"]


@pytest.mark.parametrize("name", OPEN)
def test_other_pages_may_fetch_transcripts_and_chapters(served: str, name: str) -> None:
    assert ask(served, FOLDER + name)[1]["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", CLOSED)
def test_other_pages_may_not_fetch_the_rest(served: str, path: str) -> None:
    assert "access-control-allow-origin" not in ask(served, path)[1]


@pytest.mark.parametrize("name", OPEN)
def test_other_pages_may_ask_beforehand(served: str, name: str) -> None:
    asked = {"Origin": "https://lecteur.example", "Access_Control_Request_Headers": "range"}
    status, headers, body = ask(
        served, FOLDER + name, method="OPTIONS", Access_Control_Request_Method="GET", **asked
    )
    assert (status, body, headers["access-control-allow-origin"]) == (204, b"", "*")
    assert "GET" in headers["access-control-allow-methods"]
    assert "Range" in headers["access-control-allow-headers"]


@pytest.mark.parametrize("path", CLOSED)
def test_who_asks_beforehand_for_the_rest_may_not(served: str, path: str) -> None:
    status, headers, _ = ask(served, path, method="OPTIONS", Access_Control_Request_Method="GET")
    assert (status, headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("path", ["", "feed.xml", MP3, FOLDER, "absent", "sw.js"])
def test_browsers_are_told_to_run_nothing_of_others(served: str, path: str) -> None:
    _, headers, _ = ask(served, path)
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; ")
    assert headers["content-security-policy"].endswith("; frame-ancestors 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_the_page_says_the_same_policy_by_itself(served: str) -> None:
    _, headers, page = ask(served, "")
    policy = headers["content-security-policy"].removesuffix("; frame-ancestors 'none'")
    assert f'http-equiv="Content-Security-Policy" content="{policy}"'.encode() in page


@pytest.mark.parametrize("path", ["", "feed.xml", MP3])
def test_nothing_is_kept_without_asking_again(served: str, path: str) -> None:
    assert ask(served, path)[1]["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "absent",
        "episodes/absent/index.html",
        ".lock",
        "episodes/.incoming-a/episode.json",
        ".staging-a/a.mp3",
        "../secret.txt",
        "%2e%2e/secret.txt",
        "episodes/..%2f..%2fsecret.txt",
        "%2fetc/passwd",
        "..%5csecret.txt",
        "a%00b",
        "%2e%2e%2fsecret.txt",
        "..%252fsecret.txt",
        "episodes//../../secret.txt",
        "C:/secret.txt",
        "lien.txt",
        "lien-cache",
        "anneau",
        "dehors/secret.txt",
        "a" * 300,
        "a/" * 2500,
        "assets/",
    ],
)
def test_what_is_not_for_all_is_not_found(own_served: str, published: Path, path: str) -> None:
    for name in (".staging-a", "episodes/.incoming-a"):
        (published / name).mkdir()
        (published / name / "episode.json").write_text("{}")
        (published / name / "a.mp3").write_text("x")
    (published.parent / "secret.txt").write_text("secret")
    (published / "lien.txt").symlink_to(published.parent / "secret.txt")
    (published / "lien-cache").symlink_to(published / ".staging-a" / "a.mp3")
    (published / "anneau").symlink_to(published / "anneau")
    (published / "dehors").symlink_to(published.parent)
    status, _, body = ask(own_served, path)
    assert (status, b"secret" in body) == (404, False)


def test_a_folder_without_its_slash_is_sent_on(served: str) -> None:
    status, headers, _ = ask(served, FOLDER.rstrip("/"))
    assert (status, headers["location"]) == (307, served + FOLDER)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_only_reading_is_served(served: str, method: str) -> None:
    assert ask(served, "feed.xml", method=method)[0] == 405


def urls(feed: bytes) -> list[str]:
    return [one.attrib["url"] for one in ET.fromstring(feed).iter("enclosure")]


def test_the_feed_gives_the_address_it_is_asked_at(served: str) -> None:
    _, _, feed = ask(served, "feed.xml")
    assert urls(feed)[0] == served + MP3
    assert BASE.encode() not in feed
    _, _, other = ask(served, "feed.xml", Host="radio.local:8000")
    assert urls(other)[0] == "http://radio.local:8000/" + MP3


def test_the_page_gives_the_address_it_is_asked_at(served: str) -> None:
    _, _, page = ask(served, "")
    assert f'value="{served}feed.xml"'.encode() in page
    assert f'href="podcast://{urlsplit(served).netloc}/feed.xml"'.encode() in page
    assert b"exemple.fr/podcast" not in page


def test_the_qr_code_gives_the_address_it_is_asked_at(served: str) -> None:
    assert ask(served, "assets/qr.svg")[2] == render_qr(served + "feed.xml")


def test_chapters_give_the_address_they_are_asked_at(own_served: str, published: Path) -> None:
    chapters = {"chapters": [{"startTime": 0, "img": f"{BASE}cover.jpg", "title": f"Sur {BASE}"}]}
    (published / FOLDER / "chapters.json").write_text(json.dumps(chapters))
    (chapter,) = json.loads(ask(own_served, FOLDER + "chapters.json")[2])["chapters"]
    assert (chapter["img"], chapter["title"]) == (f"{own_served}cover.jpg", f"Sur {BASE}")


@pytest.mark.parametrize("host", ['a"><script>', "a b", "a/b"])
def test_an_address_that_is_none_is_not_repeated(served: str, host: str) -> None:
    assert f'value="{served}feed.xml"'.encode() in ask(served, "", Host=host)[2]


def test_the_show_keeps_its_guid_at_any_address(served: str, published_once: Path) -> None:
    known = json.loads((published_once / "podcast.json").read_text())["guid"]
    assert f"<podcast:guid>{known}<".encode() in ask(served, "feed.xml")[2]


def test_what_is_written_while_it_serves_is_served_at_once(
    own_served: str, published: Path, bare: Episode, show: Show
) -> None:
    _, before, _ = ask(own_served, "feed.xml")
    publish(published, replace(bare, guid="neuf", slug="2024-06-01-neuf", title="Tout neuf"), show)
    with open_catalogue(published) as catalogue:
        write_podcast(catalogue, replace(show, base_url="https://ailleurs.example/"))
    status, headers, feed = ask(own_served, "feed.xml", If_None_Match=before["etag"])
    assert status == 200
    assert headers["etag"] != before["etag"]
    assert b"Tout neuf" in feed
    assert f"{own_served}episodes/2024-06-01-neuf/".encode() in feed
    assert b"ailleurs.example" not in feed


@pytest.mark.parametrize("feed", ["", "<rss><channel>", "<rss/>"])
def test_pages_are_served_while_the_feed_is_damaged(own_served: str, published: Path, feed: str) -> None:
    (published / "feed.xml").write_text(feed)
    assert ask(own_served, "")[0] == 200
    assert ask(own_served, "feed.xml")[2] == feed.encode()


def test_a_client_that_does_not_read_keeps_nobody_waiting(own_served: str, published: Path) -> None:
    (published / "long.mp3").write_bytes(bytes(40_000_000))
    stalled = [socket.create_connection(tuple_of(own_served), timeout=10) for _ in range(60)]
    for client in stalled:
        client.sendall(b"GET /long.mp3 HTTP/1.1\r\nHost: a\r\n\r\n")
    unfinished = socket.create_connection(tuple_of(own_served), timeout=10)
    unfinished.sendall(b"GET /feed.xml HT")
    assert ask(own_served, "feed.xml")[0] == 200
    assert ask(own_served, MP3, Range="bytes=0-9")[0] == 206
    for client in (*stalled, unfinished):
        client.close()


def tuple_of(base: str) -> tuple[str, int]:
    parts = urlsplit(base)
    return str(parts.hostname), int(parts.port or 80)
