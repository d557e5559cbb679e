"""The numbers that no other rule took: cardinals, with the gender of what they count, ranks, years.

Source: Académie française, « Un » (agrees with what it counts: vingt et une femmes), « Vingt, cent »
(no s in a rank: page quatre-vingt), « Million » (a noun: deux millions d'habitants).
"""

import re

from .gender import counts_feminine
from .numbers import read, say
from .patterns import Pattern
from .typography import LOWER, NUMBER, SIGN, SPACE, UPPER, words

_SIGNED = Pattern(rf"(?<![\w.,])(?P<n>{SIGN}{NUMBER})(?P<gap>{SPACE}(?=[{LOWER}]))?")
_ANY = Pattern(NUMBER)
_RANKED = Pattern(
    r"(?:(?<!\w)(?:page|pages|an|chapitre|article|articles|numéro|numéros|ligne|lignes|chaîne|route|tome"
    r"|volume|acte|scène|alinéa|"
    r"paragraphe|verset|figure|tableau|annexe|étape|niveau|groupe|lot|porte|quai|voie|chambre|salle"
    r"|bus|tram|métro|vol|"
    r"département|canal|bac|mai|place|table|manche|saison|épisode|version|tour|jour|semaine|phase|zone"
    r"|classe|catégorie|"
    r"question|point|stand|hall|terminal|appartement|batterie|division|section|série|titre|livre|cas"
    r"|secteur|district|pour|"
    r"note|code|dossier|modèle|type|unité|réacteur|sortie|borne|kilomètre|formule|Formule|France|Canal"
    r"|Ligue|Apollo|Boeing|"
    rf"Airbus|Covid|[{UPPER}][{LOWER}{UPPER}]{{1,20}}))[ \u00a0\u202f-]\Z"
)
_PLURAL_YEAR = Pattern(r"1[1-9](?:00|80)|2[01]80|2[1-9]00")
_NOUN = Pattern(rf"{SPACE}(?:[a-zà-ÿ]|d['’])")
_FUNCTION = Pattern(
    rf"{SPACE}(?:à|et|ou|en|de|du|des|dans|par|pour|sur|avec|mais|que|qui|est|était|a|ont|sont|fut|le"
    rf"|la|les|un|une|au|aux|où|"
    r"jusqu|ne|se|il|elle|dont|lors|après|avant|contre|sans|sous|vers|chez|car|comme|puis|soit|quand"
    r"|plus|ans?(?=\w))\b"
)
_ELIDED_NOUN = Pattern(rf"{SPACE}(?P<a>[{LOWER}{UPPER}][\w’'-]*)")
_NO_DE = frozenset(
    words(
        "à et ou en de du des dans par pour sur avec mais que qui est a ont sont au aux d l contre soit "
        "fois plus moins le la les "
        "un deux trois quatre cinq six sept huit neuf dix cent mille ne se il elle avant après pour"
    )
)
_ASPIRATED = (
    "hectare",
    "haut",
    "hryvnia",
    "huit",
    "handicap",
    "harki",
    "hausse",
    "héros",
    "hollandais",
    "hongrois",
    "hors",
)
_VOWELS = "aeiouyhàâéèêëîïôûüœAEIOUHÉÈÊÎÔ"
_NIGHTS = Pattern(
    rf"(?<![\w.,])1{SPACE}?001(?={SPACE}(?:nuits|façons|choses|raisons|manières|merveilles))", re.IGNORECASE
)


def say_numbers(text: str) -> str:
    """« 21 jeunes femmes » → « vingt et une jeunes femmes », « page 80 » → « page quatre-vingt »."""
    text = _NIGHTS.sub("mille et une", text)
    text = _SIGNED.sub(_say, text)
    return _ANY.sub(_say_joined, text)


def _say(match: re.Match[str]) -> str:
    written, text, end = match["n"], match.string, match.end("n")
    numeral = read(written)
    before = text[max(0, match.start() - 26) : match.start()]
    rank = bool(_RANKED.search(before)) and not _opens_sentence(before)
    if not rank and _PLURAL_YEAR.fullmatch(written):
        rank = not _NOUN.match(text, end) or bool(_FUNCTION.match(text, end))
    feminine = not rank and numeral.whole[-1] == "1" and counts_feminine(text, end)
    if numeral.decimals and text.startswith("fois", end + 1):
        feminine = False
    spoken = say(written, feminine=feminine, rank=rank)
    if numeral.is_round_million and (link := _of_what(text, end)):
        return spoken + link
    return spoken + (match["gap"] or _gap(text, end))


def _opens_sentence(before: str) -> bool:
    """« Avec 21 femmes »: a capital at the head of the sentence makes no name."""
    head = re.search(rf"(?:^|[.!?«:–—]{SPACE})[{UPPER}][{LOWER}]+{SPACE}\Z", before)
    return head is not None


def _of_what(text: str, end: int) -> str:
    """« 2 000 000 habitants » → « deux millions d' », before the noun."""
    match = _ELIDED_NOUN.match(text, end)
    if not match:
        return ""
    word = match["a"]
    if re.split(r"['’]", word)[0].lower() in _NO_DE or word[0].isupper():
        return ""
    return " d'" if word[0] in _VOWELS and not word.startswith(_ASPIRATED) else " de "


def _gap(text: str, end: int) -> str:
    """A space where a letter follows at once: « 12bis » → « douze bis »."""
    return " " if text[end : end + 1].isalpha() else ""


def _say_joined(match: re.Match[str]) -> str:
    """Figures stuck to something else: a space keeps the words apart."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    lead = " " if before.isalnum() or (before in "._,'’" and before) else ""
    return lead + say(match[0], rank=True) + _gap(match.string, match.end())
