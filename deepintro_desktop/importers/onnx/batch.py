"""Networks that were exported for a fixed number of pictures learn to take any number."""

import numpy as np
from onnx import ModelProto, numpy_helper

from deepintro_desktop.importers.onnx import edit

BATCH = "batch"


def free_batch(network: ModelProto, input_name: str, batch: int) -> ModelProto:
    """Return the network with a free batch size; ``network`` has fixed sizes, first of them ``batch``.

    Constant targets of Reshape lose the batch that was baked into them. Whether that was enough, only running the
    network with another batch size can tell.
    """
    network = edit.infer(network)
    graph, shapes, stored = network.graph, edit.known_shapes(network), edit.constants(network.graph)
    for node in list(graph.node):
        if node.op_type != "Reshape" or len(node.input) < 2 or node.input[1] not in stored:
            continue
        target = edit.array(stored[node.input[1]]).astype(np.int64).reshape(-1)
        source = shapes.get(node.input[0])
        freed = _freed(target, source[0] if source else None, batch)
        if freed is not None and not edit.attribute(node, "allowzero", 0):
            name = edit.fresh(graph, f"{node.output[0]}/shape")
            graph.initializer.append(numpy_helper.from_array(freed, name))
            node.input[1] = name
    return with_free_input(network, input_name)


def _freed(target: np.ndarray, first: int | None, batch: int) -> np.ndarray | None:
    if not target.size or target[0] < 1:
        return None
    freed = target.copy()
    if first == batch == target[0]:
        freed[0] = 0
    elif -1 not in target and target[0] % batch == 0:
        freed[0] = -1
    else:
        return None
    return freed


def with_free_input(network: ModelProto, input_name: str) -> ModelProto:
    """Return the network with the first size of its input free, and all shapes inferred anew."""
    graph = network.graph
    for value in graph.input:
        if value.name == input_name:
            edit.set_shape(value, (BATCH, *(edit.shape_of(value) or [None])[1:]))
    for value in graph.output:
        value.type.tensor_type.ClearField("shape")
    return edit.infer(network)
