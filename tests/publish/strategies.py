"""Shows and episodes of every shape, for laws."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from speakerine.settings import Show
from speakerine.types import Chapter, Cue, Enclosure, Episode, Loudness, Paragraph, ParagraphKind

law = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""How long an example takes depends on what else the machine does: that is no failure."""

any_text = st.text(max_size=60)
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12).map(
    lambda word: word.replace("&", "et").replace("<", "‹").replace(">", "›")
)


def looks_twice_encoded(text: str) -> bool:
    """Whether feedparser would “repair” the text: it takes « Â¡ » for « ¡ » encoded twice."""
    try:
        return text.encode("latin-1").decode() != text
    except UnicodeError:
        return False


lines = (
    st.lists(words, min_size=1, max_size=8).map(" ".join).filter(lambda line: not looks_twice_encoded(line))
)
hours = st.integers(-12, 14).map(lambda hour: timezone(timedelta(hours=hour)))
moments = st.datetimes(
    min_value=datetime(1990, 1, 1, tzinfo=UTC).replace(tzinfo=None),
    max_value=datetime(2090, 1, 1, tzinfo=UTC).replace(tzinfo=None),
    timezones=hours,
).map(lambda moment: moment.replace(microsecond=0))
urls = st.one_of(st.just(""), st.from_regex(r"https://exemple\.fr/[a-z0-9/]{0,20}", fullmatch=True))
slugs = st.from_regex(r"2024-05-[0-3][0-9]-[a-z]{1,12}", fullmatch=True)
times_ms = st.integers(-500, 400_000)

cues = st.lists(
    st.builds(
        lambda start_ms, length_ms, text, speaker: Cue(start_ms, start_ms + length_ms, text, speaker),
        times_ms,
        st.integers(-5, 30_000),
        st.one_of(any_text, st.lists(words, max_size=60).map(" ".join)),
        st.one_of(st.just(""), any_text, st.just("Claire (voix de synthèse)")),
    ),
    max_size=8,
).map(tuple)

episodes = st.builds(
    Episode,
    guid=st.uuids().map(str),
    slug=slugs,
    title=lines,
    published=moments,
    enclosure=st.builds(
        Enclosure,
        path=st.from_regex(r"[a-z]{1,12}\.mp3", fullmatch=True),
        length_bytes=st.integers(1, 10**9),
        duration_ms=st.integers(1, 10**7),
    ),
    description=lines,
    author=st.one_of(st.just(""), lines),
    summary=any_text,
    url=urls,
    site=any_text,
    image=urls,
    chapters=st.lists(st.builds(Chapter, times_ms, any_text, urls, urls), max_size=5).map(tuple),
    cues=cues,
    paragraphs=st.lists(st.builds(Paragraph, any_text, st.sampled_from(ParagraphKind)), max_size=5).map(
        tuple
    ),
    voices=st.lists(lines, max_size=3).map(tuple),
    engines=st.lists(lines, max_size=2).map(tuple),
    loudness=st.one_of(st.none(), st.builds(Loudness, st.floats(-70, 0), st.floats(-70, 6))),
    word_count=st.integers(0, 10**6),
    fingerprint=any_text,
)

several = st.lists(episodes, max_size=5, unique_by=(lambda one: one.guid, lambda one: one.slug))

hostile_texts = st.text(st.characters(), max_size=80)
"""Any code points at all: controls and lone surrogates with them."""

hostile_shows = st.builds(Show, title=hostile_texts, description=hostile_texts, author=hostile_texts)
hostile_episodes = st.builds(
    Episode,
    guid=st.builds(UUID, int=st.integers(0, 2**128 - 1)).map(str),
    slug=slugs,
    title=hostile_texts,
    published=moments,
    enclosure=st.just(Enclosure("a.mp3", 1, 60_000)),
    description=hostile_texts,
    author=hostile_texts,
    url=hostile_texts,
    site=hostile_texts,
    chapters=st.tuples(st.builds(Chapter, times_ms, hostile_texts, hostile_texts)),
    cues=st.tuples(st.builds(Cue, times_ms, times_ms, hostile_texts, hostile_texts)),
    paragraphs=st.tuples(st.builds(Paragraph, hostile_texts, st.sampled_from(ParagraphKind))),
    voices=st.tuples(hostile_texts),
)
