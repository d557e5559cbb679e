import hashlib
import os
import threading

import pytest

from speakerine.engines import kokoro_model
from speakerine.engines.kokoro_model import (
    MODEL_FILE,
    MODEL_SHA256,
    PART_MODULES,
    PRODUCTS_FILE,
    PRODUCTS_SHA256,
    join_parts,
    model_bytes,
)
from speakerine.errors import ConfigError, EngineError


@pytest.fixture
def two_parts(tmp_path, monkeypatch):
    for name, content in (("speakerine_part_a", b"one"), ("speakerine_part_b", b"two")):
        folder = tmp_path / "site" / name
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
        (folder / "part.bin").write_bytes(content)
    monkeypatch.syspath_prepend(tmp_path / "site")
    return ("speakerine_part_a", "speakerine_part_b")


def test_parts_are_joined_in_order(two_parts):
    assert join_parts(two_parts, hashlib.sha256(b"onetwo").hexdigest()) == b"onetwo"


def test_another_hash_is_an_error_that_says_what_to_do(two_parts):
    with pytest.raises(EngineError, match=f"it should be {MODEL_SHA256}.*pip install 'speakerine"):
        join_parts(two_parts)


def test_a_missing_package_is_named():
    with pytest.raises(EngineError, match=r"no_such_part.*pip install 'speakerine\[neural\]'"):
        join_parts(("no_such_part",))


def test_the_cache_is_used_when_whole_and_made_anew_when_not(two_parts, tmp_path, monkeypatch):
    monkeypatch.setattr(kokoro_model, "MODEL_SHA256", hashlib.sha256(b"onetwo").hexdigest())
    monkeypatch.setattr(kokoro_model, "join_parts", lambda _modules: b"onetwo")
    path = tmp_path / "models" / MODEL_FILE
    assert model_bytes(tmp_path) == b"onetwo"
    assert path.read_bytes() == b"onetwo"
    path.write_bytes(b"onetw")
    assert model_bytes(tmp_path) == b"onetwo"
    assert path.read_bytes() == b"onetwo"
    monkeypatch.setattr(kokoro_model, "join_parts", None)
    assert model_bytes(tmp_path) == b"onetwo"
    assert [file.name for file in path.parent.iterdir()] == [MODEL_FILE]


def test_a_cache_that_cannot_be_written_only_costs_joining_again(tmp_path, monkeypatch):
    (tmp_path / "models").write_text("a file where the folder should be")
    monkeypatch.setattr(kokoro_model, "MODEL_SHA256", hashlib.sha256(b"onetwo").hexdigest())
    monkeypatch.setattr(kokoro_model, "join_parts", lambda _modules: b"onetwo")
    assert model_bytes(tmp_path) == b"onetwo"


def test_a_given_model_that_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match=r"mine\.onnx.*“model”"):
        kokoro_model.shared_session(tmp_path, str(tmp_path / "mine.onnx"), 1)


def test_a_given_model_that_is_none(tmp_path):
    pytest.importorskip("onnxruntime")
    (tmp_path / "mine.onnx").write_bytes(b"no model")
    with pytest.raises(EngineError, match="cannot be loaded"):
        kokoro_model.shared_session(tmp_path, str(tmp_path / "mine.onnx"), 1)


@pytest.mark.neural
def test_the_real_parts_are_the_official_file_and_a_damaged_cache_is_mended(tmp_path):
    pytest.importorskip("kokoro_onnx")
    path = tmp_path / "models" / MODEL_FILE
    path.parent.mkdir()
    path.write_bytes(b"damaged")
    model = model_bytes(tmp_path)
    assert hashlib.sha256(model).hexdigest() == MODEL_SHA256
    assert path.read_bytes() == model == join_parts(PART_MODULES)


def test_what_has_another_hash_is_used_and_not_kept(tmp_path):
    assert kokoro_model.kept(tmp_path / "model", "0" * 64, lambda: b"onetwo") == b"onetwo"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.neural
def test_the_quick_form_is_made_of_the_official_file_and_is_always_the_same(tmp_path, monkeypatch):
    pytest.importorskip("kokoro_onnx")
    monkeypatch.setattr(kokoro_model, "multiplies_exactly", lambda: True)
    model = kokoro_model.quick_model_bytes(tmp_path)
    assert hashlib.sha256(model).hexdigest() == PRODUCTS_SHA256
    assert [path.name for path in (tmp_path / "models").iterdir()] == [PRODUCTS_FILE]


@pytest.mark.neural
def test_a_processor_that_would_lose_bits_gets_the_model_as_it_comes(tmp_path, monkeypatch):
    pytest.importorskip("kokoro_onnx")
    monkeypatch.setattr(kokoro_model, "multiplies_exactly", lambda: False)
    assert hashlib.sha256(kokoro_model.quick_model_bytes(tmp_path)).hexdigest() == MODEL_SHA256


@pytest.mark.neural
def test_one_session_serves_every_thread(tmp_path):
    pytest.importorskip("kokoro_onnx")
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(kokoro_model.shared_session(tmp_path, "", 1)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(session) for session in found}) == 1
    assert [output.name for output in found[0].get_outputs()] == ["audio", kokoro_model.FRAMES_OUTPUT]


def test_what_a_killed_run_left_of_the_model_is_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(kokoro_model, "MODEL_SHA256", hashlib.sha256(b"onetwo").hexdigest())
    monkeypatch.setattr(kokoro_model, "join_parts", lambda _modules: b"onetwo")
    models = tmp_path / "models"
    models.mkdir()
    left, being_written = models / ".a.part", models / ".b.part"
    for half in (left, being_written):
        half.write_bytes(b"one")
    os.utime(left, (1, 1))
    model_bytes(tmp_path)
    assert {path.name for path in models.iterdir()} == {MODEL_FILE, being_written.name}
