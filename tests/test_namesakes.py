from dataclasses import replace

import pytest

from speakerine.namesakes import told_apart
from speakerine.programme import article_programme
from speakerine.script.template import shipped_frame
from speakerine.settings import Show
from speakerine.types import Article, Paragraph
from tests.test_programme import CAST

HARBOUR = (
    "Le port rouvre lundi aux chalutiers, après trois semaines de grève des remorqueurs.",
    "La criée attend douze tonnes de sardines pour la première vente.",
)
SCHOOL = ("Une classe de sixième a planté quarante pommiers derrière le gymnase.",)


def programme(*texts: str, title: str = "Brèves", url: str = ""):
    article = Article(title, tuple(Paragraph(text) for text in texts), url=url)
    return article_programme(article, shipped_frame(), Show(), CAST, jingles=False)


def text(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(one) for one in texts)


FIRST = programme(*HARBOUR).guid


def second_guid() -> str:
    return told_apart(programme(*SCHOOL), {FIRST: text(*HARBOUR)}.get, ()).guid


def test_alone_it_has_the_guid_of_its_title_and_day():
    assert told_apart(programme(*HARBOUR), {}.get, ()).guid == FIRST


def test_another_text_of_the_same_title_and_day_is_another_episode():
    assert second_guid() != FIRST


def test_an_edited_text_keeps_its_guid():
    edited = programme(HARBOUR[0], "La criée attend quinze tonnes de sardines pour la première vente.")
    assert told_apart(edited, {FIRST: text(*HARBOUR)}.get, ()).guid == FIRST


@pytest.mark.parametrize("before", ["Bonjour le monde.", ""])
def test_a_short_text_is_an_edited_one_unless_nothing_is_left(before):
    assert told_apart(programme("Bonsoir le monde."), {FIRST: text(before)}.get, ()).guid == FIRST


def test_two_of_one_run_are_two_however_alike():
    edited = programme(*HARBOUR, "La suite demain.")
    assert told_apart(edited, {FIRST: text(*HARBOUR)}.get, {FIRST}).guid == second_guid()


def test_made_again_in_another_order_each_finds_its_own():
    there = {FIRST: text(*HARBOUR), second_guid(): text(*SCHOOL)}
    assert told_apart(programme(*SCHOOL), there.get, ()).guid == second_guid()
    assert told_apart(programme(*HARBOUR), there.get, {second_guid()}).guid == FIRST


def test_the_same_text_twice_is_one_episode():
    assert told_apart(programme(*HARBOUR), {FIRST: text(*HARBOUR)}.get, {FIRST}).guid == FIRST


def test_an_address_tells_by_itself():
    with_url = programme(*SCHOOL, url="https://exemple.fr/a")
    assert told_apart(with_url, {with_url.guid: text(*HARBOUR)}.get, {with_url.guid}) == with_url


def test_an_edition_is_known_by_its_day():
    edition = replace(programme(*SCHOOL), articles=(), url="")
    assert told_apart(edition, {FIRST: text(*HARBOUR)}.get, ()) is edition
