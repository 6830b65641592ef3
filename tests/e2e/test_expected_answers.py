"""Real networks and real pictures through the command line: the reference answers of their own runtimes."""

import json

import pytest
from support.command_line import run_json

NETWORKS = {
    "caffe_squeezenet_v1.0": ("deploy.prototxt", "synset_words.txt", "caffe"),
    "onnx_cifar10_winml": (
        "ImageClassifier.onnx",
        "labels.txt",
        json.dumps(
            {
                "height": 32,
                "width": 32,
                "channels": 3,
                "order": "RGB",
                "scale": 1 / 255,
                "mean": [0.5] * 3,
                "std": [0.5] * 3,
            }
        ),
    ),
    "onnx_mnist_cntk": ("mnist.onnx", "labels.txt", "auto"),
}


@pytest.fixture(scope="module", params=sorted(NETWORKS))
def case(request, shared_data, expected):
    """A network's folder, its options, and its reference answers."""
    name = request.param
    network, labels, preprocessing = NETWORKS[name]
    folder = shared_data / "models" / name
    references = next(entry for entry in expected["models"] if entry["id"] == name)["references"]
    options = [str(folder / network), "--labels", str(folder / labels), "--preprocessing", preprocessing]
    return shared_data, options, references


def test_top_classes_and_probabilities_are_those_of_the_native_runtime(case):
    data, (network, *options), references = case
    assert references
    for reference in references:
        answer = run_json("predict", network, str(data / reference["prepared"]), *options)
        for ours, theirs in zip(answer["top"], reference["top5"], strict=False):
            assert ours["probability"] == pytest.approx(theirs["probability"], abs=1e-3)
            if theirs["probability"] > 1e-3:
                assert (ours["index"], ours["label"]) == (theirs["index"], theirs["label"])


def test_relevance_is_conserved_and_features_lie_on_it(case, tmp_path):
    data, (network, *options), references = case
    image = str(data / references[0]["prepared"])
    answer = run_json("explain", network, image, *options, "--out", str(tmp_path))
    assert answer["relevance"]["sum"] == pytest.approx(1.0, abs=2e-2)
    assert answer["relevance"]["largest_ledger_error"] < 1e-3
    assert set(answer["files"]) >= {"relevance", "features", "heatmap", "overlay"}
    assert all((tmp_path / name).is_file() for name in answer["files"].values())
