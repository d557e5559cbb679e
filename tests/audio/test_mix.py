from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.audio.loudness import measure
from speakerine.audio.mix import BED_TAIL_MS, SPEECH_LUFS, Mix, Spoken, blocks, starts_ms, voice_gains_db
from speakerine.audio.pieces import BED_DUCKING_DB, DUCKING_DB, Sound
from speakerine.audio.samples import in_channels, joined, silence
from speakerine.types import Jingle
from tests.audio.sounds import audio, babble, stereo, tone

RATE_HZ = 44_100
CLIP_HZ = 24_000


class Clips(dict):
    """Clips by key; calling it loads one, as the cache does."""

    def __call__(self, key):
        return self[key]

    def add(self, key, samples, *, voice="claire", pause_after_ms=0):
        self[key] = audio(samples, CLIP_HZ)
        return Spoken(key, voice, self[key].sample_count, CLIP_HZ, pause_after_ms)


def mix(items, jingles=None, gains_db=None):
    return Mix(tuple(items), jingles or {}, gains_db or {"claire": 0.0, "lucien": 0.0}, RATE_HZ)


def heard(programme, clips):
    return in_channels(joined(list(blocks(programme, clips))), programme.channels)


def onset_ms(samples, after_ms=0):
    """When sound begins, after that time."""
    start = after_ms * RATE_HZ // 1000
    return (start + int(np.argmax(np.abs(samples[start:]) > 0.01))) * 1000 / RATE_HZ


def test_clips_follow_one_another_with_their_pauses():
    clips = Clips()
    items = [
        clips.add("a", tone(1.0, rate_hz=CLIP_HZ), pause_after_ms=500),
        clips.add("b", tone(0.5, rate_hz=CLIP_HZ)),
    ]
    times, end_ms = starts_ms(mix(items))
    assert times == [(0, 1000), (1500, 2000)]
    assert end_ms == 2000
    sound = heard(mix(items), clips)
    assert len(sound) == 2 * RATE_HZ
    assert onset_ms(sound, after_ms=1100) == pytest.approx(1500, abs=10)


def test_the_first_words_begin_over_the_intros_tail():
    clips = Clips()
    intro = Sound(tone(4.0, 0.05, frequency_hz=200), lead_in=0, speech_at=3 * RATE_HZ)
    programme = mix([Jingle.INTRO, clips.add("a", tone(3.0, 0.3, rate_hz=CLIP_HZ))], {Jingle.INTRO: intro})
    times, end_ms = starts_ms(programme)
    assert times == [(3000, 6000)]
    assert end_ms == 6000
    sound = heard(programme, clips)
    assert len(sound) == 6 * RATE_HZ
    assert np.max(np.abs(sound[: int(2.9 * RATE_HZ)])) < 0.06
    assert np.max(np.abs(sound[int(3.1 * RATE_HZ) : int(3.9 * RATE_HZ)])) > 0.29


def test_the_outro_enters_under_the_last_words_and_rises_after_them():
    clips = Clips()
    outro = Sound(tone(4.0, 0.2, frequency_hz=200), lead_in=RATE_HZ, speech_at=4 * RATE_HZ)
    programme = mix([clips.add("a", tone(3.0, 0.0001, rate_hz=CLIP_HZ)), Jingle.OUTRO], {Jingle.OUTRO: outro})
    _, end_ms = starts_ms(programme)
    assert end_ms == 6000
    sound = heard(programme, clips)
    under = np.max(np.abs(sound[int(2.2 * RATE_HZ) : int(2.9 * RATE_HZ)]))
    after = np.max(np.abs(sound[int(4.0 * RATE_HZ) : int(5.5 * RATE_HZ)]))
    assert under == pytest.approx(0.2 * 10 ** (DUCKING_DB / 20), abs=0.002)
    assert after == pytest.approx(0.2, abs=0.01)


@settings(max_examples=30, deadline=None)
@given(
    lengths=st.lists(st.tuples(st.integers(1, 30_000), st.integers(0, 900)), max_size=6),
    lead_in=st.integers(0, 50_000),
    speech_at=st.integers(0, 60_000),
    pattern=st.lists(st.sampled_from([Jingle.INTRO, Jingle.STING, Jingle.BED, None]), max_size=8),
    channels=st.sampled_from([1, 2]),
)
def test_the_plan_foretells_the_stream(lengths, lead_in, speech_at, pattern, channels):
    """Its length to the millisecond, whatever the order of clips and jingles."""
    clips = Clips()
    spoken = iter(
        [clips.add(str(i), np.full(n, 0.1, np.float32), pause_after_ms=p) for i, (n, p) in enumerate(lengths)]
    )
    sound = Sound(silence(60_000, channels) + np.float32(0.05), lead_in, speech_at)
    items = [jingle or next(spoken, None) for jingle in pattern]
    programme = mix(
        [i for i in (*items, *spoken) if i],
        {Jingle.INTRO: sound, Jingle.STING: sound, Jingle.BED: replace(sound, lead_in=0)},
    )
    times, end_ms = starts_ms(programme)
    assert len(heard(programme, clips)) * 1000 / RATE_HZ == pytest.approx(end_ms, abs=0.51)
    assert all(0 <= a <= b <= end_ms for a, b in times)


def test_the_bed_plays_under_speech_and_comes_up_after_it():
    clips = Clips()
    bed = Sound(tone(1.0, 0.1, frequency_hz=200), lead_in=0, speech_at=RATE_HZ)
    said = clips.add("a", np.full(5 * CLIP_HZ, 0.0001, np.float32))
    programme = mix([Jingle.BED, said], {Jingle.BED: bed})
    times, end_ms = starts_ms(programme)
    assert times == [(1000, 6000)]
    assert end_ms == 6000 + BED_TAIL_MS
    sound = heard(programme, clips)
    before, under, after = (
        np.max(np.abs(sound[int(a * RATE_HZ) : int(b * RATE_HZ)]))
        for a, b in ((0.5, 0.6), (2, 5), (6.7, 6.9))
    )
    assert before == pytest.approx(0.1, abs=0.01)
    assert under == pytest.approx(0.1 * 10 ** (BED_DUCKING_DB / 20), abs=0.002)
    assert 0.05 < after <= 0.1


STEREO_INTRO = Sound(
    stereo(tone(4.0, 0.2, frequency_hz=200), tone(4.0, 0.05, frequency_hz=300)),
    lead_in=0,
    speech_at=3 * RATE_HZ,
)


def test_a_stereo_jingle_makes_a_stereo_programme_with_speech_in_the_middle():
    clips = Clips()
    said = clips.add("a", tone(5.0, 0.3, rate_hz=CLIP_HZ), pause_after_ms=200)
    programme = mix([Jingle.INTRO, said], {Jingle.INTRO: STEREO_INTRO})
    assert programme.channels == 2
    left, right = heard(programme, clips).T
    assert np.max(np.abs(left[: 2 * RATE_HZ])) == pytest.approx(0.2, abs=0.01)
    assert np.max(np.abs(right[: 2 * RATE_HZ])) == pytest.approx(0.05, abs=0.01)
    assert np.array_equal(left[5 * RATE_HZ :], right[5 * RATE_HZ :])


def test_a_mono_jingle_beside_a_stereo_one_is_in_the_middle():
    clips = Clips()
    outro = Sound(tone(2.0, 0.1), lead_in=0, speech_at=2 * RATE_HZ)
    jingles = {Jingle.INTRO: STEREO_INTRO, Jingle.OUTRO: outro}
    items = [Jingle.INTRO, clips.add("a", tone(1.0, rate_hz=CLIP_HZ)), Jingle.OUTRO]
    left, right = heard(mix(items, jingles), clips)[-2 * RATE_HZ :].T
    assert np.array_equal(left, right)
    assert np.max(np.abs(left)) == pytest.approx(0.1, abs=0.01)


def test_a_stereo_jingle_that_is_not_heard_leaves_the_programme_mono():
    assert mix([Jingle.OUTRO], {Jingle.INTRO: STEREO_INTRO, Jingle.OUTRO: STEREO_INTRO}).channels == 2
    assert mix([], {Jingle.INTRO: STEREO_INTRO}).channels == 1


def test_speech_is_as_loud_beside_a_stereo_jingle_as_beside_a_mono_one():
    clips = Clips()
    said = clips.add("a", babble(20, 0.1, rate_hz=CLIP_HZ))
    alone = measure([heard(mix([said]), clips)], RATE_HZ).integrated_lufs
    both = heard(mix([Jingle.INTRO, said], {Jingle.INTRO: STEREO_INTRO}), clips)[5 * RATE_HZ :]
    assert measure([both], RATE_HZ, 2).integrated_lufs - 3.01 == pytest.approx(alone, abs=0.2)


def test_a_jingle_that_the_set_lacks_is_left_out():
    clips = Clips()
    programme = mix([Jingle.INTRO, clips.add("a", tone(1.0, rate_hz=CLIP_HZ)), Jingle.OUTRO], {})
    assert starts_ms(programme) == ([(0, 1000)], 1000)
    assert len(heard(programme, clips)) == RATE_HZ


def test_voices_of_different_levels_come_out_alike():
    clips = Clips()
    items = [
        clips.add("loud", babble(8, 0.3, rate_hz=CLIP_HZ), voice="claire"),
        clips.add("soft", babble(8, 0.03, rate_hz=CLIP_HZ), voice="lucien"),
    ]
    programme = mix(items, gains_db=voice_gains_db(items, clips))
    sound = heard(programme, clips)
    for part in (sound[: 8 * RATE_HZ], sound[8 * RATE_HZ :]):
        assert measure([part], RATE_HZ).integrated_lufs == pytest.approx(SPEECH_LUFS, abs=0.3)


def test_no_joint_clicks():
    """The steps at the joints stay below those inside the sound, even where a clip is cut at its loudest."""
    clips = Clips()
    items = [
        clips.add(str(i), np.full(4_000, 0.5, np.float32) * (-1) ** i, pause_after_ms=20) for i in range(50)
    ]
    sound = heard(mix(items), clips)
    assert np.max(np.abs(np.diff(sound))) < 0.01


def test_an_empty_programme_is_empty():
    assert starts_ms(mix([])) == ([], 0)
    assert len(heard(mix([]), Clips())) == 0
