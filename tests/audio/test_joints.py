"""A thousand joints of real speech: none is heard."""

import numpy as np
import pytest

from speakerine.audio.mix import Mix, Spoken, blocks, starts_ms, voice_gains_db
from speakerine.config import load_voices
from speakerine.engines.base import get_engine
from speakerine.settings import Show

RATE_HZ = 44_100
SENTENCES = (
    "Bonjour à tous.", "Il est sept heures trente.", "La Seine monte encore.", "Les quais sont fermés.",
    "Qui le sait ?", "Personne.", "Et pourtant, tout avait bien commencé.", "La suite demain.",
)  # fmt: skip
JOINTS = 1000
AROUND = RATE_HZ // 1000


@pytest.fixture(scope="module")
def clips():
    voice = load_voices(Show()).find("nicole")
    engine = get_engine(voice)
    return [engine.speak(sentence, voice).audio for sentence in SENTENCES]


def spoken(i, clips):
    """The i-th clip of the programme, with no pause after it or a short one."""
    clip = clips[i % len(clips)]
    return Spoken(str(i % len(clips)), "nicole", clip.sample_count, clip.sample_rate_hz, (i % 5) * 20)


def test_the_step_at_each_joint_is_smaller_than_steps_in_speech(clips):
    programme = [spoken(i, clips) for i in range(JOINTS + 1)]

    def load(key):
        return clips[int(key)]

    mix = Mix(tuple(programme), {}, voice_gains_db(programme[: len(clips)], load), RATE_HZ)
    sound = np.concatenate(list(blocks(mix, load)))
    steps = np.abs(np.diff(sound))
    times, _ = starts_ms(mix)
    joints = [ms * RATE_HZ // 1000 for span in times[:-1] for ms in span[1:]]
    assert len(joints) == JOINTS
    largest = max(steps[at - AROUND : at + AROUND].max() for at in joints)
    assert largest < np.percentile(steps[steps > 0], 99.9)
