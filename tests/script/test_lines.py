import pytest

from speakerine.script.lines import paragraph_lines
from speakerine.types import Paragraph, Role


@pytest.mark.parametrize(
    ("paragraph", "spoken"),
    [
        ("Les quais sont fermés", "Les quais sont fermés."),
        ("Trois mesures sont prises :", "Trois mesures sont prises :"),
        ("Les quais sont fermés ;", "Les quais sont fermés ;"),
    ],
)
def test_a_paragraph_falls_at_its_end_unless_it_announces_what_follows(paragraph, spoken):
    (line,) = paragraph_lines(Paragraph(paragraph), Role.READER, 500)
    assert line.spoken == spoken
