"""Every rule that `speakerine check` holds, in the order in which people read them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from speakerine.inspecting.channel_rules import CHANNEL
from speakerine.inspecting.chapter_rules import CHAPTERS_FILE
from speakerine.inspecting.companion_rules import COMPANIONS
from speakerine.inspecting.cover_rules import COVER, READABLE_COVER
from speakerine.inspecting.document_rules import DOCUMENT
from speakerine.inspecting.folder_rules import FEED_FILE, FILE, LEFTOVER, TWINS
from speakerine.inspecting.item_rules import ITEM
from speakerine.inspecting.mp3_rules import MP3, MP3_READABLE
from speakerine.inspecting.page_rules import PAGE
from speakerine.inspecting.podcasting_rules import ARCHIVE, PODCAST
from speakerine.inspecting.record_rules import FOLDER, RECORD_RULES
from speakerine.inspecting.sound_rules import SOUND
from speakerine.inspecting.tag_chapter_rules import TAG_CHAPTERS
from speakerine.inspecting.tag_rules import TAG, TAG_READABLE
from speakerine.inspecting.transcript_rules import TRANSCRIPT
from speakerine.inspecting.whole_feed_rules import OFFERED, WHOLE

if TYPE_CHECKING:
    from speakerine.inspecting.rules import Rule, Rulebook

_BOOKS: tuple[Rulebook[Any], ...] = (
    *(FEED_FILE, DOCUMENT, CHANNEL, PODCAST, ITEM, COMPANIONS, WHOLE, OFFERED, ARCHIVE),
    *(FOLDER, RECORD_RULES, TWINS, FILE, TRANSCRIPT, CHAPTERS_FILE),
    *(MP3_READABLE, MP3, SOUND, TAG_READABLE, TAG, TAG_CHAPTERS),
    *(READABLE_COVER, COVER, PAGE, LEFTOVER),
)

RULES: tuple[Rule[Any], ...] = tuple(chain.from_iterable(book.rules for book in _BOOKS))


def rules_table() -> str:
    """The rules as a table in Markdown, a line each."""
    lines = [f"| `{rule.id}` | {rule.severity} | {rule.wanted} | {rule.source} |" for rule in RULES]
    return "\n".join(("| rule | | what it wants | source |", "|---|---|---|---|", *lines)) + "\n"
