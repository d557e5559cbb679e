"""The elements that may stand in a feed, and the attributes that each may have.

Sources: RSS 2.0; RFC 4287; RFC 5005; Apple Podcasts, RSS feed requirements; the Podcasting 2.0 namespace.
"""

from __future__ import annotations


def _names(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_WITHOUT_ATTRIBUTES = _names(
    "channel title link description language copyright managingEditor webMaster pubDate lastBuildDate "
    "docs generator ttl image url width height item author comments rating skipDays day skipHours hour "
    "itunes:author itunes:block itunes:complete itunes:duration itunes:email itunes:episode "
    "itunes:episodeType itunes:explicit itunes:keywords itunes:name itunes:new-feed-url itunes:owner "
    "itunes:season itunes:subtitle itunes:summary itunes:title itunes:type content:encoded podcast:guid "
    "podcast:medium fh:archive fh:complete "
)
_WITH_ATTRIBUTES = {
    "rss": "version",
    "guid": "isPermaLink",
    "enclosure": "url length type",
    "category": "domain",
    "source": "url",
    "cloud": "domain port path registerProcedure protocol",
    "atom:link": "rel href type title hreflang length",
    "itunes:image": "href",
    "itunes:category": "text",
    "podcast:transcript": "url type language rel",
    "podcast:chapters": "url type",
    "podcast:person": "role group img href",
    "podcast:locked": "owner",
    "podcast:txt": "purpose",
    "podcast:updateFrequency": "complete dtstart rrule",
    "podcast:season": "name",
    "podcast:episode": "display",
    "podcast:image": "href alt aspect-ratio width height type purpose",
    "podcast:license": "url",
    "podcast:location": "rel geo osm country",
    "podcast:funding": "url",
    "podcast:soundbite": "startTime duration",
    "podcast:trailer": "url pubdate length type season",
    "podcast:block": "id",
    "podcast:podping": "usesPodping",
    "podcast:socialInteract": "uri protocol accountId accountUrl priority",
}

ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_WITHOUT_ATTRIBUTES, frozenset()),
    **{name: frozenset(_names(attributes)) for name, attributes in _WITH_ATTRIBUTES.items()},
}
"""What each element may have."""

ONCE_IN_CHANNEL = _names(
    "title link description language copyright pubDate lastBuildDate generator image itunes:author "
    "itunes:type itunes:explicit itunes:image itunes:owner podcast:guid podcast:locked podcast:medium "
    "podcast:updateFrequency "
)
ONCE_IN_ITEM = _names(
    "title link description content:encoded pubDate guid itunes:author itunes:duration itunes:explicit "
    "itunes:episodeType itunes:image itunes:title itunes:episode itunes:season podcast:chapters "
    "podcast:season podcast:episode "
)

LANGUAGES = frozenset(
    _names(
        "aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
        "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
        "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
        "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
        "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
        "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
    )
)
"""Source: ISO 639-1."""

PERSON_GROUPS = (
    "creative direction",
    "cast",
    "writing",
    "audio production",
    "audio post-production",
    "administration",
    "visuals",
    "community",
    "misc.",
    "video production",
    "video post-production",
)
"""Source: Podcast Taxonomy, which podcast:person follows."""
