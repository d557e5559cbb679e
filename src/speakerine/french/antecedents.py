"""What a number that stands alone counts: « 12 victimes, dont 1 », « elles ne sont plus que 41 ».

Source: Académie française, « Un »: the numeral agrees with the noun it stands for, wherever that is said.
"""

import re

from .gender import ALL_OF_THEM, counts_feminine, is_feminine, singular
from .gender_lists import EPICENES
from .patterns import Pattern
from .typography import LOWER

_ALONE = Pattern(
    r"$| ?[.,;!?)]| \(| (?:(?:dans|à|ont|a|est|sont|était|étaient|avait|avaient|contre|pour(?! cent)|en|au"
    r"|très|par|chez|qui|autres?|seulement|jamais|déjà|encore|grièvement|légèrement|gravement|mortellement)\b"
    r"|l['’]an(?:née)?|un an|d['’](?:or|argent)|de bronze|cette"
    r"|sur (?:\d|ce|l[ae'’]|nos|son|sa\b)|de \d|de C ?[EPM]\d?\b)"
)
_VERB = Pattern(
    r" (?:ne |n['’])?(?:sur \d|[a-zà-ÿ]{2,}(?:aient|ont|èrent|irent|urent|ent)|ont|font|sont|vont)\b"
)
_LAST_OF_A_PHRASE = Pattern(rf" (?P<word>[{LOWER}]{{3,}})(?=$|[.,;)])")
_AFTER = Pattern(
    r"(?:\b[Dd]ont|[,;:]|\bet|\bsur|\bcontre|[a-zà-ÿ]{3,}[sx](?<!trois)(?<!deux)(?<!six)(?<!dix) à|\bavec) "
    r"(?:les |ces |ses )?\Z"
)
_DONT = Pattern(r"\b[Dd]ont \Z")
_THEY = Pattern(
    r"(?:\b[Ss]eules"
    r"|\b[Tt]outes les|\b[Ee]lles (?:ne |n['’])?(?:sont|étaient|seront|furent|restent|restaient)"
    r"(?: (?:plus|encore|déjà|maintenant|donc)){0,2}(?: (?:que|au nombre de))?) \Z"
)
_HEADED = Pattern(
    r"^(?:[Ll]es|[Dd]es|(?:[Pp]lus|[Mm]oins|[Tt]rop|[Nn]ombre) (?:de |d['’])) ?"
    r"(?P<noun>[a-zà-ÿœ]{3,}s)(?!\w)[^.:\d]{0,50}: "
    r"(?:\d[^.:;]{0,40}, (?:contre |puis |et )?)?\Z"
)
_LABELLED = Pattern(r"^(?P<noun>[A-ZÀ-Þ][a-zà-ÿœ]{3,}s)(?: [a-zà-ÿ]{2,}s)? ?: \Z")
_OF_US = Pattern(rf" ?,{ALL_OF_THEM}")
_SUBJECT = Pattern(
    r"\b(?:[LDCSMTldcsmt]es|[NVnv]os|[Ll]eurs) (?P<noun>[a-zà-ÿœ]{3,}[sx])(?: [a-zà-ÿ]{3,}s)? "
    r"(?:sont|étaient|seront|furent|restent|restaient)(?: (?:plus que|encore|déjà))? \Z"
)
_AMONG = Pattern(
    r"\b(?:[Ss]ur|[Pp]armi|[Dd]['’]entre) (?:les |ces |ses |nos |leurs )?(?:\d{1,6} |[a-zé-]{3,12} )?"
    r"(?P<noun>[a-zà-ÿœ]{3,}[sx])[^,.;]{0,60}, \Z"
)
_OF_THEM = Pattern(
    r"\ben (?:a|ont|avait|avaient|aura|auront|reste|restait|compte|comptait|manque)"
    r"(?: (?:bientôt|déjà|encore|maintenant|[a-zà-ÿ]{2,14}(?:é|i|u|it|is|rt)))? \Z"
)
_TOPIC = Pattern(r"\b[Dd]es (?P<noun>[a-zà-ÿœ]{3,}s)(?: [a-zà-ÿ]{3,}s)?(?:,| ?[:;?])")
_COUNTED = Pattern(
    r"(?<!\w)(?:\d{1,3}(?: \d{3})*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
    r"|quinze|vingt|trente|quarante|cinquante|soixante|cent)(?!\w)",
    re.IGNORECASE,
)
_ONE_IN = Pattern(
    r"\bune [a-zà-ÿœ]{3,}(?: [a-zà-ÿ]{3,})? sur (?:[^.;:]{2,40}(?:, | et ){1,2})?\Z", re.IGNORECASE
)
_ONE = Pattern(rf"(?<!\w)(?:[01]|zéro|aucune?)(?= (?!virgule|point)[{LOWER}]{{3,}}(?!\w))", re.IGNORECASE)
_WHEN_OR_WHERE = Pattern(
    r"\b(?:en|après|avant|dans|depuis|pendant|durant|dès|selon|voici|il y a|d['’]après|bout d['’]e?) ?\Z",
    re.IGNORECASE,
)
"""« En une semaine, 21 sont morts », « selon une étude, 31… »: what stands there is not counted again."""
_PLURAL_AFTER = Pattern(rf" (?!fois)(?:[{LOWER}]{{2,15}} )?[{LOWER}’'-]{{3,}}[sx](?!\w)")


def stands_for_feminine(before: str, text: str, end: int) -> bool | None:
    """Whether a number that ends at `end` stands for a feminine noun of `before`.

    None: it counts what follows. « 31 plaintes, dont 21| anonymes » → True.
    """
    if among := _AMONG.search(before):
        return is_feminine(among["noun"]) if _VERB.match(text, end) else None
    last = _LAST_OF_A_PHRASE.match(text, end)
    if last and singular(last["word"]) in EPICENES and _DONT.search(before):
        return _last_counted(before)
    if _OF_US.match(text, end):
        return True
    return _said_before(before) if _ALONE.match(text, end) else None


def _said_before(before: str) -> bool | None:
    """The gender of what a lone number stands for: « elles sont », « des chansons, il en a écrit »."""
    if _THEY.search(before) or _ONE_IN.search(before):
        return True
    if headed := _HEADED.search(before) or _LABELLED.search(before):
        return is_feminine(headed["noun"].lower())
    if subject := _SUBJECT.search(before):
        return is_feminine(subject["noun"])
    if _OF_THEM.search(before) and (topic := _TOPIC.search(before)):
        return is_feminine(topic["noun"])
    return _last_counted(before) if _AFTER.search(before) or _OF_THEM.search(before) else None


def _last_counted(before: str) -> bool | None:
    """The gender of the last thing counted: « 12 victimes, dont » → True; None where nothing is."""
    several = [found for found in _COUNTED.finditer(before) if _PLURAL_AFTER.match(before, found.end())]
    counted = [
        found
        for found in (*several, *_ONE.finditer(before))
        if _DONT.search(before) or not _WHEN_OR_WHERE.search(before, 0, found.start())
    ]
    return counts_feminine(before, max(found.end() for found in counted)) if counted else None
