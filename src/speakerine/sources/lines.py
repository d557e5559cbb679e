"""What one line of a page is, told from the whole line and never from how it begins."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from speakerine.sources import vocabulary
from speakerine.sources.bylines import could_sign, parse_byline
from speakerine.sources.credits import is_caption
from speakerine.sources.dates import is_date_line
from speakerine.sources.folding import button_words, fold, unglue, words
from speakerine.sources.pitches import is_cut, is_pitch
from speakerine.sources.syndication import says_origin
from speakerine.sources.traces import EVERY_KIND, suspected
from speakerine.sources.vocabulary import alternatives


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


class Line(NamedTuple):
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
_WIRE_HEADING = re.compile(r"^[-–—]\s?(?P<heading>[^\W\d_].{2,70}?)\s?[-–—]$")
_STOP = re.compile(r"[.!?…][\s»”\"’)\]]*$")
_FULL_STOP = re.compile(r"(?:[.…][\s»”\"’)\]]*|[!?][\s]*[»”\"])$")
_INNER_STOP = re.compile(r"[.!?…][»”\")]?\s+[«“\"(]?\s?[A-ZÀ-Ý]")
_ENDS_QUOTED = re.compile(r"[»”\"]\s*$")
_RELATED = re.compile(alternatives("related-patterns"))
_RELATED_MARK = re.compile(alternatives("related-marks"))
_ARROW = re.compile(r"^(?:[→➡►▶▸⇒↪👉»]|>>?|-->)\uFE0F?\s*\S")
_COMMENTS = re.compile(alternatives("comment-patterns"))
_BUTTON = re.compile(alternatives("button-patterns"))
_CLOSING = re.compile(alternatives("closing-sentences"))
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
_LONGEST_NOTICE = 320
_LONGEST_LABEL = 12
_RELATED_CHARS = 400
_RELATED_START_CHARS = 160
_EMBED_MARKS = ("http", "twitter", "@", "#", "www.", "publication", "post", "tweet", "contenu", "embed")
_PROSE_WORDS = 8
_SHORTEST_READ_CHARS = 4
_LONG_WORDS = 35
_QUOTED_WORDS = 21


def classify(text: str, *, after_blank: bool = False) -> Line:
    """The whole line `text` and its kind."""
    return Line(text, _kind(text), after_blank)


def without_bullet(text: str) -> str:
    """`text` without the mark of a list item."""
    return _BULLET.sub("", text).strip() or text


def without_dashes(text: str) -> str:
    """A heading without the dashes that wires set on both sides of it."""
    heading = _WIRE_HEADING.match(text)
    return heading["heading"] if heading else text


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a stop, before any closing quotation mark or bracket."""
    return bool(_STOP.search(text[-12:]))


def ends_with_full_stop(text: str) -> bool:
    """Whether `text` ends as a statement does, rather than a headline."""
    return bool(_FULL_STOP.search(text[-12:]))


def may_be_read(text: str) -> bool:
    """Whether a line could be prose, or a sentence, by its shape alone."""
    return len(text) >= _SHORTEST_READ_CHARS and (
        text.count(" ") >= _PROSE_WORDS - 1 or prose_kind(text) is not Kind.SHORT
    )


def prose_kind(text: str) -> Kind:
    """What a line is by its shape alone: PROSE, SENTENCE, ITEM or SHORT."""
    count = len(text.split())
    if (count < _PROSE_WORDS and text[0].isalnum() and text[-1].isalnum()) or _WIRE_HEADING.match(text):
        return Kind.SHORT
    if count > 1 and (_BULLET.match(text) or (text[-1] == ";" and count < _LONG_WORDS)):
        return Kind.ITEM if count < 2 * _LONG_WORDS else Kind.PROSE
    stopped = ends_sentence(text)
    if (
        count >= _LONG_WORDS
        or (count >= _PROSE_WORDS and ends_with_full_stop(text))
        or (count > _PROSE_WORDS and stopped and _INNER_STOP.search(text))
        or (count >= _PROSE_WORDS and text.endswith(":"))
        or (count >= _QUOTED_WORDS and (stopped or _ENDS_QUOTED.search(text[-4:])))
    ):
        return Kind.PROSE
    return Kind.SENTENCE if stopped else Kind.SHORT


@lru_cache(maxsize=16384)
def _kind(text: str) -> Kind:
    if len(text) > _LABEL_CHARS:
        return kind_by_rules(text) or prose_kind(text)
    found = words(text)
    kinds = suspected(text, found)
    special = kind_by_rules(text, kinds) if kinds else _label_kind(_without_counts(found))
    return special or prose_kind(text)


def kind_by_rules(text: str, kinds: frozenset[str] = EVERY_KIND) -> Kind | None:
    """The kind that the first rule to hold gives the line `text`, of those in `kinds`, or None."""
    return (
        _first_to_hold(_RULES_BEFORE_LABELS, text, kinds)
        or (_label_kind(_without_counts(button_words(text))) if len(text) <= _LABEL_CHARS else None)
        or _first_to_hold(_RULES_AFTER_LABELS, text, kinds)
    )


def _first_to_hold(rules: Sequence[_Rule], text: str, kinds: frozenset[str]) -> Kind | None:
    for rule in rules:
        if rule.sign in kinds and len(text) <= rule.most_chars and rule.holds(text):
            return rule.kind
    return None


def _label_kind(label: tuple[str, ...]) -> Kind | None:
    """What a line of nothing but labels is."""
    kind = _KINDS_OF_LABELS.get(label)
    return kind or (Kind.INTERFACE if label and _covered(label) else None)


def _is_ornament(text: str) -> bool:
    return not any(map(str.isalnum, text))


def _is_small_print(text: str) -> bool:
    """Counters, reading times, a wire's initials, telephone lines."""
    folded = fold(text).strip()
    return bool(
        _COUNTER.match(folded)
        or _BUTTON.match(folded)
        or _PLACE.match(text)
        or _SEEN.match(folded)
        or _INITIALS.match(text)
        or _READING.match(folded)
        or _PHONE_LINE.match(text)
    )


def _opens_discussion(text: str) -> bool:
    return bool(_COMMENTS.match(fold(text).strip()))


def _heads_what_follows(text: str) -> bool:
    folded = fold(text).strip().lstrip("►▶>→•- ")
    phrase = bool(_END_PHRASES.match(folded)) and not ends_with_full_stop(text)
    return phrase or bool(_CLOSING.match(folded)) or says_origin(text)


def _is_signature(text: str) -> bool:
    signature = parse_byline(text) if could_sign(text) else None
    return signature is not None and signature.explicit


def _is_embedded(text: str) -> bool:
    folded = fold(text)
    return any(mark in folded for mark in _EMBED_MARKS) and bool(_EMBED.search(text))


def _without_counts(found: Sequence[str]) -> tuple[str, ...]:
    """The words of a line without its figures, as the labels of vocabulary are kept."""
    return tuple([word for word in found if not word.isdigit()])


def _covered(tokens: tuple[str, ...]) -> bool:
    """Whether `tokens` are nothing but labels set side by side."""
    if not vocabulary.LABEL_WORDS.issuperset(tokens):
        return False
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


_KINDS_OF_LABELS = {
    **dict.fromkeys(vocabulary.INLINE_RELATED, Kind.RELATED),
    **dict.fromkeys(vocabulary.END_LABELS, Kind.END),
    **dict.fromkeys(vocabulary.DISCUSSION, Kind.DISCUSSION),
}


class _Rule(NamedTuple):
    """What a kind of line is told by; a line longer than `most_chars` is never of that kind.

    `sign` names the words without which no rule is asked: data/trace-words.txt.
    """

    kind: Kind
    sign: str
    holds: Callable[[str], bool]
    most_chars: int = _LABEL_CHARS


_RULES_BEFORE_LABELS = (
    _Rule(Kind.ORNAMENT, "interface", _is_ornament, sys.maxsize),
    _Rule(Kind.DATE, "date", is_date_line),
    _Rule(Kind.INTERFACE, "interface", _is_small_print, _LONGEST_NOTICE),
    _Rule(Kind.DISCUSSION, "discussion", _opens_discussion),
    _Rule(Kind.END, "end", _heads_what_follows, _LONGEST_NOTICE),
)
_RULES_AFTER_LABELS = (
    _Rule(Kind.CUT, "cut", is_cut, _LONGEST_PAGE_LINE),
    _Rule(Kind.EMBED, "embed", _is_embedded, _RELATED_CHARS),
    _Rule(Kind.BYLINE, "byline", _is_signature),
    _Rule(Kind.CAPTION, "caption", is_caption, _LONGEST_PAGE_LINE),
    _Rule(Kind.RELATED, "related", _is_related, _RELATED_CHARS),
    _Rule(Kind.PITCH, "pitch", is_pitch, _LONGEST_PAGE_LINE),
)
"""What makes a line something other than prose: the first that holds says which."""
