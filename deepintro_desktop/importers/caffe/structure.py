"""From a parsed .prototxt to the layers that compute the prediction in the test phase."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.caffe.layer import Layer
from deepintro_desktop.importers.caffe.read import Blob

_TEST = 1
DATA_TYPES = frozenset(
    {
        "Data",
        "ImageData",
        "HDF5Data",
        "MemoryData",
        "WindowData",
        "DummyData",
        "Input",
        "AnnotatedData",
    }
)
_LOSS_ENDINGS = {"SoftmaxWithLoss": "Softmax", "SigmoidCrossEntropyLoss": "Sigmoid"}
_NO_PREDICTION = frozenset(
    {
        "Accuracy",
        "ArgMax",
        "Silence",
        "HDF5Output",
        "EuclideanLoss",
        "HingeLoss",
        "InfogainLoss",
        "ContrastiveLoss",
        "MultinomialLogisticLoss",
    }
)
_V1_NAMES = {
    "LRN": "LRN",
    "RELU": "ReLU",
    "TANH": "TanH",
    "ABSVAL": "AbsVal",
    "BNLL": "BNLL",
    "MVN": "MVN",
    "ARGMAX": "ArgMax",
    "SOFTMAX_LOSS": "SoftmaxWithLoss",
    "HDF5_DATA": "HDF5Data",
    "HDF5_OUTPUT": "HDF5Output",
    "IM2COL": "Im2col",
    "SIGMOID_CROSS_ENTROPY_LOSS": "SigmoidCrossEntropyLoss",
}


@dataclass(frozen=True, slots=True)
class Structure:
    """The layers of the prediction in order, the blob with the picture, and the layer with the result."""

    layers: tuple[Layer, ...]
    input_blob: str
    output: Layer
    data_layer: Any
    notes: tuple[str, ...]


def current_type(layer: Any) -> str:
    """Return the current type name, also of a V1 layer."""
    if isinstance(layer.type, str):
        return layer.type
    value = layer.DESCRIPTOR.fields_by_name["type"].enum_type.values_by_number.get(layer.type)
    name = value.name if value else str(layer.type)
    return _V1_NAMES.get(name, "".join(part.capitalize() for part in name.split("_")))


def structure(net: Any, weights: dict[str, list[Blob]]) -> Structure:
    """Choose the layers of the test phase that lead to the prediction, and give them their weights."""
    layers = _unique_names(
        Layer(
            raw.name,
            current_type(raw),
            tuple(raw.bottom),
            tuple(raw.top),
            raw,
            tuple(weights.get(raw.name, ())),
        )
        for raw in (net.layer or net.layers)
        if _takes_part(raw, net.state)
    )
    data_layers = [layer for layer in layers if layer.type in DATA_TYPES]
    rest = [_without_loss(layer) for layer in layers if layer.type not in DATA_TYPES]
    rest = [layer for layer in rest if layer.type not in _NO_PREDICTION]
    output, notes = _output(rest)
    needed = _ancestors(rest, output)
    source_blob = _input_blob(net, data_layers, needed)
    data_layer = next((layer.message for layer in data_layers if source_blob in layer.tops), None)
    return Structure(tuple(needed), source_blob, needed[-1], data_layer, notes)


def _takes_part(raw: Any, state: Any) -> bool:
    if raw.DESCRIPTOR.name == "LayerParameter" and raw.HasField("phase") and raw.phase != _TEST:
        return False
    if raw.include:
        return any(_meets(rule, state) for rule in raw.include)
    return not any(_meets(rule, state) for rule in raw.exclude)


def _meets(rule: Any, state: Any) -> bool:
    stages = set(state.stage)
    return (
        (not rule.HasField("phase") or rule.phase == _TEST)
        and (not rule.HasField("min_level") or state.level >= rule.min_level)
        and (not rule.HasField("max_level") or state.level <= rule.max_level)
        and stages.issuperset(rule.stage)
        and stages.isdisjoint(rule.not_stage)
    )


def _unique_names(layers: Iterable[Layer]) -> list[Layer]:
    seen: dict[str, int] = {}
    unique = []
    for layer in layers:
        name = layer.name or layer.type
        seen[name] = seen.get(name, 0) + 1
        unique.append(
            layer
            if name == layer.name and seen[name] == 1
            else replace(layer, name=name if seen[name] == 1 else f"{name} ({seen[name]})")
        )
    return unique


def _without_loss(layer: Layer) -> Layer:
    if layer.type not in _LOSS_ENDINGS:
        return layer
    return replace(
        layer, type=_LOSS_ENDINGS[layer.type], bottoms=layer.bottoms[:1], tops=layer.tops[:1] or (layer.name,)
    )


def _output(layers: list[Layer]) -> tuple[Layer, tuple[str, ...]]:
    """Return the layer that nobody reads from; of several, the last one."""
    ends, read = [], set()
    for layer in reversed(layers):
        if layer.tops and not read.intersection(layer.tops):
            ends.append(layer)
        read.difference_update(layer.tops)
        read.update(layer.bottoms)
    if not ends:
        raise UnsupportedNetworkError(
            "This Caffe structure has no prediction.",
            "Only data and loss layers take part in the test phase.",
            "Use the deploy.prototxt of the network.",
        )
    if len(ends) == 1:
        return ends[0], ()
    others = ", ".join(layer.name for layer in ends[1:])
    return ends[0], (f"The network has several ends; {ends[0].name} is used, not {others}.",)


def _ancestors(layers: list[Layer], output: Layer) -> list[Layer]:
    """Return what the output depends on. Blob names repeat, so the walk goes backwards, writer by writer."""
    wanted, chosen = set(output.tops), []
    for layer in reversed(layers[: layers.index(output) + 1]):
        if wanted.intersection(layer.tops):
            wanted.difference_update(layer.tops)
            wanted.update(layer.bottoms)
            chosen.append(layer)
    return chosen[::-1]


def _input_blob(net: Any, data_layers: list[Layer], needed: list[Layer]) -> str:
    made: set[str] = set()
    missing: list[str] = []
    for layer in needed:
        missing += [blob for blob in layer.bottoms if blob not in made and blob not in missing]
        made.update(layer.tops)
    offered = [*net.input, *(blob for layer in data_layers for blob in layer.tops)]
    unknown = [blob for blob in missing if blob not in offered]
    if unknown:
        raise UnsupportedNetworkError(
            "This Caffe structure is incomplete.",
            f"Nothing produces {', '.join(unknown)}.",
            "Use the deploy.prototxt of the network.",
        )
    if len(missing) != 1:
        raise UnsupportedNetworkError(
            "This network does not have exactly one input.",
            f"It reads {', '.join(missing) or 'nothing'}.",
            "Only networks that look at one picture can be explained.",
        )
    return missing[0]
