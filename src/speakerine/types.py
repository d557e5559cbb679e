"""What flows through the house: article → script → segments → clips → audio → episode.

Every value is immutable, compares by content, and pickles. Standard library only.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from datetime import datetime

MS_PER_S = 1000
BYTES_PER_SAMPLE = 2

ARTICLE_NAMESPACE = UUID("6f0c1d4e-6a55-5d0f-9c55-0d1f9f5c6a3e")
"""Namespace of every episode's GUID; changing it would publish every article again."""


class ParagraphKind(StrEnum):
    """What a paragraph is on its page."""

    TEXT = "text"
    HEADING = "heading"
    QUOTE = "quote"
    LIST_ITEM = "list_item"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article, as written."""

    text: str
    kind: ParagraphKind = ParagraphKind.TEXT


class Omitted(StrEnum):
    """What an article shows that no voice can read."""

    TABLE = "table"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Omission:
    """A table or code left out of the body, after how many of its paragraphs; its caption, or ""."""

    what: Omitted
    after: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line of the page that is not part of its article, and the rule that said so."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as written: nothing of the page around it, no word of it changed.

    `published` carries its zone when the source gave one. `url` is the canonical address, or "".
    `source` is "text", "html", "markdown" or "feed". `lead` is the standfirst, or ""; it is also the
    first of `paragraphs`, and `body` is what follows it. `omissions` are in the order of the page.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    byline: str = ""
    lead: str = ""
    published: datetime | None = None
    url: str = ""
    site: str = ""
    image: str = ""
    language: str = "fr"
    source: str = "text"
    truncated: bool = False
    omissions: tuple[Omission, ...] = ()
    dropped: tuple[DroppedLine, ...] = field(default=(), compare=False)

    @property
    def guid(self) -> str:
        """A UUID from the article's identity: its URL, else its title and date; never the clock."""
        day = self.published.date().isoformat() if self.published else ""
        identity = self.url or f"{self.title}\n{day}"
        return str(uuid5(ARTICLE_NAMESPACE, identity))

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs after the lead."""
        opens = self.paragraphs[:1] and self.paragraphs[0].text == self.lead
        return self.paragraphs[1:] if opens else self.paragraphs

    @property
    def word_count(self) -> int:
        """Words in the title, the lead and the paragraphs."""
        return sum(len(t.split()) for t in (self.title, self.lead, *(p.text for p in self.body)))


class Role(StrEnum):
    """Who says a line."""

    PRESENTER = "presenter"
    READER = "reader"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Line:
    """What one role says in one breath: a sentence, or part of one, as written and as spoken."""

    role: Role
    written: str
    spoken: str
    pause_after_ms: int
    chapter: str = ""
    """The title of the chapter that this line opens, or ""."""


class Jingle(StrEnum):
    """The sounds of a jingle set."""

    INTRO = "intro"
    OUTRO = "outro"
    STING = "sting"
    BED = "bed"


@dataclass(frozen=True, slots=True)
class Script:
    """A programme in order: lines, with jingle cues between them."""

    title: str
    items: tuple[Line | Jingle, ...]
    articles: tuple[Article, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The spoken lines alone, in order."""
        return tuple(item for item in self.items if isinstance(item, Line))


@dataclass(frozen=True, slots=True)
class Voice:
    """A persona: the engine that speaks it, and how.

    `speed` and `pitch` are ratios, 1.0 being the engine's own. `options_json` is the [options]
    table of its voice.toml as canonical JSON, which the engine's own dataclass validates.
    `credit` is the name that is spoken and written. `folder` holds the files it needs.
    """

    name: str
    engine: str
    language: str = "fr"
    speed: float = 1.0
    pitch: float = 1.0
    licence: str = ""
    credit: str = ""
    description: str = ""
    options_json: str = "{}"
    folder: Path = field(default=Path(), compare=False)

    @property
    def options(self) -> dict[str, Any]:
        """The [options] table, not validated yet."""
        parsed: dict[str, Any] = json.loads(self.options_json)
        return parsed


@dataclass(frozen=True, slots=True)
class Segment:
    """Text to speak in one call of an engine, and the key under which its clip is kept.

    The key hashes what decides the sound (the spoken text, the voice, its options, the engine and
    its version), never the sound itself: SVOX Pico does not give the same bytes twice.
    """

    spoken: str
    voice: Voice
    engine_version: str

    @property
    def key(self) -> str:
        """64 hexadecimal digits."""
        voice = self.voice
        parts = [
            self.spoken,
            voice.engine,
            self.engine_version,
            voice.language,
            voice.speed,
            voice.pitch,
            voice.options_json,
        ]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Audio:
    """Sound: signed 16-bit little-endian mono samples."""

    pcm: bytes
    sample_rate_hz: int

    @property
    def sample_count(self) -> int:
        """Samples in `pcm`."""
        return len(self.pcm) // BYTES_PER_SAMPLE

    @property
    def duration_ms(self) -> int:
        """Length, to the nearest millisecond."""
        return round(self.sample_count * MS_PER_S / self.sample_rate_hz)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """When a word is spoken, from the start of its clip."""

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Clip:
    """A segment, spoken. `words` is empty where the engine cannot tell when each is said."""

    key: str
    audio: Audio
    words: tuple[SpokenWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of the transcript: the text as written, and when it is heard in the episode."""

    start_ms: int
    end_ms: int
    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the episode; `url`, `image` and `credit` (who wrote it, where) are its article's, or ""."""

    start_ms: int
    title: str
    url: str = ""
    image: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The MP3 that the feed offers. `path` is relative to the episode's folder."""

    path: str
    length_bytes: int
    duration_ms: int
    mime_type: str = "audio/mpeg"


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness (EBU R 128) and true peak, as measured."""

    integrated_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class Episode:
    """What the feed and the pages are made from; `episode.json` holds all of it.

    `slug` names its folder under episodes/. `fingerprint` is a hash of everything that decided the
    sound: the same fingerprint means that there is nothing to make again. `voices` are the names
    spoken and written, `engines` the software behind them.
    """

    guid: str
    slug: str
    title: str
    published: datetime
    enclosure: Enclosure
    description: str
    author: str = ""
    summary: str = ""
    url: str = ""
    site: str = ""
    image: str = ""
    language: str = "fr"
    chapters: tuple[Chapter, ...] = ()
    cues: tuple[Cue, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    voices: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()
    loudness: Loudness | None = None
    word_count: int = 0
    fingerprint: str = ""
