"""Images made for a tiny network: what comes back from the library, and what is refused."""

import dataclasses

import numpy as np
import pytest
from support.tiny import LOOSE

from deepintro_desktop.core.boundary import BoundaryMode, BoundaryParameters
from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.requests import BoundaryRequest, ClusterRequest, SynthesiseRequest
from deepintro_desktop.core.synthesis import Isolation, SynthesisParameters, SynthesisPreview
from deepintro_desktop.workflows.boundary import boundary
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.synthesise import network_layers, synthesis_seconds, synthesise

FEW = SynthesisParameters(n_iterations=6)


@pytest.fixture
def request_(place):
    source = ClusterRequest(place.network, place.image, 0, "lrp-alpha2-beta1", LOOSE)
    return SynthesiseRequest(source, feature=1, layer="p", n_images=2, parameters=FEW, seed=3)


def test_images_are_made_of_a_feature(place, request_):
    seen = []
    result = synthesise(request_, place.context, Report(on_partial=seen.append))
    assert [image.seed for image in result.images] == [3, 4]
    assert result.images[0].image_hwc_u8.shape == (24, 24, 3)
    assert (result.layer.name, result.isolation) == ("p", Isolation.IN_PLACE)
    assert result.n_iterations == 6
    assert any(isinstance(part, SynthesisPreview) for part in seen)
    assert not result.from_library


def test_they_come_back_from_the_library(place, request_):
    first = synthesise(request_, place.context)
    again = Context(place.context.library_folder, "cpu")
    place.context.close()
    second = synthesise(request_, again)
    assert synthesis_seconds(request_, again) == 0.0
    again.close()
    assert second.from_library
    for before, after in zip(first.images, second.images, strict=True):
        np.testing.assert_array_equal(before.image_hwc_u8, after.image_hwc_u8)
        assert (before.seed, before.error) == (after.seed, after.error)
    np.testing.assert_array_equal(first.errors_by_iteration, second.errors_by_iteration)
    for name in ("layer", "isolation", "parameters", "notes", "seconds"):
        assert getattr(first, name) == getattr(second, name)


def test_what_differs_is_made_anew(place, request_):
    synthesise(request_, place.context)
    for change in (
        {"feature": 0},
        {"layer": "r"},
        {"isolation": Isolation.RESIZED},
        {"seed": 9},
        {"parameters": dataclasses.replace(FEW, detail=0.9)},
    ):
        assert not synthesise(dataclasses.replace(request_, **change), place.context).from_library


def test_the_whole_picture_is_not_isolated(place, request_):
    result = synthesise(dataclasses.replace(request_, feature=0), place.context)
    assert result.isolation is Isolation.WHOLE


def test_time_is_announced(place, request_):
    seconds = synthesis_seconds(request_, place.context)
    assert seconds > 0
    longer = dataclasses.replace(request_, parameters=dataclasses.replace(FEW, n_iterations=13))
    assert synthesis_seconds(longer, place.context) == pytest.approx(2 * seconds)


def test_layers_are_listed(place):
    assert [layer.name for layer in network_layers(place.network, place.context)] == ["r", "p", "y"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"feature": 99}, "no feature 99"),
        ({"layer": "nowhere"}, "no layer nowhere"),
        ({"n_images": 0}, "nothing to make"),
        ({"parameters": SynthesisParameters(n_iterations=0)}, "nothing to make"),
    ],
)
def test_what_is_not_there_is_refused(place, request_, change, words):
    with pytest.raises(WrongRequestError, match=words):
        synthesise(dataclasses.replace(request_, **change), place.context)


SOME = BoundaryParameters(synthesis=SynthesisParameters(n_iterations=40))


@pytest.mark.parametrize("from_picture", [False, True])
def test_boundary_images_come_back_from_the_library(place, from_picture):
    image = place.image if from_picture else ""
    request = BoundaryRequest(place.network, ("1", "2"), image, parameters=SOME)
    first = boundary(request, place.context)
    second = boundary(request, place.context)
    assert (first.from_library, second.from_library) == (False, True)
    assert first.classes == second.classes == (1, 2)
    for before, after in zip(first.images, second.images, strict=True):
        np.testing.assert_array_equal(before.image_hwc_u8, after.image_hwc_u8)
        assert before.probabilities == after.probabilities
        assert [frame.probabilities for frame in before.frames] == [
            frame.probabilities for frame in after.frames
        ]


def test_samples_are_those_that_the_network_assigns_to_the_classes(place):
    parameters = dataclasses.replace(SOME, mode=BoundaryMode.MEAN)
    request = BoundaryRequest(place.network, ("0", "1"), parameters=parameters)
    with pytest.raises(WrongRequestError, match="no sample pictures of both classes"):
        boundary(request, place.context)


def test_an_unknown_class_is_refused(place):
    with pytest.raises((WrongRequestError, NotFoundError), match="dragon"):
        boundary(BoundaryRequest(place.network, ("0", "dragon")), place.context)
