"""What a show can set, with a good default for everything. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Mastering:
    """What every finished MP3 is held to.

    It is stereo where its jingles are and `max_channels` is 2; its rate is then a third above
    `bitrate_kbps`, which is that of mono.
    """

    loudness_lufs: float = -16.0
    true_peak_dbtp: float = -1.0
    bitrate_kbps: int = 96
    sample_rate_hz: int = 48_000
    max_channels: int = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Where a show finds its articles: an address or a path.

    `kind` is "page", "feed", "folder" or "file", or "" to find out. `limit` is how many of its newest
    articles are looked at; 0 for all.
    """

    address: str
    kind: str = ""
    limit: int = 0


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """How the show's editions are made.

    `title` is "" for the frame's own. `sort` is "given", "date", "-date", "title" or "length".
    `max_minutes` is 0 for no limit. `slot` tells several editions of one day apart.
    """

    title: str = ""
    sort: str = "given"
    max_minutes: int = 0
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """The podcast: what show.toml says, with a good default for everything it does not say.

    `base_url` is where output/ will be reachable, with a trailing slash; "" while nobody has said.
    `cover` is a file of the show's own, or None: one is drawn then. `readers` read an article each, by
    turns. `timezone` is that of dates whose zone nobody says. `feed_items` is how many of the newest
    episodes feed.xml has at least; older ones are in its archives. `publish_to` is
    where the folder is published, "" while nobody has said; a password may be in it. `cluster` is
    the address of the Dask scheduler whose workers speak, or "". `folder` is where
    show.toml is.
    """

    title: str = "Mes articles à écouter"
    description: str = "Des articles de presse lus à voix haute."
    author: str = "speakerine"
    email: str = ""
    link: str = ""
    base_url: str = ""
    language: str = "fr"
    timezone: str = "Europe/Paris"
    category: str = "News"
    subcategory: str = ""
    explicit: bool = False
    cover: Path | None = None
    copyright: str = ""
    presenter: str = ""
    readers: tuple[str, ...] = ()
    quote: str = ""
    feed_items: int = 100
    jingle_set: str = "antenne"
    mastering: Mastering = Mastering()
    sources: tuple[Source, ...] = ()
    edition: EditionSettings = EditionSettings()
    publish_to: str = field(default="", repr=False)
    cluster: str = ""
    folder: Path = field(default=Path(), compare=False)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of that name."""
        return ZoneInfo(self.timezone)
