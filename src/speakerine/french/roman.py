"""Roman numerals, where the context says that they are numbers: XXIe, Louis XIV, tome III.

Source: Imprimerie nationale, Lexique, « Chiffres romains »: centuries, sovereigns, dynasties, Republics,
acts, volumes. Elsewhere they are letters (CV, CD, vitamine C).
"""

import re

from .numbers import cardinal
from .ordinals import ordinal
from .patterns import Pattern
from .typography import LOWER, UPPER, words

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_STRICT = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_SMALL = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_PAGE_NUMBER = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_TINY = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ORDINAL = Pattern(
    rf"(?<![\w.&@])(?P<r>{_TINY})(?P<end>(?<=\bI)(?:ers?|[èe]?res?)|i?[eè]mes?|es?|è)(?![\w'’])"
    r"|(?<![\w.&@])(?P<big>[LCDM][IVXLC]{1,7})(?:e|ème)(?= (?:siècles?|millénaires?|Super))"
)
_CENTURIES = Pattern(
    rf"(?<!\w)(?P<a>{_TINY})(?P<link> ?[-–/] ?| (?:et|ou|au|à) )(?!Les?\b)(?P<b>{_TINY})"
    rf"(?:e|ème)s?(?!\w)"
)
_SHOUTED_ORDINAL = Pattern(
    rf"(?<!\w)(?P<r>{_TINY})(?:[ÈE]M)?E"
    r"(?= (?:SI[ÈE]CLES?|MILL[ÉE]NAIRE|R[ÉE]PUBLIQUE|ARRONDISSEMENT|[ÉE]DITION)\b)"
)
_SHOUTED_ENDING = Pattern("[IVX](?:[ÈE]M)?E.[SMRAÉE]")
_SMALL_ENDING = Pattern(r"[ivx]e\s(?:si[èe]cle|dynas|arrond)")
_SMALL_PAGE = Pattern(r"[pP](?:\.|ages?) ?[ivxlIVXL]")
_SMALL_CAPITALS = Pattern(
    r"(?<!\w)(?P<r>(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))e(?=(?: (?:et|ou"
    r"|au) [xiv]{1,6}e)? (?:si[èe]cles?|dynasties?|arrondissement)\b)"
)
_PAGE = Pattern(
    rf"(?<!\w)(?P<lead>pages?|pp?\.)(?P<gap> ?)(?P<r>{_PAGE_NUMBER})"
    rf"(?: ?[-–] ?(?P<s>{_PAGE_NUMBER}))?(?![\w'’])",
    re.IGNORECASE,
)
_FRONT_MATTER = Pattern(
    r"(?<![\w.-])(?P<r>(?=[IVXLC]{1,7}[-, ])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
    r"(?:-|, )(?=\d{1,4} (?:p\.|pages))"
)
_SECOND = Pattern(r"(?<![\w.&@])II(?P<f>nde?|d|de)(?![\w'’])")
_ACT_AND_SCENE = Pattern(r"(?<=[a-zà-ÿé], )(?P<act>I{1,3}|IV|V)(?=, \d{1,2}(?:[),.]|, v))")
_INTRAVENOUS = Pattern(
    r"(?:(?<=\bpar voie )|(?<=\b[Pp]erfusion )|(?<=\b[Ii]njection )|(?<=administré en )|(?<=administrée en )"
    r"|(?<=injecté en )|(?<=injectée en ))IV(?!\w)"
)
_SIZES = frozenset(("XL", "LL"))
_BOWL = Pattern(rf"(?<=Super Bowl ){_TINY}(?!\w)")
_ALONE_FIRST = Pattern(
    r"(?<=\b[Ll]es )I(?=(?: et|,| ou) (?:II|III|IV)\b)|(?<!\w)I(?=(?: et| ou|, ?) ?II(?:,|\b))"
)
_CENTURY_ABBREVIATED = Pattern(
    r"(?<!\w)(?P<c>(?:Ier|[IVX]{1,6}e)(?:(?: ?[-–] ?| et )(?P<more>[IVX]{1,6}e))?) s\.(?!\w)(?P<last> ?$)?"
)
_CENTURY_BARE = Pattern(rf"(?<!\w)(?P<r>{_TINY})(?= (?:siècles?|arrondissement|République)\b)")
_NOUNS = (
    "acte|actes|scène|tome|tomes|chapitre|chapitres|livre|livres|volume|volumes|partie|titre|titres"
    "|article|section|annexe|phase|"
    "type|classe|groupe|catégorie|saison|épisode|chant|psaume|sonate|division|niveau|zone|"
    "guerre mondiale|Guerre mondiale|strophe|planche|figure|tableau|cahier|factor|Mark|numéro|n°|Paris|Lyon|"
    "phases|types|stade|grade|an|Part|Vatican|Apollo|Soyouz|Star Wars|Rocky|concile|vol|art|chap|règle"
    "|leçon|episode"
    "|pages|GTA|Rambo|étape|module|Saturn|Ligue|Game Boy|Mark|MK|Fantasy|paragraphe|Titan|Falcon"
)
_AFTER_NOUN = Pattern(
    rf"(?<!\w)(?P<lead>(?i:{_NOUNS})\.?[ -])(?P<r>{_STRICT})(?P<link> (?:et|à"
    "|ou) | ?[-–] ?)?"
    rf"(?P<s>(?(link){_STRICT}|))(?![\w'’&]| [A-Z]\b|\.[A-Z]|-[a-z\d])"
)
_SOVEREIGN = Pattern(
    rf"(?P<name>(?<!\w)[{UPPER}][{LOWER}]{{2,15}}(?:-[{UPPER}][{LOWER}]{{1,15}})?)"
    rf"(?P<gap>[ -])(?P<r>(?=[IVX]{{2}}){_SMALL}|[IVX])(?![\w'’&]|-\w|\.[A-Z]"
    rf"| [A-Z]\b|(?<= [IVX])\.(?:,| [{LOWER}]))"
)
_KINGS = frozenset(
    words("""
    Louis Charles Henri François Philippe Napoléon Jean Jean-Paul Paul Pie Benoît Léon Grégoire Clément
    Innocent Urbain Alexandre Nicolas Pierre Catherine Élisabeth Elisabeth Elizabeth Guillaume Georges
    George Édouard Edouard Edward Richard Jacques Albert Léopold Baudouin Rainier Ferdinand Alphonse
    Carlos Felipe Carl Gustave Gustaf Christian Frédéric Frederik Harald Olav Haakon Mohammed Mohamed
    Hassan Hussein Abdallah Fouad Farouk Ramsès Thoutmosis Aménophis Ptolémée Cléopâtre Séthi Darius
    Xerxès Cyrus Constantin Justinien Théodose Othon Conrad Rodolphe Maximilien Joseph Marie Anne
    Isabelle Margrethe Béatrice Sixte Jules Calixte Boniface Adrien Célestin Eugène Martin
    Victor-Emmanuel Humbert Amédée Charles-Albert Pedro Manuel Ivan Boris Siméon Michel Carol Mehmet
    Selim Soliman Robert Hugues Thibaut Raymond Lothaire Childéric Clovis Clotaire Dagobert Chilpéric
    Thierry Sigebert Carloman Pépin Sanche Alfonso Juan Louis-Philippe Tigrane Rama Akihito Bokassa
    Ménélik Radama Zog Umberto Hiro Salomon
    """)
)
_SHOUTED_KING = Pattern(
    rf"(?<!\w)(?P<lead>(?:{'|'.join(sorted(name.upper() for name in _KINGS))}) )"
    rf"(?P<r>(?=[IVX]{{2}}){_SMALL})(?!\w)"
)
_NOT_NAMES = frozenset(
    words(
        "Le La Les Un Une Au Aux Des Du En Et Pour Par Sur Groupe Plan Vitamine Facteur Classe Poutine "
        "Malcolm"
    )
)
_WOMEN = frozenset(
    words("Élisabeth Elisabeth Elizabeth Catherine Cléopâtre Marie Anne Isabelle Margrethe Béatrice Victoria")
)
_RUGBY = Pattern(
    r"(?<!\w)(?P<lead>(?:[Àà](?= XV contre)|[Ll][eE]|[Dd][uU]|[Aa][uU]|rugby à|[Uu]n) )(?P<r>XV|XIII)(?!\w)"
    r"|(?<!\w)(?P<head>XV|XIII)(?=(?: de France| tricolore| du Trèfle| de la Rose| du Poireau| du Chardon))"
)
_IN_AN_ARTICLE = Pattern(
    r"(?P<lead>\b(?:[Aa]ux?|[Dd]u|[Dd]es|[Ll]es?) )(?P<r>I{1,3}|IV|VI{0,3}|IX|X)"
    r"(?= (?:(?:bis|ter) )?de (?:l['’]article|cet article))"
)
_KINGS_LISTED = Pattern(r"(?<=\b[IVX]{2} et )XV(?!\w)|(?<=\b[IVX]{3} et )XV(?!\w)")
_HEADING = Pattern(r"(?:^|(?<= ))(?P<r>I{1,3}|IV|VI{0,3}|IX|X)[-–](?= [A-ZÀ-Þ][a-zà-ÿ])")
_FIRST_HEADING = Pattern(
    r"^I(?=\. (?:L[ea]s?|L['’][a-zéèêÉ]+|Une?|Des|Du|Introduction|Contexte|Définitions?|Présentation"
    r"|Origines?|Généralités|Objet|Rappels?)\b)"
)
_SPAN = Pattern(r"(?<![\w.-])(?P<a>[IVX]{1,6})[-–](?P<b>[IVX]{2,6})(?![\w-])")
_SPANNED = Pattern(r"\b(?:[Cc]hap|[Tt]omes|[Ll]ivres|[Aa]ctes|[Tt]itres|[Cc]hants|[Aa]nnexes|vol)")
_YEAR = Pattern(
    r"(?<![\w.])(?P<r>(?=[MDCLXVI]{4,15}(?!\w))M{1,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV"
    r"|V?I{0,3}))(?!\w)"
)
_LEFT = Pattern(
    r"(?<![\w.&@'’-])(?P<r>III|II|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XVI|XVII|XVIII|XIX|XXI)"
    r"(?![\w'’&-]|\.[A-Z])"
)
_SHOUTED = Pattern(r"[A-ZÀ-Þ]{5,}[ '’-]\Z")
_SPACED = Pattern(r"(?<!\w)([IVX]{1,6}) e(?= siècles?\b)")
_LISTED = Pattern(r"(?:^|(?<=\()|(?<= ))(?P<r>i{1,3}|iv|vi{0,3}|ix|x)(?=\))")
_WITH_ENDING = Pattern("[IVXLCDM][eèér]")
_ALONE = Pattern(r"[IVX]\b|[IVXLCDM]{2}\b")
_MANY = Pattern(r"[IVXL]e?\s?(?:[-–/]|(?:et|ou|au|à)\b)")
_FIRST = Pattern("ers?")
_FIRST_FEMININE = Pattern("[èe]?res?")


def value(roman: str) -> int:
    """What a Roman numeral is worth: "XIV" → 14."""
    values = [_VALUES[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-this if this < following else this for this, following in pairs)


def say_romans(text: str) -> str:
    """« le XXIe siècle » → « le vingt et unième siècle », « Louis XIV » → « Louis quatorze »."""
    text = _SPACED.sub(r"\1e", text)
    if " p." in text or " pages" in text:
        text = _FRONT_MATTER.sub(lambda m: f"{cardinal(value(m['r']))}, ", text)
    if "ii)" in text:
        text = _LISTED.sub(_say_small, text)
    if _SHOUTED_ENDING.search(text):
        text = _SHOUTED_ORDINAL.sub(_say_bare_century, text)
    if _SMALL_ENDING.search(text):
        text = _SMALL_CAPITALS.sub(_say_small_capitals, text)
    if _SMALL_PAGE.search(text):
        text = _PAGE.sub(_say_pages, text)
    text = _SECOND.sub(lambda m: "seconde" if m["f"].endswith("e") else "second", text)
    if _WITH_ENDING.search(text):
        if " s." in text:
            text = _CENTURY_ABBREVIATED.sub(_say_century, text)
        if _MANY.search(text):
            text = _CENTURIES.sub(_say_centuries, text)
        text = _ORDINAL.sub(_say_ordinal, text)
    text = _SHOUTED_KING.sub(lambda m: m["lead"] + cardinal(value(m["r"])), text)
    text = _INTRAVENOUS.sub("intraveineuse", text)
    return _say_alone(text) if _ALONE.search(text) else text


def _say_alone(text: str) -> str:
    """Those without an ending: « Louis XIV », « tome III », « le XV de France », « MDCCLXXXIX »."""
    text = _ACT_AND_SCENE.sub(lambda m: cardinal(value(m["act"])), text)
    text = _HEADING.sub(lambda m: f"{cardinal(value(m['r']))} –", text)
    text = _FIRST_HEADING.sub("Un", text)
    text = _KINGS_LISTED.sub("quinze", text)
    if _SPANNED.search(text):
        text = _SPAN.sub(lambda m: f"{cardinal(value(m['a']))} à {cardinal(value(m['b']))}", text)
    text = _BOWL.sub(lambda m: cardinal(value(m[0])), text)
    text = _ALONE_FIRST.sub("un", text)
    text = _CENTURY_BARE.sub(_say_bare_century, text)
    text = _AFTER_NOUN.sub(_say_after_noun, text)
    text = _SOVEREIGN.sub(_say_sovereign, text)
    text = _IN_AN_ARTICLE.sub(lambda m: m["lead"] + cardinal(value(m["r"])), text)
    text = _RUGBY.sub(lambda m: (m["lead"] or "") + cardinal(value(m["r"] or m["head"])), text)
    text = _YEAR.sub(lambda m: cardinal(value(m["r"]), rank=True), text)
    return _LEFT.sub(_say_left, text)


def _say_small(match: re.Match[str]) -> str:
    """« i) d'abord ; ii) ensuite » → « un) d'abord ; deux) ensuite »."""
    return cardinal(value(match["r"].upper()))


def _say_century(match: re.Match[str]) -> str:
    """« le XVIIIe s. » → « le XVIIIe siècle »."""
    stop = "." if match["last"] is not None else ""
    return f"{match['c']} siècle{'s' * bool(match['more'])}{stop}"


def _say_centuries(match: re.Match[str]) -> str:
    """« XIXe-XXe siècles », « XVIIe et XVIIIe », « XIX-XXe »."""
    if not match["a"] or not match["b"]:
        return match[0]
    link = match["link"] if match["link"].strip() not in ("-", "–", "/") else " "
    return f"{ordinal(value(match['a']))}{link}{ordinal(value(match['b']))}"


def _say_ordinal(match: re.Match[str]) -> str:
    if match["big"]:
        return ordinal(value(match["big"])) if re.fullmatch(_STRICT, match["big"]) else match[0]
    roman, end = match["r"], match["end"]
    if not roman or roman == "L":
        return match[0]
    plural = "s" * end.endswith("s")
    if value(roman) == 1 and _FIRST.fullmatch(end):
        return "premier" + plural
    if value(roman) == 1 and _FIRST_FEMININE.fullmatch(end):
        return "première" + plural
    return ordinal(value(roman)) + plural


def _say_small_capitals(match: re.Match[str]) -> str:
    """« au xviiie siècle » → « au dix-huitième siècle »; « la vie siècle » stays."""
    return match[0] if match["r"] in ("", "l", "vi") else ordinal(value(match["r"].upper()))


def _say_pages(match: re.Match[str]) -> str:
    """« préface, p. xii-xv » → « préface, pages douze à quinze »; « p. l » is no page."""
    numbers = [value(written.upper()) for written in (match["r"], match["s"]) if written]
    alone = match["r"].isupper() and not match["s"]
    if match["r"] == "l" or (alone and (len(match["r"]) == 1 or match["r"] in _SIZES)):
        return match[0]
    lead = "Page" if match["lead"][0] == "P" else "page"
    plural = "s" * (match["lead"].lower() in ("pages", "pp.") or len(numbers) > 1)
    return f"{lead}{plural}{match['gap'] or ' '}" + " à ".join(cardinal(number) for number in numbers)


def _say_bare_century(match: re.Match[str]) -> str:
    return ordinal(value(match["r"])) if match["r"] not in ("", "L", "C") else match[0]


def _say_after_noun(match: re.Match[str]) -> str:
    noun, roman, second = match["lead"].rstrip(" -."), match["r"], match["s"]
    if not roman or (match["link"] and not second):
        return match[0]
    if not second and roman in ("L", "C", "D", "M"):
        return match[0]
    is_university = match.string.startswith("-", match.end())
    if len(roman) == 1 and noun.lower() in ("paris", "lyon", "part") and not second and not is_university:
        return match[0]
    if len(roman) > 1 and set(roman) - set("IVXL"):
        return match[0]
    lead = match["lead"].replace("-", " ")
    spoken = cardinal(value(roman))
    if second:
        link = match["link"] if match["link"].strip() not in ("-", "–") else " "
        spoken += link + cardinal(value(second))
    return lead + spoken


def _say_sovereign(match: re.Match[str]) -> str:
    name, roman = match["name"], match["r"]
    king = name in _KINGS or name.rpartition("-")[2] in _KINGS
    if not roman or name in _NOT_NAMES or (not king and (len(roman) == 1 or roman in ("XX", "XXX", "XV"))):
        return match[0]
    if roman == "I":
        return f"{name} {'première' if name in _WOMEN else 'premier'}"
    return f"{name} {cardinal(value(roman))}"


def _say_left(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 8) : match.start()]
    return match[0] if _SHOUTED.search(before) else cardinal(value(match["r"]))
