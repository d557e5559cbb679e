"""Four times the text takes about four times as long, however odd the text."""

from time import process_time

import pytest

from speakerine.french import breath_groups, language, sentences, verbalize

UNITS = [
    "1",
    " ",
    "M. ",
    "A",
    ".",
    "/",
    "1/",
    "1 ",
    "111 ",
    "1.",
    "1,",
    "1-",
    "a.",
    "@",
    "#",
    "é·",
    "[1",
    "&amp;",
    "1h",
    "I",
    "A. ",
    "€1",
    "SNCF ",
    "+1",
    "+1 000 ",
    "(1°) ",
    "(mot(e) ",
    "< 1 ans ",
    "12’ ",
    "vent de NO à ",
    "(Si 1,2; ",
    "Nom (FRA) ",
    "1 hab. ",
    "25/18, ",
    "1\u202f",
    "21/3-20/4 ",
    "le 16/9 ",
    "3x3 ",
    "3° étage ",
    "12 € / ",
    "1 contre, ",
    "dont 1 dans ",
    "les 80s ",
    "de 1 ",
    "XIX° et ",
    "Lu-Ve ",
    "f/h ",
    "1'",
    '"',
    "²",
    "😀 ",
    "«",
    "? A",
    "XXe-",
    "a@",
    "http://",
    "Aa-",
    "1 €/",
    "½",
    "1½ ",
    "(1) ",
    "le/la ",
    "e.s ",
    "M. le ",
    "-3 ",
    'à 12" ',
    "12'' ",
    "1°; 2° ",
    "mar. ou ",
    "1. e4 e5 ",
    "3 ch. ",
    "12 M. ",
    "1 ha 2 a ",
    "1/2 c. à s. ",
]
SHORT = 3_000
TIMES = 4
SLACK = 1.6
NOISE_S = 0.05
TRIES = 3
"""The first compiles patterns, and any may be disturbed."""

CALLS = (verbalize, sentences, language, lambda text: breath_groups(text, 200))


def duration_s(call, text):
    started = process_time()
    call(text)
    return process_time() - started


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(unit):
    short, long = (unit * (size // len(unit)) for size in (SHORT, TIMES * SHORT))
    for call in CALLS:
        tries = ((duration_s(call, short), duration_s(call, long)) for _ in range(TRIES))
        assert any(long_s < TIMES * SLACK * short_s + NOISE_S for short_s, long_s in tries)
