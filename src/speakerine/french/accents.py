"""Accents that capitals have lost: SECURITE ROUTIERE → SÉCURITÉ ROUTIÈRE.

Source: Académie française, « Accentuation des majuscules » (an accent has its full value on a capital, and
without it a word is read wrong). A word that is one without an accent too (« MARCHE », « TUE ») stays.
"""

import re
import unicodedata
from functools import lru_cache

from .acronym_lists import SAID, SPELLED
from .patterns import Pattern
from .typography import words

_CAPITALS = Pattern(r"(?<![\w@#&.])[A-Z]{3,24}(?![\w@&]|\.\w)")
_ENDINGS = (
    (re.compile("IERE(?=S?$)"), "IÈRE"),
    (re.compile("(?<=..[^AEIOU])EE(?=S?$)"), "ÉE"),
    (re.compile("(?<=[AI]LIT)E(?=S?$)|(?<=IVIT)E(?=S?$)"), "É"),
)
_FIRST_E = re.compile("E(?!MAIL|NIVR|NAMOUR|NORGUEIL)(?=[BCDFGHJKLMNPQRSTVZ][AEIOUY][A-Z])")
_NO_ENDINGS = frozenset(
    words("COFFEE TOFFEE YANKEE YANKEES TENNESSEE JUBILEE PEDIGREE COMMITTEE EMPLOYEE REFEREE MILITE MILITES")
)


_THAT = Pattern(r"(?<!\w)CA(?= [A-Z]{3,}(?!\w))(?=[^a-zà-ÿ]*$)")
_MARKET = Pattern(r"(?<!\w)MARCHE(?= (?:DE NO[EË]L|AUX?|COUVERT|PUBLIC|NOCTURNE|HEBDO|PAYSAN|BIO)\b)")
_VICTIM = Pattern(
    r"(?<!\w)(?P<who>UN (?:[A-ZÀ-Þ-]{3,15} ){1,2})"
    r"(?P<what>TU|BLESS|ARR[EÊ]T|CONDAMN|INTERPELL|RETROUV|RENVERS|POIGNARD|AGRESS|EXPULS|JUG)E"
    r"(?= (?:PAR|DANS|APR[EÈ]S|AUX?|EN|POUR|PR[EÈ]S|SUR|[AÀ])\b|[,.;:!]|$)"
)


INITIAL_E = (
    r"E(?!nivr|namour|norgueil)(?:[bcdfgjlmnprstv][aeiouyàâéèêîôûï]|[bcdfgptv][lr][aeiouyéèê]"
    r"|ch[aeiou]|qu[aei])"
)
"""How a word begins whose capital E may have lost its accent."""
INITIALS = rf"(?=[EC])(?<!\w)(?:{INITIAL_E}|Ca [a-zà-ÿ])"
"""A sign that a sentence must have for `restore_initials` to find something in it."""
CEDILLAS = frozenset(words("francais francaise francaises Francais Francaise Francaises Francois"))
"""Or one of these words."""
_INITIAL = Pattern(rf"(?<![\w@#&.])(?<!arobase )(?={INITIAL_E})E[a-zà-ÿ]{{2,20}}(?![\w@&]|\.\w)")
_IT = Pattern(
    r"(?<!\w)Ca(?= (?:suffit|va|alors|ne|n['’]|fait|sera|serait|marche|commence|continue|devient|reste|y"
    r"|s['’]|m['’]|c['’]|vous|nous|me|se|peut|doit|veut|dépend|coûte|bouge|chauffe|roule|tombe|arrive)\b)"
)
_CEDILLA = Pattern(r"(?<!\w)(?P<f>[Ff])ranc(?=ais(?:es?)?\b|ois(?:es?)?\b)")
_NAMES = frozenset(words("EDOUARD EMILE EVIAN ELYSEE ELYSEES EQUATEUR"))
_FOREIGN = frozenset(words("ERIC ELITE ENABLE ENABLES EVENT EVENTS EMAILER EDISON"))
_FRENCH_ENDING = Pattern(
    r"(?:er|ir|ire|tre|tion|sion|ment|age|eur|euse|té|é|ée|és|ées|ie|ique|aire|ien|ienne|ance|ence|able|ible"
    r"|oile|ole|ude|ait|aient|yer|crit|ève|ez|ons)s?\Z"
)


def restore_initials(text: str) -> str:
    """« Etat », « Ecrire » → « État », « Écrire », « Ca va » → « Ça va », « Francois » → « François »."""
    text = _CEDILLA.sub(r"\g<f>ranç", _IT.sub("Ça", text))
    return _INITIAL.sub(lambda match: _with_initial(match[0]), text)


def _with_initial(word: str) -> str:
    """What is in the list or ends as French words do; a name of elsewhere (« Elon », « Emily ») stays."""
    bare = _bare(word.upper())
    if bare in _FOREIGN:
        return word
    known = _by_letters().get(bare, "")
    if known.startswith(("É", "È", "Ê")):
        return known[0] + word[1:]
    return "É" + word[1:] if bare in _NAMES or _FRENCH_ENDING.search(word) else word


def restore_accents(text: str) -> str:
    """« ECOLE FERMEE » → « ÉCOLE FERMÉE », « UN HOMME TUE PAR » → « TUÉ », « L’ETE » → « L’ÉTÉ »."""
    text = _VICTIM.sub(_say_victim, _MARKET.sub("MARCHÉ", _THAT.sub("ÇA", text)))
    return _CAPITALS.sub(lambda match: _accented(match[0]), text)


def _say_victim(match: re.Match[str]) -> str:
    """« UN HOMME ARRETE A ROUEN » → « UN HOMME ARRÊTÉ A ROUEN »."""
    return match["who"] + match["what"].replace("ARRET", "ARRÊT") + "É"


def _accented(capitals: str) -> str:
    """« INSEE » is an acronym, no word in -ée; a first E before one consonant is closed: « ÉBOUEURS »."""
    if capitals in SAID or capitals in SPELLED:
        return capitals
    if known := _by_letters().get(capitals):
        return known
    if _FIRST_E.match(capitals):
        capitals = "É" + capitals[1:]
    if capitals not in _NO_ENDINGS:
        for ending, accented in _ENDINGS:
            capitals = ending.sub(accented, capitals)
    return capitals


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, str]:
    """Words in capitals by their letters without accents: "ECOLE" → "ÉCOLE"."""
    from importlib.resources import files  # 15 ms, and most texts have no capitals

    text = files(__package__).joinpath("accents.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    known = [word.upper() for line in lines for word in line.split()]
    return {_bare(word): word for word in known}


def _bare(word: str) -> str:
    return "".join([letter for letter in unicodedata.normalize("NFD", word) if letter.isascii()])
