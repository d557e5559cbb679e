from concurrent.futures import ThreadPoolExecutor

import pytest

from speakerine.engines import kokoro
from speakerine.engines.base import engine_version, get_engine
from speakerine.engines.kokoro import pieces
from speakerine.errors import ConfigError, EngineError
from tests.engines.shelf import kokoro_voice

TEXT = "Le maire a annoncé la fermeture de quatre-vingt-trois écoles, mardi, « pour travaux »."


def test_phonemes_are_cut_at_stops_then_commas_then_spaces_and_none_is_lost():
    text = "aaa bbb. cc dd, ee ff gg hhhhhhhh"
    cut = [text[low:high] for low, high in pieces(text, 12)]
    assert cut == ["aaa bbb.", "cc dd,", "ee ff gg", "hhhhhhhh"]
    assert pieces("abc", 3) == [(0, 3)]
    assert pieces("", 3) == []
    assert [high - low for low, high in pieces("x" * 1200, 510)] == [510, 510, 180]


@pytest.mark.parametrize("fields", [{"speed": 2.5}, {"speed": 0.3}, {"pitch": 0.5}, {"language": "en"}])
def test_what_the_model_does_not_take(fields):
    with pytest.raises(ConfigError):
        engine_version(kokoro_voice(**fields))


def test_the_version_names_software_model_and_styles(tmp_path):
    pytest.importorskip("kokoro_onnx")
    ours = engine_version(kokoro_voice())
    assert ours.startswith("kokoro-onnx ")
    assert " + model 6e742170 + styles " in ours
    assert engine_version(kokoro_voice({"styles": {"ff_siwis": 1.0}})) != ours
    (tmp_path / "mine.onnx").write_bytes(b"model")
    assert " + model 9372c470 + " in engine_version(kokoro_voice({"model": str(tmp_path / "mine.onnx")}))


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    pytest.importorskip("kokoro_onnx")
    return get_engine(kokoro_voice(), cache=tmp_path_factory.mktemp("cache"), threads=2)


@pytest.mark.neural
def test_every_word_has_its_time_within_the_clip(engine):
    speech = engine.speak(TEXT, kokoro_voice())
    words = speech.words
    assert [word.text for word in words] == [word for word in TEXT.split() if any(map(str.isalpha, word))]
    times = [time for word in words for time in (word.start_ms, word.end_ms)]
    assert times == sorted(times)
    assert times[0] < 150
    assert speech.audio.duration_ms - 150 < times[-1] <= speech.audio.duration_ms
    assert all(word.end_ms > word.start_ms for word in words)
    assert speech.audio.sample_rate_hz == 24_000


@pytest.mark.neural
def test_the_same_text_gives_the_same_bytes_from_every_thread(engine):
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(engine.speak, ["Bonjour à tous."] * 2, [kokoro_voice()] * 2)
    assert first == second


@pytest.mark.neural
def test_pitch_keeps_the_length_and_speed_changes_it(engine):
    plain, higher, faster = (
        engine.speak("Voici les nouvelles du matin.", kokoro_voice(**fields)).audio.duration_ms
        for fields in ({}, {"pitch": 1.1}, {"speed": 1.3})
    )
    assert higher == pytest.approx(plain, rel=0.06)
    assert faster == pytest.approx(plain / 1.3, rel=0.1)


@pytest.mark.neural
def test_a_text_longer_than_the_model_takes_is_said_whole(engine, monkeypatch):
    monkeypatch.setattr(kokoro, "MAX_TOKENS", 100)
    sentence = "Il fait beau, et les enfants jouent dans la cour de l'école, dit-elle."
    text = " ".join([sentence] * 3)
    speech = engine.speak(text, kokoro_voice())
    assert len(speech.words) == len(text.split())
    starts = [word.start_ms for word in speech.words]
    assert starts == sorted(starts)
    assert speech.audio.duration_ms > 3 * 2500


@pytest.mark.neural
def test_marks_alone_and_unreadable_letters(engine):
    assert engine.speak("« … » !", kokoro_voice()).audio.duration_ms == 100
    with pytest.raises(EngineError, match="中文"):
        engine.speak("中文", kokoro_voice())
