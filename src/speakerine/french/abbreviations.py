"""Abbreviations: etc., cf., c.-à-d., 12, av. Foch, 20 min max.

Source: Imprimerie nationale, Lexique, « Abréviations »; OQLF, « Abréviations courantes ».
"""

import re
from typing import NamedTuple

from .abbreviation_lists import ANYWHERE, COUNTED, PLACES
from .compass import say_winds
from .dictionary_entries import say_entries
from .gender import is_feminine
from .nouns_too import NOUNS_TOO, is_a_noun
from .patterns import Pattern
from .tides import AN_HOUR, say_tides
from .typography import LOWER, UPPER, alternatives, as_written, by_initial_any_case, words

_RANKED = Pattern(r"(?:(?<=ième )|(?<=mier )|(?<=mière ))(?P<w>ch|al|mill)\.(?P<end>(?= ?$))?")
_MINUTE = Pattern(r"(?<=ième )min(?= [a-zà-ÿ]|[,;)])")
_COMIC = Pattern(
    r"(?P<lead>\b(?:[Uu]ne|[Ll]a|[Cc]ette|[SsMm]a|[Ee]n) )bd(?= (?:d['’u]|de |en |sur )|[.,;)]|$)"
)
_MORNING = Pattern(
    r"(?:(?<=[nrem]di )|(?<=manche )|(?<=\b(?:lun|mar|mer|jeu|ven|sam|dim)\. ))mat\.(?P<end>(?= ?$))?"
)
_RANKED_WORDS = {"ch": "chambre", "al": "alinéa", "mill": "millénaire"}
_NOT_LOWERED = frozenset(("ste.", "st.", "cad"))
_ONLY_CASED = frozenset(
    words("ds bjr slt tjs sf gd gde gds gdes ctre bd bld bvd fg rte nb jr mio mrd mds qcm cce")
)
_LONGEST_AT_AN_END = 3
"""« la SQ. » is an acronym, « MENS. » a word cut short."""
_SHOUTED_TOO = frozenset(
    words(
        "ndlr ndt ctrl appt qté pces rbds tlj stp mdr ptdr qqch qqn qq tjrs bcp etc cf màj dépt dpt càd svp "
        "vs rdv éts sté stés chée tsvp bât arrdt arrdts lgt lgts logt"
    )
)
_ACRONYMS_TOO = frozenset(
    words("bd. anc. art. col. cap. max. min. dir. sup. coll. arr. dép. vol. tél. av. syn.")
)
_ONLY_SMALL = frozenset(words("lun. ven. sam. dim. temp. ouv. max. lat. syn."))
_DICTIONARY = {key: said for key, said in ANYWHERE.items() if key not in _NOT_LOWERED}
_LONG = Pattern(r"[^\W\d_]{3,}")
_WORDS = ["ch", *[key.rstrip(".") for key in _DICTIONARY if key.rstrip(".").isalpha()]]
_WORDS += [word for key in _DICTIONARY if " " in key or "-" in key for word in _LONG.findall(key)[-1:]]
_BARE = words("crs pte blvd ave tél tel rens résa réf inscr prép abst env suppl déb dr pr")
ABBREVIATED_WORDS = frozenset(
    form for key in (*_WORDS, *_BARE) for form in (key, key.upper(), key.capitalize())
)
ABBREVIATED = (
    r"\.(?<=[^\W\d].) ?[^\s»”\")]|[TM]°|à g\.|/km|-à-|/[oO]|-(?<=\b[NS]-)[EO]\b"
    r"| [NSEOW]{1,3}\b|['’][EO](?:\b|-?[NS])|A/R\b| mat\.|c/ ?\w|[NV]/ ?[Rr]|[PB]M "
    r"|\d.{0,6}(?:pl|r|all|ch|q|sq|crs|che|pte|pass)\.? "
)
"""What a sentence must have for `say_abbreviations` to find something in it."""
_DICT_RE = Pattern(rf"(?<![\w.@/-])(?:{by_initial_any_case(_DICTIONARY)})(?![\w@]|-\w)")
_TO_A_NAME = rf"(?:d[eu] |de la |des |de l['’]|d['’]|l['’])?[{UPPER}]"
_PLACE = Pattern(rf"(?<=\d)(?P<c>,? | bis,? )(?P<w>{alternatives(PLACES)})\.? (?={_TO_A_NAME})")
_WAY = Pattern(
    rf"(?<![\w.])(?<!point [a-z] )(?P<w>(?:pl|r|all|imp|q|sq|rés|crs|pte|che|pass"
    r"|Pl|Sq|Imp|Rés|Pass|All|Q(?=\. d))\."
    r"|crs|pte|Pte|blvd|Ave|ave"
    r"|[Cc]h\.(?= (?:du |des |de la |de l['’]))) "
    rf"(?={_TO_A_NAME})(?![{UPPER}](?:\.| ))"
)
_WAYS = {"blvd": "boulevard", "ave": "avenue"}
_BEFORE_COLON = Pattern(
    r"(?<![\w.])(?P<w>[Tt][ée]l|[Rr]ens|[Rr]ésa|[Rr]éf|[Ii]nscr|[Pp]rép|[Aa]bst|[Ee]nv|[Ss]uppl"
    r"|[Rr]éal)\.?(?= ?:(?!/))"
)
_COLON_WORDS = {
    "tél": "téléphone",
    "tel": "téléphone",
    "rens": "renseignements",
    "résa": "réservations",
    "réf": "référence",
    "inscr": "inscriptions",
    "prép": "préparation",
    "abst": "abstention",
    "env": "environ",
    "suppl": "supplément",
    "réal": "réalisation",
}
_AGAINST = Pattern(rf"(?<=[{LOWER}{UPPER}.)] )c/ ?(?!o\b)(?=[{UPPER}{LOWER}«])")
_VERSUS = Pattern(rf"(?<=[{LOWER}] )c\. (?=(?:l['’])?[{UPPER}][{LOWER}])")
_OF_A_COURT = Pattern(r"(?i:\b(?:arrêt|affaire|cedh|cjue|cour|jugement|cassation)\b)")
_VITAMIN = Pattern(r"(?<!\w)(?P<v>[Vv])it\.(?= [A-EK]\d{0,2}\b)")
_OURS = Pattern(r"(?<!\w)(?P<who>[NV])/ ?[Rr]éf\.?(?!\w)")
_AFTER_HOUR = Pattern(rf"(?<!\w)[Aa]p\.(?= {AN_HOUR})")
_OUR_LADY = Pattern(r"(?<!\w)N\.-D\.(?=-d)")
_SHOUTED = Pattern(rf"[^{LOWER}]*\Z")
"""A line of capitals alone."""
_ENDS_SENTENCE = Pattern(rf" *(?:$|[»”\"]| [{UPPER}«])")
_ENDS_BEFORE_SMALL = Pattern(rf" *(?:$|[»”\"]| [{UPPER}«](?![{UPPER}]))")
_NOUN_BEFORE = Pattern(r"([^\W\d_]{3,16}) \Z")
_RANK_BEFORE = Pattern(r"(?:ième|ière|mier|nde?) \Z")
_SEVERAL = Pattern(r"\b(?:[Ll]es|[Dd]es|[Aa]ux) [^.]{0,40}ième et [^.]{0,20}ième \Z")
_OF = Pattern(" d(?:e |['’])")
_DATED = Pattern(
    r" d[eu] (?:\d|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|qu|seize"
    r"|vingt|trente|l)"
)
_OF_A_NAME = Pattern(rf" (?:d(?:u|es|e la) |de l['’])[{UPPER}]")
_NUMBER_BEFORE = Pattern(
    r"(?:ième|premi(?:er|ère)|\bseconde?|\d(?:er|ère|nde?)|(?P<many>\b(?:[2-9]|\d\d+))) \Z"
)
_MANLY_BEFORE = Pattern(r"\b(?:le|du|au|un|ce|son|ancien) \Z", re.IGNORECASE)
_ARTICLE_BEFORE = Pattern(r"(?:article|§|alinéa|chapitre)s?\D.{0,6}\Z")
_ONE_BEFORE = Pattern(r"(?:\b(?:1|une?|par|chaque|la|cette|toute) |/)\Z", re.IGNORECASE)


class After(NamedTuple):
    """What an abbreviation is after some word: « 71e min. » → « minute »."""

    before: Pattern
    spoken: str


_AFTER = {
    "min.": (
        After(Pattern(r"premier \Z"), "ministre"),
        After(
            Pattern(r"(?:ième|ière|mière|\bseconde?|\d(?:de|e|re)|\b(?:une|la|par|chaque|cette)) \Z"),
            "minute",
        ),
    ),
    "pers.": (After(_ONE_BEFORE, "personne"),),
    "hab.": (After(Pattern(r"\b[Cc]omme d['’]\Z"), "hab"), After(_ONE_BEFORE, "habitant")),
    "hôp.": (After(Pattern(r"\b(?:[Ll]es|[Dd]es|[Aa]ux) \Z"), "hôpitaux"),),
    "élec.": (
        After(Pattern(r"(?:[Cc]hauf+(?:\.|age)|cumulus|radiateurs?|vélos?|plaques?) \Z"), "électrique"),
    ),
    "éq.": (
        After(Pattern(r"\b(?:l['’]|cette |une )\Z"), "équation"),
        After(Pattern(r"(?<![\d,.])[2-9]\d? \Z|\b[1-9]\d \Z"), "équipes"),
    ),
    "dir.": (After(_MANLY_BEFORE, "directeur"),),
    "suiv.": (After(_ARTICLE_BEFORE, "suivants"),),
    "resp.": (
        After(Pattern(r"\b(?:[Ll]es|[Dd]es|[Aa]ux)[ ]\Z"), "responsables"),
        After(Pattern(r"\b(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u|[Uu]ne?)[ ]\Z|^\Z"), "responsable"),
    ),
    "rép.": (After(Pattern(r"(?:\b[IVX]+e|ième|\bde la)[ ]\Z"), "république"),),
    "vol.": (After(Pattern(r"(?:%|pour cent)[ ]\Z"), "en volume"),),
}
_WORDS_AT_END = frozenset(
    words("fact. dict. clim. art. vol. prof. ex. trad. sup. inf. exp. imp. adj. fig. cab. coll. dir. rép.")
)
_AT_HEAD = Pattern(r"[.:;(,–—-] ?\Z")
_FIGURE_AFTER = Pattern(r" (?:\d|de \d|un\b|deux|trois|quatre|cinq|dix)")


class Before(NamedTuple):
    """What an abbreviation is before some words: « exp. 3 ans » → « expérience »."""

    after: Pattern
    spoken: str


_FOLLOWED = {
    "nb": Before(_OF, "nombre"),
    "adj.": Before(Pattern(r" au maire (?:chargée|déléguée|élue)"), "adjointe"),
    "rép.": Before(Pattern(r" (?:tchèque|dém\.|démocrat|domini|centraf|franç|arabe)"), "république"),
    "éd.": Before(_DATED, "édition"),
    "dest.": Before(Pattern(" d(?:e |['’])"), "destination"),
    "dép.": Before(Pattern(rf" ?:? (?:à |vers |dès )?{AN_HOUR}"), "départ"),
    "exp.": Before(_FIGURE_AFTER, "expérience"),
    "min.": Before(_OF_A_NAME, "ministère"),
    "sup.": Before(
        Pattern(r" ?:? ?(?:\d[\d ,]{0,9}|[a-zé-]{2,20}(?: [a-zé-]{2,20}){0,4}) ?(?:kilom|hect|m)[eè]"),
        "superficie",
    ),
    "n.-b.": Before(Pattern(" ?:"), "nota bene"),
}
_YEARS_OLD = Pattern(r"(?<=\d)(?P<gap> )a\.(?=,)")
_NEVER_ENDS = frozenset(
    words(
        "c.-à-d. dyn. c.à.d. i.e. e.g. vs. n.d. é.-u. r.-u. e.-u. g.-b. n.-d. n.-b. n.-é. r.-v. n.b. p.-s. "
        "cie. éq. eq."
    )
)
_MAY_END = frozenset(
    words(
        "etc. j.-c. j.c. cie. hab. svp s.v.p. arr. dép. max. env. sqq. suiv. pers. n.d.l.r. ibid. id. univ. "
        "jr. qqch. qqn. qq. suppl. t.a.b. a.p. apr. min. w.-e. w.e. q.g. lun. ven. sam. dim. p.o."
    )
) | {"op. cit.", "loc. cit.", "ap. prol."}


def say_abbreviations(text: str) -> str:
    """« etc. » → « et cetera », « 12, av. Foch » → « 12, avenue Foch », « pl. Carnot » → « place Carnot »."""
    text = _OURS.sub(lambda m: f"{'Notre' if m['who'] == 'N' else 'Votre'} référence", text)
    text = say_entries(text)
    if " c. " in text and _OF_A_COURT.search(text):
        text = _VERSUS.sub("contre ", text)
    text = _VITAMIN.sub(r"\g<v>itamine", _AGAINST.sub("contre ", text))
    if "M " in text:
        text = say_tides(text)
    text = _PLACE.sub(lambda m: f"{m['c']}{PLACES[m['w']]} ", text)
    text = _YEARS_OLD.sub(r"\g<gap>ans", text)
    text = _COMIC.sub(r"\g<lead>B D", _MINUTE.sub("minute", text))
    text = _MORNING.sub(lambda m: "matin" + "." * (m["end"] is not None), text)
    text = _RANKED.sub(lambda m: _RANKED_WORDS[m["w"]] + "." * (m["end"] is not None), text)
    text = _AFTER_HOUR.sub("après", text)
    text = _OUR_LADY.sub("Notre-Dame", text)
    text = _WAY.sub(_say_way, text)
    if ":" in text:
        text = _BEFORE_COLON.sub(lambda m: as_written(m["w"], _COLON_WORDS[m["w"].lower()]), text)
    text = say_winds(text)
    return _DICT_RE.sub(_say_dotted, text)


def _say_way(match: re.Match[str]) -> str:
    """« pl. Carnot » → « place Carnot », « la pte de Versailles » → « la porte de Versailles »."""
    written = match["w"].rstrip(".")
    return as_written(written, _WAYS.get(written.lower()) or PLACES[written.lower()]) + " "


def _say_dotted(match: re.Match[str]) -> str:
    """« Cf. » → « Confer », « des pains, etc. » → « et cetera. »; « Il aime l'art. » has a word."""
    written = match[0]
    key = written.lower()
    if written.isupper() and _is_acronym(key, match):
        return "nota bene" if written == "NB" else written
    if (
        key in _ONLY_SMALL
        and written[0].isupper()
        and match.start()
        and not _AT_HEAD.search(match.string[max(0, match.start() - 3) : match.start()])
    ):
        return written
    if key in NOUNS_TOO and is_a_noun(match):
        return written
    rest = match.string[match.end() : match.end() + 4]
    among_others = _among_others(key, match)
    if key in _WORDS_AT_END and not among_others and not rest.strip(' »”")'):
        return written
    spoken = as_written(written, among_others or _DICTIONARY[key])
    ends = not rest.strip() or (key in _MAY_END and _ENDS_SENTENCE.match(match.string, match.end()))
    return spoken + "." * bool(written.endswith(".") and key not in _NEVER_ENDS and ends)


def _is_acronym(key: str, match: re.Match[str]) -> bool:
    """« la CSC », « la SQ. » among small letters; « VDS T3 » in a line of capitals is « vends »."""
    if key in _ONLY_CASED:
        return True
    bare = key.rstrip(".")
    ends = _ENDS_BEFORE_SMALL.match(match.string, match.end()) is not None
    is_short = bare.isascii() and bare.isalpha() and len(bare) <= _LONGEST_AT_AN_END
    if bare in _SHOUTED_TOO or not (key.isalpha() or (ends and is_short)) or _SHOUTED.match(match.string):
        return ends and key in _ACRONYMS_TOO
    return True


def _among_others(key: str, match: re.Match[str]) -> str:
    """What its neighbours make of it: « 3 vol. » → « volumes », « 2e éd. » → « édition »; "" for nothing."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    for neighbour in _AFTER.get(key, ()):
        if neighbour.before.search(before):
            return neighbour.spoken
    if key == "incl." and (noun := _NOUN_BEFORE.search(before)) and is_feminine(noun[1].lower()):
        return "incluse" + "s" * noun[1].endswith("s")
    if key == "sem.":
        return _half_year_or_week(before)
    if key in _FOLLOWED and _FOLLOWED[key].after.match(match.string, match.end()):
        return _FOLLOWED[key].spoken
    if key in COUNTED and (number := _NUMBER_BEFORE.search(before)):
        farther = match.string[max(0, match.start() - 60) : match.start()]
        return COUNTED[key] + "s" * bool(number["many"] or _SEVERAL.search(farther))
    return ""


def _half_year_or_week(before: str) -> str:
    """« 1er sem. », « au sem. » → « semestre »; « 3 sem. » → « semaines »."""
    if _RANK_BEFORE.search(before) or _MANLY_BEFORE.search(before):
        return "semestre"
    if before.endswith(("en ", "En ")):
        return "semaine"
    number = _NUMBER_BEFORE.search(before)
    return "semaine" + "s" * bool(number and number["many"])
