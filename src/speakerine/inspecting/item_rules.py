"""The rules on an item of the feed: what every app reads of an episode."""

from __future__ import annotations

import re

from speakerine.inspecting.channel_rules import IMAGE_ENDINGS
from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.feed_documents import NS, attribute, path_of, text
from speakerine.inspecting.feed_items import Item
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import APPLE, DATES, PSP, RSS, SPEAKERINE, W3C
from speakerine.inspecting.vocabulary import ONCE_IN_ITEM
from speakerine.inspecting.wording import (
    address_fault,
    choice_fault,
    date_fault,
    future_fault,
    length_fault,
    markup_fault,
    once_fault,
    quoted,
    read_date,
)
from speakerine.publish.addresses import CHAPTERS, COVER, EPISODES, INDEX, TRANSCRIPTS
from speakerine.publish.feed.item import MAX_VALUE
from speakerine.publish.times import zoned
from speakerine.types import MS_PER_S

MP3_TYPE = "audio/mpeg"
NEW_TITLE = "make the episode again with --title"
_NUMBERED = re.compile(r"\s*(?:#\s*\d+|[ée]p(?:isode|\.)?\s*(?:n[°o]\s*)?\d+|S\d+\s*E\d+)\b", re.IGNORECASE)

ITEM: Rulebook[Item] = Rulebook(WRITE_FEED)


@ITEM.error("item.title", "an episode has a title of 1 to 255 characters", APPLE)
def _title(item: Item) -> Faults:
    yield from length_fault("title", text(item.element, "title"), MAX_VALUE)


@ITEM.warning("item.title-markup", "an episode's title holds no HTML", W3C, NEW_TITLE)
def _title_markup(item: Item) -> Faults:
    yield from markup_fault("title", text(item.element, "title"))


@ITEM.warning("item.title-number", "an episode's title does not begin with its number", APPLE, NEW_TITLE)
def _title_number(item: Item) -> Faults:
    title = text(item.element, "title")
    if _NUMBERED.match(title):
        yield f"its title begins with a number: {quoted(title)}"


@ITEM.warning("item.title-show", "an episode's title does not repeat the show's", APPLE, NEW_TITLE)
def _title_show(item: Item) -> Faults:
    title, show = text(item.element, "title"), item.setting.show.title
    if show.strip() and show.lower() in title.lower():
        yield f"its title repeats that of the show: {quoted(title)}"


@ITEM.error("item.guid", "an episode has a guid of 1 to 255 characters", APPLE)
def _guid(item: Item) -> Faults:
    yield from length_fault("guid", text(item.element, "guid"), MAX_VALUE)


@ITEM.error("item.permalink", "a guid that is no address says so: isPermaLink=“false”", RSS)
def _permalink(item: Item) -> Faults:
    guid = text(item.element, "guid")
    said = attribute(item.element, "guid", "isPermaLink")
    if said != "false" and not guid.startswith(("http://", "https://")):
        yield f"its guid {quoted(guid)} is no address, and does not say so"


@ITEM.error("item.enclosures", "an episode has one enclosure", RSS)
def _enclosures(item: Item) -> Faults:
    yield from once_fault("enclosure", [one.get("url", "") for one in item.element.iterfind("enclosure")])


@ITEM.error("item.enclosure", "an enclosure leads to the episode's MP3", RSS)
def _enclosure(item: Item) -> Faults:
    if item.element.find("enclosure") is None:
        return
    wanted = f"{EPISODES}/{item.known.slug}/{item.known.mp3}" if item.known else ""
    if not item.path or (wanted and item.path != wanted):
        yield f"it offers {quoted(attribute(item.element, 'enclosure', 'url'))}, and its MP3 is {wanted}"


@ITEM.error("item.type", "an enclosure is audio/mpeg, and ends in .mp3", APPLE)
def _type(item: Item) -> Faults:
    for enclosure in item.element.iterfind("enclosure"):
        yield from choice_fault("enclosure's type", enclosure.get("type", ""), (MP3_TYPE,))
        if not enclosure.get("url", "").endswith(".mp3"):
            yield f"its enclosure does not end in .mp3: {quoted(enclosure.get('url', ''))}"


@ITEM.error("item.length", "an enclosure says the MP3's length in bytes", RSS)
def _length(item: Item) -> Faults:
    for enclosure in item.element.iterfind("enclosure"):
        said = enclosure.get("length", "")
        if not (said.isascii() and said.isdigit()):
            yield f"its length in bytes is no number: {quoted(said)}"
        elif item.known and said != str(item.known.length_bytes):
            yield f"the feed says that it has {said} bytes, and its record {item.known.length_bytes}"


@ITEM.error("item.date", "a pubDate is one of RFC 2822, with the right day", DATES)
def _date(item: Item) -> Faults:
    yield from date_fault("pubDate", text(item.element, "pubDate"))


@ITEM.error("item.date-record", "a pubDate is the record's, in its zone wherever it is made", SPEAKERINE)
def _date_record(item: Item) -> Faults:
    said = read_date(text(item.element, "pubDate"))
    if said is None or item.known is None:
        return
    wanted = zoned(item.known.published).replace(microsecond=0)
    if zoned(said).isoformat() != wanted.isoformat():
        yield f"its pubDate is {zoned(said).isoformat()}, and its record says {wanted.isoformat()}"


@ITEM.warning("item.future", "an episode is not of tomorrow", W3C, "wait, or make it again with --date")
def _future(item: Item) -> Faults:
    yield from future_fault("pubDate", text(item.element, "pubDate"), item.setting.now)


@ITEM.error("item.link", "an episode leads to its page", RSS)
def _link(item: Item) -> Faults:
    yield from address_fault("link", text(item.element, "link"))


@ITEM.error("item.duration", "itunes:duration is in whole seconds, and the record's", APPLE)
def _duration(item: Item) -> Faults:
    said = text(item.element, "itunes:duration")
    if not (said.isascii() and said.isdigit() and int(said[:9]) > 0):
        yield f"its itunes:duration is no number of seconds: {quoted(said)}"
    elif item.known and said != str(max(1, round(item.known.duration_ms / MS_PER_S))):
        lasts_s = item.known.duration_ms / MS_PER_S
        yield f"the feed says that it lasts {said} s, and its record {lasts_s:.3f} s"


@ITEM.error("item.image", "an episode has an itunes:image that ends in .jpg or .png", APPLE)
def _image(item: Item) -> Faults:
    address = attribute(item.element, "itunes:image", "href")
    if not address.lower().endswith(IMAGE_ENDINGS):
        yield f"its itunes:image leads to {quoted(address)}, and not to a .jpg or .png"


@ITEM.error("item.explicit", "an episode's itunes:explicit is true or false", APPLE)
def _explicit(item: Item) -> Faults:
    yield from choice_fault("itunes:explicit", text(item.element, "itunes:explicit"), ("true", "false"))


@ITEM.error("item.episode-type", "itunes:episodeType is full, trailer or bonus", APPLE)
def _episode_type(item: Item) -> Faults:
    said = text(item.element, "itunes:episodeType")
    yield from choice_fault("itunes:episodeType", said, ("full", "trailer", "bonus"))


@ITEM.error("item.author", "an episode has an itunes:author of 1 to 255 characters", PSP)
def _author(item: Item) -> Faults:
    yield from length_fault("itunes:author", text(item.element, "itunes:author"), MAX_VALUE)


@ITEM.error("item.numbers", "a season or an episode number is a number", APPLE)
def _numbers(item: Item) -> Faults:
    for name in ("itunes:season", "itunes:episode", "podcast:season", "podcast:episode"):
        for element in item.element.iterfind(name, NS):
            if not re.fullmatch(r"[1-9]\d*", element.text or ""):
                yield f"its {name} is no number: {quoted(element.text or '')}"


@ITEM.error("item.once", "what an episode has once stands there once", W3C)
def _once(item: Item) -> Faults:
    for name in ONCE_IN_ITEM:
        if (count := len(item.element.findall(name, NS))) > 1:
            yield f"it has {count} {name}"


@ITEM.error("item.files", "whatever an item leads to in this podcast is a file of its episode", SPEAKERINE)
def _files(item: Item) -> Faults:
    if item.known is None:
        return
    folder = f"{EPISODES}/{item.known.slug}/"
    kept = {folder + name for name in (item.known.mp3, INDEX, COVER, CHAPTERS, *TRANSCRIPTS)}
    for element in item.element.iter("*"):
        for address in (
            element.get("url"),
            element.get("href"),
            element.text if element.tag == "link" else None,
        ):
            path = path_of(address or "", item.setting.base)
            if path and path not in kept and element.tag != "enclosure":
                yield f"it leads to {path}, which is no file of its own"
