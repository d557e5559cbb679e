"""docs/french.md is what its generator writes from the cases, every class in it."""

import runpy
from pathlib import Path

from tests.french.checks import DATA

ROOT = Path(__file__).parent.parent.parent
TOOL = runpy.run_path(str(ROOT / "tools" / "write_french_doc.py"))


def test_the_page_is_what_the_cases_say():
    assert (ROOT / "docs" / "french.md").read_text(encoding="utf-8") == TOOL["page"]()


def test_every_class_is_in_the_page():
    classes = {path.stem for path in DATA.glob("*.tsv")} - {"sentences", "languages"}
    assert set(TOOL["CLASSES"]) == classes
