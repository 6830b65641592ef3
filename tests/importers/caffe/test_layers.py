"""Every layer type against OpenCV.

Against plain arithmetic where OpenCV is wrong or does not know the layer.
"""

import numpy as np
import pytest
from importers.builders import weights, with_input
from importers.caffe.reference import assert_same, converted, ours

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError

SIZES = (2, 4, 7, 6)


def layer(kind, parameters="", *, bottoms=("data",), tops=("y",), name="y"):
    links = " ".join([*(f'bottom: "{blob}"' for blob in bottoms), *(f'top: "{blob}"' for blob in tops)])
    return f'layer {{ name: "{name}" type: "{kind}" {links} {parameters} }}\n'


@pytest.fixture
def x(rng):
    return rng.normal(0, 1, SIZES).astype(np.float32)


@pytest.mark.parametrize(
    ("parameters", "shape"),
    [
        ("num_output: 6 kernel_size: 3", (6, 4, 3, 3)),
        ("num_output: 6 kernel_size: 3 pad: 1 stride: 2", (6, 4, 3, 3)),
        ("num_output: 6 kernel_size: 3 pad: 1 group: 2", (6, 2, 3, 3)),
        ("num_output: 4 kernel_size: 3 group: 4", (4, 1, 3, 3)),
        ("num_output: 5 kernel_size: 3 dilation: 2 pad: 2", (5, 4, 3, 3)),
        ("num_output: 5 kernel_h: 3 kernel_w: 1 pad_h: 1 pad_w: 0 stride_h: 2 stride_w: 1", (5, 4, 3, 1)),
        ("num_output: 5 kernel_size: 3 kernel_size: 2 stride: 1 stride: 2 pad: 0 pad: 1", (5, 4, 3, 2)),
    ],
)
def test_convolutions(tmp_path, rng, x, parameters, shape):
    structure = with_input(layer("Convolution", f"convolution_param {{ {parameters} }}"), *SIZES)
    assert_same(tmp_path, structure, {"y": [weights(rng, *shape), weights(rng, shape[0])]}, x)


def test_a_convolution_without_bias(tmp_path, rng, x):
    structure = with_input(
        layer("Convolution", "convolution_param { num_output: 3 kernel_size: 2 bias_term: false }"), *SIZES
    )
    assert_same(tmp_path, structure, {"y": [weights(rng, 3, 4, 2, 2)]}, x)


@pytest.mark.parametrize(
    ("parameters", "shape"),
    [
        ("num_output: 3 kernel_size: 4 stride: 2 pad: 1", (4, 3, 4, 4)),
        ("num_output: 4 kernel_size: 3 stride: 2 group: 2", (4, 2, 3, 3)),
    ],
)
def test_deconvolutions(tmp_path, rng, x, parameters, shape):
    structure = with_input(layer("Deconvolution", f"convolution_param {{ {parameters} }}"), *SIZES)
    n_out = shape[1] * (2 if "group" in parameters else 1)
    assert_same(tmp_path, structure, {"y": [weights(rng, *shape), weights(rng, n_out)]}, x)


def test_an_inner_product_flattens_its_input(tmp_path, rng, x):
    structure = with_input(layer("InnerProduct", "inner_product_param { num_output: 5 }"), *SIZES)
    assert_same(tmp_path, structure, {"y": [weights(rng, 5, 4 * 7 * 6), weights(rng, 5)]}, x)


def test_a_transposed_inner_product(tmp_path, rng, x):
    matrix, bias = weights(rng, 4 * 7 * 6, 5), weights(rng, 5)
    structure = with_input(
        layer("InnerProduct", "inner_product_param { num_output: 5 transpose: true }"), *SIZES
    )
    result = ours(converted(tmp_path, structure, {"y": [matrix, bias]}), x)
    np.testing.assert_allclose(result, x.reshape(2, -1) @ matrix + bias, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("ReLU", ""),
        ("ReLU", "relu_param { negative_slope: 0.2 }"),
        ("ELU", "elu_param { alpha: 1.0 }"),
        ("Sigmoid", ""),
        ("TanH", ""),
        ("AbsVal", ""),
        ("BNLL", ""),
        ("Power", "power_param { power: 2 scale: 0.5 shift: 3 }"),
        ("Power", "power_param { scale: -2 shift: 1 }"),
        ("Softmax", ""),
        ("Softmax", "softmax_param { axis: 2 }"),
        ("Dropout", ""),
        ("LRN", "lrn_param { local_size: 3 alpha: 0.7 beta: 0.6 }"),
        ("LRN", "lrn_param { local_size: 3 alpha: 0.7 beta: 0.6 norm_region: WITHIN_CHANNEL }"),
        ("Flatten", ""),
    ],
)
def test_layers_without_weights(tmp_path, x, kind, parameters):
    assert_same(tmp_path, with_input(layer(kind, parameters), *SIZES), {}, x)


@pytest.mark.parametrize(
    ("kind", "parameters", "function"),
    [
        ("Exp", "exp_param { base: 2 scale: 0.5 shift: 1 }", lambda x: 2.0 ** (1 + 0.5 * x)),
        ("Exp", "", np.exp),
        ("Log", "log_param { base: 10 scale: 0.1 shift: 2 }", lambda x: np.log10(2 + 0.1 * x)),
        ("Power", "", lambda x: x),
        ("Power", "power_param { power: 0 }", np.ones_like),
        ("ReLU6", "", lambda x: x.clip(0, 6)),
        ("Clip", "clip_param { min: -0.5 max: 0.25 }", lambda x: x.clip(-0.5, 0.25)),
        (
            "Reduction",
            "reduction_param { axis: 1 operation: MEAN coeff: 3 }",
            lambda x: 3 * x.mean((1, 2, 3)),
        ),
        ("Reduction", "reduction_param { axis: 2 operation: SUM }", lambda x: x.sum((2, 3))),
        ("Reduction", "reduction_param { axis: -1 operation: SUMSQ }", lambda x: (x**2).sum(3)),
        ("Reduction", "reduction_param { axis: 1 operation: ASUM }", lambda x: np.abs(x).sum((1, 2, 3))),
        ("Flatten", "flatten_param { axis: 2 }", lambda x: x.reshape(2, 4, 42)),
        ("Reshape", "reshape_param { shape { dim: 0 dim: -1 } }", lambda x: x.reshape(2, -1)),
        (
            "Reshape",
            "reshape_param { shape { dim: 2 dim: 2 dim: -1 } axis: 1 }",
            lambda x: x.reshape(2, 2, 2, 42),
        ),
        ("Reshape", "reshape_param { shape { dim: -1 } axis: 2 num_axes: 2 }", lambda x: x.reshape(2, 4, 42)),
        (
            "LRN",
            "lrn_param { local_size: 1 alpha: 0.7 beta: 0.5 k: 2 }",
            # OpenCV ignores k.
            lambda x: x / np.sqrt(2 + 0.7 * x**2),
        ),
    ],
)
def test_layers_by_their_formula(tmp_path, x, kind, parameters, function):
    result = ours(converted(tmp_path, with_input(layer(kind, parameters), *SIZES), {}), x)
    np.testing.assert_allclose(result, function(x.astype(np.float64)), rtol=1e-5, atol=1e-5)


def test_reshape_keeps_the_batch_free(tmp_path, x):
    structure = with_input(layer("Reshape", "reshape_param { shape { dim: 10 dim: 168 } }"), 10, *SIZES[1:])
    assert ours(converted(tmp_path, structure, {}), x).shape == (2, 168)


@pytest.mark.parametrize("total", [0.0, 1.0, 999.7])
def test_batch_norm_divides_its_statistics(tmp_path, rng, x, total):
    mean, variance = weights(rng, 4) * 2, rng.uniform(0.5, 2, 4).astype(np.float32)
    structure = with_input(layer("BatchNorm", "batch_norm_param { eps: 0.01 }"), *SIZES)
    result = ours(converted(tmp_path, structure, {"y": [mean, variance, np.array([total], np.float32)]}), x)
    factor = 0.0 if total == 0 else 1 / total
    column = (1, 4, 1, 1)
    expected = (x - (mean * factor).reshape(column)) / np.sqrt((variance * factor).reshape(column) + 0.01)
    np.testing.assert_allclose(result, expected, rtol=1e-4, atol=1e-5)


def test_batch_norm_and_scale_in_place(tmp_path, rng, x):
    structure = with_input(
        layer("Convolution", "convolution_param { num_output: 5 kernel_size: 3 }", tops=("c",), name="c")
        + layer("BatchNorm", bottoms=("c",), tops=("c",), name="n")
        + layer("Scale", "scale_param { bias_term: true }", bottoms=("c",), tops=("c",), name="s")
        + layer("ReLU", bottoms=("c",), tops=("c",), name="r"),
        *SIZES,
    )
    blobs = {
        "c": [weights(rng, 5, 4, 3, 3), weights(rng, 5)],
        "n": [weights(rng, 5), rng.uniform(0.5, 2, 5).astype(np.float32), np.array([1.7], np.float32)],
        "s": [rng.uniform(0.5, 2, 5).astype(np.float32), weights(rng, 5)],
    }
    assert (assert_same(tmp_path, structure, blobs, x) > 0).any()


def test_statistics_of_the_batch_are_refused(tmp_path, rng):
    structure = with_input(layer("BatchNorm", "batch_norm_param { use_global_stats: false }"), *SIZES)
    with pytest.raises(UnsupportedNetworkError, match="other pictures"):
        converted(tmp_path, structure, {"y": [weights(rng, 4), weights(rng, 4), weights(rng, 1)]})


def test_a_learned_slope_per_channel_or_for_all(tmp_path, rng, x):
    assert_same(tmp_path, with_input(layer("PReLU"), *SIZES), {"y": [weights(rng, 4)]}, x)
    structure = with_input(layer("PReLU", "prelu_param { channel_shared: true }"), *SIZES)
    result = ours(converted(tmp_path, structure, {"y": [np.array([0.3], np.float32)]}), x)
    np.testing.assert_allclose(result, np.where(x > 0, x, 0.3 * x), rtol=1e-6)


@pytest.mark.parametrize(
    ("parameters", "shape"),
    [("axis: 1 num_axes: 2", (4, 7)), ("axis: -1", (6,)), ("num_axes: -1", (4, 7, 6))],
)
def test_scale_and_bias_over_other_axes(tmp_path, rng, x, parameters, shape):
    factor, offset = weights(rng, *shape), weights(rng, *shape)
    structure = with_input(
        layer("Scale", f"scale_param {{ {parameters} bias_term: true }}", tops=("s",), name="s")
        + layer("Bias", f"bias_param {{ {parameters} }}", bottoms=("s",)),
        *SIZES,
    )
    result = ours(converted(tmp_path, structure, {"s": [factor, offset], "y": [offset]}), x)
    start = 3 if "axis: -1" in parameters else 1
    spread = (*shape, *(1,) * (4 - start - len(shape)))
    expected = x * factor.reshape(spread) + 2 * offset.reshape(spread)
    np.testing.assert_allclose(result, expected, rtol=1e-4, atol=1e-5)


def test_scale_by_a_second_map(tmp_path, rng, x):
    structure = with_input(
        layer("Pooling", "pooling_param { pool: AVE global_pooling: true }", tops=("g",), name="g")
        + layer("Flatten", bottoms=("g",), tops=("f",), name="f")
        + layer("Scale", "scale_param { axis: 0 }", bottoms=("data", "f")),
        *SIZES,
    )
    result = ours(converted(tmp_path, structure, {}), x)
    np.testing.assert_allclose(result, x * x.mean((2, 3), keepdims=True), rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(
    "parameters",
    ["", "eltwise_param { operation: SUM coeff: 2 coeff: -0.5 }", "eltwise_param { operation: PROD }",
     "eltwise_param { operation: MAX }"],
)  # fmt: skip
def test_maps_combine_value_by_value(tmp_path, x, parameters):
    structure = with_input(
        layer("Power", "power_param { scale: -1 shift: 0.3 }", tops=("p",), name="p")
        + layer("Eltwise", parameters, bottoms=("data", "p")),
        *SIZES,
    )
    assert_same(tmp_path, structure, {}, x)


@pytest.mark.parametrize(
    ("cut", "join"),
    [
        ("axis: 1 slice_point: 1", "axis: 1"),
        ("slice_dim: 1", "concat_dim: 1"),
        ("axis: -1 slice_point: 3", "axis: -2"),
    ],
)
def test_maps_divide_and_join(tmp_path, x, cut, join):
    structure = with_input(
        layer("Slice", f"slice_param {{ {cut} }}", tops=("a", "b"), name="cut")
        + layer("Concat", f"concat_param {{ {join} }}", bottoms=("b", "a"), tops=("c",), name="join")
        + layer("ReLU", bottoms=("c",)),
        *SIZES,
    )
    assert_same(tmp_path, structure, {}, x)


def test_split_and_crop(tmp_path, rng, x):
    structure = with_input(
        layer("Split", tops=("a", "b"), name="split")
        + layer(
            "Convolution",
            "convolution_param { num_output: 4 kernel_size: 3 }",
            bottoms=("a",),
            tops=("c",),
            name="c",
        )
        + layer(
            "Crop", "crop_param { axis: 2 offset: 1 offset: 2 }", bottoms=("b", "c"), name="crop", tops=("d",)
        )
        + layer("Eltwise", bottoms=("c", "d")),
        *SIZES,
    )
    assert_same(tmp_path, structure, {"c": [weights(rng, 4, 4, 3, 3), weights(rng, 4)]}, x)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (layer("Convolution", "convolution_param { num_output: 3 kernel_size: 9 }"), "nothing to work on"),
        (layer("Convolution", "convolution_param { num_output: 3 }"), "kernel"),
        (layer("Convolution", "convolution_param { num_output: 3 kernel_size: 1 group: 3 }"), "groups"),
        (layer("Slice", "slice_param { slice_point: 9 }", tops=("y", "z")), "points"),
        (layer("Reshape", "reshape_param { shape { dim: 8 dim: -1 } }"), "mixes pictures"),
        (layer("Reduction"), "whole batch"),
        (layer("LRN", "lrn_param { local_size: 4 }"), "no middle"),
        (layer("Exp", "exp_param { base: -3 }"), "base"),
        (layer("Crop", bottoms=("data",)), "inputs"),
        (layer("Eltwise", bottoms=("data",)), "two or more"),
        (layer("InnerProduct", "inner_product_param { num_output: 3 axis: 2 }"), "axis"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(tmp_path, rng, body, why):
    arrays = {"y": [weights(rng, 3, 4, 1, 1), weights(rng, 3)]}
    with pytest.raises(UnsupportedNetworkError, match=f"y.*{why}"):
        converted(tmp_path, with_input(body, *SIZES), arrays)


def test_weights_of_another_shape_are_refused_with_both_shapes(tmp_path, rng):
    structure = with_input(layer("Convolution", "convolution_param { num_output: 3 kernel_size: 3 }"), *SIZES)
    with pytest.raises(UnreadableNetworkError, match=r"\[3, 4, 3, 3\].*\[3, 4, 5, 5\]"):
        converted(tmp_path, structure, {"y": [weights(rng, 3, 4, 5, 5), weights(rng, 3)]})
