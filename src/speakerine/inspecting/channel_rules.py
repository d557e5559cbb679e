"""The rules on what a feed says of the show."""

from __future__ import annotations

from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.feed_documents import NS, Document, attribute, text, texts
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import APPLE, ATOM, PSP, RSS, W3C
from speakerine.inspecting.vocabulary import LANGUAGES, ONCE_IN_CHANNEL
from speakerine.inspecting.wording import (
    address_fault,
    bytes_fault,
    choice_fault,
    date_fault,
    future_fault,
    is_email,
    length_fault,
    markup_fault,
    once_fault,
    quoted,
)
from speakerine.publish.feed.categories import CATEGORIES
from speakerine.publish.feed.item import MAX_VALUE
from speakerine.publish.feed.notes import MAX_DESCRIPTION_BYTES

IN_SHOW = "say it in [show] of show.toml, and run speakerine feed"
IMAGE_ENDINGS = (".jpg", ".jpeg", ".png")

CHANNEL: Rulebook[Document] = Rulebook(WRITE_FEED)


@CHANNEL.error("channel.title", "the show has a title of 1 to 255 characters", APPLE)
def _title(document: Document) -> Faults:
    yield from length_fault("title", text(document.channel, "title"), MAX_VALUE)


@CHANNEL.warning("channel.title-markup", "the show's title holds no HTML", W3C, IN_SHOW)
def _title_markup(document: Document) -> Faults:
    yield from markup_fault("title", text(document.channel, "title"))


@CHANNEL.error("channel.description", "the show has a description of 1 to 4000 bytes", APPLE)
def _description(document: Document) -> Faults:
    yield from bytes_fault("description", text(document.channel, "description"), MAX_DESCRIPTION_BYTES)


@CHANNEL.warning("channel.description-markup", "the show's description holds no HTML", W3C, IN_SHOW)
def _description_markup(document: Document) -> Faults:
    yield from markup_fault("description", text(document.channel, "description"))


@CHANNEL.error("channel.link", "the show has a website", RSS)
def _link(document: Document) -> Faults:
    yield from address_fault("link", text(document.channel, "link"))


@CHANNEL.error("channel.language", "the show's language is a code of ISO 639", APPLE)
def _language(document: Document) -> Faults:
    said = text(document.channel, "language")
    if said.split("-")[0].lower() not in LANGUAGES:
        yield f"its language is {quoted(said)}, which is no code of ISO 639"


@CHANNEL.error("channel.image", "the show has an itunes:image that ends in .jpg or .png", APPLE)
def _image(document: Document) -> Faults:
    address = attribute(document.channel, "itunes:image", "href")
    if not address.lower().endswith(IMAGE_ENDINGS):
        yield f"its itunes:image leads to {quoted(address)}, and not to a .jpg or .png"


@CHANNEL.error("channel.category", "the category is one of Apple's, to the letter", APPLE, IN_SHOW)
def _category(document: Document) -> Faults:
    categories = document.channel.findall("itunes:category", NS)
    if not categories:
        yield "it has no itunes:category"
    for category in categories:
        name = category.get("text", "")
        if name not in CATEGORIES:
            yield f"Apple has no category {quoted(name)}"
            continue
        for inner in category.findall("itunes:category", NS):
            if inner.get("text", "") not in CATEGORIES[name]:
                yield f"Apple has no category {quoted(inner.get('text', ''))} in {name}"


@CHANNEL.error("channel.explicit", "itunes:explicit is true or false", APPLE)
def _explicit(document: Document) -> Faults:
    yield from choice_fault("itunes:explicit", text(document.channel, "itunes:explicit"), ("true", "false"))


@CHANNEL.error("channel.author", "the show has an itunes:author of 1 to 255 characters", PSP)
def _author(document: Document) -> Faults:
    yield from length_fault("itunes:author", text(document.channel, "itunes:author"), MAX_VALUE)


@CHANNEL.warning(
    "channel.owner",
    "the show has an owner with an e-mail address",
    W3C,
    "give email in [show] of show.toml, and run speakerine feed",
)
def _owner(document: Document) -> Faults:
    show = document.setting.show
    if show.base_url and not show.email and not document.is_archive:
        yield "it says no e-mail address, which directories ask for to know that the show is yours"


@CHANNEL.error("channel.email", "the owner's e-mail address is one, and the show's", APPLE, IN_SHOW)
def _email(document: Document) -> Faults:
    said, wanted = text(document.channel, "itunes:owner/itunes:email"), document.setting.show.email
    if said != wanted:
        yield f"its owner's e-mail address is {quoted(said)}, and the show's is {quoted(wanted)}"
    elif said and not is_email(said):
        yield f"its owner's e-mail address is none: {quoted(said)}"


@CHANNEL.error("channel.owner-name", "an owner has a name of 1 to 255 characters", W3C)
def _owner_name(document: Document) -> Faults:
    for owner in document.channel.findall("itunes:owner", NS):
        yield from length_fault("owner's name", text(owner, "itunes:name"), MAX_VALUE)


@CHANNEL.error("channel.type", "itunes:type is episodic or serial", APPLE)
def _type(document: Document) -> Faults:
    yield from choice_fault("itunes:type", text(document.channel, "itunes:type"), ("episodic", "serial"))


@CHANNEL.error("channel.self", "the feed says where it is: once, and rightly", W3C)
def _self(document: Document) -> Faults:
    links = document.channel.findall("atom:link[@rel='self']", NS)
    yield from once_fault("atom:link of itself", [link.get("href", "") for link in links])
    wanted = document.setting.base + document.path
    if len(links) == 1 and links[0].get("href") != wanted:
        yield f"it says that it is at {links[0].get('href')}, and it is at {wanted}"


@CHANNEL.error("channel.link-types", "an atom:link says that it leads to RSS", ATOM)
def _link_types(document: Document) -> Faults:
    for link in document.channel.findall("atom:link", NS):
        if link.get("type") != "application/rss+xml":
            yield f"its atom:link {quoted(link.get('rel', ''))} says that it leads to {link.get('type')}"


@CHANNEL.error("channel.rss-image", "the RSS image has the show's cover, title and link", W3C)
def _rss_image(document: Document) -> Faults:
    channel = document.channel
    for name, wanted in (
        ("url", attribute(channel, "itunes:image", "href")),
        ("title", text(channel, "title")),
        ("link", text(channel, "link")),
    ):
        if text(channel, f"image/{name}") != wanted:
            yield f"the {name} of its image is not the show's"


@CHANNEL.error("channel.dates", "the feed's dates are those of RFC 2822", RSS)
def _dates(document: Document) -> Faults:
    for name in ("pubDate", "lastBuildDate"):
        if document.items or text(document.channel, name):
            yield from date_fault(name, text(document.channel, name))


@CHANNEL.warning("channel.future", "the feed's dates are not yet to come", W3C, "wait, or mend the date")
def _future(document: Document) -> Faults:
    for name in ("pubDate", "lastBuildDate"):
        yield from future_fault(name, text(document.channel, name), document.setting.now)


@CHANNEL.error("channel.copyright", "a copyright has 1 to 255 characters and no HTML", APPLE, IN_SHOW)
def _copyright(document: Document) -> Faults:
    for said in texts(document.channel, "copyright"):
        yield from length_fault("copyright", said, MAX_VALUE)
        yield from markup_fault("copyright", said)


@CHANNEL.error("channel.once", "what a show has once stands there once", W3C)
def _once(document: Document) -> Faults:
    for name in ONCE_IN_CHANNEL:
        if (count := len(document.channel.findall(name, NS))) > 1:
            yield f"it has {count} {name}"


@CHANNEL.error("channel.first", "what is said of the show stands before the first item", W3C)
def _first(document: Document) -> Faults:
    seen = False
    for element in document.channel.iterchildren("*"):
        if seen and element.tag != "item":
            yield f"its {quoted(str(element.tag).rpartition('}')[2])} stands after an item"
        seen = seen or element.tag == "item"


@CHANNEL.warning("channel.generator", "the feed says what made it", RSS)
def _generator(document: Document) -> Faults:
    if not text(document.channel, "generator"):
        yield "it does not say what made it"


@CHANNEL.warning("channel.items", "a show has an episode", APPLE, "run speakerine make ARTICLE")
def _items(document: Document) -> Faults:
    if not document.items and not document.is_archive:
        yield "it has no episode, and directories take no show without one"


@CHANNEL.warning(
    "channel.address",
    "the feed is where listeners can reach it",
    APPLE,
    "set base_url in [show] of show.toml, and run speakerine feed",
)
def _address(document: Document) -> Faults:
    if not document.setting.show.base_url and not document.is_archive:
        yield "listeners cannot reach it yet: nobody has said where it will be"
