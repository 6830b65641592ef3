"""The formats that can be imported. Each family's code is loaded when a file of its format is opened."""

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.contract import Convert, Family, Format

_NAMES = {
    Format.TENSORFLOW1: "a TensorFlow 1 checkpoint",
    Format.SAVED_MODEL: "a TensorFlow SavedModel",
    Format.FROZEN_GRAPH: "a frozen TensorFlow graph",
    Format.KERAS: "a Keras (HDF5) network",
    Format.TORCHSCRIPT: "a TorchScript network",
    Format.TORCH_EXPORT: "an exported PyTorch program (.pt2)",
    Format.TORCH_WEIGHTS: "PyTorch weights without a structure",
}


def _onnx() -> Convert:
    from deepintro_desktop.importers.onnx.convert import convert

    return convert


def _caffe() -> Convert:
    from deepintro_desktop.importers.caffe.convert import convert

    return convert


FAMILIES = {family.format: family for family in (Family(Format.ONNX, _onnx), Family(Format.CAFFE, _caffe))}


def family_of(name: str, kind: Format) -> Family:
    """Return the family that reads a format; raise ``UnsupportedNetworkError`` when there is none."""
    if kind not in FAMILIES:
        raise UnsupportedNetworkError(
            f"{name} is {_NAMES[kind]}.",
            "This version does not import that format.",
            "Export the network to ONNX in the program that made it, and import the .onnx file.",
            format=kind.value,
        )
    return FAMILIES[kind]
