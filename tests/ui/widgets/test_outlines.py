import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage
from ui.scene import make_scene

from deepintro_desktop.core.results import Feature
from deepintro_desktop.ui.widgets.label_placement import candidates_for, place_labels, place_tag
from deepintro_desktop.ui.widgets.outlines import (
    Outline,
    compute_outlines,
    contours,
    dilated,
    hit_map,
    without_holes,
)

LABEL = (20.0, 18.0)


def feature_of(labels: NDArray[np.int32], number: int) -> Feature:
    ys, xs = np.nonzero(labels == number)
    box = (int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
    return Feature(number, len(xs), box, 0.1)


def area(polygon: NDArray[np.float64]) -> float:
    x, y = polygon.T
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def is_inside(polygons: tuple[NDArray[np.float64], ...], x: float, y: float) -> bool:
    """Cast a ray to the right and count crossings."""
    crossings = 0
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                crossings += 1
    return crossings % 2 == 1


def test_contour_of_a_ramp_lies_where_the_values_say() -> None:
    values = np.zeros((7, 8), np.float32)
    values[2:5, 2:6] = 1.0
    (line,) = contours(values, 0.25)
    assert line[:, 0].min() == pytest.approx(1.25)
    assert line[:, 0].max() == pytest.approx(5.75)
    assert line[:, 1].min() == pytest.approx(1.25)
    assert line[:, 1].max() == pytest.approx(4.75)


def test_contours_keep_the_inside_on_one_hand_and_close() -> None:
    rng = np.random.default_rng(3)
    values = np.zeros((40, 50), np.float32)
    values[1:-1, 1:-1] = rng.random((38, 48))
    lines = contours(values, 0.5)
    inside = values >= 0.5
    for line in lines:
        steps = np.abs(np.diff(line, axis=0, append=line[:1]))
        assert steps.max() <= 1.0
    # Every line runs round its inside in the same sense: the sum of signed areas is the area of all insides,
    # which lies between the number of samples inside minus and plus half the length of the border.
    border = sum(len(line) for line in lines)
    assert abs(sum(area(line) for line in lines)) == pytest.approx(inside.sum(), abs=border / 2)


@pytest.mark.parametrize("radius", [1.0, 1.5, 3.5, 8.0])
def test_dilation_is_a_distance_to_the_mask(rng: np.random.Generator, radius: float) -> None:
    mask = np.zeros((30, 41), bool)
    mask[8:22, 8:33] = rng.random((14, 25)) < 0.05
    assert mask.any()
    assert (dilated(mask, radius) == (ndimage.distance_transform_edt(~mask) <= radius)).all()


def test_holes_are_filled_also_in_a_spiral(rng: np.random.Generator) -> None:
    mask = np.zeros((60, 60), bool)
    mask[3:57, 3:57] = rng.random((54, 54)) < 0.6
    assert (without_holes(mask) == ndimage.binary_fill_holes(mask)).all()
    spiral = np.zeros((21, 21), bool)
    for ring in range(2, 10, 3):
        spiral[ring:-ring, ring:-ring] = True
        spiral[ring + 1 : -ring - 1, ring + 1 : -ring - 1] = False
        spiral[ring, ring + 2] = False
    assert (without_holes(spiral) == ndimage.binary_fill_holes(spiral)).all()


def test_outline_encloses_its_pixels_and_little_more() -> None:
    scene = make_scene()
    for outline in compute_outlines(scene.labels_hw, scene.features, 3.5):
        ys, xs = np.nonzero(scene.labels_hw == outline.number)
        inside = [is_inside(outline.polygons, x + 0.5, y + 0.5) for x, y in zip(xs, ys, strict=True)]
        assert np.mean(inside) > 0.97
        enclosed = sum(abs(area(polygon)) for polygon in outline.polygons)
        assert enclosed == pytest.approx(outline.region_hw.sum(), rel=0.12)


def test_gap_up_to_the_distance_is_closed_and_a_hole_filled() -> None:
    labels = np.zeros((40, 40), np.int32)
    labels[10:20, 10:14] = 1
    labels[10:20, 17:21] = 1
    (near,) = compute_outlines(labels, [feature_of(labels, 1)], 3.5)
    assert len(near.polygons) == 1
    labels[10:20, 17:21] = 0
    labels[10:20, 24:28] = 1
    (far,) = compute_outlines(labels, [feature_of(labels, 1)], 1.5)
    assert len(far.polygons) == 2
    ring = np.zeros((40, 40), np.int32)
    ring[5:30, 5:30] = 1
    ring[12:22, 12:22] = 0
    (round_it,) = compute_outlines(ring, [feature_of(ring, 1)], 1.5)
    assert len(round_it.polygons) == 1


@pytest.mark.parametrize(("y", "x"), [(0, 0), (0, 19), (29, 0), (29, 19), (15, 10)])
def test_single_pixel_has_an_outline_wherever_it_is(y: int, x: int) -> None:
    labels = np.zeros((30, 20), np.int32)
    labels[y, x] = 1
    (outline,) = compute_outlines(labels, [feature_of(labels, 1)])
    assert len(outline.polygons) == 1
    assert is_inside(outline.polygons, x + 0.5, y + 0.5)
    assert hit_map(labels, [outline])[y, x] == 1


def test_feature_without_pixels_has_no_outline() -> None:
    labels = np.zeros((30, 20), np.int32)
    assert compute_outlines(labels, [Feature(1, 0, (3, 3, 6, 6), 0.1)]) == ()


def test_pixels_of_a_neighbour_win_over_an_outline() -> None:
    labels = np.zeros((20, 20), np.int32)
    labels[5:15, 5:15] = 1
    labels[9:11, 9:11] = 2
    features = [feature_of(labels, 1), feature_of(labels, 2)]
    hits = hit_map(labels, compute_outlines(labels, features))
    assert (hits[labels > 0] == labels[labels > 0]).all()
    assert hits[4, 8] == 1 and hits[0, 0] == 0


def overlaps(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return min(first[2], second[2]) > max(first[0], second[0]) and min(first[3], second[3]) > max(
        first[1], second[1]
    )


@pytest.mark.parametrize("scale", [1.7, 2.5, 4.0])
def test_labels_overlap_neither_each_other_nor_the_edge(scale: float) -> None:
    scene = make_scene()
    outlines = compute_outlines(scene.labels_hw, scene.features, 3.5)
    placed = place_labels(outlines, (227, 227), scale, LABEL, 4.5)
    boxes = [placed[outline.number].rect(scale, LABEL, 4.5) for outline in outlines]
    assert len(boxes) == 14
    for position, box in enumerate(boxes):
        assert box[0] >= -1 and box[1] >= -1 and box[2] <= 227 * scale + 1 and box[3] <= 227 * scale + 1
        assert not any(overlaps(box, other) for other in boxes[position + 1 :])


def test_free_label_takes_the_corner_first() -> None:
    labels = np.zeros((100, 100), np.int32)
    labels[40:60, 40:60] = 1
    outlines = compute_outlines(labels, [feature_of(labels, 1)])
    placement = place_labels(outlines, (100, 100), 3.0, LABEL)[1]
    assert (placement.side_x, placement.side_y) == (1, -1)


def test_label_in_the_upper_right_corner_turns_away_from_the_edge() -> None:
    labels = np.zeros((100, 100), np.int32)
    labels[0:20, 80:100] = 1
    outlines = compute_outlines(labels, [feature_of(labels, 1)])
    placement = place_labels(outlines, (100, 100), 3.0, LABEL)[1]
    assert (placement.side_x, placement.side_y) == (-1, 0)


def test_outline_without_lines_gets_no_label() -> None:
    empty = Outline(1, (), (0, 0, 2, 2), np.zeros((2, 2), bool))
    assert candidates_for(empty) == []
    assert place_labels([empty], (10, 10), 1.0, LABEL) == {}


def test_tag_covers_no_label_and_stays_in_view() -> None:
    view = (0.0, 0.0, 600.0, 600.0)
    target = (5.0, 200.0, 120.0, 320.0)
    labels = [(125.0, 250.0, 160.0, 270.0)]
    left, top = place_tag(target, (150.0, 26.0), labels, view)
    box = (left, top, left + 150, top + 26)
    assert not overlaps(box, labels[0]) and not overlaps(box, target)
    assert box[0] >= 0 and box[2] <= 600


def test_specks_are_not_drawn_but_belong_to_the_feature() -> None:
    labels = np.zeros((60, 60), np.int32)
    labels[10:30, 10:30] = 1
    labels[45, 45] = 1
    labels[10:13, 45:49] = 1
    (outline,) = compute_outlines(labels, [feature_of(labels, 1)])
    assert len(outline.polygons) == 2
    assert outline.region_hw[45 - outline.box[1], 45 - outline.box[0]]
    alone = np.zeros((20, 20), np.int32)
    alone[9, 9] = 1
    (dot,) = compute_outlines(alone, [feature_of(alone, 1)])
    assert len(dot.polygons) == 1


def test_tag_among_many_labels_hides_none() -> None:
    view = (0.0, 0.0, 600.0, 600.0)
    target = (250.0, 250.0, 330.0, 330.0)
    labels = [(340.0, 270.0, 360.0, 288.0), (200.0, 280.0, 220.0, 298.0), (280.0, 225.0, 300.0, 243.0)]
    left, top = place_tag(target, (150.0, 26.0), labels, view)
    assert not any(overlaps((left, top, left + 150, top + 26), label) for label in labels)
