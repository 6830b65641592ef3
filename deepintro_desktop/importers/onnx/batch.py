"""Networks that were exported for a fixed number of pictures learn to take any number."""

from onnx import ModelProto

from deepintro_desktop.importers.onnx import edit

BATCH = "batch"


def free_batch(network: ModelProto, input_name: str) -> ModelProto:
    """Return a copy of a network with fixed sizes whose batch is free, all shapes inferred anew.

    Whether nothing of the old batch is left, only running it with another batch size can tell.
    """
    from deepintro_desktop.engine.graph.free_batch import free_batch as freed

    return with_free_input(freed(network), input_name)


def with_free_input(network: ModelProto, input_name: str) -> ModelProto:
    """Return the network with the first size of its input free, and all shapes inferred anew."""
    graph = network.graph
    for value in graph.input:
        if value.name == input_name:
            edit.set_shape(value, (BATCH, *(edit.shape_of(value) or [None])[1:]))
    for value in graph.output:
        value.type.tensor_type.ClearField("shape")
    edit.prune(graph, [input_name])
    return edit.infer(network)
