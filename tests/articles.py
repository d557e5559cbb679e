"""Pages for the tests of the whole, of our own writing."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
PAGE = (DATA / "marche.txt").read_text("utf-8")
EDITED = PAGE.replace("2,3 millions", "2,5 millions")
ENGLISH = (DATA / "english.txt").read_text("utf-8")
