"""The rules on an MP3's tag: what players show of an episode."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO

from speakerine.inspecting.companion_rules import tells_synthetic
from speakerine.inspecting.id3 import Picture, address_of
from speakerine.inspecting.record_rules import AGAIN
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import AI_ACT, APPLE, ID3, SPEAKERINE
from speakerine.inspecting.tags import Tag
from speakerine.inspecting.wording import quoted
from speakerine.publish.addresses import FEED, base_address, web_address
from speakerine.publish.plain import one_line
from speakerine.publish.times import zoned

MOST_COVER_BYTES = 300_000
MOST_TAG_BYTES = 3_000_000
FRONT_COVER = 3
_LANGUAGE = re.compile(r"[a-z]{3}")
_FRENCH = "fra"
_IMAGE_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png"}

TAG: Rulebook[Tag] = Rulebook(AGAIN)
TAG_READABLE: Rulebook[Tag] = Rulebook(AGAIN)


@TAG_READABLE.error("tag.readable", "an MP3 begins with an ID3v2.3 tag that can be read", ID3)
def _readable(tag: Tag) -> Faults:
    if tag.fault:
        yield tag.fault


def _same(name: str, said: str, wanted: str) -> Faults:
    if said != wanted:
        yield f"its tag has the {name} {quoted(said)}, and {quoted(wanted)} is wanted"


@TAG.error("tag.title", "TIT2 is the episode's title", ID3)
def _title(tag: Tag) -> Faults:
    yield from _same("title", tag.text("TIT2"), one_line(tag.episode.title))


@TAG.error("tag.artist", "TPE1 says who makes it", ID3)
def _artist(tag: Tag) -> Faults:
    if not tag.text("TPE1").strip():
        yield "its tag does not say who makes it (TPE1)"


@TAG.error("tag.album", "TALB is the show's title", ID3)
def _album(tag: Tag) -> Faults:
    yield from _same("album", tag.text("TALB"), one_line(tag.show.title))


@TAG.error("tag.date", "TYER and TDAT say when it came out, in version 2.3's way", ID3)
def _date(tag: Tag) -> Faults:
    moment = zoned(tag.episode.published)
    yield from _same("year", tag.text("TYER"), f"{moment:%Y}")
    yield from _same("day", tag.text("TDAT"), f"{moment:%d%m}")


@TAG.error("tag.version", "no frame is one of version 2.4: TDRC, TDRL, TDEN, TSOP…", ID3)
def _version(tag: Tag) -> Faults:
    newer = {"TDRC", "TDRL", "TDEN", "TDOR", "TDTG", "TIPL", "TMCL", "TMOO", "TPRO", "TSOA", "TSOP", "TSOT"}
    for frame in tag.frames:
        if frame.name in newer:
            yield f"its tag of version 2.3 has {frame.name}, which is of 2.4"


@TAG.error("tag.genre", "TCON is Podcast", APPLE)
def _genre(tag: Tag) -> Faults:
    yield from _same("genre", tag.text("TCON"), "Podcast")


@TAG.error("tag.language", "TLAN is a code of ISO 639-2: fra for French", ID3)
def _language(tag: Tag) -> Faults:
    said = tag.text("TLAN")
    if tag.episode.language.startswith("fr"):
        yield from _same("language", said, _FRENCH)
    elif not _LANGUAGE.fullmatch(said):
        yield f"its tag's language is {quoted(said)}, which is no code of ISO 639-2"


@TAG.error("tag.comment", "COMM tells what it is about, with its language", ID3)
def _comment(tag: Tag) -> Faults:
    comments = tag.remarks("COMM")
    if not any(remark.text.strip() for remark in comments):
        yield "its tag has no comment (COMM)"
    for remark in comments:
        if not _LANGUAGE.fullmatch(remark.language):
            yield f"its comment's language is {quoted(remark.language)}"


@TAG.error("tag.lyrics", "USLT has the article, with its language", ID3)
def _lyrics(tag: Tag) -> Faults:
    lyrics = tag.remarks("USLT")
    has_text = any(one_line(paragraph.text) for paragraph in tag.episode.paragraphs)
    if has_text and not any(remark.text.strip() for remark in lyrics):
        yield "its tag has no text to read along (USLT)"
    for remark in lyrics:
        if not _LANGUAGE.fullmatch(remark.language):
            yield f"its text's language is {quoted(remark.language)}"


@TAG.error("tag.cover", "APIC has one front cover", ID3)
def _cover(tag: Tag) -> Faults:
    kinds = [picture.kind for picture in tag.pictures]
    if kinds.count(FRONT_COVER) != 1:
        yield f"its tag has {kinds.count(FRONT_COVER) or 'no'} front cover (APIC) where one is wanted"


@TAG.error("tag.cover-size", "the cover in the MP3 has less than 300 kB", APPLE)
def _cover_size(tag: Tag) -> Faults:
    for picture in tag.pictures:
        if len(picture.data) >= MOST_COVER_BYTES:
            yield f"the cover in its tag has {len(picture.data) / 1000:.0f} kB"


@TAG.error("tag.cover-picture", "the cover in the MP3 is a square JPEG or PNG, RGB, and says which", APPLE)
def _cover_picture(tag: Tag) -> Faults:
    for picture in tag.pictures:
        yield from picture_fault(picture, "cover")


def picture_fault(picture: Picture, name: str) -> Faults:
    """The fault of a picture in a tag that players may not show."""
    from PIL import Image

    try:
        with Image.open(BytesIO(picture.data), formats=tuple(_IMAGE_TYPES)) as image:
            kind, mode, (width, height) = image.format or "", image.mode, image.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        yield f"the {name} in its tag is no JPEG or PNG that can be read"
        return
    if _IMAGE_TYPES.get(kind) != picture.mime_type:
        yield f"the {name} in its tag is a {kind}, and says that it is {quoted(picture.mime_type)}"
    if width != height:
        yield f"the {name} in its tag is {width} × {height} pixels, and no square"
    if mode not in {"RGB", "P"}:
        yield f"the {name} in its tag is in {mode} colours, and RGB is wanted"


@TAG.error("tag.article", "WOAS leads to the article", ID3)
def _article(tag: Tag) -> Faults:
    links = [address_of(frame) for frame in tag.named("WOAS")]
    wanted = web_address(tag.episode.url)
    if links != ([wanted] if wanted else []):
        yield f"its tag leads to {quoted(' '.join(links))}, and its article is {quoted(wanted)}"


@TAG.error("tag.voice", "TXXX names the voices", SPEAKERINE)
def _voice(tag: Tag) -> Faults:
    said = " ".join(remark.text for remark in tag.remarks("TXXX"))
    for voice in tag.episode.voices:
        if one_line(voice) not in said:
            yield f"its tag does not name its voice {quoted(voice)} (TXXX)"


@TAG.error("tag.synthetic", "TXXX tells that the voice is synthetic", AI_ACT)
def _synthetic(tag: Tag) -> Faults:
    if not any(tells_synthetic(remark.text) for remark in tag.remarks("TXXX")):
        yield "its tag does not tell that the voice is synthetic (TXXX)"


@TAG.error("tag.podcast", "PCST marks a podcast", APPLE)
def _podcast(tag: Tag) -> Faults:
    if not tag.named("PCST"):
        yield "its tag does not mark it as a podcast (PCST)"


@TAG.error("tag.guid", "TGID is the episode's guid", APPLE)
def _guid(tag: Tag) -> Faults:
    yield from _same("guid", tag.text("TGID"), one_line(tag.episode.guid))


@TAG.warning("tag.feed", "WFED leads to the feed", APPLE)
def _feed(tag: Tag) -> Faults:
    if not tag.show.base_url:
        return
    wanted = base_address(tag.show.base_url) + FEED
    links = [address_of(frame) for frame in tag.named("WFED")]
    if wanted not in [link or tag.text("WFED") for link in links]:
        yield f"its tag does not lead to the feed, {wanted} (WFED)"


@TAG.error("tag.track", "TRCK, where there is one, is a number", ID3)
def _track(tag: Tag) -> Faults:
    for _ in tag.named("TRCK"):
        if not re.fullmatch(r"\d+(?:/\d+)?", tag.text("TRCK")):
            yield f"its tag's track is no number: {quoted(tag.text('TRCK'))}"


@TAG.error("tag.once", "what a tag has once stands there once", ID3)
def _once(tag: Tag) -> Faults:
    keys = [frame.name for frame in tag.frames if frame.name[0] == "T" and frame.name != "TXXX"]
    for name in ("COMM", "USLT", "TXXX"):
        keys += [f"{name} {remark.language} {remark.description}" for remark in tag.remarks(name)]
    for key, times in Counter(keys).items():
        if times > 1:
            yield f"its tag has {times} {key.strip()}"


@TAG.warning("tag.size", "a tag has 3 MB at most", SPEAKERINE)
def _size(tag: Tag) -> Faults:
    if tag.size > MOST_TAG_BYTES:
        yield f"its tag has {tag.size / 1e6:.1f} MB, which are fetched before the first sound"
