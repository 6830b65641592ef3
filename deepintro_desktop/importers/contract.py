"""What an importer family receives and returns."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from onnx import ModelProto

from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import Choice, Manifest
from deepintro_desktop.core.specification import ChannelOrder

CHOOSE_A_NETWORK = (
    "Choose an ONNX file, a Caffe .prototxt, a TensorFlow .meta, .pb or SavedModel folder, a Keras .keras or "
    ".h5, or a PyTorch .pt, .pt2, .pth or .safetensors."
)
"""What to try with a file that is something else."""

SEVERAL_SIZES = "The network accepts pictures of several sizes"
"""How the note begins that says that the size of the input is a choice."""


class Format(StrEnum):
    """The formats that the program knows by content."""

    ONNX = "onnx"
    CAFFE = "caffe"
    TENSORFLOW1 = "tensorflow1"
    SAVED_MODEL = "savedmodel"
    FROZEN_GRAPH = "frozen-graph"
    KERAS = "keras"
    TORCHSCRIPT = "torchscript"
    TORCH_EXPORT = "torch-export"
    TORCH_WEIGHTS = "torch-weights"


@dataclass(frozen=True, slots=True)
class SourceWishes:
    """What a person chose where the files leave it open; empty means the best guess.

    ``size``: (height, width) of pictures, for networks that take several sizes.
    """

    architecture: str = ""
    signature: str = ""
    input: str = ""
    output: str = ""
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class NetworkFiles:
    """The files of one network. ``network`` is the structure, ``weights`` lies apart in some formats.

    A TensorFlow checkpoint has its .meta file as ``network`` and its .index file as ``weights`` (the .data
    files lie beside it); a SavedModel has its folder as ``network``, also when saved_model.pb was chosen.
    ``labels_were_named``: a person named the labels; otherwise they were found beside the network.
    ``extra`` are files that belong to the network beyond these; ``notes`` say what was decided among several.
    """

    network: Path
    weights: Path | None = None
    labels: Path | None = None
    mean: Path | None = None
    labels_were_named: bool = False
    wishes: SourceWishes = SourceWishes()
    extra: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()

    def named(self) -> tuple[tuple[str, Path], ...]:
        """Return the files that are there as (role, path)."""
        roles = (
            ("network", self.network),
            ("weights", self.weights),
            ("labels", self.labels),
            ("mean", self.mean),
        )
        return tuple((role, path) for role, path in roles if path is not None)


@dataclass(frozen=True, slots=True)
class InputHints:
    """What a file says about the preparation of its input; None where it says nothing.

    ``scale``, ``mean`` and ``std`` mean ``(pixel * scale - mean) / std``; ``exact`` is true when the file
    really says how pixels are prepared, not only how large the picture is.
    """

    height: int | None = None
    width: int | None = None
    channels: int | None = None
    order: ChannelOrder | None = None
    scale: float | None = None
    mean: tuple[float, ...] | None = None
    std: tuple[float, ...] | None = None
    exact: bool = False


NativeRun = Callable[[np.ndarray], np.ndarray]
"""The source's own runtime: a batch in the source's layout and type -> its one output [N, …]."""


@dataclass(frozen=True)
class SourceNetwork:
    """What a family made of its files: an ONNX network, still with the source's own input and ending.

    ``runtime`` names what the stored network will be compared with, honestly: where the source has no runtime
    here, the converted network before any further step. ``native`` runs that runtime on what the ONNX network
    takes; its result is compared with the ONNX network's only output. ``layer_names`` are the names of the
    source in order. ``extra_files`` are files that the network itself names.
    """

    onnx: ModelProto
    runtime: str
    hints: InputHints = InputHints()
    layer_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    extra_files: tuple[Path, ...] = ()
    native: NativeRun | None = None
    choices: tuple[Choice, ...] = ()


Convert = Callable[[NetworkFiles, Report], SourceNetwork]


@dataclass(frozen=True, slots=True)
class Family:
    """One importer: the format it reads, and a thunk that imports its code when it is needed."""

    format: Format
    load: Callable[[], Convert]


@dataclass(frozen=True, slots=True)
class ImportedNetwork:
    """A network as the engine reads it: ONNX (NCHW float32 in, batch free, logits out) and its manifest."""

    onnx: bytes
    manifest: Manifest
