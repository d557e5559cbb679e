"""Where a French sentence ends.

Source: Imprimerie nationale, Lexique, « Ponctuation » and « Guillemets »: a stop, an exclamation or a
question mark or suspension points end a sentence when a capital follows, and a closing quotation mark
belongs with what it closes.
"""

import re

from .abbreviation_fields import CUT
from .patterns import Pattern
from .reference_lists import BEFORE_NUMBER
from .spacing import one_width
from .typography import UPPER, words

_SPACES = r"[ \t\r]"
_BOUNDARY = Pattern(
    rf"(?P<stop>[.?!…]{{1,6}})(?P<close>(?:{_SPACES}?[»”’)\]]|\"(?=\s)){{0,3}})(?P<gap>\s{{1,20}})"
    rf"(?=(?P<next>[«“\"‘(\[—–-]?{_SPACES}?(?:(?P<upper>[{UPPER}]|[ie][A-Z])|\d)|[«“\"‘—–•]))"
)
_PARAGRAPH = Pattern(
    r"\n[ \t\r]{0,80}\n|(?<=[.?!…:;»\"])[ \t\r]{0,8}\n|\n(?=[ \t]{0,8}(?:[-–—•*·▪►]\s|\d{1,2}[.)]\s))"
)
_TITLES = frozenset(
    words(
        "m mm mr dr drs pr me mgr mme mmes mlle mlles st ste sts gal cdt cne lt gén sr cf p. pp n° chap fig "
        "av bd boul éd coll cit ed vs sgt pl all imp rte fg adj prés bât esc rés q crs secr lt-col "
        "sté ets trad lieut brig ch ph th aff exc vit cat coeff coef r pte pass stat impr succ "
        "mt cel pp ll ss aa rr"
    )
)
_CUT = frozenset(written.rstrip(".") for written in CUT)
_BEFORE_FIGURE = _CUT | frozenset(
    (
        *BEFORE_NUMBER,
        *words(
            "c suppl ét rééd resp ép mag aut dép doc assoc gél fol long haut ca lun mar mer jeu ven sam dim"
        ),
        *words("h l fr trim sem op th fév pop civ soc crim cass ann"),
    )
)
_NEVER_LAST = _TITLES | frozenset(words("p pp ap apr env tél t env janv févr avr juil juill réf éq eq"))
_MAY_BE_LAST = _CUT | frozenset(
    words(
        "prof col cap art vol no sq al dir ex etc j.-c j-c cie hab arr dép max min maj sept oct nov déc apr "
        "gr inv inc app ltd sqq suiv corp jr ibid id op s.a s.a.s cap fr circ"
    )
)
_LISTED = Pattern(r"(?:^|[:;(–—-]\s)\d{1,2}\Z")
_CHESS_MOVE = Pattern(r"(?:[RDTFC][a-h]?x?[a-h][1-8]|O-O)(?!\w)")
_OF_AN_ERA = Pattern(r"(?:av\.|apr\.|avant|après)\s?J\.?-?C\Z")
_LETTERS = Pattern(r"(?:^|[\s'’(«])(?:[A-Z]\.){1,8}[A-Z]\Z")
_SPELLED = Pattern(r"\bpoint [a-z] [a-z]\Z")
"""An address as it is said: « free point f r. Il »."""
_BEATS = Pattern(rf"(?:[{UPPER}][\w’'-]{{1,30}}|[A-Z]\)) [bc]\Z")
"""A result or a suit: « Nadal b. Federer », « Dupont c. France », but « le plan b. Le maire »."""
_ROMAN = Pattern(r"[IVXL]{1,6}(?![\w'’.])")
_UNITS = frozenset(words("m mm p t l min"))
_COUNTED = Pattern(r"\d (?:m|mm|p|t|l|min)\Z|\d,\d\d? M\Z")
_ARTICLES = frozenset(words("Le La Les De Du Des"))
_BEFORE_STOP = Pattern(r"([\w.°'’-]{1,24})\Z")
_INITIAL = Pattern(rf"(?:^|[-.\s'’(«])[{UPPER}]\Z")
_OPENERS = frozenset(
    words("""
    Le La Les L' L’ Un Une Des Du De Au Aux Ce Cet Cette Ces C' C’ Il Elle Ils Elles On Nous Vous Je J'
    Tu Mon Ma Mes Ton Ta Tes Son Sa Ses Notre Nos Votre Vos Leur Leurs Mais Et Ou Où Or Donc Car En Dans
    Sur Sous Pour Par Avec Sans Chez Depuis Pendant Après Avant Selon Lors Quand Si S' Comme Puis
    Ensuite Enfin Ainsi Alors Aussi Cependant Pourtant Toutefois Néanmoins Ici Là Hier Demain
    Aujourd'hui Plus Moins Beaucoup Tout Tous Toute Toutes Chaque Plusieurs Certains Certaines Aucun
    Aucune Rien Personne Qui Que Quoi Quel Quelle Quels Comment Pourquoi À A Y D' D’ Qu' Qu’ N' N’ Ne
    Non Oui Face Entre Contre Malgré Grâce Parmi Vers Voici Voilà Cela Ça Celui Celle Ceux
    """)
)
_FIRST_WORD = Pattern(r"[«“\"‘(\[—–-]?\s?([\w-]+['’]?)")
_SUSPENSION = Pattern("…|\\.{2,}")


def sentences(text: str) -> list[str]:
    """Cut into sentences: only the white space between them is lost.

    « M. Petit est là. “Où ?” Ici. » → « M. Petit est là. », « “Où ?” », « Ici. »
    """
    found = [piece for paragraph in _PARAGRAPH.split(text) for piece in pieces(paragraph)]
    return [stripped for sentence in found if (stripped := sentence.strip())]


def pieces(paragraph: str) -> list[str]:
    """Cut one paragraph after the white space that follows each sentence: joined, they give it back."""
    text = one_width(paragraph)
    found, start = [], 0
    for match in _BOUNDARY.finditer(text):
        if _ends_sentence(text, match):
            found.append(paragraph[start : match.end("gap")])
            start = match.end("gap")
    found.append(paragraph[start:])
    return found


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match["stop"] != "." or match["close"]:
        return _strong_stop_ends(text, match)
    recent = text[max(0, match.start() - 24) : match.start()]
    before = _BEFORE_STOP.search(recent)
    if not before or (match["upper"] and recent.endswith("C") and _OF_AN_ERA.search(recent)):
        return True
    if recent[-1].isdigit():
        return not (_LISTED.search(recent) or _CHESS_MOVE.match(text, match.end()))
    return _ends_after(before[1], text, match)


def _ends_after(written: str, text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends the sentence after this word: « Il prend le vol. Elle » yes, « M. Roy » no."""
    recent = text[max(0, match.start() - 34) : match.start()]
    if _SPELLED.search(recent):
        return True
    word = written.lower().lstrip("'’").rpartition("’")[2].rpartition("'")[2]
    tail = word.rpartition("-")[2]
    if tail in _UNITS and _COUNTED.search(text[max(0, match.start() - 6) : match.start()]):
        return not _is_figure(text, match)
    if (
        _BEATS.search(recent)
        or word in _NEVER_LAST
        or tail in _NEVER_LAST
        or ((word in _BEFORE_FIGURE or tail in _BEFORE_FIGURE) and _is_figure(text, match))
    ):
        return False
    opener = _opens(text, match)
    if word in _MAY_BE_LAST or tail in _MAY_BE_LAST:
        return opener or (not match["upper"] and "«" in match["next"])
    if _INITIAL.search(text[max(0, match.start() - 3) : match.start()]):
        return match["next"][0] in "–—" or (
            opener and (_follows_common_word(text, match.start()) or _ends_in_letters(text, match))
        )
    return True


def _strong_stop_ends(text: str, match: re.Match[str]) -> bool:
    """« Ah ! Paris » may be one breath, but a capital is a new sentence; « (…) » in a quotation is not."""
    if match["close"].strip() in ("]", ")") and _SUSPENSION.fullmatch(match["stop"]):
        return text[max(0, match.start() - 1) : match.start()] not in ("(", "[")
    return True


def _opens(text: str, match: re.Match[str]) -> bool:
    word = _FIRST_WORD.match(text, match.end())
    return bool(word) and word is not None and word[1] in _OPENERS


def _is_figure(text: str, match: re.Match[str]) -> bool:
    return not match["upper"] or _ROMAN.match(text, match.end()) is not None


def _ends_in_letters(text: str, match: re.Match[str]) -> bool:
    """« à Washington, D.C. Elle » ends there; « J.M.G. Le Clézio » does not."""
    if not _LETTERS.search(text[max(0, match.start() - 24) : match.start()]):
        return False
    word = _FIRST_WORD.match(text, match.end())
    return bool(word) and word is not None and word[1] not in _ARTICLES


def _follows_common_word(text: str, stop: int) -> bool:
    """« de la vitamine C. Il » ends there; « Jean M. Le Clézio » does not."""
    words = text[max(0, stop - 30) : stop].split()
    return len(words) > 1 and words[-2][:1].islower()
