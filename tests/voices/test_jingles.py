"""The jingles that ship: lengths, silences, levels, the bed's joint, the harmony, the figures."""

import tomllib
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

SET = Path(__file__).parents[2] / "voices" / "jingles" / "antenne"
RATE_HZ = 48_000
LENGTHS_MS = {"intro": (4000, 6000), "outro": (5000, 8000), "sting": (1000, 2000), "bed": (16_000, 24_000)}
ENDING = ("intro", "outro", "sting")
PITCH_CLASSES = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")


@cache
def samples(name):
    sound, rate = sf.read(SET / f"{name}.flac", dtype="int16", always_2d=True)
    assert rate == RATE_HZ
    return sound.astype(np.int32)


@cache
def figures():
    return tomllib.loads((SET / "jingles.toml").read_text(encoding="utf-8"))


def level_db(sound):
    return 10 * np.log10(np.mean((sound / 32768.0) ** 2) + 1e-12)


def strength_of_pitch_classes(sound):
    """Energy of each pitch class between 70 and 1400 Hz, the strongest 1."""
    mono = sound.mean(axis=1) * np.hanning(len(sound))
    hz = np.fft.rfftfreq(len(mono), 1 / RATE_HZ)
    power = np.abs(np.fft.rfft(mono)) ** 2
    heard = (hz > 70) & (hz < 1400)
    classes = np.round(12 * np.log2(hz[heard] / 440) + 9).astype(int) % 12
    strength = np.bincount(classes, weights=power[heard], minlength=12)
    return dict(zip(PITCH_CLASSES, strength / strength.max(), strict=True))


@pytest.mark.parametrize("name", LENGTHS_MS)
def test_the_format_and_size(name):
    path = SET / f"{name}.flac"
    info = sf.info(path)
    assert (info.samplerate, info.channels, info.subtype) == (RATE_HZ, 2, "PCM_16")
    assert path.stat().st_size < 700 * 1024


@pytest.mark.parametrize(("name", "shortest_longest"), LENGTHS_MS.items())
def test_the_length_is_in_range_and_as_written_down(name, shortest_longest):
    shortest, longest = shortest_longest
    length_ms = len(samples(name)) * 1000 / RATE_HZ
    assert shortest <= length_ms <= longest
    assert figures()[name]["file"] == f"{name}.flac"
    assert figures()[name]["duration_ms"] == pytest.approx(length_ms, abs=0.5)


@pytest.mark.parametrize("name", ENDING)
def test_it_comes_out_of_silence_and_ends_in_it(name):
    sound = samples(name)
    assert not sound[0].any()
    assert not sound[-RATE_HZ // 50 :].any()  # the last 20 ms
    before = sound[-RATE_HZ // 10 : -RATE_HZ // 50]
    assert np.abs(before).max() < 60  # −55 dBFS: nothing to cut off


@pytest.mark.parametrize("name", LENGTHS_MS)
def test_it_does_not_clip(name):
    peak_db = 20 * np.log10(np.abs(samples(name)).max() / 32768)
    assert peak_db <= -3.0
    assert figures()[name]["peak_dbfs"] == pytest.approx(peak_db, abs=0.1)


@pytest.mark.parametrize("name", LENGTHS_MS)
def test_it_keeps_its_level_in_mono(name):
    sound = samples(name)
    assert level_db(sound.mean(axis=1)) > level_db(sound) - 2.0


def test_the_bed_loops_without_a_click():
    bed = samples("bed")
    steps = np.abs(np.diff(bed, axis=0))
    bends = np.abs(np.diff(bed, n=2, axis=0))
    joint = np.concatenate((bed[-2:], bed[:2]))
    assert (np.abs(bed[0] - bed[-1]) <= np.percentile(steps, 99.9, axis=0)).all()
    assert (np.abs(np.diff(joint, n=2, axis=0)) <= np.percentile(bends, 99.9)).all()


def test_the_bed_is_a_whole_number_of_bars():
    bed, whole = figures()["bed"], figures()
    length_ms = bed["bars"] * whole["beats_per_bar"] * 60_000 / whole["tempo_bpm"]
    assert bed["loop_end_ms"] - bed["loop_start_ms"] == pytest.approx(length_ms, abs=0.5)
    assert bed["loop_end_ms"] <= bed["duration_ms"]


def test_the_bed_leaves_the_consonants_room():
    mono = samples("bed").mean(axis=1)
    hz = np.fft.rfftfreq(len(mono), 1 / RATE_HZ)
    power = np.abs(np.fft.rfft(mono)) ** 2
    assert power[(hz >= 1000) & (hz < 4000)].sum() < 0.03 * power.sum()


def test_the_first_word_enters_over_a_tail_and_the_last_over_a_soft_beginning():
    intro, outro = samples("intro"), samples("outro")
    speech = figures()["intro"]["speech_at_ms"] * RATE_HZ // 1000
    lead_in = figures()["outro"]["lead_in_ms"] * RATE_HZ // 1000
    assert 0 < speech < len(intro)
    assert level_db(intro[speech:]) < level_db(intro[:speech]) - 10
    assert 0 < lead_in < len(outro)
    assert level_db(outro[:lead_in]) < level_db(outro[lead_in:]) - 3


@pytest.mark.parametrize(
    ("name", "from_ms", "to_ms"), [("intro", 3300, 4800), ("outro", 6000, 7300), ("sting", 1000, 1700)]
)
def test_it_ends_on_the_tonic_of_its_key(name, from_ms, to_ms):
    assert figures()["key"] == "Eb major"
    last = samples(name)[from_ms * RATE_HZ // 1000 : to_ms * RATE_HZ // 1000]
    strength = strength_of_pitch_classes(last)
    assert strength["Eb"] == 1.0
    assert min(strength["G"], strength["Bb"]) > 0.1  # and F may colour it
    assert all(strength[foreign] < 0.05 for foreign in ("C", "Db", "D", "E", "Gb", "Ab", "A", "B"))
