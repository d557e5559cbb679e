import sys

import pytest

from tests.engines.shelf import kokoro_voice

pytestmark = pytest.mark.neural


def test_speaking_leaves_the_arithmetic_of_the_program_as_it_was(tmp_path):
    """onnxruntime can switch denormal numbers off in the thread that calls it, for good."""
    pytest.importorskip("kokoro_onnx")
    from speakerine.engines.base import get_engine

    voice = kokoro_voice()
    get_engine(voice).speak("Bonjour.", voice)
    assert sys.float_info.min / 2 > 0
