"""Play a jingle score: score.toml → intro, outro, sting and bed as FLAC, and jingles.toml about them.

For whoever changes the jingles; users need neither this tool nor FluidSynth, the sounds are kept.

    apt-get install fluidsynth fluid-soundfont-gm
    pip install numpy soundfile
    python tools/render_jingles.py voices/jingles/antenne

Each instrument is played alone and dry by FluidSynth, then tone, place, room and level are made here.
The same score gives the same sounds: the hand's unevenness and the room come from the score's seed.
"""

from __future__ import annotations

import argparse
import functools
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile as sf
import soxr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Sound = NDArray[np.float64]  # (frames, 2)
    Curve = NDArray[np.float64] | NDArray[np.complex128]  # over frequency

RATE_HZ = 44_100  # at which it is played and mixed
FILE_HZ = 48_000  # of the files: that of an episode, which then has nothing to resample
PEAK_DBFS = -3.2
SOUNDFONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
PIECES = ("intro", "outro", "sting", "bed")
PREROLL_S = 0.2  # room before the first beat, for a hand that is early
LEAD_S = 0.02  # silence kept before the first beat
END_SILENCE_S = 0.03
RING_S = 6.0  # how long instruments may ring after the last written note
TICKS_PER_S = 2000  # of the MIDI files: a beat of 0.5 s in 1000 ticks
DRUM_CHANNEL = 9
PEDAL_CC, EXPRESSION_CC = 64, 11
STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


class RenderError(Exception):
    """The score cannot be played; the message says why."""


# ---------------------------------------------------------------------------------------- the score


@dataclass(frozen=True)
class Instrument:
    """A sound of the soundfont, and its place in the mix."""

    program: int
    gain_db: float
    pan: float
    width: float
    room_db: float
    highpass_hz: float
    lowpass_hz: float
    timing_ms: float
    velocity_spread: int
    strum_ms: float = 0.0
    drums: bool = False
    keys: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """A key pressed at `start_s` and let go at `end_s`."""

    start_s: float
    end_s: float
    key: int
    velocity: int


@dataclass(frozen=True)
class Clock:
    """Where bar:beat stands in seconds."""

    tempo_bpm: float
    beats_per_bar: int
    slower_from: float | None = None
    slower_bpm: float = 0.0

    def beat(self, position: str) -> float:
        """« 2:3.5 » as beats since the beginning."""
        match = re.fullmatch(r"(\d+):(\d+(?:\.\d+)?)", position)
        if not match:
            raise RenderError(f"« {position} » is not bar:beat")
        return (int(match[1]) - 1) * self.beats_per_bar + float(match[2]) - 1

    def seconds(self, beat: float) -> float:
        """When a beat comes."""
        turn = beat if self.slower_from is None else min(beat, self.slower_from)
        late = 0.0 if turn == beat else (beat - turn) * 60 / self.slower_bpm
        return turn * 60 / self.tempo_bpm + late


def clock_of(score: dict[str, Any], piece: dict[str, Any]) -> Clock:
    """The piece's clock, with its slowing down if it has one."""
    steady = Clock(score["tempo_bpm"], score["beats_per_bar"])
    if "slower" not in piece:
        return steady
    slower = piece["slower"]
    return Clock(steady.tempo_bpm, steady.beats_per_bar, steady.beat(slower["from"]), slower["tempo_bpm"])


def instrument_of(score: dict[str, Any], name: str) -> Instrument:
    """The instrument the score describes under a name."""
    if name not in score["instruments"]:
        raise RenderError(f"the score has no [instruments.{name}]")
    try:
        return Instrument(**score["instruments"][name])
    except TypeError as error:
        raise RenderError(f"[instruments.{name}]: {error}") from error


def key_number(name: str, instrument: Instrument) -> int:
    """MIDI key of a note name (« Eb4 ») or of one of the instrument's own key names."""
    if name in instrument.keys:
        return instrument.keys[name]
    match = re.fullmatch(r"([A-G])([#b]?)(-?\d)", name)
    if not match:
        raise RenderError(f"« {name} » is neither a note nor a key of the instrument")
    shift = {"": 0, "#": 1, "b": -1}[match[2]]
    return 12 * (int(match[3]) + 1) + STEPS[match[1]] + shift


def read_notes(part: dict[str, Any], instrument: Instrument, clock: Clock, hand: random.Random) -> list[Note]:
    """The notes of a part, as an uneven hand plays them."""
    notes: list[Note] = []
    for line in part["notes"].splitlines():
        if not line.strip():
            continue
        position, length, names, *rest = line.split()
        beat, written = clock.beat(position), int(rest[0]) if rest else part["velocity"]
        early = hand.uniform(-1, 1) * instrument.timing_ms / 1000
        for rank, name in enumerate(names.split("+")):
            start = clock.seconds(beat) + early + rank * instrument.strum_ms / 1000
            end = clock.seconds(beat + float(length)) + early
            velocity = written + hand.randint(-instrument.velocity_spread, instrument.velocity_spread)
            notes.append(Note(start, end, key_number(name, instrument), max(1, min(127, velocity))))
    return let_go_in_time(notes)


def let_go_in_time(notes: Iterable[Note]) -> list[Note]:
    """Let every key go before it is pressed again, else its end would cut the new note."""
    result: list[Note] = []
    following: dict[int, float] = {}
    for note in sorted(notes, key=lambda note: (note.start_s, note.key), reverse=True):
        end = min(note.end_s, following.get(note.key, note.end_s) - 0.004)
        result.append(Note(note.start_s, end, note.key, note.velocity))
        following[note.key] = note.start_s
    return result[::-1]


def read_expression(part: dict[str, Any], clock: Clock) -> list[tuple[float, int]]:
    """The part's volume as small steps: (seconds, 0–127)."""
    points = [line.split() for line in part.get("expression", "").splitlines() if line.strip()]
    if not points:
        return []
    times = [clock.seconds(clock.beat(position)) for position, _ in points]
    values = [float(value) for _, value in points]
    grid = np.arange(times[0], times[-1] + 0.02, 0.02)
    return [(float(t), round(v)) for t, v in zip(grid, np.interp(grid, times, values), strict=True)]


# --------------------------------------------------------------------------------------------- MIDI


def variable_length(value: int) -> bytes:
    """A MIDI delta time: seven bits a byte, the last one's high bit clear."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(0x80 | value & 0x7F)
    return bytes(reversed(parts))


def midi_file(instrument: Instrument, notes: list[Note], expression: list[tuple[float, int]]) -> bytes:
    """A one-track MIDI file of one part, long enough for its last note to ring out."""
    channel = DRUM_CHANNEL if instrument.drums else 0
    events: list[tuple[float, int, bytes]] = [
        (-PREROLL_S, 0, bytes((0xC0 | channel, instrument.program - 1)))
    ]
    events += [(t, 1, bytes((0xB0 | channel, EXPRESSION_CC, value))) for t, value in expression]
    for note in notes:
        events.append((note.start_s, 3, bytes((0x90 | channel, note.key, note.velocity))))
        events.append((note.end_s, 2, bytes((0x80 | channel, note.key, 0))))
    end = max(note.end_s for note in notes) + RING_S
    events.append((end, 4, bytes((0xB0 | channel, PEDAL_CC, 0))))
    track, now = b"\x00\xff\x51\x03" + (500_000).to_bytes(3, "big"), 0
    for seconds, _, message in sorted(events):
        tick = max(0, round((seconds + PREROLL_S) * TICKS_PER_S))
        track += variable_length(tick - now) + message
        now = tick
    track += b"\x00\xff\x2f\x00"
    header = struct.pack(">4sIHHH", b"MThd", 6, 0, 1, TICKS_PER_S // 2)
    return header + struct.pack(">4sI", b"MTrk", len(track)) + track


def play(midi: bytes, soundfont: Path) -> Sound:
    """The MIDI file through FluidSynth, dry."""
    with tempfile.TemporaryDirectory() as folder:
        score, wave = Path(folder, "part.mid"), Path(folder, "part.wav")
        score.write_bytes(midi)
        command = ["fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-g", "0.6", "-r", str(RATE_HZ)]
        command += ["-O", "float", "-T", "wav", "-F", str(wave), str(soundfont), str(score)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not wave.exists():
            raise RenderError(f"fluidsynth failed: {done.stderr.strip() or done.stdout.strip()}")
        sound, rate = sf.read(wave, dtype="float64", always_2d=True)
    if rate != RATE_HZ:
        raise RenderError(f"fluidsynth answered at {rate} Hz")
    return sound


# --------------------------------------------------------------------------- tone, place, room, level


def gain(decibels: float) -> float:
    """Decibels as a factor."""
    return 10 ** (decibels / 20)


def shaped(sound: Sound, curve: Curve, *, around: bool = False) -> Sound:
    """The sound with its spectrum multiplied by `curve`; `around` when it is a loop."""
    frames = len(sound)
    size = frames if around else 2 * (len(curve) - 1)
    return np.fft.irfft(np.fft.rfft(sound, size, axis=0) * curve[:, None], size, axis=0)[:frames]


def frequencies(size: int) -> NDArray[np.float64]:
    """The frequencies of a real spectrum of `size` frames, the first one above zero."""
    return np.maximum(np.fft.rfftfreq(size, 1 / RATE_HZ), 1e-3)


def highpass(hz: NDArray[np.float64], corner_hz: float) -> Curve:
    """Second-order Butterworth."""
    s = 1j * hz / corner_hz
    return s * s / (s * s + np.sqrt(2) * s + 1)


def lowpass(hz: NDArray[np.float64], corner_hz: float) -> Curve:
    """Second-order Butterworth."""
    s = 1j * hz / corner_hz
    return 1 / (s * s + np.sqrt(2) * s + 1)


def dip(hz: NDArray[np.float64], centre_hz: float, decibels: float, q: float) -> Curve:
    """A bell that lowers (or raises) the tone around a frequency."""
    s, amplitude = 1j * hz / centre_hz, gain(decibels / 2)
    return (s * s + s * amplitude / q + 1) / (s * s + s / (amplitude * q) + 1)


def power_of_two(frames: int) -> int:
    """The next power of two, for quick transforms."""
    return 1 << (frames - 1).bit_length()


def placed(sound: Sound, instrument: Instrument) -> Sound:
    """The instrument filtered, its image narrowed and moved, at its level."""
    hz = frequencies(power_of_two(len(sound) + RATE_HZ))
    toned = shaped(sound, highpass(hz, instrument.highpass_hz) * lowpass(hz, instrument.lowpass_hz))
    middle, side = toned.mean(axis=1), (toned[:, 0] - toned[:, 1]) / 2 * instrument.width
    angle = (instrument.pan + 1) * np.pi / 4
    left, right = np.sqrt(2) * np.cos(angle), np.sqrt(2) * np.sin(angle)
    return np.stack(((middle + side) * left, (middle - side) * right), axis=1) * gain(instrument.gain_db)


@functools.cache
def room(decay_s: float, predelay_ms: float, lowpass_hz: float, seed: int) -> Sound:
    """A room's answer to a click: noise that falls, sooner in the treble, a little different on each side."""
    frames = round(decay_s * 1.3 * RATE_HZ)
    noise = np.random.RandomState(seed).standard_normal((frames, 2))
    noise = 0.75 * noise.mean(axis=1, keepdims=True) + 0.5 * noise  # more alike than not: a gentle mono sum
    hz, time = frequencies(frames), np.arange(frames) / RATE_HZ
    answer = np.zeros((frames, 2))
    for centre in (125, 250, 500, 1000, 2000, 4000, 8000):
        band = np.exp(-0.5 * (np.log2(hz / centre) / 0.45) ** 2)
        decay = decay_s * float(np.interp(np.log2(centre), np.log2([125, 1000, 8000]), [0.85, 1.0, 0.35]))
        answer += shaped(noise, band, around=True) * np.exp(-6.9 * time / decay)[:, None]
    hz = frequencies(2 * power_of_two(frames))
    answer = shaped(answer, highpass(hz, 220) * lowpass(hz, lowpass_hz))
    answer *= np.minimum(1, time / 0.03)[:, None] * np.minimum(1, (time[-1] - time) / 0.2)[:, None]
    answer /= np.sqrt((answer**2).sum(axis=0).mean())
    return np.concatenate((np.zeros((round(predelay_ms * RATE_HZ / 1000), 2)), answer))


def in_room(send: Sound, answer: Sound) -> Sound:
    """What the room sends back, until it is silent."""
    frames = len(send) + len(answer)
    size = power_of_two(frames)
    return np.fft.irfft(np.fft.rfft(send, size, axis=0) * np.fft.rfft(answer, size, axis=0), size, axis=0)[
        :frames
    ]


def weighted_power(sound: Sound) -> NDArray[np.float64]:
    """K-weighted power of each 400 ms block, a block each 100 ms (ITU-R BS.1770)."""
    size = power_of_two(len(sound) + RATE_HZ)
    z = np.exp(-2j * np.pi * frequencies(size) / RATE_HZ)
    curve = k_shelf(z) * k_highpass(z)
    square = (shaped(sound, curve) ** 2).sum(axis=1)
    block, hop = round(0.4 * RATE_HZ), round(0.1 * RATE_HZ)
    total = np.concatenate(([0.0], np.cumsum(square)))
    starts = np.arange(0, len(sound) - block + 1, hop)
    return (total[starts + block] - total[starts]) / block


def k_shelf(z: NDArray[np.complex128]) -> Curve:
    """The head's shelf of BS.1770, for any sampling rate."""
    k, vh, q = np.tan(np.pi * 1681.974450955533 / RATE_HZ), gain(3.999843853973347), 0.7071752369554196
    vb = vh**0.4996667741545416
    top = (vh + vb * k / q + k * k) + 2 * (k * k - vh) * z + (vh - vb * k / q + k * k) * z**2
    return top / ((1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z**2)


def k_highpass(z: NDArray[np.complex128]) -> Curve:
    """The high-pass of BS.1770, for any sampling rate."""
    k, q = np.tan(np.pi * 38.13547087602444 / RATE_HZ), 0.5003270373238773
    return (1 - z) ** 2 / (
        1 + 2 * (k * k - 1) / (1 + k / q + k * k) * z + (1 - k / q + k * k) / (1 + k / q + k * k) * z**2
    )


def loudness_lufs(sound: Sound) -> float:
    """Integrated loudness, with the two gates of BS.1770."""
    power = weighted_power(sound)
    loud = power[power > 10 ** ((-70 + 0.691) / 10)]
    if not len(loud):
        return -70.0
    loud = loud[loud > loud.mean() / 10]
    return float(-0.691 + 10 * np.log10(loud.mean()))


# ----------------------------------------------------------------------------------------- the pieces


def mix(score: dict[str, Any], piece: dict[str, Any], hand: random.Random, soundfont: Path) -> Sound:
    """All parts together, from PREROLL_S before the first beat until the room is silent."""
    clock = clock_of(score, piece)
    band = [instrument_of(score, part["instrument"]) for part in piece["parts"]]
    scores = [
        midi_file(instrument, read_notes(part, instrument, clock, hand), read_expression(part, clock))
        for part, instrument in zip(piece["parts"], band, strict=True)
    ]
    with ThreadPoolExecutor() as pool:
        sounds = list(pool.map(lambda midi: play(midi, soundfont), scores))
    frames = max(map(len, sounds))
    dry, send = np.zeros((frames, 2)), np.zeros((frames, 2))
    for instrument, sound in zip(band, sounds, strict=True):
        part = placed(sound, instrument)
        dry[: len(part)] += part
        send[: len(part)] += part * gain(instrument.room_db)
    answer = room(**score["room"], seed=score["seed"])
    wet = in_room(send, answer)
    wet[:frames] += dry
    return wet


def looped(sound: Sound, frames: int) -> Sound:
    """The sound as a loop of `frames`: what is early goes to the end, what still rings to the beginning."""
    result = np.zeros((frames, 2))
    place = (np.arange(len(sound)) - round(PREROLL_S * RATE_HZ)) % frames
    np.add.at(result, place, sound)
    return result


def softened(loop: Sound, piece: dict[str, Any]) -> Sound:
    """The bed made to stay under a voice: dip, treble off, narrower."""
    hz = frequencies(len(loop))
    curve = lowpass(hz, piece["lowpass_hz"]) * dip(hz, 2000, piece["voice_dip_db"], 0.6)
    result = shaped(loop, curve, around=True)
    middle = result.mean(axis=1, keepdims=True)
    return middle + (result - middle) * piece["width"]


def finished(sound: Sound, piece: dict[str, Any]) -> Sound:
    """A sound of the written length, out of silence and back into it."""
    frames = round(piece["length_ms"] * RATE_HZ / 1000)
    start = round((PREROLL_S - LEAD_S) * RATE_HZ)
    cut = np.zeros((frames, 2))
    kept = sound[start : start + frames]
    cut[: len(kept)] = kept
    quiet, fade = round(END_SILENCE_S * RATE_HZ), round(piece["fade_ms"] * RATE_HZ / 1000)
    slope = np.cos(np.linspace(0, np.pi / 2, fade)) ** 2
    cut[frames - quiet - fade : frames - quiet] *= slope[:, None]
    cut[frames - quiet :] = 0
    rise = round(0.004 * RATE_HZ)
    cut[:rise] *= np.linspace(0, 1, rise)[:, None] ** 2
    return cut


def levelled(sound: Sound, target_lufs: float, *, loop: bool) -> Sound:
    """The sound at its loudness, or as near as its peaks allow."""
    measured = loudness_lufs(np.concatenate((sound, sound)) if loop else sound)
    peak_db = 20 * np.log10(np.abs(sound).max())
    return sound * gain(min(target_lufs - measured, PEAK_DBFS - peak_db))


def render(score: dict[str, Any], name: str, soundfont: Path) -> Sound:
    """One piece of the score."""
    piece = score["pieces"][name]
    hand = random.Random(f"{score['seed']} {name}")
    sound = mix(score, piece, hand, soundfont)
    if "loop_bars" in piece:
        clock = clock_of(score, piece)
        frames = round(clock.seconds(piece["loop_bars"] * clock.beats_per_bar) * RATE_HZ)
        sound = softened(looped(sound, frames), piece)
    else:
        sound = finished(sound, piece)
    return levelled(sound, piece["loudness_lufs"], loop="loop_bars" in piece)


def at_file_rate(sound: Sound, *, loops: bool) -> Sound:
    """The sound at FILE_HZ; a loop has itself before and after, so that its ends still meet."""
    times = 3 if loops else 1
    heard: Sound = soxr.resample(np.tile(sound, (times, 1)), RATE_HZ, FILE_HZ, quality="VHQ")
    frames = round(len(sound) * FILE_HZ / RATE_HZ)
    return heard[frames : 2 * frames] if loops else heard[:frames]


def sampled(sound: Sound, side_step: int) -> NDArray[np.int16]:
    """The sound in 16 bits; with a `side_step`, what tells left from right in coarser steps.

    Much of a long quiet FLAC is rounding noise. Steps of 4 in the sides (noise near −89 dBFS, under a middle
    that hides it) make the file an eighth smaller.
    """
    if side_step == 1:
        return np.round(sound * 32767).astype(np.int16)
    middle = np.round(sound.mean(axis=1) * 32767)
    side = np.round((sound[:, 0] - sound[:, 1]) / 2 * 32767 / side_step) * side_step
    return np.stack((middle + side, middle - side), axis=1).astype(np.int16)


def write_flac(path: Path, samples: NDArray[np.int16]) -> None:
    """The samples as FLAC, as small as it gets."""
    sf.write(path, samples, FILE_HZ, format="FLAC", subtype="PCM_16", compression_level=1.0)


# --------------------------------------------------------------------------------------- the figures


def figures(score: dict[str, Any], name: str, sound: Sound) -> dict[str, str | int | float]:
    """What a programme that places the sound must know of it."""
    piece = score["pieces"][name]
    clock = clock_of(score, piece)
    length_ms = round(len(sound) * 1000 / RATE_HZ)
    table: dict[str, str | int | float] = {"file": f"{name}.flac", "duration_ms": length_ms}
    for key in ("speech_at", "lead_in"):
        if key in piece:
            table[f"{key}_ms"] = round((clock.seconds(clock.beat(piece[key])) + LEAD_S) * 1000)
    if "loop_bars" in piece:
        table |= {"loop_start_ms": 0, "loop_end_ms": length_ms, "bars": piece["loop_bars"]}
    whole = np.concatenate((sound, sound)) if "loop_bars" in piece else sound
    table["loudness_lufs"] = round(loudness_lufs(whole), 1)
    table["peak_dbfs"] = round(float(20 * np.log10(np.abs(sound).max())), 1)
    return table


def toml_lines(table: dict[str, str | int | float]) -> str:
    """Plain keys and values as TOML."""
    return "".join(
        f'{key} = "{value}"\n' if isinstance(value, str) else f"{key} = {value}\n"
        for key, value in table.items()
    )


def write_figures(path: Path, score: dict[str, Any], sounds: dict[str, Sound]) -> None:
    """jingles.toml: what the set is, then each sound."""
    head: dict[str, str | int | float] = {
        "title": score["title"],
        "key": score["key"],
        "tempo_bpm": score["tempo_bpm"],
        "beats_per_bar": score["beats_per_bar"],
        "sample_rate_hz": FILE_HZ,
        "licence": "Apache-2.0",
    }
    text = "# Written by tools/render_jingles.py from score.toml; change the score, not this file.\n\n"
    text += toml_lines(head)
    for name, sound in sounds.items():
        text += f"\n[{name}]\n" + toml_lines(figures(score, name, sound))
    path.write_text(text, encoding="utf-8")


# ----------------------------------------------------------------------------------------- the command


def arguments() -> argparse.Namespace:
    """What was asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "folder", type=Path, help="the jingle set: a folder with score.toml; sounds go beside it"
    )
    parser.add_argument(
        "--soundfont", type=Path, default=SOUNDFONT, help="General MIDI SF2 (default: %(default)s)"
    )
    parser.add_argument("--output", type=Path, help="where to write, when not beside the score")
    return parser.parse_args()


def run(folder: Path, soundfont: Path, output: Path) -> None:
    """Render the whole set."""
    if shutil.which("fluidsynth") is None:
        raise RenderError("fluidsynth is not installed: apt-get install fluidsynth fluid-soundfont-gm")
    if not soundfont.is_file():
        raise RenderError(
            f"no soundfont at {soundfont}: apt-get install fluid-soundfont-gm, or give --soundfont"
        )
    if not (folder / "score.toml").is_file():
        raise RenderError(f"no score.toml in {folder}")
    score = tomllib.loads((folder / "score.toml").read_text(encoding="utf-8"))
    output.mkdir(parents=True, exist_ok=True)
    sounds = {}
    for name in PIECES:
        sounds[name] = render(score, name, soundfont)
        path = output / f"{name}.flac"
        piece = score["pieces"][name]
        heard = at_file_rate(sounds[name], loops="loop_bars" in piece)
        write_flac(path, sampled(heard, piece.get("side_step", 1)))
        print(f"{path}: {len(sounds[name]) / RATE_HZ:.2f} s, {path.stat().st_size // 1024} KiB")
    write_figures(output / "jingles.toml", score, sounds)


def main() -> int:
    """Run, and say in a line what went wrong if something did."""
    asked = arguments()
    try:
        run(asked.folder, asked.soundfont, asked.output or asked.folder)
    except KeyError as error:
        print(f"render_jingles: the score lacks {error}", file=sys.stderr)
        return 1
    except (RenderError, tomllib.TOMLDecodeError, OSError) as error:
        print(f"render_jingles: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
