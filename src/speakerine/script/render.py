"""A script as people and programs read it."""

from __future__ import annotations

import json

from speakerine.script.cast import Cast, numbered_items
from speakerine.types import Jingle, Line, Script


def render_text(script: Script, *, spoken: bool = False) -> str:
    """One line of text a line of the script, as written or as spoken; jingles and pauses left out."""
    return "\n".join(line.spoken if spoken else line.written for line in script.lines)


def render_script(script: Script, cast: Cast, *, spoken: bool = False) -> str:
    """The script as an announcer's sheet: who speaks, the words, jingles between."""
    width = max(len(voice.name) for voice in cast.voices)
    rows = []
    for item, article in numbered_items(script):
        if isinstance(item, Jingle):
            rows.append(f"{'':{width}}  ♪ {item}")
        else:
            name = cast.voice(item.role, article).name
            rows.append(f"{name:{width}}  {item.spoken if spoken else item.written}")
    return "\n".join(rows)


def render_json(script: Script, cast: Cast) -> str:
    """The script for programs: `title`, and `items` with each line's role, voice, words and pause."""
    items = [
        {"jingle": str(item)}
        if isinstance(item, Jingle)
        else _line(item, cast.voice(item.role, article).name)
        for item, article in numbered_items(script)
    ]
    return json.dumps({"title": script.title, "items": items}, ensure_ascii=False, indent=2)


def _line(line: Line, voice: str) -> dict[str, str | int]:
    return {
        "role": str(line.role),
        "voice": voice,
        "written": line.written,
        "spoken": line.spoken,
        "pause_after_ms": line.pause_after_ms,
    }
