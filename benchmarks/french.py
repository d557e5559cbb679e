"""How fast French is written out: seconds a megabyte, and how much more a text full of figures takes.

python benchmarks/french.py
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from speakerine.french import sentences, verbalize

PLAIN = "Le maire a présenté hier soir le projet de la place, devant une salle pleine et attentive. "
DENSE = "Le 12/05/2025 à 14h30, M. Durand (71 ans) a versé 2,3 M€, soit 40 % du budget du XXIe siècle. "
MEGABYTE = 1_000_000
RUNS = 5


def seconds(text: str) -> float:
    """The median time of one pass over the text, sentence by sentence."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        for sentence in sentences(text):
            verbalize(sentence)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def import_seconds() -> float:
    """What importing the front end adds to a Python that starts."""
    taken = {}
    for code in ("pass", "import speakerine.french"):
        runs = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            runs.append(time.perf_counter() - start)
        taken[code] = statistics.median(runs)
    return taken["import speakerine.french"] - taken["pass"]


def main() -> None:
    """Print one line a text."""
    example = (Path(__file__).parent.parent / "examples" / "marche-de-nuit.txt").read_text("utf-8")
    texts = {"plain": PLAIN, "article": example + "\n", "dense": DENSE}
    found = {name: seconds(text * (MEGABYTE // len(text.encode()))) for name, text in texts.items()}
    for name, taken in found.items():
        print(f"{name:8} {taken:.2f} s a megabyte, {taken / found['plain']:.2f} × plain")
    print(f"import   {import_seconds() * 1000:.0f} ms")


if __name__ == "__main__":
    main()
