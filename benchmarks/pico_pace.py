"""Articles said by SVOX Pico, beside what bare Pico and bare LAME take for the same."""

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import long_programme
import press
import soundfile
from measured import SPEAKERINE, Row, alternately, at_least, at_most, cpu_s, run

from speakerine.audio.encode import encode_mp3
from speakerine.casting import cast_roles
from speakerine.config import load_voices
from speakerine.engines.pico import pico_calls
from speakerine.pipeline import one_article as programme_of
from speakerine.plan import Production, plan_episode
from speakerine.settings import Show
from speakerine.sources.text import read_text

PARAGRAPHS = 9
"""An article of some 500 words, four minutes."""
START_S = 0.4
MAKE = (
    *SPEAKERINE,
    "make",
    "articles",
    "--limit",
    "100000",
    "--voice",
    "nicole",
    "--cache",
    "cache",
    "--quiet",
)
EDITION_HOURS = 10


@dataclass(frozen=True, slots=True)
class _Work:
    """Seconds of processor time: all that `make` took, Pico alone, LAME alone."""

    make_s: float
    pico_s: float
    lame_s: float


def one_article(rounds: int) -> Iterator[Row]:
    """From the article to its MP3 and the feed, in a podcast that has an episode already.

    On one processor, as the bare engine and encoder are: where two share a core, seconds of either are
    longer while the other works, and where the system moves a process they are too.
    """
    with press.newsroom(1, PARAGRAPHS) as folder:
        run(MAKE, folder=folder)
        texts = _texts(press.article(1, PARAGRAPHS))
        done = [_made(folder, texts) for _ in range(rounds)]
    make_s, pico_s, lame_s = (
        statistics.median(getattr(work, name) for work in done) for name in ("make_s", "pico_s", "lame_s")
    )
    over = (make_s - START_S) / (pico_s + lame_s)
    bare = f"{pico_s:.2f} s Pico + {lame_s:.2f} s LAME"
    yield at_most(f"article → MP3 + feed, CPU: {make_s:.2f} s − {START_S} s over {bare}", over, 1.15)


def _made(folder: Path, texts: list[str]) -> _Work:
    """One more article, made anew."""
    for old in (*folder.glob("output/episodes/*numero-1-*"), folder / "cache", *folder.glob("articles/*")):
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    (folder / "articles" / "1.txt").write_text(press.article(1, PARAGRAPHS), "utf-8")
    took = run(MAKE, folder=folder, cores=(0,))
    (mp3,) = folder.glob("output/episodes/*numero-1-*/*.mp3")
    bare = subprocess.run(
        [sys.executable, press.__file__, mp3],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, (0,)),
    )
    return _Work(took.cpu_s, **json.loads(bare.stdout))


def _texts(written: str) -> list[str]:
    """What Pico is called with for an article, in order."""
    shelf = load_voices(Show())
    folder = Path()
    production = Production(
        Show(), folder, folder, cast_roles(Show(), shelf, "nicole"), None, datetime.now(UTC)
    )
    plan = plan_episode(programme_of(read_text(written), production), datetime.now(UTC), production)
    return [call for segment in plan.segments for call in pico_calls(segment.spoken)]


def two_cores(rounds: int) -> Iterator[Row]:
    """Twenty articles on two processors, beside the same on one."""
    with press.newsroom(20, PARAGRAPHS) as folder:

        def made_on(*cores: int) -> float:
            shutil.rmtree(folder / "output", ignore_errors=True)
            shutil.rmtree(folder / "cache", ignore_errors=True)
            return run(MAKE, folder=folder, cores=cores).wall_s

        one_s, two_s = alternately(lambda: made_on(0), lambda: made_on(0, 1), max(1, rounds // 3))
    yield at_least(
        f"20 articles with Pico, {one_s:.1f} s on one core over {two_s:.1f} s on two", one_s / two_s, 1.8
    )


def encode(rounds: int) -> Iterator[Row]:
    """An MP3 with its header, beside LAME alone."""
    with press.newsroom(1, PARAGRAPHS) as folder:
        run(MAKE, folder=folder)
        (mp3,) = folder.glob("output/episodes/*/*.mp3")
        sound, rate_hz = soundfile.read(mp3, dtype="float32")
        channels, kbps = sound.shape[1], 128
        blocks = [sound[at : at + rate_hz * 10] for at in range(0, len(sound), rate_hz * 10)]

        def ours() -> float:
            made = folder / "again.mp3"
            return cpu_s(
                lambda: encode_mp3(blocks, made, rate_hz=rate_hz, bitrate_kbps=kbps, channels=channels)
            )

        def lame() -> float:
            return press.speak_bare([], mp3)["lame_s"]

        ours_s, lame_s = alternately(ours, lame, rounds)
    yield at_most("MP3 with its Info header over raw LAME, CPU", ours_s / lame_s, 1.1)


def ten_hours(_rounds: int) -> Iterator[Row]:
    """Ten hours beside ten minutes."""
    short = long_programme.measured(long_programme.SHORT_MINUTES)
    long = long_programme.measured(EDITION_HOURS * 60)
    yield at_most("ten hours over ten minutes, peak memory", long["peak_mib"] / short["peak_mib"], 1.2)
