"""What is seen and not said: soft hyphens, ligatures, superior letters, footnote marks, emoji.

Runs first, so that the rules after it meet plain French. Sources: Unicode (UAX 15 for ligatures and
figures, UTS 51 for emoji); Imprimerie nationale, Lexique, « Abréviations » (superior letters) and
« Appel de note » (a mark for the eye, not for the ear).
"""

import html
import re
import unicodedata

from .marks import MARKED, drop_marks
from .pastimes import SUITED, say_cards
from .patterns import Pattern

_ENTITY = Pattern(r"&(?:amp;)*(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_TAG = Pattern(r"</?(?:br|p|b|i|em|strong|a|span|sup|sub|u|h[1-6]|li|ul|ol|div)(?: [^<>]{0,300})?/?>")
_INVISIBLE = Pattern(
    "[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+"
)
_COMBINING = Pattern("[\u0300-\u036f]")
_PLAIN = (
    "\t-\r "
    "-\xa9\xab\xac\xae-\xb1\xb4-\xb8\xbb\xbf-\u017f\u0180-\u024f\u0370-\u03ff\u2009\u200a\u2010-\u2022"
    "\u2026"
    "\u202f\u2030\u2032\u2033\u20a0-\u20bf\u2190\u2192\u2194\u21d2\u2116\u2122\u2200-\u22ff\u266d\u266f"
)
_UNUSUAL = Pattern(f"[^{_PLAIN}]")
_RARE = Pattern(f"( ?)([^{_PLAIN}](?: ?[^{_PLAIN}])*)( ?)")
_SUPERIOR_LETTERS = dict(zip("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz", strict=True))
_SUPERIOR_LETTERS |= {"º": "°", "⁄": "/", "ª": "a", "ℝ": "R", "ℕ": "N", "ℤ": "Z", "ℚ": "Q", "ℂ": "C"}
_TEMPO = Pattern(r"(?P<note>[♩♪]) ?= ?(?=\d)")
_NOTES = {"♩": "la noire à ", "♪": "la croche à "}
_SUPERIOR_FIGURES = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
_POWER = Pattern(
    r"(?P<unit>(?<![^\W\d])[kcdhmµM]?m)(?P<two>[²³])"
    r"|(?P<base>\d|(?<!\w)[a-zA-Zπ]{1,2}|(?<=\w[+−×/ -]\w)\)|(?<=[+−×/-] \w)\)|(?<=[+−×/-] \d\w)\))"
    r"(?P<exponent>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?!\w)"
)
_CHARGE = Pattern(r"(?P<element>(?<![^\W\d])[A-Z][a-z])?(?<=[A-Za-z₀-₉])(?P<n>[²³]?)(?P<sign>[⁺⁻])(?!\w)")
_TO_THE_N = Pattern(r"(?<=[\dx])ⁿ(?!\w)")
_PER_POWER = Pattern(r"(?<=[a-zA-Z])[·⋅ ](?P<u>s|h|min|m|kg|L|mol|K|J)⁻(?P<n>[¹²³])(?!\w)")
_SUPERIOR = Pattern("[¹²³⁰⁴⁵⁶⁷⁸⁹]")
_YEAR_BEFORE = Pattern(r"(?<!\d)(?:1[6-9]|20)\d\d\Z")
_POWER_NAMES = {"2": "au carré", "3": "au cube"}
_NOTE_MARK = Pattern(
    r" ?(?<!\d, )(?<!\), )\[(?:\d{1,3}(?:[-,–] ?\d{1,3})*|[a-z]|(?:note|nb|N) ?\d{1,3}|réf\. nécessaire)\]"
    r"|(?<=[a-zà-ÿ.,;»”\"!?)%€]) ?[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}(?!\w)"
)
_IPA = Pattern(
    r" ?\((?:prononc[^\[\]()]{0,24})?\[[^\[\]]{0,40}[ˈˌɑɐɔəɛɪɲŋœøɹʁʃʊʌʒɥɡː̃][^\[\]]{0,40}\] ?;? ?\)"
    r"|(?<=\()\[[^\[\]]{0,40}[ˈˌɑɐɔəɛɪɲŋœøɹʁʃʊʌʒɥɡː̃][^\[\]]{0,40}\] ?[;,] ?"
)
_MARKED = Pattern(MARKED)
_SUITED = Pattern(SUITED)
_DIED = Pattern(r"(?:(?<=\()|(?<=[,;] ))† ?(?=\d{3,4}(?!\d))")
_BORN = Pattern(r"(?<=\()° ?(?=\d{4}(?: ?[-–—] ?†|\)))")
_SPAN_TO_DEATH = Pattern(r" ?[-–—] ?† ?(?=\d{3,4}(?!\d))")
_FAVOURITE = Pattern(r"(?<=\b[Cc]oup de )[♥❤]\ufe0f?|(?<=\b[Cc]oups de )[♥❤]\ufe0f?")
_MEANT = Pattern(r"[†♩♪]|\(°|ps? de [♥❤]")
_LOVE = Pattern(r"(?<=\b[JjTt])['’]\s?(?:❤|♥|<3)(?:\ufe0f)?")
_SQUARED = {
    "‹": "“",
    "›": "”",
    "℃": "°C",
    "℉": "°F",
    "㎡": "m²",
    "㎥": "m³",
    "㎢": "km²",
    "㏊": "ha",
    "㎞": "km",
    "㎏": "kg",
    "㎝": "cm",
}
_SQUARE = Pattern("[℃℉㎡㎥㎢㏊㎞㎏㎝‹›]")
_COMPATIBLE = ("Nd", "No", "Nl", "Lm")
_DROPPED = ("So", "Sk", "Cf", "Cc", "Co", "Cn", "Cs", "Me", "Mn", "Sm")


def clean(text: str) -> str:
    """Plain characters only: « l’ef­fet¹ 😀 » → « l’effet »."""
    if _SUITED.search(text):
        text = say_cards(text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(re.sub("&(?:amp;)+", "&", match[0])), text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "J" in text or "j" in text:
        text = _LOVE.sub("’aime", text)
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    text = text.replace("⭐", "★")
    if _MEANT.search(text):
        text = _say_meant(text)
    if _MARKED.search(text):
        text = drop_marks(text)
    if "[" in text:
        text = _IPA.sub("", text)
        text = _NOTE_MARK.sub("", text)
    if text.isascii() or not _UNUSUAL.search(text):
        return text
    return _clean_unusual(text)


def _say_meant(text: str) -> str:
    """« († 2021) » → « (mort en 2021) », « ♩ = 60 » → « la noire à 60 », « coup de ♥ » → « coup de cœur »."""
    text = _FAVOURITE.sub("cœur", text)
    text = _TEMPO.sub(lambda match: _NOTES[match["note"]], text)
    text = _SPAN_TO_DEATH.sub(", mort en ", _BORN.sub("naissance en ", text))
    return _DIED.sub("mort en ", text)


def _clean_unusual(text: str) -> str:
    """Superior letters and figures, squared units, ligatures, pictures: « 12 m² 😀 » → « 12 m2 »."""
    if _COMBINING.search(text):
        text = unicodedata.normalize("NFC", text)
    text = _SQUARE.sub(lambda match: _SQUARED[match[0]], text)
    if "⁻" in text:
        text = _PER_POWER.sub(lambda m: f"/{m['u']}{m['n'].replace('¹', '')}", text)
    text = _CHARGE.sub(_say_charge, text)
    if "ⁿ" in text:
        text = _TO_THE_N.sub(" puissance n", text)
    if _SUPERIOR.search(text):
        text = _POWER.sub(_say_power, text)
        text = _NOTE_MARK.sub("", text)
    return _RARE.sub(_plain, text)


def _say_charge(match: re.Match[str]) -> str:
    """« Na⁺ » → « N A plus », « Ca²⁺ » → « C A 2 plus »."""
    number = f" {_SUPERIOR_FIGURES[match['n']]}" if match["n"] else ""
    element = " ".join(match["element"].upper()) if match["element"] else ""
    return f"{element}{number} {'plus' if match['sign'] == '⁺' else 'moins'}"


def _say_power(match: re.Match[str]) -> str:
    """« 12 m² » is for the units; « 10⁶ » → « 10 puissance 6 », « x² » → « x au carré »."""
    if match["unit"]:
        return match["unit"] + _SUPERIOR_FIGURES[match["two"]]
    if _YEAR_BEFORE.search(match.string[max(0, match.start() - 4) : match.start() + 1]):
        return match["base"]
    if match["base"] in ("ca", "la", "Ca", "La", "le", "de", "et", "un", "en"):
        return match["base"]
    exponent = "".join([_SUPERIOR_FIGURES[figure] for figure in match["exponent"]])
    return f"{' '.join(match['base'])} {_POWER_NAMES.get(exponent, f'puissance {exponent}')}"


def _plain(match: re.Match[str]) -> str:
    before, run, after = match.groups()
    kept = "".join([_plain_character(character) for character in run])
    if kept.strip():
        follows_figure = match.start() and not before and match.string[match.start() - 1].isdigit()
        return before + (kept if follows_figure else kept.lstrip()) + after
    following = match.string[match.end() : match.end() + 1]
    if before:
        return after or (before if following.isalnum() else "")
    if match.start() == 0:
        return ""
    joins = match.string[match.start() - 1].isalnum() and following.isalnum()
    return after or " " * joins


def _plain_character(character: str) -> str:
    """A letter of any script stays, a figure becomes 0-9, a picture goes."""
    if character in _SUPERIOR_LETTERS:
        return _SUPERIOR_LETTERS[character]
    category = unicodedata.category(character)
    if (
        category in _COMPATIBLE
        or "\uf900" < character < "\uffff"
        or "\U0001d400" <= character <= "\U0001d7ff"
    ):
        return _compatible(character)
    return "" if category in _DROPPED else character


def _compatible(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).replace("⁄", "/")
    if plain.isascii():
        return f" {plain}" if "/" in plain else plain
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    if plain.isdigit():
        return str(unicodedata.digit(character, ""))
    return plain if plain.isalpha() else ""
