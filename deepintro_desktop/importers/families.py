"""The formats that can be imported. Each family's code is loaded when a file of its format is opened."""

from importlib import import_module

from deepintro_desktop.importers.contract import Convert, Family, Format

_MODULES = {
    Format.ONNX: "onnx.convert",
    Format.CAFFE: "caffe.convert",
    Format.TENSORFLOW1: "tensorflow.checkpoint",
    Format.FROZEN_GRAPH: "tensorflow.frozen",
    Format.SAVED_MODEL: "tensorflow.saved_model",
    Format.KERAS: "keras.convert",
    Format.TORCHSCRIPT: "pytorch.torchscript",
    Format.TORCH_EXPORT: "pytorch.exported",
    Format.TORCH_WEIGHTS: "pytorch.weights",
}
"""Where ``convert`` lies, below this package."""


def family_of(kind: Format) -> Family:
    """Return the family that reads a format."""

    def load() -> Convert:
        convert: Convert = import_module(f"deepintro_desktop.importers.{_MODULES[kind]}").convert
        return convert

    return Family(kind, load)
