"""A script as people and programs read it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from speakerine.types import Jingle, Line, Role, Script


def render_text(script: Script, *, spoken: bool = False) -> str:
    """One line of text a line of the script, as written or as spoken; jingles and pauses left out."""
    return "\n".join(line.spoken if spoken else line.written for line in script.lines)


def render_script(script: Script, voices: Mapping[Role, str], *, spoken: bool = False) -> str:
    """The script as an announcer's sheet: who speaks, the words, jingles between."""
    width = max((len(name) for name in voices.values()), default=0)
    rows = []
    for item in script.items:
        if isinstance(item, Jingle):
            rows.append(f"{'':{width}}  ♪ {item}")
        else:
            rows.append(f"{voices[item.role]:{width}}  {item.spoken if spoken else item.written}")
    return "\n".join(rows)


def render_json(script: Script, voices: Mapping[Role, str]) -> str:
    """The script for programs: `title`, and `items` with each line's role, voice, words and pause."""
    items = [{"jingle": str(i)} if isinstance(i, Jingle) else _line(i, voices) for i in script.items]
    return json.dumps({"title": script.title, "items": items}, ensure_ascii=False, indent=2)


def _line(line: Line, voices: Mapping[Role, str]) -> dict[str, str | int]:
    return {
        "role": str(line.role),
        "voice": voices[line.role],
        "written": line.written,
        "spoken": line.spoken,
        "pause_after_ms": line.pause_after_ms,
    }
