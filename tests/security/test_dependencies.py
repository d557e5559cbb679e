"""What is installed with speakerine: its versions pinned, licences known, and no door in our code."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PINNED = re.compile(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*")
ALLOWED = re.compile(
    r"MIT|BSD|0BSD|Apache|ISC|MPL|Mozilla|PSF|Python Software|HPND|Unlicense|LGPL|Lesser|Zlib", re.IGNORECASE
)
"""Permissive ones, and those that ask only for changes of the library itself."""

COPYLEFT = re.compile(r"\bA?GPL|(?<!Lesser )General Public", re.IGNORECASE)

DECIDED = {"mutagen": "GPL-2.0-or-later", "py-nanotts": "Apache-2.0"}
"""Those that DECISIONS.md lets in by name: one is copyleft, one says its licence in its files alone."""

DOORS = {"eval", "exec", "compile", "__import__"}
MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "yaml", "subprocess", "ctypes", "pty"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def constraints() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def required(name: str, extras: frozenset[str] = frozenset(), seen: set[str] | None = None) -> set[str]:
    """Everything that comes with a distribution, without the extras that nobody asked for."""
    seen = set() if seen is None else seen
    for line in importlib.metadata.requires(name) or ():
        requirement = Requirement(line)
        wanted = [{"extra": extra} for extra in extras or {""}]
        if requirement.marker and not any(requirement.marker.evaluate(one) for one in wanted):
            continue
        key = canonical(requirement.name)
        if key not in seen:
            seen.add(key)
            required(requirement.name, frozenset(requirement.extras), seen)
    return seen


def licence(name: str) -> str:
    """All that a distribution says of its licence."""
    told = importlib.metadata.metadata(name)
    classifiers = [one for one in told.get_all("Classifier") or () if one.startswith("License")]
    return " ".join([told.get("License-Expression") or "", (told.get("License") or "")[:100], *classifiers])


def test_every_version_is_pinned():
    assert [line for line in constraints() if not PINNED.fullmatch(line)] == []


def test_all_that_is_required_is_pinned():
    pinned = {canonical(name): version for name, _, version in (one.partition("==") for one in constraints())}
    needed = required("speakerine")
    other = [name for name in needed & set(pinned) if importlib.metadata.version(name) != pinned[name]]
    if other and not os.environ.get("CI"):
        pytest.skip(f"installed without constraints.txt: {', '.join(sorted(other))}")
    assert other == []
    assert needed - set(pinned) == set()


@pytest.mark.parametrize("name", sorted(required("speakerine")))
def test_its_licence_is_one_that_an_apache_programme_may_use(name):
    if name in DECIDED:
        assert f"{name} | {DECIDED[name]}" in (ROOT / "DECISIONS.md").read_text("utf-8")
        return
    offers = licence(name).split(" OR ")
    assert any(ALLOWED.search(offer) and not COPYLEFT.search(offer) for offer in offers), offers


def used(path: Path) -> Iterator[str]:
    """The modules that a file imports, and the functions that it calls by their bare name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def test_nothing_of_ours_runs_what_it_reads():
    files = sorted((ROOT / "src").rglob("*.py"))
    found = {path.name: sorted(set(used(path)) & (DOORS | MODULES)) for path in files}
    assert {name: doors for name, doors in found.items() if doors} == {"memory.py": ["ctypes"]}  # mallopt
