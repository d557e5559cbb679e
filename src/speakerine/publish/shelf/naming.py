"""Which episode is meant by a name, or by a part of one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from speakerine.errors import ConfigError

LAST = "last"
_SHOWN = 5


def meant_slug(slugs: Sequence[str], name: str, newest: str) -> str:
    """Return the slug that `name` is, or the only one that it is a part of; `newest` for « last ».

    Raises:
        ConfigError: it is none, or may be several.
    """
    if name in slugs:
        return name
    if name == LAST:
        if not newest:
            raise ConfigError("there is no episode yet whose record can be read: run speakerine make")
        return newest
    found = [slug for slug in slugs if name.lower() in slug]
    if len(found) == 1:
        return found[0]
    if found:
        raise ConfigError(f"“{name}” may be {_listed(found)}: write more of the name")
    raise ConfigError(f"there is no episode “{name}”: {_nearest(name, slugs)}")


def _nearest(name: str, slugs: Sequence[str]) -> str:
    """What to write instead."""
    near = get_close_matches(name.lower(), slugs, n=1, cutoff=0.0)
    return f"the nearest is {near[0]}" if near else "there is none yet; run speakerine make"


def _listed(slugs: Sequence[str]) -> str:
    more = f" or one of {len(slugs) - _SHOWN} more" if len(slugs) > _SHOWN else ""
    return " or ".join(slugs[:_SHOWN]) + more
