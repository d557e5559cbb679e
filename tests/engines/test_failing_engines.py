"""Engines that raise, hang or give anything but speech: found, and named with the voice and the text."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import numpy as np
import pytest

from speakerine.engines import base
from speakerine.engines.base import Speech, get_engine
from speakerine.engines.sound import silence, speech_span, to_audio
from speakerine.engines.watched import WatchedEngine
from speakerine.errors import ConfigError, EngineError
from speakerine.types import Audio
from tests.engines.shelf import make_voice

TEXT = "Le conseil municipal a voté mardi soir la réouverture de la ligne de tramway."
RATE_HZ = 16_000
LOU = make_voice("greffon", name="lou")


def samples(seconds=4.0):
    return np.sin(np.arange(int(seconds * RATE_HZ)) * 0.1).astype(np.float32) * np.float32(0.3)


def engine(does):
    """An engine that gives, or raises, what `does` does."""
    return SimpleNamespace(name="Greffon", version="1", speak=lambda _spoken, _voice: does())


@pytest.fixture
def speak(monkeypatch):
    """Says TEXT with an engine of others, as a module that speakerine loads by its name."""

    def say(does, text=TEXT):
        module = SimpleNamespace(load=lambda _voice, _cache, _threads: engine(does))
        monkeypatch.setitem(sys.modules, "greffon", module)
        monkeypatch.setitem(base.MODULES, "greffon", "greffon")
        return get_engine(LOU).speak(text, LOU)

    return say


def test_good_speech_comes_through_as_it_is(speak):
    speech = Speech(to_audio(samples(), RATE_HZ))
    assert speak(lambda: speech) is speech


def fail():
    raise OverflowError("table\nfull")


def test_whatever_it_raises_is_told_with_the_voice_and_the_text(speak):
    with pytest.raises(EngineError) as failure:
        speak(fail)
    assert str(failure.value) == (
        "The voice “lou” (engine “greffon”) failed on « Le conseil municipal a voté mardi soir la "
        "réouverture de la … »: OverflowError: table full. Take another voice, or respell that text."
    )
    assert isinstance(failure.value.__cause__, OverflowError)


def refuse():
    raise ConfigError("The option “x” is unknown.")


def test_what_it_tells_as_speakerine_does_is_kept(speak):
    with pytest.raises(ConfigError, match=r"^The option “x” is unknown\.$"):
        speak(refuse)


def test_an_engine_that_cannot_be_loaded_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "greffon", SimpleNamespace(load=lambda *_: fail()))
    monkeypatch.setitem(base.MODULES, "greffon", "greffon")
    with pytest.raises(EngineError, match=r"“lou” \(engine “greffon”\) failed: OverflowError: table full"):
        get_engine(LOU)


def test_an_engine_that_never_comes_back_is_left():
    released = threading.Event()
    watched = WatchedEngine(engine(released.wait), patience_s=0.05)
    with pytest.raises(EngineError, match=r"has not come back after 0\.05 s"):
        watched.speak(TEXT, LOU)
    released.set()


def test_an_engine_that_hangs_is_asked_for_nothing_more_until_it_is_back():
    released = threading.Event()
    asked: list[threading.Thread] = []

    def speak():
        asked.append(threading.current_thread())
        released.wait()
        return Speech(to_audio(samples(), RATE_HZ))

    watched = WatchedEngine(engine(speak), patience_s=1.0)
    with pytest.raises(EngineError, match="not come back"):
        watched.speak(TEXT, LOU)
    with pytest.raises(EngineError, match="it hangs on another text"):
        watched.speak("La suite.", LOU)
    assert len(asked) == 1
    released.set()
    asked[0].join()
    assert watched.speak("La suite.", LOU).audio


def test_who_waits_beside_a_text_that_hangs_is_told_with_it():
    """Texts begun later wait no longer than the first."""
    watched = WatchedEngine(engine(threading.Event().wait), patience_s=1.0)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(watched.speak, TEXT, LOU)
        time.sleep(0.7)
        second = pool.submit(watched.speak, "La suite.", LOU)
    assert "not come back" in str(first.exception())
    assert "hangs on another" in str(second.exception())


@pytest.mark.parametrize(
    ("audio", "told"),
    [
        (Audio(b"", RATE_HZ), "gives no sound"),
        (Audio(b"\1\2\3", RATE_HZ), "gives no sound"),
        (silence(3000, RATE_HZ), "gives only silence"),
        (Audio(to_audio(samples(), RATE_HZ).pcm, 0), "gives sound at 0 Hz"),
        (Audio(to_audio(samples(), RATE_HZ).pcm, 4_000_000), "gives sound at 4000000 Hz"),
        (to_audio(samples(0.2), RATE_HZ), r"63 letters last 0\.2 s, which is no speech"),
        (to_audio(samples(90.0), RATE_HZ), r"63 letters last 90\.0 s, which is no speech"),
    ],
    ids=["empty", "half a sample", "silence", "no rate", "wild rate", "cut short", "endless"],
)
def test_what_is_no_speech_is_refused(speak, audio, told):
    with pytest.raises(EngineError, match=told):
        speak(lambda: Speech(audio))


def test_marks_alone_may_be_silence(speak):
    assert speak(lambda: Speech(silence(100, RATE_HZ)), "« … » !").audio.duration_ms == 100


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("prepare", [to_audio, speech_span])
def test_sound_that_is_not_made_of_numbers_is_refused(speak, wrong, prepare):
    def give():
        broken = samples()
        broken[7] = wrong
        return prepare(broken, RATE_HZ)

    with pytest.raises(EngineError, match="not made of numbers"):
        speak(give)


def test_sound_that_is_too_loud_is_turned_down_and_not_cut():
    loud = samples() * np.float32(1000)
    heard = np.frombuffer(to_audio(loud, RATE_HZ).pcm, "<i2")
    assert abs(int(np.abs(heard).max()) - 0.98 * 32767) <= 1
    assert np.corrcoef(heard, loud)[0, 1] > 0.9999
