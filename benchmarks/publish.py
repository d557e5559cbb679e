"""How long publishing to a folder takes, over what the copying and the looking alone take.

python benchmarks/publish.py --episodes 2000
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from speakerine.upload.address import parse_address
from speakerine.upload.publish import Publication, publish

NAMES = ("a.mp3", "transcript.vtt", "transcript.srt", "transcript.json", "transcript.html", "chapters.json")
NAMES += ("cover.jpg", "index.html", "episode.json")
RUNS = 3


def make_output(output: Path, episodes: int) -> None:
    """A folder of that many episodes, nine small files each."""
    for number in range(episodes):
        folder = output / "episodes" / f"2031-05-03-un-article-au-titre-assez-long-{number:05}"
        folder.mkdir(parents=True)
        for name in NAMES:
            (folder / name).write_bytes(f"{number} {name}\n".encode() * 200)
    (output / "feed.xml").write_text("<rss/>")


def look(folder: str) -> None:
    """Ask the length of every file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                look(entry.path)
            else:
                entry.stat()


def look_at_both(folder: Path) -> None:
    """Ask the length of every file, here and there."""
    look(f"{folder}/output")
    look(f"{folder}/www")


def seconds(do: Callable[[], object]) -> float:
    """How long it takes, once."""
    begun_s = time.perf_counter()
    do()
    return time.perf_counter() - begun_s


def main() -> None:
    """Print both ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--episodes", type=int, default=2000)
    episodes = parser.parse_args().episodes
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_output(folder / "output", episodes)
        publication = Publication(folder / "output", parse_address(f"{folder}/www"), folder / "cache")
        copied_s = seconds(lambda: shutil.copytree(folder / "output", folder / "copy"))
        first_s = seconds(lambda: publish(publication))
        again_s, looked_s = [], []
        for _ in range(RUNS):
            looked_s.append(seconds(lambda: look_at_both(folder)))
            again_s.append(seconds(lambda: publish(publication)))
    again, looked = statistics.median(again_s), statistics.median(looked_s)
    print(f"{episodes} episodes, {episodes * len(NAMES) + 1} files; {os.cpu_count()} processors")
    print(f"first time        {first_s:6.2f} s   {first_s / copied_s:5.2f} × copying them")
    print(f"nothing changed   {again:6.2f} s   {again / looked:5.2f} × asking all lengths, here and there")


if __name__ == "__main__":
    main()
