"""When episodes came out: in their own zone, whatever the machine's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speakerine.types import Episode


def zoned(moment: datetime) -> datetime:
    """Return the moment with an offset in whole minutes, as RFC 2822 has it; UTC where none was given."""
    offset = moment.utcoffset()
    if offset is None:
        return moment.replace(tzinfo=UTC)
    minutes = round(offset / timedelta(minutes=1))
    return moment.astimezone(timezone(timedelta(minutes=minutes)))


def rfc_2822(moment: datetime) -> str:
    """Return « Fri, 24 May 2024 08:00:00 +0200 »."""
    return format_datetime(zoned(moment))


def newest_first(episodes: Iterable[Episode]) -> list[Episode]:
    """Return the episodes from the newest to the oldest; the GUID settles a draw."""
    return sorted(episodes, key=lambda episode: (zoned(episode.published), episode.guid), reverse=True)
