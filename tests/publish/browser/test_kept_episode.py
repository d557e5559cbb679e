"""An episode kept in the browser, for where there is no network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import wait_for_sound

pytestmark = pytest.mark.browser


@pytest.fixture
def keep(player: Page) -> Locator:
    """The button that keeps the episode, once the service worker is there to answer for it."""
    button = player.get_by_role("button", name="Garder hors ligne")
    expect(button).to_be_enabled()
    return button


def test_it_is_heard_and_read_without_network(player: Page, keep: Locator, complaints: list[str]) -> None:
    keep.click()
    expect(player.locator("#message")).to_have_text("L’épisode est gardé sur cet appareil.")
    player.reload(wait_until="networkidle")
    player.context.set_offline(True)
    player.reload()
    player.get_by_text("Ce sont nos lecteurs qui ont dit non.").click()
    wait_for_sound(player, after_s=48.2)
    assert all(text.startswith("Failed to load resource") for text in complaints)
    complaints.clear()


def test_what_is_kept_is_still_so_at_the_next_visit(player: Page, keep: Locator) -> None:
    keep.click()
    expect(keep).to_have_attribute("aria-pressed", "true")
    player.reload()
    expect(keep).to_have_attribute("aria-pressed", "true")


def test_it_can_be_given_up(player: Page, keep: Locator) -> None:
    keep.click()
    expect(keep).to_have_attribute("aria-pressed", "true")
    keep.click()
    expect(player.locator("#message")).to_have_text("L’épisode n’est plus gardé.")
    assert player.evaluate("caches.match(listen.audio.src).then(kept => kept === undefined)")


def test_what_cannot_be_kept_is_said(player: Page, keep: Locator, complaints: list[str]) -> None:
    player.context.set_offline(True)
    keep.click()
    expect(player.locator("#message")).to_contain_text("L’épisode n’a pas pu être gardé")
    expect(keep).to_have_attribute("aria-pressed", "false")
    assert all(text.startswith("Failed to load resource") for text in complaints)
    complaints.clear()
