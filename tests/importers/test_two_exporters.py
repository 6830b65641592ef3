"""Files of both exporters of torch, opened as people open them, are explained by one map."""

import numpy as np
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
