"""The comparison itself: it must notice what it is there for."""

import numpy as np
import pytest
from importers.builders import classifier, network, save, weights
from onnx import helper, numpy_helper

from deepintro_desktop.core.errors import ParityError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import explainable, open_network
from deepintro_desktop.importers.onnx import canonical
from deepintro_desktop.importers.parity import TOLERANCE, Difference, allowed, probe_pixels, refuse_different


def test_probes_are_seeded_pictures_of_different_kinds():
    pixels = probe_pixels(3, 20, 30)
    np.testing.assert_array_equal(pixels, probe_pixels(3, 20, 30))
    assert (pixels.shape, pixels.dtype) == ((3, 3, 20, 30), np.uint8)
    noise, flat, photo = (np.abs(np.diff(picture.astype(int), axis=2)).mean() for picture in pixels)
    assert flat == 0 < photo < noise / 5


def test_differences_are_absolute_and_relative():
    found = Difference.between(np.array([[2.0, -4.0]]), np.array([[2.0, -4.5]]))
    assert (found.absolute, found.relative) == (0.5, 0.125)
    assert Difference.between(np.zeros((1, 2)), np.zeros((2, 1))).relative == np.inf
    assert Difference.between(np.zeros((1, 2)), np.full((1, 2), np.nan)).relative == np.inf


def test_above_the_tolerance_both_numbers_are_said():
    refuse_different(Difference(1.0, TOLERANCE), TOLERANCE, "It")
    with pytest.raises(ParityError, match=r"0\.5 \(0\.125 .*0\.0001"):
        refuse_different(Difference(0.5, 0.125), TOLERANCE, "It")


def test_a_simplifier_that_errs_is_not_believed(tmp_path, rng, monkeypatch):
    path = save(classifier(rng), tmp_path / "net.onnx")
    monkeypatch.setattr(canonical, "simplified", _spoiled)
    imported = open_network(AddNetworkRequest(path))
    assert imported.manifest.parity.max_relative_difference < 1e-5


def test_a_simplifier_that_fails_is_not_needed(tmp_path, rng, monkeypatch):
    monkeypatch.setattr(canonical, "simplified", lambda network: None)
    path = save(classifier(rng), tmp_path / "net.onnx")
    assert open_network(AddNetworkRequest(path)).manifest.parity.max_relative_difference < 1e-5


def test_rounding_widens_the_tolerance_only_of_networks_that_it_moves(tmp_path, rng, monkeypatch):
    calm = save(classifier(rng), tmp_path / "calm.onnx")
    moody = save(_cancelling(rng, 1e-3), tmp_path / "moody.onnx")
    # The last step of an import, moved by twice the usual tolerance of the largest logit.
    check = explainable.check_explainable

    def moved(model, probes, expected):
        return check(model, probes, expected * (1.0 + 2 * TOLERANCE))

    monkeypatch.setattr(explainable, "check_explainable", moved)
    with pytest.raises(ParityError):
        open_network(AddNetworkRequest(calm))
    notes = open_network(AddNetworkRequest(moody)).manifest.notes
    assert any("rounding alone moves the answers" in note for note in notes)


def test_rounding_cannot_excuse_everything():
    assert allowed(Difference(0.0, 1e-7)) == TOLERANCE
    assert allowed(Difference(0.0, 1e-4)) == pytest.approx(5e-4)
    assert allowed(Difference(0.0, np.inf)) == 1e-3


def test_a_wrong_simplifier_is_noticed_where_rounding_is_large(tmp_path, rng, monkeypatch):
    path = save(_cancelling(rng, 1e-3), tmp_path / "net.onnx")
    monkeypatch.setattr(canonical, "simplified", _spoiled)
    assert open_network(AddNetworkRequest(path)).manifest.parity.max_relative_difference < 1e-3


def _spoiled(model):
    copy = type(model)()
    copy.CopyFrom(model)
    values = numpy_helper.to_array(copy.graph.initializer[0]) * np.float32(1.01)
    copy.graph.initializer[0].CopyFrom(numpy_helper.from_array(values, copy.graph.initializer[0].name))
    return copy


def _cancelling(rng, share):
    """A network whose answers are what remains when two large numbers are subtracted."""
    weight = weights(rng, 4, 192)
    nodes = [
        helper.make_node("Flatten", ["x"], ["flat"]),
        helper.make_node("Gemm", ["flat", "w"], ["a"], transB=1),
        helper.make_node("Gemm", ["flat", "v"], ["b"], transB=1),
        helper.make_node("Sub", ["a", "b"], ["y"]),
    ]
    other = weight * (1.0 + share * rng.standard_normal(weight.shape)).astype(np.float32)
    return network(nodes, {"w": weight, "v": other})
