"""Where a graph without signatures probably ends: what its losses, predictions and last layers look at."""

import re
from dataclasses import dataclass

from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data
from deepintro_desktop.importers.tensorflow.operators import MOVES, SOURCES, VARIABLES

_TRAINING = re.compile(r"(^|/)(gradients?(_\d+)?|gradient_tape|save(_\d+)?)(/|$)")
_CLOSINGS = ("Softmax", "LogSoftmax", "Sigmoid")
_LOSSES = ("SoftmaxCrossEntropyWithLogits", "SparseSoftmaxCrossEntropyWithLogits")
_DECISIONS = ("ArgMax", "TopK", "TopKV2", "InTopK", "InTopKV2")
_LINEAR = ("MatMul", "Conv2D", "BatchMatMul", "BatchMatMulV2", "DepthwiseConv2dNative")
_SHIFTS = ("BiasAdd", "Add", "AddV2", "BiasAddV1", "Squeeze", "Reshape", "Mean", "AvgPool", "Identity")
_AUXILIARY = re.compile(r"aux", re.IGNORECASE)
_ANSWER = re.compile(r"prob|pred|softmax|class|logit|score|output|label", re.IGNORECASE)
_FOR_TRAINING = re.compile(r"(^|/|_)(train|training)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ending:
    """One tensor that could be the network's answer; ``root`` is the same for logits and probabilities."""

    tensor: Ref
    root: Ref
    rank: tuple[int, ...]


def endings(graph: Graph) -> list[Ending]:
    """Return what could be the answer, best guess first; of tensors that say the same only one."""
    forward = {
        name for name, node in graph.nodes.items() if not _TRAINING.search(name) and node.op != "Const"
    }
    depth, is_network = _depths(graph)
    behind_losses = graph.behind(name for name in forward if graph.op(name) in _LOSSES)
    found: dict[Ref, list[tuple[int, Ref]]] = {}
    for name in forward:
        for kind, tensor in _hints(graph, graph.nodes[name]):
            root = _root(graph, tensor)
            if root.node in is_network and tensor.node not in behind_losses:
                found.setdefault(root, []).append((kind, tensor))
    for tensor in _last_layers(graph, forward - behind_losses, is_network):
        found.setdefault(_root(graph, tensor), []).append((0, tensor))
    inner = _inner(graph, list(found))
    listed = []
    for root, hints in found.items():
        tensor = max(hints, key=lambda hint: (hint[0] == 3, hint[0], depth.get(hint[1].node, 0)))[1]
        kind = max(kind for kind, _ in hints)
        is_aside = bool(_AUXILIARY.search(root.node))
        trains = bool(_FOR_TRAINING.search(root.node))
        rank = (root not in inner, not is_aside, not trains, kind > 0, depth.get(root.node, 0))
        listed.append(Ending(tensor, root, tuple(int(entry) for entry in rank)))
    return sorted(listed, key=lambda entry: (*entry.rank, entry.tensor.text), reverse=True)


def _hints(graph: Graph, node: NodeDef) -> list[tuple[int, Ref]]:
    """Return (kind, tensor) that a node points at: 3 its probabilities, 2 what a loss reads, 1 a decision."""
    inputs = data(node)
    if not inputs:
        return []
    if node.op in _CLOSINGS:
        return [(3, Ref(node.name))]
    if node.op in _LOSSES:
        return [(2, _through(graph, inputs[0], (*MOVES, "Reshape")))]
    if node.op in _DECISIONS:
        tensor = _through(graph, inputs[0], tuple(MOVES))
        return [(3 if graph.op(tensor.node) in _CLOSINGS else 1, tensor)]
    return []


def _through(graph: Graph, tensor: Ref, kinds: tuple[str, ...]) -> Ref:
    """Follow a tensor back through nodes that only hand it on."""
    for _ in range(len(graph.nodes)):
        node = graph.nodes.get(tensor.node)
        if node is None or node.op not in kinds or tensor.index or not data(node):
            break
        tensor = data(node)[0]
    return tensor


def _root(graph: Graph, tensor: Ref) -> Ref:
    return _through(graph, tensor, (*MOVES, "Reshape", "Squeeze", *_CLOSINGS))


def _depths(graph: Graph) -> tuple[dict[str, int], set[str]]:
    """Return how many steps lie behind each node, and which nodes look through weights at an input."""
    depth: dict[str, int] = {}
    reads_input: set[str] = set()
    is_network: set[str] = set()
    for node in graph.ordered():
        before = [entry.node for entry in data(node)]
        depth[node.name] = 1 + max((depth.get(name, 0) for name in before), default=0)
        if graph.is_input(node.name) or node.op in SOURCES or reads_input.intersection(before):
            reads_input.add(node.name)
            if node.op in _LINEAR or is_network.intersection(before):
                is_network.add(node.name)
    return depth, is_network


def _last_layers(graph: Graph, forward: set[str], is_network: set[str]) -> list[Ref]:
    """Return the ends of the last weighted layers: those behind which no other weighted layer comes."""
    readers = graph.readers()
    part = Graph((graph.nodes[name] for name in forward & is_network), {}, graph.versions)
    layers = [node.name for node in part.nodes.values() if node.op in _LINEAR]
    before_layers = part.before(
        entry.node for name in layers for entry in data(part.nodes[name]) if entry.node in part.nodes
    )
    found = []
    for name in layers:
        if name in before_layers:
            continue
        for _ in range(len(part.nodes)):
            after = [node for node in readers.get(name, ()) if node.name in part.nodes and node.op in _SHIFTS]
            if len(after) != 1:
                break
            name = after[0].name
        found.append(Ref(name))
    return found


def _inner(graph: Graph, roots: list[Ref]) -> set[Ref]:
    """Return the roots that other roots depend on: gates and attention inside the network."""
    names = {root.node for root in roots}
    found: set[Ref] = set()
    for root in roots:
        node = graph.nodes.get(root.node)
        before = graph.before(entry.node for entry in data(node)) if node is not None else set()
        found |= {other for other in roots if other.node in before and other.node in names}
    return found


def ranked(graph: Graph, outputs: dict[str, Ref]) -> list[str]:
    """Return the names of outputs of a flat graph, the most likely answer first."""
    depth, _ = _depths(graph)
    roots = {name: _root(graph, tensor) for name, tensor in outputs.items()}
    inner = _inner(graph, list(dict.fromkeys(roots.values())))

    def rank(name: str) -> tuple[object, ...]:
        root, tensor = roots[name], outputs[name]
        is_closed = graph.op(_through(graph, tensor, tuple(MOVES)).node) in _CLOSINGS
        is_named = bool(_ANSWER.search(name)) and not _AUXILIARY.search(name)
        return root not in inner, is_named, is_closed, depth.get(root.node, 0), name

    return sorted(outputs, key=rank, reverse=True)


def inputs_before(graph: Graph, tensor: Ref) -> list[Ref]:
    """Return the results of inputs and of picture sources that a tensor depends on."""

    def is_start(name: str) -> bool:
        return graph.is_input(name) or graph.op(name) in SOURCES | VARIABLES

    needed = graph.before([tensor.node], is_start)
    read = {tensor}
    for name in needed:
        if not is_start(name):
            read.update(data(graph.nodes[name]))
    return [entry for entry in sorted(read) if graph.is_input(entry.node) or graph.op(entry.node) in SOURCES]
