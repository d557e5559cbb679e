"""What a dictionary says of a word's kind: « abîme, n. m. », « affres (n. f. pl.) ».

Source: Imprimerie nationale, Lexique, « Abréviations ».
"""

from .patterns import Pattern

_ENTRY = Pattern(
    r"^(?P<word>(?:« ?)?[A-Za-zà-ÿœ’'-]{2,20}(?: ?»)?), "
    r"(?P<kind>n\. ?[mf]\.(?: ?pl\.)?|adj\.|adv\.|loc\. adv\.|v\. ?tr?\.|v\. ?i(?:ntr)?\.)(?=[ ,:;(]|$)"
)
_ENTRY_IN_BRACKETS = Pattern(
    r"(?<=[a-zà-ÿ] \()(?P<kind>n\. ?[mf]\.(?: ?pl\.)?|adj\.|adv\.|v\. ?tr?\.|v\. ?i(?:ntr)?\.)(?=\))"
)
_KINDS = {
    "n.m.": "nom masculin",
    "n.f.": "nom féminin",
    "n.m.pl.": "nom masculin pluriel",
    "n.f.pl.": "nom féminin pluriel",
    "adj.": "adjectif",
    "adv.": "adverbe",
    "loc.adv.": "locution adverbiale",
    "v.t.": "verbe transitif",
    "v.tr.": "verbe transitif",
    "v.i.": "verbe intransitif",
    "v.intr.": "verbe intransitif",
}


def say_entries(text: str) -> str:
    """« abîme, n. m. » → « abîme, nom masculin », « affres (n. f. pl.) » → « … (nom féminin pluriel) »."""
    text = _ENTRY.sub(lambda m: f"{m['word']}, {_KINDS[m['kind'].replace(' ', '')]}", text)
    return _ENTRY_IN_BRACKETS.sub(lambda m: _KINDS[m["kind"].replace(" ", "")], text)
