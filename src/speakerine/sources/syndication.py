"""The line under an article that tells where it came out first: « … est apparu en premier sur … »."""

from __future__ import annotations

import re

from speakerine.sources.folding import fold

_ORIGIN = re.compile(
    r"(?:l'|cet )article\b(?! du | de | d').{0,250} "
    r"(?:est apparu en premier|a d'abord ete publie|a ete (?:d'abord publie|publie (?:d'abord|en premier)))"
    r" (?:sur|dans|par|chez) [^,;]{1,80}"
    r"|the post\b.{1,250} (?:appeared first|first appeared) on .{1,100}"
)
"""Source: the footer that WordPress and its plug-ins put under a feed's entries, in French and in English."""

_LONGEST_CHARS = 400


def says_origin(text: str) -> bool:
    """Whether the whole of `text` says where an article appeared first; an article's own sentence goes on."""
    return len(text) <= _LONGEST_CHARS and _ORIGIN.fullmatch(fold(text).strip()) is not None
