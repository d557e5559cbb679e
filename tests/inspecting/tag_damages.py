"""What is changed in the tag of a sound episode, and which rules find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from mutagen.id3 import APIC, CHAP, CTOC, ID3, TDRC, TIT2, TRCK
from PIL import Image

from speakerine.publish.tags.id3_order import order_chapter_frames

Change = Callable[[ID3], Any]


@dataclass(frozen=True)
class TagDamage:
    """A change of the tag, and the rules that find it."""

    rule: str
    change: Change
    also: frozenset[str] = field(default_factory=frozenset)

    def make(self, mp3: Path) -> None:
        """Change the tag; the file keeps its length, so that its record stays right."""
        size = mp3.stat().st_size
        tag = ID3(mp3, translate=False)
        self.change(tag)
        tag.save(mp3, v1=0, v2_version=3, padding=lambda info: info.padding)
        order_chapter_frames(mp3)
        assert mp3.stat().st_size == size, "it must fit where the tag was"


def without(name: str) -> Change:
    return lambda tag: tag.delall(name)


def text(name: str, value: str) -> Change:
    return lambda tag: setattr(tag[name], "text", [value])


def chapter(tag: ID3, number: int) -> CHAP:
    return tag[f"CHAP:{tag['CTOC:toc'].child_element_ids[number - 1]}"]


def chapter_field(number: int, name: str, value: object) -> Change:
    return lambda tag: setattr(chapter(tag, number), name, value)


def cover(size: tuple[int, int], mode: str = "RGB") -> Change:
    def change(tag: ID3) -> None:
        written = BytesIO()
        Image.new(mode, size).save(written, "PNG")
        tag["APIC:"].mime, tag["APIC:"].data = "image/png", written.getvalue()

    return change


def drop_chapter(tag: ID3) -> None:
    name = tag["CTOC:toc"].child_element_ids[1]
    tag.delall(f"CHAP:{name}")


def swap_children(tag: ID3) -> None:
    tag["CTOC:toc"].child_element_ids.reverse()


def second_contents(tag: ID3) -> None:
    tag.add(CTOC(element_id="toc2", flags=3, child_element_ids=[]))


def untitled(tag: ID3) -> None:
    chapter(tag, 2).sub_frames.delall("TIT2")


def retitled(tag: ID3) -> None:
    chapter(tag, 2).sub_frames["TIT2"] = TIT2(encoding=1, text=["Le prix"])


def twin(tag: ID3) -> None:
    """A table of contents of the name of a chapter."""
    tag["CTOC:toc"].element_id = tag["CTOC:toc"].child_element_ids[0]


def wide_picture(tag: ID3) -> None:
    written = BytesIO()
    Image.new("RGB", (9, 4)).save(written, "PNG")
    frames = chapter(tag, 1).sub_frames
    frames.delall("APIC")
    frames.add(APIC(encoding=0, mime="image/png", type=3, desc="", data=written.getvalue()))


def silent(tag: ID3) -> None:
    for frame in tag.getall("TXXX"):
        frame.text = [frame.text[0].replace("synthèse", "radio")]


def anonymous(tag: ID3) -> None:
    for frame in tag.getall("TXXX"):
        frame.text = [frame.text[0].replace("Nicole", "On")]


TAG_DAMAGES = {
    "another title": TagDamage("tag.title", text("TIT2", "Le marché")),
    "no artist": TagDamage("tag.artist", without("TPE1")),
    "another album": TagDamage("tag.album", text("TALB", "Le")),
    "another year": TagDamage("tag.date", text("TYER", "1999")),
    "a date of version 2.4": TagDamage("tag.version", lambda tag: tag.add(TDRC(encoding=0, text=["2025"]))),
    "a genre by number": TagDamage("tag.genre", text("TCON", "(186)")),
    "a language of two letters": TagDamage("tag.language", text("TLAN", "fr")),
    "no comment": TagDamage("tag.comment", without("COMM")),
    "a comment in a language that is none": TagDamage(
        "tag.comment", lambda tag: setattr(tag.getall("COMM")[0], "lang", "\0\0\0")
    ),
    "no text": TagDamage("tag.lyrics", without("USLT")),
    "no cover": TagDamage("tag.cover", without("APIC")),
    "a back cover": TagDamage("tag.cover", lambda tag: setattr(tag["APIC:"], "type", 4)),
    "a cover that is no square": TagDamage("tag.cover-picture", cover((500, 400))),
    "a cover one sees through": TagDamage("tag.cover-picture", cover((500, 500), "RGBA")),
    "a cover that says it is a JPEG": TagDamage(
        "tag.cover-picture", lambda tag: setattr(tag["APIC:"], "mime", "image/gif")
    ),
    "no link to the article": TagDamage("tag.article", without("WOAS")),
    "a voice that is not named": TagDamage("tag.voice", anonymous),
    "a voice that does not tell what it is": TagDamage("tag.synthetic", silent),
    "no mark of a podcast": TagDamage("tag.podcast", without("PCST")),
    "no guid": TagDamage("tag.guid", without("TGID")),
    "no link to the feed": TagDamage("tag.feed", without("WFED")),
    "a track in letters": TagDamage("tag.track", lambda tag: tag.add(TRCK(encoding=0, text=["un"]))),
    "two tables of contents": TagDamage("chap.contents", second_contents),
    "contents without order": TagDamage("chap.contents", lambda tag: setattr(tag["CTOC:toc"], "flags", 2)),
    "a chapter that is gone": TagDamage("chap.named", drop_chapter, frozenset({"chap.ends", "chap.record"})),
    "two of one name": TagDamage("chap.ids", twin),
    "byte offsets": TagDamage("chap.offsets", chapter_field(1, "start_offset", 0)),
    "contents in another order": TagDamage(
        "chap.order", swap_children, frozenset({"chap.ends", "chap.record"})
    ),
    "a chapter that ends too soon": TagDamage("chap.ends", chapter_field(1, "end_time", 3)),
    "a chapter without title": TagDamage("chap.titles", untitled),
    "a chapter of another title": TagDamage("chap.record", retitled),
    "a wide picture": TagDamage("chap.pictures", wide_picture),
}
"""Changes by what they leave."""
