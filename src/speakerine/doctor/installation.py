"""The installation: Python, the packages, and whether a voice really speaks."""

from __future__ import annotations

import importlib
import importlib.util
import platform
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from speakerine import __version__
from speakerine.doctor.signs import Sign, ill, note, well
from speakerine.engines.base import get_engine, readiness
from speakerine.errors import SpeakerineError
from speakerine.types import Voice

OLDEST_PYTHON = (3, 11)
NEEDED = {
    "click": "click",
    "gtts": "gtts",
    "jinja2": "jinja2",
    "lameenc": "lameenc",
    "lxml.etree": "lxml",
    "mutagen": "mutagen",
    "numpy": "numpy",
    "PIL.Image": "pillow",
    "py_nanotts": "py-nanotts",
    "pydub": "pydub",
    "soundfile": "soundfile",
    "soxr": "soxr",
    "starlette": "starlette",
    "trafilatura": "trafilatura",
    "urllib3": "urllib3",
    "uvicorn": "uvicorn",
}
"""Modules that every run needs, those in C among them, and the packages that bring them."""

EXTRAS = {
    "neural": ("kokoro_onnx", "the neural voices"),
    "s3": ("s3fs", "publishing to S3"),
    "sftp": ("paramiko", "publishing over SFTP"),
    "cluster": ("distributed", "speaking on several machines"),
}
_WORD = "Bonjour."


def environment() -> str:
    """Return the software that runs, in one line, for a bug report."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"speakerine {__version__}, Python {platform.python_version()}, {system}"


def inspect_installation() -> Iterator[Sign]:
    """Python, and whether each package can be loaded."""
    if sys.version_info < OLDEST_PYTHON:
        yield ill("python", f"this is Python {platform.python_version()}", "install Python 3.11 or later")
    else:
        yield well("python", environment())
    broken = {package: reason for module, package in NEEDED.items() if (reason := _broken(module))}
    for package, reason in broken.items():
        again = f"run pip install --force-reinstall {package}"
        yield ill("packages", f"{package} cannot be loaded ({reason})", again)
    if not broken:
        yield well("packages", f"{len(NEEDED)} packages load")
    for extra, (module, what) in EXTRAS.items():
        if importlib.util.find_spec(module) is None:
            yield note(
                "extras", f"{what}: not installed", f"run pip install 'speakerine[{extra}]' to have it"
            )
        else:
            yield well("extras", f"{what}: installed ({_version(module)})")


def inspect_voices(voices: Mapping[str, Voice], cache: Path, default: str) -> Iterator[Sign]:
    """Which voices are ready; the default one says a word, to be sure."""
    for name, voice in sorted(voices.items()):
        try:
            ready = readiness(voice)
        except SpeakerineError as error:
            yield ill("voices", f"{name}: {error}", "correct its voice.toml")
            continue
        if name == default:
            yield _heard(voice, cache)
        elif ready.ready:
            yield well("voices", f"{name} is ready")
        else:
            yield note("voices", f"{name} is not ready", ready.needs)
    if not default:
        yield ill("voices", "no voice is ready to speak", "run speakerine voices: it says what each needs")


def _heard(voice: Voice, cache: Path) -> Sign:
    try:
        speech = get_engine(voice, cache=cache).speak(_WORD, voice)
    except SpeakerineError as error:
        return ill("voices", f"{voice.name} does not speak: {error}", "or choose another with --voice")
    return well("voices", f"{voice.name}, the default, speaks: « {_WORD} » in {speech.audio.duration_ms} ms")


def _broken(module: str) -> str:
    """Return why the module cannot be loaded, or ""."""
    try:
        importlib.import_module(module)
    except (ImportError, OSError) as error:
        return str(error)
    return ""


def _version(module: str) -> str:
    try:
        return version(module.replace("_", "-"))
    except PackageNotFoundError:
        return "of unknown version"
