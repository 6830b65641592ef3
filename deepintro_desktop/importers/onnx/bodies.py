"""Operators that the standard defines by simpler ones are written out, so that all exporters look alike."""

import logging

from onnx import ModelProto, NodeProto, TensorProto, helper, inliner

from deepintro_desktop.importers.onnx import edit

_LOG = logging.getLogger(__name__)
_WRITTEN_OUT = ("Attention", "GroupNormalization", "RMSNormalization", "RotaryEmbedding", "Swish")
"""What older exporters never write as one node: there, relevance takes the way of the simpler operators."""


def with_bodies(network: ModelProto) -> ModelProto:
    """Return the network with compound operators written out; the same one where there are none.

    Where that is impossible the operators stay; the network can then be predicted and not explained.
    """
    used = {node.op_type for node in network.graph.node if node.domain in ("", "ai.onnx")}
    wanted = [("", name) for name in _WRITTEN_OUT if name in used]
    if not wanted:
        return network
    try:
        simpler = inliner.inline_selected_functions(network, wanted, inline_schema_functions=True)
        return _with_plain_casts(edit.infer(simpler))
    except Exception as error:  # whatever it dislikes, the network as it was remains
        _LOG.info("operators could not be written out: %s", edit.first_line(error))
        return network


def _with_plain_casts(network: ModelProto) -> ModelProto:
    """Let casts name their type instead of taking it from another value, on which they do not depend then."""
    graph = network.graph
    values = (*graph.value_info, *graph.input, *graph.output)
    types = {entry.name: entry.type.tensor_type.elem_type for entry in values}
    types.update((entry.name, entry.data_type) for entry in graph.initializer)
    for node in graph.node:
        if node.op_type == "CastLike":
            _name_type(node, types.get(node.input[1], TensorProto.FLOAT))
    return network


def _name_type(node: NodeProto, element: int) -> None:
    node.op_type = "Cast"
    del node.input[1:]
    del node.attribute[:]
    node.attribute.append(helper.make_attribute("to", element))
