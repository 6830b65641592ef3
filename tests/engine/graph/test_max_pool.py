"""The max pool that gathers channels, against torch's plain one: values and gradient, equal to the bit."""

import pytest
import torch
from torch.nn import functional as F

from deepintro_desktop.engine.graph.operator import Node
from deepintro_desktop.engine.graph.operators.pooling import _FEWEST_CHANNELS
from deepintro_desktop.engine.graph.registry import find

WINDOWS = [
    ((3, 3), (2, 2), (0, 0)),
    ((2, 2), (2, 2), (0, 0)),
    ((3, 3), (1, 1), (1, 1)),
    ((2, 5), (2, 1), (1, 2)),
]


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
@pytest.mark.parametrize("channels", [_FEWEST_CHANNELS - 1, _FEWEST_CHANNELS, 2 * _FEWEST_CHANNELS + 3])
@pytest.mark.parametrize(("kernel", "strides", "padding"), WINDOWS)
def test_values_and_gradient_are_those_of_the_plain_pool(kernel, strides, padding, channels, dtype):
    random = torch.Generator().manual_seed(channels)
    # Whole numbers, so that many windows have several maxima: the same one must win.
    x = torch.randint(-3, 4, (2, channels, 13, 11), generator=random).to(dtype).requires_grad_()
    node = Node(
        "pool", "MaxPool", ("x",), ("y",),
        {"kernel_shape": kernel, "strides": strides, "pads": padding * 2}, 17,
    )  # fmt: skip
    (ours,) = find("MaxPool").forward(node, [x])
    theirs = F.max_pool2d(x, kernel, strides, padding)
    assert torch.equal(ours, theirs)
    assert ours.is_contiguous()
    weights = torch.randn(theirs.shape, generator=random).to(dtype)
    (our_gradient,) = torch.autograd.grad(ours, x, weights)
    (their_gradient,) = torch.autograd.grad(theirs, x, weights)
    assert torch.equal(our_gradient, their_gradient)
    assert our_gradient.is_contiguous()
