"""Convolutions as products: onnxruntime runs both, and they are held against each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("kokoro_onnx")

import onnxruntime
from onnx import TensorProto, helper, load_model_from_string, numpy_helper

from speakerine.engines.kokoro_products import multiplies_exactly, with_products

SHAPES = st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 7))
"""Channels out, channels in, moments."""


def convolving(weights, weights_zero=128, **asked):
    """A model of one convolution: sound and zero in, sums out."""
    made = helper.make_graph(
        [helper.make_node("ConvInteger", ["sound", "weights", "zero", "weights_zero"], ["sums"], **asked)],
        "one convolution",
        [
            helper.make_tensor_value_info("sound", TensorProto.UINT8, [1, weights.shape[1], None]),
            helper.make_tensor_value_info("zero", TensorProto.UINT8, []),
        ],
        [helper.make_tensor_value_info("sums", TensorProto.INT32, None)],
        [
            numpy_helper.from_array(weights, "weights"),
            numpy_helper.from_array(np.uint8(weights_zero), "weights_zero"),
        ],
    )
    opsets = [helper.make_opsetid("", 20)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9).SerializeToString()


def sums(model, sound, zero):
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return session.run(None, {"sound": sound, "zero": np.array(zero, np.uint8)})[0]


def kinds(model):
    return {node.op_type for node in load_model_from_string(model).graph.node}


@pytest.mark.skipif(not multiplies_exactly(), reason="products lose bits on this processor, and are not used")
@given(SHAPES, st.integers(1, 5), st.integers(0, 9), st.integers(0, 30), st.integers(0, 2**32))
def test_the_sums_are_the_same_to_the_last_bit(shape, dilation, pad, more, seed):
    draw = np.random.default_rng(seed)
    weights = draw.integers(0, 256, shape, np.uint8)
    zero, weights_zero = draw.integers(0, 256, 2)
    sound = draw.integers(0, 256, (1, shape[1], 1 + (shape[2] - 1) * dilation + more), np.uint8)
    model = convolving(weights, weights_zero, dilations=[dilation], pads=[pad, pad // 2])
    again = with_products(model)
    assert "ConvInteger" not in kinds(again)
    np.testing.assert_array_equal(sums(again, sound, zero), sums(model, sound, zero))


@pytest.mark.parametrize(
    "model",
    [
        convolving(np.zeros((4, 2, 3), np.uint8), strides=[2]),
        convolving(np.zeros((4, 1, 3), np.uint8), group=2),
        convolving(np.zeros((4, 2, 3), np.uint8), auto_pad="SAME_UPPER"),
        convolving(np.zeros((4, 2, 3, 3), np.uint8)),
        convolving(np.zeros((4, 2, 3), np.int8)),
    ],
    ids=["by two", "in groups", "padded by itself", "of a plane", "of signed weights"],
)
def test_other_convolutions_stay(model):
    assert kinds(with_products(model)) == {"ConvInteger"}


def test_what_is_not_used_any_more_goes():
    graph = load_model_from_string(with_products(convolving(np.zeros((4, 2, 3), np.uint8)))).graph
    used = {name for node in graph.node for name in node.input}
    assert {tensor.name for tensor in graph.initializer} <= used
