"""Engines' own markup is words in an article: Pico's tags open files, espeak's [[…]] are phonemes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.engines.base import get_engine
from speakerine.engines.letters import readable_words
from speakerine.engines.pico import pico_calls
from tests.engines.shelf import make_voice

MARKUP = st.text(st.sampled_from("<>&[]{}|\\/='\" aplyfilegn;#x0\ue000\ue001＜［【⟦﹤\u0338"), max_size=80)
NICOLE = make_voice("pico", name="nicole")


@given(MARKUP)
def test_no_engine_is_given_a_mark_of_its_own_language(text):
    read = "".join(reading for _, reading in readable_words(text))
    assert not set(read) & set("<>&[]{}|\\")


@given(MARKUP)
def test_pico_is_given_none_either(text):
    assert not set("".join(pico_calls(text))) & set("<>&[]{}")


@pytest.mark.parametrize("tag", ["play", "genfile"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_pico_opens_no_file(tmp_path, monkeypatch, tag, quote):
    monkeypatch.chdir(tmp_path)
    text = (
        f"Bonjour. <{tag} file={quote}x.wav{quote}>Bonjour.</{tag}> &lt;{tag} file={quote}x.wav{quote}/&gt;"
    )
    assert get_engine(NICOLE).speak(text, NICOLE).audio.duration_ms > 500
    assert list(tmp_path.iterdir()) == []


@pytest.mark.neural
def test_espeak_takes_no_phonemes_of_a_stranger():
    pytest.importorskip("kokoro_onnx")
    from speakerine.engines.kokoro_phonemes import phonemize

    assert phonemize("Bonjour [[mE:Rd]] à tous.").text == phonemize("Bonjour ((mE:Rd)) à tous.").text
