from dataclasses import dataclass, field

import pytest

from speakerine.engines.base import readiness
from speakerine.engines.options import check_french, check_range, missing_modules, read_options
from speakerine.errors import ConfigError
from tests.engines.shelf import make_voice


@dataclass(frozen=True)
class Options:
    depth: int = 1
    gain: float = 0.5
    name: str = ""
    loud: bool = False
    table: dict[str, float] = field(default_factory=dict)


def test_defaults_and_given_values():
    assert read_options(make_voice("x"), Options) == Options()
    assert read_options(make_voice("x", {"gain": 2, "loud": True}), Options) == Options(gain=2, loud=True)


@pytest.mark.parametrize(
    ("engine", "wrong", "near"),
    [("kokoro", "stiles", "styles"), ("kokoro", "modele", "model"), ("gtts", "dtl", "tld")],
)
def test_an_unknown_option_names_the_nearest(engine, wrong, near):
    with pytest.raises(ConfigError, match=f"“{wrong}”.*“{near}”"):
        readiness(make_voice(engine, {wrong: 1}))


def test_an_unknown_option_with_none_near_lists_them_or_says_there_are_none():
    with pytest.raises(ConfigError, match="knows: depth, gain, loud, name, table"):
        read_options(make_voice("x", {"zzzzzz": 1}), Options)
    with pytest.raises(ConfigError, match="has none"):
        readiness(make_voice("pico", {"volume": 1}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"depth": 1.5},
        {"depth": True},
        {"gain": "loud"},
        {"gain": True},
        {"name": 3},
        {"loud": 1},
        {"table": 1},
    ],
)
def test_a_value_of_another_type(wrong):
    with pytest.raises(ConfigError, match="must be"):
        read_options(make_voice("x", wrong), Options)


def test_ranges_and_languages():
    check_range(make_voice("x"), "speed", 1.0, 0.5, 2.0)
    with pytest.raises(ConfigError, match=r"speed .* between 0.5 and 2.0, not 3"):
        check_range(make_voice("x"), "speed", 3, 0.5, 2.0)
    for language in ("fr", "fr-FR", "fr_CA", "FR"):
        check_french(make_voice("x", language=language))
    with pytest.raises(ConfigError, match="“fr”, not “en”"):
        check_french(make_voice("x", language="en"))


def test_missing_modules():
    assert missing_modules(["json", "no_such_module_here"]) == ["no_such_module_here"]
