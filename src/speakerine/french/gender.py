"""The gender of what a number counts: « 21 jeunes femmes » → vingt et une.

Source: Académie française: un, the only cardinal that agrees, does so with the noun it counts; the
endings are those of every grammar (-tion, -té, -ée, -ure… are feminine, but for the nouns listed).
"""

import re

from .gender_lists import (
    EPICENES,
    FEMININE,
    FEMININE_ACRONYMS,
    FEMININE_ADJECTIVES,
    MAKES,
    MASCULINE,
    MASCULINE_ADJECTIVES,
    NOT_COUNTED,
)
from .patterns import Pattern
from .two_genders import AMBIGUOUS
from .typography import words

_NEXT = Pattern(r" (?:d['’])?([^\W\d_]+)(?:-([^\W\d_]+))?")
_AMONG = Pattern(r" (?:d['’]entre|parmi) (?:elles|nous toutes)\b| (?:arrière-)+petites?-filles?\b")

_ALL_HURT = Pattern(
    r" (?:ont été|sont|étaient|seront|ont toutes été) (?:[a-zà-ÿ]{3,14}ment )?"
    r"[a-zà-ÿ]{2,14}(?:ées|ies|ues|uses)\b"
)
_OR_MORE = Pattern(r" (?:à|ou|et) (?:\d{1,6}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?= [a-zà-ÿ])")
_FEMININE_ENDING = Pattern(
    r"(?:[tsx]ion|aison|gion|nion|t[ié]é|té|ée|nce|ense|anse|ure|ude|ade|ie|ise|ine|aine|eine"
    r"|enne|onne|gère|esse|asse|isse|ousse|ette|otte|atte|itte|elle|alle|ille|ulle|olle|euse|[td]rice|ière|chère|llère|[aio]ve"
    r"|ente|ante|inte|ointe|gne|ace|uce|èche|[lnrtvd]ue|ose|aise|oise|[aeou]rde|ande|une|onne|ouse|ase|ole|ale|ute|[aon]che|uche"
    r"|ombe|erse|orse|pse|ffe|ourbe|orge|yse|thèque|phère)\Z"
)
_SOME_OF = Pattern(r" (?:des|de (?:ces|ses|mes|tes|nos|vos|leurs))(?: \d{1,3}(?: \d{3})*)?(?= )")
_DEGREE = Pattern(
    r" (?:\((?:très|plus|moins|si|trop|assez)\)|très|plus|moins|si|trop|assez|toutes|tous)(?= )"
)
_INITIALS = Pattern(r" ([A-Z](?: ?[A-Z]){1,5})(?!\w)")
_DEMONYM = Pattern(
    r"(?:aise|oise|enne|aine|ine|ande|arde|ère|euse|trice|ole|une|ane|esse|cque|turque|bleue)\Z"
)
_SURE = "ées|euses|trices|aises|oises|ennes|(?<![qg])ues|ites"
"""How feminine plurals end that are hardly a noun: « politiques » is both genders'."""
_FEMININE_AFTER = Pattern(
    rf" (?:[\w-]{{2,20}}(?:{_SURE}|ères|elles|ives|antes|entes|ales|intes|ies|ines|ertes|aines|anes)"
    r"|mortes|mises|prises|seules)(?!\w)"
    r"| (?:ont été|sont|étaient|seront) (?:[a-zà-ÿ]{3,14}ment )?"
    r"[a-zà-ÿ]{2,14}(?:ées|ies|(?<![qg])ues|uses)(?!\w)"
)
ALL_OF_THEM = r" toutes (?![a-zà-ÿ]+ (?:confondu|réuni|compris)es)[a-zà-ÿ]"
"""« toutes boursières », but not « toutes générations confondues »."""
_ALL_OF_THEM = Pattern(rf"(?:[^,.;:]{{0,30}},)?{ALL_OF_THEM}")
_ALL_MEN = Pattern(r"(?:[^,.;:]{0,30},)? tous (?!les|ces|nos|leurs|deux|azimuts|[a-zà-ÿ]+ confondus)[a-zà-ÿ]")
_HERS = Pattern(
    rf" (?:(?:bien|très|trop|déjà) )?[a-zà-ÿ]{{2,14}}(?:{_SURE})(?!\w)"
    r"| (?:bien|très|trop|déjà) [a-zà-ÿ]{2,14}ies(?!\w)"
)
_HIS = Pattern(
    r"[ ,](?: ?(?:bien|très|trop) | )?"
    r"(?!mais|sans|dans|plus|sous|hors|vers|mars|gens|jamais|depuis|puis|ainsi)"
    r"[a-zà-ÿ]{2,14}(?:és|us|is|ins|aux|eux|iers|eurs|ants|ents|ifs|els|iens|uns|oirs|uts|its|irs)(?![\w'’])"
)
_FEMININE_ADJECTIVE = Pattern(
    r" [a-zà-ÿ]{2,14}(?:ère|euse|ive|elle|enne|ée|ette|trice|ale|aine|ine)s?(?![\w'’])"
)
_BOTH = frozenset(
    words(
        "élève collègue enfant adulte artiste journaliste touriste athlète partenaire locataire "
        "propriétaire responsable secrétaire fonctionnaire bénévole militaire gendarme malade juge maire "
        "ministre député eurodéputé cadre dentiste pilote réserviste cycliste automobiliste motard piéton "
        "gymnaste jihadiste architecte médecin otage fan gosse novice convive congénère interprète complice "
        "arbitre camarade peintre rebelle juriste stagiaire pensionnaire nomade indigène autochtone"
    )
)
_BOTH_ENDING = Pattern(r"(?:iste|logue|graphe|crate|[bntl]aire|iatre|nome|phile|phobe|pathe|naute)\Z")
_VERBS = frozenset(
    words(
        "porte garde lance cache chasse pare brise casse tire pique cure sèche tourne lave essuie abat "
        "appuie remue gratte passe serre presse couvre compte attrape coupe trouble rince taille ouvre "
        "pousse pince chauffe tue vide repose ramasse hache bouche arrache lève monte accroche crève saute "
        "prie perce pèse remonte gagne fume étouffe grille amuse marque pense soutien lâche réveille "
        "après arc avant hors sans cessez"
    )
)
_BEFORE_COMPOUND = frozenset(words("grands grand avant sous contre arrière chauves chauve belles"))
"""« grands-mères », « avant-premières », « chauves-souris » go by their second word."""
_PREFIXES = frozenset(
    words(
        "micro mini maxi ex demi semi télé auto sous vice super non co contre pseudo néo éco cyber quasi "
        "mi arrière avant-dernière anti inter multi pluri sage sages nord sud franco belles grands"
    )
)
MEN = frozenset(
    words(
        "homme garçon monsieur bateau camion wagon timbre mot oiseau poisson arbre café bar tiroir pont bain "
        "papier bouton sac plan filtre toit plancher laurier navire langage rouge vélo mandat couteau référé "
        "hit club opéra star pouce canapé aide fourmi"
    )
)
"""Masculine heads of compounds whose second word may be feminine: « hommes-grenouilles »."""
_SHORT = 3
_SHOUTED = 4
"""Letters: a word of so many capitals may be a headline's noun: « 21 CHOSES »."""
_ADJECTIVES_BEFORE = 3


def counts_feminine(text: str, end: int) -> bool:
    """Whether the number that ends at `end` counts something feminine: « 21| jeunes femmes »."""
    if _AMONG.match(text, end) or _ALL_HURT.match(text, end):
        return True
    if more := _OR_MORE.match(text, end) or _SOME_OF.match(text, end):
        end = more.end()
    if (letters := _INITIALS.match(text, end)) and not _is_shouted(letters[1]):
        is_hers = _ALL_OF_THEM.match(text, letters.end()) is not None
        return is_hers or re.sub(r"\W", "", letters[1]) in FEMININE_ACRONYMS
    degree = _DEGREE.match(text, end)
    return _phrase_is_feminine(text, degree.end() if degree else end)


def _phrase_is_feminine(text: str, end: int) -> bool:
    """Adjectives, if any, then a noun: « jeunes femmes »."""
    for adjectives in range(_ADJECTIVES_BEFORE):
        match = _NEXT.match(text, end)
        if not match:
            return False
        word, end = match[1].lower(), match.end()
        base = singular(word)
        tells = base in FEMININE_ADJECTIVES or not MASCULINE_ADJECTIVES.isdisjoint((base, word))
        if match[2] and (word in _BEFORE_COMPOUND or not tells):
            return _compound_is_feminine(word, match[2].lower())
        if tells:
            return base in FEMININE_ADJECTIVES
        if base not in EPICENES and not (adjectives and word == "et"):
            return _noun_is_feminine(match[1], text, end)
        if _FEMININE_AFTER.match(text, end) and not _is_masculine_next(text, end):
            return True
    return False


def _is_masculine_next(text: str, end: int) -> bool:
    """« 21 énormes| incendies »: a noun, no participle."""
    following = _NEXT.match(text, end)
    return following is not None and singular(following[1].lower()) in MASCULINE


def _noun_is_feminine(word: str, text: str, end: int) -> bool:
    """A noun by what follows it where it has two genders: « 21 tours jumelles », « 21 élèves blessées »."""
    noun = word.lower()
    base = singular(noun)
    if noun in AMBIGUOUS or base in AMBIGUOUS:
        return _is_feminine_here(AMBIGUOUS.get(noun) or AMBIGUOUS[base], text, end)
    if _is_shouted(word):
        return is_feminine(noun)
    if word[0].isupper():
        known = word.upper() in FEMININE_ACRONYMS or noun in MAKES or _DEMONYM.search(base) is not None
        return known or _HERS.match(text, end) is not None
    if base in _BOTH or (_BOTH_ENDING.search(base) and base not in FEMININE):
        return bool(_FEMININE_AFTER.match(text, end) or _ALL_OF_THEM.match(text, end))
    return is_feminine(noun) or (base not in MASCULINE and _HERS.match(text, end) is not None)


def _is_feminine_here(kind: tuple[bool, str], text: str, end: int) -> bool:
    """A noun of two genders by what follows: « 21 pages vêtus », « 31 postes aux chevaux »."""
    default, tail = kind
    if default and (_HIS.match(text, end) or _ALL_MEN.match(text, end)):
        return False
    adjective = _FEMININE_ADJECTIVE.match(text, end) or _HERS.match(text, end)
    if not default and (adjective or _ALL_OF_THEM.match(text, end)):
        return True
    return default != bool(tail and re.compile(rf" {tail}").match(text, end))


def _is_shouted(word: str) -> bool:
    """Whether capitals may be a headline's noun: « 21 CHOSES », but « 21 ONG »."""
    return word.isupper() and len(word) >= _SHOUTED and word.isalpha() and word not in FEMININE_ACRONYMS


def _compound_is_feminine(first: str, second: str) -> bool:
    """« micro-entreprises » goes by its second word; « porte-avions » is masculine."""
    if first in MAKES:
        return True
    for form in (singular(f"{first}-{second}"), f"{singular(first)}-{singular(second)}"):
        if form in FEMININE or form in MASCULINE:
            return form in FEMININE
    if first in _BEFORE_COMPOUND or first in _PREFIXES or singular(first) in EPICENES:
        return is_feminine(second)
    if first in _VERBS:
        return False
    if singular(first) in MASCULINE or singular(first) in MEN:
        return False
    return is_feminine(f"{first}-{second}") or is_feminine(first)


def is_feminine(noun: str) -> bool:
    """Whether a noun, singular or plural, is feminine: « tonnes », « régions », « blessées »."""
    base = singular(noun)
    if noun in NOT_COUNTED:
        return False
    for form in (noun, base):
        if form in FEMININE:
            return True
        if form in MASCULINE:
            return False
    return bool(_FEMININE_ENDING.search(base))


def singular(noun: str) -> str:
    """Without its plural mark, roughly: « femmes » → « femme », « eaux » → « eau »."""
    return noun[:-1] if len(noun) > _SHORT and noun[-1] in "sx" else noun
