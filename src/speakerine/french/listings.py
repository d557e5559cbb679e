"""Films, land and match sheets as listings give them: Film fr., chômeurs de cat. A, 71e s.p., 1 ha 20 a.

Source: OQLF, « Abréviations courantes »; AFP and programme listings.
"""

import re

from .patterns import Pattern
from .typography import words

_NATIONS = {
    "fr": ("français", "française"),
    "amér": ("américain", "américaine"),
    "ital": ("italien", "italienne"),
    "it": ("italien", "italienne"),
    "brit": ("britannique", "britannique"),
    "angl": ("anglais", "anglaise"),
    "all": ("allemand", "allemande"),
    "esp": ("espagnol", "espagnole"),
    "jap": ("japonais", "japonaise"),
    "belg": ("belge", "belge"),
    "can": ("canadien", "canadienne"),
    "russ": ("russe", "russe"),
}
A_PART = r"/(?<=[Ee]n 1/)\d"
LISTED = frozenset((*_NATIONS, *words("cat Cat p ha ca")))
"""A sign or a word that a sentence must have for `say_listings` to find something in it."""
_WORK = Pattern(
    rf"(?P<work>\b(?:[Ff]ilms?|[Tt]éléfilm|[Dd]rame|[Pp]olar|[Tt]hriller|[Dd]oc(?:umentaire)?|[Rr]oman|[Ww]estern"
    "|(?P<f>[Cc]omédie|[Ss]érie|[Tt]ragédie|[Ff]iction|[Aa]nimation)) (?:dramatique |policier )?)"
    rf"(?P<nation>{'|'.join(_NATIONS)})\."
)
_ON_PENALTY = Pattern(r"(?<=[\w'’] )s\.p\.(?= ?(?:[),;]|$))")
_CATEGORY = Pattern(r"(?<![\w.])(?P<c>[Cc])at\.(?= [A-E](?!\w))")
_ROUND = Pattern(
    r"(?<!coupé )(?<!coupée )(?<!plié )(?<!pliée )(?P<lead>\b[Ee]n )1/(?P<n>2|4|8|16)"
    r"(?=$|[.,;:)]| (?:contre|face|le|la|samedi|dimanche)\b)"
)
_ROUNDS = {"2": "demie", "4": "quart", "8": "huitième", "16": "seizième"}
_LAND = Pattern(
    r"(?<![\w.,])(?:(?P<ha>\d{1,5}) ?ha )?(?P<a>\d{1,2}) ?a"
    r"(?: (?P<ca>\d{1,2}) ?ca)?(?!\w|['’])"
)


def say_listings(text: str) -> str:
    """« Film fr. » → « Film français », « de cat. A » → « de catégorie A », « en 1/4 » → « en quart »."""
    text = _WORK.sub(lambda m: m["work"] + _NATIONS[m["nation"]][m["f"] is not None], text)
    text = _CATEGORY.sub(r"\g<c>atégorie", _ON_PENALTY.sub("sur penalty", text))
    text = _ROUND.sub(lambda m: m["lead"] + _ROUNDS[m["n"]], text)
    return _LAND.sub(_say_land, text)


def _say_land(match: re.Match[str]) -> str:
    """« 1 ha 20 a 35 ca » → « 1 hectare 20 ares 35 centiares »; « il y en a 20 a priori » stays."""
    if not match["ha"] and not match["ca"]:
        return match[0]
    names = (("ha", "hectare"), ("a", "are"), ("ca", "centiare"))
    return " ".join(
        [f"{match[part]} {name}{'s' * (int(match[part]) > 1)}" for part, name in names if match[part]]
    )
