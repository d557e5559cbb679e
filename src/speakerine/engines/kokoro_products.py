"""The model's convolutions, written as products of matrices.

A convolution of integers sums, for each moment, the weighted moments around it. With those moments side by
side in one row, it is a product of two matrices: the same sums, to the last bit. onnxruntime multiplies bytes
by signed bytes with the processor's own instructions for that (VNNI, AMX), which it has not for convolutions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from onnx import NodeProto, TensorProto

_SIGN = 128
"""From a byte down to the signed byte that means the same weight; its zero point moves with it."""

_TO_THE_END = 2**62
"""Source: ONNX, operator Slice: an end beyond the end is the end."""

_LINE = 3
"""Dimensions of weights along one line: channels out, channels in, moments."""

_USUAL = {"group": 1, "strides": [1], "auto_pad": b"NOTSET"}

_TRIED = (64, 512, 64)
"""Rows, sums and columns of the product that is tried, about those of the model's small convolutions."""


@dataclass(frozen=True, slots=True)
class _Convolution:
    """One that moves by one along one line, its tensors by name; `weights` by channels out, in, moments."""

    sound: str
    zero: str
    sums: str
    weights: NDArray[np.uint8]
    weights_zero: NDArray[np.uint8]
    dilation: int
    pads: tuple[int, int]


def with_products(model: bytes) -> bytes:
    """Return the ONNX model with its convolutions of bytes as products; what it gives is the same.

    The same model gives the same bytes.
    """
    import onnx

    read = onnx.load_model_from_string(model)
    graph = read.graph
    constants = {tensor.name: tensor for tensor in graph.initializer}
    nodes: list[NodeProto] = []
    for node in graph.node:
        convolution = _convolution(node, constants)
        if convolution is None:
            nodes.append(node)
        else:
            product, needed = _product(convolution)
            nodes += product
            constants |= {tensor.name: tensor for tensor in needed}
    used = {name for node in nodes for name in node.input}
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(tensor for name, tensor in constants.items() if name in used)
    written: bytes = read.SerializeToString(deterministic=True)
    return written


@lru_cache(maxsize=1)
def multiplies_exactly() -> bool:
    """Return whether onnxruntime multiplies bytes by signed bytes on this processor without losing a bit.

    With AVX2 and without VNNI it adds pairs of products in sixteen bits, which hold less.
    Source: onnxruntime, session option "session.x64quantprecision".
    """
    import numpy as np
    import onnxruntime

    rows, sums, columns = _TRIED
    draw = np.random.default_rng(0)
    left = draw.choice(np.array([0, 1, 254, 255], np.uint8), (rows, sums))
    right = draw.choice(np.array([-128, -127, 126, 127], np.int8), (sums, columns))
    session = onnxruntime.InferenceSession(_one_product(right), providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {"left": left})
    return np.array_equal(found, left.astype(np.int32) @ right.astype(np.int32))


def _convolution(node: NodeProto, constants: Mapping[str, TensorProto]) -> _Convolution | None:
    """Return what the node convolves; None where it is none of these."""
    import numpy as np
    from onnx import helper, numpy_helper

    match node.op_type, tuple(node.input):
        case "ConvInteger", (sound, weights, zero, weights_zero) if {weights, weights_zero} <= {*constants}:
            pass
        case _:
            return None
    asked = {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}
    by, at = (numpy_helper.to_array(constants[name]) for name in (weights, weights_zero))
    if by.ndim != _LINE or by.dtype != np.uint8 or at.size != 1:
        return None
    if (
        asked.get("group", 1) != 1
        or asked.get("strides", [1]) != [1]
        or asked.get("auto_pad", b"NOTSET") != b"NOTSET"
    ):
        return None
    (dilation,), (before, after) = asked.get("dilations", [1]), asked.get("pads", [0, 0])
    return _Convolution(sound, zero, node.output[0], by, at, dilation, (before, after))


def _product(of: _Convolution) -> tuple[list[NodeProto], list[TensorProto]]:
    """Return the nodes that give the same sums, and the constants that they need."""
    import numpy as np
    from onnx import helper, numpy_helper

    needed: list[TensorProto] = []
    nodes: list[NodeProto] = []

    def constant(name: str, values: NDArray[np.int64] | NDArray[np.int8]) -> str:
        needed.append(numpy_helper.from_array(np.ascontiguousarray(values), f"{of.sums}/{name}"))
        return needed[-1].name

    def node(kind: str, inputs: list[str], name: str, **asked: Any) -> str:
        nodes.append(helper.make_node(kind, inputs, [f"{of.sums}/{name}"], **asked))
        return f"{of.sums}/{name}"

    channels_out, channels_in, moments = of.weights.shape
    before, after = of.pads
    rows = node("Transpose", [of.sound], "rows", perm=[0, 2, 1])
    rows = node("Pad", [rows, constant("pads", np.array([0, before, 0, 0, after, 0])), of.zero], "padded")
    axis = constant("axis", np.array([1]))
    beside = []
    for moment in range(moments):
        first, left = moment * of.dilation, (moments - 1 - moment) * of.dilation
        cut = (
            constant(f"from/{moment}", np.array([first])),
            constant(f"to/{moment}", np.array([-left or _TO_THE_END])),
        )
        beside.append(node("Slice", [rows, *cut, axis], f"moment/{moment}"))
    rows = node("Concat", beside, "beside", axis=2)
    signed = (of.weights.astype(np.int16) - _SIGN).astype(np.int8)
    columns = signed.transpose(2, 1, 0).reshape(moments * channels_in, channels_out)
    zero = (of.weights_zero.astype(np.int16) - _SIGN).astype(np.int8)
    factors = [rows, constant("weights", columns), of.zero, constant("zero", zero.reshape(()))]
    product = node("MatMulInteger", factors, "product")
    nodes.append(helper.make_node("Transpose", [product], [of.sums], perm=[0, 2, 1]))
    return nodes, needed


def _one_product(right: NDArray[np.int8]) -> bytes:
    """Return a model that multiplies its input, bytes, by that constant."""
    from onnx import TensorProto, helper, numpy_helper

    inner, columns = right.shape
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["left", "right"], ["product"])],
        "one product",
        [helper.make_tensor_value_info("left", TensorProto.UINT8, [None, inner])],
        [helper.make_tensor_value_info("product", TensorProto.INT32, [None, columns])],
        [numpy_helper.from_array(right, "right")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    written: bytes = model.SerializeToString()
    return written
