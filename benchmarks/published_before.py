"""What is to be quick because there is nothing to do: help, an article that is there, a thousand of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import press
from measured import SPEAKERINE, Row, at_most, median, run
from pico_pace import MAKE

from speakerine.casting import cast_roles
from speakerine.config import load_voices
from speakerine.pipeline import one_article
from speakerine.plan import Production, plan_episode
from speakerine.publish.shelf.record import episode_to_json
from speakerine.settings import Show
from speakerine.sources.files import read_source
from speakerine.types import Enclosure, Episode, Loudness

MANY = 1000
MP3 = b"\xff\xfb\x94\x64" * 250


def starts(rounds: int) -> Iterator[Row]:
    """The command line itself."""
    with press.newsroom(1, 6) as folder:
        run(MAKE, folder=folder)
        help_s = median(lambda: run((*SPEAKERINE, "--help"), folder=folder).wall_s, rounds)
        yield at_most("speakerine --help, on the clock", help_s * 1000, 150, "ms")
        run(MAKE, folder=folder)
        yield at_most(
            "make of an article that is there",
            median(lambda: run(MAKE, folder=folder).wall_s, rounds),
            0.5,
            "s",
        )


def again(rounds: int) -> Iterator[Row]:
    """A thousand episodes, nothing changed: their sound is a stand-in, all else is as `make` leaves it."""
    with press.newsroom(MANY, 6) as folder:
        _publish(folder)
        run(MAKE, folder=folder)
        took = [run(MAKE, folder=folder) for _ in range(rounds)]
        clips = list((folder / "cache").rglob("*.clip"))
    for what, seconds in (("on the clock", [t.wall_s for t in took]), ("CPU", [t.cpu_s for t in took])):
        yield at_most(
            f"make of {MANY} articles that are there, {what}", sorted(seconds)[rounds // 2], 1.0, "s"
        )
    yield at_most("clips spoken for them", len(clips), 0, "")


def _publish(folder: Path) -> None:
    """An episode of each article, as it would be made, but for its sound."""
    shelf = load_voices(Show())
    cast = cast_roles(Show(), shelf, "nicole")
    production = Production(
        Show(), folder / "output", folder / "cache", cast, shelf.jingle_folder("antenne"), datetime.now(UTC)
    )
    for number, path in enumerate(sorted((folder / "articles").iterdir())):
        programme = one_article(read_source(path), production)
        published = programme.published or datetime.now(UTC)
        plan = plan_episode(programme, published, production)
        slug = f"{published:%Y-%m-%d}-numero-{number}"
        episode = Episode(
            programme.guid,
            slug,
            programme.title,
            published,
            Enclosure(f"numero-{number}.mp3", len(MP3), 60_000),
            programme.description,
            paragraphs=programme.paragraphs,
            voices=programme.voices,
            loudness=Loudness(-16.0, -2.0),
            word_count=programme.word_count,
            fingerprint=plan.fingerprint,
        )
        home = production.output / "episodes" / slug
        home.mkdir(parents=True)
        (home / episode.enclosure.path).write_bytes(MP3)
        (home / "cover.jpg").write_bytes(b"\xff\xd8\xff")
        (home / "episode.json").write_text(episode_to_json(episode), "utf-8")
