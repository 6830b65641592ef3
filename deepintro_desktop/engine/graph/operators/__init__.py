"""Operator families, one per file: each computes forward and names its relevance primitive."""

from deepintro_desktop.engine.graph.operators import (
    activation,
    convolution,
    elementwise,
    folding,
    gemm,
    indexing,
    normalisation,
    pooling,
    reduction,
    resize,
    shape,
    shape_arithmetic,
    softmax,
)

__all__ = [
    "activation",
    "convolution",
    "elementwise",
    "folding",
    "gemm",
    "indexing",
    "normalisation",
    "pooling",
    "reduction",
    "resize",
    "shape",
    "shape_arithmetic",
    "softmax",
]
