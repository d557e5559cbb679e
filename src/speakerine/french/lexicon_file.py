"""A lexicon's file: a word a line, as written, respelled, in IPA, in X-SAMPA, parted by tabs.

Lines are held to what the engines can say when the file is read, so that a mistake is told with its
number, whatever voice is asked for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from speakerine.errors import ConfigError

IPA_LETTERS = frozenset("abcdefhijklmnopqrstuvwxyzçðøŋœɐɑɒɔəɛɜɡɣɥɪɲɹɾʁʃʊʌʒʣʤʦʧθβχˈˌː\u0303")
"""Those that Kokoro has a sound for and a French text may need; \u0303 makes a vowel nasal."""

XSAMPA_SOUND = re.compile(r'[9EOA]~|[pbtdkgfvszSZmnJNlRjwHiyue2o@E9Oa]|[."]')
"""Those of SVOX Pico's French voice; a stop parts syllables, a quotation mark stresses one."""

_SAME_IPA = {"g": "ɡ", "ʀ": "ʁ", "'": "ˈ", "c\u0327": "ç"}
_SAME_XSAMPA = {"e~": "E~", "o~": "O~", "a~": "A~", "%": "", ":": ""}
"""French SAMPA writes nasals by other letters, which Pico would say without the nose."""

_OTHER_A = re.compile(r"A(?!~)")
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as written, and how to say it in each notation; "" where an engine needs none."""

    written: str
    respelling: str = ""
    ipa: str = ""
    xsampa: str = ""


def parse_entries(text: str, name: str) -> tuple[Entry, ...]:
    """Read a lexicon file; lines that begin with # are notes.

    Raises:
        ConfigError: a line is wrong; it is named with its number.

    """
    entries: dict[str, Entry] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _parse_line(line, f"{name}, line {number}")
        if entry.written in entries:
            raise ConfigError(f"{name}, line {number}: « {entry.written} » is there already; leave one.")
        entries[entry.written] = entry
    return tuple(entries.values())


def _parse_line(line: str, where: str) -> Entry:
    columns = [" ".join(unicodedata.normalize("NFC", column).split()) for column in line.split("\t")]
    if not columns[0] or not 1 < len(columns) <= _COLUMNS:
        raise ConfigError(
            f"{where}: expected a word, respelling, IPA, X-SAMPA, parted by tabs, not {line.strip()!r}."
        )
    if not re.match(r"\w", columns[0]) or not any(columns[1:]):
        raise ConfigError(
            f"{where}: « {columns[0]} » must begin with a letter and have a respelling, IPA or X-SAMPA."
        )
    if any("\ue000" <= letter <= "\uf8ff" for letter in line):
        raise ConfigError(f"{where}: « {columns[0]} » has a private-use character; take it out.")
    written, respelling, ipa, xsampa = [*columns, "", "", ""][:_COLUMNS]
    return Entry(written, respelling, _ipa(ipa, written, where), _xsampa(xsampa, written, where))


def _ipa(text: str, written: str, where: str) -> str:
    ipa = "".join(
        unicodedata.normalize("NFD", letter) if letter != "ç" else letter for letter in text.strip("/[]")
    )
    for other, ours in _SAME_IPA.items():
        ipa = ipa.replace(other, ours)
    unknown = sorted(set(ipa) - IPA_LETTERS - {" "})
    if unknown:
        raise ConfigError(
            f"{where}: the IPA of « {written} » has “{unknown[0]}”, which Kokoro has no sound for."
        )
    return ipa


def _xsampa(text: str, written: str, where: str) -> str:
    xsampa = text.strip("/[]")
    for other, ours in _SAME_XSAMPA.items():
        xsampa = xsampa.replace(other, ours)
    xsampa = _OTHER_A.sub("a", xsampa)
    rest = XSAMPA_SOUND.sub("", xsampa).strip()
    if rest.replace(" ", ""):
        raise ConfigError(
            f"{where}: the X-SAMPA of « {written} » has “{rest[0]}”, which Pico has no French sound for."
        )
    return xsampa
