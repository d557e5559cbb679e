"""Articles to be read, of any number and length, and a bare engine and encoder to compare with."""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "marche-de-nuit.txt"
ORDINALS = ("première", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième")


def article(number: int, paragraphs: int) -> str:
    """The text of an article like no other: its title, its day, and that many paragraphs."""
    dice = random.Random(number)
    written = [line for line in EXAMPLE.read_text("utf-8").split("\n") if len(line) > 200]
    body = [
        f"C’est la {dice.choice(ORDINALS)} fois en {n + 2} ans. {dice.choice(written)}"
        for n in range(paragraphs)
    ]
    day = date(1990, 1, 1) + timedelta(days=number)
    return "\n\n".join(
        [f"Le marché numéro {number} rouvre ses portes au public", f"Publié le {day:%d/%m/%Y}", *body, ""]
    )


@contextmanager
def newsroom(count: int, paragraphs: int) -> Iterator[Path]:
    """A folder that has so many articles in its folder `articles`."""
    with tempfile.TemporaryDirectory(prefix="speakerine-bench-") as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        for number in range(count):
            (folder / "articles" / f"{number:05}.txt").write_text(article(number, paragraphs), "utf-8")
        yield folder


def speak_bare(texts: list[str], mp3: Path) -> dict[str, float]:
    """Seconds of processor time of Pico alone on the texts, and of LAME alone on the sound of the MP3."""
    import lameenc
    import soundfile
    from measured import cpu_s
    from mutagen.mp3 import MP3
    from py_nanotts import NanoTTS

    sound, rate_hz = soundfile.read(mp3, dtype="int16")
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(MP3(mp3).info.bitrate // 1000)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_out_sample_rate(rate_hz)
    encoder.set_channels(1 if sound.ndim == 1 else sound.shape[1])
    encoder.set_quality(3)
    encoder.silence()
    return {
        "pico_s": cpu_s(lambda: [NanoTTS().speak(text, voice="fr-FR") for text in texts]),
        "lame_s": cpu_s(lambda: encoder.encode(sound.tobytes()) + encoder.flush()),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("mp3", type=Path)
    print(json.dumps(speak_bare(json.load(sys.stdin), parser.parse_args().mp3)))
