"""The numbers that no other rule took: cardinals, with the gender of what they count, ranks, years.

Source: Académie française, « Un » (agrees with what it counts: vingt et une femmes), « Vingt, cent »
(no s in a rank: page quatre-vingt), « Million » (a noun: deux millions d'habitants).
"""

import re

from .antecedents import stands_for_feminine
from .gender import counts_feminine, is_feminine
from .numbers import read, say
from .patterns import Pattern
from .typography import LOWER, MAYBE_SIGNED, NUMBER, SIGN, UPPER, words

_SIGNED = Pattern(rf"{MAYBE_SIGNED}(?<![\w.,])(?P<n>{SIGN}{NUMBER})(?P<gap> (?=[{LOWER}]))?")
_ANY = Pattern(NUMBER)
_RANKED = frozenset(
    words(
        """
        page pages an chapitre article articles numéro numéros ligne lignes chaîne route tome volume
        acte scène alinéa paragraphe verset figure tableau annexe étape niveau groupe lot porte quai
        voie chambre salle bus tram métro vol département canal bac mai place table manche saison
        épisode version tour jour semaine phase zone classe catégorie question point stand hall
        terminal appartement batterie division section série titre livre cas secteur district note
        côté arête rayon code dossier modèle type unité réacteur sortie borne kilomètre formule Formule
        France Canal Ligue Apollo Boeing Airbus Covid
        """
    )
)
_DETERMINERS = frozenset(words("Les Des Ces Mes Tes Ses Nos Vos Leurs Aux"))
_GAPS = " -"
_WORD_BEFORE = Pattern(r"[^\s«“\"(’'-]+\Z")
_NAME = Pattern(rf"[{UPPER}][{LOWER}{UPPER}]{{1,20}}\Z")
_SPELLED = Pattern(r"(?:^| )[A-Z] [A-Z] \Z")
_PLURAL_NOUN = Pattern(rf" (?:[{LOWER}’'-]{{3,}}[sx]|[{UPPER}]{{3,}}[SX]|d['’e] ?[{LOWER}]+s)(?!\w)")
_PLURAL_YEAR = Pattern(r"1[1-9](?:00|80)|2[01]80|2[1-9]00")
_NOUN = Pattern(" (?:[a-zà-ÿ]|d['’])")
_FUNCTION = Pattern(
    " (?:à|et|ou|en|de|du|des|dans|par|pour|sur|avec|mais|que|qui|est|était|a|ont|sont|fut|le"
    r"|la|les|un|une|au|aux|où|"
    r"jusqu|ne|se|il|elle|dont|lors|après|avant|contre|sans|sous|vers|chez|car|comme|puis|soit|quand"
    r"|plus|ans?(?=\w))\b"
)
_ELIDED_NOUN = Pattern(rf" (?P<a>[{LOWER}{UPPER}][\w’'-]*)")
_NO_DE = frozenset(
    words(
        "à et ou en de du des dans par pour sur avec mais que qui est a ont sont au aux d l contre soit "
        "fois plus moins le la les "
        "un deux trois quatre cinq six sept huit neuf dix cent mille ne se il elle avant après pour"
    )
)
_ASPIRATED = tuple(
    words(
        "haut huit handi harki hausse héros hollandais hongrois hors hryvnia hall halte hamac hamburger "
        "hameau hamster hanche hand hangar hanneton hardi harde hareng haricot harpe hasch hauban havre "
        "héron hérisson hernie hêtre heurt hibou hippie hobby hochet hockey holding homard honte "
        "hooligan hot-dog hotte houle houx hublot huche huguenot hurle hussard hutte hackathon hacker "
        "hashtag hit"
    )
)
_VOWELS = "aeiouyhàâéèêëîïôûüœAEIOUHÉÈÊÎÔ"
_MILLE = Pattern(r" mille\b")
_WAYS = (
    "rue|avenue|route|place|impasse|allée|venelle|ruelle|voie|chaussée|esplanade|promenade|montée|traverse"
)
_STREET = Pattern(rf" (?:{_WAYS})(?!\w)")
_STREET_NAMED = Pattern(rf" (?:{_WAYS}) (?:d[eu]s? |d['’]|l['’]|[{UPPER}])")
_FAR = 120
"""Characters: how far back what a lone number counts is looked for."""
_WEIGHS = Pattern(r"(?i:\b(?:pès|pesa|pesé|poids|perdu|perd)[a-zé]*(?: de)? )\Z")
_POUNDS = Pattern(r" livres?\b")
_MADE = Pattern(r"\bm(?:is|ise|ises|et|ettent|ettre|ettra) au point \Z")
_GLUED = Pattern(r"[a-z]\b")
_IN_YEAR = Pattern(r"(?:\b(?:[Ee]n|[Ll]['’]an|[Vv]ers|[Aa]nnée|[Dd]epuis|[Dd]ès) |\b[Nn]ée? en )\Z")
_ALONE = Pattern(r"(?:$|[.,;:!?)»…]| (?:et|à|puis|avant|après|par|dans|sous|avec|pour)\b)")
_THOSE = Pattern(r"(?:Les|Ces|Des) (?P<noun>[a-zà-ÿœ]{3,}[sx])(?= [^.]{0,40}1 par 1(?!\w))")
_NIGHTS = Pattern(
    r"(?<![\w.,])1 ?001(?= (?:nuits|pattes|façons|choses|raisons|manières|merveilles))", re.IGNORECASE
)


_POINT_THEN_LETTER = Pattern(r"\d\.[^\W\d_]")
_GLUED_POINT = Pattern(r"(?<![\w.,])(\d{1,3}\.)(?=[^\W\d_])")


def say_numbers(text: str) -> str:
    """« 21 jeunes femmes » → « vingt et une jeunes femmes », « page 80 » → « page quatre-vingt »."""
    if "1 par 1" in text and (those := _THOSE.match(text)) and is_feminine(those["noun"]):
        text = text.replace("1 par 1", "une par une")
    if "001" in text:
        text = _NIGHTS.sub("mille et une", text)
    if _POINT_THEN_LETTER.search(text):
        text = _GLUED_POINT.sub(r"\1 ", text)
    text = _SIGNED.sub(_say, text)
    return _ANY.sub(_say_joined, text)


def _say(match: re.Match[str]) -> str:
    written, text, end = match["n"], match.string, match.end("n")
    if len(written) == len("03") and written[0] == "0" and _PLURAL_NOUN.match(text, end):
        written = written[1]
    numeral = read(written)
    before = text[max(0, match.start() - 26) : match.start()]
    rank = _is_rank(before, text, end)
    if not rank and _PLURAL_YEAR.fullmatch(written):
        rank = not _NOUN.match(text, end) or bool(_FUNCTION.match(text, end))
    if _MILLE.match(text, end) or (_GLUED.match(text, end) and not numeral.decimals):
        rank = True
    if not rank and _ALONE.match(text, end) and _IN_YEAR.search(before):
        rank = True
    feminine = not rank and numeral.whole[-1] == "1" and _is_of_women(match, end)
    if numeral.decimals and text.startswith("fois", end + 1):
        feminine = False
    spoken = say(written, feminine=feminine, rank=rank)
    if numeral.is_round_million and (link := _of_what(text, end)):
        return spoken + link
    return spoken + (match["gap"] or _gap(text, end))


def _is_of_women(match: re.Match[str], end: int) -> bool:
    """« 21 rues », « dont 1 » of « 12 victimes »; « 21 rue Monge » is an address."""
    text = match.string
    if (_STREET if match["n"] != "1" else _STREET_NAMED).match(text, end):
        return False
    before = text[max(0, match.start() - _FAR) : match.start()]
    if (
        match["n"].replace(" ", "").isdigit()
        and (stands := stands_for_feminine(before, text, end)) is not None
    ):
        return stands
    if _WEIGHS.search(before) and _POUNDS.match(text, end):
        return True
    return counts_feminine(text, end)


def _is_rank(before: str, text: str, end: int) -> bool:
    """« page 80 », « Paris 2024 »; but « chaque jour 80 trains », « en France 200 élus »."""
    if before[-1:] not in _GAPS or not before[:-1]:
        return False
    word = _WORD_BEFORE.search(before[:-1])
    if _MADE.search(before):
        return False
    if not word or not (
        word[0] in _RANKED
        or word[0].lower() in _RANKED
        or (
            (_NAME.match(word[0]) or _SPELLED.search(before))
            and word[0].capitalize() not in _DETERMINERS
            and not _opens_sentence(before)
        )
    ):
        return False
    of_a_rank = word[0].lower().startswith("numéro")
    return of_a_rank or not _PLURAL_NOUN.match(text, end) or bool(_FUNCTION.match(text, end))


def _opens_sentence(before: str) -> bool:
    """« Avec 21 femmes »: a capital at the head of the sentence makes no name."""
    head = re.search(rf"(?:^|[.!?…«:–—] |[(“\"])[{UPPER}][{LOWER}]+ \Z", before)
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
