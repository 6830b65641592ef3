"""The smallest and largest values that can reach a first linear node, for the z^B rule."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.engine.graph.graph import ExplainableGraph

Bounds = tuple[NDArray[np.floating], NDArray[np.floating]]
"""(low, high), each float [C]: the smallest and largest possible input of every channel, in network units."""


def bounds_at(graph: ExplainableGraph, name: str, bounds: Bounds) -> tuple[Tensor, Tensor]:
    """Return the bounds of the value ``name``, each [1, …] in its shape.

    Between the input and a first linear node stand only scalings, paddings and the like, which are monotone:
    the bounds of what comes out are the images of the bounds of what goes in.
    """
    pictures = []
    for bound in bounds:
        channels = torch.as_tensor(np.asarray(bound), dtype=graph.dtype, device=graph.device)
        shape = (1, -1) + (1,) * (len(graph.input_shape) - 1)
        pictures.append(channels.reshape(shape).expand(1, *graph.input_shape))
    if name == graph.input_name:
        return pictures[0], pictures[1]
    images = [graph.run(picture, keep=(name,))[name] for picture in pictures]
    return torch.minimum(*images), torch.maximum(*images)
