"""Abbreviations of public notices, whose word depends on those around: 1re cat., voie de dr., 2 pers./salle.

Sources: OQLF, « Abréviations courantes »; Imprimerie nationale, Lexique, « Abréviations »; town bulletins.
"""

import re
from functools import partial
from typing import NamedTuple

from .compass import say_sides
from .patterns import Pattern
from .typography import UPPER, as_written, words

PER = (
    r"[/.](?:(?<=/) ?(?:nuit|pers|PERS|salle|ad\b|sem|foyer|équipe|famille|élève|table|couple|ml\b|classe"
    r"|groupe|enfant|logement|chambre|joueur|séance|hab|véhicule|match|page|s\b|min\b)|(?<= s\.) p\."
    r"|(?<=A\.)R|(?<= l\.) ?\d)"
)
"""A sign that `say_notices` looks for."""


class _Short(NamedTuple):
    """An abbreviation with what stands before and after it, and what it stands for there."""

    before: str
    written: str
    after: str
    said: str

    def pattern(self) -> Pattern:
        """It keeps its stop at the end of a sentence."""
        return Pattern(
            rf"(?P<b>{self.before})(?<![\w.])(?P<w>{self.written})\.(?P<end>(?= ?$))?(?={self.after})"
        )


_RANKED = r"\b(?:\d{1,2}(?:re|er|e|de|nde)|[Pp]remière|[Ss]econde|[Dd]euxième|[Tt]roisième) "
_FILMS = "[Pp]olicier|[Dd]rame|[Ff]ilm|[Tt]éléfilm|[Dd]ocumentaire|[Tt]hriller|[Ww]estern|[Cc]onte|[Rr]oman"
_OF_A_CAR = (
    r"\b(?:[Rr]oues?|[Pp]neus?|[Ff]reins?|[Ss]ièges?|[Bb]anquette|[Pp]ortes?|[Pp]are-chocs|[Dd]isques?"
    r"|[Pp]assagers?|[Aa]mortisseurs?|[Cc]eintures?|[Ss]uspension|[Dd]érailleur|[Vv]itres?) "
)
_TABLE = (
    _Short(_RANKED, "cat", "", "catégorie"),
    _Short(_RANKED, "cl", "", "classe"),
    _Short(_RANKED, "pers", "", "personne"),
    _Short(r"\b(?:[Aa]u|[Dd]u|[Ll]e) ", "sing", "", "singulier"),
    _Short(r"\b(?:pers\.|personne) du ", "pl", "", "pluriel"),
    _Short(r"\b(?:n\. ?[mf]\.|nom (?:masculin|féminin)|adj\.|adjectif), ", "pl", "", "pluriel"),
    _Short(r"\b(?:[Dd]u|[Aa]u|[Ll]e|[Uu]n) ", "gr", r" [A-Z\d]", "groupe"),
    _Short(r"\b[Bb]uvette(?: et|,) ", "rest", "", "restauration"),
    _Short(rf"\b(?:{_FILMS}) ", "fr", "", "français"),
    _Short(r"\b(?:[Cc]omédie|[Ss]érie|[Tt]ragédie|[Cc]hronique) ", "fr", "", "française"),
    _Short(r"\b(?:[Ll]a|[Àà] la|[Dd]e la|[Cc]f\.|[Vv]oir) ", "l", r" \d{1,3}(?![\d,])", "ligne"),
    _Short(r"(?:milliers?|millions?|\d M) d['’]", "ex", "", "exemplaires"),
    _Short(
        r"\b(?:[Rr]eliure|[Vv]eau|[Mm]aroquin|[Bb]asane|[Cc]uir|[Vv]élin|[Dd]emi-\w+)[\w ,]{0,20} de l['’]",
        "ép",
        "",
        "époque",
    ),
    _Short(r"(?:\bp\.|\bpages)[^.;]{0,14} \d+ ", "pl", "", "planches"),
    _Short(r"\b(?:morte?|décédée?) ", "s. p", "", "sans postérité"),
    _Short(r"\b(?:l['’]|[Uu]n )", "A.R", r" du \d", "arrêté royal"),
    _Short(r"\b(?:[Pp]orte|[Éé]tage|[Ff]ace),? ", "dr", "", "droite"),
    _Short(r"\b(?:[Pp]orte|[Éé]tage|[Ff]ace),? ", "g", "", "gauche"),
    _Short(r"\b(?:1|[Uu]ne) ", "pén", "", "pénalité"),
    _Short(r"\b(?:[2-9]|\d\d+) ", "pén", "", "pénalités"),
    _Short(r"\(", "Fr", r", \d{4}", "France"),
    _Short(r"", "[Pp]op", r" ?:? ?\d", "population"),
    _Short(r", ", "cap", r" [A-ZÀ-Þ][a-zà-ÿ]", "capitale"),
    _Short(r"", "ch", r" comprises", "charges"),
    _Short(r"\b(?:[2-9]|\d\d+) ", "empl", "", "emplacements"),
    _Short(r"\b(?:avril|avr\.|mai|juin|juill?\.|juillet|août|mars) (?:à|au) ", "sept", "", "septembre"),
    _Short(r"", "[Aa]rr", r" ?:? ?\d{1,2} ?h", "arrivée"),
    _Short(r"\b(?:[2-9]|\d\d+) ", "car", "", "caractères"),
    _Short(r"\bl['’]", "al", r" \d", "alinéa"),
    _Short(r"", "[Dd]oc", r" \d", "document"),
    _Short(r"", "[Bb]apt", r" (?:le|à|en)\b", "baptisé"),
    _Short(r"\b(?:cotis\.|[Cc]otisation|charges|loyer) ", "ann", "", "annuelle"),
    _Short(r"\bécoles? ", "mat", "", "maternelle"),
    _Short(r"\b(?:[Ll]es|[Dd]es|[Aa]ux) (?:\d+ )?", "com", " de ", "communes"),
    _Short(r"\bde l['’]", "env", "", "environnement"),
    _Short(r"", "ch", r" ru", "chemin"),
    _Short(r"\d,? ", "ch", r" (?:des?|du|de la|de l['’]) ?[A-ZÀ-Þ]", "chemin"),
    _Short(r"", "fac", r" (?:de|des|d['’])", "faculté"),
    _Short(r"(?:€|euros?|EUR) (?:de |\+ )", "ch", "", "charges"),
    _Short(r"\d (?:de |€ )?\+ ", "ch", "", "charges"),
    _Short(r"\b[2-9]\d* ", "pl", r"$| (?!d(?:u|es?|e la) |d['’])[a-zà-ÿ(]", "places"),
    _Short(
        r"\b(?:[ÉéEe]quipes?|[NDR]\d|[Nn]ationale|[Ll]igue|[Ss]ection|[Cc]ourse|[Dd]ivision) ",
        "fém",
        "",
        "féminine",
    ),
    _Short(r"", "fém", "", "féminin"),
    _Short(r"", "masc", "", "masculin"),
    _Short(
        r"",
        "dern",
        r" (?:journée|étape|séance|manche|place|minute|ligne|heure|édition|course|semaine|année|fois)",
        "dernière",
    ),
    _Short(r"", "dern", r" [a-zà-ÿ]", "dernier"),
    _Short(r"\b(?:voie|file|rive|côté|aile|porte) de ", "dr", "", "droite"),
    _Short(r"\b(?:voie|file|rive|côté|aile|porte) de ", "g", "", "gauche"),
    _Short(r"", "[Vv]it", r" (?:limit|max|moy|réd|autor)", "vitesse"),
    _Short(r"", "[Ss]tat", rf" (?:service|essence|d['’]|de (?:mét|RER|tram|ski|lav)|[{UPPER}])", "station"),
    _Short(r"\b(?:[Ee]n |[Ll]a |[Ss]ous-)", "préf", "", "préfecture"),
    _Short(r"", "[Pp]réf", r" (?:de |d['’]|du )", "préface"),
    _Short(r"\b(?:justice|juridiction|procédure|enquête) ", "adm", "", "administrative"),
    _Short(r"\b(?:trib\.|[Tt]ribunal|agent|directeur) ", "adm", "", "administratif"),
    _Short(r", ", "not", r" (?:s(?:on|a|es)|l(?:es?|a)|les? art|art)\b", "notamment"),
    _Short(r"", "Ord", r" (?:du|n)", "ordonnance"),
    _Short(r"", "[Ii]mpr", rf" [{UPPER}]", "imprimerie"),
    _Short(r"\b(?:vol\.|volumes?|tomes?) ", "rel", "", "reliés"),
    _Short(r"", "[Rr]el", r" (?:plein|demi|cuir|toile|d['’]|post|éd)", "reliure"),
    _Short(r"\b(?:[Nn]ombreuses|\d+|[Ll]es|[Dd]es|[Aa]vec) ", "ill", "", "illustrations"),
    _Short(r"", "[Ii]ll", r" (?:en|de|d['’]|par)\b", "illustrations"),
    _Short(
        r"\b(?:[Mm]enuiseries?|[Ee]scalier|[Éé]clairage|[Pp]arking|[Aa]ccès|[Vv]olets?|[Tt]ravaux) ",
        "ext",
        "",
        "extérieur",
    ),
    _Short(
        r"\b(?:[Mm]enuiseries?|[Ee]scalier|[Éé]clairage|[Pp]arking|[Aa]ccès|[Tt]ravaux) ",
        "int",
        "",
        "intérieur",
    ),
    _Short(r"", "[Pp]rov", r" (?:d[eu’']|Q)", "province"),
    _Short(
        r"\b(?:[Ll]a |[Ss]a |[Dd]e |leur )",
        "pop",
        r" (?:du|active|totale|locale|mun)",
        "population",
    ),
    _Short(r"\b(?:[Ss]éisme|[Ss]ecousse|[Rr]éplique)s? (?:d[e’'] ?)?", "mag", r" \d", "magnitude"),
    _Short(r"\b(?:l['’]|[Uu]ne |[Cc]ette |[Ll]a |[Ll]eur |[NnVv]otre |[Dd]ernière )", "éd", "", "édition"),
    _Short(r"\b(?:[Ll]a (?:\d{1,2}(?:re|e) |première |seconde )?|[Uu]ne )", "adj", "", "adjointe"),
    _Short(r"\b(?:l['’]|[Uu]n |[Cc]et |[Ll]e |[Dd]ernier |[Pp]remier )", "ép", "", "épisode"),
    _Short(r"", "[Éé]p", r" \d+(?: et |, | à | ?[-–&] ?)\d", "épisodes"),
    _Short(r"\b(?:[Ss]es|[Ll]es|[Dd]es|[Cc]es|[Aa]ux) ", "art", "", "articles"),
    _Short(r"\b[2-9]\d* ", "ad", "", "adultes"),
    _Short(r"(?:/|par |\b1 )", "ad", "", "adulte"),
    _Short(r"", "équip", r" (?:spéciaux|obligatoires|sportifs|hiver|publics)", "équipements"),
    _Short(r"\b[2-9]\d* ", "doc", "", "documents"),
    _Short(r"\b(?:[Ll]es|[Dd]es|[Cc]es|[Ss]es|[Vv]os|[Nn]os) ", "doc", "", "documents"),
    _Short(r"\b\d+ ", "doc", "", "document"),
    _Short(r"\b[Aa]ux ", "h", r" d[e’']", "heures"),
    _Short(r"\b(?:[Ff]in|[Dd]ébut|[Mm]i|[Cc]ourant)(?:-| )", "sept", "", "septembre"),
    _Short(r"", "[Dd]ép", r" ?:? ?(?:à |vers |dès )?\d{1,2} ?h", "départ"),
    _Short(r"", "[Ss]ucc", rf" [{UPPER}]", "succursale"),
    _Short(r"\b(?:l['’]|[Ll]es |[Dd]es )?", "aut", r" \d", "autoroute"),
    _Short(rf"\bà l['’]|{_OF_A_CAR}", "av", "", "avant"),
    _Short(rf"\bà l['’]|{_OF_A_CAR}", "arr", "", "arrière"),
    _Short(r"\b(?:[Mm]étro|[Tt]ram(?:way)?|[Bb]us|RER|[Tt]ransilien) ", "[Ll]", r" ?[\dA-Z]", "ligne"),
    _Short(r"", "[Tt]rad", r" (?:de l['’]|d['’]|du )[a-zà-ÿ]", "traduit"),
    _Short(
        r"\b(?:pers\.|(?:[Uu]ne? |[Cc]haque |[Ll][ae] |[Pp]ar )[a-zà-ÿ]{3,12}) ",
        "suppl",
        "",
        "supplémentaire",
    ),
    _Short(r"\b(?!dans|sans|hors|plus)[a-zà-ÿ]{3,16}s ", "suppl", "", "supplémentaires"),
    _Short(r"\b(?:[Ss]elon |[Aa]vec |ans d['’]|mois d['’])", "exp", "", "expérience"),
    _Short(r"\b(?:1|[Uu]n) ", "ex", r" (?:en|dispo|rest|à v|num|sign|d[eu’'])", "exemplaire"),
    _Short(r"\b[2-9]\d* ", "ex", r" (?:en|dispo|rest|à v|num|sign)", "exemplaires"),
    _Short(r"\b[Ee]n ", "prol", "", "prolongation"),
    _Short(r"[Bb]ac ?\+ ?\d ", "min", "", "minimum"),
    _Short(r"\b(?:[Ll]e|[Aa]u|[Dd]u) \d{1,2}(?:er|e) ", "j", "", "jour"),
    _Short(r"\b[Pp]ar ", "j", "", "jour"),
    _Short(r"\b[2-9] ", "vit", "", "vitesses"),
    _Short(r"\b(?:article|alinéa|art\.|al\.) [\w ]{1,20} ", "let", r" [a-z]\b", "lettre"),
)
_CLASS = re.compile(r"\[(.)(.)\]")
NOTICED = frozenset(
    words(
        "pr vs dt ts V v b ml fig j lun mar mer jeu ven sam dim "
        "Lun Mar Mer Jeu Ven Sam Dim H F JF JH chap Ont Alb Man Sask "
        "Qc QC E O N S nos éq éqs TGV TER RER Intercités train trains métro métros rame rames bus tram trams"
    )
) | frozenset(_CLASS.sub(case, short.written) for short in _TABLE for case in (r"\1", r"\2")) - {"l"}
"""Words that a sentence must have for `say_notices` to find something in it; for the l of « l’ », see PER."""
_SHORT = [(_CLASS.sub("", short.written) + ".", short.pattern(), short.said) for short in _TABLE]
_PERSON = Pattern(r"(?<![\w.])(?P<who>J?[HF])\.?(?= (?:de )?\d\d(?: ?[-/–] ?\d\d| à \d\d)? ?(?:ans|a\.))")
_PERSONS = {"H": "homme", "F": "femme", "JH": "jeune homme", "JF": "jeune femme"}
_PER = Pattern(
    r"(?P<n>\d(?: ?€| ?[a-zà-ÿ]{1,14}\.?))(?P<gap> ?)/ ?"
    r"(?P<of>nuit|pers\.?|PERS\.?|salle|ad\.?|sem\.?|foyer|équipe|famille|élève|table|couple|classe|groupe"
    r"|enfant|logement|chambre|joueur|séance|véhicule|match|page)"
    r"(?P<end>(?= ?$))?(?![\wà-ÿ]|/)"
)
_COUNTED_STOP = Pattern(r"(?P<unit>\d ?(?:j|h|min|kg|g|l|cl|ml))\.(?= ?/)")
_TIMES_PER = Pattern(r"(?<=\bfois)/(?P<of>s|min|h|j)(?![\w/])")
_TIME_UNITS = {"s": "seconde", "min": "minute", "h": "heure", "j": "jour"}
_PER_HEAD = Pattern(r"(?<=[A-Za-zà-ÿ])/hab(?:itant)?\b\.?(?P<end>(?= ?$))?")
_EACH = {"pers": "personne", "ad": "adulte", "sem": "semaine"}
_OUT_OF = Pattern(
    r"(?<![\w.,])(?P<n>\d (?:TGV|TER|RER|Intercités|trains?|métros?|rames?|bus|trams?))/(?P<m>\d)(?![\w/])"
)
_PER_PERSON = Pattern(r"(?<=[a-zà-ÿ]) ?/ ?pers\.?(?P<end>(?= ?$))?(?!\w)")
_RUNNING_METRE = Pattern(r"(?<=€)(?: ?/ ?|(?: le | du ))ml(?!\w)")
_STALLS = Pattern(r"(?i:vide|broc|étal|empl|expos|marché|stand|puces|clôture|haie|mur\b|grill)")
_PROVINCE = Pattern(r"(?<=\()(?:Ont|Alb|Man|Sask)\.(?=\))|(?<=\()(?:Qc|QC)(?=\))")
_PROVINCES = {"Ont": "Ontario", "Alb": "Alberta", "Man": "Manitoba", "Sask": "Saskatchewan", "Qc": "Québec"}
_HALF_A_DAY = Pattern(r"(?<![\w/.,])1/2 j(?:\.|(?![\w'’]))")
_SEE = Pattern(r"(?:^|(?<=\())(?P<v>[Vv])\. (?=aussi\b|art\.|p\. ?\d|infra|supra)")
_VERSES = Pattern(r"(?:(?<=\d, )|(?<=[IVXLC], )|(?<=[IVXLC] \())v\.(?= \d+(?P<many> ?[-–à]| et|,)?)")
_IN_A_BOOK = Pattern(r"\b(?:chap|ch\. ?[\dIVXL]|sourate|psaume|évangile)")
_SIGNED = Pattern(r"(?<![\w.])(?P<v>[hbdg])\. ?à ?(?P<h>[dghb])\.(?P<end>(?= ?$))?")
_CORNERS = {"h": "haut", "b": "bas", "d": "droite", "g": "gauche"}
_FIGURATIVE = Pattern(r"(?<=\bau )fig\.(?P<end>(?= ?$))?(?! ?\d)")
_FOR = Pattern(r"(?<!\b[LlDd][eu] )(?<!\b[Uu]n )(?<![\w.])pr (?=[a-zà-ÿ]{2}|l['’]|\d)")
_YOU = Pattern(
    r"(?<![\w.])vs (?=(?:informe|prie|souhaite|invite|remerci|attend|propose|accueill|rappel|signal))"
)
_WITH_FIGURES = Pattern(r"(?<![\w.])dt (?=\d)")
_EVERY = Pattern(r"(?<![\w.])ts (?=les\b)")
_SIDES_OF_NUMBERS = Pattern(r"(?<=\b[Cc]ôté )nos(?= (?:im)?pairs)")
_EQUATION = Pattern(r"(?<![\w.])(?P<w>éqs?)\. ?\((?P<n>\d{1,2})\)")


def say_notices(text: str) -> str:
    """« 1re cat. » → « 1re catégorie », « voie de dr. » → « voie de droite », « h/nuit » → « par nuit »."""
    if " ans" in text or "a." in text:
        text = _PERSON.sub(lambda m: _at_head(m, _PERSONS[m["who"]]), text)
    if "." in text:
        text = _say_pointed(text)
    if "(" in text:
        text = _PROVINCE.sub(lambda m: _PROVINCES[m[0].rstrip(".").capitalize()], text)
    if "pr " in text or "vs " in text or "ts " in text or "dt " in text:
        text = _WITH_FIGURES.sub("dont ", _EVERY.sub("tous ", _YOU.sub("vous ", _FOR.sub("pour ", text))))
    if "nos " in text:
        text = _SIDES_OF_NUMBERS.sub("numéros", text)
    if "ml" in text and "€" in text and ("€ le ml" in text or _STALLS.search(text)):
        text = _RUNNING_METRE.sub(" le mètre linéaire", text)
    return _say_slashed(text) if "/" in text else text


def _say_pointed(text: str) -> str:
    """« l'éq. (2) », « V. aussi p. 3 », « plein E. », « 2e cat. »."""
    if "éq" in text:
        text = _EQUATION.sub(r"équation \g<n>", text)
    if "V." in text or "v." in text:
        text = _SEE.sub(lambda m: "Voir " if m["v"] == "V" else "voir ", text)
        if _IN_A_BOOK.search(text):
            text = _VERSES.sub(lambda m: "versets" if m["many"] else "verset", text)
    if ". à " in text:
        text = _SIGNED.sub(
            lambda m: f"{_CORNERS[m['v']]} à {_CORNERS[m['h']]}" + "." * (m["end"] is not None), text
        )
    if "fig." in text:
        text = _FIGURATIVE.sub(lambda m: "figuré" + "." * (m["end"] is not None), text)
    text = say_sides(text)
    for hint, pattern, said in _SHORT:
        if hint in text:
            text = pattern.sub(partial(_say_short, said), text)
    return text


def _say_slashed(text: str) -> str:
    """« 1/2 j. », « 2 TGV/3 », « 3 €/ml » of a stall, « 10 h/nuit »."""
    text = _OUT_OF.sub(r"\g<n> sur \g<m>", _HALF_A_DAY.sub("demi-journée", text))
    text = _PER_HEAD.sub(lambda m: " par habitant" + "." * (m["end"] is not None), text)
    text = _TIMES_PER.sub(lambda m: f" par {_TIME_UNITS[m['of']]}", text)
    text = _PER.sub(_say_each, _COUNTED_STOP.sub(r"\g<unit>", text))
    return _PER_PERSON.sub(lambda m: " par personne" + "." * (m["end"] is not None), text)


def _say_short(said: str, match: re.Match[str]) -> str:
    """« 1re cat. » → « 1re catégorie », with its stop at the end of the sentence."""
    return match["b"] + as_written(match["w"], said) + "." * (match["end"] is not None)


def _at_head(match: re.Match[str], said: str) -> str:
    """« H. 62 ans » → « Homme 62 ans », « cherche F. 55 ans » → « femme 55 ans »."""
    return said if match.start() else said.capitalize()


def _say_each(match: re.Match[str]) -> str:
    """« 10 h/nuit » → « 10 h par nuit », « 75 €/PERS. » → « … par personne »; « €/pers. » is for `money`."""
    of = match["of"].lower()
    if match["of"].startswith("pers") and match["n"].endswith("€"):
        return match[0]
    stop = "." * (of.endswith(".") and match["end"] is not None)
    return f"{match['n']} par {_EACH.get(of.rstrip('.'), of.rstrip('.'))}{stop}"
