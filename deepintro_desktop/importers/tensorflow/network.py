"""From a graph with a picture and an answer to an ONNX network: the steps that all kinds of files share."""

import re
from dataclasses import dataclass, field

import numpy as np

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import Choice
from deepintro_desktop.importers.contract import SourceNetwork
from deepintro_desktop.importers.onnx.edit import first_line
from deepintro_desktop.importers.tensorflow import dropout, normalisation, switches, weights
from deepintro_desktop.importers.tensorflow.branches import take_branches
from deepintro_desktop.importers.tensorflow.conversion import onnx_of_graph
from deepintro_desktop.importers.tensorflow.functions import settle
from deepintro_desktop.importers.tensorflow.graph import Graph, Ref, data
from deepintro_desktop.importers.tensorflow.native import NativeGraph
from deepintro_desktop.importers.tensorflow.operators import PURE, VARIABLES
from deepintro_desktop.importers.tensorflow.pixels import pixel_hints
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow, version
from deepintro_desktop.importers.tensorflow.safety import is_harmless, refuse_unknown
from deepintro_desktop.importers.tensorflow.soundness import refuse_loose_ends
from deepintro_desktop.importers.tensorflow.sources import Start, dims
from deepintro_desktop.importers.tensorflow.variables import Variables

_DROPOUT_NOTE = "Dropout was switched on in the file; it is left out, as when a network is used."
_AVERAGES_NOTE = (
    "Batch normalisation was saved in training mode; the stored averages are used, as when a network is used."
)
_CALLS = re.compile(r"^((Stateful)?PartitionedCall(_\d+)?/)+")
_PLUMBING_NAMES = """
Cast ConcatOffset Const ExpandDims Fill Identity NoOp Pack Placeholder PlaceholderWithDefault Prod Range Rank
Reshape Shape Size Slice Squeeze StridedSlice Unpack
"""
_PLUMBING = frozenset(_PLUMBING_NAMES.split())
"""Operators that nobody calls a layer."""


@dataclass
class Sources:
    """What the files hold: the whole graph (never changed), its large constants, its variables."""

    graph: Graph
    variables: Variables
    constants: dict[str, np.ndarray] = field(default_factory=dict)
    name: str = "The network"
    weights_name: str = "The checkpoint"


@dataclass
class _Part:
    """The part between picture and output: as in the file, and flat and ready to convert."""

    original: Graph
    flat: Graph
    picture: Ref
    ends: tuple[Ref, Ref]
    switches: dict[str, np.ndarray]
    arrays: dict[str, np.ndarray]
    is_rewritten: bool
    notes: list[str]


def network_of(
    sources: Sources, picture: Start, output: Ref, choices: tuple[Choice, ...], report: Report
) -> SourceNetwork:
    """Return the ONNX network between a picture and an output of the graph.

    ``sources`` is not changed, so that another output can be tried after a refusal.

    Raises
    ------
    NoClassesError
        An output that does not hold one number per class.
    UnsupportedNetworkError, UnsafeFileError
        Everything in between that cannot be converted, or must not be run.
    UnreadableNetworkError
        Weights that are missing or do not fit.
    """
    report(0, 3, "Looking through the TensorFlow graph")
    part = _part(sources, picture, output)
    _check_classes(part, output)
    native = _native(sources, part)
    report(1, 3, "Converting the TensorFlow graph")
    layers = tuple(_CALLS.sub("", node.name) for node in part.flat.ordered() if node.op not in _PLUMBING)
    hints = pixel_hints(part.flat, picture, part.picture)
    network = onnx_of_graph(part.flat, [part.picture], [part.ends[1]], part.arrays)
    return SourceNetwork(
        network,
        version(),
        hints,
        layers,
        tuple(part.notes),
        native=native,
        choices=choices,
    )


def _part(sources: Sources, picture: Start, output: Ref) -> _Part:
    graph = sources.graph.only(
        sources.graph.before([output.node], lambda name: name == picture.tensor.node, waits=True), waits=True
    )
    entry, output = _install(graph, picture, output)
    refuse_loose_ends(graph, output.node, sources.name)
    (output,) = settle(graph, _prints(graph), [output])
    flat, notes = graph.copy(), []
    chosen: dict[str, np.ndarray] = {}
    outputs = [output]
    while True:
        news = switches.decide_switches(flat, entry.node, outputs)
        outputs = take_branches(flat, outputs)
        chosen |= news
        if not news:
            break
    flat = flat.only(flat.before([outputs[0].node]))
    refuse_loose_ends(flat, outputs[0].node, sources.name)
    chosen |= switches.decide_numbers(flat, entry.node, outputs[0])
    end, was_on = dropout.take_out(flat, entry.node, outputs[0])
    if was_on:
        notes.append(_DROPOUT_NOTE)
    flat = flat.only(flat.before([end.node]))
    averages = normalisation.Averages(sources.graph, sources.variables)
    is_normalised = bool(normalisation.use_averages(flat, entry.node, averages))
    if is_normalised:
        notes.append(_AVERAGES_NOTE)
    flat = flat.only(flat.before([end.node]))
    if picture.sizes is None or len(picture.sizes) != 3:
        normalisation.refuse_mixing(flat, entry.node)
    if entry.node not in flat.nodes:
        raise UnsupportedNetworkError(
            f"{sources.name} does not look at its picture.",
            f"{output.text} does not depend on {picture.tensor.text}.",
            "Choose another output.",
        )
    arrays = dict(sources.constants)
    _read_variables(sources, flat, arrays)
    refuse_unknown(flat.nodes.values(), sources.name)
    return _Part(graph, flat, entry, (output, end), chosen, arrays, was_on or is_normalised, notes)


def _install(graph: Graph, picture: Start, output: Ref) -> tuple[Ref, Ref]:
    """Put a placeholder for the picture where it enters; return it and where the output is then.

    A picture without a batch dimension gets one.
    """
    tensor, sizes = picture.tensor, picture.sizes
    graph.nodes.pop(tensor.node, None)
    node = graph.add("Placeholder", tensor.node if tensor.index == 0 else f"{tensor.node}_{tensor.index}")
    node.attr["dtype"].type = picture.dtype
    placed = Ref(node.name)
    if sizes is None:
        node.attr["shape"].shape.unknown_rank = True
    elif len(sizes) == 3:
        dims(node.attr["shape"].shape, [1, *sizes])
        single = graph.add("Squeeze", f"{node.name}/single", [placed])
        single.attr["T"].type = picture.dtype
        single.attr["squeeze_dims"].list.i.append(0)
        for other in graph.nodes.values():
            if other is not single:
                _redirect(other, tensor, Ref(single.name))
        return placed, output
    else:
        dims(node.attr["shape"].shape, sizes)
    if placed != tensor:
        (output,) = settle(graph, {tensor: placed}, [output])
    return placed, output


def _redirect(node: object, old: Ref, new: Ref) -> None:
    for index, entry in enumerate(node.input):  # type: ignore[attr-defined]
        if entry in (old.text, old.entry):
            node.input[index] = new.entry  # type: ignore[attr-defined]


def _prints(graph: Graph) -> dict[Ref, Ref]:
    """Return what stands behind nodes that only write to the screen."""
    return {Ref(node.name): data(node)[0] for node in graph.nodes.values() if node.op == "Print"}


def _read_variables(sources: Sources, flat: Graph, arrays: dict[str, np.ndarray]) -> None:
    """Put values in the place of variables, and of what reads them."""
    names = [node.name for node in flat.nodes.values() if node.op in VARIABLES]
    sources.variables.check(names, sources.weights_name)
    reads = {
        Ref(node.name): data(node)[0]
        for node in flat.nodes.values()
        if node.op == "ReadVariableOp" and data(node)[0].node in names
    }
    flat.redirect(reads)
    for read in reads:
        del flat.nodes[read.node]
    for name in names:
        weights.put_in(flat, name, sources.variables.array(name), arrays)


def _native(sources: Sources, part: _Part) -> NativeGraph:
    """Return TensorFlow on the original graph, or on the flat one where the original may not be run."""
    open_inputs = [
        name
        for name, node in part.original.nodes.items()
        if part.original.is_input(name)
        and node.op != "PlaceholderWithDefault"
        and name != part.picture.node
        and name not in part.switches
    ]
    if part.is_rewritten or open_inputs or not is_harmless(part.original):
        return NativeGraph(
            part.flat.copy(), (part.picture, part.ends[1]), part.arrays, sources.variables.array
        )
    for name, value in part.switches.items():
        if name in part.original.nodes:
            weights.set_constant(part.original, name, value)
    ends = (part.picture, part.ends[0])
    return NativeGraph(part.original, ends, part.arrays, sources.variables.array)


class NoClassesError(UnsupportedNetworkError):
    """The answer does not hold one number per class."""


def _check_classes(part: _Part, output: Ref) -> None:
    sizes = shape_of(part.flat, part.ends[1])
    if sizes is not None and (len(sizes) < 2 or any(size not in (1, None) for size in sizes[2:])):
        shown = " × ".join("N" if size is None else str(size) for size in sizes) or "one number"
        raise NoClassesError(
            "The network does not classify pictures.",
            f"{output.text} gives {shown}, not one number per class.",
            "Choose another output, or ask the network's author for the name of the one with the classes.",
        )


def shape_of(graph: Graph, tensor: Ref) -> list[int | None] | None:
    """Return the sizes of a tensor as TensorFlow infers them, None when it cannot; only for pure graphs."""
    if any(node.op not in PURE and node.op != "Placeholder" for node in graph.nodes.values()):
        return None
    try:
        with quiet(), tensorflow().Graph().as_default() as loaded:
            tensorflow().import_graph_def(graph.message(), name="")
            shape = loaded.get_tensor_by_name(tensor.text).shape
    except Exception as error:
        raise UnsupportedNetworkError(
            "The network contradicts itself.", f"TensorFlow says: {first_line(error)}.", "Ask its author."
        ) from error
    return None if shape.rank is None else [None if size is None else int(size) for size in shape.as_list()]
