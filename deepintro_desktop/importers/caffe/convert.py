"""A Caffe network becomes an ONNX network."""

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.importers.caffe import picture_input
from deepintro_desktop.importers.caffe.builder import Builder
from deepintro_desktop.importers.caffe.layer import Layer
from deepintro_desktop.importers.caffe.layers.table import CONVERTERS
from deepintro_desktop.importers.caffe.read import Blob, read_structure, read_weights
from deepintro_desktop.importers.caffe.structure import Structure, structure
from deepintro_desktop.importers.contract import NetworkFiles, SourceNetwork

RUNTIME = "onnxruntime on the converted layers"
"""What parity is measured against: Caffe itself is not part of the program, and the manifest says so."""

_ALWAYS_WEIGHTED = {
    "Convolution": "convolution_param",
    "ConvolutionDepthwise": "convolution_param",
    "DepthwiseConvolution": "convolution_param",
    "Deconvolution": "convolution_param",
    "InnerProduct": "inner_product_param",
}


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read structure and weights and return the ONNX network.

    Raises ``UnreadableNetworkError`` and its like.
    """
    report(0, 3, "Reading the Caffe network")
    if files.weights is None:
        raise UnreadableNetworkError(
            f"The weights of {files.network.name} were not found.",
            "Caffe keeps them in a .caffemodel file.",
            "Put the .caffemodel beside the .prototxt, or name it.",
        )
    net, arrays = read_structure(files.network), read_weights(files.weights)
    chosen = structure(net, arrays)
    _refuse_unknown(chosen)
    _refuse_missing(chosen, arrays, files)
    report(1, 3, "Converting layers")
    shape = picture_input.declared_shape(net, chosen)
    build = Builder(chosen.input_blob, (1, *shape[1:]), shape[0])
    for layer in chosen.layers:
        report.check()
        CONVERTERS[layer.type](layer, build)
    return SourceNetwork(
        build.finish(chosen.output.tops[0], net.name),
        RUNTIME,
        picture_input.hints(chosen, shape),
        tuple(layer.name for layer in chosen.layers),
        chosen.notes,
    )


def _refuse_unknown(chosen: Structure) -> None:
    unknown = sorted(
        {f"{layer.type} ({layer.name})" for layer in chosen.layers if layer.type not in CONVERTERS}
    )
    if unknown:
        raise UnsupportedNetworkError(
            "The network uses Caffe layers that are not known.",
            f"They are: {', '.join(unknown)}.",
            "Convert the network to ONNX with the tools of its makers, and import that.",
            layers=tuple(unknown),
        )


def _n_needed(layer: Layer) -> int:
    """Return how many arrays the layer must find in the weights file."""
    if layer.type in _ALWAYS_WEIGHTED:
        return 2 if layer.parameters(_ALWAYS_WEIGHTED[layer.type]).bias_term else 1
    if layer.type in ("Scale", "Bias") and len(layer.bottoms) == 1:
        return 2 if layer.type == "Scale" and layer.parameters("scale_param").bias_term else 1
    return {"BatchNorm": 3, "PReLU": 1}.get(layer.type, 0)


def _refuse_missing(chosen: Structure, arrays: dict[str, list[Blob]], files: NetworkFiles) -> None:
    missing = [layer.name for layer in chosen.layers if len(layer.blobs) < _n_needed(layer)]
    if missing:
        raise UnreadableNetworkError(
            "Structure and weights do not belong together.",
            f"{files.weights.name if files.weights else 'The weights file'} has no (or too "
            "few) arrays for the layers "
            f"{_listed(missing)}; it has arrays for {_listed(sorted(arrays)) or 'no layer at all'}.",
            "Choose the .caffemodel that was trained with this structure; layers are matched by name.",
            missing=tuple(missing),
            found=tuple(arrays),
        )


def _listed(names: list[str], most: int = 12) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
