"""The look that spares a rule a sentence never hides from it what it would say."""

import importlib
import pkgutil

import pytest

from speakerine import french
from speakerine.french.cleanup import clean
from speakerine.french.patterns import Pattern
from speakerine.french.plain import is_plain
from speakerine.french.rules import FIGURE, RULES
from speakerine.french.sentences import pieces
from speakerine.french.verbalize import _say
from tests.french.checks import DATA, read_cases

FILES = sorted(path for path in DATA.glob("*.tsv") if path.stem not in ("sentences", "languages"))


def say_by_every_rule(sentence):
    sentence = clean(sentence)
    for rule in RULES:
        sentence = rule.say(sentence)
    return sentence


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_rule_is_spared_what_it_would_say(path):
    for written, _ in read_cases(path):
        for sentence in pieces(written):
            assert _say(sentence) == say_by_every_rule(sentence)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_plain_is_left_by_every_rule(path):
    for case in read_cases(path):
        for text in (case[0], case[1][0]):
            for sentence in pieces(text):
                if is_plain(sentence):
                    assert say_by_every_rule(sentence) == sentence


def test_figures_are_found():
    assert Pattern(FIGURE).search("le 3")


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(french.__path__)])
def test_every_pattern_compiles(name):
    module = importlib.import_module(f"speakerine.french.{name}")
    for value in vars(module).values():
        if isinstance(value, Pattern):
            assert value.search("") is None or value.search("")
