"""What the pages around French articles say: labels that are a whole line, never the start of one.

Each label is matched against a whole line (or a line made of nothing but labels), folded: no case,
no accents, no punctuation. A sentence that begins with one of them is not concerned.
The labels are in data/, one a line, with what each file is for at its head.
"""

from __future__ import annotations

from importlib.resources import files

from speakerine.sources.folding import words


def entries(name: str) -> list[str]:
    """The lines of data/`name`.txt that are neither empty nor comments."""
    text = (files("speakerine.sources") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("# ")]


def alternatives(name: str) -> str:
    """The patterns of data/`name`.txt as one group of alternatives.

    Those that begin with the same letter share it: a place in the text is tried once a letter, not
    once a pattern. Two that could match at one place keep their order.
    """
    groups: dict[str, list[str]] = {}
    for pattern in entries(name):
        letter = pattern[0] if pattern[0].isalpha() and pattern[1:2] not in {"?", "*", "+", "{"} else ""
        groups.setdefault(letter, []).append(pattern[len(letter) :])
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in groups.items()) + ")"


def _labels(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words(label)) for label in entries(name))


BUTTONS = _labels("buttons")
"""Buttons, share bars, menus, consent dialogs, footers, players."""

COMMENT_BUTTONS = _labels("comment-buttons")
"""Buttons that stand under each reader's comment."""

RUBRICS = _labels("sections")
"""Names of sections: menus and kickers. Alone between two paragraphs, one may be a real heading."""

LABELS = BUTTONS | COMMENT_BUTTONS | RUBRICS
"""What a line made of nothing but labels is made of."""

INLINE_RELATED = _labels("related")
"""Labels of a box of links that may stand in the middle of an article."""

END_LABELS = _labels("endings")
"""Labels after which an article is over, where prose collapses below them."""

SUMMARIES = _labels("summaries")
"""Headings of the points that sum up an article: they stand above its text, and are not its title."""

DISCUSSION = _labels("discussion")
"""Labels that open the readers' comments."""

FREE_WORDS = frozenset(
    [
        "et",
        "ou",
        "sur",
        "par",
        "avec",
        "de",
        "la",
        "le",
        "les",
        "l",
        "d",
        "à",
        "a",
        "and",
        "or",
        "on",
        "the",
        "min",
        "h",
        "mn",
    ]
)
"""Words that may stand between the labels of a line made of nothing but labels."""

LABEL_WORDS = frozenset(word for label in LABELS for word in label) | FREE_WORDS
"""Every word of a line made of nothing but labels."""
