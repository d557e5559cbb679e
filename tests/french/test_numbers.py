"""Numbers where no text is needed: regions, ranks, very long ones."""

import pytest

from speakerine.french import Region, region_of, spell, verbalize
from speakerine.french.numbers import cardinal, say
from speakerine.french.ordinals import ordinal
from speakerine.french.roman import value

REGIONS = [
    (70, "soixante-dix", "septante", "septante"),
    (71, "soixante et onze", "septante et un", "septante et un"),
    (80, "quatre-vingts", "quatre-vingts", "huitante"),
    (81, "quatre-vingt-un", "quatre-vingt-un", "huitante et un"),
    (90, "quatre-vingt-dix", "nonante", "nonante"),
    (99, "quatre-vingt-dix-neuf", "nonante-neuf", "nonante-neuf"),
]


@pytest.mark.parametrize(("number", "french", "belgian", "swiss"), REGIONS)
def test_regions_count_their_way(number, french, belgian, swiss):
    said = [
        verbalize(str(number), region=region)
        for region in (Region.FRANCE, Region.BELGIUM, Region.SWITZERLAND)
    ]
    assert said == [french, belgian, swiss]


@pytest.mark.parametrize(
    ("language", "region"),
    [
        ("fr", Region.FRANCE),
        ("fr-FR", Region.FRANCE),
        ("fr-CA", Region.FRANCE),
        ("fr-BE", Region.BELGIUM),
        ("fr-ch", Region.SWITZERLAND),
        ("fr_CH", Region.SWITZERLAND),
        ("be", Region.FRANCE),
    ],
)
def test_a_language_tag_names_its_region(language, region):
    assert region_of(language) is region


def test_ranks_are_invariable():
    assert cardinal(80, rank=True) == "quatre-vingt"
    assert cardinal(200, rank=True) == "deux cent"


def test_a_very_long_number_is_read_one_by_one():
    assert say("1" * 25) == " ".join(["un"] * 25)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "premier"),
        (5, "cinquième"),
        (9, "neuvième"),
        (80, "quatre-vingtième"),
        (1_000_000, "millionième"),
    ],
)
def test_ordinals(number, words):
    assert ordinal(number) == words


@pytest.mark.parametrize(("roman", "number"), [("IV", 4), ("XIX", 19), ("XLII", 42), ("MCMXLV", 1945)])
def test_roman_values(roman, number):
    assert value(roman) == number


def test_spell():
    assert spell("sncf") == "S N C F"
