"""Flats, seats and street numbers as small ads write them: 3 ch., T3 de 4 p., 1 500 pl., 3/5 rue de Paris.

Source: OQLF, « Abréviations courantes »; Imprimerie nationale, Lexique, « Adresses ».
"""

import re

from .numbers import say
from .patterns import Pattern
from .typography import UPPER, words

SLASHED = r"/(?:(?<=\bs/) ?[Rrdptbc]|(?<=\bs/)s|(?<=\bS/)s|(?<=\d/)\d{1,3},? [rabpqic]|(?<=s/).?\d)"
ADVERTISED = frozenset(
    words(
        "Ch O Part px app ch pl cuis Cuis jard Jard séj Séj asc sdb RDC RdC SdB rdc Px équip fériés "
        "férié ouvrés ouvrables hab p ss TBE tbe CC HC FAI"
    )
)
"""A sign or a word that a sentence must have for `say_small_ads` to find something in it."""
_MOST_ROOMS = 12
_LODGING = Pattern(r"(?i:\b(?:hôtel|résidence|ehpad|clinique|internat|pension|auberge|gîte))")
_BEDROOMS = Pattern(r"(?<![\w.,-])(?P<n>\d{1,3}) ?ch\.(?P<ends>(?= ?$))?")
_BARE_BEDROOMS = Pattern(r"(?<![\w.,-])(?P<n>[1-9]) ch(?=,)")
_BEDROOM = Pattern(
    r"(?<![\w.])(?P<c>[Cc])h\.(?= (?:meubl|doubles?\b|simples?\b|individu|à louer"
    r"|d['’](?:h[ôo]te|amis)"
    r"|avec|communic))"
)
_ROOMS = Pattern(r"(?<![\w.,-])(?P<n>\d{1,2}) p\.(?=,| \d{1,3} ?m[2²]| à [A-Z]| avec )")
_FEES = Pattern(r"(?:(?<=\+ )|(?<=, ))ch\.(?= \d{1,3} ?€)")
_DWELLING = Pattern(
    r"(?i:\b(?:maison|appartement|appt|apt|villa|studio|loft|pavillon|[tf]\d|dpe|rdc|pièces)\b)"
)
_FLOOR_SPACE = Pattern(r"\d ?m[2²](?!\w)")
_WANTED = Pattern(r"^Ch\. (?=appt|appart|maison|studio|[FT]\d|terrain|garage|emploi|heures|loc|coloc|pers)")
_SEEKS = Pattern(r"(?<=, )ch\.(?= (?:monsieur|dame|homme|femme|compagn|ami|emploi|JF|JH|[HF] \d))")
_CONDITION = Pattern(r"(?<!\w)(?:TBE|tbe)(?!\w)")
_FOR_SALE = Pattern(r"(?i:\b(?:vds|vends|vend|à vendre)\b|€)")
_LABOUR = Pattern(r"(?<![\w.])M\.O\.(?P<end>(?= ?$))?")
_LIVED_IN = Pattern(r"(?<=m[2²]) ?hab\.(?P<ends>(?= ?$))?")
_SEATS = Pattern(
    r"(?<=\d)(?P<gap> ?)pl\.(?= ?(?:$|[,;:)(+]|(?:assises|debout|gratuites"
    r"|de (?:parking|stationnement))\b))(?P<ends>(?= ?$))?"
)
_DAYS = Pattern(r"(?<!\w)j\.(?= (?:fériés?|ouvrés?|ouvrables?)\b)")
_TERMS = {"CC": "charges comprises", "HC": "hors charges", "FAI": "frais d'agence inclus"}
_TERM = Pattern(r"(?<=€ )(?:CC|HC|FAI)(?!\w)")
_UNDER = Pattern(
    r"(?<![\w/])(?P<s>[Ss])/s[-. ]?(?=préf|sol\b|offic|lieut|marin|direc|trait|commis|total|titre)"
)
_OUT_OF = Pattern(
    r"(?<!\w)s/ ?(?=\d|cour\b|jardin|rue\b|parc\b|mer\b|place\b|jard\.|rdc"
    r"|RDV|rdv|rendez-vous|réserv|demande|place|toile|bois|papier|carton|panneau)"
)
_WITHOUT = Pattern(
    r"(?<![\w.])ss (?=asc\b|ascenseur|rdv|réserv|suppl|gluten|sucre|frais|engagement|vis-à-vis|travaux|com\b)"
)
_STREET_NUMBERS = Pattern(
    r"(?<![\w.,/])(?<!\d )(?P<a>\d{1,3})/(?P<b>\d{1,3})(?=,? (?:rue|avenue|av\.|boulevard|bd|place|pl\."
    rf"|quai|impasse|allée|chemin|cours|r\.) (?:d|l|[{UPPER}]))"
)
_IN_FULL = {
    "sdb": "salle de bains",
    "cuis.": "cuisine",
    "équip.": "équipée",
    "éq.": "équipée",
    "jard.": "jardin",
    "rdc": "rez-de-chaussée",
    "séj.": "séjour",
    "asc.": "ascenseur",
    "px": "prix",
    "part.": "particulier",
    "app.": "appartement",
}
_MIXED = Pattern(r"(?<!\w)(?:RdC|SdB)(?!\w)")
_DOORS = Pattern(r"(?<![\w.,-])(?P<n>[2-5]) p\.(?=,)")
_CAR = Pattern(r"(?i:\b(?:essence|diesel|hybride|boîte auto|clim|1re main|contrôle technique)\b)")
_SHORTENED = Pattern(
    r"(?<![\w.])(?P<many>(?:[2-9]|deux|trois) )?(?P<w>[Cc]uis\.|équip\.|(?<=uis\. )éq\."
    r"|[Jj]ard\.|[Ss]éj\.|asc\.|sdb(?!\w)"
    r"|rdc(?!\w)|(?<=\b[Aa]u )RDC(?!\w)|[Pp]x(?= ?[:\d]| (?:en|de|à|net|TTC)\b)"
    r"|[Pp]art\.(?= (?:vend|cherche|loue|achète)\b)"
    r"|app\.(?= [FT]\d))(?P<ends>(?= ?$))?"
)


def say_small_ads(text: str) -> str:
    """« 3 ch. à louer » → « 3 chambres à louer », « 800 € CC » → « 800 € charges comprises »."""
    text = _LABOUR.sub(lambda m: "main-d'œuvre" + "." * (m["end"] is not None), text)
    text = _BEDROOM.sub(r"\g<c>hambre", _BEDROOMS.sub(_say_bedrooms, _WANTED.sub("Cherche ", text)))
    if ("TBE" in text or "tbe" in text) and _FOR_SALE.search(text):
        text = _CONDITION.sub("très bon état", text)
    text = _SEEKS.sub("cherche", _FEES.sub("charges", text))
    if _CAR.search(text):
        text = _DOORS.sub(r"\g<n> portes", text)
    if _DWELLING.search(text):
        text = _BARE_BEDROOMS.sub(lambda m: f"{m['n']} chambre{'s' * (m['n'] != '1')}", text)
        text = _ROOMS.sub(lambda m: f"{m['n']} pièce{'s' * (m['n'] != '1')}", text)
    text = _LIVED_IN.sub(lambda m: " habitables" + "." * (m["ends"] is not None), text)
    text = _SEATS.sub(lambda m: f"{m['gap'] or ' '}places{'.' * (m['ends'] is not None)}", text)
    text = _UNDER.sub(r"\g<s>ous-", _TERM.sub(lambda m: _TERMS[m[0]], text))
    text = _WITHOUT.sub("sans ", _OUT_OF.sub("sur ", _DAYS.sub("jours", text)))
    text = _STREET_NUMBERS.sub(lambda m: f"{say(m['a'], rank=True)} {say(m['b'], rank=True)}", text)
    text = _MIXED.sub(lambda m: _IN_FULL[m[0].lower()], text)
    if "RDC" in text and _FLOOR_SPACE.search(text):
        text = text.replace("RDC", "rez-de-chaussée")
    return _SHORTENED.sub(_say_shortened, text)


def _say_bedrooms(match: re.Match[str]) -> str:
    """« 3 ch. » → « 3 chambres »; « 150 ch. » are horsepower."""
    rooms = int(match["n"])
    if not 0 < rooms <= _MOST_ROOMS and not _LODGING.search(match.string):
        return match[0]
    return f"{match['n']} chambre{'s' * (rooms > 1)}{'.' * (match['ends'] is not None)}"


def _say_shortened(match: re.Match[str]) -> str:
    """« 2 sdb » → « 2 salles de bains », « Cuis. équip. » → « Cuisine équipée »."""
    written, many = match["w"], match["many"] or ""
    said = _IN_FULL[written.lower()]
    if many and written == "sdb":
        said = "salles de bains"
    stop = "." * (match["ends"] is not None and written.endswith("."))
    return many + (said.capitalize() if written.istitle() or written == "Px" else said) + stop
