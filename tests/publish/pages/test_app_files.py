import json
import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from PIL import Image

from speakerine.errors import ConfigError
from speakerine.publish.covers.palette import palette_for
from speakerine.publish.pages.app_files import app_files, icons, render_manifest, render_palette
from speakerine.publish.pages.qr import render_qr
from speakerine.settings import Show
from tests.publish.conftest import BASE, COVER
from tests.publish.strategies import hostile_shows, law


@pytest.fixture(scope="module")
def shared() -> dict[str, bytes]:
    return app_files(Show(title="Les Embruns"), COVER, BASE)


def drawn(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def version(files: dict[str, bytes]) -> str:
    found = re.search(r"\{ASSETS\}([0-9a-f]+)`", files["sw.js"].decode())
    assert found
    return found[1]


def test_the_palette_is_the_show_s(show: Show) -> None:
    palette = palette_for(show.title)
    assert f"--ground: {palette.ground};\n" in render_palette(show)
    assert f"--bright: {palette.bright};\n" in render_palette(show)


def test_scripts_and_styles_are_among_them(shared: dict[str, bytes]) -> None:
    names = (
        "style.css",
        "show.css",
        "page.js",
        "search.js",
        "BricolageGrotesque-ExtraBold.woff2",
        "palette.css",
    )
    assert all(shared[f"assets/{name}"] for name in names)


def test_the_qr_code_is_that_of_the_feed(shared: dict[str, bytes]) -> None:
    assert shared["assets/qr.svg"] == render_qr(BASE + "feed.xml")


@pytest.mark.parametrize(
    ("name", "size_px"), [("icon-192.png", 192), ("icon-512.png", 512), ("icon-maskable.png", 512)]
)
def test_icons_are_square(shared: dict[str, bytes], name: str, size_px: int) -> None:
    assert drawn(shared[f"assets/{name}"]).size == (size_px, size_px)


def test_an_icon_that_is_cut_loses_nothing_of_the_cover() -> None:
    cover = Image.new("RGB", (600, 600), "#102030")
    cover.paste("#f0e0d0", (20, 20, 580, 580))
    jpeg = BytesIO()
    cover.save(jpeg, "JPEG", quality=95)
    icon = drawn(icons(jpeg.getvalue())["assets/icon-maskable.png"])
    assert icon.getpixel((4, 4)) == pytest.approx((16, 32, 48), abs=6)
    assert icon.getpixel((256, 256)) == pytest.approx((240, 224, 208), abs=6)


def test_the_manifest_makes_it_installable(show: Show) -> None:
    manifest: dict[str, Any] = json.loads(render_manifest(show))
    assert (manifest["name"], manifest["lang"]) == ("À voix haute : l’été", "fr")
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == (
        "./index.html",
        "./",
        "standalone",
    )
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


def test_the_manifest_s_icons_are_there(shared: dict[str, bytes]) -> None:
    manifest = json.loads(shared["manifest.webmanifest"])
    assert all(icon["src"] in shared for icon in manifest["icons"])


@law
@given(hostile_shows)
def test_a_manifest_is_made_of_any_show(show: Show) -> None:
    manifest = json.loads(render_manifest(show))
    assert manifest["name"]
    assert len(manifest["short_name"]) <= 24


def test_the_service_worker_keeps_what_pages_share(shared: dict[str, bytes]) -> None:
    kept = re.search(r"SHELL = (\[.*?\])", shared["sw.js"].decode())
    assert kept
    paths = set(json.loads(kept[1]))
    assert {"assets/style.css", "assets/cover.jpg", "manifest.webmanifest"} <= paths
    assert paths - {"assets/cover.jpg"} <= set(shared)
    assert "sw.js" not in paths


def test_the_service_worker_changes_with_what_it_keeps(shared: dict[str, bytes]) -> None:
    show = Show(title="Les Embruns")
    assert version(app_files(show, COVER, BASE)) == version(shared)
    assert version(app_files(replace(show, description="Autre."), COVER, BASE)) != version(shared)
    assert version(app_files(show, COVER, "https://ailleurs.fr/")) != version(shared)


def test_the_service_worker_is_small(shared: dict[str, bytes]) -> None:
    assert len(shared["sw.js"].splitlines()) < 120


def test_a_wrong_address_is_told() -> None:
    with pytest.raises(ConfigError, match="is not a web address"):
        app_files(Show(), COVER, "exemple.fr")
