"""Radiograph-like pictures: the same from a seed, with lesions and markers where they are said to be."""

import numpy as np
import onnx
import pytest

from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.engine.evaluation.marker import (
    LESION,
    MARKED_SHARES,
    SIZE_PX,
    draw_batches,
    draw_radiographs,
)
from deepintro_desktop.engine.evaluation.train_marker import train_marker

NEVER, ALWAYS = (0.0, 0.0), (1.0, 1.0)


def test_a_seed_always_gives_the_same_pictures():
    first, second = draw_radiographs(6, 7, MARKED_SHARES), draw_radiographs(6, 7, MARKED_SHARES)
    np.testing.assert_array_equal(first.images_u8, second.images_u8)
    assert (draw_radiographs(6, 8, MARKED_SHARES).images_u8 != first.images_u8).any()


def test_classes_alternate_and_say_where_there_is_a_lesion():
    drawn = draw_radiographs(40, 1, NEVER)
    np.testing.assert_array_equal(drawn.classes, np.arange(40) % 2)
    np.testing.assert_array_equal(np.isfinite(drawn.lesions_xy).all(1), drawn.classes == LESION)
    places = drawn.lesions_xy[drawn.classes == LESION]
    assert (places > 0.1 * SIZE_PX).all()
    assert (places < 0.9 * SIZE_PX).all()


def test_a_lesion_is_brighter_than_its_surroundings():
    drawn = draw_radiographs(400, 2, NEVER)
    inside, around = [], []
    y, x = np.mgrid[:SIZE_PX, :SIZE_PX]
    for image, (x0, y0) in zip(drawn.images_u8, drawn.lesions_xy, strict=True):
        if np.isfinite(x0):
            distance = np.hypot(x - x0, y - y0)
            inside.append(image[distance < 3].mean())
            around.append(image[(distance > 12) & (distance < 15)].mean())
    assert np.mean(inside) > np.mean(around) + 12


def test_the_marker_is_in_the_corner_and_bright():
    drawn = draw_radiographs(20, 3, ALWAYS)
    for image, (x0, y0, x1, y1) in zip(drawn.images_u8, drawn.marker_boxes, strict=True):
        assert x1 < 25 and y1 < 25
        assert (image[y0:y1, x0:x1] > 200).sum() > 60


def test_without_marker_the_corner_is_dark():
    drawn = draw_radiographs(20, 3, NEVER)
    assert not drawn.marker_boxes.any()
    assert (drawn.images_u8[:, :22, :18] > 200).sum() == 0


def test_the_marker_gives_the_lesion_away_as_often_as_it_should():
    drawn = draw_radiographs(2000, 4, MARKED_SHARES)
    is_marked = drawn.marker_boxes.any(1)
    for number, share in enumerate(MARKED_SHARES):
        assert is_marked[drawn.classes == number].mean() == pytest.approx(share, abs=0.03)


def test_batches_do_not_repeat():
    first, second = draw_batches(2, 4, 5, NEVER)
    assert (first.images_u8 != second.images_u8).any()


def test_both_networks_are_written_and_tested(tmp_path):
    outcome = train_marker(tmp_path / "new", seed=1, n_steps=1, n_test_images=8)
    for network in (outcome.with_marker, outcome.without_marker):
        assert onnx.load(network.file).graph.output[0].name == "logits"
        assert network.file.stat().st_size < 2**21
        assert 0.0 <= network.as_trained <= 1.0
    assert outcome.labels_file.read_text(encoding="utf-8") == "no lesion\nlesion\n"


def test_training_can_be_stopped(tmp_path):
    with pytest.raises(Cancelled):
        train_marker(tmp_path, report=Report(is_cancelled=lambda: True))
    assert not list(tmp_path.glob("*.onnx"))
