"""Any text to the letters and marks that every engine can read, word by word.

The words keep their number and order, so that what is heard can be traced to what was given.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "gu", "д": "d", "е": "ié", "ё": "io", "ж": "j", "з": "z", "и": "i",
    "й": "ï", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "ou", "ф": "f", "х": "kh", "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch", "ъ": "", "ы": "y",
    "ь": "", "э": "è", "ю": "iou", "я": "ia", "і": "i", "ї": "ï", "є": "ié", "ґ": "g", "ў": "ou",
}  # fmt: skip
"""French transcription, good enough for a name in passing."""

GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "ς": "s", "σ": "s", "τ": "t",
    "υ": "y", "φ": "ph", "χ": "kh", "ψ": "ps", "ω": "o",
}  # fmt: skip

SAME = {
    "ʼ": "'", "’": "'", "‘": "'", "′": "'", "`": "'", "´": "'",
    "‐": "-", "‑": "-", "‒": "—", "–": "—", "―": "—", "−": "-",
    "„": "“", "‟": "“", "‹": "“", "›": "”", "«": "“", "»": "”",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "eu", "Ø": "Eu", "å": "o", "Å": "O",
    "ß": "ss", "ẞ": "SS", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "ə": "e",
    "ŋ": "ng", "ħ": "h", "Ħ": "H", "ŧ": "t", "ŀ": "l", "ĸ": "k",
    "æ": "é", "Æ": "É", "[": "(", "]": ")", "{": "(", "}": ")",
}  # fmt: skip
"""One form for each mark, and a French reading of letters that have no accent to take away."""

FRENCH = frozenset("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœ")
MARKS = frozenset("'-—“”\"().,;:!?…")
WORDS = {
    "%": "pour cent",
    "&": "et",
    "+": "plus",
    "=": "égale",
    "@": "arobase",
    "€": "euros",
    "$": "dollars",
}
"""Signs that are said; the rest parts words, as a space would."""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f"
_NOT_SPACES = re.compile(r"\S+")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")


def readable_words(text: str) -> list[tuple[str, str]]:
    """Each word as given, and as it can be read: perhaps as several words, or as none."""
    return [(word, readable(word)) for word in _NOT_SPACES.findall(text)]


def readable(word: str) -> str:
    """A word in French letters, ASCII digits and plain marks; what has no reading is left out.

    Capitals become small letters, which engines do not spell: what is to be spelled has spaces by now.
    """
    if word.strip("-") == "":
        return "—"
    letters = "".join(_readable_letter(letter) for letter in unicodedata.normalize("NFC", word))
    reading = " ".join(letters.split())
    return reading.lower() if reading.isupper() and _TWO_LETTERS.search(reading) else reading


def tidy(words: Iterable[str]) -> str:
    """The words as one line, marks drawn to the word they belong to, none said twice."""
    line = " ".join(" ".join(words).split())
    line = re.sub(r"([“(]) ", r"\1", line)
    line = re.sub(r" ([”).,;:!?…])", r"\1", line)
    return re.sub(r"([.,;:!?…])[.,;:!?…]+", _strongest, line)


def _strongest(marks: re.Match[str]) -> str:
    return min(marks[0], key="?!….;:,".index)


def is_spoken(word: str) -> bool:
    """Whether there is anything to say: a letter or a digit."""
    return any(letter.isalnum() for letter in word)


def _readable_letter(letter: str) -> str:
    if letter in SAME:
        return SAME[letter]
    lower = letter.lower()
    if lower in FRENCH or letter in MARKS or (letter.isascii() and letter.isdigit()):
        return letter
    if letter in WORDS:
        return f" {WORDS[letter]} "
    bare = _bare(letter)
    script = CYRILLIC.get(lower, GREEK.get(bare.lower()))
    if script is not None:
        return script if letter == lower else script.capitalize()
    if bare and all(part.lower() in FRENCH or (part.isascii() and part.isdigit()) for part in bare):
        return bare
    return "" if letter.isalpha() or unicodedata.combining(letter) or letter in _INVISIBLE else " "


def _bare(letter: str) -> str:
    """A letter without its accents, its compatibility form undone: "ğ" → "g", "ﬁ" → "fi"."""
    return "".join(p for p in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(p))
