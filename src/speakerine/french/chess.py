"""Moves of chess in French notation: 2.Cf3, 1. e4 e5, 12…Txd4+, O-O.

Source: FIDE, Lois des échecs, annexe C (notation algébrique), with the French letters R, D, T, F, C.
"""

import re

from .patterns import Pattern

MOVED = r"[RDTFC]x?[a-h][1-8]|\d(?:\.|…) ?(?:[RDTFC]?[a-h]?[1-8]?x?[a-h][1-8]|[O0]-[O0])"
"""What a sentence must have for `say_chess` to find something in it."""
_PLY = r"(?:[RDTFC]?[a-h]?[1-8]?x?[a-h][1-8](?:=?[DTFC])?|[O0]-[O0](?:-[O0])?)[+#]?[!?]{0,2}(?![\w'’]|[.,]\d)"
_MOVE = Pattern(rf"(?<![\w.,])(?P<n>\d{{1,3}})(?:\.{{1,3}}|…) ?(?P<white>{_PLY})(?: (?P<black>{_PLY}))?")
_LONE_CAPTURE = Pattern(r"(?<![\w.])[RDTFC]x[a-h][1-8][+#]?(?![\w'’]|[.,]\d)")
_PARTS = Pattern(
    r"(?P<piece>[RDTFC]?)(?P<from>[a-h]?[1-8]?)(?P<takes>x?)(?P<to>[a-h])(?P<rank>[1-8])(?P<queen>=?[DTFC]?)"
)
_PIECES = {"R": "roi", "D": "dame", "T": "tour", "F": "fou", "C": "cavalier"}
_ENDS = {"+": " échec", "#": " mat"}


def say_chess(text: str) -> str:
    """« 2.Cf3 Cc6 » → « 2, cavalier f 3, cavalier c 6 »."""
    return _LONE_CAPTURE.sub(lambda m: _say_ply(m[0]), _MOVE.sub(_say_move, text))


def _say_move(match: re.Match[str]) -> str:
    plies = [match["white"]] + ([match["black"]] if match["black"] else [])
    return ", ".join([match["n"], *[_say_ply(ply) for ply in plies]])


def _say_ply(ply: str) -> str:
    ply = ply.rstrip("!?")
    end = _ENDS.get(ply[-1], "")
    ply = ply.rstrip("+#")
    if ply[0] in "O0":
        return ("grand roque" if len(ply) > len("O-O") else "petit roque") + end
    parts = _PARTS.fullmatch(ply)
    if not parts:
        return ply
    words = [_PIECES.get(parts["piece"], ""), " ".join(parts["from"]), "prend" * bool(parts["takes"])]
    words += [parts["to"], parts["rank"], _PIECES.get(parts["queen"].lstrip("="), "")]
    return " ".join([word for word in words if word]) + end
