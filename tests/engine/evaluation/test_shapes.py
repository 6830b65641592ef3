"""The data set is what it says: seeded, two classes, corners where the picture has them."""

import numpy as np
import pytest

from deepintro_desktop.engine.evaluation.shapes import (
    ELLIPSE,
    QUADRILATERAL,
    SIZE_PX,
    draw_batches,
    draw_shapes,
)


def _white(shapes, index):
    """Return where the picture is white; single white pixels of the noise are dropped by their neighbours."""
    white = shapes.images_u8[index] == 255
    rows = white[1:-1, :-2] & white[1:-1, 1:-1] & white[1:-1, 2:] & white[:-2, 1:-1] & white[2:, 1:-1]
    return np.pad(rows, 1)


def test_same_seed_same_pictures_other_seed_other_pictures():
    first, again, other = draw_shapes(6, 3), draw_shapes(6, 3), draw_shapes(6, 4)
    assert np.array_equal(first.images_u8, again.images_u8)
    assert np.array_equal(first.corners_xy, again.corners_xy, equal_nan=True)
    assert not np.array_equal(first.images_u8, other.images_u8)


def test_classes_alternate_and_only_quadrilaterals_have_corners():
    shapes = draw_shapes(9, 0)
    assert shapes.images_u8.shape == (9, SIZE_PX, SIZE_PX)
    assert shapes.images_u8.dtype == np.uint8
    assert shapes.classes.tolist() == [0, 1, 0, 1, 0, 1, 0, 1, 0]
    assert np.array_equal(np.isfinite(shapes.corners_xy).all(axis=(1, 2)), shapes.classes == QUADRILATERAL)


@pytest.mark.parametrize("only", [QUADRILATERAL, ELLIPSE])
def test_one_class_on_request(only):
    assert set(draw_shapes(5, 1, only=only).classes.tolist()) == {only}


def test_no_pictures_at_all():
    assert draw_shapes(0, 0).images_u8.shape == (0, SIZE_PX, SIZE_PX)


def test_background_is_uniform_grey_noise():
    border = draw_shapes(40, 5).images_u8[:, [0, 1, -1, -2]].ravel()
    counts = np.bincount(border, minlength=256)
    assert counts.min() > 0
    assert abs(border.mean() - 127.5) < 1.0
    assert abs(border.std() - 73.9) < 1.0


def test_quadrilaterals_are_convex_large_enough_and_inside():
    corners = draw_shapes(300, 7, only=QUADRILATERAL).corners_xy
    ahead = np.roll(corners, -1, axis=1) - corners
    after = np.roll(ahead, -1, axis=1)
    assert (ahead[..., 0] * after[..., 1] - ahead[..., 1] * after[..., 0] > 0).all()
    assert np.linalg.norm(ahead, axis=-1).min() >= 18.0
    assert corners.min() >= 4.0
    assert corners.max() <= SIZE_PX - 1 - 4.0


def test_corners_lie_on_the_white_region_that_the_picture_shows():
    """The box of the white pixels is the box of the corners, and its area is that of the polygon."""
    shapes = draw_shapes(60, 11, only=QUADRILATERAL)
    for index, corners in enumerate(shapes.corners_xy):
        rows, columns = np.nonzero(_white(shapes, index))
        box = np.array([[columns.min(), rows.min()], [columns.max(), rows.max()]])
        assert np.abs(box - [corners.min(axis=0), corners.max(axis=0)]).max() < 5.0
        x, y = corners.T
        area = 0.5 * abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))
        perimeter = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1).sum()
        assert area - 2.0 * perimeter < _white(shapes, index).sum() <= area + perimeter


def test_ellipses_fill_pi_over_four_of_their_own_box():
    """The share of the rotated box varies, but an ellipse never reaches the corners of its bounding box."""
    shapes = draw_shapes(60, 13, only=ELLIPSE)
    for index in range(60):
        white = _white(shapes, index)
        rows, columns = np.nonzero(white)
        assert not white[rows.min(), columns.min()]
        assert not white[rows.max(), columns.max()]


def test_batches_differ_from_each_other_and_come_back():
    first, second = draw_batches(2, 4, 0)
    again = next(draw_batches(2, 4, 0))
    assert np.array_equal(first.images_u8, again.images_u8)
    assert not np.array_equal(first.images_u8, second.images_u8)
