"""What engines say wrong, and how to write it for them: respelling, IPA, X-SAMPA.

Source: the speakers' own usage on French radio; the notations are those of the IPA and of SAMPA for
French. The show's own entries add to ours and win.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from speakerine.errors import ConfigError

_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as written, and how to say it in each notation; "" where an engine needs none."""

    written: str
    respelling: str = ""
    ipa: str = ""
    xsampa: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Entries by their written form; a capital matters only in words that have one."""

    entries: tuple[Entry, ...]

    def respell(self, text: str) -> str:
        """« Le leader Xi Jinping » → « Le lideur Si Djine-pingue »."""
        return self.replace(text, lambda written, entry: _cased(written, entry.respelling or written))

    def replace(self, text: str, say: Callable[[str, Entry], str]) -> str:
        """Put what `say` makes of each known word, as written and its entry, in its place."""
        return self._pattern.sub(lambda match: say(match[0], self._find(match[0])), text)

    def joined_with(self, other: "Lexicon") -> "Lexicon":
        """Both lexicons' entries; where they differ, the other's win."""
        theirs = {entry.written for entry in other.entries}
        return Lexicon((*(entry for entry in self.entries if entry.written not in theirs), *other.entries))

    @cached_property
    def _by_written(self) -> dict[str, Entry]:
        return {entry.written: entry for entry in self.entries}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {
            form for written in self._by_written for form in (written, written[:1].upper() + written[1:])
        }
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])")

    def _find(self, written: str) -> Entry:
        return self._by_written.get(written) or self._by_written[written[:1].lower() + written[1:]]


def parse_lexicon(text: str, *, origin: str = "lexicon.tsv") -> Lexicon:
    """Read a lexicon: written, respelling, IPA, X-SAMPA, parted by tabs; a bad line is an error."""
    return Lexicon(tuple(_parse_lines(text.splitlines(), origin)))


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    """Our own entries, read once."""
    return parse_lexicon(files(__package__).joinpath("lexicon.tsv").read_text(encoding="utf-8"))


def _parse_lines(lines: Iterable[str], origin: str) -> Iterable[Entry]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if not columns[0] or not 1 < len(columns) <= _COLUMNS:
            raise ConfigError(
                f"{origin}, line {number}: expected a word, respelling, IPA, X-SAMPA and tabs, not {line!r}."
            )
        yield Entry(*columns)


def _cased(written: str, spoken: str) -> str:
    return spoken[:1].upper() + spoken[1:] if written[:1].isupper() else spoken
