"""A Keras network: looked through as data, built by its own Keras, traced, and converted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import Choice
from deepintro_desktop.importers.contract import InputHints, NativeRun, NetworkFiles, SourceNetwork
from deepintro_desktop.importers.keras import advice, loading, package, preparation, structure
from deepintro_desktop.importers.onnx.edit import first_line
from deepintro_desktop.importers.tensorflow import dropout, normalisation
from deepintro_desktop.importers.tensorflow.endings import ranked
from deepintro_desktop.importers.tensorflow.function import FlatFunction, flat_function
from deepintro_desktop.importers.tensorflow.native import NativeGraph
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow, version
from deepintro_desktop.importers.tensorflow.safety import refuse_unknown

_DROPOUT_NOTE = "Dropout was switched on in the file; it is left out, as when a network is used."
_THEANO_NOTE = "The network was trained with Keras on {}; its kernels were turned as Keras 2 does it."
_HINT = "Ask the network's author for an ONNX export of it."


@dataclass
class _Built:
    """The network as its Keras built it, and its flat graph with all outputs."""

    network: Any
    picture: structure.Tensor
    outputs: list[structure.Tensor]
    flat: FlatFunction


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read a Keras file and return its ONNX network.

    Raises ``UnreadableNetworkError``, ``UnsupportedNetworkError``, ``UnsafeFileError``, and
    ``WrongRequestError`` for a wish that names nothing.
    """
    path = files.network
    report(0, 10, "Reading the Keras network")
    found = package.read(path)
    report(1, 10, "Building the Keras network")
    keras = loading.library(is_legacy=found.is_legacy)
    network = loading.load(found)
    picture = structure.picture_of(network, files.wishes.input, path.name)
    outputs = structure.outputs_of(network)
    meant = structure.candidates(outputs, files.wishes.output, path.name)
    report(5, 10, "Looking through the Keras network")
    built = _Built(network, picture, outputs, _traced(network, picture))
    used, choices = _choice(built, meant, bool(files.wishes.output))
    part = built.flat.before(built.flat.outputs[outputs.index(used)])
    was_random = _without_dropout(part)
    normalisation.refuse_mixing(part.graph, part.picture.node)
    refuse_unknown(part.graph.nodes.values(), path.name)
    hints, notes = _hints(built, part)
    if found.backend in ("theano", "cntk"):
        notes += (_THEANO_NOTE.format(found.backend),)
    native, runtime = _native(built, part, outputs.index(used), was_random)
    report(7, 10, "Converting the Keras network")
    return SourceNetwork(
        part.onnx(),
        runtime or loading.version(keras),
        hints,
        tuple(name for name, _ in structure.layers_of(network)),
        notes + ((_DROPOUT_NOTE,) if was_random else ()),
        native=native,
        choices=choices,
    )


def _traced(network: Any, picture: structure.Tensor) -> FlatFunction:
    tf = tensorflow()

    def function(x: Any) -> list[Any]:
        return [tf.identity(entry) for entry in tf.nest.flatten(network(x, training=False))]

    with quiet():
        try:
            traced = tf.function(function, autograph=False).get_concrete_function(picture.spec())
        except Exception as error:  # Keras raises many kinds
            raise UnsupportedNetworkError(
                "The network cannot be run.", f"Keras says: {first_line(error)}.", _HINT
            ) from error
        return flat_function(traced)


def _choice(
    built: _Built, meant: list[structure.Tensor], is_wished: bool
) -> tuple[structure.Tensor, tuple[Choice, ...]]:
    """Return the output to use, and what else there is."""
    if len(built.outputs) == 1:
        return built.outputs[0], ()
    tensors = dict(zip((entry.name for entry in built.outputs), built.flat.outputs, strict=True))
    order = ranked(built.flat.graph, {entry.name: tensors[entry.name] for entry in meant})
    used = next(entry for entry in meant if entry.name == order[0])
    others = [*order[1:], *(entry.name for entry in built.outputs if entry.name not in order)]
    return used, (Choice("output", used.name, tuple(others), guessed=not is_wished),)


def _without_dropout(part: FlatFunction) -> bool:
    """Take out dropout that stays on when the network is used; return whether there was any."""
    end, was_on = dropout.take_out(part.graph, part.picture.node, part.outputs[0])
    part.outputs = [end]
    part.graph = part.graph.only({*part.graph.before([end.node]), part.picture.node})
    return was_on


def _hints(built: _Built, part: FlatFunction) -> tuple[InputHints, tuple[str, ...]]:
    """Return what the network says about its pixels, or how its like is usually fed."""
    layers = list(structure.layers_of(built.network))
    trained = {layer.name for _, layer in layers if type(layer).__name__.startswith("BatchNorm")}
    found = preparation.preparation(part.graph, part.picture, trained)
    sizes = built.picture.sizes
    channels = next((sizes[axis] for axis in (3, 1) if len(sizes) == 4 and sizes[axis] in (1, 3)), None)
    hints, notes = preparation.hints_of(found, channels, built.picture.dtype)
    if hints.exact:
        return hints, notes
    return hints, notes + advice.usual_preparation(_network_names(built.network))


def _network_names(network: Any) -> Iterator[str]:
    yield network.name
    for layer in network.layers:
        if hasattr(layer, "layers") and isinstance(layer.layers, list):
            yield from _network_names(layer)


def _native(built: _Built, part: FlatFunction, index: int, was_random: bool) -> tuple[NativeRun, str]:
    """Return what computes the reference, and its name where that is not Keras itself."""
    if was_random or _is_channels_first(built.network):
        # Keras would roll dice, or stop at what processors only compute with the channels last.
        ends = (part.picture, part.outputs[0])
        graph = NativeGraph(part.graph.copy(), ends, part.arrays, lambda name: part.arrays[name])
        return graph, version()
    return _KerasRun(built.network, index), ""


def _is_channels_first(network: Any) -> bool:
    layers = (layer for _, layer in structure.layers_of(network))
    return any(getattr(layer, "data_format", None) == "channels_first" for layer in layers)


class _KerasRun:
    """Keras computes one output of its own network, as when it is used."""

    def __init__(self, network: Any, index: int) -> None:
        self._network = network
        self._index = index

    def __call__(self, batch: np.ndarray) -> np.ndarray:
        """Return the output for a batch in the network's own layout and type."""
        tf = tensorflow()
        try:
            with quiet():
                results = tf.nest.flatten(self._network(tf.constant(batch), training=False))
                return np.asarray(results[self._index])
        except Exception as error:  # Keras raises many kinds
            raise UnreadableNetworkError(
                "The network cannot be run.", f"Keras says: {first_line(error)}.", _HINT
            ) from error
