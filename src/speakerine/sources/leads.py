"""Where the standfirst stands: it opens the article's paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from speakerine.types import Paragraph


def opened_by(lead: str, body: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """All the article's paragraphs: the lead, where there is one, and the body after it."""
    return (Paragraph(lead), *body) if lead else tuple(body)
