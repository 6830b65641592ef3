"""Networks trained by others: the answers of TensorFlow itself, in every format."""

import json

import numpy as np
import onnxruntime
import pytest
from importers.tensorflow import graphs
from PIL import Image

from deepintro_desktop.core.specification import ChannelOrder
from deepintro_desktop.importers.parity import prepared

UNIT, RAW = json.dumps({"scale": 1 / 255}), json.dumps({"scale": 1.0})
FILES = [
    ("tf1_traffic_lenet", "lenet.ckpt.meta", UNIT),
    ("tf1_traffic_lenet", "lenet.ckpt.index", UNIT),
    ("tf1_traffic_lenet", "lenet.ckpt.data-00000-of-00001", UNIT),
    ("tf1_traffic_lenet", "checkpoint", UNIT),
    ("tf1_frozen_traffic_lenet_derived", "traffic_lenet_frozen.pb", UNIT),
    ("savedmodel_tf1_mnist_dotnet", "", RAW),
    ("savedmodel_tf2_fashion_derived", "", UNIT),
    ("savedmodel_tf2_fashion_derived", "saved_model.pb", UNIT),
]


@pytest.mark.parametrize(("network", "file", "preprocessing"), FILES)
def test_scores_are_those_of_tensorflow(network, file, preprocessing, shared_data, expected):
    facts = next(entry for entry in expected["models"] if entry["id"] == network)
    imported = graphs.opened(shared_data / "models" / network / file, preprocessing)
    manifest = imported.manifest
    assert manifest.parity.runtime.startswith("tensorflow ")
    assert manifest.parity.max_relative_difference < 1e-5
    assert manifest.unexplainable == ()
    assert len(manifest.labels) == facts["output"]["classes"]
    session = onnxruntime.InferenceSession(imported.onnx, providers=["CPUExecutionProvider"])
    is_gray = manifest.specification.order is ChannelOrder.GRAY
    for reference in facts["references"]:
        image = Image.open(shared_data / reference["prepared"]).convert("L" if is_gray else "RGB")
        pixels = np.atleast_3d(np.asarray(image)).transpose(2, 0, 1)[None]
        x = prepared(pixels, manifest.specification)
        scores = session.run(None, {session.get_inputs()[0].name: x})[0][0].astype(np.float64)
        if facts["output"]["kind"].startswith("probabilities"):
            scores = np.exp(scores - np.logaddexp.reduce(scores))
        wanted = np.array(reference["all_scores"])
        assert np.abs(scores - wanted).max() <= 1e-5 * max(1.0, np.abs(wanted).max())
        assert [manifest.label(entry["index"]) for entry in reference["top5"]] == [
            entry["label"] for entry in reference["top5"]
        ]
