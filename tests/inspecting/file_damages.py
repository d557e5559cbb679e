"""What is changed in a sound podcast with other means than a text editor's, and which rules find it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from mutagen.id3 import ID3
from PIL import Image

from speakerine.publish.tags.id3_order import order_chapter_frames
from speakerine.settings import Mastering, Show

from .conftest import MARCHE, MP3, SEINE, SHOW

MEASURED = frozenset({"mp3.length"})


@dataclass(frozen=True)
class FileDamage:
    """A change of the output folder, or of what the show wants, and the rules that find it."""

    rule: str
    change: Callable[[Path], object] = lambda _output: None
    show: Show = SHOW
    also: frozenset[str] = field(default_factory=frozenset)


def inside(output: Path, name: str = "") -> Path:
    """The folder of the newest episode, or a file in it."""
    return output / "episodes" / MARCHE / name


def edit_mp3(change: Callable[[bytearray], object]) -> Callable[[Path], None]:
    def damage(output: Path) -> None:
        data = bytearray(inside(output, MP3).read_bytes())
        change(data)
        inside(output, MP3).write_bytes(data)

    return damage


def sound_at(data: bytearray) -> int:
    """Where the first frame begins."""
    return 10 + (data[6] << 21 | data[7] << 14 | data[8] << 7 | data[9])


def edit_header(change: Callable[[bytearray, int], object]) -> Callable[[Path], None]:
    """Change the first frame, given where its Info header is."""
    return edit_mp3(lambda data: change(data, data.index(b"Info", sound_at(data))))


def set_number(data: bytearray, at: int, change: Callable[[int], int]) -> None:
    data[at : at + 4] = change(int.from_bytes(data[at : at + 4], "big")).to_bytes(4, "big")


def edit_frame(place: int, put: Callable[[int], int]) -> Callable[[Path], None]:
    """Change one byte of the first frame's own header."""

    def change(data: bytearray) -> None:
        data[sound_at(data) + place] = put(data[sound_at(data) + place])

    return edit_mp3(change)


def _name_at(data: bytearray, name: bytes) -> tuple[int, int]:
    at = data.index(name)
    return at, at + len(name)


def heavy_cover(size: int) -> Callable[[Path], None]:
    """Make the cover in the tag as large, its picture the same."""

    def damage(output: Path) -> None:
        tag = ID3(inside(output, MP3), translate=False)
        tag["APIC:"].data = tag["APIC:"].data.ljust(size, b"\0")
        tag.save(inside(output, MP3), v1=0, v2_version=3)
        order_chapter_frames(inside(output, MP3))

    return damage


def edit_record(change: Callable[[dict], object]) -> Callable[[Path], None]:
    def damage(output: Path) -> None:
        fields = json.loads(inside(output, "episode.json").read_text("utf-8"))
        change(fields)
        inside(output, "episode.json").write_text(json.dumps(fields), "utf-8")

    return damage


def picture(name: str, *size: int, mode: str = "RGB", kind: str = "JPEG") -> Callable[[Path], None]:
    return lambda output: Image.new(mode, size).save(output / name, kind)


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def move_item(output: Path) -> None:
    """Put the older episode's item before the newer one's, in one document."""
    archive = output / "archives" / f"{SEINE}.xml"
    before, item, after = _around_item(archive.read_text("utf-8"))
    archive.write_text(before + after, "utf-8")
    feed = (output / "feed.xml").read_text("utf-8")
    (output / "feed.xml").write_text(feed.replace("<item>", item + "<item>"), "utf-8")


def _around_item(text: str) -> tuple[str, str, str]:
    begin, end = text.index("<item>"), text.index("</item>") + len("</item>")
    return text[:begin], text[begin:end], text[end:]


def rename(output: Path) -> None:
    """Give a folder a name with an accent, in the feed too."""
    accented = MARCHE.replace("marche", "marché")
    inside(output).rename(output / "episodes" / accented)
    feed = (output / "feed.xml").read_text("utf-8")
    (output / "feed.xml").write_text(feed.replace(MARCHE, accented.replace("é", "%C3%A9")), "utf-8")


def forget_voice(output: Path) -> None:
    """Take what tells the voice from a page."""
    page = inside(output, "index.html").read_text("utf-8")
    inside(output, "index.html").write_text(page.replace("synthèse", "radio"), "utf-8")


def fill(name: str, mark: str, size: int) -> Callable[[Path], None]:
    """Put a long comment before the mark."""

    def damage(output: Path) -> None:
        text = (output / name).read_text("utf-8")
        (output / name).write_text(text.replace(mark, f"<!--{'x' * size}-->{mark}", 1), "utf-8")

    return damage


def at_http(output: Path) -> None:
    for path in (*output.glob("*.xml"), *output.glob("archives/*.xml")):
        path.write_text(
            path.read_text("utf-8").replace(SHOW.base_url, "http://example.org/podcast/"), "utf-8"
        )


def at_home(output: Path) -> None:
    for path in (*output.glob("*.xml"), *output.glob("archives/*.xml")):
        path.write_text(path.read_text("utf-8").replace(SHOW.base_url, "http://127.0.0.1:8000/"), "utf-8")


def without_email(output: Path) -> None:
    for path in (*output.glob("*.xml"), *output.glob("archives/*.xml")):
        text = path.read_text("utf-8").replace(' owner="redaction@example.org"', "")
        begin, end = text.index("<itunes:owner>"), text.index("</itunes:owner>") + len("</itunes:owner>")
        path.write_text(text[:begin] + text[end:], "utf-8")


QUICK_DAMAGES = {
    "no feed": FileDamage(
        "feed.readable", lambda o: (o / "feed.xml").unlink(), also=frozenset({"page.links"})
    ),
    "a feed of 10 MB": FileDamage("feed.size", fill("feed.xml", "<item>", 10_000_000)),
    "a show at http": FileDamage(
        "feed.https", at_http, replace(SHOW, base_url="http://example.org/podcast/"), frozenset({"tag.feed"})
    ),
    "a show at home": FileDamage("channel.address", at_home, replace(SHOW, base_url="")),
    "a show without address of its owner": FileDamage(
        "channel.owner", without_email, replace(SHOW, email="")
    ),
    "the wrong order": FileDamage("feed.order", move_item),
    "no record": FileDamage(
        "record.readable", lambda o: inside(o, "episode.json").unlink(), also=frozenset({"feed.strangers"})
    ),
    "no cue": FileDamage(
        "record.transcript",
        edit_record(lambda fields: fields.update(cues=[])),
        also=frozenset({"vtt.words", "srt.words", "json.words", "html.words"}),
    ),
    "an episode twice": FileDamage(
        "record.guid",
        lambda o: shutil.copytree(inside(o), o / "episodes" / "2025-05-13-zzz"),
    ),
    "a name with an accent": FileDamage("names.ascii", rename, also=frozenset({"page.links"})),
    "no SubRip file": FileDamage(
        "file.readable", lambda o: inside(o, "transcript.srt").unlink(), also=frozenset({"page.links"})
    ),
    "a transcript that is a folder": FileDamage(
        "file.readable",
        lambda o: (inside(o, "transcript.srt").unlink(), inside(o, "transcript.srt").mkdir()),
    ),
    "no MP3": FileDamage("mp3.readable", lambda o: inside(o, MP3).unlink(), also=frozenset({"page.links"})),
    "bytes after the sound": FileDamage(
        "mp3.length", edit_mp3(lambda data: data.extend(bytes(9))), also=frozenset({"mp3.header-bytes"})
    ),
    "a record that counts less": FileDamage(
        "mp3.length",
        edit_record(lambda fields: fields["enclosure"].update(length_bytes=12)),
        also=frozenset({"item.length"}),
    ),
    "no frame": FileDamage("mp3.frame", edit_frame(0, lambda _byte: 0)),
    "32 kHz": FileDamage(
        "mp3.rate", edit_frame(2, lambda byte: byte & 0xF3 | 0x08), also=frozenset({"mp3.header-duration"})
    ),
    "32 kbit/s": FileDamage(
        "mp3.bitrate", edit_frame(2, lambda byte: byte & 0x0F | 0x10), also=frozenset({"mp3.header"})
    ),
    "no Info header": FileDamage(
        "mp3.header", edit_header(lambda data, at: data.__setitem__(slice(at, at + 4), b"Nada"))
    ),
    "a header that counts other bytes": FileDamage(
        "mp3.header-bytes", edit_header(lambda data, at: set_number(data, at + 12, lambda n: n - 1))
    ),
    "a header that counts other frames": FileDamage(
        "mp3.header-duration", edit_header(lambda data, at: set_number(data, at + 8, lambda n: n + 9))
    ),
    "more than 200 MB": FileDamage(
        "mp3.size",
        lambda o: os.truncate(inside(o, MP3), 200_000_001),
        also=frozenset({"mp3.length", "mp3.header-bytes"}),
    ),
    "a tag that is cut short": FileDamage("tag.readable", edit_mp3(lambda data: data.__setitem__(14, 0xFF))),
    "a frame twice": FileDamage(
        "tag.once", edit_mp3(lambda data: data.__setitem__(slice(*_name_at(data, b"TCOP")), b"TPE1"))
    ),
    "a large cover in the tag": FileDamage("tag.cover-size", heavy_cover(310_000), also=MEASURED),
    "a tag of 4 MB": FileDamage("tag.size", heavy_cover(4_000_000), also=MEASURED | {"tag.cover-size"}),
    "a cover that is no image": FileDamage("cover.readable", lambda o: (o / "cover.jpg").write_text("non")),
    "no cover": FileDamage("cover.readable", lambda o: inside(o, "cover.jpg").unlink()),
    "a cover that is no square": FileDamage("cover.square", picture("cover.jpg", 1400, 1500)),
    "a small cover": FileDamage("cover.size", picture("cover.jpg", 800, 800)),
    "a grey cover": FileDamage("cover.colours", picture("cover.jpg", 1400, 1400, mode="L")),
    "a cover in four inks": FileDamage("cover.colours", picture("cover.jpg", 1400, 1400, mode="CMYK")),
    "a PNG that is called .jpg": FileDamage("cover.ending", picture("cover.jpg", 1400, 1400, kind="PNG")),
    "half a cover": FileDamage("cover.whole", lambda o: cut_in_half(o / "cover.jpg")),
    "a page that tells no voice": FileDamage("page.voice", forget_voice),
    "a page of 150 kB": FileDamage("page.size", fill("index.html", "</main>", 150_000)),
    "no page": FileDamage(
        "file.readable", lambda o: inside(o, "index.html").unlink(), also=frozenset({"page.links"})
    ),
    "what a stopped run left": FileDamage("folder.leftover", lambda o: (o / ".staging-0a").mkdir()),
    "what a stopped replacement left": FileDamage(
        "folder.leftover", lambda o: (o / "episodes" / ".incoming-2025-05-13-le-marche-rouvre").mkdir()
    ),
}
"""Changes by what they leave; no listening is wanted to find them."""


def zero_sound(data: bytearray) -> None:
    begin = sound_at(data) + 2000
    data[begin:] = bytes(len(data) - begin)


SOUND_DAMAGES = {
    "an MP3 of zeros after its first frames": FileDamage("sound.decodes", edit_mp3(zero_sound)),
    "a record that says 100 ms more": FileDamage(
        "sound.duration",
        edit_record(
            lambda fields: fields["enclosure"].update(duration_ms=fields["enclosure"]["duration_ms"] + 100)
        ),
        also=frozenset({"mp3.header-duration", "chap.ends"}),
    ),
    "a header that is longer than the sound": FileDamage(
        "sound.header",
        edit_header(lambda data, at: set_number(data, at + 8, lambda n: n + 9)),
        also=frozenset({"mp3.header-duration"}),
    ),
    "a show that wants another level": FileDamage(
        "sound.loudness", show=replace(SHOW, mastering=Mastering(loudness_lufs=-20))
    ),
    "a show that wants a lower peak": FileDamage(
        "sound.peak", show=replace(SHOW, mastering=Mastering(true_peak_dbtp=-9))
    ),
}
