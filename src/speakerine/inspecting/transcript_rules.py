"""The rules on an episode's four transcripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from speakerine.inspecting.captions import Caption, read_html, read_json, read_srt, read_vtt
from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import HTML, SPEAKERINE, TRANSCRIPTS, WEBVTT
from speakerine.inspecting.wording import quoted
from speakerine.publish.transcripts.cues import order_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speakerine.types import Cue, Episode

REWRITE = "run speakerine feed: it writes it again from the record"
MAX_VTT_CHARACTERS, MAX_SRT_CHARACTERS, MAX_SRT_LINES = 65, 32, 2
_NOT_IN_TRANSCRIPTS = re.compile(r"<(?:script|style|iframe|object|img|link)\b|\son\w+\s*=", re.IGNORECASE)
_SPEAKER = re.compile(r"[^\n:]{1,60}: ")
_OPENING = re.compile(r"[^:]{1,60}:")


@dataclass(frozen=True)
class Transcripts:
    """What an episode's transcripts hold; a file that cannot be read is None."""

    episode: Episode
    vtt: str | None
    srt: str | None
    json: Any
    html: str | None

    @cached_property
    def vtt_cards(self) -> list[Caption]:
        """The cards of the VTT."""
        return read_vtt(self.vtt or "")

    @cached_property
    def srt_cards(self) -> list[Caption]:
        """The cards of the SRT."""
        return read_srt(self.srt or "")

    @cached_property
    def segments(self) -> list[Caption]:
        """The segments of the JSON."""
        return read_json(self.json)

    @cached_property
    def paragraphs(self) -> list[Caption]:
        """The sentences of the HTML."""
        return read_html(self.html or "")

    @cached_property
    def cues(self) -> Sequence[Cue]:
        """The record's cues, as transcripts are made from them."""
        return order_cues(self.episode.cues, self.duration_ms)

    @cached_property
    def is_named(self) -> bool:
        """Whether the record says of every cue who speaks."""
        return all(cue.speaker for cue in self.cues)

    @cached_property
    def wanted(self) -> str:
        """What all of them must say, without spaces."""
        return _closed("".join(cue.text for cue in self.cues))

    @property
    def duration_ms(self) -> int:
        """How long the episode is."""
        return self.episode.enclosure.duration_ms


def _closed(text: str) -> str:
    """The text without its spaces, which stand elsewhere in each file."""
    return "".join(text.split())


TRANSCRIPT: Rulebook[Transcripts] = Rulebook(REWRITE)


def times_fault(cards: Sequence[Caption], duration_ms: int) -> Faults:
    """The first card whose times do not follow those of the one before it, or the sound's."""
    heard_ms = 0
    for number, card in enumerate(cards, start=1):
        if card.start_ms is None or card.end_ms is None:
            yield f"card {number} has no times: {quoted(card.timing)}"
            return
        if card.start_ms < heard_ms:
            yield f"card {number} begins at {exact_clock(card.start_ms)}, before the one before it has ended"
            return
        if card.end_ms <= card.start_ms:
            yield f"card {number} ends at {exact_clock(card.end_ms)}, before it has begun"
            return
        heard_ms = card.end_ms
    if heard_ms > duration_ms:
        yield f"the last card ends at {exact_clock(heard_ms)}, after the episode ({exact_clock(duration_ms)})"


def words_fault(name: str, cards: Sequence[Caption], wanted: str) -> Faults:
    """The fault of a transcript that does not say what the record says, spaces apart."""
    said = _closed("".join(card.text for card in cards))
    if said != wanted:
        at = next((at for at, (a, b) in enumerate(zip(said, wanted, strict=False)) if a != b), len(said))
        yield f"{name} does not say what the record says: from {quoted(said[at : at + 30])} on"


@TRANSCRIPT.error("vtt.header", "the VTT begins with WEBVTT", WEBVTT)
def _vtt_header(found: Transcripts) -> Faults:
    if found.vtt is not None and not re.match(r"WEBVTT(?:[ \t][^\n]*)?\r?\n(?:\r?\n|$)", found.vtt):
        yield "transcript.vtt does not begin with WEBVTT and an empty line"


@TRANSCRIPT.error("vtt.times", "the VTT's cards follow each other within the episode", WEBVTT)
def _vtt_times(found: Transcripts) -> Faults:
    for fault in times_fault(found.vtt_cards, found.duration_ms):
        yield f"in transcript.vtt, {fault}"


@TRANSCRIPT.error("vtt.lines", "a line of the VTT has 65 characters at most", TRANSCRIPTS)
def _vtt_lines(found: Transcripts) -> Faults:
    for card in found.vtt_cards:
        for line in card.lines:
            if len(line) > MAX_VTT_CHARACTERS:
                yield f"transcript.vtt has a line of {len(line)} characters: {quoted(line)}"


@TRANSCRIPT.error("vtt.voices", "each card of the VTT names who speaks: <v Name>", TRANSCRIPTS)
def _vtt_voices(found: Transcripts) -> Faults:
    for number, card in enumerate(found.vtt_cards if found.is_named else (), start=1):
        if not card.speaker.strip():
            yield f"card {number} of transcript.vtt does not name who speaks"


@TRANSCRIPT.error("vtt.markup", "the VTT has no markup but voices", WEBVTT)
def _vtt_markup(found: Transcripts) -> Faults:
    for number, card in enumerate(found.vtt_cards, start=1):
        rest = re.sub(r"</?v\b[^<>]*>", "", card.raw)
        if found_markup := re.search(r"[<>]|&(?!(?:lt|gt|amp|nbsp|lrm|rlm);)", rest):
            yield f"card {number} of transcript.vtt has a bare {quoted(found_markup[0])}"


@TRANSCRIPT.error("vtt.words", "the VTT is the record's text", SPEAKERINE)
def _vtt_words(found: Transcripts) -> Faults:
    if found.vtt is not None:
        yield from words_fault("transcript.vtt", found.vtt_cards, found.wanted)


@TRANSCRIPT.error("srt.numbers", "the SRT's cards are numbered from 1", TRANSCRIPTS)
def _srt_numbers(found: Transcripts) -> Faults:
    for number, card in enumerate(found.srt_cards, start=1):
        if card.number != str(number):
            yield f"card {number} of transcript.srt is numbered {quoted(card.number)}"


@TRANSCRIPT.error("srt.times", "the SRT's cards follow each other within the episode", TRANSCRIPTS)
def _srt_times(found: Transcripts) -> Faults:
    for fault in times_fault(found.srt_cards, found.duration_ms):
        yield f"in transcript.srt, {fault}"


@TRANSCRIPT.error("srt.lines", "a card of the SRT has two lines of 32 characters at most", TRANSCRIPTS)
def _srt_lines(found: Transcripts) -> Faults:
    for number, card in enumerate(found.srt_cards, start=1):
        longest = max(map(len, card.lines), default=0)
        if not 1 <= len(card.lines) <= MAX_SRT_LINES or longest > MAX_SRT_CHARACTERS:
            yield f"card {number} of transcript.srt has {len(card.lines)} lines of up to {longest} characters"


@TRANSCRIPT.error("srt.speakers", "the SRT names who speaks", TRANSCRIPTS)
def _srt_speakers(found: Transcripts) -> Faults:
    if found.is_named and found.srt_cards and not _SPEAKER.match(found.srt_cards[0].text):
        yield "transcript.srt does not name who speaks"


@TRANSCRIPT.error("srt.words", "the SRT is the record's text", SPEAKERINE)
def _srt_words(found: Transcripts) -> Faults:
    if found.srt is not None and not _says(
        _closed("".join(card.text for card in found.srt_cards)), found.cues
    ):
        yield "transcript.srt does not say what the record says"


def _says(said: str, cues: Sequence[Cue]) -> bool:
    """Whether it is these cues without their spaces, each after its speaker's name or without it."""
    at = 0
    for cue in cues:
        text = _closed(cue.text)
        if not said.startswith(text, at):
            opening = _OPENING.match(said, at)
            at = opening.end() if opening else at
        if not said.startswith(text, at):
            return False
        at += len(text)
    return at == len(said)


@TRANSCRIPT.error("json.version", "the JSON transcript is of version 1.0.0, with segments", TRANSCRIPTS)
def _json_version(found: Transcripts) -> Faults:
    if found.json is None:
        return
    page = found.json if isinstance(found.json, dict) else {}
    if page.get("version") != "1.0.0" or not isinstance(page.get("segments"), list):
        yield "transcript.json is no transcript of version 1.0.0 with its segments"


@TRANSCRIPT.error("json.times", "the JSON's segments follow each other within the episode", TRANSCRIPTS)
def _json_times(found: Transcripts) -> Faults:
    for fault in times_fault(found.segments, found.duration_ms):
        yield f"in transcript.json, {fault}"


@TRANSCRIPT.error("json.speakers", "each segment of the JSON names who speaks", TRANSCRIPTS)
def _json_speakers(found: Transcripts) -> Faults:
    if not found.is_named:
        return
    for number, segment in enumerate(found.segments, start=1):
        if not segment.speaker.strip():
            yield f"segment {number} of transcript.json does not name who speaks"


@TRANSCRIPT.error("json.words", "the JSON transcript is the record's text", SPEAKERINE)
def _json_words(found: Transcripts) -> Faults:
    if found.json is not None:
        yield from words_fault("transcript.json", found.segments, found.wanted)


@TRANSCRIPT.error("html.times", "the HTML's sentences have their times, in order", TRANSCRIPTS)
def _html_times(found: Transcripts) -> Faults:
    for number, (before, after) in enumerate(pairwise([None, *found.paragraphs]), start=1):
        if after is None or after.start_ms is None:
            yield f"sentence {number} of transcript.html has no time"
        elif before and before.start_ms is not None and after.start_ms < before.start_ms:
            yield f"sentence {number} of transcript.html comes before the one before it"
        elif after.start_ms > found.duration_ms:
            yield f"sentence {number} of transcript.html comes after the episode has ended"


@TRANSCRIPT.error("html.speakers", "the HTML names who speaks: <cite>", TRANSCRIPTS)
def _html_speakers(found: Transcripts) -> Faults:
    if found.is_named and found.paragraphs and not found.paragraphs[0].speaker:
        yield "transcript.html does not name who speaks (cite)"


@TRANSCRIPT.error("html.markup", "the HTML transcript runs and fetches nothing", HTML)
def _html_markup(found: Transcripts) -> Faults:
    if markup := _NOT_IN_TRANSCRIPTS.search(found.html or ""):
        yield f"transcript.html holds {quoted(markup[0])}"


@TRANSCRIPT.error("html.words", "the HTML transcript is the record's text", SPEAKERINE)
def _html_words(found: Transcripts) -> Faults:
    if found.html is not None:
        yield from words_fault("transcript.html", found.paragraphs, found.wanted)
