"""Segments to clips: what the cache has is not spoken again, and what is spoken is kept at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from speakerine.engines.base import Engine, get_engine, parallel_calls
from speakerine.engines.clips import ClipCache
from speakerine.types import Clip, Segment, Voice

Spread = Callable[[Callable[[Segment], Segment], Iterable[Segment]], Iterator[Segment]]


def speak_all(
    segments: Sequence[Segment],
    clips: ClipCache,
    spread_over: Callable[[int], Spread],
    cache: Path,
    progress: Callable[[int, int], None],
) -> int:
    """Speak what the cache of clips does not hold yet; how many segments that were.

    `spread_over(n)` is a map that does n pieces of work at once, in order. `progress` hears the
    characters done and those there are in all.

    Raises:
        ConfigError, EngineError: a segment cannot be spoken; those spoken before it are kept.
    """
    wanted = list({segment.key: segment for segment in segments}.values())
    missing = [segment for segment in wanted if clips.get(segment.key) is None]
    total = sum(len(segment.spoken) for segment in wanted)
    done = total - sum(len(segment.spoken) for segment in missing)
    progress(done, total)
    for voice in dict.fromkeys(segment.voice for segment in missing):
        mine = [segment for segment in missing if segment.voice == voice]
        cores = os.cpu_count() or 1
        at_once = min(len(mine), parallel_calls(voice, cores))
        engine = get_engine(voice, cache=cache, threads=max(1, cores // at_once))
        for segment in spread_over(at_once)(_speaker(engine, voice, clips), mine):
            done += len(segment.spoken)
            progress(done, total)
    return len(missing)


def _speaker(engine: Engine, voice: Voice, clips: ClipCache) -> Callable[[Segment], Segment]:
    def speak(segment: Segment) -> Segment:
        speech = engine.speak(segment.spoken, voice)
        clips.put(Clip(segment.key, speech.audio, speech.words))
        return segment

    return speak
