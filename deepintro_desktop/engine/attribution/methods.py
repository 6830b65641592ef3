"""One entry for every attribution method that ``core.parameters.METHOD_LABELS`` names."""

import time
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from deepintro_desktop.core.errors import ExplanationRefusedError, WrongRequestError
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.results import Ledger
from deepintro_desktop.engine.attribution.gradient import gradient_x_input, sensitivity
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import PreparedComposite, composite, propagate
from deepintro_desktop.engine.relevance.bounds import Bounds

_GRADIENT_METHODS = ("gradient-x-input", "sensitivity")


@dataclass(frozen=True, slots=True, eq=False)
class AttributionResult:
    """A map over pixels, float32 [H, W], channels summed; for relevance methods the ledger."""

    values_hw: NDArray[np.float32]
    ledger: Ledger | None
    seconds: float


def attribute(
    graph: ExplainableGraph,
    x: torch.Tensor | NDArray[np.floating],
    target_index: int,
    method: str,
    report: Report = SILENT,
    *,
    prepared: PreparedComposite | None = None,
    input_bounds: Bounds | None = None,
) -> AttributionResult:
    """Return how much every pixel of ``x`` matters to the logit of one class.

    Parameters
    ----------
    x : array
        Float [1, C, H, W] in network units.
    method : str
        A key of ``METHOD_LABELS``. Relevance sums to about 1, as does gradient × input, which is divided by
        the logit; sensitivity is normalised to sum 1.
    prepared : PreparedComposite, optional
        What an earlier call for the same network and method prepared; saves copying weights.
    input_bounds : pair of arrays, optional
        The smallest and largest possible input, float [C] each, in network units.

    Raises
    ------
    WrongRequestError
        For a method or class that does not exist.
    ExplanationRefusedError
        When the map would be wrong or undefined, with all reasons.
    """
    if method not in METHOD_LABELS:
        raise WrongRequestError(
            f"There is no method {method}.", "", f"Choose one of: {', '.join(METHOD_LABELS)}.", method=method
        )
    started = time.perf_counter()
    if method in _GRADIENT_METHODS:
        values, ledger = _by_gradient(graph, torch.as_tensor(x), target_index, method, report), None
    else:
        prepared = prepared or PreparedComposite(graph, composite(method))
        relevance, ledger = propagate(graph, x, target_index, prepared, report, input_bounds=input_bounds)
        values = relevance.sum(0, dtype=np.float64) if relevance.ndim > 2 else relevance
    return AttributionResult(values.astype(np.float32), ledger, time.perf_counter() - started)


def _by_gradient(
    graph: ExplainableGraph, x: torch.Tensor, target_index: int, method: str, report: Report
) -> NDArray[np.floating]:
    if not 0 <= target_index < graph.n_classes:
        raise WrongRequestError(
            f"The network has no class {target_index}.",
            f"Its classes are numbered 0 to {graph.n_classes - 1}.",
            "Choose one of these numbers.",
        )
    report(0, 1, "Computing the gradient")
    if method == "sensitivity":
        values = sensitivity(graph, x, target_index)
    else:
        values, logit = gradient_x_input(graph, x, target_index)
        values = values / logit if logit else values
    report(1, 1, "Computing the gradient")
    if not bool(torch.isfinite(values).all()) or not bool(values.any()):
        raise ExplanationRefusedError(
            "This cannot be explained.",
            "The gradient of this class is zero or not a number, so no pixel stands out.",
            "Choose another class or method.",
        )
    return values.cpu().numpy()
