"""What is given to an engine in one go: lines of one voice, a sentence never cut by a mere change of role."""

from __future__ import annotations

from dataclasses import dataclass, replace

from speakerine.script import pauses
from speakerine.script.cast import Cast, numbered_items
from speakerine.types import Jingle, Line, Role, Script, Voice

MAX_CHARS = 380
"""Longer than a breath group and a half, a merged line would be cut again by the engine."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one voice, as written and as spoken, and the pause after them.

    `chapter` is the title of the chapter that they open, or "".
    """

    voice: Voice
    written: str
    spoken: str
    pause_after_ms: int
    chapter: str = ""


def utterances(script: Script, cast: Cast) -> tuple[Utterance | Jingle, ...]:
    """The script with a voice for each line; lines inside a sentence that the same person says are one.

    A quotation inside the reader's own sentence is then said as the reader says the rest.
    """
    out: list[Utterance | Jingle] = []
    for item, article in numbered_items(script):
        if isinstance(item, Jingle):
            out.append(item)
            continue
        last, voice = out[-1] if out else None, cast.voice(item.role, article)
        if isinstance(last, Utterance) and _goes_on(last, item, voice):
            out[-1] = replace(
                last,
                voice=cast.voice(Role.READER, article) if item.role is Role.QUOTE else voice,
                written=f"{last.written.rstrip()} {item.written}",
                spoken=f"{last.spoken.rstrip()} {item.spoken}",
                pause_after_ms=item.pause_after_ms,
            )
        else:
            out.append(Utterance(voice, item.written, item.spoken, item.pause_after_ms, item.chapter))
    return tuple(out)


def _goes_on(last: Utterance, line: Line, voice: Voice) -> bool:
    in_sentence = last.pause_after_ms == pauses.IN_SENTENCE_MS
    return in_sentence and last.voice.name == voice.name and len(last.spoken) + len(line.spoken) < MAX_CHARS
