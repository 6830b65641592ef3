"""Whether relevance can be computed for a network, and whether our graph answers like the original."""

from dataclasses import dataclass

import numpy as np
from onnx import ModelProto

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.parameters import DEFAULT_METHOD
from deepintro_desktop.importers.parity import Difference


@dataclass(frozen=True, slots=True)
class Explainability:
    """Why a network cannot be explained (empty: it can), and with what it usually is.

    ``difference`` is how far our graph is from the expected logits; None where there is no graph.
    """

    reasons: tuple[str, ...]
    difference: Difference | None = None
    usual_method: str = DEFAULT_METHOD


def check_explainable(network: ModelProto, probes: np.ndarray, expected: np.ndarray) -> Explainability:
    """Return what relevance can be computed for a network.

    ``probes`` float32 [N, C, H, W], ``expected`` float32 [N, classes].
    """
    import torch

    from deepintro_desktop.engine.graph.canonicalise import canonicalise
    from deepintro_desktop.engine.graph.graph import ExplainableGraph
    from deepintro_desktop.engine.graph.scan import unsupported_operators
    from deepintro_desktop.engine.relevance.checks import explainable
    from deepintro_desktop.engine.relevance.composites import default_composite_for

    unknown = unsupported_operators(network)
    if unknown:
        return Explainability(tuple(f"The operator {entry.text} cannot be explained." for entry in unknown))
    try:
        graph, _ = canonicalise(ExplainableGraph.from_onnx(network))
        pictures = torch.from_numpy(probes)
        size = 1 if network.graph.input[0].type.tensor_type.shape.dim[0].dim_value == 1 else len(probes)
        with torch.no_grad():
            logits = torch.cat([graph.logits(some) for some in pictures.split(size)]).numpy()
        reasons = tuple(explainable(graph))
    except DeepIntroError as error:
        return Explainability((error.message,))
    return Explainability(reasons, Difference.between(expected, logits), default_composite_for(graph).name)
