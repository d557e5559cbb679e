"""The picture of an episode, whatever the episode is."""

from datetime import UTC, datetime
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from speakerine.audio.overview import Overview
from speakerine.inspecting.layout import COLUMNS, MUSIC, SPEAKERS, Panel
from speakerine.inspecting.measures import measures
from speakerine.inspecting.picture import Subject, draw_picture
from speakerine.inspecting.waveform import Sounding, column_colours
from speakerine.settings import Show
from speakerine.types import Chapter, Cue, Enclosure, Episode, Loudness

SHOW = Show(title="Le Journal")


def heard(duration_s: float) -> Overview:
    """A sound of that length, without a picture of its own."""
    flat = np.full(COLUMNS, 0.5, np.float32)
    levels = np.full(COLUMNS, np.nan if duration_s < 3 else -16.0)
    return Overview(round(duration_s * 1000), 1000, Loudness(-16, -2), 0, -flat, flat, levels)


def episode(
    duration_s: float, cues: tuple[Cue, ...] = (), chapters: int = 0, title: str = "Un titre"
) -> Episode:
    duration_ms = round(duration_s * 1000)
    marks = tuple(Chapter(at * duration_ms // chapters, f"{title} {at}" * 4) for at in range(chapters))
    enclosure = Enclosure("a.mp3", 1, duration_ms)
    return Episode(
        "g", "s", title, datetime(2025, 5, 12, tzinfo=UTC), enclosure, "d", chapters=marks, cues=cues
    )


CUES = tuple(Cue(at * 1000, at * 1000 + 900, "un deux trois", f"Voix {at % 7}") for at in range(20))


def test_each_speaker_and_the_music_have_a_colour_in_it():
    one, sound = episode(20, (Cue(1000, 8000, "a", "Zoé"), Cue(12_000, 19_000, "b", "Ali")), 3), heard(20)
    with Image.open(BytesIO(draw_picture(Subject(one, sound, measures(one, sound), SHOW)))) as picture:
        assert (picture.format, picture.size) == ("PNG", (1600, 900))
        drawn = {colour for _, colour in picture.getcolors(1 << 20)}
    assert {tuple(bytes.fromhex(colour[1:])) for colour in (*SPEAKERS[:2], MUSIC)} <= drawn


@pytest.mark.parametrize(
    "drawn",
    [
        (episode(1), 1),
        (episode(20, CUES, 1), 20),
        (episode(36_000, CUES, 255, title="Un titre bien long " * 30), 36_000),
        (episode(0.01, chapters=2, title=""), 0.01),
    ],
    ids=["a second without speech", "seven voices", "ten hours, 255 chapters", "ten milliseconds"],
)
def test_whatever_the_episode_it_can_be_drawn(drawn):
    one, duration_s = drawn
    sound = heard(duration_s)
    assert draw_picture(Subject(one, sound, measures(one, sound), SHOW)).startswith(b"\x89PNG")


def test_columns_have_the_colour_of_who_speaks_and_music_between():
    cues = (Cue(1000, 2000, "a", "Zoé"), Cue(2400, 3000, "b", "Ali"), Cue(8000, 9000, "c", "Zoé"))
    colours = column_colours(Sounding(heard(10), episode(10, cues), {"Zoé": "z", "Ali": "a"}))
    at = [colours[round(second / 10 * COLUMNS)] for second in (0.5, 1.5, 2.2, 2.7, 5.0, 8.5, 9.5)]
    assert at == [MUSIC, "z", "z", "a", MUSIC, "z", MUSIC]


@pytest.mark.parametrize("duration_s", [0, 0.4, 1, 20, 51, 522, 3600, 36_000, 400_000])
def test_the_time_axis_has_a_few_round_ticks(duration_s):
    ticks = Panel(0, 100, round(duration_s * 1000)).ticks_ms()
    assert ticks[0] == 0
    assert len(ticks) <= 13
    assert ticks[-1] <= duration_s * 1000
