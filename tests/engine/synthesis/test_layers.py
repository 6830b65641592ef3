"""Which places of a network can be matched."""

import pytest
import torch

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.engine.synthesis import find_layer, layers_of, usual_layer
from deepintro_desktop.engine.synthesis.layers import up_to


def test_layers_are_where_values_are_final(graph):
    found = layers_of(graph)
    assert [(layer.name, layer.shape, layer.stride) for layer in found] == [
        ("relu 1", (6, 16, 16), 1),
        ("pool 1", (6, 8, 8), 2),
        ("relu 2", (8, 4, 4), 4),
        ("logits", (4,), 16),
    ]
    assert [layer.is_spatial for layer in found] == [True, True, True, False]
    assert found[2].n_values == 128


def test_the_usual_layer_knows_places(graph):
    assert usual_layer(layers_of(graph)).is_spatial
    assert find_layer(layers_of(graph), "") == usual_layer(layers_of(graph))


def test_an_unknown_layer_is_said_with_those_that_exist(graph):
    with pytest.raises(WrongRequestError, match="relu 1, pool 1"):
        find_layer(layers_of(graph), "fc7")


def test_only_what_a_layer_needs_is_computed(graph):
    part = up_to(graph, find_layer(layers_of(graph), "pool 1"))
    assert [node.name for node in part.nodes] == ["conv 1", "relu 1", "pool 1"]
    x = torch.randn(2, 3, 16, 16, generator=torch.Generator().manual_seed(1))
    assert torch.equal(part.run(x)["pool 1"], graph.run(x, keep=["pool 1"])["pool 1"])
