"""Whether relevance can be computed for a network, and whether our graph answers like the original."""

import numpy as np
from onnx import ModelProto

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.importers.parity import Difference


def check_explainable(
    network: ModelProto, probes: np.ndarray, expected: np.ndarray
) -> tuple[tuple[str, ...], Difference | None]:
    """Return why the network cannot be explained (empty: it can), and how far our graph is from ``expected``.

    ``probes`` float32 [N, C, H, W], ``expected`` float32 [N, classes].
    """
    import torch

    from deepintro_desktop.engine.graph.canonicalise import canonicalise
    from deepintro_desktop.engine.graph.graph import ExplainableGraph
    from deepintro_desktop.engine.graph.scan import unsupported_operators
    from deepintro_desktop.engine.relevance.checks import explainable

    unknown = unsupported_operators(network)
    if unknown:
        return tuple(f"The operator {entry.text} cannot be explained." for entry in unknown), None
    try:
        graph, _ = canonicalise(ExplainableGraph.from_onnx(network))
        pictures = torch.from_numpy(probes)
        size = 1 if network.graph.input[0].type.tensor_type.shape.dim[0].dim_value == 1 else len(probes)
        with torch.no_grad():
            logits = torch.cat([graph.logits(some) for some in pictures.split(size)]).numpy()
        reasons = tuple(explainable(graph))
    except DeepIntroError as error:
        return (error.message,), None
    return reasons, Difference.between(expected, logits)
