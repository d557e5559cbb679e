"""What one line of a page is, told from the whole line and never from how it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from speakerine.sources import vocabulary
from speakerine.sources.bylines import parse_byline
from speakerine.sources.credits import is_caption
from speakerine.sources.dates import is_date_line
from speakerine.sources.folding import button_words, fold, unglue
from speakerine.sources.pitches import is_cut, is_pitch
from speakerine.sources.vocabulary import alternatives

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(StrEnum):
    """The kinds of line; the value of each that is never read aloud is the reason given for dropping it."""

    PROSE = "prose"
    SENTENCE = "a short sentence"
    SHORT = "a short line"
    ITEM = "a list item"
    ORNAMENT = "an ornament"
    INTERFACE = "part of the site's interface"
    DATE = "a date"
    BYLINE = "a byline"
    CAPTION = "a caption or credit"
    RELATED = "a link to another article"
    PITCH = "the site speaking for itself"
    EMBED = "an embedded post or address"
    CUT = "the notice that the rest is for subscribers"
    END = "a heading of what follows the article"
    DISCUSSION = "the readers' comments"
    FOREIGN = "not in the article's language"
    REPEAT = "a repeat"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page, and its kind."""

    text: str
    kind: Kind
    after_blank: bool = False

    @property
    def word_count(self) -> int:
        """Words, as spaces part them."""
        return len(self.text.split())


READABLE = frozenset({Kind.PROSE, Kind.SENTENCE, Kind.SHORT, Kind.ITEM})
"""The kinds an article is made of."""

_BULLET = re.compile(r"^(?:[•▪◦‣·●■*➢➤✓✔]|-)\s*(?=\S)|^[–—]\s+(?=[a-zà-ÿ][^.!?]*[;,]?$|[^.!?]*;$)")
_STOP = re.compile(r"[.!?…][\s»”\"’)\]]*$")
_FULL_STOP = re.compile(r"(?:[.…][\s»”\"’)\]]*|[!?][\s]*[»”\"])$")
_INNER_STOP = re.compile(r"[.!?…][»”\")]?\s+[«“\"(]?\s?[A-ZÀ-Ý]")
_ENDS_QUOTED = re.compile(r"[»”\"]\s*$")
_RELATED = re.compile(alternatives("related-patterns"))
_RELATED_MARK = re.compile(alternatives("related-marks"))
_ARROW = re.compile(r"^(?:[→➡►▶▸⇒↪👉»]|>>?|-->)\uFE0F?\s*\S")
_COMMENTS = re.compile(alternatives("comment-patterns"))
_END_PHRASES = re.compile(alternatives("ending-patterns"))
_EMBED = re.compile(alternatives("embed-patterns"), re.IGNORECASE)
_READING = re.compile(
    r"^(?:temps de lecture|duree de lecture|lecture|reading time|duree) ?:? ?(?:moins d.une? |environ |~)?"
    r"(?:\d+|une?) ?(?:min|mn|minutes?|h|sec)?\.?\w{0,8}$"
)
_COUNTER = re.compile(
    r"^(?:\+?\d[\d\s.,:/%]*|\d+ ?[kKM]|\d+ (?:vues?|partages?|j'aime|likes?|views?|shares?))$"
)
_SEEN = re.compile(r"^(?:vu|lu|partage|consulte|telecharge)e? \d[\d ]* fois$|^sources? ?: [^.!?]{1,60}$")
_PLACE = re.compile(r"^[A-ZÀ-Ý][\w'’ ()-]{2,60}, (?:reportage|envoyée?s? spécia\w+)$")
_INITIALS = re.compile(
    r"^[a-z]{2,5}(?:-[a-z]{2,5})?(?:/[a-z]{2,5}(?:-[a-z]{2,5})?){1,6}/?$|^[a-z]{2,4}-[a-z]{2,4}/?$"
)
_PHONE_LINE = re.compile(
    r"^(?:t[ée]l(?:éphone)?|mob(?:ile)?|port(?:able)?|fax|e-?mail|mail|courriel|web|site(?: web| internet)?)"
    r"\.?\s?:\s?\S.{0,80}$",
    re.IGNORECASE,
)

_LONGEST_PAGE_LINE = 1500
"""A longer line is never the site's own."""
_LABEL_CHARS = 220
_LONGEST_LABEL = 12
_RELATED_CHARS = 400
_RELATED_START_CHARS = 160
_EMBED_MARKS = ("http", "twitter", "@", "#", "www.")
_PROSE_WORDS = 8
_LONG_WORDS = 35
_QUOTED_WORDS = 21


def classify(text: str, *, after_blank: bool = False) -> Line:
    """The whole line `text` and its kind."""
    return Line(text, _kind(text), after_blank)


def without_bullet(text: str) -> str:
    """`text` without the mark of a list item."""
    return _BULLET.sub("", text).strip() or text


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a stop, before any closing quotation mark or bracket."""
    return bool(_STOP.search(text[-12:]))


def ends_with_full_stop(text: str) -> bool:
    """Whether `text` ends as a statement does, rather than a headline."""
    return bool(_FULL_STOP.search(text[-12:]))


def prose_kind(text: str) -> Kind:
    """What a line is by its shape alone: PROSE, SENTENCE, ITEM or SHORT."""
    count = len(text.split())
    if count > 1 and (_BULLET.match(text) or (text[-1] == ";" and count < _LONG_WORDS)):
        return Kind.ITEM if count < 2 * _LONG_WORDS else Kind.PROSE
    stopped = ends_sentence(text)
    inner = bool(_INNER_STOP.search(text))
    if (
        count >= _LONG_WORDS
        or (count >= _PROSE_WORDS and ends_with_full_stop(text))
        or (count > _PROSE_WORDS and inner and stopped)
        or (count >= _PROSE_WORDS and text.endswith(":"))
        or (count >= _QUOTED_WORDS and (stopped or _ENDS_QUOTED.search(text[-4:])))
    ):
        return Kind.PROSE
    return Kind.SENTENCE if stopped else Kind.SHORT


@lru_cache(maxsize=4096)
def _kind(text: str) -> Kind:
    return next((kind for kind, holds in _RULES if holds(text)), None) or prose_kind(text)


def _is_ornament(text: str) -> bool:
    return not any(c.isalnum() for c in text)


def _is_small_print(text: str) -> bool:
    """Counters, reading times, a wire's initials, telephone lines."""
    folded = fold(text).strip()
    return bool(
        _COUNTER.match(folded)
        or _PLACE.match(text)
        or _SEEN.match(folded)
        or _INITIALS.match(text)
        or _READING.match(folded)
        or _PHONE_LINE.match(text)
    )


def _opens_discussion(text: str) -> bool:
    return bool(_COMMENTS.match(fold(text).strip())) or _label(text) in vocabulary.DISCUSSION


def _heads_what_follows(text: str) -> bool:
    phrase = bool(_END_PHRASES.match(fold(text).strip().lstrip("►▶>→•- "))) and not ends_with_full_stop(text)
    return phrase or _label(text) in vocabulary.END_LABELS


def _is_link_label(text: str) -> bool:
    return _label(text) in vocabulary.INLINE_RELATED


def _is_labels(text: str) -> bool:
    label = _label(text)
    return bool(label) and _covered(label)


def _is_signature(text: str) -> bool:
    signature = parse_byline(text)
    return signature is not None and signature.explicit


def _is_embedded(text: str) -> bool:
    marked = len(text) <= _RELATED_START_CHARS or any(mark in text for mark in _EMBED_MARKS)
    return marked and bool(_EMBED.search(text))


@lru_cache(maxsize=64)
def _label(text: str) -> tuple[str, ...]:
    """The words of a line without its counts, as the labels of vocabulary are kept."""
    return tuple(word for word in button_words(text) if not word.isdigit())


def _up_to(most_chars: int, holds: Callable[[str], bool]) -> Callable[[str], bool]:
    """`holds`, for lines no longer than `most_chars`: a longer one is never of that kind."""
    return lambda text: len(text) <= most_chars and holds(text)


def _covered(tokens: tuple[str, ...]) -> bool:
    """Whether `tokens` are nothing but labels set side by side."""
    reached = {0: False}
    for start in range(len(tokens)):
        if start not in reached:
            continue
        for end in range(start + 1, min(len(tokens), start + _LONGEST_LABEL) + 1):
            if tokens[start:end] in vocabulary.LABELS:
                reached[end] = True
        if tokens[start] in vocabulary.FREE_WORDS:
            reached.setdefault(start + 1, reached[start])
    return reached.get(len(tokens), False)


def _is_related(text: str) -> bool:
    folded = fold(unglue(text[:60]) + text[60:_RELATED_START_CHARS])
    stopped = ends_with_full_stop(text)
    if _RELATED_MARK.match(folded):
        return True
    arrowed = bool(_ARROW.match(text)) and not ends_sentence(text)
    return not stopped and (arrowed or bool(_RELATED.match(folded)))


_RULES: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    (Kind.ORNAMENT, _is_ornament),
    (Kind.DATE, is_date_line),
    (Kind.INTERFACE, _up_to(_LABEL_CHARS, _is_small_print)),
    (Kind.DISCUSSION, _up_to(_LABEL_CHARS, _opens_discussion)),
    (Kind.END, _up_to(_LABEL_CHARS, _heads_what_follows)),
    (Kind.RELATED, _up_to(_LABEL_CHARS, _is_link_label)),
    (Kind.INTERFACE, _up_to(_LABEL_CHARS, _is_labels)),
    (Kind.CUT, _up_to(_LONGEST_PAGE_LINE, is_cut)),
    (Kind.EMBED, _up_to(_RELATED_CHARS, _is_embedded)),
    (Kind.BYLINE, _up_to(_LABEL_CHARS, _is_signature)),
    (Kind.CAPTION, _up_to(_LONGEST_PAGE_LINE, is_caption)),
    (Kind.RELATED, _up_to(_RELATED_CHARS, _is_related)),
    (Kind.PITCH, _up_to(_LONGEST_PAGE_LINE, is_pitch)),
)
"""What makes a line something other than prose: the first that holds says which."""
