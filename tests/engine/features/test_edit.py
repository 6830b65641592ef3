"""Drawn shapes, merges, splits and deletions as pixels, against slow twins."""

import itertools

import numpy as np
import pytest

from deepintro_desktop.core import editing
from deepintro_desktop.core.drawn import NO_EDITS, DrawnFeature, Edits, Pixels, Shape, ShapeKind
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.results import FeatureSet
from deepintro_desktop.engine.features import apply_edits, cluster, split_along, split_pieces
from deepintro_desktop.engine.features.shapes import rasterise

SIZE = (13, 17)


def rectangle(x0: float, y0: float, x1: float, y1: float) -> Shape:
    return Shape(ShapeKind.RECTANGLE, ((x0, y0), (x1, y1)))


def inside_ellipse(x: float, y: float, corners: tuple) -> bool:
    (ax, ay), (bx, by) = corners
    cx, cy, rx, ry = (ax + bx) / 2, (ay + by) / 2, abs(ax - bx) / 2, abs(ay - by) / 2
    return rx > 0 and ry > 0 and ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1


def inside_polygon(x: float, y: float, points: tuple) -> bool:
    """Count the edges that a ray to the left crosses."""
    odd = False
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        if (ay <= y) != (by <= y) and ax + (y - ay) * (bx - ax) / (by - ay) <= x:
            odd = not odd
    return odd


def by_hand(inside, corners) -> np.ndarray:
    height, width = SIZE
    mask = np.zeros(SIZE, bool)
    for y, x in itertools.product(range(height), range(width)):
        mask[y, x] = inside(x + 0.5, y + 0.5, corners)
    return mask


def test_rectangle_holds_the_pixels_whose_centres_it_holds() -> None:
    mask = rasterise(rectangle(2.6, 1.5, 1.4, 3.5), (5, 4))
    assert np.argwhere(mask).tolist() == [[1, 1], [1, 2], [2, 1], [2, 2]]
    left, right = rasterise(rectangle(0, 0, 1.5, 5), (5, 4)), rasterise(rectangle(1.5, 0, 4, 5), (5, 4))
    assert (left ^ right).all(), "neighbours share no pixel and leave none out"


@pytest.mark.parametrize("seed", range(20))
def test_ellipse_and_lasso_equal_their_twins(seed: int) -> None:
    rng = np.random.default_rng(seed)
    # Quarters of pixels are exact and hit centres and edges often.
    points = [tuple(map(float, point)) for point in rng.integers(-8, 80, (7, 2)) / 4]
    corners = tuple(points[:2])
    assert np.array_equal(
        rasterise(Shape(ShapeKind.ELLIPSE, corners), SIZE), by_hand(inside_ellipse, corners)
    )
    lasso = tuple(points)
    assert np.array_equal(rasterise(Shape(ShapeKind.LASSO, lasso), SIZE), by_hand(inside_polygon, lasso))


def test_lasso_that_crosses_itself_leaves_the_middle_out() -> None:
    twice = ((0, 0), (6, 0), (6, 6), (0, 6), (0, 0), (2, 2), (4, 2), (4, 4), (2, 4), (2, 2))
    mask = rasterise(Shape(ShapeKind.LASSO, twice), (6, 6))
    assert mask.sum() == 36 - 4
    assert not mask[2:4, 2:4].any()


@pytest.mark.parametrize("shape", [
    Shape(ShapeKind.ELLIPSE, ((3.0, 3.0), (3.0, 5.0))),
    Shape(ShapeKind.LASSO, ((1.0, 1.0), (5.0, 5.0))),
    rectangle(30, 30, 40, 40),
])  # fmt: skip
def test_shapes_without_area_or_outside_hold_nothing(shape: Shape) -> None:
    assert not rasterise(shape, SIZE).any()


# Features of the map below, most relevant first: 1 at the left, 2 at the right, 3 below.
CLUSTERING = ClusteringParameters(threshold=1.0, min_size=2)


@pytest.fixture
def relevance() -> np.ndarray:
    values = np.zeros((8, 12))
    values[1:5, 1:5], values[1:3, 7:10], values[6, 4:8] = 4.0, 3.0, 2.0
    return values / values.sum()


@pytest.fixture
def found(relevance: np.ndarray) -> FeatureSet:
    return cluster(relevance, CLUSTERING)


def edited(relevance: np.ndarray, before: FeatureSet, edits: Edits) -> FeatureSet:
    return apply_edits(relevance, cluster(relevance, before.parameters), edits)


def test_no_edits_change_nothing(relevance: np.ndarray, found: FeatureSet) -> None:
    assert apply_edits(relevance, found, NO_EDITS) is found


def test_a_drawn_shape_takes_its_pixels_and_gets_the_next_number(
    relevance: np.ndarray, found: FeatureSet
) -> None:
    now = edited(relevance, found, editing.with_shape(found, rectangle(4, 0, 8, 3)))
    assert [feature.drawn for feature in now.features] == [False, False, False, True]
    assert [feature.n_pixels for feature in now.features] == [14, 4, 4, 12]
    assert (now.labels_hw[0:3, 4:8] == 4).all()
    for feature in now.features:
        own = now.labels_hw == feature.number
        assert feature.relevance == pytest.approx(relevance[own].sum())
    assert np.array_equal(found.labels_hw, cluster(relevance, CLUSTERING).labels_hw), "left as it was"


def test_what_is_covered_completely_vanishes_and_numbers_close_up(
    relevance: np.ndarray, found: FeatureSet
) -> None:
    now = edited(relevance, found, editing.with_shape(found, rectangle(6, 0, 12, 4)))
    assert [(one.number, one.n_pixels, one.drawn) for one in now.features] == [
        (1, 16, False),
        (2, 4, False),
        (3, 24, True),
    ]
    assert set(np.unique(now.labels_hw)) == {0, 1, 2, 3}
    back = edited(relevance, now, editing.removed(now, (3,)))
    assert np.array_equal(back.labels_hw, found.labels_hw), "a drawing that goes gives back what it covered"


def test_a_shape_without_pixels_is_no_feature(relevance: np.ndarray, found: FeatureSet) -> None:
    now = edited(relevance, found, editing.with_shape(found, rectangle(2.6, 2.6, 2.9, 2.9)))
    assert np.array_equal(now.labels_hw, found.labels_hw)
    assert not any(feature.drawn for feature in now.features)


def test_merge_split_delete_and_name(relevance: np.ndarray, found: FeatureSet) -> None:
    merged = edited(relevance, found, editing.merged(found, (1, 2)))
    assert [(one.n_pixels, one.drawn) for one in merged.features] == [(4, False), (22, True)]
    assert merged.features[1].relevance == pytest.approx(
        found.features[0].relevance + found.features[1].relevance
    )
    named = edited(relevance, merged, editing.renamed(merged, 1, "below"))
    assert named.features[0].name == "below"
    pieces = split_pieces(named.labels_hw == 2)
    parts = edited(relevance, named, editing.split(named, 2, [Pixels.of(piece) for piece in pieces]))
    assert [(one.name, one.n_pixels, one.drawn) for one in parts.features] == [
        ("below", 4, False),
        ("", 16, True),
        ("", 6, True),
    ]
    left = edited(relevance, parts, editing.removed(parts, (1, 2)))
    assert [one.n_pixels for one in left.features] == [6]


@pytest.mark.parametrize("numbers", [(1,), (1, 2)])
def test_edits_of_found_features_hold_at_other_thresholds(
    relevance: np.ndarray, numbers: tuple[int, ...]
) -> None:
    values = relevance.copy()
    values[0, 1:5] = values[1:5, 0] = values[1, 1] * 0.3  # a rim that only a lower threshold finds
    values /= values.sum()
    high, low = (ClusteringParameters(threshold=level, min_size=2) for level in (1.5, 0.5))
    before = cluster(values, high)
    edits = editing.removed(before, numbers) if len(numbers) == 1 else editing.merged(before, numbers)
    now = apply_edits(values, cluster(values, low), edits)
    assert cluster(values, low).features[0].n_pixels == 24
    rim = now.labels_hw[0, 1:5]
    assert not rim.any(), "no rim is left of a feature that was edited"
    assert len(now.features) == 2
    assert [one.drawn for one in now.features] == [False, len(numbers) > 1]


def test_a_found_feature_that_only_touches_what_was_removed_stays(
    relevance: np.ndarray, found: FeatureSet
) -> None:
    mask = np.zeros(relevance.shape, bool)
    mask[1:5, 1:3] = True
    now = apply_edits(relevance, found, Edits(removed=(Pixels.of(mask),)))
    assert now.features[0].n_pixels == 8, "exactly half is not more than half"
    mask[1, 3] = True
    now = apply_edits(relevance, found, Edits(removed=(Pixels.of(mask),)))
    assert [one.n_pixels for one in now.features] == [6, 4]


def test_later_shapes_lie_over_earlier_ones(relevance: np.ndarray, found: FeatureSet) -> None:
    shapes = (rectangle(0, 0, 6, 8), rectangle(3, 0, 9, 8))
    edits = Edits(tuple(DrawnFeature(place + 1, shape) for place, shape in enumerate(shapes)))
    now = apply_edits(relevance, found, edits)
    assert [one.n_pixels for one in now.features if one.drawn] == [24, 48]


def test_pieces_touch_by_sides_and_corners_and_specks_go_with_the_nearest() -> None:
    mask = np.zeros((7, 12), bool)
    mask[0:3, 0:3] = mask[3:5, 3:5] = True  # joined by a corner
    mask[0:3, 9:12] = True
    mask[5, 8] = True  # a speck, nearer to the right-hand piece
    first, second = split_pieces(mask, min_size=5)
    assert (first | second).sum() == mask.sum()
    assert not (first & second).any()
    assert first[4, 4] and second[1, 10] and second[5, 8]
    assert len(split_pieces(mask)) == 3
    assert len(split_pieces(mask, min_size=100)) == 1
    assert split_pieces(np.zeros((3, 3), bool)) == ()


@pytest.mark.parametrize("seed", range(5))
def test_a_line_parts_pixels_by_their_side(seed: int) -> None:
    rng = np.random.default_rng(seed)
    mask = rng.random(SIZE) < 0.6
    line = tuple(tuple(map(float, point)) for point in rng.integers(0, 48, (2, 2)) / 4)
    (x0, y0), (x1, y1) = line
    left = by_hand(lambda x, y, _: (x1 - x0) * (y - y0) < (y1 - y0) * (x - x0), line) & mask
    parts = split_along(mask, line)
    expected = [part for part in (left, mask & ~left) if part.any()]
    assert all(np.array_equal(*pair) for pair in zip(parts, expected, strict=True))


def test_a_found_feature_below_the_minimum_size_is_dropped(relevance: np.ndarray) -> None:
    before = cluster(relevance, ClusteringParameters(threshold=1.0, min_size=4))
    now = apply_edits(relevance, before, editing.with_shape(before, rectangle(4, 6, 5, 7)))
    assert [(one.n_pixels, one.drawn) for one in now.features] == [(16, False), (6, False), (1, True)]
    assert not now.labels_hw[6, 5:].any()
