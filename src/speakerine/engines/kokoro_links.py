"""Links between words: espeak makes more of them than announcers do, and some that are faults.

« Le palais est », « Nicolas a », « les enfants ont » are said without; « les pays européens » with.
Source: Fouché, Traité de prononciation française, « Liaisons »; Delattre, « La liaison en français,
tendances et classification », The French Review 21 (1947).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from speakerine.engines.kokoro_mute_e import with_final_e, with_future_e

_LINKING = {
    "les", "nous", "vous", "ils", "elles", "dans", "sans", "sous", "chez", "vers", "dès", "depuis",
    "hors", "très", "plus", "moins", "pas", "jamais", "toujours", "mais", "suis", "es", "étais",
    "avais", "sommes", "six", "dix",
}  # fmt: skip
"""Prepositions, pronouns, adverbs and verbs that are linked to whatever follows; other verbs by their end.

« Six » and « dix » have a consonant at their end wherever a vowel follows.
"""

_LOOSE = {
    "et", "ou", "où", "en", "à", "au", "aux", "a", "ai", "as", "ont", "avait", "avaient", "avez",
    "aura", "auront", "aurait", "auraient", "ayant", "eu", "eut", "eurent", "est", "étaient", "était",
    "étant", "un", "une", "avec", "avant", "entre", "envers", "y", "il", "elle", "ils", "elles", "on",
    "alors", "ainsi", "aussi", "autour", "afin", "hier", "ici", "enfin", "ensuite", "encore",
    "aujourd'hui",
}  # fmt: skip
"""Words that no noun, adjective or participle before them is linked to."""

_SINGULAR = {
    "le", "un", "ce", "cet", "mon", "ton", "son", "notre", "votre", "leur", "du", "au", "chaque",
    "quel", "aucun", "tel",
}  # fmt: skip
_PLURAL = {
    "les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "aux", "deux", "trois", "quelques",
    "plusieurs", "certains", "certaines", "autres", "toutes", "d'autres",
}  # fmt: skip
"""Determiners after which a capital is no proper name's: « les Nations Unies »."""

_FUTURE = re.compile(r"[eidv]ront$")
_LINKED_IN_EZ = {
    "assez", "avez", "aviez", "aurez", "auriez", "étiez", "serez", "seriez", "allez", "devez", "pouvez",
    "savez", "voulez",
}  # fmt: skip
"""« Vous avez‿entendu », but « vous penserez | à fermer »."""

_ELIDED = re.compile(r"^(?:[dlcsmtnj]|qu)'")
_NOUS_FORM = re.compile(r"\wons$")
_BEFORE_NOUS_FORM = {"nous", "ne", "n'y", "n'en"}
_BEFORE_NOUN = re.compile(r"^(?:gros|gras|bas|las|faux|vieux|frais|épais|mauvais|doux|divers|.*eux)$")
"""Adjectives that stand before a noun in the singular, and are linked to it: « un gros effort »."""

_SILENT_T = re.compile(r"(?:ait|aient|ent|ont|end|aît|aut|met|eut)$")
"""Endings whose t or d is silent, so that a t which is heard is a link: nobody says « le pont‿est »."""

_LINKED_IN_T = {
    "est", "sont", "ont", "était", "étaient", "avait", "avaient", "seront", "serait", "seraient", "auront",
    "aurait", "auraient", "soient", "ait", "aient", "furent", "eut", "eurent", "peut", "peuvent", "pouvait",
    "pouvaient", "pourrait", "pourraient", "doivent", "devait", "devaient", "devrait", "devraient", "faut",
    "fallait", "faudrait", "veut", "veulent", "vont", "allait", "allaient", "font", "pourront", "devront",
    "dont",
}  # fmt: skip
"""« Dont », être, avoir and what stands before an infinitive; announcers link no other verb in -t."""

_BEFORE_FAIT = {
    "il", "elle", "on", "qui", "ça", "cela", "ne", "me", "te", "se", "nous", "vous", "lui", "leur", "y",
}  # fmt: skip
"""Before a « fait » that is a verb: « il fait‿un effort », not « un fait | ancien », « a fait | un don »."""

_LINKED_IN_N = {"en", "un", "on", "mon", "ton", "son", "aucun", "bien", "rien"}
_NOUNS_TOO = {"son", "ton", "bien", "rien"}
"""« Mon‿ami, bien‿entendu », but « le ton | est donné », « un bien | immense »."""

_BEFORE_NOUN_IN_N = {"bon", "plein", "certain"}
_AFTER_NOUN_TOO = {"prochain", "lointain", "incertain", "ancien", "moyen", "divin", "commun"}
"""Adjectives linked to the noun after them: « l'ancien‿élève », but « un meuble ancien | acheté »."""

_NASAL = "\u0303"

_BEFORE_NOUN_IN_T = {"grand", "petit", "second", "haut", "parfait"}
_CLAUSES = {"et", "ou"}

_SET_PHRASES = {
    ("temps", "en"), ("pas", "à"), ("us", "et"), ("arts", "et"), ("ponts", "et"), ("eaux", "et"),
    ("allées", "et"),
}  # fmt: skip

_VOWELS = "aeiouyøœɑɔəɛ"
_CONSONANTS = "bdfɡkmnpʁstvʒʃz"
_CROWDED = re.compile(rf"(?:[szʃʒ]|nj|[{_CONSONANTS}][bdfɡklmnpʁtv])z$")
_OWN_SOUND = re.compile(r"[sz]es$")
_EDGES = re.compile(r"^\W+|\W+$")
_STOP = re.compile(r"[.!?…:]\W*$")
_AFTER_WORD = ',;:.!?…)”"— '


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A word whose sounds may end with a link, and the words around it, in small letters."""

    before: str
    word: str
    after: str
    sounds: str
    sounds_after: str
    is_name: bool


def linked(text: str, words: Sequence[str]) -> str:
    """Return espeak's phonemes, group by group those of `words`, with the links that announcers make.

    Where a link in -z has no room it is said with its e: « sources ouvertes »; other e that are said too.
    Text whose groups are not those of the words comes back as it is.
    """
    groups = [group for group in re.finditer(r"\S+", text) if any(map(str.isalpha, group[0]))]
    if len(groups) != len(words):
        return text
    sounds = [with_future_e(group[0], word) for group, word in zip(groups, words, strict=True)]
    pieces, done = [], 0
    for group, meeting in zip(groups, _meetings(words, sounds), strict=True):
        pieces += [text[done : group.start()], _said(meeting)]
        done = group.end()
    return "".join((*pieces, text[done:]))


def _meetings(words: Sequence[str], groups: Sequence[str]) -> Iterator[_Meeting]:
    plain = ["", *(_EDGES.sub("", word.replace("’", "'")) for word in words), ""]
    sounds = [*groups, ""]
    for at, written in enumerate(words):
        before, word, after = plain[at : at + 3]
        starts = at == 0 or bool(_STOP.search(words[at - 1]))
        capital = word[:1].isupper() and (after[:1].isupper() if starts else True)
        named = capital and not {before.lower(), word.lower()} & _PLURAL
        follows = "" if _STOP.search(written) else sounds[at + 1]
        yield _Meeting(before.lower(), word.lower(), after.lower(), sounds[at], follows, named)


def _said(meeting: _Meeting) -> str:
    """Return the sounds of the word, with its link or without; before a consonant, with its e or without."""
    sounds = meeting.sounds
    first = meeting.sounds_after.lstrip("ˈˌ")[:1]
    if first not in {*_VOWELS}:
        return with_final_e(sounds, meeting.word, first) if first.isalpha() else sounds
    if sounds.endswith("t"):
        return sounds if _is_linked_in_t(meeting) else sounds[:-1]
    if sounds.endswith((_NASAL, _NASAL + "n")):
        return _with_nasal(meeting)
    if _has_link(meeting):
        return _with_z(meeting)
    is_cut = sounds.endswith("eʁ") and meeting.word.endswith("er") and meeting.after in _LOOSE
    return sounds[:-1] if is_cut else sounds


def _with_z(meeting: _Meeting) -> str:
    """Return the sounds of a word that espeak links in -z, with that link or without."""
    sounds = meeting.sounds
    if not _is_linked(meeting):
        return sounds[:-1]
    return sounds[:-1] + "əz" if _CROWDED.search(sounds) else sounds


def _is_linked_in_t(meeting: _Meeting) -> bool:
    """Whether the t at the end is said: as the word's own (« cette », « portent »), or as a link."""
    word = _ELIDED.sub("", meeting.word)
    if word in _BEFORE_NOUN_IN_T:
        return meeting.after not in _LOOSE
    if word == "fait":
        return _ELIDED.sub("", meeting.before) in _BEFORE_FAIT
    if word in _LINKED_IN_T:
        return meeting.after not in _CLAUSES
    own = word.endswith("tent") and not meeting.sounds.endswith("tt")
    foreign = word.endswith("ent") and meeting.is_name
    return own or foreign or not _SILENT_T.search(word)


def _with_nasal(meeting: _Meeting) -> str:
    """Return the sounds of a word that ends in a nasal vowel, with its link in -n or without.

    Adjectives sound with it as in the feminine (« un bon‿ami »), but for « commun ».
    """
    word = _ELIDED.sub("", meeting.word)
    plain = meeting.sounds.removesuffix("n")
    if word in _NOUNS_TOO and _is_after_determiner(meeting):
        return plain
    if word in _LINKED_IN_N or word.endswith("-un"):
        return plain if meeting.after in _CLAUSES and word != "un" else meeting.sounds
    is_before_noun = word in _BEFORE_NOUN_IN_N or (word in _AFTER_NOUN_TOO and _is_after_determiner(meeting))
    if meeting.after in _LOOSE or not is_before_noun:
        return plain
    return (plain if word == "commun" else plain.removesuffix(_NASAL)) + "n"


def _is_after_determiner(meeting: _Meeting) -> bool:
    """Whether an article or the like, in the singular, stands before the word."""
    return meeting.word.startswith("l'") or _ELIDED.sub("", meeting.before) in _SINGULAR


def _has_link(meeting: _Meeting) -> bool:
    """Whether the z at the end is a link; in « chaises » it is the word's own, in « courses » it is not."""
    if not meeting.word.endswith(("s", "x", "ez")) or not meeting.sounds.endswith("z"):
        return False
    return not _OWN_SOUND.search(meeting.word) or meeting.sounds[-2:-1] in {*_CONSONANTS}


def _is_linked(meeting: _Meeting) -> bool:
    word, after = meeting.word, meeting.after
    if word in _LINKING or (word, after) in _SET_PHRASES or _is_of_a_verb(meeting):
        return True
    if after in _LOOSE or word.endswith("ez"):
        return False
    if _is_after_determiner(meeting):
        return bool(_BEFORE_NOUN.match(word))
    return not meeting.is_name and not _is_verb(after, meeting.sounds_after)


def _is_of_a_verb(meeting: _Meeting) -> bool:
    """Whether it is one of the forms with « nous » and « vous », and no noun, as « élections » is."""
    if meeting.word in _LINKED_IN_EZ:
        return True
    after_nous = meeting.before in _BEFORE_NOUS_FORM or meeting.word.startswith(("n'", "l'"))
    return after_nous and bool(_NOUS_FORM.search(meeting.word))


def _is_verb(after: str, sounds: str) -> bool:
    """Whether it is a verb of which a plural is the subject (« arrivent », « iront »), or in -ant."""
    silent = after.endswith("ent") and not sounds.rstrip(_AFTER_WORD).endswith(("ɑ̃", "ɛ̃"))
    return silent or after.endswith("ant") or bool(_FUTURE.search(after))
