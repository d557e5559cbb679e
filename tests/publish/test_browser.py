"""The pages in headless Chromium: all they ask for is there."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from speakerine.settings import Show
from speakerine.types import Episode
from tests.conftest import program

from .conftest import serve_app

pytestmark = pytest.mark.browser

Asked = list[tuple[str, int]]


class AccessLog:
    """Keeps the path and the status of every answer of an ASGI application."""

    def __init__(self, app: Any, asked: Asked) -> None:
        self.app = app
        self.asked = asked

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def note(message: Any) -> None:
            if message["type"] == "http.response.start":
                self.asked.append((scope["path"], message["status"]))
            await send(message)

        await self.app(scope, receive, note)


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def logged(published_once: Path, show: Show, asked: Asked) -> Iterator[str]:
    yield from serve_app(published_once, show, lambda app: AccessLog(app, asked))


def chromium(profile: Path, *arguments: str) -> str:
    command = [
        program("chromium", "chromium"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        f"--user-data-dir={profile}",
        *arguments,
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def test_the_first_page(logged: str, asked: Asked, tmp_path: Path, full: Episode, bare: Episode) -> None:
    page = html.document_fromstring(chromium(tmp_path / "profile", "--dump-dom", logged))
    assert page.xpath("//h1/text()") == ["À voix haute\u00a0: l’été"]
    assert page.xpath("//h3/a/text()") == [full.title, bare.title]
    assert not page.xpath("//button[@hidden]")
    assert {"/", "/assets/style.css", "/assets/page.js", "/assets/cover.jpg"} <= {path for path, _ in asked}
    assert [one for one in asked if one[1] >= 400] == []


def test_nothing_is_heard_before_one_asks(logged: str, asked: Asked, tmp_path: Path) -> None:
    chromium(tmp_path / "profile", "--dump-dom", logged)
    assert not [path for path, _ in asked if path.endswith((".mp3", ".vtt"))]


def test_an_episode_s_page(logged: str, asked: Asked, tmp_path: Path, full: Episode) -> None:
    page = html.document_fromstring(
        chromium(tmp_path / "profile", "--dump-dom", f"{logged}episodes/{full.slug}/")
    )
    assert page.xpath("//h1/text()") == [full.title]
    assert "La libraire, Maëlle Le Goff" in page.xpath("string(//section)")
    assert [one for one in asked if one[1] >= 400] == []


@pytest.mark.parametrize("width", [1200, 400])
def test_the_page_is_drawn(logged: str, asked: Asked, tmp_path: Path, width: int) -> None:
    picture = tmp_path / "page.png"
    chromium(tmp_path / "profile", f"--screenshot={picture}", f"--window-size={width},1200", logged)
    assert picture.stat().st_size > 20_000
    assert ("/assets/BricolageGrotesque-ExtraBold.woff2", 200) in asked
