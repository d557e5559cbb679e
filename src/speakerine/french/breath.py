"""Where to breathe in a sentence that is too long for an engine.

Source: Imprimerie nationale, Lexique, « Ponctuation »: semicolon and colon part more than the comma,
the comma more than a conjunction.
"""

from .patterns import Pattern
from .typography import LOWER

_STRENGTHS = (
    Pattern(r"(?<=[;:!?…—–]) |(?<=[.»”)]) (?=[^.])| (?=[—–(«“])"),
    Pattern(r"(?<=,) "),
    Pattern(r" (?=(?:et|ou|mais|car|donc|puis|ni|or)\b)"),
    Pattern(
        r" (?=(?:qui|que|qu['’]|dont|où|lorsque|lorsqu|quand|comme|alors|parce|puisque|tandis|afin|si"
        r"|s['’]il|pour|avec|sans|"
        r"dans|après|avant|depuis|pendant|selon|contre|entre|sur|chez|vers)(?:\b|['’]))"
    ),
    Pattern(
        r" (?=(?:de|des|du|d['’]|à|au|aux|en|par|la|le|les|l['’]|un|une|ce|cette|ces|son|sa|ses)(?:\b|"
        r"(?<=['’])))"
    ),
    Pattern(" "),
)
_PLAIN_SPACE = Pattern(r"(?<!\s) (?!\s)")
_NUMBER_WORDS = (
    "zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|vingts?|trente|quarante|cinquante|"
    "soixante|cents?|mille|millions?|milliards?|virgule|quatre-vingts?"
)
_NUMBER_BEFORE = Pattern(rf"(?<![{LOWER}])(?:[{LOWER}-]*-)?(?:{_NUMBER_WORDS})(?: et)?\Z")
_NUMBER_AFTER = Pattern(rf" (?:et )?(?:{_NUMBER_WORDS})(?![{LOWER}])")
_STICKS_BEFORE = tuple("»”;:!?%€")
_OPENING, _CLOSING = "«“(", "»”)"
_EARLIEST = 3
"""A cut comes after a third of the limit at least."""


def breath_groups(sentence: str, limit: int) -> list[str]:
    """Cut a sentence longer than `limit` characters at its breath; joined with spaces they give it back.

    « Il vint, il vit et il vainquit », 18 → « Il vint, », « il vit », « et il vainquit ».
    """
    groups = []
    start = 0
    while len(sentence) - start > max(limit, 1):
        cut = _best_cut(sentence, start, max(limit, 1))
        if cut < 0:
            break
        groups.append(sentence[start:cut])
        start = cut + 1
    groups.append(sentence[start:])
    return groups


def _best_cut(sentence: str, start: int, limit: int) -> int:
    """The last of the strongest breaths within the limit, outside quotations if there is one, or -1."""
    spaces = [m.start() for m in _PLAIN_SPACE.finditer(sentence, start + 1, start + limit + 1)]
    spaces = [at for at in spaces if not _parts_number(sentence, at)]
    if not spaces:
        return _next_space(sentence, start + limit + 1)
    late = [at for at in spaces if at - start >= limit // _EARLIEST] or spaces
    depths = _quoted(sentence, start, start + limit)
    for candidates in ([at for at in late if at not in depths], late):
        for strength in _STRENGTHS:
            fitting = [at for at in candidates if strength.match(sentence, at)]
            if fitting:
                return fitting[-1]
    return late[-1]


def _next_space(sentence: str, start: int) -> int:
    """Where nothing within the limit will do: the first plain space after it."""
    for match in _PLAIN_SPACE.finditer(sentence, start):
        if not _parts_number(sentence, match.start()):
            return match.start()
    return -1


def _parts_number(sentence: str, at: int) -> bool:
    if sentence[at - 1].isdigit() and sentence[at + 1 : at + 2].isdigit():
        return True
    if sentence[at + 1 : at + 2] in _STICKS_BEFORE or sentence[at - 1] == "«":
        return True
    return bool(_NUMBER_BEFORE.search(sentence[max(0, at - 24) : at])) and bool(
        _NUMBER_AFTER.match(sentence, at)
    )


def _quoted(sentence: str, start: int, end: int) -> set[int]:
    """Positions inside quotation marks or brackets."""
    inside: set[int] = set()
    depth = 0
    for at in range(start, min(end + 1, len(sentence))):
        if sentence[at] in _OPENING:
            depth += 1
        elif sentence[at] in _CLOSING:
            depth = max(0, depth - 1)
        if depth and sentence[at] == " ":
            inside.add(at)
    return inside
