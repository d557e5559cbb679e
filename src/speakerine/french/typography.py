"""The pieces of regular expression that the rules share: spaces, dashes, numbers as written.

Every repetition is bounded or atomic, so that no rule goes over the same characters twice.
"""

import re
from collections.abc import Iterable

DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]"
"""Hyphens, dashes and the minus sign."""


UPPER = "A-ZÀ-ÖØ-ÞŒŸ"
LOWER = "a-zß-öø-ÿœ"

NUMBER = (
    r"(?=\d)(?>"
    r"[1-9]\d{0,2}(?: \d{3}){1,6}(?!\d)(?:,\d{1,20}(?!\d)|\.\d{1,2}(?!\d))?"
    r"|[1-9]\d{0,2}(?:\.\d{3}){1,6}(?!\d|\.\d)(?:,\d{1,20}(?!\d))?"
    r"|[1-9]\d{0,2}(?:['’]\d{3}){1,6}(?!\d)(?:[.,]\d{1,20}(?!\d))?"
    r"|[1-9]\d{0,2}(?:,\d{3}){2,6}(?!\d)(?:\.\d{1,20}(?!\d))?"
    r"|[1-9]\d{0,2},\d{3}\.\d{1,2}(?!\d)"
    r"|\d+(?:[.,]\d{1,20}(?!\d))?"
    ")"
)
"""A number as the press writes it: 1 234 567,8 or 1.234,5 or 1'234.50 or 0,25; see `numbers.read`."""

MAYBE_SIGNED = r"(?=[-−–+±\d])"
"""A quick look that spares a pattern of a number most places where none can begin."""

WHOLE = r"(?!(?<=\d )\d\d\d(?!\d))"
"""A number that begins here is not the end of another: not the « 000 » of « 10 000 h »."""

SIGN = r"(?:(?<![^\s(\[«“\"':=])(?:[-−–]|[+±−] ?))?"
"""A sign that stands at the head of a number, not a hyphen between two things."""


def words(text: str) -> list[str]:
    """Split a list that is easier to read as text: "un deux" → ["un", "deux"]."""
    return text.split()


def closing_quotes(text: str) -> frozenset[int]:
    """Where straight quotation marks close: « il dit "non" » → {12}."""
    if '"' not in text:
        return frozenset()
    found = [place for place, sign in enumerate(text) if sign == '"']
    return frozenset(found[1::2])


_LOWERED = frozenset(words("compagnie milliard milliards million terminale terminales métro"))


def as_written(written: str, spoken: str) -> str:
    """With a capital where there was one: « Cf. » → « Confer », « Cie » → « compagnie »."""
    if (
        written[0].isupper()
        and (len(written) == 1 or written[1:].islower())
        and spoken not in _LOWERED
        and spoken[0].islower()
    ):
        return spoken[0].upper() + spoken[1:]
    return spoken


_SPECIAL = re.compile(r"[.$+()]")


def alternatives(choices: Iterable[str]) -> str:
    """Strings as one alternation, the longest first: ["m", "mm"] → "mm|m"."""
    escaped = {_SPECIAL.sub(r"\\\g<0>", choice) for choice in choices}
    return "|".join(sorted(escaped, key=lambda choice: (-len(choice), choice)))


def by_initial(choices: Iterable[str]) -> str:
    """Words as one alternation that is quick to leave: ["bd", "bld", "vs"] → "b(?:ld|d)|v(?:s)"."""
    rests: dict[str, set[str]] = {}
    for choice in choices:
        rests.setdefault(choice[0], set()).add(choice[1:])
    return "|".join([f"{initial}(?:{alternatives(rest)})" for initial, rest in sorted(rests.items())])


def by_initial_any_case(choices: Iterable[str]) -> str:
    """As `by_initial`, whatever the case: ["bd"] → "[bB](?i:d)"."""
    rests: dict[str, set[str]] = {}
    for choice in choices:
        rests.setdefault(choice[0], set()).add(choice[1:])
    return "|".join(
        [f"[{initial}{initial.upper()}](?i:{alternatives(rest)})" for initial, rest in sorted(rests.items())]
    )
