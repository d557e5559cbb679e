"""The Google voice when what answers is not Google, or not in its right mind."""

import ssl

import pytest

from speakerine.engines import google_requests
from speakerine.engines.base import engine_version, get_engine
from speakerine.engines.clips import ClipCache
from speakerine.engines.speaking import Booth, speak_all
from speakerine.errors import EngineError
from speakerine.spread import open_local
from speakerine.types import Segment
from tests.conftest import program
from tests.engines.shelf import make_voice
from tests.engines.translate_server import TranslateServer, sound_body
from tests.sources.server import make_certificate


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with TranslateServer() as running:
        yield running


def google(server, **options):
    return make_voice(
        "gtts",
        {"endpoint": server.endpoint, "delay_s": 0.01, "timeout_s": 0.3, "tries": 3, **options},
        name="google",
    )


def speak(server, **options):
    voice = google(server, **options)
    return get_engine(voice).speak("Bonjour à tous.", voice)


HALF = (200, {"Content-Length": "5000"})


def test_half_an_answer_is_asked_for_again(server):
    server.plan = [HALF]
    assert speak(server).audio.duration_ms > 300
    assert len(server.heard) == 2


def test_half_answers_only_are_told_in_a_line(server):
    server.plan = [HALF] * 3
    with pytest.raises(EngineError, match=r"need the Internet.*could not be reached.*claire or nicole"):
        speak(server)


def test_an_answer_without_end_is_left(server, monkeypatch):
    monkeypatch.setattr(google_requests, "MOST_ANSWER_BYTES", 100_000)
    server.plan = [b"x" * 200_000]
    with pytest.raises(EngineError, match="far more than a sound"):
        speak(server)


def test_a_redirect_is_not_followed(server):
    with TranslateServer() as elsewhere:
        server.plan = [(307, {"Location": elsewhere.endpoint})]
        with pytest.raises(EngineError, match="without sound"):
            speak(server)
        assert elsewhere.heard == []


def test_those_who_were_refused_together_do_not_come_back_together(server, monkeypatch):
    waits_s: list[float] = []
    monkeypatch.setattr(google_requests.time, "sleep", waits_s.append)
    for _ in range(10):
        server.plan = [(503, {})] * 2
        speak(server, delay_s=8.0)
    first, second = waits_s[::2], waits_s[1::2]
    assert len(set(first)) == len(first) == 10
    assert all(8.0 <= wait_s <= 10.0 for wait_s in first)
    assert all(16.0 <= wait_s <= 20.0 for wait_s in second)


def test_no_wait_is_longer_than_two_minutes(server, monkeypatch):
    waits_s: list[float] = []
    monkeypatch.setattr(google_requests.time, "sleep", waits_s.append)
    server.plan = [HALF] * 5
    speak(server, delay_s=60.0, tries=6)
    assert max(waits_s) == google_requests.LONGEST_WAIT_S


def test_a_run_goes_on_where_google_broke_off(server, tmp_path):
    voice, clips = google(server, tries=1), ClipCache(tmp_path / "clips")
    wanted = [Segment(text, voice, engine_version(voice)) for text in ("Un.", "Deux.", "Trois.")]

    def speak_wanted():
        with open_local() as workers:
            return speak_all(wanted, Booth(workers, clips, tmp_path), lambda _done, _total: None)

    server.plan = [sound_body(server.mp3), (403, {}), (403, {})]
    with pytest.raises(EngineError, match="403"):
        speak_wanted()
    kept = [segment.key for segment in wanted if clips.get(segment.key)]
    server.plan.clear()
    assert len(kept) == 1
    assert speak_wanted() == 2


def test_a_server_with_a_certificate_of_its_own_is_refused(server, tmp_path, monkeypatch):
    program("openssl", "openssl")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*make_certificate(tmp_path, "IP:127.0.0.1"))
    server.use_tls(context)
    with pytest.raises(EngineError, match=r"certificate cannot be trusted.*claire or nicole"):
        speak(server, timeout_s=5.0)
    assert server.heard == []
