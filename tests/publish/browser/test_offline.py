"""What is there still when the network is gone: the server of these tests ends before the page does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from speakerine.types import Episode
from tests.publish.conftest import serve_app

from .conftest import seconds_in, wait_for_sound

pytestmark = pytest.mark.browser

Server = tuple[str, Callable[[], None]]


@pytest.fixture
def server(whole_output: Path, tmp_path: Path) -> Iterator[Server]:
    """The address of a show, and what ends its server for good."""
    serving = serve_app(Path(shutil.copytree(whole_output, tmp_path / "output")))

    def end() -> None:
        next(serving, None)

    yield next(serving), end
    end()


@pytest.fixture
def online(page: Page, server: Server, full: Episode) -> Page:
    """A phone that has read the show's page and an episode's, and searched once."""
    address, _ = server
    page.goto(address)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.goto(f"{address}episodes/{full.slug}/")
    page.goto(address)
    page.get_by_role("searchbox").fill("librairie")
    expect(page.locator(".results mark").first).to_be_visible()
    return page


@pytest.fixture
def offline(online: Page, server: Server, complaints: list[str]) -> Iterator[Page]:
    """The same phone, when the server answers no more."""
    _, end = server
    end()
    yield online
    assert all("ERR_CONNECTION" in complaint or "503" in complaint for complaint in complaints)
    complaints.clear()


def keep(page: Page, address: str) -> None:
    """Open the episode's page and have its sound kept."""
    page.goto(address)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.reload()
    page.get_by_role("button", name="Garder hors ligne").click()
    expect(page.locator("#message")).to_have_text("L’épisode est gardé sur cet appareil.")


def test_the_show_s_page_is_there(offline: Page, server: Server, full: Episode) -> None:
    offline.goto(server[0])
    expect(offline.get_by_role("heading", level=3).first).to_have_text(full.title)
    assert offline.evaluate("[...document.images].every((image) => image.naturalWidth > 0)")
    offline.goto(f"{server[0]}index.html")
    expect(offline.get_by_role("heading", level=3).first).to_have_text(full.title)


def test_an_episode_that_was_read_is_there(offline: Page, server: Server, full: Episode) -> None:
    offline.goto(f"{server[0]}episodes/{full.slug}/index.html")
    expect(offline.get_by_role("heading", level=1)).to_have_text(full.title)


def test_the_search_goes_on_in_what_it_loaded(offline: Page, server: Server, full: Episode) -> None:
    offline.goto(server[0])
    offline.get_by_role("searchbox").fill("incendie")
    expect(offline.locator(".results h3")).to_have_text([full.title])


def test_a_page_that_was_not_read_says_so(offline: Page, server: Server, bare: Episode) -> None:
    offline.goto(f"{server[0]}episodes/{bare.slug}/")
    expect(offline.get_by_role("heading", level=1)).to_have_text("Hors ligne")
    offline.get_by_role("link", name="Les épisodes").click()
    expect(offline.get_by_role("heading", level=1)).to_have_text("À voix haute\u00a0: l’été")


def test_an_episode_that_was_kept_plays_from_any_moment(
    page: Page, server: Server, full: Episode, complaints: list[str]
) -> None:
    address, end = server
    keep(page, f"{address}episodes/{full.slug}/")
    end()
    page = page.context.new_page()
    page.goto(f"{address}episodes/{full.slug}/#t=60")
    page.get_by_role("button", name="Écouter").press(
        "Enter"
    )  # a click may miss: the page scrolls to its moment
    wait_for_sound(page, after_s=60.2)
    page.get_by_role("button", name="Reculer de 15\u00a0secondes").press("Enter")
    wait_for_sound(page, after_s=45.5)
    assert seconds_in(page) < 60
    assert all("ERR_CONNECTION" in complaint for complaint in complaints)
    complaints.clear()


def test_a_part_of_the_sound_is_cut_as_a_server_would(
    page: Page, server: Server, full: Episode, whole_output: Path, complaints: list[str]
) -> None:
    keep(page, f"{server[0]}episodes/{full.slug}/")
    size = (whole_output / "episodes" / full.slug / full.enclosure.path).stat().st_size
    ask = """async (range) => {
      const answer = await fetch(listen.audio.src, { headers: { Range: range } });
      return [answer.status, answer.headers.get("Content-Range"), (await answer.arrayBuffer()).byteLength];
    }"""
    for asked, expected in {
        "bytes=0-99": [206, f"bytes 0-99/{size}", 100],
        "bytes=100-": [206, f"bytes 100-{size - 1}/{size}", size - 100],
        "bytes=-10": [206, f"bytes {size - 10}-{size - 1}/{size}", 10],
        f"bytes=5-{size + 5}": [206, f"bytes 5-{size - 1}/{size}", size - 5],
        f"bytes={size}-": [416, f"bytes */{size}", 0],
    }.items():
        assert page.evaluate(ask, asked) == expected
    assert all("416" in complaint for complaint in complaints)
    complaints.clear()
