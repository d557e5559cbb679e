"""What a dictionary says of a word's kind: « abîme, n. m. », « affres (n. f. pl.) ».

Source: Imprimerie nationale, Lexique, « Abréviations ».
"""

from .patterns import Pattern

_ENTRY = Pattern(
    r"^(?P<word>(?:« ?)?[A-Za-zà-ÿœ’'-]{2,20}(?: ?»)?), "
    r"(?P<kind>n\. ?[mf]\.(?: ?pl\.)?|adj\.(?! (?:au|du|de|à)\b)|adv\.|loc\. adv\."
    r"|v\. ?tr?\.|v\. ?i(?:ntr)?\.)(?=[ ,:;(]|$)"
)
_ENTRY_IN_BRACKETS = Pattern(
    r"(?<=[a-zà-ÿ] \()(?P<kind>n\. ?[mf]\.(?: ?pl\.)?|adj\.|adv\.|v\. ?tr?\.|v\. ?i(?:ntr)?\.)(?=\))"
)
_FAMILIAR = Pattern(
    r"(?P<lead>(?:nom (?:masculin|féminin)|adjectif|adverbe|verbe (?:in)?transitif)(?: ou |, | et ))"
    r"fam\.(?P<end>(?= ?$))?"
)
_INDIRECT = Pattern(r"(?P<lead>verbe transitif )ind\.(?P<end>(?= ?$))?")
_IN_THE_PLURAL = Pattern(r"(?<=\()pl\.(?= [a-zà-ÿ])")
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
    text = _ENTRY_IN_BRACKETS.sub(lambda m: _KINDS[m["kind"].replace(" ", "")], text)
    text = _FAMILIAR.sub(lambda m: f"{m['lead']}familier{'.' * (m['end'] is not None)}", text)
    text = _INDIRECT.sub(lambda m: f"{m['lead']}indirect{'.' * (m['end'] is not None)}", text)
    return _IN_THE_PLURAL.sub("pluriel", text)
