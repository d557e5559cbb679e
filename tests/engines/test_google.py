import pickle

import pytest

from speakerine.engines.base import Speech, get_engine
from speakerine.errors import ConfigError, EngineError
from tests.engines.shelf import make_voice
from tests.engines.translate_server import TranslateServer, sound_body

LONG = (
    "Le maire de Strasbourg a annoncé mardi la fermeture de plusieurs écoles pour travaux, une décision "
    "qui concerne près de vingt mille élèves et leurs parents."
)


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with TranslateServer() as running:
        yield running


def speak(server: TranslateServer, text: str = "Bonjour à tous.", **options) -> Speech:
    options = {"endpoint": server.endpoint, "delay_s": 0.01, "timeout_s": 0.3, "tries": 3, **options}
    voice = make_voice("gtts", options, name="google")
    return get_engine(voice).speak(text, voice)


def test_a_text_is_sent_and_its_sound_cut_to_the_margins(server):
    speech = speak(server, "« Bonjour » à tous…")
    assert server.heard == [["“Bonjour” à tous…", "fr", None, "null"]]
    assert server.paths == ["/_/TranslateWebserverUi/data/batchexecute"]
    assert speech.audio.sample_rate_hz == 24_000
    assert speech.audio.duration_ms == pytest.approx(460, abs=40)
    assert speech.words == ()


def test_quebec_has_its_own_french_and_slow_is_passed_on(server):
    speak(server, tld="ca", slow=True)
    assert server.heard == [["Bonjour à tous.", "fr-CA", True, "null"]]


def test_an_endpoint_may_have_a_folder(server):
    speak(server, endpoint=server.endpoint + "/proxy/")
    assert server.paths == ["/proxy/_/TranslateWebserverUi/data/batchexecute"]


def test_a_long_text_goes_in_pieces_and_comes_back_as_one(server):
    speech = speak(server, LONG)
    said = [str(one[0]) for one in server.heard]
    assert len(said) > 1
    assert all(len(one) <= 100 for one in said)
    assert " ".join(said).replace(",", "").split() == LONG.replace(",", "").split()
    assert speech.audio.duration_ms > len(said) * 400


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_refusal_is_tried_again(server, status):
    server.plan = [(status, {}), (status, {})]
    assert speak(server).audio.sample_count > 0
    assert len(server.heard) == 3
    first, second, third = server.times_s
    assert second - first >= 0.01
    assert third - second >= 0.02


def test_a_server_that_says_when_to_come_back_is_obeyed(server):
    server.plan = [(429, {"Retry-After": "1"})]
    speak(server)
    assert server.times_s[1] - server.times_s[0] >= 1.0


def test_a_server_that_says_to_come_back_tomorrow_is_not_waited_for(server):
    server.plan = [(429, {"Retry-After": "86400"})]
    with pytest.raises(EngineError, match=r"429.*86400 s.*claire or nicole"):
        speak(server)


def test_a_lasting_refusal_is_not_tried_again(server):
    server.plan = [(403, {})]
    with pytest.raises(EngineError, match="403 Forbidden"):
        speak(server)
    assert len(server.heard) == 1


def test_in_the_end_it_gives_up(server):
    server.plan = [(500, {})] * 5
    with pytest.raises(EngineError, match="500") as caught:
        speak(server)
    assert len(server.heard) == 3
    assert pickle.loads(pickle.dumps(caught.value)).args == caught.value.args


def test_a_server_that_keeps_silent(server):
    server.plan = [1.0, 1.0]
    with pytest.raises(EngineError, match=r"need the Internet.*did not answer in time.*claire or nicole"):
        speak(server, tries=2)


def test_a_server_that_is_silent_once(server):
    server.plan = [1.0]
    assert speak(server).audio.sample_count > 0


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>consent</html>", "without sound"),
        (b'[["wrb.fr","jQ1olc",null,null,null,[3],"generic"]]', "without sound"),
        (b'["wrb.fr","jQ1olc","[\\"not base64!\\"]"]', "damaged sound"),
        (sound_body(b"not an MP3 at all" * 20), "no sound that can be read"),
        (sound_body(b""), "without sound"),
    ],
)
def test_an_answer_that_is_no_sound(server, body, said):
    server.plan = [body]
    with pytest.raises(EngineError, match=said):
        speak(server)


def test_nobody_there():
    with TranslateServer() as gone:
        pass
    with pytest.raises(EngineError, match=r"send the text to Google.*could not be reached.*claire or nicole"):
        speak(gone, tries=2)


def test_certificates_are_checked(server, monkeypatch):
    import requests

    seen = []
    send = requests.Session.send

    def spy(session, request, **settings):
        seen.append(settings["verify"])
        return send(session, request, **settings)

    monkeypatch.setattr(requests.Session, "send", spy)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    speak(server)
    assert set(seen) == {True}


def test_a_certificate_that_is_not_trusted_is_not_accepted(server):
    with pytest.raises(EngineError, match="certificate"):
        speak(server, endpoint=server.endpoint.replace("http:", "https:"))


def test_marks_alone_send_nothing(server):
    assert speak(server, "« … » !").audio.duration_ms == 100
    with pytest.raises(EngineError, match="中文"):
        speak(server, "中文")
    assert server.heard == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "file:///etc/passwd"},
        {"tld": "com/evil"},
        {"tries": 0},
        {"timeout_s": 0},
        {"delay_s": -1},
    ],
)
def test_options_that_make_no_sense(wrong):
    with pytest.raises(ConfigError, match=next(iter(wrong))):
        get_engine(make_voice("gtts", wrong))


def test_its_speed_cannot_be_changed():
    with pytest.raises(ConfigError, match="speed"):
        get_engine(make_voice("gtts", speed=1.2))


def test_dates_to_come_back_at():
    from speakerine.engines.google_requests import retry_after_s

    now = "Wed, 21 Oct 2026 07:28:00 GMT"
    assert retry_after_s("Wed, 21 Oct 2026 07:28:30 GMT", now) == 30.0
    assert retry_after_s("Wed, 21 Oct 2026 07:27:00 GMT", now) == 0.0
    assert retry_after_s("soon", now) == 0.0
    assert retry_after_s("Wed, 21 Oct 2026 07:28:30 GMT", None) == 0.0
    assert retry_after_s(None, now) == 0.0
