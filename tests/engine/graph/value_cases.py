"""Every variant of activations, arithmetic, normalisation, softmax and dense products."""

import numpy as np
from engine.graph.building import Case, chain, one, positive, real, scalar, weights

DENSE: list[Case] = [
    one("Gemm", weights(5, 3), weights(3), shape=(5,)),
    one("Gemm", weights(5, 3), weights(3), shape=(5,), opset=7),
    one("Gemm", weights(3, 5), weights(3), shape=(5,), transB=1),
    one("Gemm", weights(3, 5), weights(1, 3), shape=(5,), transB=1, alpha=0.5, beta=-2.0),
    one("Gemm", weights(3, 5), weights(1), shape=(5,), transB=1, id="one-bias"),
    one("Gemm", weights(3, 5), scalar(0.7), shape=(5,), transB=1, id="scalar-bias"),
    one("Gemm", weights(5, 3), shape=(5,), opset=13, id="no-bias"),
    chain(
        "transA",
        ("Transpose", "x", "t"),
        ("Gemm", "t w b", "y", {"transA": 1}),
        shape=(5,), w=weights(5, 3), b=weights(3),
    ),
    one("MatMul", weights(5, 3), shape=(5,)),
    one("MatMul", weights(5, 3), shape=(4, 5), id="rows"),
    one("MatMul", weights(4, 5, 3), shape=(4, 2, 5), id="stack"),
    chain("activations", ("Transpose", "x", "t", {"perm": [0, 1, 3, 2]}), ("MatMul", "x t", "y")),
    chain("left", ("MatMul", "w x", "y"), w=weights(3, 7)),
    one("Einsum", weights(6, 3), equation="bchw,wk->bchk", id="last-axis"),
    one("Einsum", weights(3, 4), equation="b c h w , k c -> b h w k", id="spaces"),
    one("Einsum", weights(4, 7, 3), equation="...chw,chk->...ckw", id="batched"),
    chain("activations", ("Einsum", "x x", "y", {"equation": "bchw,bciw->bchi"})),
    chain("left", ("Einsum", "w x", "y", {"equation": "KC,BCHW->BKHW"}), w=weights(3, 4)),
]  # fmt: skip

_UNARY = (
    "Relu", "Sigmoid", "Tanh", "Erf", "HardSwish", "Softplus", "Softsign", "Exp", "Abs", "Neg", "Floor",
    "Ceil", "Round", "Sign", "Elu", "Celu", "Selu", "LeakyRelu", "ThresholdedRelu", "HardSigmoid", "Clip",
)  # fmt: skip
ACTIVATIONS: list[Case] = [
    *[one(name, values="large", opset=17) for name in _UNARY],
    *[one(name, values="positive") for name in ("Log", "Sqrt", "Reciprocal")],
    *[
        one(name, opset=7)
        for name in ("Relu", "Sigmoid", "Elu", "LeakyRelu", "HardSigmoid", "Softplus", "Exp")
    ],
    one("Mish", opset=18),
    one("Elu", alpha=0.3),
    one("Celu", alpha=0.7, opset=12),
    one("Selu", alpha=1.2, gamma=0.8),
    one("LeakyRelu", alpha=0.2),
    one("ThresholdedRelu", alpha=0.4),
    one("HardSigmoid", alpha=0.3, beta=0.4),
    one("Gelu", opset=20),
    one("Gelu", opset=20, approximate="tanh"),
    one("PRelu", weights(4, 1, 1)),
    one("PRelu", weights(1), opset=7),
    one("PRelu", weights(4, 7, 6), opset=9),
    one("Clip", opset=7, min=-0.5, max=0.7),
    one("Clip", opset=6 + 1, min=0.1),
    one("Clip", scalar(-0.2), scalar(0.6), opset=11),
    one("Clip", None, scalar(0.6), opset=13, id="max-only"),
    one("Clip", scalar(0.1), opset=12, id="min-only"),
    one("Pow", scalar(2.0)),
    one("Pow", scalar(3, np.int64), opset=12, id="whole"),
    one("Pow", real(0.5), values="positive", opset=7),
]

_VECTOR = weights(4, 1, 1)
ARITHMETIC: list[Case] = [
    *[one(name, _VECTOR) for name in ("Add", "Sub", "Mul", "Div", "Max", "Min", "Sum", "Mean")],
    *[one(name, _VECTOR, opset=8) for name in ("Max", "Min", "Sum", "Mean")],
    *[one(name, weights(6), opset=7, id="last-axis") for name in ("Add", "Sub", "Mul", "Div")],
    *[one(name, scalar(0.7), id="scalar") for name in ("Add", "Mul")],
    *[one(name, weights(2, 1, 4, 7, 1)[:1], id="more-axes") for name in ("Add", "Mul")],
    *[one(name, _VECTOR, weights(6), id="three") for name in ("Sum", "Mean", "Max", "Min")],
    one("Sum", id="alone"),
    chain("reversed", ("Sub", "c x", "y"), c=_VECTOR),
    chain("reversed", ("Div", "c x", "y"), c=_VECTOR, values="positive"),
    *[
        chain("activations", ("Relu", "x", "r"), (name, "x r", "y"))
        for name in ("Add", "Sub", "Mul", "Sum", "Max")
    ],
    chain("itself", ("Mul", "x x", "y")),
    chain("activations", ("Exp", "x", "e"), ("Div", "x e", "y")),
    *[
        chain(f"mask-{name}", (name, "x c", "m"), ("Where", "m x c", "y"), c=_VECTOR)
        for name in ("Greater", "GreaterOrEqual", "Less", "LessOrEqual", "Equal")
    ],
    *[
        chain(
            f"mask-{name}",
            ("Greater", "x c", "a"), ("Less", "x d", "b"), (name, "a b", "m"), ("Where", "m x d", "y"),
            c=_VECTOR, d=weights(6),
        )
        for name in ("And", "Or", "Xor")
    ],
    chain("mask-Not", ("Greater", "x c", "a"), ("Not", "a", "m"), ("Where", "m x c", "y"), c=_VECTOR),
]  # fmt: skip

_BATCH = (weights(4, seed=5), weights(4, seed=6), weights(4, seed=7), positive(4))
NORMALISATIONS: list[Case] = [
    *[one("BatchNormalization", *_BATCH, opset=opset) for opset in (7, 9, 14, 15, 21)],
    one("BatchNormalization", *_BATCH, epsilon=1e-3),
    one("BatchNormalization", *_BATCH, shape=(4,), id="dense"),
    one("BatchNormalization", *_BATCH, opset=8, spatial=1),
    one("InstanceNormalization", weights(4), weights(4, seed=9)),
    one("InstanceNormalization", weights(4), weights(4, seed=9), opset=7, epsilon=0.01),
    one("LayerNormalization", weights(6), weights(6, seed=9)),
    one("LayerNormalization", weights(7, 6), axis=2, epsilon=0.01),
    one("LayerNormalization", weights(4, 7, 6), weights(4, 7, 6, seed=9), axis=-3, opset=21),
    one("LRN", size=3, alpha=0.5),
    one("LRN", size=5, alpha=0.5, beta=0.6, bias=2.0, opset=7, shape=(8, 3, 3)),
    one("LRN", size=1, alpha=0.5),
]

SOFTMAXES: list[Case] = [
    *[one(name, axis=axis) for name in ("Softmax", "LogSoftmax") for axis in (-1, 1, 2)],
    *[one(name) for name in ("Softmax", "LogSoftmax")],
    *[one(name, opset=opset) for name in ("Softmax", "LogSoftmax") for opset in (7, 11)],
    *[one(name, opset=11, axis=axis) for name in ("Softmax", "LogSoftmax") for axis in (2, -1)],
]

VALUES: list[Case] = [*DENSE, *ACTIVATIONS, *ARITHMETIC, *NORMALISATIONS, *SOFTMAXES]
