"""The player of an episode's page: sound, place, speed, chapters, timer, links to a moment."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenContext, jumps, seconds_in, wait_for_sound

pytestmark = pytest.mark.browser

PLAY = "[data-do=toggle]"
NOTICE = "#message"
MOST_JUMP = 0.01


def test_its_controls_take_the_place_of_the_browser_s(player: Page) -> None:
    expect(player.get_by_role("region", name="Lecteur")).to_be_visible()
    expect(player.locator("audio")).to_be_hidden()


def test_nothing_jumps_while_it_loads(page: Page, address: str, complaints: list[str]) -> None:
    assert jumps(page, address, complaints) < MOST_JUMP


def test_it_plays_and_stops(player: Page) -> None:
    player.get_by_role("button", name="Écouter").click()
    wait_for_sound(player, after_s=0.3)
    player.get_by_role("button", name="Pause").click()
    expect(player.get_by_role("button", name="Écouter")).to_be_visible()
    assert player.evaluate("listen.audio.paused")


def test_it_skips_forward_and_back(player: Page) -> None:
    forward = player.get_by_role("button", name="Avancer de 30\u00a0secondes")
    forward.click()
    forward.click()
    player.get_by_role("button", name="Reculer de 15\u00a0secondes").click()
    assert seconds_in(player) == 45
    expect(player.locator("#temps")).to_have_text("0:45")


def test_it_goes_no_further_than_either_end(player: Page) -> None:
    player.get_by_role("button", name="Reculer de 15\u00a0secondes").click()
    assert seconds_in(player) == 0
    for _ in range(4):
        player.get_by_role("button", name="Avancer de 30\u00a0secondes").click()
    assert 94 < seconds_in(player) < 95


def test_the_slider_goes_anywhere_and_says_where(player: Page) -> None:
    slider = player.get_by_role("slider", name="Position")
    slider.fill("50")
    assert seconds_in(player) == 50
    expect(slider).to_have_attribute("aria-valuetext", "0:50 sur 1:35")


def test_what_was_sought_is_what_sounds(player: Page) -> None:
    player.get_by_role("slider", name="Position").fill("50")
    player.locator(PLAY).click()
    wait_for_sound(player, after_s=50.2)


def test_speed_is_kept_from_one_visit_to_the_next(player: Page) -> None:
    player.get_by_label("Vitesse").select_option("1.5")
    assert player.evaluate("listen.audio.playbackRate") == 1.5
    player.reload()
    assert player.evaluate("listen.audio.playbackRate") == 1.5
    expect(player.get_by_label("Vitesse")).to_have_value("1.5")


def test_chapters_lead_to_their_beginning(player: Page) -> None:
    player.get_by_role("link", name="Une chaîne de 300 voisins").click()
    wait_for_sound(player, after_s=30.2)
    expect(player.locator("#chapitre")).to_have_text("Une chaîne de 300 voisins")
    expect(player.locator(".chapters [aria-current]")).to_have_count(1)


def test_chapters_are_marked_on_the_line(player: Page) -> None:
    assert player.locator("#reperes i").count() == 3


def test_the_place_is_remembered(player: Page) -> None:
    player.get_by_role("slider", name="Position").fill("42")
    player.locator(PLAY).click()
    wait_for_sound(player, after_s=42.2)
    player.get_by_role("button", name="Pause").click()
    player.reload()
    expect(player.locator(NOTICE)).to_have_text("Reprise à 0:42.")
    assert 42 < seconds_in(player) < 45


def test_the_place_is_remembered_however_soon_one_leaves(player: Page) -> None:
    player.get_by_role("slider", name="Position").fill("42")
    player.locator(PLAY).click()
    wait_for_sound(player, after_s=43.5)
    kept_s = player.evaluate(
        """() => {
            listen.audio.pause(); // the event comes later than the page is left
            dispatchEvent(new PageTransitionEvent("pagehide"));
            return Number(listen.recall(`position ${listen.guid}`));
        }"""
    )
    assert 43.4 < kept_s < 45


def test_one_can_start_over(player: Page) -> None:
    player.evaluate("listen.keep(`position ${listen.guid}`, '42')")
    player.reload()
    player.get_by_role("button", name="Reprendre au début").click()
    assert seconds_in(player) == 0
    expect(player.locator(PLAY)).to_be_focused()
    player.reload()
    expect(player.locator(NOTICE)).to_be_empty()


def test_a_place_kept_for_a_longer_sound_is_left_alone(player: Page) -> None:
    player.evaluate("listen.keep(`position ${listen.guid}`, '4200')")
    player.reload()
    assert seconds_in(player) == 0


def test_a_link_to_a_moment_leads_there(page: Page, address: str) -> None:
    page.goto(f"{address}#t=50")
    assert seconds_in(page) == 50
    expect(page.locator(NOTICE)).to_have_text("Départ à 0:50.")
    expect(page.locator(".said[aria-current]")).to_be_in_viewport()


def test_a_link_to_a_moment_wins_over_the_place_remembered(player: Page, address: str) -> None:
    player.evaluate("listen.keep(`position ${listen.guid}`, '42')")
    player.goto("about:blank")
    player.goto(f"{address}#t=5")
    assert seconds_in(player) == 5


@pytest.mark.parametrize("fragment", ["texte", "t=", "t=abc", "t=-5", "t=1e9"])
def test_another_link_leads_to_no_moment(page: Page, address: str, fragment: str) -> None:
    page.goto(f"{address}#{fragment}")
    assert seconds_in(page) == 0


def test_a_moment_is_shared_as_a_link(open_context: OpenContext, address: str) -> None:
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(f"{address}#t=7")
    page.get_by_role("slider", name="Position").fill("50")
    page.get_by_role("button", name="Partager à 0:50").click()
    expect(page.locator(NOTICE)).to_have_text("Adresse copiée, à 0:50.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}#t=50"


def test_without_a_clipboard_the_link_is_there_to_copy(open_context: OpenContext, address: str) -> None:
    page = open_context().new_page()
    page.add_init_script("delete Navigator.prototype.share; delete Navigator.prototype.clipboard")
    page.goto(address)
    page.get_by_role("button", name="Partager").click()
    expect(page.get_by_label("Adresse de ce passage")).to_have_value(f"{address}#t=0")


def test_the_timer_stops_at_the_end_of_the_chapter(player: Page) -> None:
    player.get_by_role("slider", name="Position").fill("29")
    player.get_by_label("Minuterie").select_option("chapter")
    player.locator(PLAY).click()
    expect(player.locator(NOTICE)).to_have_text("La minuterie a arrêté l’écoute.")
    assert 30 < seconds_in(player) < 31
    expect(player.get_by_label("Minuterie")).to_have_value("")


def test_the_timer_stops_after_some_minutes(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address)
    page.locator(PLAY).click()
    wait_for_sound(page, after_s=0)
    page.get_by_label("Minuterie").select_option("15")
    page.clock.fast_forward("14:59")
    assert not page.evaluate("listen.audio.paused")
    page.clock.fast_forward("00:02")
    assert page.evaluate("listen.audio.paused")


def test_a_phone_is_told_what_plays(player: Page) -> None:
    player.get_by_role("link", name="Et maintenant\u00a0?").click()
    wait_for_sound(player, after_s=73.2)
    told = player.evaluate(
        "(({ title, artist, album }) => [title, artist, album])(navigator.mediaSession.metadata)"
    )
    assert told == [
        "À Saint-Malo, une librairie renaît de ses cendres",
        "Et maintenant\u00a0?",
        "À voix haute\u00a0: l’été",
    ]


def test_a_sound_that_does_not_come_is_said(page: Page, address: str, complaints: list[str]) -> None:
    page.context.route("**/*.mp3", lambda route: route.abort())
    page.goto(address)
    page.locator(PLAY).click()
    expect(page.locator(NOTICE)).to_contain_text("Le son ne vient pas")
    assert complaints
    assert all("ERR_FAILED" in text or "Failed to fetch" in text for text in complaints)
    complaints.clear()


def test_where_nothing_can_be_kept_it_plays_all_the_same(page: Page, address: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    page.goto(address)
    page.locator(PLAY).click()
    wait_for_sound(page, after_s=0.2)
