"""Names of episodes' folders: the day, then the title, in ASCII."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

MAX_CHARS = 60
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"}
)
_SMALL = frozenset(
    {"a", "au", "aux", "avec", "ce", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou"}
    | {"par", "pour", "qu", "que", "s", "sa", "ses", "son", "sous", "sur", "un", "une"}
)
"""Words that a cut title does not end on."""

UNNAMED = "episode"


def make_slug(day: date, title: str) -> str:
    """Return « 2024-05-24-vladimir-poutine-en-visite »: at most 60 characters, cut after a word."""
    prefix = f"{day.year:04}-{day.month:02}-{day.day:02}-"
    return prefix + _name(title, MAX_CHARS - len(prefix))


def free_slug(slug: str, taken: Collection[str]) -> str:
    """Return the slug, or the first of slug-2, slug-3… that is not taken."""
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def mp3_name(slug: str) -> str:
    """Return the name of the episode's MP3: its slug without the day."""
    return re.sub(r"^\d{4,}-\d\d-\d\d-", "", slug) + ".mp3"


def _name(title: str, max_chars: int) -> str:
    letters = unicodedata.normalize("NFKD", title.translate(_LETTERS))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", bare.lower())
    kept = words
    while len(kept) > 1 and len("-".join(kept)) > max_chars:
        kept = kept[:-1]
    while len(kept) < len(words) and len(kept) > 1 and kept[-1] in _SMALL:
        kept = kept[:-1]
    return "-".join(kept)[:max_chars].strip("-") or UNNAMED
