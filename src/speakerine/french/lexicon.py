"""What engines say wrong, and how each is to be given it: a respelling, IPA or X-SAMPA.

Phonemes travel inside the text, between three private-use characters: OPEN, the word as written,
SAYS, its phonemes, CLOSE. An article's own are taken out, so that it cannot bring phonemes or markup.

Source: Lexique 3.83 for common words, usage on French radio for names; see the head of lexicon.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from speakerine.french.lexicon_file import Entry, parse_entries

OPEN, SAYS, CLOSE = "\ue000", "\ue001", "\ue002"

_MARKED = re.compile(f"{OPEN}([^{OPEN}{SAYS}{CLOSE}]+){SAYS}([^{OPEN}{SAYS}{CLOSE}]+){CLOSE}")
_STRAY = re.compile(f"[{OPEN}{SAYS}{CLOSE}]")
_WORD = re.compile(r"\w+")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " "})
"""One character for one, so that places in the text stay the same."""

_MIN_CAPITALS = 4
"""A shorter word in capitals is an acronym."""


@dataclass(frozen=True, slots=True)
class Phonetic:
    """A word as written, and the phonemes that are to be said for it."""

    written: str
    phonemes: str


@dataclass(frozen=True)
class Lexicon:
    """Entries by their written form.

    One in lower case is also found with a capital, in capitals, and in the plural with -s; one with
    a capital only with it. Words are whole: a hyphen joins, but to a name (« Aix-en-Provence »).
    """

    entries: tuple[Entry, ...]

    def prepare(self, spoken: str, engine: str) -> str:
        """The spoken text as that engine is to be given it.

        « Metz » → « OPEN Metz SAYS mɛs CLOSE » for Kokoro; its respelling, if any, for the others.
        """
        return self._replaced(without_marks(spoken), _SAYINGS.get(engine, _respelled))

    def with_entries(self, text: str, name: str) -> Lexicon:
        """These entries and those of a show's file, which win; `name` is what errors call the file.

        Raises:
            ConfigError: a line is wrong; it is named with its number.

        """
        theirs = parse_entries(text, name)
        written = {entry.written for entry in theirs}
        return Lexicon((*(entry for entry in self.entries if entry.written not in written), *theirs))

    def _replaced(self, text: str, say: Callable[[str, Entry], str]) -> str:
        plain = text.translate(_PLAIN)
        out, done = [], 0
        for word in _WORD.finditer(plain):
            form = self._form_at(plain, word.start(), word[0]) if word.start() >= done else ""
            if form:
                end = word.start() + len(form)
                out += [text[done : word.start()], say(text[word.start() : end], self._by_form[form])]
                done = end
        return "".join([*out, text[done:]])

    def _form_at(self, plain: str, start: int, first: str) -> str:
        """The longest known form that begins there as a whole word, or ""."""
        for form in self._by_first_word.get(first, ()):
            entry = self._by_form[form]
            if plain.startswith(form, start) and _is_whole(plain, start, start + len(form), entry):
                return form
        return ""

    @cached_property
    def _by_form(self) -> Mapping[str, Entry]:
        """What is written wins over what is derived, and later entries over earlier ones."""
        derived = {form: entry for entry in self.entries for form in _derived_forms(entry.written)}
        return {**derived, **{entry.written: entry for entry in self.entries}}

    @cached_property
    def _by_first_word(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for form in sorted(self._by_form, key=len, reverse=True):
            first = _WORD.match(form)
            found.setdefault(first[0] if first else form, []).append(form)
        return {first: tuple(forms) for first, forms in found.items()}


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    """Our own entries, read once."""
    text = files(__package__).joinpath("lexicon.tsv").read_text(encoding="utf-8")
    return Lexicon(parse_entries(text, "lexicon.tsv"))


def split_marked(text: str) -> tuple[str, tuple[Phonetic, ...]]:
    """The text with OPEN where a word has phonemes, and those words in order."""
    words = tuple(Phonetic(*match.groups()) for match in _MARKED.finditer(text))
    return OPEN.join(_STRAY.sub("", part) for part in _MARKED.split(text)[::3]), words


def without_marks(text: str) -> str:
    """The text without the characters that carry phonemes."""
    return _STRAY.sub("", text)


def _marked(written: str, phonemes: str) -> str:
    """The word and its phonemes; word by word where there are as many of either."""
    words, sounds = written.split(), phonemes.split()
    if len(words) == len(sounds):
        return " ".join(f"{OPEN}{w}{SAYS}{s}{CLOSE}" for w, s in zip(words, sounds, strict=True))
    return f"{OPEN}{written}{SAYS}{phonemes}{CLOSE}"


def _respelled(written: str, entry: Entry) -> str:
    if not entry.respelling:
        return written
    plural = "s" if len(written) == len(entry.written) + 1 else ""
    respelling = entry.respelling + plural
    return respelling[:1].upper() + respelling[1:] if written[:1].isupper() else respelling


_SAYINGS: dict[str, Callable[[str, Entry], str]] = {
    "kokoro": lambda written, entry: _marked(written, entry.ipa) if entry.ipa else _respelled(written, entry),
    "pico": lambda written, entry: (
        _marked(written, entry.xsampa) if entry.xsampa else _respelled(written, entry)
    ),
}


def _derived_forms(written: str) -> list[str]:
    """How else an entry may be written: with a capital, in capitals, with -s."""
    singular = [written]
    if written[:1].islower():
        singular.append(written[:1].upper() + written[1:])
    has_plural = written[:1].islower() and written[-1] not in "sxz" and " " not in written
    plural = [f"{form}s" for form in singular] if has_plural else []
    capitals = [form.upper() for form in (written, *plural[:1]) if len(written) >= _MIN_CAPITALS]
    return [*singular, *plural, *capitals]


def _is_whole(plain: str, start: int, end: int, entry: Entry) -> bool:
    """Whether the word ends there, and no hyphen makes it a part of another, but for a name's."""
    after = plain[end : end + 3]
    if after[:1].isalnum() or after[:1] == "_":
        return False
    joined = plain[start - 1 : start] == "-" or (after[:1] == "-" and after not in {"-là", "-ci"})
    return not joined or entry.written[:1].isupper()
