"""How listeners subscribe: the links by which podcast apps take the address of a feed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class AppLink:
    """What an app is called, and the link that opens it at the feed."""

    app: str
    href: str


def app_links(feed_address: str) -> tuple[AppLink, ...]:
    """Return the links of those apps that say how they take an address.

    Sources: Apple and its `podcast:`; Overcast, podcaster information; Pocket Casts, linking to a
    show; AntennaPod, documentation for podcasters; and for the others `pcast:`, which gPodder and many
    more answer to, and `feed:`, for readers of feeds.
    """
    place = feed_address.partition("://")[2]
    return (
        AppLink("Apple Podcasts", f"podcast://{place}"),
        AppLink("AntennaPod", f"antennapod-subscribe://{place}"),
        AppLink("Pocket Casts", f"pktc://subscribe/{place}"),
        AppLink("Overcast", f"overcast://x-callback-url/add?url={quote(feed_address, safe='')}"),
        AppLink("Autre appli", f"pcast://{place}"),
        AppLink("Lecteur de flux", f"feed:{feed_address}"),
    )
