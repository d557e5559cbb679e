"""The rules on a cover: what directories refuse in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.opened import file_size
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import APPLE_ARTWORK

if TYPE_CHECKING:
    from pathlib import Path

MIN_SIZE_PX, MAX_SIZE_PX = 1400, 3000
_ENDINGS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
_FORMATS = tuple(_ENDINGS)
_TAIL_BYTES = 64
_LAST_BYTES = {"JPEG": b"\xff\xd9", "PNG": b"IEND"}


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover's file. `fault` says why it cannot be read, or is ""."""

    name: str
    kind: str = ""
    mode: str = ""
    width_px: int = 0
    height_px: int = 0
    tail: bytes = b""
    fault: str = ""


def read_cover(path: Path) -> Cover:
    """What the file's head says of the picture, and its last bytes."""
    from PIL import Image

    name = path.name
    size, fault = file_size(path)
    if fault:
        return Cover(name, fault=f"{name} {fault}")
    try:
        with path.open("rb") as file, Image.open(file, formats=_FORMATS) as image:
            kind, mode, (width_px, height_px) = image.format or "", image.mode, image.size
            file.seek(max(0, size - _TAIL_BYTES))
            return Cover(name, kind, mode, width_px, height_px, file.read(_TAIL_BYTES))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        return Cover(name, fault=f"{name} is no JPEG or PNG that can be read ({error})")


COVER: Rulebook[Cover] = Rulebook(WRITE_FEED)
READABLE_COVER: Rulebook[Cover] = Rulebook(WRITE_FEED)


@READABLE_COVER.error("cover.readable", "a cover is a JPEG or PNG that can be read", APPLE_ARTWORK)
def _readable(cover: Cover) -> Faults:
    if cover.fault:
        yield cover.fault


@COVER.error("cover.square", "a cover is square", APPLE_ARTWORK)
def _square(cover: Cover) -> Faults:
    if cover.width_px != cover.height_px:
        yield f"{cover.name} is {cover.width_px} × {cover.height_px} pixels, and no square"


@COVER.error("cover.size", f"a cover has {MIN_SIZE_PX} to {MAX_SIZE_PX} pixels", APPLE_ARTWORK)
def _size(cover: Cover) -> Faults:
    if not MIN_SIZE_PX <= max(cover.width_px, cover.height_px) <= MAX_SIZE_PX:
        wanted = f"{MIN_SIZE_PX} to {MAX_SIZE_PX} are wanted"
        yield f"{cover.name} has {cover.width_px} × {cover.height_px} pixels, and {wanted}"


@COVER.error("cover.colours", "a cover is RGB, without transparency", APPLE_ARTWORK)
def _colours(cover: Cover) -> Faults:
    if cover.mode != "RGB":
        yield f"{cover.name} is in {cover.mode} colours, and RGB without transparency is wanted"


@COVER.error("cover.ending", "a cover's name ends as its format wants", APPLE_ARTWORK)
def _ending(cover: Cover) -> Faults:
    if not cover.name.lower().endswith(_ENDINGS.get(cover.kind, ())):
        yield f"{cover.name} is a {cover.kind}"


@COVER.error("cover.whole", "a cover is not cut short", APPLE_ARTWORK)
def _whole(cover: Cover) -> Faults:
    if _LAST_BYTES.get(cover.kind, b"") not in cover.tail:
        yield f"{cover.name} is cut short"
