import shutil

import numpy as np
import pytest

from speakerine.config import shipped_voices
from speakerine.engines import kokoro_styles
from speakerine.engines.base import readiness
from speakerine.engines.kokoro_styles import read_style, styles_digest
from speakerine.errors import ConfigError
from tests.engines.shelf import kokoro_voice

SHARED = shipped_voices() / "kokoro-styles"


def style(name):
    return np.fromfile(SHARED / f"{name}.bin", "<f4").reshape(510, 1, 256)


def test_a_style_is_the_weighted_sum_of_its_files():
    mixed = read_style(kokoro_voice(), {"ff_siwis": 0.7, "ef_dora": 0.3})
    assert mixed.dtype == np.float32
    np.testing.assert_allclose(mixed, 0.7 * style("ff_siwis") + 0.3 * style("ef_dora"), atol=1e-5)


def test_the_voice_s_own_file_wins_and_one_elsewhere_is_found(tmp_path):
    own = kokoro_voice(folder=tmp_path / "mine")
    np.testing.assert_array_equal(read_style(own, {"ff_siwis": 1.0}), style("ff_siwis"))
    own.folder.mkdir()
    (own.folder / "ff_siwis.bin").write_bytes(np.zeros(510 * 256, "<f4").tobytes())
    assert not read_style(own, {"ff_siwis": 1.0}).any()
    assert styles_digest(own, {"ff_siwis": 1.0}) != styles_digest(kokoro_voice(), {"ff_siwis": 1.0})


def test_a_missing_style_names_the_nearest():
    with pytest.raises(ConfigError, match=r"“ff_siwi”.*“ff_siwis”"):
        read_style(kokoro_voice(), {"ff_siwi": 1.0})


def test_a_file_of_another_size(tmp_path):
    (tmp_path / "short.bin").write_bytes(b"1234")
    with pytest.raises(ConfigError, match=r"short\.bin is not a Kokoro style"):
        read_style(kokoro_voice(folder=tmp_path), {"short": 1.0})


@pytest.mark.parametrize("weights", [{"ff_siwis": 0.7}, {"ff_siwis": "much"}, {}, {"ff_siwis": True}])
def test_weights_add_up_to_one(weights):
    with pytest.raises(ConfigError, match="add up to 1"):
        readiness(kokoro_voice({"styles": weights}))


def test_a_style_that_ships_is_held_to_its_hash(tmp_path, monkeypatch):
    shipped = tmp_path / "kokoro-styles"
    shutil.copytree(SHARED, shipped)
    monkeypatch.setattr(kokoro_styles, "_shipped", lambda: (shipped,))
    voice = kokoro_voice(folder=tmp_path / "voices" / "mine")
    assert read_style(voice, {"im_nicola": 1.0}).any()
    content = bytearray((shipped / "im_nicola.bin").read_bytes())
    content[4000] ^= 1
    (shipped / "im_nicola.bin").write_bytes(content)
    with pytest.raises(ConfigError, match=r"im_nicola\.bin is damaged.*Install speakerine again"):
        read_style(voice, {"im_nicola": 1.0})


def test_every_style_that_ships_has_its_hash():
    assert {path.stem for path in SHARED.glob("*.bin")} == set(kokoro_styles.SHA256)


def test_a_style_of_one_s_own_that_is_not_made_of_numbers(tmp_path):
    (tmp_path / "mine.bin").write_bytes(np.full(510 * 256, np.nan, "<f4").tobytes())
    with pytest.raises(ConfigError, match=r"mine\.bin is not a Kokoro style: some of it is no number"):
        read_style(kokoro_voice(folder=tmp_path), {"mine": 1.0})
