"""Written French to spoken French: a line of text at a time, a sentence at a time, every rule in its order.

Source: design §4; the rules and their order are in `rules`, their sources in each rule's own file.
"""

from .cleanup import clean
from .numbers import Region, counting_as
from .patterns import Pattern
from .plain import is_plain
from .rules import FIGURE, RULES, RULES_WITHOUT_FIGURES
from .sentences import pieces
from .spacing import one_width, spaced_as

MOST_PASSES = 8
_FIGURE = Pattern(FIGURE)
_WORD = Pattern(r"[^\W\d_]+")


def verbalize(text: str, *, region: Region | None = None) -> str:
    """Write out in words all that an announcer of that region would say; None: see `counting_as`.

    « Le 3 mai, 21 % des 80 élues » → « Le trois mai, vingt et un pour cent des quatre-vingts élues ».
    What needs no change comes back unchanged, and what was verbalized once stays as it is.
    """
    if region is not None:
        with counting_as(region):
            return verbalize(text)
    return "\n".join([_say_line(line) for line in text.split("\n")])


def _say_line(line: str) -> str:
    """Say each sentence, again where saying it moved their limits."""
    settled: set[str] = set()
    for _ in range(MOST_PASSES):
        found = pieces(line)
        if settled.issuperset(found):
            break
        said = [piece if piece in settled else _say_until_still(piece) for piece in found]
        settled.update(said)
        line = "".join(said)
    return line


def _say_until_still(sentence: str) -> str:
    """Say a sentence, again while that still changes it: what one rule lays bare, another says."""
    for _ in range(MOST_PASSES):
        if is_plain(one_width(sentence)):
            break
        said = _say(sentence)
        if said == sentence:
            break
        sentence = said
    return sentence


def _say(sentence: str) -> str:
    """Try each rule on a sentence; one in which they find nothing comes back as it was written."""
    written, sentence = sentence, clean(one_width(sentence))
    names = frozenset(_WORD.findall(sentence))
    for rule in RULES if _FIGURE.search(sentence) else RULES_WITHOUT_FIGURES:
        if rule.may_say(sentence, names):
            sentence = rule.say(sentence)
    return written if sentence == one_width(written) else spaced_as(written, sentence)
