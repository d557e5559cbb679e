"""Sound to MP3, with the Info header that lets every player show the true duration.

LAME's library writes the header's place only when it writes the file itself, so it is made here.

Source: the MPEG audio frame header (ISO/IEC 11172-3) and Gabriel Bouvigne's "Mp3 Info Tag rev 1".
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import lameenc
import numpy as np

from speakerine.audio.samples import Samples

QUALITY = 3
"""LAME's 0 (slow) to 9; 3 sounds like 2 for speech and encodes at about 100 × real time."""
SAMPLES_PER_FRAME = 1152  # MPEG-1 layer III
ENCODER_DELAY = 576
DECODER_DELAY = 529
HEADER_BYTES = 4
MONO_SIDE_INFO_BYTES = 17
STEREO_SIDE_INFO_BYTES = 32
TOC_ENTRIES = 100
FULL_SCALE = 32767
BITRATES_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
RATES_HZ = (44_100, 48_000, 32_000)
LAME_LEVELS = ((160, 0.95), (192, 0.97), (224, 0.98))
"""LAME turns what it encodes down to so much, up to so many kbps: by 0.45 dB for most.

Source: the presets of LAME 3.100, held to what comes out by a test.
"""
_ALL_FIELDS = 0x0F  # frames, bytes, table of contents and quality are present
_QUALITY_SCORE = 57  # as LAME says quality 3
_REVISION_1_CBR = 0x01
_MONO_ORIGINAL = 0xC4
_JOINT_STEREO_ORIGINAL = 0x44
_SYNC_MPEG1_LAYER3 = 0x7FFD  # 11 bits of sync, MPEG-1, layer III


def to_pcm(samples: Samples, channels: int = 1, gain: float = 1.0) -> bytes:
    """Signed 16-bit little-endian samples, full scale clipped; stereo left and right by turns.

    Mono samples are given to each of so many `channels`; all are multiplied with `gain`.
    """
    steps = samples * np.float32(FULL_SCALE * gain)
    np.rint(steps, out=steps)
    whole = np.clip(steps, -FULL_SCALE, FULL_SCALE, out=steps).astype("<i2")
    if channels == 1 or whole.ndim > 1:
        return whole.tobytes()
    each = np.empty((len(whole), channels), "<i2")
    for number in range(channels):
        each[:, number] = whole
    return each.tobytes()


def encode_mp3(
    blocks: Iterable[Samples], path: Path, *, rate_hz: int, bitrate_kbps: int, channels: int = 1
) -> int:
    """Write mono or stereo sound to `path` as constant-rate MP3; the number of samples that it holds.

    Stereo is joint stereo: what both channels share, such as all speech, is encoded once.

    Mono blocks are heard in both channels. The sound comes out as loud as it goes in.

    Silence of less than a frame is added at the end, so that the sound fills its frames: readers that
    count frames and readers that know what encoders add then tell durations 25 ms apart, never more.

    Raises:
        OSError: the file cannot be written.
    """
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(bitrate_kbps)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_out_sample_rate(rate_hz)
    encoder.set_channels(channels)
    encoder.set_quality(QUALITY)
    encoder.silence()
    info = _InfoFrame(rate_hz, bitrate_kbps, channels)
    gain = 1 / lame_level(bitrate_kbps)
    samples = 0
    with path.open("wb") as out:
        out.write(info.empty)
        head = out.tell()
        for block in blocks:
            samples += len(block)
            out.write(encoder.encode(to_pcm(block, channels, gain)))
        fill = -(samples + ENCODER_DELAY + DECODER_DELAY) % SAMPLES_PER_FRAME
        out.write(encoder.encode(to_pcm(np.zeros(fill * channels, np.float32))))
        out.write(encoder.flush())
    _fill_info(path, head, samples + fill, info)
    return samples + fill


def lame_level(bitrate_kbps: int) -> float:
    """What LAME multiplies every sample with before it encodes it."""
    return next((level for kbps, level in LAME_LEVELS if bitrate_kbps <= kbps), 1.0)


def frame_bytes(header: bytes) -> int:
    """Length of the MPEG-1 layer III frame that begins with these four bytes; 0 if none does."""
    word = int.from_bytes(header, "big") if len(header) == HEADER_BYTES else 0
    bitrate, rate = word >> 12 & 0xF, word >> 10 & 0x3
    if word >> 17 != _SYNC_MPEG1_LAYER3 or not 0 < bitrate < len(BITRATES_KBPS) or rate == len(RATES_HZ):
        return 0
    return 144 * BITRATES_KBPS[bitrate] * 1000 // RATES_HZ[rate] + (word >> 9 & 1)


def _starts(file: BinaryIO, head: int) -> Iterator[int]:
    """Where each frame begins, and after them the end of the last."""
    at = head
    yield at
    file.seek(at)
    while length := frame_bytes(header := file.read(HEADER_BYTES)):
        file.seek(length - len(header), os.SEEK_CUR)
        at += length
        yield at


def _fill_info(path: Path, head: int, samples: int, info: _InfoFrame) -> None:
    """Cut what follows the last frame that holds sound, and write the true header over its place."""
    frames = (samples + ENCODER_DELAY + DECODER_DELAY) // SAMPLES_PER_FRAME
    seen = {entry * frames // TOC_ENTRIES for entry in range(TOC_ENTRIES)} | {frames}
    with path.open("r+b") as file:
        walk = enumerate(islice(_starts(file, head), frames + 1))
        offsets = {number: at for number, at in walk if number in seen}
        file.truncate(offsets[frames])
        file.seek(0)
        file.write(info.filled(offsets, frames, samples))


@dataclass(frozen=True, slots=True)
class _InfoFrame:
    """The first frame: silence to a decoder, and what a player must know before the last frame."""

    rate_hz: int
    bitrate_kbps: int
    channels: int

    @property
    def header(self) -> bytes:
        """MPEG-1 layer III, no CRC, mono or joint stereo, original."""
        bitrate, rate = BITRATES_KBPS.index(self.bitrate_kbps), RATES_HZ.index(self.rate_hz)
        mode = _MONO_ORIGINAL if self.channels == 1 else _JOINT_STEREO_ORIGINAL
        return struct.pack(">I", 0xFFFB << 16 | bitrate << 12 | rate << 10 | mode)

    @property
    def empty(self) -> bytes:
        return self.header.ljust(frame_bytes(self.header), b"\0")

    def filled(self, offsets: Mapping[int, int], frames: int, samples: int) -> bytes:
        """The frame for a file of so many audio frames.

        `offsets` says where those begin that the table of contents names; that of `frames` is the end.
        """
        total = offsets[frames]
        toc = bytes(min(255, offsets[i * frames // TOC_ENTRIES] * 256 // total) for i in range(TOC_ENTRIES))
        info = (
            b"Info"
            + struct.pack(">III", _ALL_FIELDS, frames, total)
            + toc
            + struct.pack(">I", _QUALITY_SCORE)
        )
        side_info = bytes(MONO_SIDE_INFO_BYTES if self.channels == 1 else STEREO_SIDE_INFO_BYTES)
        body = self.header + side_info + info + self._lame_extension(frames, total, samples)
        return (body + struct.pack(">H", _crc16(body))).ljust(len(self.empty), b"\0")

    def _lame_extension(self, frames: int, total: int, samples: int) -> bytes:
        """Encoder, delay and padding. The music's own CRC stays 0: no player reads it."""
        padding = max(0, frames * SAMPLES_PER_FRAME - ENCODER_DELAY - samples)
        delays = (ENCODER_DELAY << 12 | min(padding, 0xFFF)).to_bytes(3, "big")
        method_and_gains = bytes([_REVISION_1_CBR]) + bytes(10)
        return (
            b"LAME3.100"
            + method_and_gains
            + bytes([self.bitrate_kbps & 0xFF])
            + delays
            + bytes(4)
            + struct.pack(">IH", total, 0)
        )


def _crc16(data: bytes) -> int:
    """CRC-16 (polynomial 0x8005, reflected), as the tag has it over its own bytes."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
