"""Write docs/french.md: what is said how, class by class, from the cases that the tests hold the code to.

    python tools/write_french_doc.py [--check]

With --check nothing is written: the exit code is 1 if the page is not what the cases say.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "french" / "data"
PAGE = ROOT / "docs" / "french.md"
EXAMPLES = 12
LONGEST = 76
CLASSES = {
    "cardinals": (
        "Cardinals",
        "*Vingt* and *cent* take an s when multiplied and last, *mille* never does, *million* wants *de* "
        "(Académie française).",
    ),
    "gender": (
        "Gender of what is counted",
        "*Un* agrees with the noun it counts, through adjectives, and never in a rank.",
    ),
    "decimals": ("Decimals", "The comma is said *virgule*; zeros after it are said too."),
    "negatives": ("Negatives", "A sign belongs to the number it touches; a hyphen between words is not one."),
    "years": (
        "Years and decades",
        "*Vingt* and *cent* are invariable in a year; a season and a war have no *à*.",
    ),
    "dates": ("Dates", "Every usual way to write one; only the first of the month is an ordinal."),
    "times": (
        "Times",
        "Hours agree; midnight and noon stay figures; marks of a race are minutes and seconds.",
    ),
    "durations": ("Durations", "Minutes and seconds in words, hundredths as a number."),
    "telephones": (
        "Telephone numbers",
        "By pairs in France, group by group abroad; short numbers as they are known.",
    ),
    "ordinals": ("Ordinals", "First, second and the rest, feminine and plural (Imprimerie nationale)."),
    "romans": (
        "Roman numerals",
        "Numbers only where the context says so: centuries, sovereigns, volumes, acts; elsewhere letters.",
    ),
    "fractions": ("Fractions and marks", "A share is said as one, a mark out of twenty is said *sur*."),
    "ranges": ("Ranges", "From one to the other with *à*; age groups and aircraft side by side."),
    "scores": ("Scores", "With *à*; the sets of tennis side by side."),
    "money": (
        "Money",
        "Whatever the order, the scale and the currency; centimes after euros, as at the till.",
    ),
    "percents": ("Percentages", "*Pour cent* after a number, *pourcentage* without one."),
    "units": (
        "Units of measure",
        "Their names in full, plural from two on (BIPM); a letter that counts nothing stays one.",
    ),
    "abbreviations": ("Abbreviations", "In full, titles before names only, references before numbers only."),
    "accents": (
        "Capitals without accents",
        "Read with the accents that they have lost; a word that is one without them too stays.",
    ),
    "acronyms": ("Acronyms", "Said as a word, spelled, or half and half; capitals that are words stay."),
    "symbols": (
        "Signs, notes and pictures",
        "Said where an announcer would; calls of note, bullets and emoji are dropped.",
    ),
    "formulas": ("Formulas", "Of chemistry letter by letter, of algebra sign by sign."),
    "inclusive": ("Inclusive writing", "Doublets in full: *et* in the plural, *ou* in the singular."),
    "electronic": (
        "Addresses, files, versions",
        "*Point*, *arobase* (OQLF), *slash* (OQLF: *barre oblique*); a long path is dropped.",
    ),
    "sports": ("Results", "Scores with *à*, sets side by side; times and gaps in seconds and hundredths."),
    "press": ("Weather, markets, elections", "Degrees, points and shares as a bulletin says them."),
    "recipes": ("Recipes", "Spoons and ovens in full."),
    "law": ("Law", "Codes by their letters, numbers of laws with *tiret*."),
    "addresses": ("Streets and floors", "Ways in full before a name; the numbers of a house side by side."),
    "vehicles": ("Roads, trains, machines", "Letters spelled, figures as a rank."),
    "notices": (
        "Notices and bills",
        "Town bulletins, timetables, catalogues: an abbreviation by the words around it.",
    ),
    "pastimes": ("Pastimes", "Cards, knitting, photographs, pipes and maps, as those who know them say."),
    "variants": ("Odd writings", "What is written otherwise than in books, said as what it stands for."),
    "traps": ("Traps", "The same letters as something else."),
    "mixed": ("Whole sentences", "Where several rules meet."),
    "unchanged": ("What stays as it is", "Prose without anything to say otherwise comes back to the byte."),
}
HEAD = """# How French is said

`speakerine.french.verbalize` writes out in words what an announcer would say. This page is made by
`tools/write_french_doc.py` from the cases that the tests hold the code to, so that it cannot lie:
{count} cases in {classes} classes, of which it shows a few of each.

To try a line: `speakerine say "Le 3 mai, 21 % des 80 élues"`. Proper names and foreign words are another
matter: see [the lexicon](lexicon.md).
"""


def read_cases(name: str) -> list[tuple[str, str]]:
    """The cases of a class: what is written, and the first of the spoken forms that are right."""
    found = []
    for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, _, spoken = line.partition("\t")
            found.append((written, spoken.split("|")[0] or written))
    return found


def choose(cases: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """About a dozen short cases, taken evenly."""
    fitting = [case for case in cases if len(case[0]) <= LONGEST and not set("|`") & set(case[0])]
    fitting = fitting or cases
    step = max(1, len(fitting) // EXAMPLES)
    return fitting[::step][:EXAMPLES]


def section(name: str) -> str:
    """A heading, a sentence, a table."""
    heading, introduction = CLASSES[name]
    cases = read_cases(name)
    rows = [f"| `{written}` | {spoken} |" for written, spoken in choose(cases)]
    return "\n".join([f"## {heading}", "", introduction, "", "| written | said |", "|---|---|", *rows, ""])


def page() -> str:
    """The whole page."""
    count = sum(len(read_cases(name)) for name in CLASSES)
    return "\n".join([HEAD.format(count=count, classes=len(CLASSES)), *[section(name) for name in CLASSES]])


def main() -> int:
    """Write the page, or tell whether it is up to date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only tell whether the page is up to date")
    if not parser.parse_args().check:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(
        "docs/french.md is not what the cases say: run `python tools/write_french_doc.py`.", file=sys.stderr
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
