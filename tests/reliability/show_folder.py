"""A show in a folder of its own, and the real command line run on it as a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
BASE = "https://exemple.fr/podcast/"
CRUE, VERGER, CARILLON, BAC = "crue.txt", "verger.txt", "carillon.txt", "bac.txt"
PUBLISHED = (CRUE, VERGER)
OLDER_EPISODES = 58
"""With those, the older ones fill an archive of the feed, and a list, and the rest stay in the first."""

_SHOW = """[show]
title = "{title}"
description = "Un podcast à l’épreuve."
base_url = "{base}"
feed_items = 5
timezone = "Europe/Paris"
[voices]
reader = "nicole"
presenter = "nicole"
quote = "nicole"
[[sources]]
path = "articles"
"""
COMMAND = (sys.executable, "-c", "from speakerine.cli import run; run()")


@dataclass(frozen=True, slots=True)
class ShowFolder:
    """A show: its settings, its articles, its output, the cache, and where it is published."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    @property
    def published(self) -> Path:
        return self.root / "www"

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "XDG_CACHE_HOME": str(self.cache)}

    def write_settings(self, title: str = "À l’épreuve") -> None:
        (self.root / "show.toml").write_text(_SHOW.format(title=title, base=BASE), "utf-8")

    def take_article(self, name: str, *, edited: bool = False) -> None:
        """Put the article in the folder of articles; edited, it has one sentence more."""
        text = (DATA / name).read_text("utf-8") + (DATA / "ajout.txt").read_text("utf-8") * edited
        (self.root / "articles").mkdir(exist_ok=True)
        (self.root / "articles" / name).write_text(text, "utf-8")

    def start(self, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
        """Begin `speakerine ARGUMENTS…`; `before` is a command that is to run it."""
        return subprocess.Popen(
            [*before, *COMMAND, *arguments],
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, exit_codes: tuple[int, ...] = (0,), before: tuple[str, ...] = ()) -> str:
        """Run `speakerine ARGUMENTS…` to one of those ends; what it says on standard error."""
        with self.start(*arguments, before=before) as process:
            _, said = process.communicate(timeout=300)
        if process.returncode not in exit_codes or "Traceback" in said:
            raise AssertionError(f"{arguments} gave {process.returncode}, not {exit_codes}: {said}")
        return said

    def has(self, pattern: str) -> bool:
        """Whether a file of that name is there; folders may go while one looks."""
        with suppress(FileNotFoundError):
            return any(self.root.glob(pattern))
        return False

    def clips(self) -> dict[str, int]:
        """The clips in the cache by name, each with its inode: another one was spoken again."""
        return {path.name: path.stat().st_ino for path in self.cache.rglob("*.clip")}


def slug_of(show: ShowFolder, word: str) -> str:
    """The folder's name of the episode with the word in it."""
    (folder,) = show.output.glob(f"episodes/*{word}*")
    return folder.name


def make_show(root: Path) -> ShowFolder:
    """A show of two articles just made and of many older episodes, published once."""
    show = ShowFolder(root)
    root.mkdir(parents=True)
    show.write_settings()
    for name in PUBLISHED:
        show.take_article(name)
    show.run("make", *(f"articles/{name}" for name in PUBLISHED), "--no-jingles", "-q")
    _add_older(show.output / "episodes")
    show.run("feed", "-q")
    show.run("publish", str(show.published), "-q")
    return show


def _add_older(episodes: Path) -> None:
    """Many older episodes, which are one that was made, under other names and dates."""
    (model,) = episodes.glob("*crue*")
    record = json.loads((model / "episode.json").read_text("utf-8"))
    for number in range(OLDER_EPISODES):
        folder = episodes / f"2024-01-01-ancien-{number:02}"
        shutil.copytree(model, folder, copy_function=os.link)
        older = {
            **record,
            "guid": f"ancien-{number:02}",
            "title": f"Ancien {number}",
            "published": f"2024-01-01T{number // 60:02}:{number % 60:02}:00+01:00",
        }
        (folder / "episode.json").unlink()
        (folder / "episode.json").write_text(json.dumps(older), "utf-8")


def copy_show(show: ShowFolder, root: Path) -> ShowFolder:
    """The show once more. What speakerine replaces whole is shared, what is written in place is not."""
    shutil.copytree(show.root, root, copy_function=_share)
    return ShowFolder(root)


def _share(source: str, target: str) -> None:
    path = Path(source)
    if path.suffix in {".toml", ".txt"} or path.name.startswith(".") or ".sqlite" in path.name:
        shutil.copy2(source, target)
    else:
        os.link(source, target)
