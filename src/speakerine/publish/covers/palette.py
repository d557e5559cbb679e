"""The colours of a show: a bold block, what is written on it, and a spark, all decided by its title."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb.

    `ground` is the block, `ink` what is written on it, `spark` the motif. `deep` is for links and
    buttons on a light page and `bright` on a dark one: each has a contrast of 4.5 or more there.
    """

    ground: str
    ink: str
    spark: str
    deep: str
    bright: str


PALETTES = (
    Palette("#1b2a6b", "#fff6e5", "#ff5a3c", "#2a3f9e", "#a9b8ff"),
    Palette("#cc3320", "#fff6e5", "#2b0f2e", "#b92a18", "#ff9a86"),
    Palette("#0f5c4a", "#fdf3dc", "#ffb13d", "#0f5c4a", "#6fd6b8"),
    Palette("#ffc531", "#1d1a2b", "#e0402f", "#8a5a00", "#ffc531"),
    Palette("#5a1f4d", "#ffeede", "#ff8a5c", "#7d2b6b", "#eaa6d8"),
    Palette("#f3d9c4", "#23203f", "#d8432e", "#a8402a", "#f3c3a2"),
    Palette("#16324a", "#f4efe4", "#57c7b8", "#1c5a80", "#7fd3e6"),
    Palette("#2f2b5f", "#f7ecff", "#ffd23f", "#463f9a", "#bdb4ff"),
)


def digest(title: str) -> bytes:
    """Return 32 bytes that the title decides: the dice of everything drawn for it."""
    return hashlib.sha256(title.encode(errors="replace")).digest()


def palette_for(title: str) -> Palette:
    """Return the same colours for the same title, always."""
    return PALETTES[digest(title)[0] % len(PALETTES)]
