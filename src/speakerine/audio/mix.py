"""Clips, pauses and jingles to one stream of blocks, and when each clip is heard in it.

The plan is arithmetic on lengths and comes first; the stream is made from it twice, once to be
rehearsed and once to be encoded, so that memory does not grow with the programme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from speakerine.audio.loudness import integrated_lufs, step_power
from speakerine.audio.pieces import (
    PIECES_PER_S,
    Sound,
    faded,
    from_pcm,
    over_bed,
    overlap,
    resampled,
    sample_count,
)
from speakerine.audio.samples import Samples, in_channels, joined, silence
from speakerine.types import MS_PER_S, Audio, Jingle

SPEECH_LUFS = -20.0
"""What every voice is brought to before the mix, so that a change of voice is no change of level."""
MAX_GAIN_DB = 30.0
BED_TAIL_MS = 1600
"""How long the bed goes on, rising and fading, after the last word over it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A clip in the programme: its key and length, who speaks it, and the pause after it."""

    key: str
    voice: str
    sample_count: int
    sample_rate_hz: int
    pause_after_ms: int


Item = Spoken | Jingle
LoadClip = Callable[[str], Audio]


@dataclass(frozen=True, slots=True)
class Mix:
    """A programme ready to be heard: its items, its jingles and the gain of each voice."""

    items: tuple[Item, ...]
    jingles: Mapping[Jingle, Sound]
    gains_db: Mapping[str, float]
    rate_hz: int

    @property
    def channels(self) -> int:
        """2 where a jingle of the programme is stereo, else 1."""
        heard = {item for item in self.items if isinstance(item, Jingle)}
        return max((sound.channels for jingle, sound in self.jingles.items() if jingle in heard), default=1)

    @property
    def speech_hz(self) -> int:
        """The highest rate of its clips where short pieces can be cut at it, else its own."""
        rates_hz = {item.sample_rate_hz for item in self.items if isinstance(item, Spoken)}
        return max((hz for hz in rates_hz if hz % PIECES_PER_S == 0), default=self.rate_hz)

    def at_rate(self, rate_hz: int) -> Mix:
        """The same programme at another rate."""
        if rate_hz == self.rate_hz:
            return self
        sounds = {jingle: sound.at_rate(self.rate_hz, rate_hz) for jingle, sound in self.jingles.items()}
        return replace(self, jingles=sounds, rate_hz=rate_hz)


def voice_gains_db(items: Sequence[Item], load: LoadClip) -> dict[str, float]:
    """What brings each voice, over all that it says, to SPEECH_LUFS."""
    gains = {}
    for voice in dict.fromkeys(item.voice for item in items if isinstance(item, Spoken)):
        spoken = [item for item in items if isinstance(item, Spoken) and item.voice == voice]
        power = np.concatenate([step_power([from_pcm(load(s.key).pcm)], s.sample_rate_hz) for s in spoken])
        gains[voice] = min(MAX_GAIN_DB, SPEECH_LUFS - integrated_lufs(power))
    return gains


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is said from one jingle to the next, and the jingle that opens it, if any."""

    opening: Jingle | None
    spoken: tuple[Spoken, ...]


def _passages(mix: Mix) -> Iterator[_Passage]:
    """The programme cut before each jingle; a jingle that the set lacks is left out."""
    opening: Jingle | None = None
    run: list[Spoken] = []
    for item in mix.items:
        if isinstance(item, Spoken):
            run.append(item)
        else:
            yield _Passage(opening, tuple(run))
            opening, run = item if item in mix.jingles else None, []
    yield _Passage(opening, tuple(run))


def starts_ms(mix: Mix) -> tuple[list[tuple[int, int]], int]:
    """When each clip begins and ends, in order, and when the programme ends; in milliseconds."""
    times: list[tuple[int, int]] = []
    end = 0
    for passage in _passages(mix):
        cursor = end
        if passage.opening:
            sound = mix.jingles[passage.opening]
            start = end - min(end, sound.lead_in)
            cursor = start + sound.speech_at
            end = max(end, start + (0 if passage.opening is Jingle.BED else len(sound.samples)))
        for item in passage.spoken:
            length = sample_count(item.sample_count, item.sample_rate_hz, mix.rate_hz)
            times.append((cursor, cursor + length))
            cursor += length + _pause(item, mix.rate_hz)
        tail = BED_TAIL_MS * mix.rate_hz // MS_PER_S if passage.opening is Jingle.BED else 0
        end = max(end, cursor + tail if passage.spoken or tail else 0)
    return [(_to_ms(a, mix), _to_ms(b, mix)) for a, b in times], _to_ms(end, mix)


def _to_ms(at: int, mix: Mix) -> int:
    return round(at * MS_PER_S / mix.rate_hz)


def blocks(mix: Mix, load: LoadClip) -> Iterator[Samples]:
    """The programme as blocks at the mix's rate; speech alone is mono, whatever the mix's channels are."""
    channels = mix.channels
    jingles = {
        jingle: replace(sound, samples=in_channels(sound.samples, channels))
        for jingle, sound in mix.jingles.items()
    }
    stream: Iterator[Samples] = iter(())
    for passage in _passages(mix):
        speech = _speech(passage.spoken, mix, load)
        if passage.opening is None:
            stream = chain(stream, speech)
        elif passage.opening is Jingle.BED:
            stream = chain(stream, _on_bed(jingles[Jingle.BED], speech, mix.rate_hz))
        else:
            stream = _joined(stream, jingles[passage.opening], speech, mix.rate_hz)
    return stream


def _on_bed(bed: Sound, speech: Iterator[Samples], rate_hz: int) -> Iterator[Samples]:
    """A passage over the looping bed: short, so that it is built in one piece."""
    said = in_channels(joined(list(speech)), bed.channels)
    yield over_bed(bed, said, BED_TAIL_MS * rate_hz // MS_PER_S, rate_hz)


def _pause(item: Spoken, rate_hz: int) -> int:
    return item.pause_after_ms * rate_hz // MS_PER_S


def _speech(run: tuple[Spoken, ...], mix: Mix, load: LoadClip) -> Iterator[Samples]:
    for item in run:
        samples = resampled(from_pcm(load(item.key).pcm), item.sample_rate_hz, mix.rate_hz)
        gain = np.float32(10 ** (mix.gains_db[item.voice] / 20))
        yield faded(samples * gain, mix.rate_hz)
        yield silence(_pause(item, mix.rate_hz))


def _joined(
    before: Iterator[Samples], sound: Sound, after: Iterator[Samples], rate_hz: int
) -> Iterator[Samples]:
    """`before`, the jingle over its end, and `after` over the jingle's tail."""
    tail = silence(0)
    for block in before:
        tail = joined((tail, block))
        if len(tail) > sound.lead_in:
            cut = len(tail) - sound.lead_in
            yield tail[:cut]
            tail = tail[cut:]
    head, rest = _take(after, len(sound.samples) - sound.speech_at)
    yield overlap(in_channels(tail, sound.channels), sound, in_channels(head, sound.channels), rate_hz)
    if len(rest):
        yield rest
    yield from after


def _take(stream: Iterator[Samples], count: int) -> tuple[Samples, Samples]:
    """The first `count` samples of the stream (fewer if it is shorter), and what was read beyond."""
    held: list[Samples] = []
    have = 0
    while have < count and (block := next(stream, None)) is not None:
        held.append(block)
        have += len(block)
    whole = joined(held)
    return whole[: max(0, count)], whole[max(0, count) :]
