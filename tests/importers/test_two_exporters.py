"""Files of both exporters of torch, opened as people open them, are explained by one map."""

import numpy as np
import onnx
import pytest
import torch
from engine.relevance.written import SIZE, drawn, written

from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import composite, propagate
from deepintro_desktop.importers import open_network

LEAST = 0.9999
DEFAULTS = {"Transformer": "lrp-epsilon", "Windowed": "lrp-gamma", "Multiplied": "lrp-epsilon-half"}


@pytest.mark.allow_log
@pytest.mark.parametrize("name", DEFAULTS)
def test_both_exporters_give_the_same_map_and_method(name, tmp_path) -> None:
    network, picture = drawn(name), torch.randn(1, 3, SIZE, SIZE)
    maps = []
    for way in ({"dynamo": False, "apart": True}, {"dynamo": True}):
        path = tmp_path / f"{len(maps)}.onnx"
        path.write_bytes(written(network, picture, **way))
        imported = open_network(AddNetworkRequest(path))
        assert imported.manifest.unexplainable == ()
        assert imported.manifest.default_method == DEFAULTS[name]
        graph, _ = canonicalise(ExplainableGraph.from_onnx(imported.onnx))
        maps.append([
            propagate(graph, picture, 2, composite(method))[0].ravel()
            for method in (DEFAULTS[name], "lrp-alpha2-beta1-half")
        ])  # fmt: skip
    for first, second in zip(*maps, strict=True):
        assert np.corrcoef(first, second)[0, 1] > LEAST


class Compound(torch.nn.Module):
    """Group and root-mean-square normalisation, Swish: one node each in the newest operators."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.group = torch.nn.Conv2d(3, 8, 3, 2), torch.nn.GroupNorm(2, 8)
        self.second, self.root = torch.nn.Conv2d(8, 8, 3, padding=1), torch.nn.RMSNorm(8)
        self.head = torch.nn.Linear(8, 6)
        for norm in (self.group, self.root):
            norm.weight.data = (0.5 + torch.rand(8)) * torch.randn(8).sign()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = torch.nn.functional.silu(self.group(self.first(x)))
        x = self.root(self.second(x).permute(0, 2, 3, 1))
        return self.head(x.mean((1, 2)))


@pytest.mark.allow_log
@pytest.mark.parametrize("name", ["Compound", "Transformer"])
def test_compound_operators_are_written_out(name, tmp_path) -> None:
    torch.manual_seed(3)
    network = Compound().eval() if name == "Compound" else drawn(name)
    picture, maps = torch.randn(1, 3, SIZE, SIZE), []
    for version in (23, 18):
        path = tmp_path / f"{version}.onnx"
        path.write_bytes(written(network, picture, dynamo=True, opset_version=version))
        operators = {node.op_type for node in onnx.load(path).graph.node}
        compound = {"Attention", "GroupNormalization", "RMSNormalization"}.intersection(operators)
        assert bool(compound) is (version == 23)
        imported = open_network(AddNetworkRequest(path))
        assert imported.manifest.unexplainable == ()
        graph, _ = canonicalise(ExplainableGraph.from_onnx(imported.onnx))
        maps.append([
            propagate(graph, picture, 2, composite(method))[0].ravel()
            for method in ("lrp-alpha2-beta1", "lrp-epsilon")
        ])  # fmt: skip
    for first, second in zip(*maps, strict=True):
        assert np.corrcoef(first, second)[0, 1] > LEAST
