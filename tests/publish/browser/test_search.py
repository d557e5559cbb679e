"""The search of the show's page, in the words of all its episodes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.publish.conftest import DATA, serve_app

from .conftest import axe_violations, scrolls_sideways, seconds_in
from .long_show import COUNT, write_long_show

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a show of forty episodes."""
    output: Path = tmp_path_factory.mktemp("long") / "output"
    write_long_show(output)
    yield from serve_app(output)


@pytest.fixture
def show(page: Page, long_site: str) -> Page:
    """Its page, on a phone."""
    page.goto(long_site)
    return page


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Chercher dans tous les épisodes")


def search(page: Page, text: str) -> Locator:
    """Type the words, wait until the search is through, and give its results."""
    box(page).fill(text)
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text(re.compile("trouvé|répond"))
    return page.locator(".results > li")


def test_words_are_folded_as_in_the_index(show: Page) -> None:
    cases = json.loads((DATA / "folding.json").read_text(encoding="utf-8"))
    found = show.evaluate("texts => texts.map(Words.folded)", [case["text"] for case in cases])
    assert found == [case["words"] for case in cases]


@pytest.mark.parametrize(
    "words", ["foret", "FORÊT", "forê", "l’averse", "aube forêt-foues", "chronique 38 aube"]
)
def test_an_episode_is_found_by(show: Page, words: str) -> None:
    (result,) = search(show, words).all()
    expect(result.get_by_role("heading")).to_have_text("Chronique numéro 38")
    expect(result.locator(".meta")).to_have_text("lundi 1er\u00a0juillet 2024 · 6\u00a0s")


@pytest.mark.parametrize("words", ["oeuvre", "ŒUVRE", "coeur theodore"])
def test_a_ligature_is_two_letters(show: Page, words: str) -> None:
    expect(search(show, words)).to_contain_text(["Chronique numéro 7"])


def test_the_sentence_is_shown_with_the_word_marked(show: Page) -> None:
    result = search(show, "avers")
    expect(result.locator(".heard")).to_have_text("0:03À l’aube, la Forêt-Fouesnant s’éveille sous l’averse.")
    expect(result.locator("mark")).to_have_text(["averse"])


def test_a_result_leads_to_the_moment(show: Page, long_site: str) -> None:
    search(show, "averse").locator(".heard a").click()
    show.wait_for_url(f"{long_site}episodes/2024-06-chronique-38/#t=3")
    show.wait_for_function("() => listen.audio.currentTime > 2.9")
    assert seconds_in(show) == pytest.approx(3, abs=0.1)


def test_a_word_of_the_title_alone_leads_to_the_page(show: Page, long_site: str) -> None:
    result = search(show, "numéro 12")
    expect(result.get_by_role("link")).to_have_attribute("href", "episodes/2024-06-chronique-12/")


def test_every_word_must_be_there(show: Page) -> None:
    assert search(show, "averse théodore").count() == 0
    expect(show.get_by_role("search").get_by_role("status")).to_have_text("Aucun épisode trouvé.")


def test_a_word_is_found_by_its_beginning_only(show: Page) -> None:
    assert search(show, "vers").count() == 0


def test_the_newest_come_first_and_thirty_at_once(show: Page) -> None:
    results = search(show, "maree")
    expect(results).to_have_count(30)
    expect(results.first.get_by_role("heading")).to_have_text(f"Chronique numéro {COUNT}")
    expect(show.get_by_role("search").get_by_role("status")).to_have_text(
        "Les 30 épisodes trouvés les plus récents."
    )


def test_one_goes_on_to_older_ones_with_the_keyboard(show: Page) -> None:
    results = search(show, "maree")
    show.get_by_role("button", name="Chercher plus loin").press("Enter")
    expect(results).to_have_count(COUNT)
    expect(show.get_by_role("button", name="Chercher plus loin")).to_be_hidden()
    expect(results.nth(30).get_by_role("link").first).to_be_focused()


def test_the_keyboard_alone_leads_to_a_result(show: Page) -> None:
    show.keyboard.press("Tab")
    expect(show.get_by_role("link", name="Aller au contenu")).to_be_focused()
    show.keyboard.press("Enter")
    show.keyboard.press("Tab")
    expect(box(show)).to_be_focused()
    show.keyboard.type("averse")
    expect(show.locator(".results mark")).to_be_visible()
    show.keyboard.press("Tab")
    show.keyboard.press("Enter")
    show.wait_for_url("**/episodes/2024-06-chronique-38/#t=3")


def test_what_is_typed_last_counts(show: Page) -> None:
    box(show).press_sequentially("averse", delay=30)
    expect(show.locator(".results > li")).to_have_count(1)


def test_the_list_comes_back_with_an_empty_box(show: Page) -> None:
    search(show, "averse")
    expect(show.locator("#liste")).to_be_hidden()
    box(show).fill("")
    expect(show.locator("#liste")).to_be_visible()
    expect(show.locator(".results > li")).to_have_count(0)


def test_a_search_is_there_still_when_one_comes_back(show: Page) -> None:
    search(show, "averse").locator(".heard a").click()
    show.wait_for_url("**/episodes/**")
    show.go_back()
    expect(box(show)).to_have_value("averse")
    expect(show.locator(".results > li")).to_have_count(1)


def test_older_pages_search_in_all_episodes_too(show: Page, long_site: str) -> None:
    show.get_by_role("link", name="Plus anciens").click()
    show.wait_for_url("**/archives/*.html")
    search(show, "averse").locator(".heard a").click()
    show.wait_for_url(f"{long_site}episodes/2024-06-chronique-38/#t=3")


def test_nothing_is_loaded_before_one_searches(page: Page, long_site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(long_site)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_for_everybody(show: Page, scheme: str) -> None:
    show.emulate_media(color_scheme=scheme)
    search(show, "maree")
    expect(show.locator(".results mark").first).to_be_visible()
    assert axe_violations(show) == []
    assert not scrolls_sideways(show)


CUT_OFF = ("ERR_INTERNET_DISCONNECTED", "error occurred when fetching the script")
"""What Chromium says of a request without a network, and of the service worker's own."""


def test_a_search_that_fails_says_so(show: Page, complaints: list[str]) -> None:
    show.context.set_offline(True)
    search(show, "averse")
    expect(show.get_by_role("search").get_by_role("status")).to_contain_text("Vérifiez la connexion")
    show.context.set_offline(False)
    assert all(any(said in complaint for said in CUT_OFF) for complaint in complaints)
    complaints.clear()
    expect(search(show, "averse")).to_have_count(1)
