"""What was published, read back from an output folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.publish.tags.guard import open_tag
from speakerine.publish.tags.writing import TaggedChapter, tagged_chapter
from speakerine.types import Episode


def load_episodes(output: Path, on_problem: Callable[[str], None] = lambda _: None) -> list[Episode]:
    """The episodes whole, newest first; `on_problem` is told which is left out, and why."""
    with open_catalogue(output) as catalogue:
        catalogue.refresh(on_problem)
        return [catalogue.episode(place.slug) for place in reversed(catalogue.oldest_first())]


def read_chapters(mp3: Path) -> tuple[TaggedChapter, ...]:
    """The chapters of the file's tag, in the order of its table of contents."""
    tag = open_tag(mp3)
    found = {each.element_id: each for each in tag.getall("CHAP")}
    named = [name for contents in tag.getall("CTOC") for name in contents.child_element_ids]
    assert sorted(named) == sorted(found)
    return tuple(tagged_chapter(found[name]) for name in named)
