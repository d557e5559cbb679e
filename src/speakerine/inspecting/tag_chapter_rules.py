"""The rules on the chapters in an MP3's tag: CHAP and CTOC."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from speakerine.inspecting.chapter_rules import Told, difference_fault, recorded
from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.id3 import ChapterFrame, Id3Error, picture_of, remark_of, text_of
from speakerine.inspecting.record_rules import AGAIN
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import ID3_CHAPTERS, SPEAKERINE
from speakerine.inspecting.tag_rules import picture_fault
from speakerine.inspecting.tags import Tag
from speakerine.inspecting.wording import quoted
from speakerine.publish.tags.writing import MAX_CHAPTERS

NO_OFFSET = 0xFFFFFFFF

TAG_CHAPTERS: Rulebook[Tag] = Rulebook(AGAIN)


@TAG_CHAPTERS.error(
    "chap.contents", "chapters have one table of contents, top-level and ordered", ID3_CHAPTERS
)
def _contents(tag: Tag) -> Faults:
    top = [contents for contents in tag.contents if contents.top_level]
    if (tag.chapters or tag.contents) and (len(top) != 1 or not top[0].ordered):
        yield "its tag has not one table of contents that is top-level and ordered (CTOC)"


@TAG_CHAPTERS.error("chap.named", "the table of contents names every chapter, and nothing else", ID3_CHAPTERS)
def _named(tag: Tag) -> Faults:
    named = [name for contents in tag.contents for name in contents.children]
    known = {*tag.by_name, *(contents.name for contents in tag.contents)}
    if set(named) - known or set(tag.by_name) - set(named):
        yield f"its table of contents names {len(named)} chapters, and its tag has {len(tag.chapters)}"


@TAG_CHAPTERS.error("chap.ids", "every chapter and table of contents has a name of its own", ID3_CHAPTERS)
def _ids(tag: Tag) -> Faults:
    names = [*(chapter.name for chapter in tag.chapters), *(contents.name for contents in tag.contents)]
    for name, times in Counter(names).items():
        if times > 1:
            yield f"its tag has {times} chapters of the name {quoted(name)}"


@TAG_CHAPTERS.error("chap.offsets", "chapters have times and no byte offsets: 0xFFFFFFFF", ID3_CHAPTERS)
def _offsets(tag: Tag) -> Faults:
    for number, chapter in enumerate(tag.chapters, start=1):
        if not chapter.start_offset == chapter.end_offset == NO_OFFSET:
            yield f"chapter {number} of its tag has byte offsets, which retagging makes wrong"


@TAG_CHAPTERS.error(
    "chap.order", "chapters stand in the order of time, in the tag and in its contents", SPEAKERINE
)
def _order(tag: Tag) -> Faults:
    for name, chapters in (("tag", list(tag.chapters)), ("table of contents", tag.in_order)):
        for number, (before, after) in enumerate(pairwise(chapters), start=2):
            if after.start_ms <= before.start_ms:
                yield f"chapter {number} of its {name} does not begin after the one before it"


@TAG_CHAPTERS.error(
    "chap.ends", "a chapter ends where the next begins, the last with the episode", SPEAKERINE
)
def _ends(tag: Tag) -> Faults:
    chapters = tag.in_order
    ends_ms = [*(chapter.start_ms for chapter in chapters[1:]), max(1, tag.episode.enclosure.duration_ms)]
    for number, (chapter, end_ms) in enumerate(zip(chapters, ends_ms, strict=False), start=1):
        if chapter.end_ms != end_ms:
            said, wanted = exact_clock(chapter.end_ms), exact_clock(end_ms)
            yield f"chapter {number} of its tag ends at {said}, and what follows begins at {wanted}"


@TAG_CHAPTERS.error("chap.titles", "every chapter has a title: TIT2", ID3_CHAPTERS)
def _titles(tag: Tag) -> Faults:
    for number, chapter in enumerate(tag.in_order, start=1):
        if not _title(chapter).strip():
            yield f"chapter {number} of its tag has no title (TIT2)"


@TAG_CHAPTERS.error("chap.record", "the chapters of the tag are the record's, with their links", SPEAKERINE)
def _record(tag: Tag) -> Faults:
    told = [Told(one.start_ms, _title(one), _link(one)) for one in tag.in_order if _title(one).strip()]
    wanted = recorded(tag.episode)[:MAX_CHAPTERS]
    if len(told) == len(tag.in_order) and len(told) == len(tag.chapters):
        for fault in difference_fault(told, wanted):
            yield f"in its tag, {fault}"


@TAG_CHAPTERS.error(
    "chap.pictures", "a chapter's picture is a square JPEG or PNG, RGB, and says which", ID3_CHAPTERS
)
def _pictures(tag: Tag) -> Faults:
    for number, chapter in enumerate(tag.chapters, start=1):
        for frame in chapter.inside:
            if frame.name == "APIC":
                try:
                    picture = picture_of(frame)
                except (Id3Error, IndexError):
                    yield f"the picture of chapter {number} in its tag is cut short"
                    continue
                yield from picture_fault(picture, f"picture of chapter {number}")


def _title(chapter: ChapterFrame) -> str:
    return next((text_of(frame) for frame in chapter.inside if frame.name == "TIT2"), "")


def _link(chapter: ChapterFrame) -> str:
    return next((remark_of(frame).text for frame in chapter.inside if frame.name == "WXXX"), "")
