"""Abbreviations: M., Mme, Dr, St-Denis, n° 5, p. 12, av. J.-C., etc., c.-à-d.

Source: Imprimerie nationale, Lexique, « Abréviations »; OQLF, « Abréviations courantes ».
"""

import re

from .abbreviation_lists import AFTER_ARTICLE, ANYWHERE, BEFORE_NAME, BEFORE_NUMBER, PLACES, STYLES
from .patterns import Pattern
from .typography import LOWER, SPACE, UPPER, alternatives, by_initial_any_case, words

_PLAIN_TITLES = [title for title in BEFORE_NAME if title not in words("M MM Me Mes Col Fr Prof Sr Bx")]
_TITLE = Pattern(
    rf"(?<![\w.’-])(?<!Louis )(?<![A-Z] )(?<!monsieur )(?<!M\. )(?<![A-Z]\. )(?:(?P<m>MM?)\.|"
    rf"(?P<t>{alternatives(_PLAIN_TITLES)}"
    rf")\.?|(?P<d>Col|Gal|Prof|Gén)\.|(?P<me>Mes?))"
    rf"(?P<gap>{SPACE}?)(?=[{UPPER}]|(?:et|ou){SPACE}M(?:me|lle|\.)|(?:l[ea]s?{SPACE}|l['’]|d[eu]{SPACE}|d['’])(?:[a-zà-ÿ{UPPER}]))"
)
_HEAD = Pattern(rf"(?:^(?:[—–•-]{SPACE})?|[«“\"])[{SPACE[1:-1]}]{{0,2}}\Z|[.!?…]{SPACE}\Z")
_RANKS = [form for rank in AFTER_ARTICLE for form in (rank, rank.capitalize())]
_RANK = Pattern(
    rf"(?<=\b[LlDdAa][aeu] )(?P<w>{alternatives(_RANKS)})"
    rf"(?P<dot>\.?)(?P<gap>{SPACE})(?=(?:de{SPACE}|d['’]|du{SPACE})?[{UPPER}][{LOWER}])"
)
_STYLE = Pattern(rf"(?<![\w.])(?:{alternatives(STYLES)})(?={SPACE}(?:l[ea]{SPACE}|l['’]|[{UPPER}][{LOWER}]))")
_HIGH = Pattern(r"(?<![\w.])H(?P<e>tes?|ts?)(?P<gap>[- ])(?=[A-Z][a-z]|de-)")
_SISTER = Pattern(rf"(?<=\b[Ll]a )Sr(?={SPACE}[{UPPER}][{LOWER}])|^Sr(?={SPACE}[{UPPER}][{LOWER}])")
_HIGHS = {"t": "Haut", "ts": "Hauts", "te": "Haute", "tes": "Hautes"}
_EITHER = Pattern(rf"(?<![\w/])(?P<a>M\.?|Mme|Mlle){SPACE}?/{SPACE}?(?P<b>M\.?|Mme|Mlle)(?![\w/])")
_WEEKEND = Pattern(r"(?<=\b(?:[Cc]e|[Ll]e|[Dd]u|[Uu]n) )(?:WE|we)(?!\w)")
_FOLLOWING = Pattern(
    rf"(?P<lead>\b(?:pages?|articles?){SPACE}\d{{1,5}}){SPACE}(?:et{SPACE})?(?P<w>sqq?\.|s\.|ss\.)(?P<end>{SPACE}?$)?"
)
_COUPLE = Pattern(rf"(?<![\w.])M[r.]?{SPACE}(et|ou){SPACE}(?=M(?:me|lle)\b)")
_ME_VERBS = Pattern(rf"{SPACE}?(?:Too|Myself|First)\b")
_TITLE_ALONE = Pattern(r"(Drs?|Prs?|Mgr)\.?")
_MESSRS = Pattern(rf"(?<![\w.])MM(?=\.?$|\.[ ,]|{SPACE}(?:les\b|[{UPPER}][{LOWER}]))")
_CIVIL = {
    "M": "monsieur",
    "Mme": "madame",
    "Mmes": "mesdames",
    "Mlle": "mademoiselle",
    "Mlles": "mesdemoiselles",
    "MMmes": "mesdames",
    "Mrs": "misses",
}
_ALWAYS = Pattern(r"(?<![\w.])(Mmes?|Mlles?)\.?(?!\w)(?P<end>)")
_SAINT = Pattern(
    rf"(?<![\w.])(?P<s>[Ss]te?s?|S[tT]E?S?)(?P<dot>\.?)(?P<gap>[-{SPACE[1:-1]}])"
    rf"(?=[{UPPER}][{LOWER}'’{UPPER}])"
)
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_NUMBERED = Pattern(
    rf"(?<![\w.'’-])(?P<w>{alternatives(BEFORE_NUMBER)})\.{SPACE}?(?=\d|[IVXL]{{1,6}}\b)", re.IGNORECASE
)
_PAGES = Pattern(rf"(?<=\d)(?P<gap>{SPACE})p\.(?!{SPACE}?(?:\d|[IVXL]+\b|ex\b|c))(?P<end>{SPACE}?$)?")
_CHAMBER = Pattern(rf"(?<=ième{SPACE})ch\.(?P<end>{SPACE}?$)?")
_PER_HUNDRED = Pattern(rf"(?<=\d){SPACE}(?:p\.{SPACE}?(?:100|cent)|pct|pc)(?!\w)")
_NUMBER_SIGN = Pattern(
    rf"(?<![\w.])(?P<w>[Nn])(?:[°ºᵒ]|o)(?P<s>s?)(?:{SPACE}?(?=\d)|{SPACE}(?=[IVXL]+\b)|(?P<alone>"
    rf"(?=[ .,;)]|$)))|№{SPACE}?"
)
_NUMBER_O = Pattern(rf"(?<!\w)(?P<w>[Nn])os?{SPACE}(?=\d)")
_PARAGRAPH = Pattern(rf"(?P<s>§§?){SPACE}?(?=\d|[IVX]|$|\w)")
_NOT_LOWERED = frozenset(("ste.", "st.", "cad"))
_ONLY_CASED = frozenset(words("sf bd bld bvd fg rte nb jr mio mrd mds qcm cce"))
_DICTIONARY = {key: said for key, said in ANYWHERE.items() if key not in _NOT_LOWERED}
_WORDS = ["ch", *[key.rstrip(".") for key in _DICTIONARY if key.rstrip(".").isalpha()]]
ABBREVIATED_WORDS = frozenset(form for key in _WORDS for form in (key, key.upper(), key.capitalize()))
ABBREVIATED = r"\.(?<=[^\W\d].)[ \u00a0]?[^\s»”\")]|[TM]°|/km|-à-|/[oO]|\d.{0,6}(?:pl|r|all|ch|q)\.? "
"""What a sentence must have for `say_abbreviations` to find something in it."""
_DICT_RE = Pattern(rf"(?<![\w.@/-])(?:{by_initial_any_case(_DICTIONARY)})(?![\w@]|-\w)")
_PLACE = Pattern(
    rf"(?<=\d)(?P<c>,?{SPACE}|{SPACE}bis,?{SPACE})(?P<w>pl|r|all|ch|rte|imp|av|bd|q)\.?{SPACE}(?="
    rf"(?:d[eu]{SPACE}|de la{SPACE}|des{SPACE}|d['’]|l['’])?[{UPPER}])"
)
_NEAR_HEAD = 4
_OFFICERS = frozenset(words("Gal Gén Cdt Cne Lt Cpt"))
_PARTICLE = Pattern(rf"(?:de{SPACE}|d['’]|du{SPACE})[{UPPER}]")
_WORDS_TOO = frozenset(words("p f col cap adj prof card fr insp prés"))
_WAY = Pattern(
    rf"(?<![\w.])(?P<w>pl|r|all|imp|q)\.{SPACE}(?=(?:d[eu]|des|de la|de l['’]|d['’]){SPACE}?[{UPPER}])"
)
_ENDS_SENTENCE = Pattern(rf"{SPACE}*(?:$|[»”\"]|{SPACE}[{UPPER}«])")
_RANK_BEFORE = Pattern(r"(?:ième|ière)[ \u00a0]\Z")
_DATED = Pattern(
    rf"{SPACE}d[eu]{SPACE}(?:\d|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|qu|seize|vingt|trente|l)"
)
_EDITIONS = Pattern(r"(?:ième|er|ère|nde?|(?P<many>\b(?:[2-9]|\d\d+)))[ \u00a0]\Z")
_LOWERED = frozenset(words("compagnie milliard milliards million terminale terminales métro"))
_NEVER_ENDS = frozenset(
    words("c.-à-d. c.à.d. i.e. e.g. vs. n.d. é.-u. r.-u. e.-u. g.-b. n.-d. n.-b. n.-é. r.-v. n.b. p.-s. cie.")
)
_MAY_END = (
    "etc.",
    "j.-c.",
    "j.c.",
    "cie.",
    "hab.",
    "svp",
    "s.v.p.",
    "arr.",
    "dép.",
    "max.",
    "env.",
    "sqq.",
    "suiv.",
    "pers.",
    "n.d.l.r.",
    "ibid.",
    "id.",
    "univ.",
    "jr.",
    "op. cit.",
    "loc. cit.",
    "qqch.",
    "qqn.",
    "qq.",
    "suppl.",
    "t.a.b.",
    "a.p.",
    "ap. prol.",
    "apr.",
    "min.",
    "w.-e.",
    "q.g.",
)


_SELDOM = Pattern(rf"/|[SRLPpFf]\.|H[t]|Sr\b|WE\b|we\b|\b(?:{alternatives(_RANKS)})\b")


def say_titles(text: str) -> str:
    """« M. Roy, le Dr Martin » → « monsieur Roy, le docteur Martin »; « St-Denis » → « Saint-Denis »."""
    if alone := _TITLE_ALONE.fullmatch(text):
        return BEFORE_NAME[alone[1]].capitalize()
    if _SELDOM.search(text):
        text = _say_seldom(text)
    text = _COUPLE.sub(lambda m: f"{_at_head(m, 'monsieur')} {m[1]} ", text)
    text = _TITLE.sub(_say_title, text)
    text = _MESSRS.sub(lambda m: _at_head(m, "messieurs"), text)
    text = _ALWAYS.sub(lambda m: _at_head(m, _CIVIL[m[1]]), text)
    return _SAINT.sub(_say_saint, text)


def _say_seldom(text: str) -> str:
    """« M./Mme », « S.M. le roi », « le gal de Gaulle », « Hte-Savoie », « ce WE »."""
    text = _EITHER.sub(lambda m: f"{_CIVIL[m['a'].rstrip('.')]} ou {_CIVIL[m['b'].rstrip('.')]}", text)
    text = _STYLE.sub(lambda m: STYLES[m[0]], text)
    text = _RANK.sub(
        lambda m: (
            AFTER_ARTICLE[m["w"].lower()] + m["gap"] if m["dot"] or m["w"].lower() not in _WORDS_TOO else m[0]
        ),
        text,
    )
    text = _HIGH.sub(lambda m: _HIGHS[m["e"]] + m["gap"], text)
    text = _SISTER.sub("sœur", text)
    return _WEEKEND.sub("week-end", text)


def say_references(text: str) -> str:
    """« n° 5 » → « numéro 5 », « pp. 12-15 » → « pages 12-15 », « § 3 » → « paragraphe 3 »."""
    text = _PAGES.sub(
        lambda m: m["gap"] + "pages" + "." * (m["end"] is not None), _PER_HUNDRED.sub(" %", text)
    )
    text = _NUMBERED.sub(lambda m: _as_written(m["w"], BEFORE_NUMBER[m["w"].lower()]) + " ", text)
    text = _NUMBER_SIGN.sub(_say_number_sign, text)
    text = _NUMBER_O.sub(lambda m: _as_written(m["w"], "numéro") + " ", text)
    text = _FOLLOWING.sub(_say_following, text)
    return _PARAGRAPH.sub(lambda m: "paragraphe" + "s" * (len(m["s"]) - 1) + " ", text)


def say_abbreviations(text: str) -> str:
    """« etc. » → « et cetera », « 12, av. Foch » → « 12, avenue Foch »."""
    text = _PLACE.sub(lambda m: f"{m['c']}{PLACES[m['w']]} ", text)
    text = _CHAMBER.sub(lambda m: "chambre" + "." * (m["end"] is not None), text)
    text = _WAY.sub(lambda m: PLACES[m["w"]] + " ", text)
    return _DICT_RE.sub(_say_dotted, text)


def _say_title(match: re.Match[str]) -> str:
    title = match["m"] or match["t"] or match["d"] or match["me"]
    following = match.string[match.end() : match.end() + 1]
    couple = match.string.startswith(("et M", "ou M"), match.end())
    particle = title in _OFFICERS and _PARTICLE.match(match.string, match.end())
    if title not in ("M", "MM") and not (following.isupper() or couple or particle):
        return match[0]
    if match["me"] and (not match["gap"] or _ME_VERBS.match(match.string, match.end())):
        return match[0]
    if match["t"] and not match["gap"]:
        return match[0]
    return _at_head(match, BEFORE_NAME[title]) + (match["gap"] or " ")


def _at_head(match: re.Match[str], title: str) -> str:
    """« M. Petit dort. » → « Monsieur Petit dort. »: a capital at the head of the sentence."""
    start = match.start()
    before = match.string[:start] if start < _NEAR_HEAD else "…" + match.string[start - 2 : start]
    return title.capitalize() if _HEAD.search(before) else title


def _say_saint(match: re.Match[str]) -> str:
    written = match["s"]
    if written.islower() and match["gap"] != "-":
        return match[0]
    spoken = _SAINTS[written.lower()]
    return (spoken if written.islower() else spoken.capitalize()) + match["gap"]


def _say_number_sign(match: re.Match[str]) -> str:
    if match[0].startswith("№"):
        return "numéro "
    if match[0][1:2] == "o" and not match["s"] and match["alone"] is not None:
        return match[0]
    if match[0][1:2] == "o" and match["alone"] is not None:
        return match[0]
    word = _as_written(match["w"], "numéro") + match["s"]
    return word if match["alone"] is not None else word + " "


def _say_following(match: re.Match[str]) -> str:
    """« pages 12 sqq. » → « pages 12 et suivantes »."""
    gender = "ants" if match["lead"].startswith("a") else "antes"
    number = "" if match["w"] == "sq." else "s"
    return f"{match['lead']} et suiv{gender.removesuffix('s')}{number}{'.' * (match['end'] is not None)}"


def _say_dotted(match: re.Match[str]) -> str:
    written = match[0]
    key = written.lower()
    if key == "min." and _RANK_BEFORE.search(match.string[max(0, match.start() - 6) : match.start()]):
        return "minute" + "." * (not match.string[match.end() :].strip())
    if key == "éd." and _DATED.match(match.string, match.end()):
        return _as_written(written, "édition")
    if key in ("éd.", "ex.") and (
        short := _EDITIONS.search(match.string[max(0, match.start() - 14) : match.start()])
    ):
        return f"{'édition' if key == 'éd.' else 'exemplaire'}{'s' * bool(short['many'])}" + "." * (
            not match.string[match.end() :].strip()
        )
    if key in _ONLY_CASED and written.isupper():
        return "nota bene" if written == "NB" else written
    spoken = _DICTIONARY[key]
    rest = match.string[match.end() : match.end() + 4]
    ends = not rest.strip() or (key in _MAY_END and _ENDS_SENTENCE.match(match.string, match.end()))
    if written.endswith(".") and key not in _NEVER_ENDS and ends:
        return _as_written(written, spoken) + "."
    return _as_written(written, spoken)


def _as_written(written: str, spoken: str) -> str:
    """With a capital where there was one: « Cf. » → « Confer »."""
    if (
        written[0].isupper()
        and (len(written) == 1 or written[1:].islower())
        and spoken not in _LOWERED
        and spoken[0].islower()
    ):
        return spoken[0].upper() + spoken[1:]
    return spoken
