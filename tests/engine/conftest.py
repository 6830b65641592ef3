"""A small network with places and units, random weights, none of them zero."""

import numpy as np
import pytest
import torch

from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node

SIDE = 16


def _weights(shape, random):
    values = torch.randn(shape, generator=random)
    return values * ((2 / torch.Size(shape[1:]).numel()) ** 0.5 if len(shape) > 1 else 0.1)


def _graph(dtype=torch.float32):
    random = torch.Generator().manual_seed(5)
    shapes = {"w1": (6, 3, 3, 3), "b1": (6,), "w2": (8, 6, 3, 3), "b2": (8,), "w3": (4, 8 * 16), "b3": (4,)}
    constants = {name: _weights(shape, random).to(dtype) for name, shape in shapes.items()}
    conv = {"kernel_shape": (3, 3), "pads": (1, 1, 1, 1)}
    nodes = (
        Node("conv 1", "Conv", ("picture", "w1", "b1"), ("conv 1",), conv, 17),
        Node("relu 1", "Relu", ("conv 1",), ("relu 1",), {}, 17),
        Node(
            "pool 1", "AveragePool", ("relu 1",), ("pool 1",), {"kernel_shape": (2, 2), "strides": (2, 2)}, 17
        ),
        Node("conv 2", "Conv", ("pool 1", "w2", "b2"), ("conv 2",), {**conv, "strides": (2, 2)}, 17),
        Node("relu 2", "Relu", ("conv 2",), ("relu 2",), {}, 17),
        Node("flat", "Flatten", ("relu 2",), ("flat",), {}, 17),
        Node("dense", "Gemm", ("flat", "w3", "b3"), ("logits",), {"transB": 1}, 17),
    )
    return ExplainableGraph(nodes, constants, "picture", (3, SIDE, SIDE), "logits", 4, 17, dtype)


@pytest.fixture
def graph():
    return _graph()


@pytest.fixture
def graph64():
    return _graph(torch.float64)


@pytest.fixture
def specification():
    return InputSpecification(
        SIDE, SIDE, 3, ChannelOrder.BGR, scale=1 / 128, mean=(0.8, 0.9, 1.0), std=(1.0, 1.1, 0.9)
    )


@pytest.fixture
def picture():
    """Something smooth with an edge, uint8 [16, 16, 3]."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    colours = np.stack([rows, columns, (rows + columns) / 2 + 0.3 * (columns > 0.5)], -1)
    return (200 * colours / colours.max() + 20).astype(np.uint8)
