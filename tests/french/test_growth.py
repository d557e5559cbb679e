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
    "1'",
    '"',
    "²",
    "½",
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
LONG = 4 * SHORT
SLACK = 3.0
NOISE_S = 0.25


def duration_s(call, text):
    started = process_time()
    call(text)
    return process_time() - started


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(unit):
    short, long = (unit * (size // len(unit)) for size in (SHORT, LONG))
    for call in (verbalize, sentences, language, lambda text: breath_groups(text, 200)):
        assert duration_s(call, long) < 4 * SLACK * duration_s(call, short) + NOISE_S
