"""Memory and time of the master, as a long programme's over a short one's.

    python benchmarks/long_programme.py [--hours 10]

Real speech of SVOX Pico, said once and repeated until the programme is long enough: what is measured is
the sound path (mix, level, limit, encode, measure), not the voice. Each length runs in a process of its own.
"""

import argparse
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHORT_MINUTES = 10
SENTENCES = [
    f"Voici la phrase numéro {word}, qui est dite une fois et répétée souvent au long du programme."
    for word in ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
]


def produce(minutes: float) -> None:
    """Make a programme of that length, and print what it took."""
    from speakerine.audio.jingles import load_jingles
    from speakerine.audio.master import master
    from speakerine.audio.mix import Mix, Spoken, blocks, voice_gains_db
    from speakerine.config import load_voices
    from speakerine.engines.base import get_engine
    from speakerine.settings import Mastering, Show
    from speakerine.types import Jingle

    shelf = load_voices(Show())
    voice = shelf.find("nicole")
    engine = get_engine(voice)
    clips = {str(i): engine.speak(sentence, voice).audio for i, sentence in enumerate(SENTENCES)}
    items = []
    left_ms = minutes * 60_000
    for key in itertools.cycle(clips):
        if left_ms <= 0:
            break
        clip = clips[key]
        items.append(Spoken(key, "nicole", clip.sample_count, clip.sample_rate_hz, 300))
        left_ms -= clip.duration_ms + 300
    rate_hz = Mastering().sample_rate_hz
    programme = (Jingle.INTRO, *items, Jingle.OUTRO)
    mix = Mix(
        programme,
        load_jingles(shelf.jingle_folder("antenne"), rate_hz),
        voice_gains_db(items, clips.__getitem__),
        rate_hz,
    )
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.mp3"
        made = master(
            lambda hz: blocks(mix.at_rate(hz), clips.__getitem__),
            path,
            Mastering(),
            mix.channels,
            mix.speech_hz,
        )
    told = {
        "duration_s": made.duration_ms / 1000,
        "wall_s": time.perf_counter() - start,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "lufs": made.loudness.integrated_lufs,
        "dbtp": made.loudness.true_peak_dbtp,
    }
    print(json.dumps(told))


def measured(minutes: float) -> dict[str, float]:
    """What a process of its own took for a programme of that length."""
    done = subprocess.run(
        [sys.executable, __file__, "--minutes", str(minutes)], check=True, capture_output=True
    )
    return json.loads(done.stdout)


def main() -> None:
    """Print a line a length, and their ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=float, default=10)
    parser.add_argument("--minutes", type=float, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.minutes:
        produce(given.minutes)
        return
    short, long = measured(SHORT_MINUTES), measured(given.hours * 60)
    for told in (short, long):
        pace, level = told["duration_s"] / told["wall_s"], f"{told['lufs']:.2f} LUFS, {told['dbtp']:.2f} dBTP"
        print(
            f"{told['duration_s'] / 60:7.1f} min: {told['peak_mib']:.0f} MiB, {pace:.0f} × real time, {level}"
        )
    print(f"peak memory {long['peak_mib'] / short['peak_mib']:.2f} × the short programme's")
    pace = (long["wall_s"] / long["duration_s"]) / (short["wall_s"] / short["duration_s"])
    print(f"time a minute {pace:.2f} × the short programme's")


if __name__ == "__main__":
    main()
