"""The [options] table of a voice, held against the engine's own dataclass."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from speakerine.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from dataclasses import Field

    from speakerine.types import Voice


class _Options(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


T = TypeVar("T", bound=_Options)


def read_options(voice: Voice, kind: type[T]) -> T:
    """The options of a voice as its engine's dataclass, every one known and of its default's type.

    Raises:
        ConfigError: an unknown option (the nearest known one is named), or a value of another type.

    """
    known = {field.name: field for field in fields(kind)}
    default = kind()
    given = voice.options
    for name, value in given.items():
        if name not in known:
            raise ConfigError(_unknown(voice, name, known))
        wanted = type(getattr(default, name))
        if not _fits(value, wanted):
            raise ConfigError(
                f"The option “{name}” of the voice “{voice.name}” must be {_IN_WORDS[wanted]}, "
                f"not {value!r}.",
            )
    return kind(**given)


def check_range(voice: Voice, name: str, value: float, low: float, high: float) -> None:
    """Hold a number of a voice within what its engine takes.

    Raises:
        ConfigError: it is outside.

    """
    if not low <= value <= high:
        raise ConfigError(
            f"The {name} of the voice “{voice.name}” must be between {low} and {high}, not {value}.",
        )


def check_french(voice: Voice) -> None:
    """Hold a voice to the language that its engine is set up for here.

    Raises:
        ConfigError: it is not French.

    """
    if voice.language.lower().replace("_", "-").split("-")[0] != "fr":
        raise ConfigError(f"The voice “{voice.name}” must have the language “fr”, not “{voice.language}”.")


def missing_modules(modules: Iterable[str]) -> list[str]:
    """Those of the modules that are not installed; none is imported."""
    return [module for module in modules if find_spec(module) is None]


_IN_WORDS: dict[type, str] = {
    bool: "true or false",
    dict: "a table",
    float: "a number",
    int: "a whole number",
    str: "a text",
}


def _fits(value: object, wanted: type) -> bool:
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, wanted)


def _unknown(voice: Voice, name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        hint = f"Did you mean “{near[0]}”?"
    elif names:
        hint = f"Its engine knows: {', '.join(names)}."
    else:
        hint = "Its engine has none."
    return f"The voice “{voice.name}” has an unknown option “{name}”. {hint}"
