import json
import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from speakerine.publish.plain import printable
from speakerine.publish.transcripts.cues import order_cues
from speakerine.publish.transcripts.transcript import render_html, render_json, render_srt, render_vtt
from speakerine.types import Cue, Episode
from tests.publish.strategies import cues, hostile_episodes, law

DURATION_MS = 120_000
TIMING = re.compile(r"(\d\d+):(\d\d):(\d\d)[.,](\d\d\d) --> (\d\d+):(\d\d):(\d\d)[.,](\d\d\d)")


def spans_ms(text: str) -> list[tuple[int, int]]:
    def ms(hours: str, minutes: str, seconds: str, rest: str) -> int:
        return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)

    return [(ms(*found[:4]), ms(*found[4:])) for found in TIMING.findall(text)]


def check_times(spans: list[tuple[int, int]]) -> None:
    assert all(0 <= start < end <= DURATION_MS for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def vtt_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if "-->" not in line]


def srt_cards(text: str) -> list[list[str]]:
    return [block.split("\n")[2:] for block in text.strip("\n").split("\n\n")] if text else []


@law
@given(cues)
def test_vtt_times_ascend_within_the_duration(some: tuple[Cue, ...]) -> None:
    check_times(spans_ms(render_vtt(some, DURATION_MS)))


@law
@given(cues)
def test_srt_times_ascend_within_the_duration(some: tuple[Cue, ...]) -> None:
    check_times(spans_ms(render_srt(some, DURATION_MS)))


@law
@given(cues)
def test_json_times_ascend_within_the_duration(some: tuple[Cue, ...]) -> None:
    segments = json.loads(render_json(some, DURATION_MS))["segments"]
    check_times([(round(one["startTime"] * 1000), round(one["endTime"] * 1000)) for one in segments])


@law
@given(cues)
def test_no_vtt_line_is_too_long(some: tuple[Cue, ...]) -> None:
    assert max(map(len, vtt_lines(render_vtt(some)))) <= 65


@law
@given(cues)
def test_no_srt_line_is_too_long(some: tuple[Cue, ...]) -> None:
    assert max((len(line) for card in srt_cards(render_srt(some)) for line in card), default=0) <= 32


def letters(some: Iterable[Cue]) -> list[str]:
    return sorted(letter for cue in some for letter in printable(cue.text) if not letter.isspace())


@law
@given(cues)
def test_no_word_is_lost(some: tuple[Cue, ...]) -> None:
    assert letters(order_cues(some, DURATION_MS)) == letters(some)


@law
@given(
    st.lists(
        st.sampled_from(["le", "chat", "dort", "anticonstitutionnellement", "&&&&", "<b>", "»"]), max_size=60
    )
)
def test_cards_say_the_whole_cue(said: list[str]) -> None:
    text = " ".join(said)
    srt = render_srt([Cue(0, 60_000, text)])
    assert "".join("".join(card) for card in srt_cards(srt)).replace(" ", "") == text.replace(" ", "")


def test_vtt(full: Episode) -> None:
    text = render_vtt(full.cues, full.enclosure.duration_ms)
    assert text.startswith("WEBVTT\n\n00:00:05.200 --> ")
    assert "<v Claire>À Saint-Malo" in text
    assert "&lt;« Les Embruns »&gt;" in text.replace("\n", " ")


def test_vtt_cards_have_two_lines_at_most(full: Episode) -> None:
    blocks = render_vtt(full.cues).strip().split("\n\n")[1:]
    assert max(block.count("\n") for block in blocks) == 2


def test_srt_cards_have_two_lines_at_most(full: Episode) -> None:
    assert max(map(len, srt_cards(render_srt(full.cues)))) == 2


def test_srt_names_a_speaker_at_each_turn() -> None:
    some = [
        Cue(0, 900, "Un.", "Claire"),
        Cue(1000, 1900, "Deux.", "Claire"),
        Cue(2000, 2900, "Trois.", "Luc"),
    ]
    assert srt_cards(render_srt(some)) == [["Claire: Un."], ["Deux."], ["Luc: Trois."]]


def test_the_time_of_a_long_cue_is_shared_by_length() -> None:
    text = "a" * 32 + " " + "b" * 32 + " " + "c" * 32
    assert spans_ms(render_srt([Cue(0, 9_700, text)]))[0][1] == pytest.approx(6_500, abs=50)


def test_no_card_is_left_with_one_word() -> None:
    said = "À Saint-Malo, une librairie renaît de ses vieilles cendres."
    assert srt_cards(render_srt([Cue(0, 4000, said, "Claire")])) == [
        ["Claire: À Saint-Malo,", "une librairie renaît"],
        ["de ses vieilles", "cendres."],
    ]


def test_lines_break_where_french_lets_them() -> None:
    said = "Les flammes ont emporté les 14 000 ouvrages « rares et chers » du fonds : tous !"
    lines = [line for card in srt_cards(render_srt([Cue(0, 4000, said)])) for line in card]
    assert lines == [
        "Les flammes ont emporté",
        "les 14 000 ouvrages",
        "« rares et chers » du",
        "fonds : tous !",
    ]


def test_a_cue_too_short_to_share_stays_whole() -> None:
    assert len(spans_ms(render_srt([Cue(0, 2, "mot " * 200)]))) == 1


def test_a_name_cannot_break_a_tag() -> None:
    assert "<v A et B>" in render_vtt([Cue(0, 10, "x", "A & <B>")])


def test_an_arrow_cannot_be_taken_for_a_time() -> None:
    assert render_vtt([Cue(0, 10, "a --> b")]).count("-->") == 1


def test_json_keeps_the_text_whole(full: Episode) -> None:
    page = json.loads(render_json(full.cues))
    assert page["version"] == "1.0.0"
    assert [one["body"] for one in page["segments"]] == [cue.text for cue in full.cues]


def test_no_cues() -> None:
    assert (render_vtt([]), render_srt([])) == ("WEBVTT\n", "")


def test_html_names_each_turn_and_times_each_sentence() -> None:
    said = [
        Cue(0, 900, "Bonjour.", "Claire"),
        Cue(1000, 1900, "1 < 2 & 3", "Claire"),
        Cue(61_000, 62_000, "Oui.", "Lucien"),
    ]
    html = render_html(said, title="Le pont <rouvre>")
    assert "<title>Le pont &lt;rouvre&gt;</title>" in html
    assert html.count("<cite>") == 2
    assert "<cite>Claire\u00a0:</cite>\n<time>0:00</time>\n<p>Bonjour.</p>\n" in html
    assert "<time>0:01</time>\n<p>1 &lt; 2 &amp; 3</p>" in html
    assert "<cite>Lucien\u00a0:</cite>\n<time>1:01</time>\n<p>Oui.</p>" in html


@law
@given(hostile_episodes)
def test_html_is_never_markup_of_the_text(episode: Episode) -> None:
    document = document_fromstring(render_html(episode.cues, title=episode.title))
    ours = {"html", "head", "meta", "title", "body", "cite", "time", "p"}
    assert {node.tag for node in document.iter()} <= ours
