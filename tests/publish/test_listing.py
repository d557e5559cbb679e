from dataclasses import replace

from hypothesis import given

from speakerine.publish.listing import ListPage, listing_from_json, listing_of, listing_to_json
from speakerine.types import Episode
from tests.publish.strategies import episodes, law


@law
@given(episodes)
def test_a_listing_comes_back_from_json(episode: Episode) -> None:
    listing = listing_of(episode)
    assert listing_from_json(listing_to_json(listing)) == listing


def test_the_teaser_opens_the_description(full: Episode) -> None:
    teaser = listing_of(replace(full, description="Un mot. " * 100)).teaser
    assert teaser.startswith("Un mot. Un mot.")
    assert teaser.endswith("…")
    assert len(teaser) <= 280


def test_the_origin_names_author_and_site_once_each(full: Episode) -> None:
    assert listing_of(replace(full, author="Le Journal", site="Le Journal")).origin == "Le Journal"
    assert listing_of(full).origin == "Anne Kerdoncuff, Le Journal du port"


def test_the_first_page_is_the_show_s_own() -> None:
    assert ListPage(()).is_first
    assert not ListPage((), "archives/2024-05-24-a.html").is_first
