"""The rules on what a feed says of the show in the Podcasting 2.0 namespace, and on its archives' links."""

from __future__ import annotations

import re

from speakerine.inspecting.channel_rules import IN_SHOW
from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.feed_documents import NS, Document, attribute, text, texts
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import AI_ACT, ARCHIVED_FEEDS, PODCASTING, PSP
from speakerine.inspecting.vocabulary import PERSON_GROUPS
from speakerine.inspecting.wording import choice_fault, is_email, length_fault, once_fault, quoted
from speakerine.publish.addresses import FEED
from speakerine.publish.feed.document import MAX_PERSON, podcast_guid

AI_CONTENT = "podcast:txt[@purpose='ai-content']"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

PODCAST: Rulebook[Document] = Rulebook(WRITE_FEED)


@PODCAST.error("podcast.guid", "the show has one podcast:guid, a UUID", PSP)
def _guid(document: Document) -> Faults:
    guids = texts(document.channel, "podcast:guid")
    yield from once_fault("podcast:guid", guids)
    if len(guids) == 1 and not _UUID.fullmatch(guids[0]):
        yield f"its podcast:guid is no UUID: {quoted(guids[0])}"


@PODCAST.error("podcast.guid-kept", "podcast:guid is that given at the show's first address", PODCASTING)
def _guid_kept(document: Document) -> Faults:
    said = text(document.channel, "podcast:guid")
    wanted = document.setting.guid or podcast_guid(document.setting.base)
    if _UUID.fullmatch(said) and said != wanted:
        yield f"its podcast:guid is {said}, and the show was given {wanted}"


@PODCAST.error("podcast.locked", "podcast:locked says once, yes or no, whether the feed may be moved", PSP)
def _locked(document: Document) -> Faults:
    said = texts(document.channel, "podcast:locked")
    yield from once_fault("podcast:locked", said[:1])
    if said:
        yield from choice_fault("podcast:locked", said[0], ("yes", "no"))


@PODCAST.error("podcast.locked-owner", "podcast:locked names the show's e-mail address", PODCASTING, IN_SHOW)
def _locked_owner(document: Document) -> Faults:
    said, wanted = attribute(document.channel, "podcast:locked", "owner"), document.setting.show.email
    if said != wanted and is_email(wanted):
        yield f"its podcast:locked has the owner {quoted(said)}, and the show's address is {quoted(wanted)}"


@PODCAST.error("podcast.medium", "podcast:medium is podcast", PODCASTING)
def _medium(document: Document) -> Faults:
    yield from choice_fault("podcast:medium", text(document.channel, "podcast:medium"), ("podcast",))


@PODCAST.warning(
    "podcast.update-frequency", "podcast:updateFrequency says how often, in 128 characters", PODCASTING
)
def _update_frequency(document: Document) -> Faults:
    yield from length_fault(
        "podcast:updateFrequency", text(document.channel, "podcast:updateFrequency"), MAX_PERSON
    )


@PODCAST.error("podcast.people", "the show names who is heard, each in 1 to 128 characters", PODCASTING)
def _people(document: Document) -> Faults:
    people = document.channel.findall("podcast:person", NS)
    if document.items and not people:
        yield "it names nobody who is heard"
    for person in people:
        yield from length_fault("podcast:person", person.text or "", MAX_PERSON)


@PODCAST.warning("podcast.people-groups", "podcast:person is of a group of the taxonomy", PODCASTING)
def _people_groups(document: Document) -> Faults:
    for person in document.channel.iterfind(".//podcast:person", NS):
        group = person.get("group", "cast")
        if group.lower() not in PERSON_GROUPS:
            yield f"its podcast:person is of a group that the taxonomy has not: {quoted(group)}"


@PODCAST.error("podcast.synthetic", "the show says that its voices are synthetic: ai-content, true", AI_ACT)
def _synthetic(document: Document) -> Faults:
    if texts(document.channel, AI_CONTENT) != ["true"]:
        yield "it does not say that its voices are synthetic (podcast:txt, ai-content, true)"


ARCHIVE: Rulebook[Document] = Rulebook(WRITE_FEED)


@ARCHIVE.error("archive.marked", "an archive says that it is one, and feed.xml does not", ARCHIVED_FEEDS)
def _marked(document: Document) -> Faults:
    marks = len(document.channel.findall("fh:archive", NS))
    if marks != int(document.is_archive):
        yield (
            "it says that it is an archive" if marks else "it does not say that it is an archive (fh:archive)"
        )


@ARCHIVE.error("archive.current", "an archive leads to feed.xml as the current one", ARCHIVED_FEEDS)
def _current(document: Document) -> Faults:
    if document.is_archive and document.link("current") != FEED:
        yield f"its link current does not lead to {FEED}"


@ARCHIVE.error("archive.ends", "feed.xml has no newer archive", ARCHIVED_FEEDS)
def _ends(document: Document) -> Faults:
    if not document.is_archive and (newer := document.link("next-archive")):
        yield f"it is the newest document, and leads to {newer} as a newer one"
