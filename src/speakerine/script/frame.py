"""What the announcer says around an article: the only words that the article's author did not write.

Source for naming the voice as synthetic: Regulation (EU) 2024/1689 (AI Act), article 50.
"""

from __future__ import annotations

from collections.abc import Sequence

from speakerine.french.writing import enumeration
from speakerine.script.template import Frame, fill, shipped_frame
from speakerine.types import Omission, Omitted

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


def spoken_byline(byline: str, frame: Frame | None = None) -> str:
    """« Par » and the names, or the byline itself where it says more than names."""
    says = (frame or shipped_frame()).article.byline
    speaks = byline.lower().startswith(SPEAKS_FOR_ITSELF)
    sentence = byline if speaks else fill(says, {"byline": byline})
    return closed(sentence[:1].upper() + sentence[1:])


def credit(voices: Sequence[str], frame: Frame | None = None, *, title: str = "") -> str:
    """The closing line that names the voices, one at least, and says that they are synthetic."""
    says = (frame or shipped_frame()).article
    sentence = says.credit_one if len(voices) == 1 else says.credit_many
    return fill(sentence, {"voices": enumeration(voices), "title": title})


def truncation(frame: Frame | None = None) -> str:
    """What is said where the page gave only the beginning of its article."""
    return (frame or shipped_frame()).article.truncated


def left_out(omission: Omission, frame: Frame | None = None) -> str:
    """What is said in the place of a table or of code, or "" where the frame says nothing."""
    says = (frame or shipped_frame()).article
    if omission.what is Omitted.CODE:
        return says.code
    caption = omission.caption.rstrip(" \u00a0.:")
    return fill(says.captioned_table, {"caption": caption}) if caption else says.table


def closed(sentence: str) -> str:
    """The sentence with a full stop where it has no end of its own: a voice falls on it."""
    bare = sentence.rstrip().rstrip("»”\"'\u00a0\u202f )")
    return sentence if not bare or bare[-1] in TERMINAL else f"{sentence.rstrip()}."


def ended(sentence: str) -> str:
    """The sentence, closed unless it announces what follows: « Au sommaire : »."""
    return sentence if sentence.rstrip().endswith((":", ",", ";")) else closed(sentence)
