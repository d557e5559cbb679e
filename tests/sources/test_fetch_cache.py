"""Conditional requests, the cache on disk, and robots.txt."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.errors import SourceError
from speakerine.sources import http_cache
from speakerine.sources.fetch import Fetcher
from speakerine.sources.http_cache import HttpCache, StoredPage
from speakerine.sources.robots import Robots
from tests.sources.server import Server, failing, good, in_turn, redirect, with_etag


@pytest.fixture
def fetcher(tmp_path: Path) -> Fetcher:
    return Fetcher(allow_private=True, retries=1, cache=tmp_path / "http", sleep=lambda _: None)


class TestConditional:
    def test_an_etag_is_sent_back(self, server: Server, fetcher: Fetcher) -> None:
        url = server.at("/a", with_etag('"1"', "bonjour"))
        first, second = fetcher.fetch(url), fetcher.fetch(url)
        assert server.asked[1].headers["If-None-Match"] == '"1"'
        assert not first.not_modified
        assert second == replace(first, not_modified=True)

    def test_a_date_is_sent_back(self, server: Server, fetcher: Fetcher) -> None:
        date = "Fri, 24 May 2024 08:00:00 GMT"
        url = server.at(
            "/a",
            in_turn(good("un", Last_Modified=date), failing(304), good("deux", Last_Modified=date)),
        )
        assert [fetcher.fetch(url).body for _ in range(3)] == [b"un", b"un", b"deux"]
        assert [asked.headers.get("If-Modified-Since") for asked in server.asked] == [None, date, date]

    def test_a_changed_page_takes_the_place_of_the_old(self, server: Server, fetcher: Fetcher) -> None:
        url = server.at("/a", with_etag('"1"', "un"))
        fetcher.fetch(url)
        server.at("/a", with_etag('"2"', "deux"))
        assert [fetcher.fetch(url).body for _ in range(2)] == [b"deux", b"deux"]
        assert [asked.headers.get("If-None-Match") for asked in server.asked] == [None, '"1"', '"2"']

    def test_it_belongs_to_the_address_that_gave_it(self, server: Server, fetcher: Fetcher) -> None:
        url = server.at("/1", redirect("/a"))
        server.at("/a", with_etag('"1"', "bonjour"))
        assert not fetcher.fetch(url).not_modified
        page = fetcher.fetch(url)
        assert (page.not_modified, page.url) == (True, f"{server.origin}/a")
        assert "If-None-Match" not in server.asked[2].headers

    def test_no_store_is_respected(self, server: Server, fetcher: Fetcher) -> None:
        url = server.page("/a", "secret", ETag='"1"', Cache_Control="private, No-Store")
        fetcher.fetch(url)
        fetcher.fetch(url)
        assert "If-None-Match" not in server.asked[1].headers

    def test_without_a_cache_nothing_is_kept(self, server: Server, fetcher: Fetcher) -> None:
        url = server.at("/a", with_etag('"1"', "bonjour"))
        for _ in range(2):
            assert not replace(fetcher, cache=None).fetch(url).not_modified


class TestOnDisk:
    PAGE = StoredPage("https://e.fr/a", b"x\ny\x00", "text/html", "utf-8", '"1"', "", 12.5)

    def test_it_comes_back(self, tmp_path: Path) -> None:
        cache = HttpCache(tmp_path / "new" / "folder")
        cache.write(self.PAGE)
        assert cache.read(self.PAGE.url) == self.PAGE
        assert cache.read("https://e.fr/b") is None
        assert [path.suffix for path in cache.folder.iterdir()] == [".page"]

    @pytest.mark.parametrize(
        "damage",
        [
            lambda data: data[:-1],
            lambda data: data[:20],
            lambda _: b"",
            lambda _: b"[]\n",
            lambda data: data.replace(b'"format": 1', b'"format": 9'),
            lambda data: data.replace(b'"etag"', b'"gate"'),
            lambda data: data.replace(b"e.fr/a", b"e.fr/z"),
            lambda data: b"\xff\xfe" + data,
        ],
    )
    def test_a_damaged_file_is_no_page(self, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
        cache = HttpCache(tmp_path)
        cache.write(self.PAGE)
        (path,) = tmp_path.iterdir()
        path.write_bytes(damage(path.read_bytes()))
        assert cache.read(self.PAGE.url) is None

    def test_a_folder_that_cannot_be_written_costs_only_requests(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        cache = HttpCache(tmp_path / "file")
        cache.write(self.PAGE)
        assert cache.read(self.PAGE.url) is None

    def test_a_full_disk_leaves_nothing_half_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        HttpCache(tmp_path).write(self.PAGE)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(("age_s", "left"), [(120, False), (-7200, False), (0, True)])
    def test_what_a_killed_run_left_goes_and_what_another_writes_stays(
        self, tmp_path: Path, age_s: float, left: bool
    ) -> None:
        part = tmp_path / "tmpabc.part"
        part.write_bytes(b"half a pa")
        os.utime(part, (part.stat().st_mtime - age_s,) * 2)
        HttpCache(tmp_path).write(self.PAGE)
        assert part.exists() == left

    def test_the_oldest_pages_go(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(http_cache, "_MOST_PAGES", 3)
        cache = HttpCache(tmp_path)
        for n in range(5):
            cache.write(replace(self.PAGE, url=f"https://e.fr/{n}"))
            for path in tmp_path.iterdir():
                os.utime(path, (path.stat().st_mtime - 10,) * 2)
        assert [n for n in range(5) if cache.read(f"https://e.fr/{n}")] == [2, 3, 4]


class TestRobots:
    RULES = "User-agent: *\nDisallow: /prive\n\nUser-agent: speakerine\nDisallow: /sauf-nous\n"

    def test_its_rules_for_us_are_kept(self, server: Server, fetcher: Fetcher) -> None:
        server.page("/robots.txt", self.RULES, Content_Type="text/plain")
        robots = Robots(fetcher)
        answers = [robots.allowed(server.origin + path) for path in ("/", "/sauf-nous/a", "/prive")]
        assert answers == [True, False, True]
        assert server.paths() == ["/robots.txt"]

    def test_its_rules_for_all(self, server: Server, fetcher: Fetcher) -> None:
        server.page("/robots.txt", "\ufeffUser-agent: *\r\nDisallow: /prive\r\n")
        assert not Robots(fetcher).allowed(f"{server.origin}/prive/a?b=c")

    def test_it_is_kept_for_a_day(self, server: Server, fetcher: Fetcher) -> None:
        server.page("/robots.txt", self.RULES)
        now_s = [1_000.0]
        timed = replace(fetcher, clock=lambda: now_s[0])
        for later_s, requests in [(0, 1), (80_000, 1), (10_000, 2)]:
            now_s[0] += later_s
            assert not Robots(timed).allowed(f"{server.origin}/sauf-nous")
            assert len(server.asked) == requests

    @pytest.mark.parametrize("status", [401, 403, 404, 410])
    def test_a_site_without_one_allows_all(self, server: Server, fetcher: Fetcher, status: int) -> None:
        server.page("/robots.txt", "non", status)
        for _ in range(2):
            assert Robots(fetcher).allowed(f"{server.origin}/a")
        assert len(server.asked) == 1

    @pytest.mark.parametrize(
        "body", ["", "<!DOCTYPE html><p>Bienvenue</p>", "User-agent: *\nDisallow: //[x\n", b"\xff\xfe\x00"]
    )
    def test_what_is_no_robots_txt_forbids_nothing(
        self, server: Server, fetcher: Fetcher, body: str | bytes
    ) -> None:
        server.page("/robots.txt", body)
        assert Robots(fetcher).allowed(f"{server.origin}/a")

    def test_a_site_that_fails_cannot_be_asked(self, server: Server, fetcher: Fetcher) -> None:
        server.page("/robots.txt", "", 503)
        with pytest.raises(SourceError, match=r"robots\.txt .*503"):
            Robots(fetcher).allowed(f"{server.origin}/a")

    def test_one_behind_a_redirect_is_kept_too(self, server: Server, fetcher: Fetcher) -> None:
        server.at("/robots.txt", redirect("/r.txt"))
        server.page("/r.txt", self.RULES)
        for _ in range(2):
            assert not Robots(fetcher).allowed(f"{server.origin}/sauf-nous")
        assert len(server.asked) == 2
