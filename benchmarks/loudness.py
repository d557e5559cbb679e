"""Ten programmes that could not differ more, mastered for real, and what ffmpeg's ebur128 measures of each.

    python benchmarks/loudness.py

Speech of SVOX Pico and, where it is installed, of Kokoro. Each must come out at −16 ± 0.3 LUFS with a true
peak of −1 dBTP at most; the exit code is 1 where one does not.
"""

import itertools
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from speakerine.audio.encode import to_pcm
from speakerine.audio.jingles import load_jingles
from speakerine.audio.master import master
from speakerine.audio.mix import Item, Mix, Spoken, blocks, voice_gains_db
from speakerine.audio.pieces import Sound, from_pcm
from speakerine.casting import QUOTATION_PITCH
from speakerine.config import VoiceShelf, load_voices
from speakerine.engines.base import get_engine, readiness
from speakerine.settings import Mastering, Show
from speakerine.types import Audio, Jingle, Voice

SENTENCES = (
    "Le conseil a voté hier soir la réouverture du canal, fermé depuis l’été.",
    "Les travaux dureront onze mois.",
    "Sur la place, les marchands montent leurs étals dès cinq heures du matin, dans le froid.",
    "Personne ne s’y attendait !",
    "La neige est tombée toute la nuit sur le plateau, et l’école n’ouvrira qu’à midi.",
)
SHORT_LINES = ("Oui.", "Non.", "Bien.", "Qui ?", "Moi.", "Ah !")
WANTED = Mastering()
TOLERANCE_LU = 0.3


@dataclass(frozen=True, slots=True)
class Speech:
    """Sentences in one voice, `gain_db` louder than the voice itself, with a pause after each."""

    voice: Voice
    sentences: tuple[str, ...] = SENTENCES
    pause_after_ms: int = 320
    gain_db: float = 0.0


@dataclass(frozen=True, slots=True)
class Programme:
    """Speeches by turns for that long, after an intro and a bed and before an outro where it has jingles."""

    name: str
    speeches: tuple[Speech, ...]
    seconds: float = 60.0
    jingles: bool = False


def programmes(shelf: VoiceShelf) -> list[Programme]:
    """The ten; those that need a voice that is not installed have Nicole in its place."""
    nicole = shelf.find("nicole")
    claire, lucien = (
        voice if readiness(voice).ready else nicole for voice in map(shelf.find, ("claire", "lucien"))
    )
    quotation = replace(nicole, name="citation", pitch=nicole.pitch * QUOTATION_PITCH)
    loud, soft = replace(nicole, name="forte"), replace(lucien, name="douce")
    return [
        Programme("20 seconds of Nicole", (Speech(nicole),), seconds=20),
        Programme("a minute of Claire", (Speech(claire),)),
        Programme("Claire and Nicole by turns", (Speech(claire), Speech(nicole))),
        Programme(
            "a very loud voice and a very soft one", (Speech(loud, gain_db=12), Speech(soft, gain_db=-30))
        ),
        Programme("intro, bed, outro", (Speech(nicole),), jingles=True),
        Programme("quotations only", (Speech(quotation),)),
        Programme("very short lines, long stops", (Speech(nicole, SHORT_LINES, pause_after_ms=1600),)),
        Programme("speed 0.8", (Speech(replace(nicole, speed=0.8)),)),
        Programme("speed 1.3", (Speech(replace(nicole, speed=1.3)),), jingles=True),
        Programme("two hours", (Speech(claire), Speech(nicole)), seconds=7200, jingles=True),
    ]


def spoken(speech: Speech, clips: dict[str, Audio]) -> list[Spoken]:
    """The speech's lines, their sound put into `clips`."""
    engine, voice = get_engine(speech.voice), speech.voice
    lines = []
    for sentence in speech.sentences:
        audio = engine.speak(sentence, voice).audio
        louder = from_pcm(audio.pcm) * np.float32(10 ** (speech.gain_db / 20))
        key = f"{voice.name} {voice.speed} {speech.gain_db} {sentence}"
        clips[key] = Audio(to_pcm(louder), audio.sample_rate_hz)
        lines.append(Spoken(key, voice.name, audio.sample_count, audio.sample_rate_hz, speech.pause_after_ms))
    return lines


def lines_for(seconds: float, lines: list[Spoken]) -> Iterator[Spoken]:
    """The lines again and again, for at least that long."""
    for line in itertools.cycle(lines):
        if seconds <= 0:
            return
        yield line
        seconds -= line.sample_count / line.sample_rate_hz + line.pause_after_ms / 1000


def mixed(programme: Programme, jingles: dict[Jingle, Sound], clips: dict[str, Audio]) -> Mix:
    """The programme, ready to be heard."""
    by_turns = zip(*(spoken(speech, clips) for speech in programme.speeches), strict=True)
    said = list(lines_for(programme.seconds, list(itertools.chain.from_iterable(by_turns))))
    around: tuple[Item, ...] = tuple(said)
    if programme.jingles:
        around = (Jingle.INTRO, said[0], Jingle.BED, *said[1:4], Jingle.STING, *said[4:], Jingle.OUTRO)
    gains_db = voice_gains_db(said[: len(clips)], clips.__getitem__)
    return Mix(around, jingles, gains_db, WANTED.sample_rate_hz)


def by_ffmpeg(path: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP."""
    command = ["ffmpeg", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return (
        float(re.findall(r"I:\s+(-?[\d.]+) LUFS", told)[-1]),
        float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", told)[-1]),
    )


def main() -> None:
    """Print a line a programme."""
    shelf = load_voices(Show())
    jingles = load_jingles(shelf.jingle_folder("antenne"), WANTED.sample_rate_hz)
    missed = 0
    print(f"{'':40} {'s':>6}  channels   LUFS   dBTP")
    for programme in programmes(shelf):
        clips: dict[str, Audio] = {}
        mix = mixed(programme, jingles, clips)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "programme.mp3"
            made = master(
                lambda hz, m=mix, c=clips: blocks(m.at_rate(hz), c.__getitem__),
                path,
                WANTED,
                mix.channels,
                mix.speech_hz,
            )
            lufs, dbtp = by_ffmpeg(path)
        good = abs(lufs - WANTED.loudness_lufs) <= TOLERANCE_LU and dbtp <= WANTED.true_peak_dbtp
        missed += not good
        print(
            f"{programme.name:40} {made.duration_ms / 1000:6.0f}  {mix.channels:8}  {lufs:5.1f}  {dbtp:5.1f}"
            f"{'' if good else '  MISSED'}",
            flush=True,
        )
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
