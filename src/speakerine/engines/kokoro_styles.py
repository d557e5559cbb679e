"""A Kokoro voice's style: a weighted sum of style files, one row for each length of text."""

from __future__ import annotations

import hashlib
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from speakerine.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from speakerine.types import Voice

SHARED_FOLDER = "kokoro-styles"
SUFFIX = ".bin"
SHAPE = (510, 1, 256)
"""Row n - 1 serves a text of n tokens."""

SHA256 = {
    "ef_dora": "f66ec66bd295acb18372e37008533a9a3228483ccd294e7538d5d9294ac9a532",
    "ff_siwis": "a35f5675ad08948e326ae75fd0ea16ba5d0042e4f76b5f3d1df77d0a48c54861",
    "im_nicola": "bc578e510d52a96d6940d46f12e96d7b3df00905dbea075113226d100e6e1ab0",
}
"""Of the files that ship. Source: npm package kokoro-js 1.2.1, hexgrad."""

FILE_BYTES = 510 * 1 * 256 * 4
_SUM_TOLERANCE = 0.01


def read_style(voice: Voice, weights: Mapping[str, float]) -> NDArray[np.float32]:
    """The style of a voice, shape (510, 1, 256).

    Raises:
        ConfigError: a style file is missing or not one, or the weights do not add up to 1.

    """
    check_weights(voice, weights)
    files = style_files(voice, weights)
    return _mix(tuple((path, weight, path.stat().st_mtime_ns) for path, weight in files.items()))


def styles_digest(voice: Voice, weights: Mapping[str, float]) -> str:
    """Eight hexadecimal digits from the content of the style files, whatever their weights.

    Raises:
        ConfigError: a style file is missing or not one.

    """
    content = b"".join(_content(path) for path in style_files(voice, weights))
    return hashlib.sha256(content).hexdigest()[:8]


def check_weights(voice: Voice, weights: Mapping[str, object]) -> None:
    """Hold the weights of a voice to numbers that add up to 1.

    Raises:
        ConfigError: they do not.

    """
    numbers = [w for w in weights.values() if isinstance(w, int | float) and not isinstance(w, bool)]
    if len(numbers) != len(weights) or abs(sum(numbers) - 1.0) > _SUM_TOLERANCE:
        raise ConfigError(
            f"The styles of the voice “{voice.name}” must be numbers that add up to 1, "
            f"such as ff_siwis = 0.7 and ef_dora = 0.3, not {dict(weights)}.",
        )


def style_files(voice: Voice, weights: Mapping[str, float]) -> dict[Path, float]:
    """Each style's file and weight: from the voice's folder, that beside it, or those that ship.

    Raises:
        ConfigError: there is no such style; the nearest is named.

    """
    return {_find(voice, name): weight for name, weight in weights.items()}


def _find(voice: Voice, name: str) -> Path:
    folders = (voice.folder, voice.folder.parent / SHARED_FOLDER, *_shipped())
    known = {path.stem: path for folder in reversed(folders) for path in sorted(folder.glob(f"*{SUFFIX}"))}
    if name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(sorted(known)) or 'none'}."
        raise ConfigError(f"The voice “{voice.name}” asks for the style “{name}”, which is nowhere. {hint}")
    return known[name]


def _shipped() -> tuple[Path, ...]:
    """Where the style files that ship may be: inside an installed package, at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    return package / "voices" / SHARED_FOLDER, package.parent.parent / "voices" / SHARED_FOLDER


def _content(path: Path) -> bytes:
    """The file's bytes; one that ships is held to its hash, one of the user's own to its size."""
    content = path.read_bytes()
    if len(content) != FILE_BYTES:
        raise ConfigError(f"{path} is not a Kokoro style: it has {len(content)} bytes, not {FILE_BYTES}.")
    if path.parent in _shipped() and hashlib.sha256(content).hexdigest() != SHA256.get(path.stem):
        raise ConfigError(
            f"{path} is damaged: its SHA-256 is not that of the style. Install speakerine again."
        )
    return content


@lru_cache(maxsize=16)
def _mix(files: tuple[tuple[Path, float, int], ...]) -> NDArray[np.float32]:
    import numpy as np

    style = np.zeros(SHAPE, np.float32)
    for path, weight, _modified_ns in files:
        numbers = np.frombuffer(_content(path), "<f4").reshape(SHAPE)
        if not np.isfinite(numbers).all():
            raise ConfigError(f"{path} is not a Kokoro style: some of it is no number. Get the file again.")
        style += np.float32(weight) * numbers
    style.setflags(write=False)
    return style
