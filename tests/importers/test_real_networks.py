"""Networks trained by others, with the reference answers of their own runtimes."""

import hashlib
import json

import numpy as np
import onnxruntime
import pytest
import torch
from PIL import Image

from deepintro_desktop.core.records import OutputKind, SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.specification import ChannelOrder
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.importers import open_network
from deepintro_desktop.importers.parity import prepared

CIFAR = json.dumps({"scale": 1 / 255, "mean": [0.5] * 3, "std": [0.5] * 3})
NETWORKS = {
    "caffe_squeezenet_v1.0": ("deploy.prototxt", "auto"),
    "onnx_cifar10_winml": ("ImageClassifier.onnx", CIFAR),
    "onnx_mnist_cntk": ("mnist.onnx", "auto"),
}
SCORE_TOLERANCE = 1e-4
"""Relative to the largest score; other runtimes, other order of additions."""


@pytest.fixture(scope="module", params=sorted(NETWORKS))
def case(request, shared_data, expected):
    name, preprocessing = NETWORKS[request.param]
    imported = open_network(
        AddNetworkRequest(shared_data / "models" / request.param / name, preprocessing=preprocessing)
    )
    facts = next(entry for entry in expected["models"] if entry["id"] == request.param)
    return imported, facts, shared_data


def pixels_of(path, order):
    image = Image.open(path).convert("L" if order is ChannelOrder.GRAY else "RGB")
    hwc = np.atleast_3d(np.asarray(image))
    return (hwc[..., ::-1] if order is ChannelOrder.BGR else hwc).transpose(2, 0, 1)[None]


def test_scores_are_those_of_the_native_runtime(case):
    imported, facts, data = case
    session = onnxruntime.InferenceSession(imported.onnx, providers=["CPUExecutionProvider"])
    graph = ExplainableGraph.from_onnx(imported.onnx)
    specification = imported.manifest.specification
    for reference in facts["references"]:
        x = prepared(pixels_of(data / reference["prepared"], specification.order), specification)
        scores = session.run(None, {session.get_inputs()[0].name: x})[0][0]
        top = reference["top5"]
        largest = float(np.abs(scores).max())
        assert int(np.argmax(scores)) == top[0]["index"]
        assert [imported.manifest.label(entry["index"]) for entry in top] == [entry["label"] for entry in top]
        for entry in top:
            assert scores[entry["index"]] == pytest.approx(entry["score"], abs=SCORE_TOLERANCE * largest)
        with torch.no_grad():
            ours = graph.logits(torch.from_numpy(x))[0].numpy()
        assert np.abs(ours - scores).max() <= 1e-5 * largest


def test_the_manifest_says_what_was_found(case):
    imported, facts, _ = case
    manifest, input_ = imported.manifest, facts["input"]
    found = manifest.specification
    assert (found.height, found.width, found.channels) == (
        input_["height"],
        input_["width"],
        input_["channels"],
    )
    assert manifest.n_classes == len(manifest.labels) == facts["output"]["classes"]
    assert manifest.output_kind is OutputKind.LOGITS
    assert manifest.unexplainable == ()
    assert manifest.format == facts["format"]
    assert manifest.parity.max_relative_difference < 1e-5
    assert manifest.layer_names
    known = {entry["path"].rsplit("/", 1)[1]: entry["sha256"] for entry in facts["files"]}
    assert all(entry.sha256 == known[entry.name] for entry in manifest.files)


def test_the_digest_is_of_the_network_files_only(case):
    manifest = case[0].manifest
    own = [entry for entry in manifest.files if entry.role in ("network", "weights")]
    assert {entry.role for entry in manifest.files} - {"network", "weights"} == {"labels"}
    if len(own) == 1:
        assert manifest.sha256 == own[0].sha256
    else:
        lines = "".join(
            f"{entry.sha256}  {entry.name}\n" for entry in sorted(own, key=lambda entry: entry.name)
        )
        assert manifest.sha256 == hashlib.sha256(lines.encode()).hexdigest()


def test_metadata_of_the_file_decides_the_preprocessing(shared_data):
    path = shared_data / "models" / "onnx_mnist_cntk" / "mnist.onnx"
    manifest = open_network(AddNetworkRequest(path)).manifest
    assert manifest.specification_source is SpecificationSource.FILE
    assert manifest.specification.order is ChannelOrder.GRAY
    assert manifest.specification.scale == 1.0


def test_either_half_of_a_caffe_network_opens_it(shared_data):
    folder = shared_data / "models" / "caffe_squeezenet_v1.0"
    by_weights = open_network(AddNetworkRequest(folder / "squeezenet_v1.0.caffemodel")).manifest
    assert [(entry.role, entry.name) for entry in by_weights.files] == [
        ("network", "deploy.prototxt"),
        ("weights", "squeezenet_v1.0.caffemodel"),
        ("labels", "synset_words.txt"),
    ]
    assert by_weights.specification_source is SpecificationSource.GUESS
    assert any("guess" in note for note in by_weights.notes)
