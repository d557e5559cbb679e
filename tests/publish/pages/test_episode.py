"""The page of one episode, as it is written: what it holds before any script runs."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import html

from speakerine.publish.pages.episode import render_episode
from speakerine.publish.transcripts.alignment import squeeze
from speakerine.settings import Show
from speakerine.types import Chapter, Cue, Episode, Paragraph
from tests.publish.strategies import hostile_episodes, hostile_shows, law

Page = html.HtmlElement


@pytest.fixture
def page(show: Show, full: Episode) -> Page:
    return html.document_fromstring(render_episode(show, full))


@pytest.fixture
def bare_page(show: Show, bare: Episode) -> Page:
    return html.document_fromstring(render_episode(show, bare))


def passage(page: Page, beginning: str) -> Page:
    """The passage that begins with these words."""
    passages = page.xpath("//*[contains(concat(' ', @class, ' '), ' passage ')]")
    (found,) = [one for one in passages if "".join(one.xpath("*[last()]//text()")).startswith(beginning)]
    return found


def test_there_is_one_title(page: Page, full: Episode) -> None:
    assert page.xpath("//h1/text()") == [full.title]


def test_it_says_when_how_long_and_by_whom(page: Page) -> None:
    assert page.xpath("//main//time/text()") == ["vendredi 31\u00a0mai 2024", "1\u00a0min\u00a034\u00a0s"]
    assert page.xpath("//p[@class='origin']/text()") == ["Anne Kerdoncuff, Le Journal du port"]


def test_it_leads_back_to_the_show(page: Page) -> None:
    assert page.xpath("//header//a/@href") == ["../../index.html"]


def test_the_browser_s_own_player_is_there_and_loads_nothing_by_itself(page: Page, full: Episode) -> None:
    (player,) = page.xpath("//audio[@controls][@preload='none']")
    assert player.get("src") == full.enclosure.path


def test_what_needs_scripts_waits_for_them(page: Page) -> None:
    assert page.xpath("//button") == page.xpath("//*[@hidden]//button | //dialog//button")


def test_chapters_lead_into_the_file(page: Page, full: Episode) -> None:
    links = page.xpath("//nav//a/@href")
    assert links == [f"{full.enclosure.path}#t={second}" for second in ("0", "5.2", "30.078", "73.094")]


def test_every_paragraph_is_there_as_written(page: Page, full: Episode) -> None:
    text = squeeze(page.xpath("string(//section[@id='texte'])"))
    assert all(squeeze(paragraph.text) in text for paragraph in full.paragraphs)


def test_headings_quotations_and_items_stay_what_they_are(page: Page) -> None:
    section = "//section[@id='texte']"
    assert len(page.xpath(f"{section}//h3")) == 2
    assert "Nous pensions fermer" in page.xpath(f"string({section}//blockquote)")
    assert len(page.xpath(f"{section}//ul/li")) == 3


def test_a_passage_opens_with_its_time(page: Page, full: Episode) -> None:
    (link,) = passage(page, "Rien ne laissait").xpath(".//a")
    assert link.get("href") == f"{full.enclosure.path}#t=17.104"
    assert (link.text, link.get("aria-label")) == ("0:17", "Écouter à partir de 0:17")


def test_every_sentence_knows_when_it_is_said(page: Page) -> None:
    said = passage(page, "Nous pensions").xpath(".//*[@data-at]/@data-at")
    assert said == ["45.982", "45.982", "48.182"]


def test_a_speaker_is_named_where_it_changes(page: Page) -> None:
    assert page.xpath("//b[@class='speaker']/text()") == ["Claire", "Lucien", "Claire"]


def test_a_speaker_who_changes_inside_a_paragraph_is_named_there(show: Show, bare: Episode) -> None:
    text = "Il l’a dit. « Je pars. »"
    cues = (Cue(0, 900, "Il l’a dit.", "Claire"), Cue(1000, 1900, "« Je pars. »", "Lucien"))
    episode = replace(bare, paragraphs=(Paragraph(text),), cues=cues)
    page = html.document_fromstring(render_episode(show, episode))
    assert page.xpath("//section[@id='texte']//p/b/text()") == ["Lucien\u00a0:"]


def test_the_presenter_s_words_are_told_apart(page: Page) -> None:
    (framing,) = page.xpath("//*[contains(@class, 'framing')]")
    assert framing.xpath("string(.//b)") == "Présentation"
    assert "une librairie renaît" in framing.xpath("string(p)")


def test_transcripts_can_be_fetched(page: Page) -> None:
    names = ["transcript.vtt", "transcript.srt", "transcript.json", "transcript.html"]
    assert page.xpath("//section[@class='sources']//a[starts-with(@href, 'transcript')]/@href") == names
    assert page.xpath("//track/@src") == ["transcript.vtt"]


def test_an_article_is_linked_once(show: Show, full: Episode) -> None:
    chapters = tuple(replace(chapter, url=full.url) for chapter in full.chapters)
    page = html.document_fromstring(render_episode(show, replace(full, chapters=chapters)))
    (link,) = page.xpath("//a[@rel='external']")
    assert link.text == "Article d’origine"


def test_an_edition_links_each_of_its_articles_by_its_title(show: Show, bare: Episode) -> None:
    chapters = (
        Chapter(0, "Ouverture"),
        Chapter(1000, "La crue", "https://a.example/1"),
        Chapter(2000, "Le pont", "https://a.example/2"),
    )
    page = html.document_fromstring(render_episode(show, replace(bare, chapters=chapters)))
    links = page.xpath("//a[@rel='external']")
    assert [(link.get("href"), link.text) for link in links] == [
        ("https://a.example/1", "La crue"),
        ("https://a.example/2", "Le pont"),
    ]


def test_the_synthetic_voices_are_told(page: Page) -> None:
    note = "Lecture par des voix de synthèse\u00a0: Claire et Lucien."
    assert note in page.xpath("string(//footer)")


def test_a_bare_page_offers_nothing_that_it_has_not(bare_page: Page) -> None:
    assert not bare_page.xpath("//track | //nav | //section[@id='texte'] | //a[@rel='external']")
    assert not bare_page.xpath("//*[contains(@data-do, 'sentence')] | //option[@value='chapter']")
    assert "Où l’on apprend que" in bare_page.xpath("string(//main)")


def test_the_policy_is_kept(show: Show, full: Episode) -> None:
    text = render_episode(show, full)
    page = html.document_fromstring(text)
    assert not page.xpath("//main//@style | //main//style | //script[not(@src)]")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")


def test_no_address_is_absolute_but_those_of_others(page: Page) -> None:
    addresses = page.xpath("//@href | //@src")
    own = [address for address in addresses if not address.startswith("https://journal.example/")]
    assert not [address for address in own if address.startswith(("/", "http:", "https:"))]


def test_punctuation_is_never_left_alone_on_a_line(page: Page) -> None:
    assert not re.findall(r"« | [»;!?]| :(?=[ <])", page.text_content())


def test_the_longest_of_programmes_has_times_in_plain_figures(show: Show, bare: Episode) -> None:
    long = replace(bare, cues=(Cue(100_000_500, 100_001_000, "Encore là."),))
    enclosure = replace(bare.enclosure, duration_ms=110_000_000)
    text = render_episode(show, replace(long, enclosure=enclosure))
    assert 'data-at="100000.5"' in text
    assert 'data-duration="110000"' in text


@law
@given(hostile_shows, hostile_episodes)
def test_no_text_becomes_markup(show: Show, episode: Episode) -> None:
    page = html.document_fromstring(render_episode(show, episode))
    scripts = page.xpath("//script")
    assert all(one.get("src", "").startswith("../../assets/") and not one.text for one in scripts)
    assert not [href for href in page.xpath("//@href") if href.lower().startswith(("javascript", "data"))]


def test_markup_in_a_text_is_text(show: Show, bare: Episode) -> None:
    evil = '<script>alert("x")</script>'
    plain = render_episode(show, bare)
    episode = replace(
        bare,
        title=evil,
        description=evil,
        cues=(Cue(0, 10, evil, evil),),
        paragraphs=(Paragraph(evil), Paragraph("]]><b>")),
        chapters=(Chapter(0, evil), Chapter(9, evil, "javascript:alert(1)")),
    )
    text = render_episode(replace(show, title=evil), episode)
    assert text.count("<script") == plain.count("<script")
    assert "]]&gt;&lt;b&gt;" in text


@pytest.mark.parametrize(
    "title", ["", " \t ", "\u202eعنوان", "🎧" * 3, "é" * 4000], ids=("none", "spaces", "rtl", "emoji", "long")
)
def test_any_title_gives_a_page_with_one(show: Show, bare: Episode, title: str) -> None:
    page = html.document_fromstring(render_episode(show, replace(bare, title=title)))
    assert page.xpath("string(//h1)").strip()
