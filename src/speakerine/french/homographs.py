"""Words that are written alike and said otherwise, told apart by what stands beside them.

Only those that an engine of ours gets wrong, respelled in plain French so that any engine reads them;
the words keep their number. Source: common usage, tried on both engines sentence by sentence.
"""

from __future__ import annotations

import re

_SUBJECT = r"(?:\w[sx]|\b(?:qui|y|ne|se))"
_AFTER_A_VERB = r"à|au|aux|en|dans|chez|sur|l[aes]\b|l'"
_NUMBERS = "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|mille"
_AUXILIARY = "sont|sommes|êtes|étaient|étions|seront|serons|ont|avons|avez|avaient|auront|nous|vous|eux"
_OTHER_THAN_A_NOUN = r"(?! (?:les|ces|nos|vos|ses|mes|tes|leurs|deux|trois|quatre|azimuts)\b)"
_PLURAL = "les|des|aux|ces|ses|mes|tes|nos|vos|leurs"

_DETERMINERS = r"\b(?:[DdLl]es|[Cc]es|[MmSsTt]es|[NnVv]os|[Ll]eurs|[Dd]eux|[Tt]rois|[Qq]uatre|[Pp]lusieurs)"
_SEVERAL = rf"{_DETERMINERS}(?: pays|(?: [\w'’-]+){{0,2}} (?!(?:pays|temps|cas|corps)\b)[\w-]+[sx])"
_STEMS = "afflu|influ|conflu|reflu|viol|diverg|converg|équival|émerg|ferm"

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), respelling)
    for pattern, respelling in (
        # « Les ministres président la séance », « qui résident à Metz ».
        (rf"({_SUBJECT} (?:pré|ré)sid)ent (?={_AFTER_A_VERB})", r"\1e "),
        (rf"({_SUBJECT} expédi)ent\b", r"\1e"),
        (r"\b([Ii]ls|[Ee]lles) (excell|néglig)ent\b", r"\1 \2e"),
        # Several do it, for the adjective would have its s: « les avis divergent », « les usines ferment ».
        (rf"({_SEVERAL} (?:{_STEMS}))ent\b", r"\1e"),
        (r"\b((?:[Ii]ls|[Ee]lles|[Qq]ui|[Ss]e) (?:équival|ferm|orient))ent\b", r"\1e"),
        (r"\b([Ii]ls|[Ee]lles) convient (?=l[ae]s?\b|leurs?\b|tou[st])", r"\1 convie "),
        (r"\b([Ss]e (?:par|cont))ent\b", r"\1e"),
        # One is or does it: « un marché émergent », « il a été négligent », « elle pressent ».
        (r"\b((?:pays|marché|secteur|risque|phénomène|artiste) émerg)ent\b", r"\1eant"),
        (r"\b((?:été|une?|soit|fut|moins|aussi) néglig|[Ii]ndulg|[Dd]éterg)ent\b", r"\1eant"),
        (r"\b([Ii]l|[Ee]lle|[Oo]n) pressent\b", r"\1 pressant"),
        # What is screwed, worn, or sent to report; not « je la vis », « Jean », « il faut reporter ».
        (
            r"(?<!\bje )(?<!\btu )(?<!\bJe )(?<!\bTu )\b(la|La|[Uu]ne|[Dd]es|pas de|[Cc]haque) vis\b(?!-)",
            r"\1 visse",
        ),
        (r"\b([Uu]n|[Ee]n|[Ss]on|[Ll]e|[Cc]e|[Mm]on|[Dd]u) jean\b(?!-)", r"\1 djine"),
        (r"\b([Dd]es|[Ll]es|[Ss]es|[Cc]es) jeans\b", r"\1 djines"),
        (r"\b([Uu]ne?|[Gg]rande?|[Jj]eune|[Cc]ette|[Cc]e|[Nn]otre|[Dd]u|[Aa]u) reporter\b", r"\1 reportère"),
        (r"\b(reporter)s\b", "reportères"),
        # Sons of someone: « les fils de Trump », but « les fils de fer ».
        (rf"\b([Ll]es|{_PLURAL}) fils (?=(?:du|de) [A-ZÉ]|d'[A-ZÉ])", r"\1 fisse "),
        # The s of « plus » in a sum, and at an end: « deux plus deux », « de plus, il… »; not « non plus ».
        (rf"\b((?i:{_NUMBERS})) plus (?={_NUMBERS}\b)", r"\1 plusse "),
        (r"\b([Dd]e|[Ee]n|[Dd]'autant|bien) plus(?=[,.;:!?…]|$)", r"\1 plusse"),
        (r"\b([Ee]n) plus (?=d[eu]\b|des\b|d')", r"\1 plusse "),
        # « Ils sont tous là », « nous tous », « pour tous » at an end; not « sont tous deux ».
        (rf"\b({_AUXILIARY}) tous\b{_OTHER_THAN_A_NOUN}", r"\1 tousse"),
        (r"\b(à|de|par|pour|avec|contre) tous(?=[,.;:!?…]|$)", r"\1 tousse"),
        # One bone has its s, several have not; an ace has.
        (r"\b([Ll]'|[Uu]n |[Cc]et |[Qq]uel )os\b", r"\1osse"),
        (rf"\b([Ll]es|[Dd]es|{_PLURAL}) os\b", r"\1 eaux"),
        (r"\b([Uu]n|[Dd]es|[Ll]es|[Cc]et|deux|trois|quatre) as\b", r"\1 asse"),
    )
)


def respell_homographs(line: str) -> str:
    """« Les fils de Trump » → « Les fisse de Trump »."""
    for pattern, respelling in RULES:
        line = pattern.sub(respelling, line)
    return line
