"""What an episode is to be made of: all that making needs, what is said, and whether it was said before.

Two hashes tell that an episode need not be made again. The cheap one is of what goes in (the article, the
show, the voices, the software), and needs no French. Where it differs, the words themselves decide.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path

from speakerine.engines.base import engine_version
from speakerine.engines.clips import Clips
from speakerine.engines.shared_clips import open_clips
from speakerine.french.lexicon import Lexicon, shipped_lexicon
from speakerine.programme import Programme
from speakerine.script.cast import Cast
from speakerine.script.template import Frame, shipped_frame
from speakerine.script.utterances import Utterance, utterances
from speakerine.settings import Show
from speakerine.spread import Workers, open_local
from speakerine.types import Jingle, Segment

_HERE = Path(__file__).parent
_DECIDING = ("french", "script", "engines", "programme.py", "plan.py")
"""The software that decides the words and what engines are given; what is under it has its version."""
_READING = ("sources", "types.py", "namesakes.py", "manuscripts.py")
_READING_LIBRARIES = ("charset-normalizer", "courlan", "htmldate", "justext", "lxml", "trafilatura")
"""The software that decides what article a file holds, and whose it is, beside `_DECIDING`."""

_TEXTS = frozenset({".py", ".toml", ".tsv", ".txt", ".json"})


Progress = Callable[[int, int], None]
"""Called with the characters spoken so far and those there are in all."""


@dataclass(frozen=True, slots=True)
class Production:
    """All that making episodes needs beside their articles.

    `jingles` is the folder of a jingle set, or None for none. `now` dates what has no date.
    `shared_clips` is the address where machines share clips, or "" for this one's cache alone.
    `open_workers` gives those who speak, for a whole run. `warn` is told in a sentence what is wrong but
    stops nothing.
    """

    show: Show
    output: Path
    cache: Path
    cast: Cast
    jingles: Path | None
    now: datetime
    frame: Frame = field(default_factory=shipped_frame)
    lexicon: Lexicon = field(default_factory=shipped_lexicon)
    shared_clips: str = ""
    open_workers: Callable[[], AbstractContextManager[Workers]] = open_local
    warn: Callable[[str], None] = lambda _: None

    @property
    def clips(self) -> Clips:
        """Where clips are kept."""
        return open_clips(self.cache / "clips", self.shared_clips)


@dataclass(frozen=True, slots=True)
class Plan:
    """A programme, when it is published, what is said in it, and the hash of what decides how it sounds."""

    programme: Programme
    published: datetime
    items: tuple[Utterance | Jingle, ...]
    segments: tuple[Segment, ...]
    fingerprint: str


def plan_episode(programme: Programme, published: datetime, production: Production) -> Plan:
    """What is said in the programme, cut for the engines; nothing is spoken yet."""
    items = utterances(programme.script, production.cast)
    versions = {voice: engine_version(voice) for voice in production.cast.voices}
    segments = tuple(
        segment(u, versions[u.voice], production.lexicon) for u in items if isinstance(u, Utterance)
    )
    fingerprint = _fingerprint(programme, published, items, segments, production)
    return Plan(programme, published, items, segments, fingerprint)


def segment(utterance: Utterance, version: str, lexicon: Lexicon) -> Segment:
    """The words as the voice's engine is to be given them."""
    voice = utterance.voice
    return Segment(lexicon.prepare(utterance.spoken, voice.engine), voice, version)


def ingredients(production: Production) -> str:
    """A hash of all that goes into every episode of a run alike: show, voices, sentences, software."""
    voices = production.cast.voices
    parts = [
        _software(_DECIDING),
        _told(production.show),
        jingle_digests(production.jingles),
        _cover_digest(production.show),
        repr(production.frame),
        repr(production.lexicon.entries),
        [repr(replace(voice, folder=Path())) for voice in voices],
        [engine_version(voice) for voice in voices],
        [[voice.name for voice in part] for part in (production.cast.readers, production.cast.quotations)],
    ]
    return _hash(parts)


def reading_basis(production: Production, *, force: bool) -> str:
    """A hash of all that decides, beside a file, which episode it gives; `force` as on the command line."""
    libraries = [distribution(name).read_text("METADATA") for name in _READING_LIBRARIES]
    readers = [_software(_READING), platform.python_version(), *libraries]
    return _hash([ingredients(production), production.show.timezone, force, readers])


def made_from(programme: Programme, published: datetime, shared: str) -> str:
    """A hash of what the programme's episode is made from; `shared` is what `ingredients` gives."""
    articles = [repr(replace(article, dropped=())) for article in programme.articles]
    told = [programme.guid, programme.title, programme.description, published.isoformat()]
    return _hash([shared, articles, told])


def _fingerprint(
    programme: Programme,
    published: datetime,
    items: tuple[Utterance | Jingle, ...],
    segments: tuple[Segment, ...],
    production: Production,
) -> str:
    """A hash of all that decides the episode: words, voices, jingles, level, and what its tags say."""
    parts = [
        [segment.key for segment in segments],
        [i if isinstance(i, Jingle) else [i.written, i.pause_after_ms, i.chapter] for i in items],
        jingle_digests(production.jingles),
        [*_told(production.show), programme.voices],
        [published.isoformat(), programme.title, programme.description, programme.author],
        [[article.url, article.image, article.site] for article in programme.articles],
        _cover_digest(production.show),
    ]
    return _hash(parts)


def _told(show: Show) -> list[object]:
    """What the show itself decides of each episode's sound and tags."""
    return [asdict(show.mastering), show.title, show.author, show.language]


def jingle_digests(folder: Path | None) -> list[str]:
    """Hashes of the files of a jingle set, in the order of their names."""
    paths = sorted(folder.iterdir()) if folder else []
    return [_digest_of(path) for path in paths if path.is_file()]


def _cover_digest(show: Show) -> str:
    own = show.folder / show.cover if show.cover else None
    return _digest_of(own) if own and own.is_file() else ""


def _digest_of(path: Path) -> str:
    stat = path.stat()
    return _file_digest(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _file_digest(path: Path, _modified_ns: int, _size_bytes: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=2)
def _software(names: tuple[str, ...]) -> str:
    """What decides the words: its own text, so that a newer speakerine looks at every article again."""
    inside = [path for name in names for path in (_HERE / name).rglob("*")]
    files = sorted(path for path in [*inside, *(_HERE / name for name in names)] if path.is_file())
    return _hash([hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.suffix in _TEXTS])


def _hash(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
