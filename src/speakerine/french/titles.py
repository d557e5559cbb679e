"""Titles before a name, and saints: « M. Roy », « le Dr Martin », « le lt-col. Petit », « St-Denis ».

Source: Imprimerie nationale, Lexique, « Abréviations » and « Saint »; OQLF, « Abréviations courantes ».
"""

import re

from .patterns import Pattern
from .title_lists import AFTER_ARTICLE, BEFORE_NAME, STYLES
from .typography import LOWER, UPPER, alternatives, words

_PLAIN_TITLES = [title for title in BEFORE_NAME if title not in words("M MM Me Mes Col Fr Prof Sr Bx")]
_TITLE = Pattern(
    rf"(?<![\w.’-])(?!Gal Gadot|M\.[A-Z]\."
    rf"|M\. Night)(?<!Louis )(?<![A-Z] )(?<!monsieur )(?<!aille )(?<!aille : )(?<!M\. )"
    rf"(?<![A-Z]\. )(?:(?P<m>MM?)\.|"
    rf"(?P<t>{alternatives(_PLAIN_TITLES)}"
    rf")\.?|(?P<d>Col|Gal|Prof|Gén)\.|(?P<me>Mes?))"
    rf"(?P<gap> ?)(?=[{UPPER}]|(?:et|ou) M(?:me|lle|\.)|(?:l[ea]s? |l['’]|d[eu] |d['’])(?:[a-zà-ÿ{UPPER}]))"
)
_HEAD = Pattern(r"(?:^(?:[—–•-] )?|[«“\"]) {0,2}\Z|[.!?…] \Z")
_RANKS = [form for rank in AFTER_ARTICLE for form in (rank, rank.capitalize())]
_RANK = Pattern(
    rf"(?:(?<=\b[LlDdAa][aeu] )|(?<=\b[LlDd]['’]))(?P<w>{alternatives(_RANKS)})"
    rf"(?P<dot>\.?)(?P<gap> )(?=(?:de |d['’]|du )?[{UPPER}][{LOWER}])"
)
_STYLE = Pattern(
    rf"(?<![\w.])(?:{alternatives(STYLES)})(?= (?:l[ea] |l['’]|M(?:\.|me|gr)|[{UPPER}][{LOWER}]))"
)
_EXCELLENCY = Pattern(r"(?<![\w.])S\. ?E\.(?= l['’]ambassad)")
_FATHERS = Pattern(r"(?:(?<=\b[Aa]ux )|(?<=\b[LlDd]es ))PP\. ")
_CORDIALLY = Pattern(r"^[Cc]dt(?=, )")
_SAINTS_OF_A_DAY = Pattern(rf"(?<![\w.])SS\. (?=[{UPPER}][{LOWER}]+ et )")
_BIG = Pattern(r"(?<!\w)(?P<w>Gds?|Gdes?|Mt)-(?=[A-Z][a-z])")
_BIGS = {"Gd": "Grand", "Gds": "Grands", "Gde": "Grande", "Gdes": "Grandes", "Mt": "Mont"}
_OUR_LORD = Pattern(r"(?<![\w.])N\.-S\.(?= J)")
_HIGH = Pattern(r"(?<![\w.])H(?P<e>tes?|ts?)(?P<gap>[- ])(?=[A-Z][a-z]|de-)")
_SISTER = Pattern(rf"(?<=\b[Ll]a )Sr(?= [{UPPER}][{LOWER}])|(?:^|(?<=, ))Sr(?= [{UPPER}][{LOWER}])")
_HIGHS = {"t": "Haut", "ts": "Hauts", "te": "Haute", "tes": "Hautes"}
_EITHER = Pattern(r"(?<![\w/])(?P<a>M\.?|Mme|Mlle) ?/ ?(?P<b>M\.?|Mme|Mlle)(?![\w/])")
_WEEKEND = Pattern(
    r"(?:(?<=\b(?:[Cc]e|[Ll]e|[Dd]u|[Uu]n|sf|en) )|(?<=\bsauf )|(?<=\b(?:[Ll]es|[Dd]es) )|(?<=\b\d ))"
    r"(?:WE|we)(?!\w)"
)
_COUPLE = Pattern(r"(?<![\w.])M[r.]? (et|ou|&|ET|OU) (?=M(?:me|lle|ME|LLE)\b)")
_ME_VERBS = Pattern(r" ?(?:Too|Myself|First)\b")
_TITLE_ALONE = Pattern(r"(Drs?|Prs?|Mgr)\.?")
_UNPOINTED = Pattern(
    r"(?:(?<=\bà )|(?<=\bde )|(?<=\bpar )|(?<=\bet )|(?<=\bavec )|(?<=\bchez )|(?<=\bque ))"
    rf"M(?= (?!Pokora|Night)[{UPPER}][{LOWER}]{{2}})|\bM\.(?=, (?:ni |et |ou )?M(?:me|lle|gr)\b)"
)
_DOCTOR = Pattern(rf"(?<=\b[LlDdAa][eu] )(?:Dr\.?(?= [a-zà-ÿ(]|[,;:!?)]|$)|DR(?= [{UPPER}][{LOWER}]))")
_SHOUTED_DOCTOR = Pattern(rf"(?<=\b[LDA][EU] )DR(?= [{UPPER}]{{2}})")
_WARRANT_OFFICER = Pattern(rf"(?<=\b[Ll]['’])adjt(?= [{UPPER}][{LOWER}])")
_OFFICER = Pattern(
    r"(?<=\b[LlDdAa][eu] )(?P<w>Cdt|Cne|Lt|Col|Gal|Gén)\.?(?= (?:de|du|des) (?:la |l['’])?[a-zà-ÿC])"
)
_PRESIDENT_OF = Pattern(
    r"(?:(?<=\b[LlDdAaUu][eun] )|(?<=\b[Cc]o-)|(?<=[Vv]ice-))Pdt(?= (?:d[eu’']|des|honoraire|sortant))"
)
_COUNTS = {"Cte": "comte", "Vte": "vicomte", "Mis": "marquis"}
_COUNT = Pattern(r"(?<=\b[LlDdAa][eu] )(?P<w>Cte|Vte|Mis)(?= d(?:e |['’]|u ))")
_MESSIEURS = Pattern(r"^Mrs(?= les )")
_COLONEL = Pattern(r"(?<!\w)Col(?= (?:Fabien|Rol|Moutarde|Driant)\b)")
_MISTER = Pattern(r"(?<!\w)Mr\.?(?= (?:Bean|Hyde|Darcy|Robot|Ripley|Big|Fox|Nice|Freeze)\b)")
_PRESIDENT = Pattern(r"(?<!\w)Pt(?= (?:de la (?:République|Rép|Région)|du (?:Conseil|Sénat)))")
_MESSRS = Pattern(rf"(?<![\w.])MM(?=\.?$|\.[ ,]| (?:les\b|[{UPPER}][{LOWER}]))")
_CIVIL = {
    "M": "monsieur",
    "Mme": "madame",
    "MMe": "madame",
    "Mmes": "mesdames",
    "MME": "madame",
    "MMES": "mesdames",
    "MLLE": "mademoiselle",
    "MLLES": "mesdemoiselles",
    "MGR": "monseigneur",
    "Mlle": "mademoiselle",
    "Mlles": "mesdemoiselles",
    "MMmes": "mesdames",
    "Mrs": "misses",
}
_ALWAYS = Pattern(r"(?<![\w.])(MMe|Mmes?|Mlles?|MMES?|MLLES?|MGR(?=\.? [A-Z]))\.?(?!\w)(?P<end>)")
_SAINT = Pattern(
    r"(?<![\w.])(?P<s>[Ss]te?s?|S[tT]E?S?)(?P<dot>\.?)(?P<gap>[- ])"
    rf"(?=[{UPPER}][{LOWER}'’{UPPER}])"
)
_APOSTLE = Pattern(
    r"(?:(?<=\bde )|(?<=\bselon ))S\. (?=(?:Paul|Pierre|Jean|Jacques|Matthieu|Marc|Luc|Augustin"
    r"|Benoît|Thomas|François)\b)"
)
_HOLY = Pattern(r"(?i:épître|évangile|lettre|règle|selon|psaume)")
_ON_A_SIGN = Pattern(
    rf"(?<![\w.-])(?P<w>Gal|Gén|Dr|Pr|Pdt|Prés|Cdt|Cne|Col|Lt|Mgr|(?<=\bdu )Mal)\.?-"
    rf"(?=(?:de-|d['’])?[{UPPER}][{LOWER}])"
)
_MARSHAL = Pattern(rf"(?<=\bdu )Mal(?= [{UPPER}][{LOWER}])")
_ON_A_SIGN_ONLY = {"Prés": "président", "Mal": "maréchal"}
_ON = Pattern(rf"(?<=[{LOWER}])(?P<before>[- ])s/(?P<under>s/?)?(?P<after>[- ]?)(?=[{UPPER}][{LOWER}])")
_SUBURB = Pattern(r"(?<!\w)(?:F(?:au)?[bg]g?|fb?g)-(?=Sa?i?n?ts?e?\b)")
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_CHARLES = Pattern(
    r"(?<![\w.])Ch\.(?= (?:de Gaulle|Baudelaire|Péguy|Aznavour|Trenet|Perrault|Darwin|Dickens|Chaplin|Gounod"
    r"|Fourier|Maurras|Michel)\b)"
)
_PHILIPPE = Pattern(rf"(?<=[{LOWER}] )(?<!hoto )(?<!hotos )Ph\.(?= [{UPPER}][{LOWER}])")
_FORENAME = Pattern(
    r"\b(?:Charles|George|John|Robert|William|James|Thomas|David|Richard|Paul|Michael|Edward|Joseph|Henry|Frank"
    r"|Arthur|Donald|Mary|Ann|Barbara|Jane) \Z"
)
"""« Charles M. Schulz »: an initial, and no « monsieur »."""
_NEAR_HEAD = 4
_OFFICERS = frozenset(words("Gal Gén Cdt Cne Lt Cpt"))
_PARTICLE = Pattern(rf"(?:de |d['’]|du )[{UPPER}]")
_WORDS_TOO = frozenset(words("p f col cap adj prof card fr insp prés"))
_SELDOM = Pattern(
    rf"/|[SRLPpFf]\.|[CP]h\.|^[Cc]dt,|Mt-S|"
    rf"H[t]|Gd[se]?-|Gdes-|(?:Gal|Gén|Dr|Pr|Pdt|és|Cdt|Cne|Col|Lt|Mgr)\.?-|\bMal\b|Sr\b|WE\b|we\b|g-S|\b(?:{alternatives(_RANKS)})\b"
)


def say_titles(text: str) -> str:
    """« M. Roy, le Dr Martin » → « monsieur Roy, le docteur Martin »; « St-Denis » → « Saint-Denis »."""
    if alone := _TITLE_ALONE.fullmatch(text):
        return BEFORE_NAME[alone[1]].capitalize()
    if _SELDOM.search(text):
        text = _say_seldom(text)
    text = _MESSIEURS.sub("Messieurs", _COLONEL.sub("colonel", text))
    text = _COUNT.sub(lambda m: _COUNTS[m["w"]], _PRESIDENT_OF.sub("président", text))
    text = _OFFICER.sub(lambda m: BEFORE_NAME[m["w"]], text)
    text = _MISTER.sub("mister", _PRESIDENT.sub("président", text))
    text = _COUPLE.sub(lambda m: f"{_at_head(m, 'monsieur')} {m[1].replace('&', 'et')} ", text)
    text = _TITLE.sub(
        _say_title, _UNPOINTED.sub("monsieur", _SHOUTED_DOCTOR.sub("docteur", _DOCTOR.sub("docteur", text)))
    )
    text = _WARRANT_OFFICER.sub("adjudant", text)
    text = _MESSRS.sub(lambda m: _at_head(m, "messieurs"), text)
    text = _ALWAYS.sub(lambda m: _at_head(m, _CIVIL[m[1]]), text)
    return _SAINT.sub(_say_saint, text)


def _say_seldom(text: str) -> str:
    """« M./Mme », « S.M. le roi », « le gal de Gaulle », « Hte-Savoie », « ce WE », « Vitry s/Seine »."""
    text = _EITHER.sub(lambda m: f"{_CIVIL[m['a'].rstrip('.')]} ou {_CIVIL[m['b'].rstrip('.')]}", text)
    text = _EXCELLENCY.sub("Son Excellence", _STYLE.sub(lambda m: STYLES[m[0]], text))
    text = _RANK.sub(_say_rank, text)
    text = _ON_A_SIGN.sub(lambda m: f"{(BEFORE_NAME | _ON_A_SIGN_ONLY)[m['w']].capitalize()}-", text)
    if "S. " in text and _HOLY.search(text):
        text = _APOSTLE.sub("saint ", text)
    text = _MARSHAL.sub("maréchal", text)
    text = _FATHERS.sub("pères ", _CORDIALLY.sub("Cordialement", text))
    text = _OUR_LORD.sub("Notre-Seigneur", _SAINTS_OF_A_DAY.sub("saints ", text))
    text = _BIG.sub(lambda m: _BIGS[m["w"]] + "-", text)
    text = _HIGH.sub(lambda m: _HIGHS[m["e"]] + m["gap"], text)
    text = _SISTER.sub("sœur", text)
    text = _ON.sub(
        lambda m: f"{m['before']}{'sous' if m['under'] else 'sur'}{m['after'] or m['before']}", text
    )
    text = _CHARLES.sub("Charles", _PHILIPPE.sub("Philippe", text))
    text = _SUBURB.sub("Faubourg-", text)
    return _WEEKEND.sub("week-end", text)


def _say_rank(match: re.Match[str]) -> str:
    """« le gal Petit », « le P. Petit »; not « le col blanc » nor « de P. Petit »."""
    rank = match["w"].lower()
    if rank in _WORDS_TOO and not match["dot"]:
        return match[0]
    if len(rank) == 1 and not match.string.endswith(("e ", "u "), 0, match.start()):
        return match[0]
    if len(rank) == 1 and match.string.endswith(("de ", "De "), 0, match.start()):
        return match[0]
    return AFTER_ARTICLE[rank] + match["gap"]


def _say_title(match: re.Match[str]) -> str:
    title = match["m"] or match["t"] or match["d"] or match["me"]
    if title == "M" and _FORENAME.search(match.string[max(0, match.start() - 12) : match.start()]):
        return "M" + (match["gap"] or " ")
    following = match.string[match.end() : match.end() + 1]
    couple = match.string.startswith(("et M", "ou M"), match.end())
    particle = (title in _OFFICERS or title == "Mgr") and _PARTICLE.match(match.string, match.end())
    by_office = title in ("Mgr", "Mr") and match.string.startswith(("l'", "l’", "le "), match.end())
    if title not in ("M", "MM") and not (following.isupper() or couple or particle or by_office):
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
