"""Points of the compass: vent de NO, au NNE de Mayotte, plein E., boul. René-Lévesque O.

Source: Imprimerie nationale, Lexique, « Points cardinaux »; OQLF, « Abréviations des points cardinaux ».
"""

import re

from .patterns import Pattern
from .typography import LOWER, UPPER

POINTS = {"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"}
_COMPASS = Pattern(r"(?<![\w.-])(?<![A-Z] )(?P<a>[NS])\.?-(?P<b>[EO])(?:\.(?P<ends>(?= ?$))?|(?![\w.-]))")
_WIND = Pattern(
    r"(?P<lead>\b(?:[Vv]ents?|[Rr]afales?|[Ss]ecteurs?|[Bb]rise|[Ff]lux|[Hh]oule|[Vv]irant|[Tt]ournant|[Oo]rientée?s?"
    r"|[Ee]xposée?s?|[Vv]ersants?|[Ff]aces?|[Ff]açades?|[Pp]arallèle|[Hh]émisphère"
    r"|nœuds?|nds)\b(?: [a-zà-ÿ]{3,10})? "
    "(?:(?:de|du|d['’]|plein|au) ?)?)(?P<way>[NSEOW]{1,3})"
    r"(?:(?P<joint> (?:à|et|ou) )(?P<other>[NSEOW]{1,3}))?(?![\w'’-]|\.\w)"
)
_THIRDS = Pattern(
    r"(?P<lead>\b(?:[Aa]u|[Dd]u|[Dd]e|[Vv]ers|[Pp]lein"
    r"|[Oo]rientée?s?|[Ss]ecteur|[Vv]ents?|[Hh]oule) |\b[dlDL]['’])"
    r"(?P<way>N-?N[EOW]|S-?S[EOW]|E-?[NS]E|O-?[NS]O|W-?[NS]W)(?![\w'’-])"
)
_HALVES = Pattern(r"(?P<lead>\b[AaDd]u )(?P<way>[NS][EOW])(?= d(?:e |['’]|u ))")
_STREET_SIDE = Pattern(
    rf"(?P<street>\b(?:[Rr]ue|[Bb]oul\.|[Bb]oulevard|[Aa]v\.|[Aa]venue|[Cc]hemin) [{UPPER}d][^,.;]{{2,30}} )"
    r"(?P<to>[EO])\.(?=,|$| (?:app|bureau|coin|à )| à)"
)
_TOWARDS = Pattern(
    r"(?P<lead>\b(?:[Pp]lein |[Aa]u |[Vv]ers l[e’'] ?|à l['’]|(?<!te )(?<!rter )(?<!lle )[Dd]u "
    r"|(?:[Vv]ents?|[Rr]afales?|[Bb]rises?|[Ff]lux|[Hh]oule) (?:de |d['’])))(?P<to>[NSEO])\."
    rf"(?P<end>(?= ?$))?(?= d|$|,|;| [{LOWER}]{{2}})"
)
"""« je porte du S. », « taille du S. » are sizes."""
_SIDE = Pattern(r"\.(?<=[ ’'][NSEO].)")


def say_winds(text: str) -> str:
    """« vent de NO », « houle de NW », « vent de S à SO », « au NNE de Mayotte », « vent de N.-O. »."""
    if "-E" in text or "-O" in text:
        text = _COMPASS.sub(_say_compass, text)
    return _WIND.sub(_say_wind, _HALVES.sub(_say_thirds, _THIRDS.sub(_say_thirds, text)))


def say_sides(text: str) -> str:
    """« plein E. » → « plein est », « boul. René-Lévesque O. » → « boul. René-Lévesque Ouest »."""
    if not _SIDE.search(text):
        return text
    text = _STREET_SIDE.sub(lambda m: m["street"] + POINTS[m["to"]].capitalize(), text)
    return _TOWARDS.sub(lambda m: m["lead"] + POINTS[m["to"]] + "." * (m["end"] is not None), text)


def _say_compass(match: re.Match[str]) -> str:
    """« vent de N.-O. » → « vent de nord-ouest »."""
    return f"{POINTS[match['a']]}-{POINTS[match['b']]}{'.' * (match['ends'] is not None)}"


def _say_thirds(match: re.Match[str]) -> str:
    """« au NNE de Mayotte » → « au nord-nord-est de Mayotte », « l'O-SO » → « l'ouest-sud-ouest »."""
    return match["lead"] + "-".join([POINTS[point] for point in match["way"] if point != "-"])


def _say_wind(match: re.Match[str]) -> str:
    """« vent de NO » → « vent de nord-ouest », « vent de S à SO » → « vent de sud à sud-ouest »."""
    way, other = ("-".join([POINTS[point] for point in match[name] or ""]) for name in ("way", "other"))
    return f"{match['lead']}{way}{match['joint'] or ''}{other}"
