"""The show's page: what it shows, how one subscribes, and the small player of its list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from speakerine.types import Episode
from tests.publish.conftest import SHOW, serve_app

from .conftest import DESK, PHONE, OpenContext, axe_violations, jumps, scrolls_sideways, seconds_in
from .long_show import write_long_show

pytestmark = pytest.mark.browser

MAX_WEIGHT_BYTES = 150_000
MOST_JUMP = 0.01


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a show of forty episodes."""
    output: Path = tmp_path_factory.mktemp("long") / "output"
    write_long_show(output)
    yield from serve_app(output)


@pytest.fixture
def show(page: Page, site: str) -> Page:
    """The page of a show of two episodes, on a phone."""
    page.goto(site)
    return page


def test_nothing_jumps_while_it_loads(page: Page, site: str, complaints: list[str]) -> None:
    assert jumps(page, site, complaints) < MOST_JUMP


def test_it_shows_what_there_is(show: Page, full: Episode, bare: Episode) -> None:
    expect(show.get_by_role("heading", level=1)).to_have_text("À voix haute\u00a0: l’été")
    expect(show.get_by_role("heading", level=3)).to_have_text([full.title, bare.title])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_it_is_for_everybody(open_context: OpenContext, site: str, viewport: object, scheme: str) -> None:
    page = open_context(viewport=viewport, color_scheme=scheme).new_page()
    page.goto(site)
    assert axe_violations(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_older_page_is_for_everybody(page: Page, long_site: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(long_site)
    page.get_by_role("link", name="Plus anciens").click()
    page.wait_for_url("**/archives/*.html")
    assert axe_violations(page) == []
    assert not scrolls_sideways(page)


def test_dark_is_dark(open_context: OpenContext, site: str) -> None:
    page = open_context(color_scheme="dark").new_page()
    page.goto(site)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 18, 23)"


def test_it_is_drawn_in_the_show_s_letters_and_colours(show: Page) -> None:
    show.wait_for_function("() => [...document.fonts].some((font) => font.status === 'loaded')")
    band = show.evaluate("getComputedStyle(document.querySelector('.band')).backgroundColor")
    assert band == "rgb(47, 43, 95)"


def test_all_that_it_asks_for_is_there(page: Page, site: str) -> None:
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(site)
    page.wait_for_load_state("networkidle")
    assert failed == []
    assert page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)")


def test_nothing_is_heard_before_one_asks(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith((".mp3", ".vtt"))]


def test_it_is_light(page: Page, long_site: str) -> None:
    weights: dict[str, int] = {}
    page.on("response", lambda answer: weights.update({answer.url: len(answer.body())}))
    page.goto(long_site)
    page.wait_for_load_state("networkidle")
    del weights[f"{long_site}assets/cover.jpg"]
    assert sum(weights.values()) < MAX_WEIGHT_BYTES


def test_one_pages_through_older_episodes_and_back(page: Page, long_site: str) -> None:
    page.goto(long_site)
    seen = page.get_by_role("heading", level=3).all_text_contents()
    while page.get_by_role("link", name="Plus anciens").count():
        page.get_by_role("link", name="Plus anciens").click()
        page.wait_for_url("**/archives/*.html")
        page.wait_for_load_state()
        seen += page.get_by_role("heading", level=3).all_text_contents()
    assert seen == [f"Chronique numéro {number}" for number in range(40, 0, -1)]
    page.get_by_role("link", name=SHOW.title.split(" : ")[0]).last.click()
    page.wait_for_url("**/index.html")


def test_the_address_is_copied(open_context: OpenContext, site: str) -> None:
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(site)
    page.get_by_role("button", name="Copier").click()
    expect(page.locator("#copie")).to_have_text("Adresse copiée.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}feed.xml"


def test_the_address_is_copied_without_https_too(open_context: OpenContext, site: str) -> None:
    context = open_context(permissions=["clipboard-read"])
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(site)
    page.get_by_role("button", name="Copier").click()
    expect(page.locator("#copie")).to_have_text("Adresse copiée.")
    other = context.new_page()
    other.goto(site)
    other.bring_to_front()
    assert other.evaluate("navigator.clipboard.readText()") == f"{site}feed.xml"


def test_apps_are_opened_at_the_feed(show: Page, site: str) -> None:
    link = show.get_by_role("link", name="Apple Podcasts")
    expect(link).to_have_attribute("href", f"podcast://{urlsplit(site).netloc}/feed.xml")


def test_the_feed_s_address_is_there_to_photograph(show: Page) -> None:
    expect(show.get_by_role("img", name="Code QR de l’adresse du flux")).to_be_visible()


def test_subscribing_is_one_key_away(show: Page) -> None:
    show.get_by_role("link", name="S’abonner").press("Enter")
    expect(show.get_by_role("heading", name="S’abonner")).to_be_in_viewport()


def test_an_episode_plays_in_the_list(show: Page, full: Episode) -> None:
    play = show.get_by_role("button", name=f"Écouter\u00a0: {full.title}")
    play.click()
    show.wait_for_function("() => document.querySelector('audio').currentTime > 0.3")
    expect(play).to_have_attribute("aria-pressed", "true")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "false")
    assert show.evaluate("document.querySelector('audio').paused")


def test_one_episode_plays_at_a_time(show: Page, full: Episode, bare: Episode) -> None:
    first, second = (show.get_by_role("button", name=f"Écouter\u00a0: {one.title}") for one in (full, bare))
    first.click()
    second.click()
    expect(first).to_have_attribute("aria-pressed", "false")
    expect(second).to_have_attribute("aria-pressed", "true")
    expect(show.get_by_role("complementary").get_by_role("link")).to_have_text(bare.title)


def test_the_player_closes_and_gives_the_keyboard_back(show: Page, full: Episode) -> None:
    play = show.get_by_role("button", name=f"Écouter\u00a0: {full.title}")
    play.press("Enter")
    show.get_by_role("button", name="Fermer").press("Enter")
    expect(show.get_by_role("complementary")).to_have_count(0)
    expect(play).to_be_focused()


def test_the_player_hides_nothing_that_has_the_keyboard(show: Page, full: Episode) -> None:
    show.get_by_role("button", name=f"Écouter\u00a0: {full.title}").click()
    show.get_by_role("link", name="Voir le flux").focus()
    bar = show.get_by_role("complementary").bounding_box()
    link = show.get_by_role("link", name="Voir le flux").bounding_box()
    assert bar
    assert link
    assert link["y"] + link["height"] <= bar["y"]


def test_the_episode_s_page_goes_on_where_the_list_stopped(show: Page, full: Episode) -> None:
    play = show.get_by_role("button", name=f"Écouter\u00a0: {full.title}")
    play.click()
    show.evaluate("document.querySelector('audio').currentTime = 42")
    play.click()
    show.get_by_role("complementary").get_by_role("link").click()
    show.wait_for_url("**/episodes/**")
    show.wait_for_function("() => listen.audio.currentTime > 40")
    assert seconds_in(show) == pytest.approx(42, abs=1.5)


def test_the_player_is_for_everybody(show: Page, full: Episode) -> None:
    show.get_by_role("button", name=f"Écouter\u00a0: {full.title}").click()
    for scheme in ("light", "dark"):
        show.emulate_media(color_scheme=scheme)
        assert axe_violations(show) == []
    assert not scrolls_sideways(show)


def test_without_javascript_all_can_be_read_and_reached(
    open_context: OpenContext, site: str, full: Episode
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site)
    expect(page.locator("#chercher")).to_be_hidden()
    expect(page.get_by_role("button", name="Copier")).to_be_hidden()
    expect(page.get_by_label("Ou donnez-lui cette adresse")).to_have_value(f"{site}feed.xml")
    page.get_by_role("link", name=f"Écouter\u00a0: {full.title}").click()
    page.wait_for_url(f"**/episodes/{full.slug}/index.html")


def test_it_opens_from_a_folder_too(page: Page, whole_output: Path, full: Episode) -> None:
    page.goto((whole_output / "index.html").as_uri())
    expect(page.locator("#chercher")).to_be_hidden()
    page.get_by_role("button", name=f"Écouter\u00a0: {full.title}").click()
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0.3")
    page.get_by_role("heading", level=3).first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(full.title)
