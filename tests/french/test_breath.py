"""Where a long sentence breathes."""

import pytest

from speakerine.french import breath_groups

CASES = [
    ("Il vint, il vit et il vainquit", 18, ["Il vint,", "il vit", "et il vainquit"]),
    ("Une phrase courte.", 50, ["Une phrase courte."]),
    ("Il dort ; elle lit, puis écrit.", 20, ["Il dort ;", "elle lit,", "puis écrit."]),
    ("Le chat qui dort ne voit rien", 20, ["Le chat", "qui dort ne voit", "rien"]),
    ("mille neuf cent quatre-vingt", 10, ["mille neuf cent quatre-vingt"]),
    ("1 000 000 000", 5, ["1 000 000 000"]),
    ("anticonstitutionnellement", 5, ["anticonstitutionnellement"]),
    ("", 5, [""]),
]


@pytest.mark.parametrize(("sentence", "limit", "groups"), CASES)
def test_breath_groups(sentence, limit, groups):
    assert breath_groups(sentence, limit) == groups


def test_a_quotation_is_cut_last():
    sentence = "Le ministre a dit que « les choses vont, dit-on, assez bien » depuis hier soir"
    groups = breath_groups(sentence, 64)
    assert any("« les choses vont, dit-on, assez bien »" in group for group in groups)
