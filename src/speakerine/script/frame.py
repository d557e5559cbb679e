"""What the announcer says around an article: the only words that the article's author did not write.

Source for naming the voice as synthetic: Regulation (EU) 2024/1689 (AI Act), article 50.
"""

from __future__ import annotations

from collections.abc import Sequence

SPEAKS_FOR_ITSELF = (
    "par ",
    "propos ",
    "de notre ",
    "de nos ",
    "avec ",
    "entretien ",
    "recueilli",
    "traduit ",
    "d’après ",
)
TERMINAL = ".!?…"


def spoken_byline(byline: str) -> str:
    """« Par » and the names, or the byline itself where it says more than names."""
    sentence = byline if byline.lower().startswith(SPEAKS_FOR_ITSELF) else f"Par {byline}"
    return closed(sentence[0].upper() + sentence[1:])


def credit(voices: Sequence[str]) -> str:
    """The closing line that names the voices and says that they are synthetic."""
    one = len(voices) == 1
    names = " et ".join([", ".join(voices[:-1]), voices[-1]] if not one else voices)
    return f"Cet article vous était lu par {names}, {'une voix' if one else 'des voix'} de synthèse."


def truncation() -> str:
    """What is said where the page gave only the beginning of its article."""
    return "La suite de cet article est réservée aux abonnés du journal."


def closed(sentence: str) -> str:
    """The sentence with a full stop where it has no end of its own: a voice falls on it."""
    bare = sentence.rstrip().rstrip("»”\"'\u00a0\u202f )")
    return sentence if not bare or bare[-1] in TERMINAL else f"{sentence.rstrip()}."
