"""Layer-wise relevance propagation: one forward pass, then a reverse walk over the nodes [Bach2015]."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.results import Ledger
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import checks
from deepintro_desktop.engine.relevance.bounds import Bounds
from deepintro_desktop.engine.relevance.composites import Composite
from deepintro_desktop.engine.relevance.ledger import Book
from deepintro_desktop.engine.relevance.nodes import Site, pass_on
from deepintro_desktop.engine.relevance.prepared import PreparedComposite

Picture = Tensor | NDArray[np.floating]


def propagate(
    graph: ExplainableGraph,
    x: Picture,
    target_index: int,
    composite: Composite | PreparedComposite,
    report: Report = SILENT,
    *,
    input_bounds: Bounds | None = None,
) -> tuple[NDArray[np.float32], Ledger]:
    """Return the relevance of the input for one class, and the ledger.

    ``x``: float [1, C, H, W] in network units. The map is float32 [C, H, W] and sums to about 1 (the target's
    logit carries 1). ``input_bounds``: (low, high), each float [C] in network units, for composites with a
    z^B rule. Raises ``WrongRequestError`` for a target that does not exist and ``ExplanationRefusedError``
    with all reasons.
    """
    maps, ledgers = propagate_targets(graph, x, (target_index,), composite, report, input_bounds=input_bounds)
    return maps[0], ledgers[0]


def propagate_targets(
    graph: ExplainableGraph,
    x: Picture,
    target_indices: Sequence[int],
    composite: Composite | PreparedComposite,
    report: Report = SILENT,
    *,
    input_bounds: Bounds | None = None,
) -> tuple[NDArray[np.float32], tuple[Ledger, ...]]:
    """Return the maps of several classes of one picture, float32 [n_targets, C, H, W], for less each."""
    prepared = composite if isinstance(composite, PreparedComposite) else PreparedComposite(graph, composite)
    relevance, ledgers = propagate_relevance(prepared, x, target_indices, report, input_bounds=input_bounds)
    return relevance.float().cpu().numpy(), ledgers


def propagate_relevance(
    prepared: PreparedComposite,
    x: Picture,
    target_indices: Sequence[int],
    report: Report = SILENT,
    *,
    input_bounds: Bounds | None = None,
) -> tuple[Tensor, tuple[Ledger, ...]]:
    """Do the same in the precision and on the device of the prepared network: float [n_targets, C, H, W]."""
    checks.refuse_before(prepared, input_bounds)
    _check_targets(target_indices, prepared.graph.n_classes)
    report.check()
    with torch.no_grad(), _full_precision(prepared.graph.device):
        values = prepared.graph.run(_as_tensor(x), keep="all")
        start = _one_hot(values[prepared.graph.output_name], target_indices)
        relevance, book = _walk_back(prepared, values, start, report, input_bounds)
        ledgers = book.close(relevance)
        if not all(np.isfinite(ledger.absolute_sum) for ledger in ledgers):
            # The sums say that something is not a number; the second walk counts where.
            relevance, book = _walk_back(prepared, values, start, report, input_bounds, count_non_finite=True)
            ledgers = book.close(relevance)
    checks.refuse_after(ledgers)
    return relevance, tuple(checks.with_warnings(ledger) for ledger in ledgers)


def _full_precision(device: torch.device) -> AbstractContextManager[None]:
    """Keep a graphics card from rounding products: rules ask whether there is a negative part at all."""
    if device.type != "cuda":
        return nullcontext()
    return torch.backends.cudnn.flags(enabled=True, deterministic=True, allow_tf32=False)


def _as_tensor(x: Picture) -> Tensor:
    tensor = torch.as_tensor(x)
    if tensor.shape[0] != 1:
        message = f"one picture at a time, not {tensor.shape[0]}"
        raise ValueError(message)
    return tensor


def _check_targets(target_indices: Sequence[int], n_classes: int) -> None:
    wrong = [index for index in target_indices if not 0 <= index < n_classes]
    if wrong:
        raise WrongRequestError(
            f"The network has no class {wrong[0]}.", f"Its classes are numbered 0 to {n_classes - 1}.",
            "Choose one of these numbers.", target=wrong[0], n_classes=n_classes,
        )  # fmt: skip


def _one_hot(logits: Tensor, target_indices: Sequence[int]) -> Tensor:
    start = logits.new_zeros(len(target_indices), *logits.shape)
    for row, index in enumerate(target_indices):
        start[row].view(-1)[index] = 1.0
    return start


def _walk_back(
    prepared: PreparedComposite,
    values: Mapping[str, Tensor],
    start: Tensor,
    report: Report,
    input_bounds: Bounds | None,
    *,
    count_non_finite: bool = False,
) -> tuple[Tensor, Book]:
    """Walk from the logits to the picture; one tensor used twice receives the sum of both.

    On the way relevance is [n_targets, *shape of the value]: the first dimension of a value may hold windows
    or rows instead of the one picture.
    """
    graph, steps = prepared.graph, prepared.plan.steps
    arrived, book = {graph.output_name: start}, Book(len(start))
    book.start(graph.output_name, start)
    for index, step in enumerate(steps):
        report(index, len(steps), "Computing relevance")
        at_outputs = {name: arrived.pop(name) for name in step.node.outputs if name in arrived}
        if not at_outputs:
            continue
        # Outputs that nobody reads have no name and no value.
        z = values[next(iter(at_outputs))]
        site = Site(step, graph.inputs_of(step.node, values), z, at_outputs)
        rule, passed = pass_on(prepared, site, values, input_bounds)
        book.enter(step.node, rule, at_outputs, passed, count_non_finite=count_non_finite)
        for position, relevance in passed.relevance.items():
            name = step.node.inputs[position]
            arrived[name] = arrived[name] + relevance if name in arrived else relevance
    report(1, 1, "Computing relevance")
    if graph.input_name not in arrived:
        arrived[graph.input_name] = start.new_zeros(len(start), 1, *graph.input_shape)
    return arrived[graph.input_name].flatten(0, 1), book
