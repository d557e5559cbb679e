"""Kokoro-82M: a small neural voice, offline, that says when each of its words is spoken.

kokoro-onnx gives the vocabulary and the phonemizer's set-up; the session is run here, because the
lengths of the phonemes are an output that its own classes do not expect under this name.
"""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speakerine.engines.base import Readiness, Speech, wordless
from speakerine.engines.kokoro_model import (
    INSTALL,
    MODEL_SHA256,
    PART_MODULES,
    default_cache,
    model_digest,
    shared_session,
)
from speakerine.engines.kokoro_phonemes import NO_WORD, Phonemes, phonemize
from speakerine.engines.kokoro_styles import check_weights, read_style, styles_digest
from speakerine.engines.options import check_french, check_range, missing_modules, read_options
from speakerine.engines.sound import faded, speech_span, to_audio
from speakerine.errors import EngineError
from speakerine.types import MS_PER_S, SpokenWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from speakerine.types import Voice

MAX_CHARS = 350
PARALLEL_CALLS = 8

READING = 8
"""Raise it when text is turned into phonemes, or sound is cut, in another way: clips are made anew."""

SAMPLE_RATE_HZ = 24_000
SAMPLES_PER_FRAME = 600
LEAD_SAMPLES = 600
"""A sound is heard so long before its frames, measured at the stops of a dozen sentences: 25–60 ms."""

MAX_TOKENS = 510
GAP_MS = 150
"""Between the pieces of a text too long for the model."""

SPEED_RANGE = (0.5, 2.0)
PITCH_RANGE = (0.7, 1.5)
_MODULES = ("kokoro_onnx", "onnx", "onnxruntime", "phonemizer")


@dataclass(frozen=True, slots=True)
class KokoroOptions:
    """The [options] of a Kokoro voice: style files and their weights, a model of the user's own."""

    styles: dict[str, float] = field(default_factory=lambda: {"ff_siwis": 1.0})
    model: str = ""


@dataclass(frozen=True, slots=True)
class KokoroEngine:
    """A session of the model; it may be called from several threads at once."""

    session: InferenceSession
    version: str
    name: str = "Kokoro-82M"

    def speak(self, spoken: str, voice: Voice) -> Speech:
        """Say a text, with the time of each word that has a letter or a digit.

        Raises:
            ConfigError: an option of the voice is wrong.
            EngineError: the text has letters, but none that a French voice can read.

        """
        style = read_style(voice, _options(voice).styles)
        phonemes = phonemize(spoken)
        if not phonemes.text:
            return wordless(spoken, voice, SAMPLE_RATE_HZ)
        samples, spans = self._say(phonemes, style, voice.speed / voice.pitch)
        if voice.pitch != 1.0:
            samples = _pitched(samples, voice.pitch)
        audio = to_audio(samples, SAMPLE_RATE_HZ)
        return Speech(audio, _words(phonemes.words, spans, voice.pitch, audio.duration_ms))

    def _say(
        self, phonemes: Phonemes, style: NDArray[np.float32], speed: float
    ) -> tuple[NDArray[np.float32], list[tuple[int, int]]]:
        """Samples, and the first and last sample of each word."""
        import numpy as np

        parts: list[NDArray[np.float32]] = []
        spans: dict[int, tuple[int, int]] = {}
        offset = 0
        for low, high in pieces(phonemes.text, MAX_TOKENS):
            if parts:
                parts.append(np.zeros(GAP_MS * SAMPLE_RATE_HZ // MS_PER_S, np.float32))
                offset += len(parts[-1])
            samples, edges = self._run(phonemes.text[low:high], style, speed)
            begin, end = speech_span(samples, SAMPLE_RATE_HZ)
            for at, owner in enumerate(phonemes.owners[low:high] if edges is not None else ()):
                if owner != NO_WORD:
                    start, stop = (
                        int(np.clip(edge, begin, end)) - begin + offset for edge in edges[at : at + 2]
                    )
                    spans[owner] = (spans.get(owner, (start, stop))[0], stop)
            parts.append(faded(samples[begin:end], SAMPLE_RATE_HZ))
            offset += end - begin
        return np.concatenate(parts), _in_order(spans, len(phonemes.words))

    def _run(
        self, phonemes: str, style: NDArray[np.float32], speed: float
    ) -> tuple[NDArray[np.float32], Any]:
        """Samples of one piece, and where each phoneme begins (and the last ends), or None."""
        import numpy as np
        from kokoro_onnx.config import DEFAULT_VOCAB
        from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, RuntimeException

        tokens = [DEFAULT_VOCAB[letter] for letter in phonemes]
        first, *_ = self.session.get_inputs()
        inputs = {
            first.name: np.array([[0, *tokens, 0]], np.int64),
            "style": style[len(tokens) - 1],
            "speed": np.array([speed], np.float32),
        }
        try:
            sound, *lengths = self.session.run(None, inputs)
        except (Fail, InvalidArgument, RuntimeException) as error:
            raise EngineError(f"The voice model failed on the phonemes “{phonemes}”: {error}") from error
        samples = np.asarray(sound, np.float32).ravel()
        if not lengths:
            return samples, None
        edges = np.cumsum(np.asarray(lengths[0]).ravel()).astype(np.int64) * SAMPLES_PER_FRAME
        return samples, edges - LEAD_SAMPLES if edges[-1] == len(samples) else None


def load(voice: Voice, cache: Path | None, threads: int) -> KokoroEngine:
    """The engine, its model joined and checked, its session open.

    Raises:
        ConfigError: an option of the voice is wrong.
        EngineError: something is not installed, or the model is damaged.

    """
    options = _options(voice)
    _check_installed(options)
    session = shared_session(cache or default_cache(), options.model, threads)
    return KokoroEngine(session, version(voice))


def readiness(voice: Voice) -> Readiness:
    """Whether everything is installed."""
    missing = missing_modules(_MODULES if _options(voice).model else (*_MODULES, *PART_MODULES))
    return Readiness(ready=not missing, needs=f"needs the neural extra: {INSTALL}" if missing else "")


def version(voice: Voice) -> str:
    """Such as "kokoro-onnx 0.6.1 + model 6e742170 + styles 8c0f6a7e + reading 8".

    Raises:
        ConfigError: an option of the voice is wrong.
        EngineError: kokoro-onnx is not installed.

    """
    options = _options(voice)
    _check_installed(options)
    model = MODEL_SHA256[:8]
    if options.model:
        path = Path(options.model)
        modified_ns = path.stat().st_mtime_ns if path.exists() else 0
        model = model_digest(path, modified_ns)
    software = f"kokoro-onnx {importlib.metadata.version('kokoro-onnx')}"
    return f"{software} + model {model} + styles {styles_digest(voice, options.styles)} + reading {READING}"


def pieces(phonemes: str, limit: int) -> list[tuple[int, int]]:
    """Where to cut phonemes so that none is longer than `limit`: at a stop, else a comma, else a space."""
    spans, low = [], 0
    while len(phonemes) - low > limit:
        window = phonemes[low : low + limit]
        cut = max((window.rfind(mark) + 1 for mark in (". ", "! ", "? ", "… ")), default=0)
        if cut < limit // 3:
            cut = max(window.rfind(mark) + 1 for mark in (", ", "; ", ": ", "— "))
        if cut < limit // 3:
            cut = window.rfind(" ")
        high = low + (cut if cut > 0 else limit)
        spans.append((low, high))
        low = high + (phonemes[high : high + 1] == " ")
    return [*spans, (low, len(phonemes))] if low < len(phonemes) else spans


def _options(voice: Voice) -> KokoroOptions:
    options = read_options(voice, KokoroOptions)
    check_french(voice)
    check_weights(voice, options.styles)
    check_range(voice, "pitch", voice.pitch, *PITCH_RANGE)
    check_range(voice, "speed (divided by its pitch)", voice.speed / voice.pitch, *SPEED_RANGE)
    return options


def _check_installed(options: KokoroOptions) -> None:
    missing = missing_modules(_MODULES if options.model else (*_MODULES, *PART_MODULES))
    if missing:
        raise EngineError(
            f"The neural voice is not installed (missing: {', '.join(missing)}). Run {INSTALL}."
        )


def _in_order(spans: dict[int, tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """The span of every word; one that has no sound of its own is where the one before it ends."""
    out: list[tuple[int, int]] = []
    for index in range(count) if spans else ():
        before = out[-1][1] if out else 0
        start, stop = spans.get(index, (before, before))
        out.append((max(before, start), max(before, stop)))
    return out


def _words(
    words: tuple[str, ...], spans: list[tuple[int, int]], pitch: float, clip_ms: int
) -> tuple[SpokenWord, ...]:
    per_ms = SAMPLE_RATE_HZ * pitch / MS_PER_S
    times = [(min(clip_ms, round(start / per_ms)), min(clip_ms, round(end / per_ms))) for start, end in spans]
    return tuple(SpokenWord(word, *time) for word, time in zip(words, times, strict=False))


def _pitched(samples: NDArray[np.float32], pitch: float) -> NDArray[np.float32]:
    """Played so much faster, and so higher; the model has spoken slower to make up for it."""
    import soxr

    raised: NDArray[np.float32] = soxr.resample(samples, SAMPLE_RATE_HZ * pitch, SAMPLE_RATE_HZ)
    return raised
