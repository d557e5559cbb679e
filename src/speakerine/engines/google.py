"""Google's translation voice through gTTS: online, the text leaves the machine.

gTTS prepares the requests; they are sent here, because it would send them with certificate checks
off and give up at the first refusal.
"""

from __future__ import annotations

import importlib.metadata
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from speakerine.engines.base import Readiness, Speech, wordless
from speakerine.engines.letters import is_spoken, readable_words, tidy
from speakerine.engines.options import check_french, check_range, missing_modules, read_options
from speakerine.engines.sound import faded, speech_span, to_audio
from speakerine.errors import ConfigError, EngineError
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from speakerine.types import Voice

MAX_CHARS = 350
PARALLEL_CALLS = 2

READING = 2
"""Raise it when text is prepared, or sound is cut, in another way: clips are made anew."""

SAMPLE_RATE_HZ = 24_000
GAP_MS = 40
"""Between the pieces of a text, which gTTS cuts every hundred characters."""

STOP_GAP_MS = 160
"""The same after a mark."""

NOTE = "needs the Internet: the text is sent to Google"
_MODULES = ("gtts", "requests", "soundfile")
_TLD = re.compile(r"[a-z]{2,3}(\.[a-z]{2})?")


@dataclass(frozen=True, slots=True)
class GoogleOptions:
    """The [options] of a Google voice.

    `tld` is the country's domain, which decides the accent. `endpoint` stands in for Google, such
    as a server on this machine. `tries` counts the first one; `delay_s` comes before the second
    and doubles; `timeout_s` is how long the server may keep silent.
    """

    tld: str = "com"
    slow: bool = False
    endpoint: str = ""
    tries: int = 5
    delay_s: float = 1.0
    timeout_s: float = 20.0


@dataclass(frozen=True, slots=True)
class GoogleEngine:
    """Keeps nothing between two calls."""

    version: str
    name: str = "Google Translate"

    def speak(self, spoken: str, voice: Voice) -> Speech:
        """Say a text; gTTS does not tell when each word is said.

        Raises:
            ConfigError: an option of the voice is wrong.
            EngineError: the text has nothing to read, or Google cannot be reached, refuses, or
                answers something else than sound.

        """
        import numpy as np

        from speakerine.engines.google_requests import Sending, fetch_mp3

        options = _options(voice)
        text = tidy(reading for _, reading in readable_words(spoken) if reading)
        if not is_spoken(text):
            return wordless(spoken, voice, SAMPLE_RATE_HZ)
        sending = Sending(
            tld=options.tld,
            language=_language(voice, options),
            slow=options.slow,
            endpoint=options.endpoint,
            tries=options.tries,
            delay_s=options.delay_s,
            timeout_s=options.timeout_s,
        )
        parts: list[NDArray[np.float32]] = []
        for said, mp3 in fetch_mp3(text, sending):
            samples = _speech(mp3, said)
            gap_ms = STOP_GAP_MS if said[-1:] in ".,;:!?…" else GAP_MS
            parts += [samples, np.zeros(gap_ms * SAMPLE_RATE_HZ // MS_PER_S, np.float32)]
        return Speech(to_audio(np.concatenate(parts[:-1]), SAMPLE_RATE_HZ))


def load(voice: Voice, _cache: Path | None, _threads: int) -> GoogleEngine:
    """The engine; nothing is sent yet.

    Raises:
        ConfigError: an option of the voice is wrong.
        EngineError: gTTS is not installed.

    """
    return GoogleEngine(version(voice))


def readiness(voice: Voice) -> Readiness:
    """Whether gTTS is installed; whether Google can be reached is not tried."""
    _options(voice)
    missing = missing_modules(_MODULES)
    needs = f"needs {', '.join(missing)}: pip install gtts soundfile" if missing else NOTE
    return Readiness(ready=not missing, needs=needs, online=True)


def version(voice: Voice) -> str:
    """Such as "gTTS 2.5.4 + reading 1".

    Raises:
        ConfigError: an option of the voice is wrong.
        EngineError: gTTS is not installed.

    """
    _options(voice)
    missing = missing_modules(_MODULES)
    if missing:
        raise EngineError(
            f"The voice “{voice.name}” needs {', '.join(missing)}. Run pip install gtts soundfile."
        )
    return f"gTTS {importlib.metadata.version('gtts')} + reading {READING}"


def _options(voice: Voice) -> GoogleOptions:
    options = read_options(voice, GoogleOptions)
    check_french(voice)
    check_range(voice, "speed", voice.speed, 1.0, 1.0)
    check_range(voice, "pitch", voice.pitch, 1.0, 1.0)
    check_range(voice, "option “tries”", options.tries, 1, 10)
    check_range(voice, "option “delay_s”", options.delay_s, 0.0, 60.0)
    check_range(voice, "option “timeout_s”", options.timeout_s, 0.05, 300.0)
    if not _TLD.fullmatch(options.tld):
        raise ConfigError(
            f"The option “tld” of the voice “{voice.name}” must be like “com”, not “{options.tld}”."
        )
    if options.endpoint and urlsplit(options.endpoint).scheme not in {"http", "https"}:
        raise ConfigError(
            f"The option “endpoint” of the voice “{voice.name}” must be a web address, "
            f"not “{options.endpoint}”.",
        )
    return options


def _speech(mp3: bytes, said: str) -> NDArray[np.float32]:
    """The sound of one answer at 24 kHz, cut to its margins."""
    import soundfile
    import soxr

    try:
        samples, rate_hz = soundfile.read(io.BytesIO(mp3), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise EngineError(f"Google sent no sound that can be read for « {said} »: {error}") from error
    mono: NDArray[np.float32] = soxr.resample(samples.mean(axis=1), rate_hz, SAMPLE_RATE_HZ)
    begin, end = speech_span(mono, SAMPLE_RATE_HZ)
    if begin == end:
        raise EngineError(f"Google sent only silence for « {said} ».")
    return faded(mono[begin:end], SAMPLE_RATE_HZ)


def _language(voice: Voice, options: GoogleOptions) -> str:
    """Canada has a French of its own there; elsewhere it is that of France."""
    return "fr-CA" if options.tld == "ca" or voice.language.lower() == "fr-ca" else "fr"
