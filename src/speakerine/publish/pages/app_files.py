"""What all pages share, and what makes an app of them: colours, scripts, icons, manifest, service worker."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

from speakerine.publish.addresses import ASSETS, FEED, INDEX, base_address
from speakerine.publish.covers.palette import palette_for
from speakerine.publish.feed.item import UNTITLED
from speakerine.publish.pages.frame import COVER_SMALL, FONT, environment
from speakerine.publish.pages.qr import render_qr
from speakerine.publish.plain import cut, one_line

if TYPE_CHECKING:
    from PIL.Image import Image

    from speakerine.settings import Show

MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"
PALETTE = f"{ASSETS}/palette.css"
QR = f"{ASSETS}/qr.svg"
ICON = f"{ASSETS}/icon-192.png"
ICON_LARGE = f"{ASSETS}/icon-512.png"
ICON_MASKABLE = f"{ASSETS}/icon-maskable.png"

_ICON_PX = 192
_ICON_LARGE_PX = 512
"""Source: web.dev, what it takes to be installable: one of 192 and one of 512 pixels."""

_SAFE_PART = 0.62
"""Of a maskable icon's side; little more than the square in its safe circle, whose radius is two fifths.

Source: W3C Web App Manifest, maskable purpose. A cover's corners may be cut, its words are further in.
"""

_COLOURS = 128
"""Of an icon: enough for a drawn cover, and a photograph stays under 100 kB."""

_SHORT_NAME = 24
_VERSION_DIGITS = 16


def app_files(show: Show, cover_jpeg: bytes, base_url: str = "") -> dict[str, bytes]:
    """Return the files that all pages share, by their paths from the root of the site.

    `cover_jpeg` is the show's cover, of any size; its small copy, assets/cover.jpg, is not among them.

    Raises:
        ConfigError: `base_url` is no web address.
    """
    shared = {
        **_kept_files(),
        PALETTE: render_palette(show).encode(),
        QR: render_qr(base_address(base_url) + FEED),
        **icons(cover_jpeg),
        MANIFEST: render_manifest(show).encode(errors="replace"),
    }
    version = _version([*shared.values(), cover_jpeg])
    kept = {*shared, COVER_SMALL} - {ICON_LARGE, ICON_MASKABLE}
    return shared | {WORKER: render_worker(sorted(kept), version).encode()}


def render_palette(show: Show) -> str:
    """Return the style sheet of the show's own colours."""
    palette = palette_for(show.title)
    names = ("ground", "ink", "spark", "deep", "bright")
    return ":root {\n" + "".join(f"  --{name}: {getattr(palette, name)};\n" for name in names) + "}\n"


def render_manifest(show: Show) -> str:
    """Return what a browser asks for to install the page. Source: W3C Web App Manifest."""
    title, palette = one_line(show.title) or UNTITLED, palette_for(show.title)
    sizes = (
        (ICON, _ICON_PX, "any"),
        (ICON_LARGE, _ICON_LARGE_PX, "any"),
        (ICON_MASKABLE, _ICON_LARGE_PX, "maskable"),
    )
    manifest = {
        "id": "./",
        "name": title,
        "short_name": cut(title, _SHORT_NAME),
        "description": one_line(show.description),
        "lang": "fr",
        "dir": "ltr",
        "start_url": f"./{INDEX}",
        "scope": "./",
        "display": "standalone",
        "background_color": palette.ground,
        "theme_color": palette.ground,
        "categories": ["news", "podcasts"],
        "icons": [
            {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for path, size, purpose in sizes
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def render_worker(shell: list[str], version: str) -> str:
    """Return the service worker that keeps the files of `shell`, paths from the root of the site."""
    return environment().get_template(WORKER).render(shell=shell, version=version)


def icons(cover_jpeg: bytes) -> dict[str, bytes]:
    """Return the cover as icons, in PNG."""
    from PIL import Image

    with Image.open(BytesIO(cover_jpeg)) as image:
        image.draft("RGB", (_ICON_LARGE_PX, _ICON_LARGE_PX))  # decodes no more than is needed
        cover = image.convert("RGB")
    return {
        ICON: _png(_resized(cover, _ICON_PX)),
        ICON_LARGE: _png(_resized(cover, _ICON_LARGE_PX)),
        ICON_MASKABLE: _png(_maskable(cover)),
    }


def _maskable(cover: Image) -> Image:
    """Return the cover with room around it, in the colour of its corner."""
    from PIL import Image

    side = round(_ICON_LARGE_PX * _SAFE_PART)
    edge = (_ICON_LARGE_PX - side) // 2
    ground = Image.new("RGB", (_ICON_LARGE_PX, _ICON_LARGE_PX), cover.getpixel((0, 0)))
    ground.paste(_resized(cover, side), (edge, edge))
    return ground


def _resized(image: Image, size_px: int) -> Image:
    from PIL.Image import Resampling

    return image.resize((size_px, size_px), Resampling.LANCZOS)


def _png(image: Image) -> bytes:
    buffer = BytesIO()
    image.quantize(_COLOURS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _kept_files() -> dict[str, bytes]:
    """Return the style sheets, scripts and font that come with speakerine."""
    data = files("speakerine.publish") / "data"
    own = {f"{ASSETS}/{file.name}": file.read_bytes() for file in (data / ASSETS).iterdir() if file.is_file()}
    return {**dict(sorted(own.items())), FONT: (data / FONT.replace(ASSETS, "fonts", 1)).read_bytes()}


def _version(contents: list[bytes]) -> str:
    hashed = hashlib.sha256()
    for content in contents:
        hashed.update(len(content).to_bytes(8, "big") + content)
    return hashed.hexdigest()[:_VERSION_DIGITS]
