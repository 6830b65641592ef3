"""Real networks of every format through the command line: the reference answers of their own runtimes.

Each network is added once, by the real helper process, as a person would; labels are found beside it.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.command_line import Outcome, run, run_json

SIGNED_CIFAR = json.dumps(
    {"height": 32, "width": 32, "channels": 3, "scale": 1 / 255, "mean": [0.5] * 3, "std": [0.5] * 3}
)
SIGNED_GREY = json.dumps(
    {"height": 64, "width": 64, "channels": 1, "order": "GRAY", "scale": 1 / 255, "mean": [0.5], "std": [0.5]}
)
FILES = {
    "caffe_squeezenet_v1.0/deploy.prototxt": ("caffe", "caffe"),
    "onnx_cifar10_winml/ImageClassifier.onnx": ("onnx", SIGNED_CIFAR),
    "onnx_mnist_cntk/mnist.onnx": ("onnx", "auto"),
    "keras_h5_emotion_mini_xception/fer2013_mini_XCEPTION.102-0.66.hdf5": ("keras", SIGNED_GREY),
    "keras_fashion_mnist/fashion_mnist_model.h5": ("keras", "zero-to-one"),
    "keras_fashion_mnist/fashion_mnist_model.keras": ("keras", "zero-to-one"),
    "savedmodel_tf2_fashion_derived": ("savedmodel", "zero-to-one"),
    "savedmodel_tf1_mnist_dotnet": ("savedmodel", "raw"),
    "tf1_traffic_lenet/lenet.ckpt.meta": ("tensorflow1", "zero-to-one"),
    "tf1_frozen_traffic_lenet_derived/traffic_lenet_frozen.pb": ("frozen-graph", "zero-to-one"),
    "pytorch_cifar10_winml/myFirstModel.pth": ("torch-weights", SIGNED_CIFAR),
    "torchscript_cifar10_winml_derived/cifar10_traced.pt": ("torchscript", SIGNED_CIFAR),
    "safetensors_mnist_mlp/mnist.safetensors": ("torch-weights", "zero-to-one"),
}
"""Network file -> its format and how pixels are prepared, as expected.json says it in words."""

ARCHITECTURES = {
    "pytorch_cifar10_winml": "conv1(padding=1) bn1 relu conv2(padding=1) bn2 relu maxpool(2) "
    "conv4(padding=1) bn4 relu conv5(padding=1) bn5 relu flatten fc1",
    "safetensors_mnist_mlp": "flatten 0.0 relu 1.0 relu 2.0 relu 3",
}
"""Structures of weights, as expected.json says them in words."""


@dataclass(frozen=True)
class Case:
    """A network in the library, the folder of data, and the reference answers."""

    file: str
    name: str
    library: tuple[str, str]
    data: Path
    references: list[dict[str, Any]]


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> tuple[str, str]:
    """Return the options that name the library of these tests."""
    return ("--library", str(tmp_path_factory.mktemp("networks") / "library"))


def added(file: str, name: str, data: Path, library: tuple[str, str]) -> Outcome:
    """Add a network under a name."""
    path, options = str(data / "models" / file), ["--preprocessing", FILES[file][1], "--name", name]
    structure = ARCHITECTURES.get(file.split("/")[0])
    options += ["--architecture", structure] if structure else []
    return run("networks", "add", path, *options, *library, "--json")


@pytest.fixture(scope="module", params=sorted(FILES))
def case(request, shared_data, expected, library) -> Case:
    """Return a network that was added by a helper process: no test has begun that would spare it."""
    file = request.param
    identity = file.split("/")[0]
    name = file.replace("/", " ")
    outcome = added(file, name, shared_data, library)
    assert outcome.code == 0, outcome.err
    references = next(entry for entry in expected["models"] if entry["id"] == identity)["references"]
    return Case(file, name, library, shared_data, references)


def test_every_network_is_covered(expected):
    assert {file.split("/")[0] for file in FILES} == {entry["id"] for entry in expected["models"]}


def test_the_import_was_checked_against_the_native_runtime(case):
    shown = run_json("networks", "show", case.name, *case.library)["network"]
    assert shown["format"] == FILES[case.file][0]
    assert shown["parity"]["runtime"]
    assert shown["parity"]["max_relative_difference"] <= 1e-4
    assert shown["parity"]["n_probes"] >= 3
    assert shown["explainable"]
    assert len(shown["labels"]) == shown["n_classes"]


def test_every_file_of_the_network_is_named_with_its_digest(case, expected):
    shown = run_json("networks", "show", case.name, *case.library)["network"]
    identity = case.file.split("/")[0]
    known = {
        Path(file["path"]).name: file["sha256"]
        for entry in expected["models"]
        for file in entry["files"]
        if entry["id"] == identity
    }
    mine = {file["name"]: file["sha256"] for file in shown["files"]}
    assert mine.items() <= known.items()
    weights = {
        name
        for name in known
        if any(part in name for part in (".data-", ".index", ".caffemodel", Path(case.file).name))
    }
    assert weights <= set(mine)


def test_top_classes_and_probabilities_are_those_of_the_native_runtime(case):
    assert case.references
    for reference in case.references:
        answer = run_json("predict", case.name, str(case.data / reference["prepared"]), *case.library)
        for ours, theirs in zip(answer["top"], reference["top5"], strict=False):
            assert ours["probability"] == pytest.approx(theirs["probability"], abs=2e-4)
            if theirs["probability"] > 1e-3:
                assert (ours["index"], ours["label"]) == (theirs["index"], theirs["label"])


def test_relevance_is_conserved_and_features_lie_on_it(case, tmp_path):
    image = str(case.data / case.references[0]["prepared"])
    answer = run_json("explain", case.name, image, *case.library, "--out", str(tmp_path))
    assert answer["relevance"]["sum"] == pytest.approx(1.0, abs=2e-2)
    assert answer["relevance"]["largest_ledger_error"] < 1e-3
    assert set(answer["files"]) >= {"relevance", "features", "heatmap", "overlay"}
    assert all((tmp_path / name).is_file() for name in answer["files"].values())
