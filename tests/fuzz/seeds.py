"""What each reader is made for: files of the other tests, and small ones made here."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.fuzz.readers import SHOW, file_of

TESTS = Path(__file__).parents[1]
PACKAGE = TESTS.parent / "src" / "speakerine"
VOICES = TESTS.parent / "voices"
LARGEST_BYTES = 3_000
SHORT_BYTES = 600
FEW_SEEDS = 8
PHRASES_APART = 12
MARKDOWN = b"---\ntitle: Essai\n---\n# Titre\n\n> cite\n\n- un\n\n```\nx\n```\n\n"

Seeds = tuple[bytes, ...]


@cache
def seeds(reader: str) -> Seeds:
    """What the reader should get: prose, unless it has something of its own."""
    return _OWN.get(reader, prose)()


def files(*patterns: str) -> Seeds:
    """The beginning of each file under tests/."""
    found = [path for pattern in patterns for path in sorted(TESTS.glob(pattern))]
    return tuple(path.read_bytes()[:LARGEST_BYTES] for path in found)


def beginnings(reader: str) -> list[bytes]:
    """Where a long search begins: the head of each seed, which is quick to read, and few whole ones."""
    found = seeds(reader)
    whole = found if len(found) <= FEW_SEEDS else found[::FEW_SEEDS]
    return sorted({*whole, *(one[:SHORT_BYTES] for one in found)})


def words(reader: str) -> Seeds:
    """What the reader gives a meaning to, for a search to sow."""
    name = _WORDS.get(reader, reader)
    path = TESTS / "fuzz" / "data" / "words" / f"{name}.txt"
    return tuple(path.read_bytes().splitlines()) if path.is_file() else ()


def prose() -> Seeds:
    return files("fuzz/data/texts/*.txt", "data/*.txt", "sources/data/pasted/*.txt")


def phrases() -> Seeds:
    """Short sentences, of every rule of what is spoken."""
    lines = (path.read_bytes().splitlines() for path in sorted(TESTS.glob("french/data/*.tsv")))
    return tuple(line.partition(b"\t")[0] for some in lines for line in some[1::PHRASES_APART] if line)


def markdown() -> Seeds:
    return tuple(MARKDOWN + one for one in prose()[:4])


def shows() -> Seeds:
    return files("fuzz/data/show.toml", "../src/speakerine/cli/data/show.toml")


def lexicons() -> Seeds:
    return ("Metz\tmesse\tmɛs\tmEs\n# note\nYale\t\tjɛl\t\n".encode(),)


def frames() -> Seeds:
    return ((PACKAGE / "script" / "data" / "frame.toml").read_bytes(),)


def records() -> Seeds:
    """The records of the other tests, without the spaces that damage would fall on."""
    known = (TESTS / "publish" / "data" / f"{name}.json" for name in ("full", "bare"))
    return tuple(json.dumps(json.loads(path.read_bytes())).encode() for path in known)


def sound(kind: str) -> bytes:
    """A tenth of a second of a tone, as a file of that kind."""
    import numpy as np
    import soundfile

    file = io.BytesIO()
    tone = np.sin(np.arange(4_410) * 0.1).astype(np.float32) * 0.3
    soundfile.write(file, tone, 44_100, format=kind)
    return file.getvalue()


def mp3() -> bytes:
    from tests.engines.translate_server import make_mp3

    return make_mp3(50)


def picture(kind: str) -> bytes:
    """A large flat picture, which packs small."""
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (1400, 1400), "#204060").save(file, kind)
    return file.getvalue()


def tagged() -> Seeds:
    """A short MP3 with the tag of an episode."""
    from speakerine.publish.shelf.record import episode_from_json
    from speakerine.publish.tags.writing import write_tags

    with file_of(mp3(), "a.mp3") as path:
        write_tags(path, episode_from_json(records()[0].decode()), SHOW, picture("JPEG"))
        return (path.read_bytes(),)


def feeds_of_ours() -> Seeds:
    from speakerine.publish.feed.document import render_feed
    from speakerine.publish.shelf.record import episode_from_json

    return (render_feed(SHOW, [episode_from_json(records()[0].decode())], SHOW.base_url),)


def zipped() -> Seeds:
    return gzip.compress(prose()[0], mtime=0), b"\x78\x9c" + prose()[0][:40]


_WORDS = {"verbalize": "french", "sentences": "french", "letters": "french", "text": "french"}

_OWN: dict[str, Callable[[], Seeds]] = {
    "verbalize": lambda: (*phrases(), *prose()[:5]),
    "sentences": lambda: (*phrases(), *prose()[:5]),
    "letters": lambda: (*phrases(), *prose()[:5]),
    "markdown": markdown,
    "html": lambda: files("fuzz/data/pages/*.html", "sources/data/pages/*.html"),
    "feed": lambda: files("fuzz/data/feeds/*.*", "sources/data/feeds/*.xml", "sources/data/feeds/*.json"),
    "show": shows,
    "voice": lambda: files("../voices/*/voice.toml"),
    "lexicon": lexicons,
    "frame": frames,
    "record": records,
    "tag": tagged,
    "jingle": lambda: (sound("FLAC"), sound("WAV"), sound("OGG"), mp3()),
    "jingle-set": lambda: files("../voices/jingles/*/jingles.toml"),
    "google": lambda: (mp3(), sound("WAV")),
    "cover": lambda: tuple(map(picture, ("JPEG", "PNG", "WEBP", "GIF"))),
    "readdress": feeds_of_ours,
    "gzip": zipped,
}
