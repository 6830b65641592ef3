"""The layers of a network whose representation can be matched, and the part of the network up to one."""

from dataclasses import replace

import torch

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.engine.graph import dataflow
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node, Primitive

_USUAL_DEPTH = 0.6
_SETTLING = frozenset({Primitive.IDENTITY, Primitive.NORMALISE})
_JOINING = frozenset({"Concat"})


def layers_of(graph: ExplainableGraph) -> tuple[Layer, ...]:
    """Return the layers from the picture to the logits, each where its values are final.

    A convolution that an activation follows is no layer of its own; what only moves values is none either.
    """
    with torch.no_grad():
        values = graph.run(torch.zeros(1, *graph.input_shape, device=graph.device), keep="all")
    return tuple(
        Layer(name, node.operator, tuple(values[name].shape[1:]), _stride(graph, tuple(values[name].shape)))
        for node in graph.nodes
        for name in node.outputs[:1]
        if name in graph.active and values[name].shape[0] == 1 and values[name].numel() > 1
        if _is_layer(graph, node)
    )


def find_layer(layers: tuple[Layer, ...], name: str) -> Layer:
    """Return the layer of that name, or the usual one when the name is empty.

    Raises ``WrongRequestError`` for a name that is no layer.
    """
    if not name:
        return usual_layer(layers)
    for layer in layers:
        if layer.name == name:
            return layer
    raise WrongRequestError(
        f"The network has no layer {name}.",
        "",
        f"Its layers are: {', '.join(layer.name for layer in layers)}.",
    )


def usual_layer(layers: tuple[Layer, ...]) -> Layer:
    """Return a layer in the middle, where parts of things are seen and places are still known."""
    spatial = [layer for layer in layers if layer.is_spatial] or list(layers)
    return spatial[min(int(len(spatial) * _USUAL_DEPTH), len(spatial) - 1)]


def up_to(graph: ExplainableGraph, layer: Layer) -> ExplainableGraph:
    """Return the part of the network that the layer needs; its output is the layer."""
    return replace(graph, nodes=dataflow.needed(graph.nodes, layer.name), output_name=layer.name)


def _is_layer(graph: ExplainableGraph, node: Node) -> bool:
    primitive = dataflow.operator_of(node).primitive
    if node.outputs[0] == graph.output_name:
        return True
    if primitive is Primitive.STRUCTURAL:
        return node.operator in _JOINING
    return not (primitive in (Primitive.LINEAR, Primitive.SUM) and _settles_later(graph, node))


def _settles_later(graph: ExplainableGraph, node: Node) -> bool:
    """Whether the only use of a value is an activation or a normalisation."""
    consumers = graph.consumers.get(node.outputs[0], ())
    return len(consumers) == 1 and dataflow.operator_of(consumers[0]).primitive in _SETTLING


def _stride(graph: ExplainableGraph, shape: tuple[int, ...]) -> int:
    height = graph.input_shape[-2] if len(graph.input_shape) > 1 else 1
    return max(1, round(height / shape[2])) if len(shape) == 4 else height
