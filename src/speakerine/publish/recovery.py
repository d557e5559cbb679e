"""Records made again from their MP3s: episode.json may be lost, and nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.addresses import RECORD
from speakerine.publish.files import write_file
from speakerine.publish.shelf.catalogue import slugs_in
from speakerine.publish.shelf.record import episode_to_json
from speakerine.publish.shelf.versions import sounds_in
from speakerine.publish.tags.record import recover_episode

if TYPE_CHECKING:
    from collections.abc import Callable

    from speakerine.publish.shelf.catalogue import Catalogue


def recover_records(catalogue: Catalogue, on_problem: Callable[[str], None], zone: tzinfo = UTC) -> list[str]:
    """Make again the records that are missing or cannot be read; return the slugs of those that could be.

    `zone` is that of a date without any.

    Raises:
        PublishError: a record cannot be written.
    """
    lost = [slug for slug in slugs_in(catalogue.output) if slug not in catalogue.owners()]
    return [slug for slug in lost if _recovered(catalogue, slug, on_problem, zone)]


def _recovered(catalogue: Catalogue, slug: str, on_problem: Callable[[str], None], zone: tzinfo) -> bool:
    folder = catalogue.folder(slug)
    found = sounds_in(folder)
    if not found:
        on_problem(f"{folder} has no MP3 to make its record from: make the episode again, or remove it")
        return False
    try:
        episode = recover_episode(found[-1], zone)
    except PublishError as error:
        on_problem(f"{folder} cannot be recovered: {error}")
        return False
    write_file(folder / RECORD, episode_to_json(replace(episode, slug=slug)))
    catalogue.note(slug)
    return True
