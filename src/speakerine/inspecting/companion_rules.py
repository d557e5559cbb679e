"""The rules on an item's notes, transcripts, chapters and people."""

from __future__ import annotations

import re

from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.feed_documents import NS, attribute, text, texts
from speakerine.inspecting.feed_items import Item
from speakerine.inspecting.markup import text_of
from speakerine.inspecting.podcasting_rules import AI_CONTENT
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import AI_ACT, APPLE, APPLE_SYNTHETIC, PODCASTING, PSP, W3C
from speakerine.inspecting.vocabulary import LANGUAGES
from speakerine.inspecting.wording import bytes_fault, length_fault, quoted
from speakerine.publish.addresses import TRANSCRIPTS
from speakerine.publish.chapters import MIME_TYPE
from speakerine.publish.feed.document import MAX_PERSON
from speakerine.publish.feed.notes import MAX_DESCRIPTION_BYTES

_SYNTHETIC = ("synthèse", "synthétique", "artificielle", "synthetic", "artificial")
"""How a listener is told, in the words that shows use for it."""

_ALLOWED = frozenset(
    (
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "hr",
        "i",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "strong",
        "sub",
        "sup",
        "u",
        "ul",
    )
)
_SCHEMES = ("http://", "https://", "mailto:")
SEVERAL = 2
_CLOCK = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d")


def tells_synthetic(text: str) -> bool:
    """Whether the text tells that the voice is synthetic."""
    folded = text.lower()
    return any(word in folded for word in _SYNTHETIC)


COMPANIONS: Rulebook[Item] = Rulebook(WRITE_FEED)


@COMPANIONS.error("notes.description", "an episode has a description of 1 to 4000 bytes", APPLE)
def _description(item: Item) -> Faults:
    yield from bytes_fault("description", text(item.element, "description"), MAX_DESCRIPTION_BYTES)


@COMPANIONS.error("notes.content", "an episode has its text in content:encoded", PSP)
def _content(item: Item) -> Faults:
    if not text(item.element, "content:encoded").strip():
        yield "its content:encoded is empty"


@COMPANIONS.error("notes.order", "the description stands before the text", W3C)
def _order(item: Item) -> Faults:
    names = [
        element.tag for element in item.element.iterchildren("description", f"{{{NS['content']}}}encoded")
    ]
    if "description" in names and names[0] != "description":
        yield "its content:encoded stands before its description"


@COMPANIONS.error("notes.tags", "notes are of the few elements that apps show", W3C)
def _tags(item: Item) -> Faults:
    for name, tree in item.notes.items():
        for element in tree.iterdescendants():
            if element.tag not in _ALLOWED:
                kind = element.tag if isinstance(element.tag, str) else "comment"
                yield f"its {name} holds {quoted(kind)}, which apps do not show"


@COMPANIONS.error("notes.attributes", "notes carry no style, script or handler", W3C)
def _attributes(item: Item) -> Faults:
    for name, tree in item.notes.items():
        for element in tree.iterdescendants("*"):
            for attribute_name in set(element.attrib) - {"href", "title", "lang", "rel"}:
                yield f"its {name} has an attribute {quoted(attribute_name)}"


@COMPANIONS.error("notes.links", "links in notes are whole addresses", W3C)
def _links(item: Item) -> Faults:
    for name, tree in item.notes.items():
        for link in tree.iterdescendants("a"):
            if not link.get("href", "").startswith(_SCHEMES):
                yield f"its {name} leads to {quoted(link.get('href', ''))}, which is no whole address"


@COMPANIONS.error("notes.lists", "list items in notes stand in a list", W3C)
def _lists(item: Item) -> Faults:
    for name, tree in item.notes.items():
        for entry in tree.iterdescendants("li"):
            if entry.getparent().tag not in {"ul", "ol"}:
                yield f"its {name} has a list item outside any list"


@COMPANIONS.error("notes.voice", "description and text tell that the voice is synthetic", APPLE_SYNTHETIC)
def _voice(item: Item) -> Faults:
    for name, tree in item.notes.items():
        if not tells_synthetic(text_of(tree)):
            yield f"its {name} does not tell that the voice is synthetic"


@COMPANIONS.warning("notes.chapters", "notes list the chapters with their times", APPLE)
def _chapters(item: Item) -> Faults:
    tree = item.notes.get("description")
    if item.known is None or item.known.chapters < SEVERAL or tree is None:
        return
    if len(_CLOCK.findall(text_of(tree))) < SEVERAL:
        yield f"its description tells none of its {item.known.chapters} chapters"


@COMPANIONS.error(
    "item.transcripts", "an episode offers its transcript in VTT, SRT, JSON and HTML", PODCASTING
)
def _transcripts(item: Item) -> Faults:
    offered = {one.get("type") for one in item.element.iterfind("podcast:transcript", NS)}
    missing = [kind for kind in TRANSCRIPTS.values() if kind not in offered]
    if missing and item.known and item.known.has_cues:
        yield f"it offers no transcript as {' or '.join(missing)}"


@COMPANIONS.error("item.transcript-types", "a transcript's type is that of its file", PODCASTING)
def _transcript_types(item: Item) -> Faults:
    for one in item.element.iterfind("podcast:transcript", NS):
        name = one.get("url", "").rsplit("/", 1)[-1]
        if one.get("type") != TRANSCRIPTS.get(name, one.get("type")) or not one.get("type"):
            yield f"it offers {name} as {quoted(one.get('type', ''))}"


@COMPANIONS.error("item.transcript-languages", "a transcript's language is a code of ISO 639", PODCASTING)
def _transcript_languages(item: Item) -> Faults:
    for one in item.element.iterfind("podcast:transcript", NS):
        language = one.get("language", "fr")
        if language.split("-")[0].lower() not in LANGUAGES:
            yield f"a transcript's language is {quoted(language)}, which is no code of ISO 639"


@COMPANIONS.error("item.chapters", "an episode with chapters offers them, as JSON chapters", PODCASTING)
def _offered_chapters(item: Item) -> Faults:
    if item.element.find("podcast:chapters", NS) is None:
        if item.known and item.known.chapters:
            yield f"it does not offer its {item.known.chapters} chapters"
    elif (said := attribute(item.element, "podcast:chapters", "type")) != MIME_TYPE:
        yield f"it offers its chapters as {quoted(said)}, and {MIME_TYPE} is wanted"


@COMPANIONS.error("item.people", "an episode names who is heard, each in 1 to 128 characters", PODCASTING)
def _people(item: Item) -> Faults:
    names = texts(item.element, "podcast:person")
    if not names:
        yield "it names nobody who is heard"
    for name in names:
        yield from length_fault("podcast:person", name, MAX_PERSON)


@COMPANIONS.error("item.voices", "an episode names every voice of its record", PODCASTING)
def _voices(item: Item) -> Faults:
    names = texts(item.element, "podcast:person")
    for voice in item.known.voices if item.known and names else ():
        if voice[: MAX_PERSON - 1] not in {name[: MAX_PERSON - 1] for name in names}:
            yield f"it does not name its voice {quoted(voice)}"


@COMPANIONS.error("item.synthetic", "an episode says that its voice is synthetic: ai-content, true", AI_ACT)
def _synthetic(item: Item) -> Faults:
    if texts(item.element, AI_CONTENT) != ["true"]:
        yield "the feed does not say that its voice is synthetic (podcast:txt, ai-content, true)"
