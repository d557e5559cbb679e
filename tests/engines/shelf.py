"""Voices for the tests of engines, from the folders that ship."""

import json
from typing import Any

from speakerine.config import shipped_voices
from speakerine.types import Voice

CLAIRE = {"styles": {"ff_siwis": 0.7, "ef_dora": 0.3}}


def make_voice(engine: str, options: dict[str, Any] | None = None, **fields: Any) -> Voice:
    fields = {"name": "essai", "folder": shipped_voices() / "claire", **fields}
    return Voice(engine=engine, options_json=json.dumps(options or {}), **fields)


def kokoro_voice(options: dict[str, Any] | None = None, **fields: Any) -> Voice:
    return make_voice("kokoro", CLAIRE if options is None else options, **fields)
