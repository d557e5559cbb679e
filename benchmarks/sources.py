"""How fast articles are read: seconds a megabyte, and how much more than splitting the text at its spaces.

python benchmarks/sources.py
"""

import random
import statistics
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from html import escape

from speakerine.errors import SourceError
from speakerine.sources.html import read_html
from speakerine.sources.text import read_text

WORDS = ["le", "la", "une", "maison", "ville", "mer", "port", "navire", "avec", "sans", "toujours", "conseil"]
WORDS += ["projet", "habitants", "œuvre", "l’été", "d’avril", "école", "forêt", "très", "déjà", "travaux"]
LABELS = [
    "Accueil",
    "Politique",
    "Partager",
    "S’abonner",
    "12 commentaires",
    "Publié le 3 mai 2031 à 12h30",
    "Lire aussi : Un pont",
    "Par Jean Roux",
    "© AFP",
]
MEGABYTE = 1_000_000
RUNS = 3


def sentence(rng: random.Random) -> str:
    """A sentence of plain words, as long as those of the press."""
    return " ".join(rng.choices(WORDS, k=rng.randint(8, 24))).capitalize() + "."


def paragraph(rng: random.Random) -> str:
    """Two to five sentences."""
    return " ".join(sentence(rng) for _ in range(rng.randint(2, 5)))


def menu_line(rng: random.Random) -> str:
    """What menus and boxes are made of: a few words, or a label seen before."""
    if rng.random() < 0.3:
        return rng.choice(LABELS)
    return " ".join(rng.choices(WORDS, k=rng.randint(1, 5))).capitalize()


def mixed(rng: random.Random) -> str:
    """A paragraph with the lines of a page around it."""
    return "\n".join([paragraph(rng), *(menu_line(rng) for _ in range(8))])


def filled(size: int, joint: str, piece: Callable[[random.Random], str]) -> str:
    """Pieces joined until they are `size` bytes."""
    rng = random.Random(3)
    pieces: list[str] = []
    reached = 0
    while reached < size:
        pieces.append(piece(rng))
        reached += len(pieces[-1].encode()) + len(joint)
    return joint.join(pieces)


def marked_up(text: str) -> str:
    """The same paragraphs as a web page."""
    paragraphs = "".join(f"<p>{escape(part)}</p>\n" for part in text.split("\n\n"))
    article = f"<article><h1>Le port</h1>{paragraphs}</article>"
    return f"<html><head><title>Le port</title></head><body>{article}</body></html>"


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of the processor that one call takes."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        with suppress(SourceError):
            work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main() -> None:
    """Print one line a text."""
    prose = filled(5 * MEGABYTE, "\n\n", paragraph)
    texts = {
        "prose": prose,
        "menu lines": filled(5 * MEGABYTE, "\n", menu_line),
        "mixed": filled(5 * MEGABYTE, "\n", mixed),
        "one line": filled(MEGABYTE, " ", sentence),
    }
    for name, text in texts.items():
        size = len(text.encode()) / MEGABYTE
        taken = seconds(partial(read_text, text))
        split = seconds(text.split)
        print(f"{name:11} {size:.0f} MB: {taken / size:.2f} s a megabyte, {taken / split:.0f} × a split")
    page = marked_up(prose)
    size = len(page.encode()) / MEGABYTE
    as_page = seconds(partial(read_html, page), runs=1)
    as_text = seconds(partial(read_text, prose))
    print(f"markup      {size:.0f} MB: {as_page / size:.2f} s a megabyte, {as_page / as_text:.1f} × its text")


if __name__ == "__main__":
    main()
