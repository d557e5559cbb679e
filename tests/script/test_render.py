import json

from speakerine.script.cast import Cast
from speakerine.script.render import render_json, render_script, render_text
from speakerine.types import Jingle, Line, Role, Script, Voice

SCRIPT = Script(
    "Titre",
    (
        Jingle.INTRO,
        Line(Role.PRESENTER, "Titre", "Titre.", 900),
        Line(Role.READER, "Il est 7h.", "Il est sept heures.", 0),
    ),
    (),
)
CLAIRE, LUCIEN = Voice("claire", "kokoro"), Voice("lucien", "kokoro")
CAST = Cast(CLAIRE, (LUCIEN,), (LUCIEN,))


def test_the_words_alone_as_written_or_as_spoken():
    assert render_text(SCRIPT) == "Titre\nIl est 7h."
    assert render_text(SCRIPT, spoken=True) == "Titre.\nIl est sept heures."


def test_the_announcers_sheet_says_who_speaks_and_where_the_jingles_are():
    assert render_script(SCRIPT, CAST).splitlines() == [
        "        ♪ intro",
        "claire  Titre",
        "lucien  Il est 7h.",
    ]


def test_programs_get_everything():
    told = json.loads(render_json(SCRIPT, CAST))
    assert told["title"] == "Titre"
    assert told["items"][0] == {"jingle": "intro"}
    assert told["items"][2] == {
        "role": "reader",
        "voice": "lucien",
        "written": "Il est 7h.",
        "spoken": "Il est sept heures.",
        "pause_after_ms": 0,
    }
