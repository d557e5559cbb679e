"""The text of an episode's page: it follows the voice, and the voice goes where it is touched."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenContext, seconds_in, wait_for_sound

pytestmark = pytest.mark.browser


def current(page: Page) -> Locator:
    return page.locator(".said[aria-current]")


def slide_to(page: Page, second: str) -> None:
    page.get_by_role("slider", name="Position").fill(second)


def test_the_sentence_that_is_said_is_marked(player: Page) -> None:
    slide_to(player, "59")
    expect(current(player)).to_have_text("Parmi les donateurs\u00a0:")
    player.locator("[data-do=toggle]").click()
    expect(current(player)).to_contain_text("des habitants de la région")
    expect(current(player)).to_have_count(1)


def test_before_the_first_word_none_is_marked(player: Page) -> None:
    slide_to(player, "3")
    expect(current(player)).to_have_count(0)


def test_a_touch_on_a_sentence_goes_there(player: Page) -> None:
    player.get_by_text("Ce sont nos lecteurs qui ont dit non.").click()
    wait_for_sound(player, after_s=48.2)
    assert seconds_in(player) < 60


def test_words_can_be_selected_without_going_there(player: Page) -> None:
    player.get_by_text("Ce sont nos lecteurs qui ont dit non.").click(click_count=2)
    player.evaluate("listen.audio.pause(); listen.seek(0)")
    player.get_by_text("Nous pensions fermer pour toujours.").evaluate(
        "sentence => { getSelection().selectAllChildren(sentence); sentence.click(); }"
    )
    assert seconds_in(player) == 0


def test_a_time_beside_the_text_goes_there(player: Page) -> None:
    player.get_by_role("link", name="Écouter à partir de 0:17").click()
    wait_for_sound(player, after_s=17.2)


def test_one_goes_from_sentence_to_sentence(player: Page) -> None:
    slide_to(player, "45")
    player.get_by_role("button", name="Phrase suivante").click()
    assert seconds_in(player) == pytest.approx(45.982)
    player.get_by_role("button", name="Phrase suivante").click()
    assert seconds_in(player) == pytest.approx(48.182)
    player.get_by_role("button", name="Phrase précédente").click()
    assert seconds_in(player) == pytest.approx(45.982)


def test_far_into_a_sentence_one_goes_back_to_its_beginning(player: Page) -> None:
    slide_to(player, "25")
    player.get_by_role("button", name="Phrase précédente").click()
    assert seconds_in(player) == pytest.approx(17.104)


def test_there_is_none_after_the_last_and_before_the_first(player: Page) -> None:
    slide_to(player, "94")
    player.get_by_role("button", name="Phrase suivante").click()
    assert seconds_in(player) == 94
    slide_to(player, "4")
    player.get_by_role("button", name="Phrase précédente").click()
    assert seconds_in(player) == 0


def test_the_page_follows_one_who_reads_along(open_context: OpenContext, address: str) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(f"{address}#t=10")
    expect(current(page)).to_be_in_viewport()
    slide_to(page, "80")
    expect(current(page)).to_be_in_viewport()


def test_the_page_stays_where_one_looks_elsewhere(player: Page) -> None:
    slide_to(player, "10")
    player.evaluate("scrollTo(0, 0)")
    slide_to(player, "80")
    expect(current(player)).to_contain_text("La libraire, Maëlle Le Goff")
    assert player.evaluate("scrollY") == 0


def test_the_player_stays_in_reach_of_one_who_reads(player: Page) -> None:
    player.get_by_role("heading", name="Fichiers et sources").scroll_into_view_if_needed()
    expect(player.get_by_role("button", name="Écouter", exact=True)).to_be_in_viewport()
