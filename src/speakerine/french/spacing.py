"""Spaces of every width as one, so that a rule meets « p. 12 » alone, whatever stands between.

Source: Imprimerie nationale, Lexique, « Ponctuation » and « Espace » (a no-break space before « : » and
inside « », a narrow one before « ; », « ! », « ? » and in numbers); Unicode, category Zs.
"""

from .patterns import Pattern

_WIDTHS = "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2005\u2006\u2008"
_SPECIAL = Pattern(f"[{_WIDTHS}]")
_AT_MARK = Pattern(rf"(?<=«)[ {_WIDTHS}]|[ {_WIDTHS}](?=[:;!?»])")


def one_width(text: str) -> str:
    """The text, character for character, with common spaces only."""
    return text if text.isprintable() else _SPECIAL.sub(" ", text)


def spaced_as(written: str, said: str) -> str:
    """What is said of a text, its marks spaced as the text's: « Dr Roy~: 3 » → « Docteur Roy~: trois »."""
    if written.isprintable():
        return said
    spaces = set(_AT_MARK.findall(written))
    return _AT_MARK.sub(spaces.pop(), said) if len(spaces) == 1 else said
