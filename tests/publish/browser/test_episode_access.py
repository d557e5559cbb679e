"""An episode's page for everybody: keyboard only, no script, dark, narrow, light to load."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from speakerine.types import Episode

from .conftest import DESK, PHONE, OpenContext, axe_violations, scrolls_sideways, seconds_in, wait_for_sound

pytestmark = pytest.mark.browser

BUDGET_BYTES = 150_000
"""Of a page without its sound and its cover."""


def test_keys_do_what_the_buttons_do(player: Page) -> None:
    player.keyboard.press("ArrowRight")
    player.keyboard.press("ArrowRight")
    player.keyboard.press("ArrowLeft")
    assert seconds_in(player) == 45
    player.keyboard.press("Shift+ArrowRight")
    assert seconds_in(player) == pytest.approx(45.982)
    player.keyboard.press("Shift+ArrowLeft")
    assert seconds_in(player) == pytest.approx(39.8, abs=1)
    player.keyboard.press("Space")
    wait_for_sound(player, after_s=39)
    player.keyboard.press("Space")
    assert player.evaluate("listen.audio.paused")


def test_keys_work_after_a_button_was_pressed(player: Page) -> None:
    player.get_by_role("button", name="Avancer").click()
    player.keyboard.press("ArrowRight")
    assert seconds_in(player) == 60
    player.keyboard.press("Space")
    assert seconds_in(player) == 90


def test_keys_leave_controls_their_own(player: Page) -> None:
    player.get_by_role("slider", name="Position").focus()
    player.keyboard.press("ArrowRight")
    assert seconds_in(player) == 1
    player.get_by_label("Vitesse").focus()
    player.keyboard.press("Space")
    player.keyboard.press("Escape")
    assert player.evaluate("listen.audio.paused")


@pytest.mark.parametrize("key", ["Control+ArrowRight", "Alt+ArrowRight", "k", "j", "5"])
def test_other_keys_are_left_to_the_browser(player: Page, key: str) -> None:
    player.keyboard.press(key)
    assert seconds_in(player) == 0
    assert player.evaluate("listen.audio.paused")


def test_every_control_is_reached_by_tab(player: Page) -> None:
    reached: list[str] = []
    for _ in range(14):
        player.keyboard.press("Tab")
        reached.append(
            player.evaluate(
                "(e => e.ariaLabel ?? e.labels?.[0]?.innerText ?? e.innerText)(document.activeElement)"
            )
        )
    wanted = [
        "Aller au contenu",
        "Phrase précédente",
        "Écouter",
        "Phrase suivante",
        "Position",
        "Partager à 0:00",
        "Clavier",
    ]
    assert [name for name in reached if name in wanted] == wanted


def test_the_list_of_keys_opens_and_closes_by_keyboard(player: Page) -> None:
    player.get_by_role("button", name="Clavier").press("Enter")
    dialog = player.get_by_role("dialog", name="Au clavier")
    expect(dialog).to_be_visible()
    player.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(player.get_by_role("button", name="Clavier")).to_be_focused()


def test_the_focus_is_never_under_the_player(player: Page) -> None:
    player.locator(".sources a").last.focus()
    player.get_by_role("link", name="Écouter à partir de 0:17").focus()
    below = player.evaluate("document.querySelector('.player').getBoundingClientRect().bottom")
    assert player.evaluate("document.activeElement.getBoundingClientRect().top") >= below


def test_without_script_one_listens_and_reads(open_context: OpenContext, address: str, full: Episode) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(address)
    expect(page.locator("audio[controls]")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text(full.paragraphs[-1].text[:40])).to_be_visible()
    link = page.get_by_role("link", name="Écouter à partir de 0:17")
    expect(link).to_have_attribute("href", f"{full.enclosure.path}#t=17.104")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_serious(
    open_context: OpenContext, address: str, scheme: str, size: dict[str, int]
) -> None:
    page = open_context(color_scheme=scheme, viewport=size, reduced_motion="reduce").new_page()
    page.goto(f"{address}#t=48")
    assert axe_violations(page) == []
    page.get_by_role("button", name="Clavier").click()
    assert axe_violations(page) == []


def test_dark_is_dark(open_context: OpenContext, address: str) -> None:
    page = open_context(color_scheme="dark").new_page()
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 18, 23)"


@pytest.mark.parametrize("width", [320, 360, 700, 1200])
def test_nothing_is_wider_than_the_window(open_context: OpenContext, address: str, width: int) -> None:
    page = open_context(viewport={"width": width, "height": 740}).new_page()
    page.goto(f"{address}#t=48")
    assert not scrolls_sideways(page)


def test_targets_are_large_enough_for_a_finger(player: Page) -> None:
    sizes = player.evaluate(
        """[...document.querySelectorAll("button, select, input, .at, .chapters a")]
        .map(e => e.getBoundingClientRect()).filter(box => box.width).map(box => [box.width, box.height])"""
    )
    assert len(sizes) > 20
    assert all(min(size) >= 24 for size in sizes)
    play = player.get_by_role("button", name="Écouter", exact=True).bounding_box()
    assert play is not None
    assert min(play["width"], play["height"]) >= 44


def test_nothing_moves_smoothly_for_one_who_asked_for_calm(open_context: OpenContext, address: str) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(f"{address}#t=10")
    top = "document.querySelector('.said[aria-current]').getBoundingClientRect().top"
    assert page.evaluate(f"listen.seek(80); {top}") < PHONE["height"]


def test_the_page_is_light(page: Page, address: str) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(address, wait_until="networkidle")
    weighed = {url: size for url, size in sizes.items() if not url.endswith((".mp3", "cover.jpg"))}
    assert len(weighed) > 10
    assert sum(weighed.values()) < BUDGET_BYTES


def test_no_sound_is_fetched_before_one_asks(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if url.endswith((".mp3", ".vtt"))]


def test_it_works_from_a_folder(page: Page, whole_output: Path, full: Episode, complaints: list[str]) -> None:
    page.goto(f"file://{whole_output}/episodes/{full.slug}/index.html")
    page.get_by_role("button", name="Écouter", exact=True).click()
    wait_for_sound(page, after_s=0.2)
    page.get_by_text("Ce sont nos lecteurs qui ont dit non.").click()
    wait_for_sound(page, after_s=48.2)
    others = [text for text in complaints if not re.search("font|preload|ERR_FAILED", text)]
    assert others == []
    complaints.clear()  # a browser preloads no font from a folder, and says so
