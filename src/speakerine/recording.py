"""A plan to a finished MP3 and its record: spoken, mixed, levelled, encoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from speakerine.audio.jingles import load_jingles
from speakerine.audio.master import Mastered, master
from speakerine.audio.memory import keep_freed_memory
from speakerine.audio.mix import Item, LoadClip, Mix, Spoken, blocks, starts_ms, voice_gains_db
from speakerine.audio.pieces import Sound
from speakerine.audio.samples import Samples
from speakerine.engines.base import engine_version
from speakerine.engines.speaking import Booth, speak_all
from speakerine.french import region_of, verbalize
from speakerine.plan import Plan, Production, Progress, jingle_digests, segment
from speakerine.programme import chapters
from speakerine.publish.shelf.slugs import mp3_name
from speakerine.script.utterances import Utterance
from speakerine.spread import Workers
from speakerine.types import Audio, Cue, Enclosure, Episode, Jingle, Role, Segment


def record_episode(
    plan: Plan,
    production: Production,
    folder: Path,
    slug: str,
    *,
    workers: Workers,
    progress: Progress,
    go_on: Callable[[], None],
) -> tuple[Episode, int]:
    """Make the MP3 in that folder; the episode as far as sound decides it, and how many clips were spoken.

    `go_on` is called with every clip that is spoken or heard, and raises where nobody waits for the rest.

    Raises:
        EngineError, AudioError: what was spoken until then stays cached.
    """

    def told(done: int, total: int) -> None:
        go_on()
        progress(done, total)

    def heard(key: str) -> Audio:
        go_on()
        return production.clips.sound(key)

    keep_freed_memory()
    jingles = _jingles(plan, production)  # before hours of speech, so that a bad one is told at once
    spoken = speak_all(plan.segments, _booth(production, workers), told, go_on)
    mix, mp3 = _mix(plan, production, jingles, heard), folder / mp3_name(slug)
    mastered = _mastered(mix, heard, mp3, production)
    times_ms, _ = starts_ms(mix)
    return _episode(plan, slug, times_ms, mp3, mastered), spoken


def say(text: str, path: Path, production: Production) -> str:
    """Say one text into an MP3 or WAV file, levelled as an episode is; the text as spoken.

    Raises:
        EngineError, AudioError: it cannot be said, or the file cannot be written.
    """
    keep_freed_memory()
    spoken = verbalize(text, region=region_of(production.show.language))
    voice = production.cast.voice(Role.READER)
    utterance = Utterance(voice, text, spoken, 0)
    said = segment(utterance, engine_version(voice), production.lexicon)
    with production.open_workers() as workers:
        speak_all([said], _booth(production, workers), lambda _done, _total: None)
    heard = production.clips.sound
    item = _spoken(utterance, said, heard)
    mix = Mix((item,), {}, voice_gains_db([item], heard), production.show.mastering.sample_rate_hz)
    _mastered(mix, heard, path, production)
    return spoken


def _mastered(mix: Mix, heard: LoadClip, path: Path, production: Production) -> Mastered:
    def programme(rate_hz: int) -> Iterator[Samples]:
        return blocks(mix.at_rate(rate_hz), heard)

    return master(programme, path, production.show.mastering, mix.channels, mix.speech_hz)


def _booth(production: Production, workers: Workers) -> Booth:
    return Booth(workers, production.clips, production.cache)


def _jingles(plan: Plan, production: Production) -> Mapping[Jingle, Sound]:
    folder, sound = production.jingles, production.show.mastering
    heard = tuple(kind for kind in Jingle if kind in plan.items)
    if folder is None or not heard:
        return {}
    return _loaded(folder, sound.sample_rate_hz, sound.max_channels, heard, tuple(jingle_digests(folder)))


@lru_cache(maxsize=2)
def _loaded(
    folder: Path, rate_hz: int, max_channels: int, heard: tuple[Jingle, ...], _digests: tuple[str, ...]
) -> Mapping[Jingle, Sound]:
    """What is heard of the set, once for all the episodes of a run."""
    return load_jingles(folder, rate_hz, max_channels, heard)


def _mix(plan: Plan, production: Production, jingles: Mapping[Jingle, Sound], heard: LoadClip) -> Mix:
    """The programme, ready to be heard."""
    keys = iter(plan.segments)
    items = tuple(i if isinstance(i, Jingle) else _spoken(i, next(keys), heard) for i in plan.items)
    rate_hz = production.show.mastering.sample_rate_hz
    return Mix(items, jingles, voice_gains_db(items, heard), rate_hz)


def _spoken(utterance: Utterance, segment: Segment, heard: LoadClip) -> Item:
    sound = heard(segment.key)
    return Spoken(
        segment.key, utterance.voice.name, sound.sample_count, sound.sample_rate_hz, utterance.pause_after_ms
    )


def _episode(
    plan: Plan, slug: str, times_ms: Sequence[tuple[int, int]], mp3: Path, mastered: Mastered
) -> Episode:
    """The episode's record, as far as sound decides it."""
    programme = plan.programme
    said = [item for item in plan.items if isinstance(item, Utterance)]
    cues = tuple(
        Cue(start, end, u.written, u.voice.credit) for (start, end), u in zip(times_ms, said, strict=True)
    )
    return Episode(
        guid=programme.guid,
        slug=slug,
        title=programme.title,
        published=plan.published,
        enclosure=Enclosure(mp3.name, mp3.stat().st_size, mastered.duration_ms),
        description=programme.description,
        author=programme.author,
        url=programme.url,
        site=programme.site,
        image=programme.image,
        language=programme.language,
        chapters=chapters(programme.articles, said, cues),
        cues=cues,
        paragraphs=programme.paragraphs,
        voices=programme.voices,
        engines=tuple(dict.fromkeys(segment.engine_version for segment in plan.segments)),
        loudness=mastered.loudness,
        word_count=programme.word_count,
        fingerprint=plan.fingerprint,
    )
