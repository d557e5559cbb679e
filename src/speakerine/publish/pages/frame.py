"""What every page has: the templates, and the show that they are of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from speakerine.publish.addresses import ASSETS, web_address
from speakerine.publish.covers.palette import palette_for
from speakerine.publish.feed.item import UNTITLED
from speakerine.publish.plain import one_line, printable, typeset

if TYPE_CHECKING:
    from jinja2 import Environment

    from speakerine.settings import Show

STYLE = f"{ASSETS}/style.css"
SCRIPT = f"{ASSETS}/page.js"
FONT = f"{ASSETS}/BricolageGrotesque-ExtraBold.woff2"
COVER_SMALL = f"{ASSETS}/cover.jpg"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates; what is put in them is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("speakerine.publish", "data/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def frame(show: Show) -> dict[str, object]:
    """Return what base.html asks for, but for `root`, the way up to the root of the site, and `note`."""
    return {
        "show": {
            "title": typeset(one_line(show.title)) or UNTITLED,
            "description": typeset(printable(show.description).strip()),
            "author": one_line(show.author),
            "link": web_address(show.link),
            "copyright": one_line(show.copyright),
        },
        "palette": palette_for(show.title),
        "style": STYLE,
        "script": SCRIPT,
        "font": FONT,
        "cover": COVER_SMALL,
    }
