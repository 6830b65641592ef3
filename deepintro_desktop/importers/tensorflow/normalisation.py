"""Batch normalisation that was saved in training mode works with its stored averages, or is refused."""

import re

import numpy as np

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data
from deepintro_desktop.importers.tensorflow.operators import MOVES, READS, VARIABLES
from deepintro_desktop.importers.tensorflow.values import Known, set_constant
from deepintro_desktop.importers.tensorflow.variables import Variables

_FUSED = ("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")
_REDUCTIONS = ("Mean", "Sum", "Max", "Min", "Prod")
_SHAPES = ("Shape", "ShapeN", "Size", "Rank")
_ASSIGNS = (
    "Assign",
    "AssignAdd",
    "AssignSub",
    "AssignVariableOp",
    "AssignAddVariableOp",
    "AssignSubVariableOp",
)
_STEPS = (*MOVES, "Squeeze", "Reshape", "Sub", "Mul", "Add", "AddV2", "Cast", "ExpandDims")
_FARTHEST = 8
_TRAINING = re.compile(r"(^|/)gradients?(_\d+)?/")
_AVERAGE = "ExponentialMovingAverage"


class Averages:
    """Finds the stored average of a batch statistic of the whole, unchanged graph."""

    def __init__(self, whole: Graph, variables: Variables) -> None:
        self._whole = whole
        self._variables = variables
        self._readers = whole.readers()

    def __call__(self, statistic: Ref, siblings: list[str], name: str) -> np.ndarray | None:
        """Return the average [channels] of a statistic, or None.

        ``siblings`` are variables of the same layer, ``name`` is how the average is usually called there.
        """
        for stored in self._variables.stored(f"{statistic.node}/{_AVERAGE}"):
            return self._variables.stored_array(stored).reshape(-1)
        for find in (self._updated, self._beside):
            value = find(statistic, siblings, name)
            if value is not None:
                return value.reshape(-1)
        return None

    def _updated(self, statistic: Ref, siblings: list[str], name: str) -> np.ndarray | None:
        """Return the variable that training moves towards the statistic."""
        waiting, seen = [statistic], {statistic}
        for _ in range(_FARTHEST):
            after: list[Ref] = []
            for current in waiting:
                for node in self._readers.get(current.node, ()):
                    if current not in data(node) or _TRAINING.search(node.name):
                        continue
                    target = data(node)[0]
                    if node.op in _ASSIGNS and self._is_average(target, current, siblings):
                        return self._variables.array(target.node)
                    if node.op in _STEPS and Ref(node.name) not in seen:
                        after.append(Ref(node.name))
            seen.update(after)
            waiting = after
        return None

    def _is_average(self, target: Ref, value: Ref, siblings: list[str]) -> bool:
        is_variable = self._whole.op(target.node) in VARIABLES and target != value
        return is_variable and target.node not in siblings and self._variables.has(target.node)

    def _beside(self, statistic: Ref, siblings: list[str], name: str) -> np.ndarray | None:
        for sibling in siblings:
            scope = sibling.rpartition("/")[0]
            other = f"{scope}/{name}" if scope else name
            if self._whole.op(other) in VARIABLES and self._variables.has(other):
                return self._variables.array(other)
            if other in self._variables.stored(other):
                return self._variables.stored_array(other)
        return None


def use_averages(graph: Graph, picture: str, averages: Averages) -> int:
    """Put stored averages in the place of batch statistics; return how many layers were changed."""
    n_changed = sum(_fused(graph, node, averages) for node in list(graph.nodes.values()) if node.op in _FUSED)
    statistics = [node for node in _over_batch(graph, picture) if node.op == "Mean"]
    # Variances first: they are recognised by the mean that they are taken around.
    statistics.sort(key=lambda node: graph.op(data(node)[0].node) != "SquaredDifference")
    return n_changed + sum(_composed(graph, node, averages) for node in statistics)


def refuse_mixing(graph: Graph, picture: str) -> None:
    """Raise ``UnsupportedNetworkError`` with everything that still mixes the pictures of a batch."""
    mixing = [node.name for node in graph.nodes.values() if node.op in _FUSED and _trains(node)]
    mixing += [node.name for node in _over_batch(graph, picture)]
    if mixing:
        shown = ", ".join(sorted(mixing)[:6]) + (" …" if len(mixing) > 6 else "")
        raise UnsupportedNetworkError(
            "The network's answer to a picture depends on the other pictures that it gets together with it.",
            f"Its normalisation was saved in training mode, and no stored averages were found for {shown}.",
            "Ask the network's author for the network as it is used after training (is_training=False).",
            layers=tuple(sorted(mixing)),
        )


def _trains(node: NodeDef) -> bool:
    return bool(node.attr["is_training"].b) if "is_training" in node.attr else True


def _fused(graph: Graph, node: NodeDef, averages: Averages) -> int:
    if not _trains(node):
        return 0
    siblings = [name for entry in data(node)[1:3] for name in _variables(graph, entry)]
    mean = averages(Ref(node.name, 1), siblings, "moving_mean")
    variance = averages(Ref(node.name, 2), siblings, "moving_variance")
    if mean is None or variance is None:
        return 0
    inputs = list(node.input)
    for index, (suffix, value) in enumerate((("mean", mean), ("variance", variance))):
        set_constant(graph, f"{node.name}/average_{suffix}", value.astype(np.float32))
        inputs[3 + index] = f"{node.name}/average_{suffix}"
    del node.input[:]
    node.input.extend(inputs)
    node.attr["is_training"].b = False
    return 1


def _variables(graph: Graph, tensor: Ref) -> list[str]:
    """Return the variable that a tensor is read from."""
    node = graph.origin(tensor.node, MOVES | READS)
    return [node.name] if node is not None and node.op in VARIABLES else []


def _over_batch(graph: Graph, picture: str) -> list[NodeDef]:
    """Return the reductions over the first dimension of what comes from the picture."""
    known, on_the_way = Known(graph), _values_behind(graph, picture)
    found = []
    for node in graph.nodes.values():
        if node.op in _REDUCTIONS and data(node)[0].node in on_the_way:
            axes = known.numbers(data(node)[1])
            if axes is not None and 0 in axes:
                found.append(node)
    return found


def _values_behind(graph: Graph, picture: str) -> set[str]:
    """Return the nodes that depend on the picture's pixels, not only on its size."""
    found = {picture}
    for node in graph.ordered():
        if node.op not in _SHAPES and any(entry.node in found for entry in data(node)):
            found.add(node.name)
    return found


def _composed(graph: Graph, node: NodeDef, averages: Averages) -> int:
    axes = Known(graph).numbers(data(node)[1]) or []
    source = graph.nodes[data(node)[0].node]
    is_variance = source.op == "SquaredDifference"
    name = "moving_variance" if is_variance else "moving_mean"
    value = averages(Ref(node.name), _siblings(graph, node), name)
    if value is None:
        return 0
    keeps = node.attr["keep_dims"].b if "keep_dims" in node.attr else False
    if keeps:
        shape = [1] * (len(axes) + 1)
        shape[next(axis for axis in range(len(shape)) if axis not in axes)] = value.size
        value = value.reshape(shape)
    set_constant(graph, node.name, value.astype(np.float32))
    return 1


def _siblings(graph: Graph, node: NodeDef) -> list[str]:
    """Return the variables of the layer whose scope a statistic lies in."""
    scopes = node.name.split("/")
    for length in range(len(scopes) - 1, 0, -1):
        scope = "/".join(scopes[:length])
        found = [
            entry.name
            for entry in graph.nodes.values()
            if entry.op in VARIABLES and entry.name.rpartition("/")[0] == scope
        ]
        if found:
            return found
    return []
