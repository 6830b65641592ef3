"""The formats that can be imported. Each family's code is loaded when a file of its format is opened."""

from importlib import import_module
from importlib.util import find_spec

from deepintro_desktop.core.errors import UnsupportedNetworkError
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

_NEED_TENSORFLOW = {Format.TENSORFLOW1, Format.FROZEN_GRAPH, Format.SAVED_MODEL, Format.KERAS}


def family_of(kind: Format) -> Family:
    """Return the family that reads a format.

    Loading it raises ``UnsupportedNetworkError`` in a program that was built without what the format needs.
    """

    def load() -> Convert:
        if kind in _NEED_TENSORFLOW and find_spec("tensorflow") is None:
            raise UnsupportedNetworkError(
                "Networks of TensorFlow and Keras cannot be opened here.",
                "This is the small edition of DeepIntro, which does not hold TensorFlow.",
                "Install the full edition, or ask the network's author for an ONNX export.",
            )
        convert: Convert = import_module(f"deepintro_desktop.importers.{_MODULES[kind]}").convert
        return convert

    return Family(kind, load)
