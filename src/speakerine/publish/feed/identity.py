"""The show's GUID, which is given once and stays when the feed moves."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from speakerine.publish.addresses import FEED, base_address
from speakerine.publish.feed.document import podcast_guid
from speakerine.publish.files import write_file

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY = "podcast.json"
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
_GUID = re.compile(rb"<podcast:guid>([0-9a-f-]{36})</podcast:guid>")
_HEAD_BYTES = 20_000
"""The channel's GUID stands before the first item."""


def read_identity(output: Path) -> str:
    """Return the GUID that the show was given, or "" while it has none."""
    try:
        known = json.loads((output / IDENTITY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    guid = known.get("guid", "") if isinstance(known, dict) else ""
    return guid if isinstance(guid, str) else ""


def give_identity(output: Path, base_url: str) -> str:
    """Return the show's GUID; it is given at the first address that is not this machine's.

    Where the file that keeps it was lost, the feed that is there has it still.

    Raises:
        ConfigError: the base address cannot be used.
        PublishError: it cannot be kept.
    """
    if known := read_identity(output):
        return known
    guid = podcast_guid(base_url)
    if urlsplit(base_address(base_url)).hostname not in _THIS_MACHINE:
        guid = _published(output) or guid
        write_file(output / IDENTITY, json.dumps({"guid": guid}) + "\n")
    return guid


def _published(output: Path) -> str:
    """Return the GUID in the feed that is there, unless it is that of this machine's address."""
    try:
        with (output / FEED).open("rb") as feed:
            found = _GUID.search(feed.read(_HEAD_BYTES))
    except OSError:
        return ""
    guid = found[1].decode() if found else ""
    return "" if guid == podcast_guid("") else guid
