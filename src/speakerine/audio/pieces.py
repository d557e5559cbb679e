"""The short pieces where sounds overlap: a jingle over the last words, the first words over its tail.

pydub is good at these and only at these: the long stitch is a stream of blocks (see mix.py).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import soxr

from speakerine.audio.encode import FULL_SCALE, to_pcm
from speakerine.audio.samples import Samples, channels_of, silence

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydub looks for ffmpeg, which nothing here needs
    from pydub import AudioSegment

DUCKING_DB = -18.5
"""How far a jingle goes down while somebody speaks over it: to 20 dB under the voice.

Source: WCAG 2.2, success criterion 1.4.7: who hears badly can follow speech over a background so low.
"""
DUCKING_FADE_MS = 500
EDGE_FADE_MS = 5
PIECES_PER_S = 100
"""pydub is given whole hundredths of a second: rates that they do not divide cannot be cut."""
BED_DUCKING_DB = -12.0
"""How far the bed goes down, which is quieter to begin with: to 20 dB under the voice too."""
BED_RELEASE_MS = 900
"""The bed comes up slowly after the last word: a quick rise sounds like a pump."""
BED_FADE_IN_MS = 400
BED_FADE_OUT_MS = 800


@dataclass(frozen=True, slots=True)
class Sound:
    """A jingle ready to be placed: its samples, mono or stereo, and where speech may touch it.

    Speech that precedes may last `lead_in` samples into it; speech that follows begins `speech_at`
    samples after its start.
    """

    samples: Samples
    lead_in: int
    speech_at: int

    @property
    def channels(self) -> int:
        """1 or 2."""
        return channels_of(self.samples)

    def at_rate(self, from_hz: int, to_hz: int) -> Sound:
        """The same jingle at another rate."""
        lead_in, speech_at = (at * to_hz // from_hz for at in (self.lead_in, self.speech_at))
        return Sound(resampled(self.samples, from_hz, to_hz), lead_in, speech_at)


def overlap(before: Samples, sound: Sound, after: Samples, rate_hz: int) -> Samples:
    """The jingle with `before` over its first samples and `after` from `speech_at` on, ducked under both.

    As long as the longest of the three reaches.
    """
    length = max(len(before), len(sound.samples), sound.speech_at + len(after) if len(after) else 0)
    jingle = _ducked(
        _segment(sound.samples, rate_hz), len(before), sound.speech_at if len(after) else None, rate_hz
    )
    channels = sound.channels
    mixed = _segment(silence(length, channels), rate_hz).overlay(jingle)
    mixed = mixed.overlay(_segment(before, rate_hz)) if len(before) else mixed
    # overlay() counts in milliseconds: what follows is placed to the sample by silence before it
    placed = np.concatenate((silence(sound.speech_at, channels), after)) if len(after) else after
    mixed = mixed.overlay(_segment(placed, rate_hz)) if len(placed) else mixed
    return _samples(mixed)[:length]


def over_bed(bed: Sound, speech: Samples, tail: int, rate_hz: int) -> Samples:
    """Speech over the looping bed, which begins `speech_at` samples before it and ends `tail` after."""
    begins, ends = bed.speech_at, bed.speech_at + len(speech)
    length = ends + tail
    times = -(-length // len(bed.samples))
    looped = np.concatenate([bed.samples] * times)[:length]
    music = _segment(looped, rate_hz)
    from_ms, until_ms = begins * 1000 // rate_hz, ends * 1000 // rate_hz
    fall_ms = min(DUCKING_FADE_MS, from_ms)
    rise_ms = min(BED_RELEASE_MS, max(1, len(music) - until_ms))
    music = music.fade(to_gain=BED_DUCKING_DB, start=from_ms - fall_ms, end=max(1, from_ms))
    music = music.fade(to_gain=-BED_DUCKING_DB, start=min(until_ms, len(music) - 1), end=until_ms + rise_ms)
    music = music.fade_in(min(BED_FADE_IN_MS, len(music))).fade_out(min(BED_FADE_OUT_MS, len(music)))
    placed = np.concatenate((silence(begins, bed.channels), speech))
    nothing = _segment(silence(length, bed.channels), rate_hz)
    mixed = nothing.overlay(music).overlay(_segment(placed, rate_hz))
    return _samples(mixed)[:length]


def _ducked(jingle: AudioSegment, before: int, speech_at: int | None, rate_hz: int) -> AudioSegment:
    """The jingle, low under `before`, up again after it, and low from `speech_at` on."""
    quiet_until_ms = before * 1000 // rate_hz
    if quiet_until_ms:
        rise_ms = min(quiet_until_ms + DUCKING_FADE_MS, len(jingle))
        jingle = jingle.fade(from_gain=DUCKING_DB, start=min(quiet_until_ms, len(jingle) - 1), end=rise_ms)
    if speech_at is not None:
        from_ms = speech_at * 1000 // rate_hz
        start_ms = max(quiet_until_ms + DUCKING_FADE_MS, from_ms - DUCKING_FADE_MS)
        if start_ms < min(from_ms, len(jingle)):
            jingle = jingle.fade(to_gain=DUCKING_DB, start=start_ms, end=min(from_ms, len(jingle)))
    return jingle.fade_in(EDGE_FADE_MS).fade_out(EDGE_FADE_MS)


def faded(samples: Samples, rate_hz: int) -> Samples:
    """The sound with edges that do not click; as many samples."""
    reach = min(rate_hz * EDGE_FADE_MS // 1000, len(samples) // 2)
    if not reach:
        return samples
    ramp = np.linspace(0, 1, reach + 1, dtype=np.float32)[:-1]
    soft = samples.copy()
    soft[:reach] *= ramp
    soft[-reach:] *= ramp[::-1]
    return soft


def resampled(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """The sound at another rate; its length is the rounded product, so that times can be foretold."""
    wanted = sample_count(len(samples), from_hz, to_hz)
    if from_hz == to_hz or not len(samples):
        return samples
    out = silence(wanted, channels_of(samples))
    heard: Samples = soxr.resample(samples, from_hz, to_hz, quality="HQ")[:wanted]
    out[: len(heard)] = heard
    return out


def sample_count(count: int, from_hz: int, to_hz: int) -> int:
    """How many samples `resampled` gives for `count`."""
    return round(count * to_hz / from_hz)


def _segment(samples: Samples, rate_hz: int) -> AudioSegment:
    """The sound for pydub, which cuts by whole milliseconds: padded to 10 ms, a whole number of samples."""
    channels = channels_of(samples)
    padded = np.concatenate((samples, silence(-len(samples) % (rate_hz // PIECES_PER_S), channels)))
    return AudioSegment(to_pcm(padded), frame_rate=rate_hz, sample_width=2, channels=channels)


def _samples(segment: AudioSegment) -> Samples:
    samples = from_pcm(segment.raw_data)
    return samples if segment.channels == 1 else samples.reshape(-1, segment.channels)


def from_pcm(pcm: bytes) -> Samples:
    """Signed 16-bit little-endian bytes to samples of full scale ±1.0, shape (n,)."""
    return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(FULL_SCALE)
