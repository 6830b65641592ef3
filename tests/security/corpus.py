"""Sound files of every format, to be damaged: real ones beside the checkout, and small ones."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from support.paths import SHARED_DATA

_MESSAGES = (".onnx", ".caffemodel", ".pb", ".meta")
_NOT_READ = ("LICENSE", "labels.txt", "synset_words.txt", "signnames.csv")


@dataclass(frozen=True)
class Sample:
    """A sound network in memory.

    ``files`` by name below its folder, ``chosen`` what a person opens ("." is the folder), ``targets`` the
    files that are damaged: one of them at a time, those named first more often.
    """

    name: str
    files: dict[str, bytes]
    chosen: str
    targets: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the files and return what is opened."""
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder / self.chosen if self.chosen != "." else folder


def is_message(name: str) -> bool:
    """Whether a file is one protobuf message."""
    return name.endswith(_MESSAGES)


def read(folder: Path, chosen: str, *targets: str, **options: Any) -> Sample:
    """Return a network that lies in a folder."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(_NOT_READ)
    }
    options.setdefault("preprocessing", "zero-to-one")
    return Sample(folder.name, files, chosen, targets or (chosen,), options)


_LENET = "lenet.ckpt"
_VARIABLES = ("saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001")
_CHECKPOINT = (".meta", ".index", ".data-00000-of-00001")
_REAL: dict[str, tuple[tuple[str, ...], ...]] = {
    "onnx": (
        ("onnx_mnist_cntk", "mnist.onnx"),
        ("onnx_cifar10_winml", "ImageClassifier.onnx"),
    ),
    "caffe": (("caffe_squeezenet_v1.0", "deploy.prototxt", "deploy.prototxt", "squeezenet_v1.0.caffemodel"),),
    "tensorflow1": (
        ("tf1_traffic_lenet", f"{_LENET}.meta", *(_LENET + ending for ending in _CHECKPOINT), "checkpoint"),
        ("tf1_traffic_lenet", ".", "checkpoint"),
    ),
    "frozen-graph": (("tf1_frozen_traffic_lenet_derived", "traffic_lenet_frozen.pb"),),
    "savedmodel": (
        ("savedmodel_tf1_mnist_dotnet", ".", *_VARIABLES),
        ("savedmodel_tf2_fashion_derived", ".", *_VARIABLES),
    ),
    "keras": (
        ("keras_h5_emotion_mini_xception", "fer2013_mini_XCEPTION.102-0.66.hdf5"),
        ("keras_fashion_mnist", "fashion_mnist_model.h5"),
        ("keras_fashion_mnist", "fashion_mnist_model.keras"),
    ),
    "torchscript": (("torchscript_cifar10_winml_derived", "cifar10_traced.pt"),),
    "torch-export": (),
    "torch-weights": (
        ("pytorch_cifar10_winml", "myFirstModel.pth"),
        ("safetensors_mnist_mlp", "mnist.safetensors"),
    ),
}

_OPTIONS = {
    "pytorch_cifar10_winml": {
        "architecture": "conv1(padding=1) bn1 relu conv2(padding=1) bn2 relu maxpool(2) "
        "conv4(padding=1) bn4 relu conv5(padding=1) bn5 relu flatten fc1"
    },
    "safetensors_mnist_mlp": {"architecture": "flatten 0.0 relu 1.0 relu 2.0 relu 3"},
}

FORMATS = tuple(_REAL)


def real(kind: str) -> list[Sample]:
    """Return the networks made by others; none where the folder with them is absent."""
    models = SHARED_DATA / "models"
    return [
        read(models / folder, chosen, *targets, **_OPTIONS.get(folder, {}))
        for folder, chosen, *targets in _REAL[kind]
        if (models / folder).is_dir()
    ]


def small(kind: str, folder: Path) -> list[Sample]:
    """Return small networks with random weights, made in a folder."""
    from security import small_networks

    make: Callable[[Path], list[Sample]] = small_networks.MAKERS[kind]
    return make(folder)
