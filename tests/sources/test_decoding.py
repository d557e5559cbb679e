"""Bytes to text, whatever the editor that saved them."""

from __future__ import annotations

import pytest

from speakerine.errors import SourceError
from speakerine.sources.files import decode_bytes

TEXT = (
    "Le pêcheur d’Ouessant\n\nÀ l’aube, le pêcheur a relevé ses casiers près de la côte. "
    "« La mer était grosse », dit-il, déçu : douze homards à peine, payés 38 € le kilo, cette année encore.\n"
)
OLD_TEXT = TEXT.replace("€", "francs").replace("’", "'")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode_bytes(TEXT.encode(encoding)) == TEXT


def test_latin_1_is_read() -> None:
    assert decode_bytes(OLD_TEXT.encode("latin-1")) == OLD_TEXT


def test_one_broken_byte_does_not_turn_utf8_into_mojibake() -> None:
    broken = TEXT.encode() + b"\xff fin."
    assert decode_bytes(broken).startswith("Le pêcheur d’Ouessant")


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-15"></head><body><p>Le kilo à 38 €, déjà.</p></body></html>'
    assert "38 €, déjà" in decode_bytes(page.encode("iso-8859-15"))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 blah", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"PK\x03\x04....", "ZIP"),
        (b"ID3\x04....", "MP3"),
        (b"\xff\xfb\x90....", "MP3"),
        (b"Une ligne\x00\x00\x01\x02 et du bruit", "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        decode_bytes(data)


@pytest.mark.parametrize("charset", ["rot13", "hex", "idna", "punycode", "base64", "no-such"])
def test_a_page_that_declares_a_codec_of_no_text_is_read_by_its_bytes(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>Le café est fermé cet été, à l’étage.</p>'.encode("cp1252")
    assert "Le café est fermé cet été, à l’étage." in decode_bytes(page)
