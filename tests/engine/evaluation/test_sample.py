"""The bundled sample is what its README says: drawn from its seed, small, right, about corners."""

import numpy as np
import onnxruntime
import pytest
from PIL import Image

from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.engine.attribution import attribute
from deepintro_desktop.engine.evaluation.corners import corner_coverage
from deepintro_desktop.engine.evaluation.shapes import LABELS, QUADRILATERAL, draw_shapes
from deepintro_desktop.engine.features import cluster
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph

FOLDER = resource_path("samples", "shapes")
UNSEEN_SEED = 9_000_000


@pytest.fixture(scope="module")
def network_bytes():
    return (FOLDER / "shapes.onnx").read_bytes()


def test_files_are_there_and_small(network_bytes):
    assert len(network_bytes) <= 4_000_000
    assert (FOLDER / "labels.txt").read_text(encoding="utf-8").split() == list(LABELS)
    assert "deepintro evaluate train-shapes" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_pictures_come_from_the_seed_in_the_readme():
    shapes = draw_shapes(12, UNSEEN_SEED)
    for index, (image, number) in enumerate(zip(shapes.images_u8, shapes.classes, strict=True)):
        path = FOLDER / f"{LABELS[number]}-{index // 2 + 1:02d}.png"
        assert np.array_equal(np.asarray(Image.open(path).convert("L")), image)


def test_network_is_right_about_99_of_100_unseen_pictures(network_bytes):
    shapes = draw_shapes(400, 77_000_000)
    session = onnxruntime.InferenceSession(network_bytes, providers=["CPUExecutionProvider"])
    logits = session.run(None, {"image": shapes.images_u8[:, None].astype(np.float32) / 255})[0]
    assert (logits.argmax(1) == shapes.classes).mean() >= 0.99


def test_features_cover_the_corners_and_much_less_of_the_sides(network_bytes):
    graph, _ = canonicalise(ExplainableGraph.from_onnx(network_bytes))
    shapes = draw_shapes(30, UNSEEN_SEED, only=QUADRILATERAL)

    def features(image_hw):
        values = image_hw[None, None].astype(np.float32) / 255
        relevance = attribute(graph, values, QUADRILATERAL, "lrp-alpha2-beta1").values_hw
        return cluster(relevance, ClusteringParameters(threshold=40.0)).labels_hw

    found = corner_coverage(shapes.images_u8, shapes.corners_xy, features)
    assert found.coverage >= 0.95
    assert found.straight_coverage < 0.75
    assert found.area_share < 0.05
