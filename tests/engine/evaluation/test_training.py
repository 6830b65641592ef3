"""Training runs, is cancelled, repeats itself, and its ONNX file answers like the trained network."""

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn

from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.engine.evaluation.network import build_network, n_parameters, to_onnx
from deepintro_desktop.engine.evaluation.shapes import draw_shapes
from deepintro_desktop.engine.evaluation.train_shapes import train_shapes


def _run(encoded, values):
    return onnxruntime.InferenceSession(encoded, providers=["CPUExecutionProvider"]).run(
        None, {"image": values}
    )[0]


@pytest.fixture
def used_network():
    """Return a network whose batch normalisation has seen pictures."""
    network = build_network().train()
    with torch.no_grad():
        network(torch.rand(8, 1, 112, 112))
    for module in network:
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.uniform_(module.bias, -0.5, 0.5)
    return network.eval()


def test_network_has_the_size_of_the_design():
    assert 850_000 < n_parameters(build_network()) < 870_000


def test_onnx_answers_like_torch_for_any_batch(used_network):
    encoded = to_onnx(used_network, "shapes", "")
    for n_images in (1, 5):
        values = torch.rand(n_images, 1, 112, 112)
        with torch.no_grad():
            wanted = used_network(values).numpy()
        np.testing.assert_allclose(_run(encoded, values.numpy()), wanted, rtol=1e-4, atol=1e-5)


def test_onnx_has_named_layers_and_raw_logits(used_network):
    graph = onnx.load_from_string(to_onnx(used_network, "shapes", "")).graph
    assert [node.name for node in graph.node][:3] == ["convolution 1", "relu 1", "pool 1"]
    assert [node.op_type for node in graph.node][-4:] == ["Flatten", "Gemm", "Relu", "Gemm"]
    assert graph.output[0].name == "logits"
    assert len({node.name for node in graph.node}) == len(graph.node)


def test_a_few_steps_write_network_and_labels(tmp_path):
    heard = []
    report = Report(on_progress=lambda fraction, message: heard.append(fraction))
    outcome = train_shapes(tmp_path / "new", seed=1, n_steps=2, report=report, n_test_images=8)
    assert outcome.labels_file.read_text(encoding="utf-8") == "quadrilateral\nellipse\n"
    assert outcome.n_bytes == outcome.network_file.stat().st_size <= 4_000_000
    assert 0.0 <= outcome.accuracy <= 1.0
    assert heard == sorted(heard)
    pictures = draw_shapes(3, 0).images_u8[:, None].astype(np.float32) / 255
    assert _run(outcome.network_file.read_bytes(), pictures).shape == (3, 2)


def test_the_same_seed_trains_the_same_network_and_leaves_torch_alone(tmp_path):
    before = torch.get_rng_state()
    files = [train_shapes(tmp_path / name, 5, 1, n_test_images=2).network_file for name in ("a", "b")]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert torch.equal(torch.get_rng_state(), before)


def test_cancelled_training_writes_nothing(tmp_path):
    with pytest.raises(Cancelled):
        train_shapes(tmp_path / "never", report=Report(is_cancelled=lambda: True))
    assert not (tmp_path / "never").exists()
