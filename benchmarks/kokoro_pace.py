"""Kokoro as it is driven here, beside kokoro-onnx as it comes: text a second, and the first word."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import press
from measured import Row, alternately, at_least, at_most, median

from speakerine.config import load_voices
from speakerine.script.compose import article_lines
from speakerine.script.template import shipped_frame
from speakerine.settings import Show
from speakerine.sources.text import read_text
from speakerine.types import Voice

PARAGRAPHS = 3
"""Of an article: with fewer, the last words of one processor would be a part of the time."""
WARM_TEXT = "Bonjour."


def throughput(rounds: int) -> Iterator[Row]:
    """The first of an article, said by turns in processes of their own; loading counts at the start only."""
    ours, theirs = alternately(lambda: _told("ours")["pace"], lambda: _told("theirs")["pace"], rounds)
    yield at_least(
        f"Kokoro, {ours:.1f} characters a second over kokoro-onnx's {theirs:.1f}", ours / theirs, 1.15
    )
    yield at_most(
        "warm Kokoro: from nothing to its first clip",
        median(lambda: _told("start")["seconds"], rounds),
        2,
        "s",
    )


def _told(what: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, what], capture_output=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _ours() -> dict[str, float]:
    """As many calls at once as the engine wants, as `speak_all` does."""
    from speakerine.engines.base import get_engine, parallel_calls

    voice, texts = _voice(), _texts()
    at_once = parallel_calls(voice, os.cpu_count() or 1)
    engine = get_engine(voice, threads=1)
    engine.speak(WARM_TEXT, voice)
    with ThreadPoolExecutor(at_once) as pool:
        began = time.perf_counter()
        list(pool.map(lambda text: engine.speak(text, voice), texts))
    return _pace(texts, began)


def _theirs() -> dict[str, float]:
    """The same words, all in one call of kokoro-onnx's `create`, which cuts them as it likes best."""
    import numpy as np
    from kokoro_onnx import Kokoro

    from speakerine.engines.kokoro_model import PART_MODULES, join_parts
    from speakerine.engines.kokoro_styles import read_style

    texts, voice = _texts(), _voice()
    with tempfile.TemporaryDirectory() as folder:
        model, styles = Path(folder) / "model.onnx", Path(folder) / "styles.npz"
        model.write_bytes(join_parts(PART_MODULES))
        np.savez(styles, siwis=read_style(voice, {"ff_siwis": 1.0}))
        kokoro = Kokoro(str(model), str(styles))
    kokoro.create(WARM_TEXT, "siwis", lang="fr-fr")
    began = time.perf_counter()
    kokoro.create(" ".join(texts), "siwis", lang="fr-fr")
    return _pace(texts, began)


def _pace(texts: list[str], began: float) -> dict[str, float]:
    return {"pace": sum(map(len, texts)) / (time.perf_counter() - began)}


def _voice() -> Voice:
    return load_voices(Show()).find("siwis")


def _texts() -> list[str]:
    """What is said of an article, as it is cut."""
    article = read_text(press.article(1, PARAGRAPHS))
    return [line.spoken for line in article_lines(article, shipped_frame())]


def _start() -> dict[str, float]:
    """The engine's imports, its model, its session, and a first word, on all processors as a lone one is."""
    from speakerine.engines.base import get_engine

    voice, began = _voice(), time.perf_counter()
    get_engine(voice, threads=os.cpu_count() or 1).speak(WARM_TEXT, voice)
    return {"seconds": time.perf_counter() - began}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("ours", "theirs", "start"))
    print(json.dumps({"ours": _ours, "theirs": _theirs, "start": _start}[parser.parse_args().what]()))
