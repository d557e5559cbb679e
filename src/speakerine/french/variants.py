"""Usual writings of what the rules know under another: « 3° étage », « 1:40.91 », « les 80's ».

Runs first, and gives each its form in the books. Sources: Imprimerie nationale, Lexique, « Ordinaux » (3e,
not 3°, which is tertio), « Heures », « Dates », « Siècles »; Académie française, « De » (elided before
« un », a numeral too, where it counts something: « un film d'une heure »).
"""

import re

from .gender import counts_feminine
from .months import MONTH, SHORT_DAYS, SHORT_MONTHS
from .numbers import say
from .patterns import Pattern
from .typography import LOWER, UPPER, closing_quotes, words

_RANKED = (
    "étage|arrondissement|édition|tour|victoire|journée|trimestre|semestre|âge|siècle|place|année|jour|mandat|division"
    "|régiment|rang|catégorie|position|bataillon|anniversaire|séance|leçon|partie|chapitre|alinéa|semaine|mois|étape"
    "|manche|set|round|concours|rencontre|festival|salon|congrès|rallye|course|titre|médaille|but|essai|minute"
    "|mi-temps|promotion|République|dynastie|millénaire|compagnie|corps|armée|chambre|adjointe?|vice-président"
    "|génération|commandement|symphonie|acte|volume|tome|cycle|fois|opus|forum|défaite|saison|épisode|phase"
)
_DEGREE_RANK = Pattern(
    rf"(?<![\w.,])(?P<n>\d{{1,3}})°(?= (?:{_RANKED})s?\b)"
    r"|(?P<lead>\b(?:[Ll]a|[Ss]a|[Uu]ne|[Cc]ette|[Ll]eur) )(?P<f>\d{1,3})°(?= [a-zà-ÿ]{3})"
)
_DEGREE_MAY = Pattern(rf"(?<![\w.,])1°(?= {MONTH})")
_ROMAN_DEGREE = Pattern(
    r"(?<![\w.°])(?P<r>[IVX]{1,6})°(?= (?:siècles?|arrondissement|République|s\.|dynastie|et [IVX]|au [IVX])"
    r"|(?<=[IVX]{2}°)(?:$|[.,;)]))"
)
_CENTURY = Pattern(
    r"(?<![\w.,–-])(?P<n>(?:1?\d|2[01])e|(?:1?\d|2[01])[eè]me|[IVX]{1,6}[eè]me) s\.(?P<end>(?= ?$))?(?!\w)"
    r"|(?<!\w)(?P<first>Ier|1er(?= s\. a[vp]r?\.)) s\."
)
_SMALL_CELSIUS = Pattern(r"(?<=\d°)c(?!\w)|(?<=\d °)c(?!\w)")
_FORMS = Pattern(r"(?<=\b[Ll]es )[3-6]e(?= (?:du|de la|de l['’]|des collèges|partir|iront|ont|sont)\b)")
_SPACED_RANK = Pattern(r"(?<![\w.,])(?P<n>\d{1,2}) e(?= (?:de\b|du\b|[a-zà-ÿ]{3}))")
_SPACED_ROMAN = Pattern(r"(?<![\w.])(?P<r>[IVX]{1,6}) [eè]me(?= (?:siècle|arrond|Répub))")
_FIRST = Pattern(r"(?<![\w.,])1ier(?=\s)|(?<![\w.,])(?P<n>\d{1,3})(?:-[eè]me|me(?= [a-zà-ÿ]))(?!\w)")


def say_odd_ranks(text: str) -> str:
    """« au 3° étage » → « au 3e étage », « XIX° siècle » → « XIXe siècle », « 18e s. » → « 18e siècle »."""
    if "°" in text:
        text = _DEGREE_MAY.sub("1er", _SMALL_CELSIUS.sub("C", text))
        text = _DEGREE_RANK.sub(_say_degree_rank, text)
        text = _ROMAN_DEGREE.sub(r"\g<r>e", text)
    text = _CENTURY.sub(lambda m: f"{m['n'] or m['first']} siècle" + "." * (m["end"] is not None), text)
    text = _SPACED_ROMAN.sub(r"\g<r>e", _SPACED_RANK.sub(r"\g<n>e", text))
    text = _FORMS.sub(lambda m: m[0] + "s", text)
    return _FIRST.sub(lambda m: f"{m['n']}e" if m["n"] else "1er", text)


def _say_degree_rank(match: re.Match[str]) -> str:
    """« la 1° victoire » → « la 1re victoire », « le 12° régiment » → « le 12e régiment »."""
    number = match["n"] or match["f"]
    feminine = match["f"] or counts_feminine(match.string, match.end())
    return (match["lead"] or "") + number + (("re" if feminine else "er") if number == "1" else "e")


_DECADE = Pattern(
    r"(?P<lead>\b(?:[Ll]es|[Dd]es|[Aa]ux) |\bannées )"
    r"(?P<d>(?:1[89]|20)[2-9]0(?=['’]?s)|[2-9]0(?=['’]s)|[6-9]0(?=s))['’]?s(?!\w)"
    r"|(?P<alone>(?<![\w.,])[5-9]0)['’]s(?!\w)"
)
_HOURS = r"\d{1,2} ?h(?: ?\d\d)?"
_HALVES_OF_A_DAY = Pattern(rf"(?P<first>{_HOURS} ?[-–] ?{_HOURS}) ?/ ?(?={_HOURS} ?[-–])")
_PRICES = Pattern(
    r"(?P<p>€(?:\d\d)?|\beuros?) / "
    rf"(?=[-–]? ?\d|[{UPPER}a-zà-ÿ][\wà-ÿ ]{{1,30}}:|[a-zà-ÿé]+ \d)"
    r"|(?P<close>€)/(?=\d+(?:[.,]\d+)? ?€)"
)
_TWO_TELEPHONES = Pattern(r"(?<=\d\d) / (?=0[1-9][ .]?\d\d[ .]?\d\d)")
_RACE = Pattern(r"(?<![\w:.,])(?P<m>\d{1,2}):(?P<s>[0-5]\d)[.,](?P<c>\d{1,3})(?![\w:]|[.,]\d)")
_QUARTERS = Pattern(r"(?<![\d/.,])(?P<n>[13])/4h(?!\w)")
_HALF_HOUR = Pattern(r"(?<![\d/.,])1/2h(?!\w)")
_DAYS_AND_NIGHTS = Pattern(r"(?<![\w.,/])(?P<d>\d{1,2}) ?j ?/ ?(?P<n>\d{1,2}) ?n(?:uits?)?(?!\w)")
_INCHES_AND = Pattern(r"(?<![\w.,/\"])(?P<n>\d{1,2})(?:\"|″|'') ?(?=(?:1/[248]|3/[48])(?![\w/]))")
_WHEEL = Pattern(r"(?i:pneu|pression|frein|suspension|disque|roue|jante)")
_AXLE = Pattern(r"(?<![\w-])A(?P<end>[VR])(?=[ :]+\d)")
_PART_OF_INCH = Pattern(r"(?<![\w./,])(?P<part>1/[248]|3/[48]|[57]/8|\d/16)(?:″|''|(?P<q>\"))(?!\w)")
_SWISS_YEAR = Pattern(
    r"(?P<lead>\b(?:[ÉéEe]lèves?|[Cc]lasses?|[Dd]egrés?|[Ee]nseignante?s?|[Vv]olée)\b"
    r"[^.;\d]{0,16} (?:de |en |les )?)"
    r"(?P<n>[1-9]|1[01])H(?![\w]| ?\d)"
)
_EPISODE = Pattern(r"(?<!\w)S(?P<s>\d{1,2})E(?P<e>\d{1,3})(?!\w)")
_OVEN = Pattern(
    r"(?<![\w.])(?<!\d )(?:[Tt]h|[Tt]herm\.|[Tt]hermostat) ?(?P<from>[1-9]|10)(?:/(?P<to>[1-9]|10))?(?![\w/])"
)
_PART_OF_LITRE = Pattern(r"(?<![\d/.,])(?P<part>[1357]/[48]) l(?!\w)")
_RECORD = Pattern(
    r"(?P<lead>\b(?:[Uu]n|[LlCc]es?|[SsMm]on|[DSds]es|[Dd]eux|[Tt]rois|\d) (?:vieux |premier )?(?:33|45|78))"
    r" t(?![\w.’'/]| d[e’'] ?[a-zà-ÿ])"
)
_VALVES = Pattern(
    r"(?P<lead>\d[.,]\d ?(?:l )?(?:8|12|16|20|24))V(?!\w)"
    r"|(?<=\bmoteur )(?P<n>8|12|16|20|24)V(?!\w)"
)
_TIE_BREAK = Pattern(r"(?<=[67][-/][67])\((?=\d{1,2}\))")


def say_odd_figures(text: str) -> str:
    """« 1:40.91 » → « 1'40"91 », « les 80s » → « les années 80 », « 12 € / 6 € » → « 12 €, 6 € »."""
    text = _DECADE.sub(_say_decade, text)
    if ":" in text:
        text = _RACE.sub(r"\g<m>'\g<s>" + '"' + r"\g<c>", text)
    if "/" in text:
        text = _HALVES_OF_A_DAY.sub(r"\g<first>, ", text)
        text = _PRICES.sub(lambda m: f"{m['p'] or m['close']}, ", text)
        text = _TWO_TELEPHONES.sub(", ", text)
        text = _HALF_HOUR.sub("1/2 h", _QUARTERS.sub(r"\g<n>/4 d'heure", text))
        text = _DAYS_AND_NIGHTS.sub(r"\g<d> jours, \g<n> nuits", text)
        text = _INCHES_AND.sub(lambda m: f"{m['n']} pouce{'s' * (m['n'] != '1')} ", text)
        text = _say_parts_of_an_inch(text)
    if _WHEEL.search(text):
        text = _AXLE.sub(lambda m: "avant" if m["end"] == "V" else "arrière", text)
    text = _SWISS_YEAR.sub(lambda m: f"{m['lead']}{say(m['n'])} H", text)
    text = _EPISODE.sub(lambda m: f"saison {int(m['s'])} épisode {int(m['e'])}", text)
    text = _VALVES.sub(lambda m: f"{m['lead'] or m['n']} soupapes", _RECORD.sub(r"\g<lead> tours", text))
    text = _OVEN.sub(_say_oven, _PART_OF_LITRE.sub(r"\g<part> de litre", text))
    return _TIE_BREAK.sub(" (", text)


def _say_parts_of_an_inch(text: str) -> str:
    """« un robinet 3/4" » → « 3/4 de pouce », unless the mark closes a quotation."""
    closing = closing_quotes(text) if '"' in text else frozenset()
    return _PART_OF_INCH.sub(
        lambda m: m[0] if m["q"] and m.start("q") in closing else f"{m['part']} de pouce", text
    )


def _say_oven(match: re.Match[str]) -> str:
    """« th 7 » → « thermostat 7 », « Therm. 6/7 » → « Thermostat 6, 7 »."""
    word = "Thermostat" if match[0][0] == "T" else "thermostat"
    return f"{word} {match['from']}" + (f", {match['to']}" if match["to"] else "")


def _say_decade(match: re.Match[str]) -> str:
    """« les tubes des 80s » → « les tubes des années 80 »; « années 80's » → « années 80 »."""
    if match["alone"]:
        return f"années {match['alone']}"
    return match["lead"] + ("" if match["lead"][0] == "a" else "années ") + match["d"]


_OF_ONE = Pattern(
    r"\b(?P<d>[Dd]|[Qq]u)e (?=0,01 ?€|1(?: ?h(?!\w)| ?h\d\d|,\d\d? m(?![\w/])| 000 000(?! \d)"
    r"|/(?:[2-9]|10)(?![\w/])| (?:M|Md)€"
    r"| (?!(?:à|ou|et|sur|pour|contre)\b)[a-zà-ÿ€$£]| [A-ZÀ-Þ][a-zà-ÿ]{3}))"
)
_OF_A_MINUTE = Pattern(r"\b(?P<d>[Dd])e 1['’′] ?(?P<s>\d\d)(?P<u>[\"″”]|''|’’)?(?!\w)")
_CFA = Pattern(r"(?P<scale>(?:million|milliard)s?) (?:de )?F ?CFA(?!\w)")
_CHF = Pattern(r"(?P<scale>(?:million|milliard)s?) (?:de )?CHF(?!\w)")
_IN_CFA = Pattern(r"(?<=\ben )F ?CFA(?!\w)")
_SWISS_SUM = Pattern(r"(?P<c>CHF|US\$|[$€]) ?(?P<n>\d[\d.,’']*) (?:[Mm]io)(?:\.(?!$))?(?!\w)")
_SMALL_FR = Pattern(r"(?<!\w)fr\. (?=\d{1,4}\.(?:\d\d(?!\d)|[–-]))")
_MIO = Pattern(r"(?<=\d) [Mm]io(?:\.|\b)(?= (?:d[e’']|CHF|fr))")
_AROUND = Pattern(r"(?P<dash>[-–]) ?v\. ?(?=\d{2,4}(?!\d))")
_EURO_PER = Pattern(r"(?<=\deuros)/(?=[a-zà-ÿ]{3})|(?<=\d euros)/(?=[a-zà-ÿ]{3})")
_PER_INHABITANTS = Pattern("(?<=[a-zà-ÿ])/(?=1 ?0{1,2}(?: ?000)? (?:hab|naissances|personnes)|100 000)")
_FROM = Pattern(r"\b(?P<d>[Dd]e \d{1,3}(?:,\d)?)[-–](?=\d{1,3}(?:,\d)? ?%)")
_UNIT_STOP = Pattern(
    r"(?:(?<=\d)(?P<u> ?(?:min|mn|sec|kms?|kgs?|cm|mm|ha|ml|cl|h|l|gr?|m|t|j"
    r"|s(?=\. (?:d['’](?:avance|écart)|de (?:retard|plus|moins|pénalité)))))|(?<=/)(?P<per>j|h))"
    r"\.(?= [a-zà-ÿ(]|[,;])"
)
_HORSES = Pattern(r"(?<=\d)(?:ch|CH)(?![\w.])")


def say_odd_sums(text: str) -> str:
    """« 12 milliards de FCFA » → « … de francs CFA », « de 1h45 » → « d'1h45 », « 250 cas/100 000 hab. »."""
    text = _UNIT_STOP.sub(lambda m: m["u"] or m["per"], text)
    text = _OF_A_MINUTE.sub(lambda m: f"{m['d']}'1 min {m['s']}{' s' * (m['u'] is not None)}", text)
    text = _OF_ONE.sub(r"\g<d>'", text)
    if "CFA" in text:
        text = _IN_CFA.sub("francs CFA", _CFA.sub(r"\g<scale> de francs CFA", text))
    text = _SMALL_FR.sub("Fr. ", text)
    text = _SWISS_SUM.sub(r"\g<n> millions de \g<c>", text)
    text = _CHF.sub(r"\g<scale> de francs suisses", text)
    text = _MIO.sub(" millions", text)
    text = _AROUND.sub(r"\g<dash> vers ", text)
    text = _EURO_PER.sub(" par ", text)
    text = _FROM.sub(r"\g<d> à ", _PER_INHABITANTS.sub(" pour ", text))
    return _HORSES.sub(" ch", text)


_MODE = Pattern(
    r"(?P<note>\ben (?:do|ut|ré|mi|fa|sol|la|si)(?: (?:bémol|dièse))? )(?P<mode>min|maj)\.(?P<end>(?= ?$))?"
)
_MODES = {"min": "mineur", "maj": "majeur"}
_STANDARD = Pattern(r"(?P<lead>\b[Nn]ormes? (?:NF )?)EN(?= (?:ISO )?\d)")
_XI = Pattern(r"(?<!\w)XI(?= (?:Jinping|JINPING))")
_CHRIST = Pattern(
    r"(?<!av\. )(?<!ap\. )(?<!apr\. )(?<!avant )(?<!après )(?<!\bde )"
    rf"\bJ\.-C\.(?= [{UPPER}][{LOWER}])"
)


def say_odd_words(text: str) -> str:
    """« en ré min. » → « en ré mineur », « la norme EN 14342 » → « E N », « J.-C. Roy » → « J C Roy »."""
    text = _MODE.sub(lambda m: m["note"] + _MODES[m["mode"]] + "." * (m["end"] is not None), text)
    text = _STANDARD.sub(r"\g<lead>E N", text)
    return _CHRIST.sub("J C", _XI.sub("Xi", text))


_DAY = "|".join(SHORT_DAYS)
_A_MONTH = "|".join([MONTH, *sorted(SHORT_MONTHS, key=len, reverse=True)])
_SHORT_DAY = Pattern(
    rf"(?<![\w.-])(?P<d>{_DAY})(?= (?:1er|\d{{1,2}}) (?:{_A_MONTH})\b"
    r"| :? ?\d{1,2} ?h(?!\w|a\b))",
    re.IGNORECASE,
)
_LETTERS = {name[:2].capitalize(): name for name in SHORT_DAYS.values()}
_TWO = "|".join(_LETTERS)
_LETTER_DAYS = Pattern(rf"(?<![\w.-])(?P<a>{_TWO})(?: ?[-–] ?(?P<b>{_TWO}))?(?= ?:? ?\d{{1,2}} ?h)")
DAYS = frozenset(form for day in words(" ".join(SHORT_DAYS)) for form in (day, day.capitalize(), day.upper()))
DAYS |= frozenset(_LETTERS)


def say_short_days(text: str) -> str:
    """« SAM 21 SEPT » → « samedi 21 SEPT », « Lu-Ve : 9h-17h » → « lundi au vendredi : 9h-17h »."""
    text = _SHORT_DAY.sub(lambda m: SHORT_DAYS[m["d"].lower()], text)
    return _LETTER_DAYS.sub(_say_letter_days, text)


def _say_letter_days(match: re.Match[str]) -> str:
    """« Lu-Ve » → « lundi au vendredi », « Sa » → « samedi »."""
    return " au ".join(_LETTERS[letters] for letters in (match["a"], match["b"]) if letters)
