"""Pooling sizes and divisors, against OpenCV and against a slow copy of Caffe's own loops."""

import math

import numpy as np
import pytest
from importers.builders import with_input
from importers.caffe.reference import TOLERANCE, assert_same, converted, ours

from deepintro_desktop.core.errors import UnsupportedNetworkError

POOL = 'layer {{ name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param {{ {} }} }}'
WINDOWS = [
    (2, 2, 0, 8, 8),
    (2, 2, 0, 7, 9),
    (3, 2, 0, 8, 7),
    (3, 2, 1, 8, 9),
    (3, 1, 1, 6, 5),
    (3, 3, 1, 7, 8),
    (5, 3, 2, 11, 12),
    (5, 2, 2, 10, 9),
    (4, 3, 1, 9, 10),
    (2, 1, 1, 5, 6),
    (3, 2, 2, 8, 8),
    (2, 3, 1, 9, 8),
]


def slow_pool(x, pool, kernel, stride, pad, *, floor=False):
    """Caffe's pooling loops in float64: windows are clipped to the padded map, so are the averages."""
    n, c, height, width = x.shape

    def count(size):
        steps = (size + 2 * pad - kernel) / stride
        n_out = (math.floor(steps) if floor else math.ceil(steps)) + 1
        return n_out - 1 if pad and (n_out - 1) * stride >= size + pad else n_out

    out = np.zeros((n, c, count(height), count(width)))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            top, left = i * stride - pad, j * stride - pad
            bottom, right = min(top + kernel, height + pad), min(left + kernel, width + pad)
            area = (bottom - top) * (right - left)
            part = x[:, :, max(top, 0) : min(bottom, height), max(left, 0) : min(right, width)].astype(
                np.float64
            )
            out[:, :, i, j] = part.max((2, 3)) if pool == "MAX" else part.sum((2, 3)) / area
    return out


@pytest.mark.parametrize("pool", ["MAX", "AVE"])
@pytest.mark.parametrize("window", WINDOWS)
def test_windows_are_those_of_caffe(tmp_path, rng, pool, window):
    kernel, stride, pad, height, width = window
    x = rng.normal(0, 1, (2, 3, height, width)).astype(np.float32)
    settings = f"pool: {pool} kernel_size: {kernel} stride: {stride} pad: {pad}"
    structure = with_input(POOL.format(settings), 2, 3, height, width)
    result = ours(converted(tmp_path, structure, {}), x)
    reference = slow_pool(x, pool, kernel, stride, pad)
    assert result.shape == reference.shape
    assert np.abs(result - reference).max() <= TOLERANCE * np.abs(reference).max()


@pytest.mark.parametrize("pool", ["MAX", "AVE"])
@pytest.mark.parametrize("window", [entry for entry in WINDOWS if entry[2] * 2 <= entry[0]])
def test_windows_are_those_of_opencv(tmp_path, rng, pool, window):
    kernel, stride, pad, height, width = window
    x = rng.normal(0, 1, (1, 3, height, width)).astype(np.float32)
    settings = f"pool: {pool} kernel_size: {kernel} stride: {stride} pad: {pad}"
    assert_same(tmp_path, with_input(POOL.format(settings), 1, 3, height, width), {}, x)


@pytest.mark.parametrize("pool", ["MAX", "AVE"])
def test_a_window_need_not_be_square(tmp_path, rng, pool):
    x = rng.normal(0, 1, (1, 2, 9, 10)).astype(np.float32)
    settings = f"pool: {pool} kernel_h: 3 kernel_w: 2 stride_h: 2 stride_w: 1 pad_h: 1 pad_w: 0"
    assert_same(tmp_path, with_input(POOL.format(settings), 1, 2, 9, 10), {}, x)


@pytest.mark.parametrize("pool", ["MAX", "AVE"])
def test_global_pooling_takes_the_whole_map(tmp_path, rng, pool):
    x = rng.normal(0, 1, (2, 3, 5, 7)).astype(np.float32)
    source = converted(
        tmp_path, with_input(POOL.format(f"pool: {pool} global_pooling: true"), 2, 3, 5, 7), {}
    )
    expected = x.max((2, 3)) if pool == "MAX" else x.mean((2, 3))
    np.testing.assert_allclose(ours(source, x)[:, :, 0, 0], expected, rtol=1e-5, atol=1e-6)


def test_round_mode_floor_is_obeyed(tmp_path, rng):
    x = rng.normal(0, 1, (1, 2, 8, 8)).astype(np.float32)
    settings = "pool: MAX kernel_size: 3 stride: 2 round_mode: FLOOR"
    result = ours(converted(tmp_path, with_input(POOL.format(settings), 1, 2, 8, 8), {}), x)
    np.testing.assert_array_equal(result, slow_pool(x, "MAX", 3, 2, 0, floor=True))


@pytest.mark.parametrize(
    "settings",
    [
        "pool: STOCHASTIC kernel_size: 2",
        "pool: MAX",
        "pool: MAX kernel_size: 2 pad: 2",
        "pool: AVE kernel_size: 99",
    ],
)
def test_impossible_windows_are_refused(tmp_path, settings):
    with pytest.raises(UnsupportedNetworkError, match="pool"):
        converted(tmp_path, with_input(POOL.format(settings), 1, 2, 8, 8), {})
