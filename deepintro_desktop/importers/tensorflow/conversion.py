"""A flat graph without variables becomes an ONNX network; large weights never enter TensorFlow's tools."""

from collections.abc import Sequence

import numpy as np
from onnx import ModelProto, checker

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.tensorflow import folding
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow
from deepintro_desktop.importers.tensorflow.values import set_constant

OPSET = 17
_HINT = "Ask the network's author for an ONNX export of it."
_TRACES = ("_output_shapes", "_class", "_XlaMustCompile", "_noinline", "_has_manual_control_dependencies")


def onnx_of_graph(
    graph: Graph, inputs: Sequence[Ref], outputs: Sequence[Ref], weights: dict[str, np.ndarray]
) -> ModelProto:
    """Return the part of a graph between inputs and outputs as an ONNX network.

    ``graph`` is flat, holds only operators that were looked at, and is changed; ``weights`` are the values of
    placeholders in it. Inputs and outputs keep their names and, as in TensorFlow, their layout.

    Raises
    ------
    UnsupportedNetworkError
        All operators that have no ONNX form.
    """
    tensorflow()
    for node in list(graph.nodes.values()):
        _plain(graph, node)
    needed = graph.before(entry.node for entry in outputs)
    used = {name: value for name, value in weights.items() if name in needed}
    stubs = [f"{name}:0" for name in used]
    network = _converted(
        graph, [*(entry.text for entry in inputs), *stubs], [entry.text for entry in outputs]
    )
    _refuse_foreign(network)
    folding.fold(network, {f"{name}:0": value for name, value in used.items()})
    network.ir_version = min(network.ir_version, 10)
    return network


def _plain(graph: Graph, node: NodeDef) -> None:
    """Take away what only TensorFlow's own runtime reads, and write what the converter lacks otherwise."""
    for name in _TRACES:
        if name in node.attr:
            del node.attr[name]
    if node.op == "Erfc":
        _as_erf(graph, node)


def _as_erf(graph: Graph, node: NodeDef) -> None:
    """Write Erfc(x) as 1 - Erf(x)."""
    from tensorflow.python.framework import dtypes

    kind = node.attr["T"].type
    erf = graph.add("Erf", f"{node.name}/erf")
    erf.input.extend(node.input)
    one = f"{erf.name}/one"
    set_constant(graph, one, np.ones((), dtypes.as_dtype(kind).as_numpy_dtype))
    erf.attr["T"].type = kind
    node.op = "Sub"
    del node.input[:]
    node.input.extend([one, erf.name])


def _converted(graph: Graph, inputs: list[str], outputs: list[str]) -> ModelProto:
    import tf2onnx.convert

    with quiet():
        try:
            network, _ = tf2onnx.convert.from_graph_def(
                graph.message(), input_names=inputs, output_names=outputs, opset=OPSET
            )
        except Exception as error:  # its own errors have no common family
            raise UnsupportedNetworkError(
                "The network cannot be converted.",
                f"The converter says: {edit.first_line(error)}.",
                _HINT,
            ) from error
    return network


def _refuse_foreign(network: ModelProto) -> None:
    """Raise for everything that is not an operator of the standard: the converter leaves such nodes in."""
    from onnx import defs

    foreign = set()
    for node in network.graph.node:
        if node.domain not in ("", "ai.onnx") or not defs.has(node.op_type, max_inclusive_version=OPSET):
            foreign.add(node.op_type)
    if foreign:
        raise UnsupportedNetworkError(
            "The network uses TensorFlow operators that have no ONNX form.",
            f"They are: {', '.join(sorted(foreign))}.",
            _HINT,
            operators=tuple(sorted(foreign)),
        )
    try:
        checker.check_model(edit.hollow(network))
    except Exception as error:
        raise UnsupportedNetworkError(
            "The network cannot be converted.",
            f"What the converter made is not valid: {edit.first_line(error)}.",
            _HINT,
        ) from error
