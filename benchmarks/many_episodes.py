"""What one more episode costs, and what all of the feed costs, with many episodes: `--episodes 10000`.

The episodes are real records with short MP3s beside them; only the time to publish is measured, not to speak.
"""

import argparse
import re
import shutil
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from speakerine.publish.podcast import MANY_PIECES, write_podcast
from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.publish.shelf.record import episode_to_json
from speakerine.publish.shelf.store import open_output
from speakerine.settings import Show
from speakerine.spread import cores, processes
from speakerine.types import Chapter, Cue, Enclosure, Episode, Loudness, Paragraph

SHOW = Show(base_url="https://exemple.fr/podcast/", email="voix@exemple.fr")
WORDS = Path(__file__).parent.parent / "examples"
MP3 = b"\xff\xfb\x94\x64" * 250
PICTURE = b"\xff\xd8\xff"


def article() -> list[str]:
    """Paragraphs of some 600 words, from the examples."""
    texts = [path.read_text("utf-8") for path in sorted(WORDS.glob("*.txt"))]
    return [line for text in texts for line in text.split("\n") if len(line) > 80][:12]


def episode(number: int, paragraphs: list[str]) -> Episode:
    said = [sentence for text in paragraphs for sentence in re.split(r"(?<=[.!?]) ", text)]
    day = datetime(1999, 1, 1, 8, tzinfo=UTC) + timedelta(hours=20 * number)
    return Episode(
        guid=f"8d2c4f7e-0000-5000-8000-{number:012}",
        slug=f"{day:%Y-%m-%d}-episode-{number}",
        title=f"Épisode {number} : le marché rouvre",
        published=day,
        enclosure=Enclosure(f"episode-{number}.mp3", len(MP3), 240_000),
        description=f"{paragraphs[0]} ({number})",
        author="Anne Kerdoncuff",
        url=f"https://exemple.fr/articles/{number}",
        site="Le Journal du port",
        chapters=(Chapter(0, f"Épisode {number}"),),
        cues=tuple(Cue(at * 4000, at * 4000 + 3900, text, "Claire") for at, text in enumerate(said)),
        paragraphs=tuple(map(Paragraph, paragraphs)),
        voices=("Claire",),
        loudness=Loudness(-16.0, -2.0),
        word_count=600,
    )


def put(output: Path, one: Episode) -> None:
    """An episode's folder, without going through the store."""
    folder = output / "episodes" / one.slug
    folder.mkdir(parents=True)
    (folder / one.enclosure.path).write_bytes(MP3)
    (folder / "cover.jpg").write_bytes(PICTURE)
    (folder / "episode.json").write_text(episode_to_json(one), "utf-8")


def add(output: Path, one: Episode) -> float:
    """Seconds to open the output folder and publish one more."""
    put(output, one)
    began = time.perf_counter()
    with open_output(output) as catalogue:
        write_podcast(catalogue, SHOW, spread=processes(cores(), worth=MANY_PIECES))
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder to keep the podcast in")
    arguments = parser.parse_args()
    paragraphs = article()
    folder = arguments.keep or Path(tempfile.mkdtemp())
    few, many = folder / "few", folder / "many"
    for output, count in ((few, 10), (many, arguments.episodes)):
        for number in range(count):
            put(output, episode(number, paragraphs))
        began = time.perf_counter()
        with open_output(output) as catalogue:
            write_podcast(catalogue, SHOW, spread=processes(cores(), worth=MANY_PIECES))
        print(f"{count:6} episodes, first time   {time.perf_counter() - began:7.2f} s")
        began = time.perf_counter()
        with open_catalogue(output) as catalogue:
            catalogue.refresh()
            write_podcast(catalogue, SHOW, everything=True, spread=processes(cores(), worth=MANY_PIECES))
        print(f"{count:6} episodes, `feed`       {time.perf_counter() - began:7.2f} s")
    times: dict[Path, list[float]] = {few: [], many: []}
    for turn in range(7):
        for output, count in ((few, 10), (many, arguments.episodes)):
            times[output].append(add(output, episode(count + turn, paragraphs)))
    with_few, with_many = (statistics.median(times[output]) for output in (few, many))
    print(f"one more: {with_few:.3f} s with 10, {with_many:.3f} s with {arguments.episodes}", end="")
    print(f": {with_many / with_few:.2f} ×")
    early = add(
        many,
        replace(
            episode(0, paragraphs),
            guid="early",
            slug="1998-01-01-early",
            published=datetime(1998, 1, 1, tzinfo=UTC),
        ),
    )
    print(f"one more, older than all: {early:.3f} s")
    if not arguments.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
