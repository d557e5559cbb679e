"""A show of forty episodes: more than a page holds, and more than a search shows at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from speakerine.publish.podcast import write_podcast
from speakerine.publish.shelf.store import open_output
from speakerine.types import Cue, Enclosure, Episode
from tests.publish.conftest import SHOW, publish, read_episode

COUNT = 40

_SAID = (
    "Bonjour, voici la chronique du jour.",
    "La marée monte à Roscoff, et le bac attend.",
    "On vous en reparle demain.",
)
_SPECIAL = {
    7: "Le cœur du village, c’est l’œuvre de Théodore.",
    38: "À l’aube, la Forêt-Fouesnant s’éveille sous l’averse.",
}
"""What is said in one episode alone, by its number."""


def write_long_show(output: Path) -> None:
    """Publish forty episodes in the folder, the fortieth the newest."""
    with open_output(output) as catalogue:
        for number in range(1, COUNT + 1):
            publish(output, _episode(number), SHOW)
        catalogue.refresh()
        write_podcast(catalogue, SHOW)


def _episode(number: int) -> Episode:
    first = read_episode("bare")
    said = [*_SAID[:2], *([_SPECIAL[number]] if number in _SPECIAL else []), _SAID[2]]
    return replace(
        first,
        guid=f"chronique-{number}",
        slug=f"2024-06-chronique-{number:02}",
        title=f"Chronique numéro {number}",
        published=first.published + timedelta(days=number),
        enclosure=Enclosure(f"chronique-{number:02}.mp3", 0, 6000),
        description="Ce que la mer raconte quand on l’écoute.",
        cues=tuple(Cue(at * 1500, at * 1500 + 1400, text) for at, text in enumerate(said)),
    )
