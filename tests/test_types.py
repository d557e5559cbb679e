import pickle
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speakerine.types import Article, Audio, Paragraph, Segment, Voice

ARTICLE = Article("La Seine monte", (Paragraph("Le fleuve a pris trente centimètres."),))
VOICE = Voice("claire", "kokoro", options_json='{"a": 1}')


def test_an_articles_guid_comes_from_its_address_first():
    at_an_address = replace(ARTICLE, url="https://exemple.fr/seine")
    assert replace(at_an_address, title="Autre titre").guid == at_an_address.guid
    assert at_an_address.guid != ARTICLE.guid


def test_without_an_address_from_its_title_and_day():
    at_noon = replace(ARTICLE, published=datetime(2025, 5, 12, 12, tzinfo=UTC))
    assert replace(at_noon, published=datetime(2025, 5, 12, 18, tzinfo=UTC)).guid == at_noon.guid
    assert replace(at_noon, published=datetime(2025, 5, 13, 12, tzinfo=UTC)).guid != at_noon.guid
    assert replace(at_noon, title="La Seine baisse").guid != at_noon.guid


def test_an_edited_article_keeps_its_guid():
    assert replace(ARTICLE, paragraphs=(Paragraph("Trente et un centimètres."),)).guid == ARTICLE.guid


def test_a_segments_key_changes_with_whatever_decides_its_sound():
    segment = Segment("Bonjour.", VOICE, "1")
    others = [
        replace(segment, spoken="Bonsoir."),
        replace(segment, engine_version="2"),
        replace(segment, voice=replace(VOICE, speed=1.1)),
        replace(segment, voice=replace(VOICE, pitch=1.1)),
        replace(segment, voice=replace(VOICE, options_json="{}")),
        replace(segment, voice=replace(VOICE, engine="pico")),
    ]
    assert len({segment.key, *(o.key for o in others)}) == 1 + len(others)


def test_a_segments_key_does_not_change_with_the_voices_name_or_folder():
    renamed = replace(VOICE, name="clara", folder=Path("ailleurs"), credit="Clara", licence="x")
    assert Segment("Bonjour.", renamed, "1").key == Segment("Bonjour.", VOICE, "1").key


def test_audio_knows_its_duration():
    assert Audio(bytes(2 * 24_000), 24_000).duration_ms == 1000
    assert Audio(b"", 24_000).duration_ms == 0


@pytest.mark.parametrize("value", [ARTICLE, VOICE, Segment("a", VOICE, "1"), Audio(b"\0\0", 16_000)])
def test_values_hash_and_come_back_from_pickle(value):
    assert pickle.loads(pickle.dumps(value)) == value
    assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
