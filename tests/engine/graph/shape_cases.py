"""Every variant of moving, picking, reducing and resizing, with the forms of old and new opsets."""

import numpy as np
from engine.graph.building import Case, chain, one, real, scalar, whole
from onnx import TensorProto, numpy_helper

SHAPES: list[Case] = [
    one("Reshape", whole(0, -1)),
    one("Reshape", whole(0, 0, -1), opset=13),
    one("Reshape", whole(-1, 2, 2, 42), opset=7),
    one("Reshape", whole(-1, 168), opset=14, allowzero=1),
    one("Flatten"),
    one("Flatten", axis=1, opset=7),
    one("Flatten", axis=-3, opset=11),
    one("Transpose", perm=[0, 2, 3, 1]),
    one("Transpose", perm=[0, 3, 1, 2], opset=7),
    one("Squeeze", whole(1), shape=(1, 4, 3), id="one"),
    one("Squeeze", whole(-1, 2), shape=(3, 1, 1), id="two"),
    one("Squeeze", shape=(3, 1, 1), axes=[2, 3], opset=11),
    one("Unsqueeze", whole(1, 3), shape=(3, 4), id="two"),
    one("Unsqueeze", whole(-1), shape=(3, 4), id="one"),
    one("Unsqueeze", shape=(3, 4), axes=[1, 2], opset=11),
    chain("axis-1", ("Relu", "x", "r"), ("Concat", "x r x", "y", {"axis": 1})),
    chain("axis-last", ("Relu", "x", "r"), ("Concat", "x r", "y", {"axis": -1}), opset=7),
    one("Split", n_outputs=2, axis=1),
    one("Split", n_outputs=2, axis=1, split=[1, 3], opset=11),
    one("Split", whole(2, 1, 3), n_outputs=3, axis=-1),
    one("Split", n_outputs=3, axis=2, num_outputs=3, opset=18),
    one("Expand", whole(1, 4, 3, 6), shape=(4, 1, 6)),
    one("Expand", whole(3, 1), shape=(4, 3, 6), opset=8),
    one("Tile", whole(1, 2, 1, 3)),
    one("Identity"),
    one("Dropout"),
    one("Dropout", opset=7, ratio=0.3),
    one("Dropout", scalar(0.4), opset=12),
    one("Dropout", scalar(0.4), scalar(False, np.bool_), opset=13, id="not-training"),
    one("DepthToSpace", blocksize=2, shape=(8, 3, 2)),
    one("DepthToSpace", blocksize=2, shape=(8, 3, 2), mode="CRD", opset=11),
    one("SpaceToDepth", blocksize=2, shape=(3, 4, 6)),
    one("Cast", to=TensorProto.FLOAT),
    one("Cast", to=TensorProto.FLOAT, opset=25),
    chain(
        "double",
        ("Cast", "x", "d", {"to": TensorProto.DOUBLE}),
        ("Cast", "d", "y", {"to": TensorProto.FLOAT}),
    ),
    chain(
        "whole", ("Cast", "x", "d", {"to": TensorProto.INT64}), ("Cast", "d", "y", {"to": TensorProto.FLOAT})
    ),
]

PADS: list[Case] = [
    one("Pad", whole(0, 0, 1, 2, 0, 0, 3, 0)),
    one("Pad", whole(0, 0, 1, 2, 0, 0, 3, 0), scalar(1.5), id="value"),
    one("Pad", whole(0, 1, 0, 2, 0, 2, 0, 0), id="channels"),
    one("Pad", whole(0, 0, -1, 2, 0, 0, 1, -2), id="cut"),
    one("Pad", opset=7, pads=[0, 0, 1, 2, 0, 0, 3, 0], value=-0.5),
    one("Pad", whole(1, 2, 0, 3), None, whole(2, -1), opset=18, id="axes"),
    *[
        one("Pad", whole(0, 0, 2, 3, 0, 0, 1, 2), mode=mode, opset=opset)
        for mode, opset in (("reflect", 11), ("edge", 13), ("reflect", 18), ("wrap", 19))
    ],
    one("Pad", opset=10, pads=[0, 0, 2, 3, 0, 0, 1, 2], mode="reflect"),
]

PICKS: list[Case] = [
    one("Slice", starts=[1, 0], ends=[3, -1], axes=[1, 3], opset=7),
    one("Slice", whole(1, -5), whole(3, 2**63 - 1), whole(1, 2)),
    one("Slice", whole(0, 0, 2), whole(2**31, 4, 5), opset=10, id="no-axes"),
    one("Slice", whole(-1), whole(-(2**63)), whole(3), whole(-1), id="reversed"),
    one("Slice", whole(-20), whole(-30), whole(2), whole(-1), id="backward-from-before"),
    one("Slice", whole(5, 0), whole(0, 100), whole(2, 3), whole(-2, 3), id="steps"),
    one("Gather", whole(2, 0, -1), axis=1),
    one("Gather", scalar(1, np.int64), axis=1, id="scalar"),
    one("Gather", np.array([[0, 1], [2, -2]], dtype=np.int64), axis=2, opset=7, id="matrix"),
    chain("elements", ("Transpose", "x", "t", {"perm": [1, 0]}),
          ("Gather", "i q", "j", {"axis": 0}), ("GatherElements", "x j", "y", {"axis": 1}),
          shape=(5,), i=np.array([[3, -1, 0]], dtype=np.int64), q=whole(0, 0, 0)[:1]),
    chain("gather-nd", ("Transpose", "x", "t", {"perm": [1, 2, 3, 0]}), ("GatherND", "t i", "g"),
          ("Transpose", "g", "y", {"perm": [1, 0]}), i=np.array([[0, 1, 2], [3, -1, 5]], dtype=np.int64)),
    chain("scatter-nd", ("Transpose", "x", "t", {"perm": [1, 2, 3, 0]}),
          ("Gather", "t rows", "u", {"axis": 0}), ("ScatterND", "t i u", "s"),
          ("Transpose", "s", "y", {"perm": [3, 0, 1, 2]}),
          i=np.array([[0], [2]], dtype=np.int64), rows=whole(3, 0)),
]  # fmt: skip

SHAPE_ARITHMETIC: list[Case] = [
    chain("flatten-by-shape", ("Shape", "x", "s"), ("Gather", "s zero", "n"), ("Unsqueeze", "n zeros", "m"),
          ("Concat", "m rest", "t", {"axis": 0}), ("Reshape", "x t", "y"),
          zero=scalar(0, np.int64), zeros=whole(0), rest=whole(-1)),
    chain("part", ("Shape", "x", "s", {"start": 1, "end": 3}), ("ReduceProd", "s", "p"),
          ("Concat", "minus p six", "t", {"axis": 0}), ("Reshape", "x t", "y"),
          minus=whole(-1), six=whole(6)),
    chain("size", ("Size", "x", "s"), ("Cast", "s", "f", {"to": TensorProto.FLOAT}), ("Div", "x f", "y")),
    chain("filled", ("Shape", "x", "s"),
          ("ConstantOfShape", "s", "c", {"value": numpy_helper.from_array(real(0.25))}), ("Add", "x c", "y")),
    chain("range", ("Shape", "x", "s"), ("Gather", "s three", "w"), ("Range", "zero w one", "r"),
          ("Cast", "r", "f", {"to": TensorProto.FLOAT}), ("Mul", "x f", "y"),
          three=scalar(3, np.int64), zero=scalar(0, np.int64), one=scalar(1, np.int64)),
    chain("halves", ("Shape", "x", "s"), ("Div", "s two", "h"), ("Mod", "s two", "m"), ("Mul", "h two", "d"),
          ("Add", "d m", "t"), ("Reshape", "x t", "y"), two=whole(2)),
    *[
        chain(f"places-{reverse}-{exclusive}", ("Shape", "x", "s"),
              ("ConstantOfShape", "s", "o", {"value": numpy_helper.from_array(real(0.3))}),
              ("CumSum", "o three", "p", {"reverse": reverse, "exclusive": exclusive}),
              (function, "p", "e"), ("Add", "x e", "y"), three=scalar(3, np.int64))
        for reverse, exclusive, function in ((0, 0, "Sin"), (1, 0, "Cos"), (1, 1, "Sin"))
    ],
    *[
        chain(f"triangle-{upper}", ("Shape", "x", "s"),
              ("ConstantOfShape", "s", "o", {"value": numpy_helper.from_array(real(1.0))}),
              ("Trilu", "o one", "t", {"upper": upper}), ("Mul", "x t", "y"), one=scalar(1, np.int64))
        for upper in (0, 1)
    ],
]  # fmt: skip

REDUCTIONS: list[Case] = [
    *[
        one(name, axes=[2, 3], opset=11)
        for name in ("ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceL2")
    ],
    *[one(name, axes=[-1, 1], keepdims=0, opset=7) for name in ("ReduceMean", "ReduceSum", "ReduceMax")],
    *[one(name, whole(2, 3), opset=18) for name in ("ReduceMean", "ReduceMax", "ReduceMin", "ReduceL2")],
    *[one(name, whole(1, 3), opset=18, keepdims=0) for name in ("ReduceMean", "ReduceMax")],
    one("ReduceSum", whole(1, 2), opset=13, keepdims=0),
    one("ReduceSum", opset=13, noop_with_empty_axes=1),
    one("ReduceMean", axes=[1], opset=17),
]

_TWICE = real(1, 1, 2, 2)
_ODD = real(1, 1, 1.5, 0.6)
RESIZES: list[Case] = [
    one("Upsample", opset=7, scales=[1.0, 1.0, 2.0, 3.0]),
    one("Upsample", real(1, 1, 2, 2), opset=9, mode="linear"),
    one("Upsample", real(1, 1, 1.5, 2.4), opset=9),
    one("Resize", _TWICE, opset=10),
    one("Resize", _ODD, opset=10, mode="linear"),
    *[
        one("Resize", None, _TWICE, opset=13, mode=mode, coordinate_transformation_mode=coordinates)
        for mode in ("nearest", "linear")
        for coordinates in ("half_pixel", "asymmetric", "align_corners", "pytorch_half_pixel")
    ],
    *[
        one(
            "Resize",
            None,
            _ODD,
            mode=mode,
            coordinate_transformation_mode=coordinates,
            id=f"odd-{mode}-{coordinates}",
        )
        for mode in ("nearest", "linear")
        for coordinates in ("half_pixel", "asymmetric", "align_corners")
    ],
    *[
        one("Resize", None, _ODD, nearest_mode=rounding, coordinate_transformation_mode="asymmetric")
        for rounding in ("round_prefer_floor", "round_prefer_ceil", "floor", "ceil")
    ],
    one("Resize", None, None, whole(1, 4, 3, 11), opset=13, mode="linear", shape=(4, 7, 6), id="sizes"),
    one("Resize", None, real(2, 1.5), opset=18, axes=[2, 3], mode="linear", id="axes"),
    one("Resize", None, None, whole(10, 3), opset=18, axes=[3, 2], mode="linear", id="axes-sizes"),
    one("Resize", None, _ODD, opset=19, mode="linear", coordinate_transformation_mode="half_pixel_symmetric"),
    one("Resize", real(), real(), whole(1, 4, 5, 9), opset=11, mode="linear", id="old-sizes"),
    *[
        one(
            "Resize",
            None,
            _ODD,
            opset=13,
            mode="cubic",
            coordinate_transformation_mode=coordinates,
            exclude_outside=outside,
            id=f"cubic-{coordinates}-{outside}",
        )
        for coordinates, outside in (("half_pixel", 0), ("align_corners", 0), ("asymmetric", 1))
    ],
    one("Resize", None, None, whole(1, 4, 9, 11), mode="cubic", cubic_coeff_a=-0.5, id="cubic-sizes"),
    one("Resize", real(), _TWICE, opset=11, coordinate_transformation_mode="tf_half_pixel_for_nn"),
]

FOLDS: list[Case] = [
    one("Col2Im", whole(5, 6), whole(2, 3), shape=(12, 16), opset=18),
    one("Col2Im", whole(7, 6), whole(3, 3), shape=(18, 12), opset=18, pads=[1, 1, 1, 1], strides=[2, 2]),
    one("Col2Im", whole(6, 6), whole(2, 2), shape=(8, 16), opset=18, dilations=[2, 2], id="dilated"),
]

MOVES: list[Case] = [*FOLDS, *SHAPES, *PADS, *PICKS, *SHAPE_ARITHMETIC, *REDUCTIONS, *RESIZES]
