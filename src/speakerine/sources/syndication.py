"""The line that WordPress puts under an entry of a feed: « L’article … est apparu en premier sur … »."""

from __future__ import annotations

import re

from speakerine.sources.folding import fold

_ORIGIN = re.compile(
    r"(?:l.article|cet article|the post)\b.{1,300}"
    r"\b(?:est apparu|a (?:d.abord )?ete publie|(?:first )?appeared)\b"
)
_HINTS = ("apparu", "publié", "appeared")
_LONGEST_CHARS = 600


def says_origin(text: str) -> bool:
    """Whether the whole of `text` says where an article appeared first."""
    hinted = len(text) <= _LONGEST_CHARS and any(hint in text for hint in _HINTS)
    return hinted and _ORIGIN.match(fold(text)) is not None
