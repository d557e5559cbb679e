"""Segments to clips: what is kept is not spoken again, and what is spoken is kept at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol, TypeVar

import speakerine
from speakerine.engines.base import Engine, engine_version, get_engine, parallel_calls
from speakerine.engines.clips import Clips
from speakerine.engines.shared_clips import SharedClips
from speakerine.errors import SpeakerineError
from speakerine.types import Clip, Segment, Voice

Work = TypeVar("Work")
Result = TypeVar("Result")


class Workers(Protocol):
    """Those who speak, here or elsewhere: see `speakerine.spread.Workers`."""

    @property
    def here(self) -> bool:
        """Whether they see the files of this machine."""

    def spread(
        self,
        do: Callable[[Work], Result],
        work: Sequence[Work],
        /,
        *,
        size: Callable[[Work], int],
        at_once: int,
        apart: bool,
        keep: Callable[[Result], None],
        go_on: Callable[[], None],
    ) -> Generator[Result, None, None]:
        """What `do` gives for each piece of work, in order, as it comes."""


@dataclass(frozen=True, slots=True)
class Booth:
    """Where segments are spoken: who speaks, where clips are kept, and the folder of unpacked models."""

    workers: Workers
    clips: Clips
    cache: Path


def speak_all(
    segments: Sequence[Segment],
    booth: Booth,
    progress: Callable[[int, int], None],
    go_on: Callable[[], None] = lambda: None,
) -> int:
    """Speak what is not kept yet; how many segments that were.

    `progress` hears the characters done and those there are in all. `go_on` is called several times a
    second, and raises where nobody wants the rest.

    Raises:
        ConfigError, EngineError, ClusterError: a segment cannot be spoken; those before it are kept.
    """
    wanted = list({segment.key: segment for segment in segments}.values())
    missing = [segment for segment in wanted if booth.clips.get(segment.key) is None]
    total = sum(map(_length, wanted))
    done = total - sum(map(_length, missing))
    progress(done, total)
    for voice in dict.fromkeys(segment.voice for segment in missing):
        mine = [segment for segment in missing if segment.voice == voice]
        with closing(_spoken(voice, mine, booth, go_on)) as spoken:
            for segment, _ in zip(mine, spoken, strict=True):
                done += _length(segment)
                progress(done, total)
    return len(missing)


def unfit(voices: Sequence[tuple[Voice, str]], version: str) -> str:
    """Why this machine cannot speak these voices, each of that engine version, or "" where it can.

    `version` is the speakerine's of whoever asks.
    """
    if speakerine.__version__ != version:
        return f"speakerine {speakerine.__version__} is installed there, {version} here"
    for voice, wanted in voices:
        try:
            found = engine_version(voice)
        except SpeakerineError as error:
            return str(error).rstrip(".")
        if found != wanted:
            return f"the voice “{voice.name}” is {found} there, {wanted} here"
    return ""


def fitness(voices: Iterable[Voice]) -> Callable[[], str]:
    """What to ask each worker: see `unfit`.

    Raises:
        ConfigError, EngineError: see `engine_version`.
    """
    return partial(unfit, tuple((voice, engine_version(voice)) for voice in voices), speakerine.__version__)


def _spoken(
    voice: Voice, segments: Sequence[Segment], booth: Booth, go_on: Callable[[], None]
) -> Generator[Clip | None, None, None]:
    """Each segment's clip, which is kept by then; None where whoever spoke it has kept it."""
    cores = os.cpu_count() or 1
    at_once = min(len(segments), parallel_calls(voice, cores))
    if booth.workers.here:
        do = partial(_speak, keep_in=booth.clips, cache=booth.cache, threads=max(1, cores // at_once))
    else:
        do = partial(_speak, keep_in=_reached_from_anywhere(booth.clips), cache=None, threads=1)

    def keep(clip: Clip | None) -> None:
        if clip is not None:
            booth.clips.put(clip)

    holds_interpreter = parallel_calls(voice, cores) == 1
    return booth.workers.spread(
        do, segments, size=_length, at_once=at_once, apart=holds_interpreter, keep=keep, go_on=go_on
    )


def _length(segment: Segment) -> int:
    return len(segment.spoken)


def _reached_from_anywhere(clips: Clips) -> SharedClips | None:
    return SharedClips(clips.address) if isinstance(clips, SharedClips) else None


def _speak(segment: Segment, *, keep_in: Clips | None, cache: Path | None, threads: int) -> Clip | None:
    """The segment's clip, to be kept by whoever wants it; None where it is kept already."""
    if keep_in is not None and keep_in.get(segment.key) is not None:
        return None
    speech = _engine(segment.voice, cache, threads).speak(segment.spoken, segment.voice)
    clip = Clip(segment.key, speech.audio, speech.words)
    if keep_in is None:
        return clip
    keep_in.put(clip)
    return None


@lru_cache(maxsize=8)
def _engine(voice: Voice, cache: Path | None, threads: int) -> Engine:
    """The engine, loaded once by each who speaks."""
    return get_engine(voice, cache=cache, threads=threads)
