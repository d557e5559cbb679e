"""Chromium by Playwright, watched: a complaint of the page's, or a request elsewhere, fails its test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from speakerine.publish.podcast import write_podcast
from speakerine.publish.shelf.store import open_output
from speakerine.types import Episode
from tests.conftest import program
from tests.publish.conftest import SHOW, publish, read_episode, serve_app

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1200, "height": 900}

SHELL = "chromium-headless-shell"
"""Chromium without a window of its own, under its Debian name: the same pages for half the work."""

OpenContext = Callable[..., BrowserContext]

_SOUND_S = 95
"""Long enough for every cue of data/full.json."""


@pytest.fixture(scope="session")
def whole_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder whose two episodes sound as long as their records say."""
    output = tmp_path_factory.mktemp("whole") / "output"
    with open_output(output) as catalogue:
        for name in ("full", "bare"):
            episode = read_episode(name)
            enclosure = replace(episode.enclosure, duration_ms=_SOUND_S * 1000)
            publish(output, replace(episode, enclosure=enclosure), SHOW, seconds=_SOUND_S)
        catalogue.refresh()
        write_podcast(catalogue, SHOW)
    return output


@pytest.fixture(scope="session")
def site(whole_output: Path) -> Iterator[str]:
    """The address, with its slash, at which that folder is served; nobody changes it."""
    yield from serve_app(whole_output)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests of one file: its event loop is in the way of other files' own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which(SHELL) or program("chromium", "chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the pages of this test complained of: errors, refusals by the policy, requests elsewhere."""
    return []


@pytest.fixture
def open_context(browser: Browser, complaints: list[str]) -> Iterator[OpenContext]:
    """Opens a profile of its own, with Playwright's options (`color_scheme="dark"`…), a phone by default."""
    contexts: list[BrowserContext] = []

    def new_context(**options: object) -> BrowserContext:
        context = browser.new_context(**{"viewport": PHONE, "locale": "fr-FR", **options})
        context.set_default_timeout(120_000)
        context.on("console", lambda m: complaints.append(m.text) if m.type in {"error", "warning"} else None)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("request", lambda request: complaints.extend(_elsewhere(request)))
        contexts.append(context)
        return context

    yield new_context
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def address(site: str, full: Episode) -> str:
    """The page of an episode that has all there can be."""
    return f"{site}episodes/{full.slug}/"


@pytest.fixture
def player(page: Page, address: str) -> Page:
    """That page, on a phone."""
    page.goto(address)
    return page


@pytest.fixture
def page(open_context: OpenContext) -> Page:
    """A phone's page, in a profile of its own."""
    return open_context().new_page()


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical, one line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['html']}"
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def wait_for_sound(page: Page, *, after_s: float) -> None:
    """Wait until the episode's page sounds, and is past that moment."""
    page.wait_for_function("after => !listen.audio.paused && listen.audio.currentTime > after", arg=after_s)


def jumps(page: Page, address: str, complaints: list[str]) -> float:
    """How far what one sees moves while the page loads, as browsers add it up: 0 is not at all.

    It has no fonts: one that comes after the text moves the text too, on a slow machine alone.
    """
    page.route("**/*.woff2", lambda route: route.abort())
    page.add_init_script("""
      window.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
        .observe({ type: "layout-shift", buffered: true });
    """)
    page.goto(address, wait_until="networkidle")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert all(complaint.startswith("Failed to load resource") for complaint in complaints)
    complaints.clear()
    return float(page.evaluate("shifts.reduce((sum, one) => sum + one, 0)"))


def seconds_in(page: Page) -> float:
    """Where the episode's page is in its sound."""
    return float(page.evaluate("listen.audio.currentTime"))


def _elsewhere(request: Request) -> list[str]:
    """The request, unless it is to this machine, or made of the page's own bytes."""
    url = urlsplit(request.url)
    own = url.scheme in {"data", "blob", "file"} or url.hostname in {"127.0.0.1", "localhost"}
    return [] if own else [f"request elsewhere: {request.url}"]
