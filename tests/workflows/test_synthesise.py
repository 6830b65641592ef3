"""Images made for a tiny network: what is planned, what comes back from the library, what is refused."""

import dataclasses

import numpy as np
import pytest
from PIL import Image
from support.tiny import LOOSE

from deepintro_desktop.core.boundary import BoundaryMode, BoundaryParameters
from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.requests import (
    AddImagesRequest,
    BoundaryRequest,
    ClusterRequest,
    PairRequest,
    SynthesiseRequest,
)
from deepintro_desktop.core.synthesis import (
    Goal,
    Isolation,
    Parametrisation,
    SolverName,
    SynthesisParameters,
    SynthesisPreview,
)
from deepintro_desktop.engine.boundary import most_evaluations
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.boundary import boundaries_before, boundary, plan_boundary
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import network_record
from deepintro_desktop.workflows.synthesise import (
    layer_choice,
    network_layers,
    plan_synthesis,
    syntheses_before,
    synthesise,
)

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
    assert {part.seeds for part in seen if isinstance(part, SynthesisPreview)} == {(3, 4)}
    assert not result.from_library


def test_they_come_back_from_the_library(place, request_):
    first = synthesise(request_, place.context)
    again = Context(place.context.library_folder, "cpu")
    place.context.close()
    second = synthesise(request_, again)
    assert plan_synthesis(request_, again).seconds == 0.0
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


@pytest.fixture
def timed(monkeypatch):
    """Let an iteration take half a second, and return for how many images that was asked."""
    asked = []
    monkeypatch.setattr(
        "deepintro_desktop.engine.synthesis.seconds_per_iteration",
        lambda objective, n_images: asked.append(n_images) or 0.5,
    )
    return asked


def _with(request, **parameters):
    return dataclasses.replace(request, parameters=dataclasses.replace(request.parameters, **parameters))


def test_time_is_measured(place, request_):
    assert 0 < plan_synthesis(request_, place.context).seconds < 60


def test_time_grows_with_the_iterations_and_is_measured_once(place, request_, timed):
    for n_iterations, seconds in ((6, 3.5), (13, 7.0), (1, 1.0)):
        longer = _with(request_, n_iterations=n_iterations)
        assert plan_synthesis(longer, place.context).seconds == seconds
    assert timed == [2]


@pytest.mark.parametrize(
    "change",
    [
        {"n_images": 5},
        {"layer": "r"},
        {"parameters": dataclasses.replace(FEW, parametrisation=Parametrisation.PIXELS)},
        {"parameters": dataclasses.replace(FEW, half_precision=True)},
    ],
)
def test_what_costs_something_else_is_measured_anew(place, request_, timed, change):
    plan_synthesis(request_, place.context)
    other = dataclasses.replace(request_, **change)
    plan_synthesis(other, place.context)
    assert timed == [2, other.n_images]


def test_what_is_in_the_library_takes_no_time_and_is_not_measured(place, request_, timed):
    synthesise(request_, place.context)
    assert plan_synthesis(request_, place.context).seconds == 0.0
    assert timed == []
    assert plan_synthesis(dataclasses.replace(request_, seed=9), place.context).seconds == 3.5


@pytest.mark.parametrize("visitor", ["network", "image"])
def test_a_visitor_takes_its_time_again(place, request_, timed, visitor):
    files = {"network": str(place.network_file), "image": str(place.image_file)}
    source = dataclasses.replace(request_.source, **{visitor: files[visitor]})
    visiting = dataclasses.replace(request_, source=source)
    for request in (request_, visiting):
        synthesise(request, place.context)
    assert plan_synthesis(request_, place.context).seconds == 0.0
    assert plan_synthesis(visiting, place.context).seconds == 3.5


def test_a_plan_makes_nothing(place, request_):
    plan_synthesis(request_, place.context)
    assert syntheses_before(PairRequest(place.network, place.image), place.context) == ()
    assert not synthesise(request_, place.context).from_library


@pytest.mark.parametrize(
    "change",
    [{"feature": 0}, *({"isolation": isolation} for isolation in Isolation), {"seed": 9}, {"layer": ""}],
)
def test_the_plan_shows_what_will_be_matched(place, request_, change):
    request = dataclasses.replace(request_, **change)
    plan = plan_synthesis(request, place.context)
    result = synthesise(request, place.context)
    known = plan_synthesis(request, place.context)
    assert plan.layer == known.layer == result.layer
    assert plan.target_hwc_u8.dtype == np.uint8
    np.testing.assert_array_equal(plan.target_hwc_u8, result.target_hwc_u8)
    np.testing.assert_array_equal(known.target_hwc_u8, result.target_hwc_u8)
    assert (known.match_weight, known.variation, known.jitter) == (
        plan.match_weight,
        plan.variation,
        plan.jitter,
    )


@pytest.mark.parametrize(
    ("fixed", "numbers"),
    [
        ({"match_weight": 7.0}, (7.0, 160 / 6.5, 6)),
        ({"variation": 3.5}, (1e5, 3.5, 6)),
        ({"jitter": 2}, (1e5, 160 / 6.5, 2)),
        ({"match_weight": 0.0, "variation": 1.0, "jitter": 0}, (0.0, 1.0, 0)),
    ],
)
def test_fixed_numbers_are_planned(place, request_, fixed, numbers):
    request = dataclasses.replace(_with(request_, solver=SolverName.ADAM, **fixed), layer="y")
    plan = plan_synthesis(request, place.context)
    assert (plan.match_weight, plan.variation, plan.jitter) == pytest.approx(numbers)


@pytest.mark.parametrize(
    ("layer", "parameters", "numbers"),
    [
        ("p", {}, (100.0, 160 / 6.5, 0)),
        ("p", {"detail": 1.0}, (1000.0, 320 / 6.5, 0)),
        ("y", {"detail": 0.0}, (1e4, 80 / 6.5, 0)),
        ("y", {"typical_norm": 40.0}, (1e5, 80 / 6.5, 0)),
        ("y", {"solver": SolverName.ADAM}, (1e5, 160 / 6.5, 6)),
        ("y", {"solver": SolverName.ADAM, "goal": Goal.MAXIMISE, "unit": 3}, (0.1, 160 / 6.5, 6)),
        ("r", {"solver": SolverName.ADAGRAD}, (100.0, 160 / 6.5, 0)),
        ("p", {"goal": Goal.CARICATURE}, (1.0, 160 / 6.5, 0)),
    ],
)
def test_numbers_that_nobody_fixed_are_chosen_for_the_layer(place, request_, layer, parameters, numbers):
    request = dataclasses.replace(_with(request_, **parameters), layer=layer)
    plan = plan_synthesis(request, place.context)
    assert plan.layer.name == layer
    assert (plan.match_weight, plan.variation, plan.jitter) == pytest.approx(numbers)


def test_layers_are_listed(place):
    layers = network_layers(place.network, place.context)
    assert [layer.name for layer in layers] == ["r", "p", "y"]
    assert layer_choice(place.network, place.context).layers == layers


def test_the_usual_layer_is_the_one_that_is_taken_without_a_choice(place, request_):
    result = synthesise(dataclasses.replace(request_, layer=""), place.context)
    assert layer_choice(place.network, place.context).usual == result.layer.name


def _refusal(verb, request, context):
    with pytest.raises(WrongRequestError) as refusal:
        verb(request, context)
    return refusal.value.what, refusal.value.why, refusal.value.hint


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"feature": 99}, "no feature 99"),
        ({"layer": "nowhere"}, "no layer nowhere"),
        ({"n_images": 0}, "nothing to make"),
        ({"parameters": SynthesisParameters(n_iterations=0)}, "nothing to make"),
        ({"parameters": SynthesisParameters(goal=Goal.MAXIMISE, unit=77)}, "no unit 77"),
    ],
)
def test_what_is_not_there_is_refused(place, request_, change, words):
    request = dataclasses.replace(request_, **change)
    said = _refusal(synthesise, request, place.context)
    assert words in said[0]
    assert _refusal(plan_synthesis, request, place.context) == said


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


@pytest.fixture
def between(place):
    """Return a request for images between apple and date, which the mean of samples has pictures of."""
    file = place.image_file.with_name("blue.png")
    Image.new("RGB", (24, 24), (0, 0, 255)).save(file)
    add_images(AddImagesRequest((file,)), place.context)
    return BoundaryRequest(place.network, ("apple", "3"), parameters=SOME)


MEAN = dataclasses.replace(SOME, mode=BoundaryMode.MEAN)
NONE = BoundaryParameters(synthesis=SynthesisParameters(n_iterations=0))
LESS = BoundaryParameters(synthesis=SynthesisParameters(n_iterations=-1))


@pytest.mark.parametrize("change", [{}, {"image": "picture"}, {"parameters": MEAN}])
def test_boundary_images_are_planned(place, between, change):
    request = dataclasses.replace(between, **change)
    plan = plan_boundary(request, place.context)
    assert plan.classes == (0, 3)
    assert 0 < plan.seconds < 60
    assert not boundary(request, place.context).from_library
    known = plan_boundary(request, place.context)
    assert (known.classes, known.seconds) == ((0, 3), 0.0)


def _between(request, **synthesis):
    changed = dataclasses.replace(request.parameters.synthesis, **synthesis)
    parameters = dataclasses.replace(request.parameters, synthesis=changed)
    return dataclasses.replace(request, parameters=parameters)


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        (SOME, {1: 4.0, 2: 4.0, 8: 5.5, 40: 21.0, 81: 41.5}),
        (MEAN, {1: 1.0, 2: 1.5, 8: 4.5, 40: 20.5, 81: 41.0}),
    ],
)
def test_time_of_a_boundary_grows_with_the_iterations_and_is_measured_once(
    place, between, timed, parameters, expected
):
    request = dataclasses.replace(between, n_images=3, parameters=parameters)
    for n_iterations, seconds in expected.items():
        longer = _between(request, n_iterations=n_iterations)
        assert plan_boundary(longer, place.context).seconds == seconds
        assert most_evaluations(longer.parameters) * 0.5 == seconds
    assert timed == [3]


def test_a_boundary_that_costs_something_else_is_measured_anew(place, between, timed):
    mean = dataclasses.replace(between, parameters=MEAN)
    others = [dataclasses.replace(mean, layer="r"), dataclasses.replace(mean, layer="p", n_images=3)]
    for request in (between, mean, *others, *others):
        plan_boundary(request, place.context)
    assert timed == [2, 2, 2, 3]


@pytest.mark.parametrize("parameters", [SOME, MEAN])
def test_a_boundary_of_another_form_is_measured_anew(place, between, timed, parameters):
    usual = dataclasses.replace(between, parameters=parameters)
    others = [
        _between(usual, parametrisation=Parametrisation.PIXELS),
        _between(usual, half_precision=True),
        _between(usual, parametrisation=Parametrisation.PIXELS, half_precision=True),
    ]
    for n_done, request in enumerate((usual, *others), 1):
        for _ in range(2):
            plan_boundary(request, place.context)
            assert timed == [2] * n_done


def test_a_known_boundary_is_not_measured(place, between, timed):
    boundary(between, place.context)
    assert plan_boundary(between, place.context).seconds == 0.0
    assert timed == []
    assert plan_boundary(dataclasses.replace(between, seed=9), place.context).seconds == 21.0


def test_a_plan_makes_no_boundary(place, between):
    plan_boundary(between, place.context)
    assert boundaries_before(PairRequest(place.network, place.image), place.context) == ()


def test_what_a_twin_has_is_not_made_again(place, request_, between):
    networks, record = place.context.library.networks, network_record(place.network, place.context)
    manifest = dataclasses.replace(record.manifest, sha256="0" * 64)
    twin = networks.add(manifest, networks.onnx_bytes(record), "twin").record.id
    assert twin != place.network
    again = dataclasses.replace(request_, source=dataclasses.replace(request_.source, network=twin))
    pairs = ((synthesise, request_, again), (boundary, between, dataclasses.replace(between, network=twin)))
    for verb, first, second in pairs:
        assert [verb(one, place.context).from_library for one in (first, second)] == [False, True]
    for verb in (syntheses_before, boundaries_before):
        assert len(verb(PairRequest(twin, place.image), place.context)) == 1


def test_asking_for_visitors_makes_no_library(place, tmp_path):
    visitors = Context(tmp_path / "untouched", "cpu")
    pair = PairRequest(str(place.network_file), str(place.image_file))
    assert syntheses_before(pair, visitors) == ()
    assert boundaries_before(pair, visitors) == ()
    assert not visitors.library_folder.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"classes": ("apple", "0")}, "classes are the same"),
        ({"classes": ("0", "dragon")}, "no class 'dragon'"),
        ({"classes": ("4", "0")}, "no class '4'"),
        ({"n_images": 0}, "nothing to make"),
        ({"parameters": NONE}, "nothing to make"),
        ({"parameters": LESS}, "nothing to make"),
        ({"parameters": LESS, "image": "picture"}, "nothing to make"),
        ({"parameters": dataclasses.replace(NONE, mode=BoundaryMode.MEAN)}, "nothing to make"),
        ({"parameters": MEAN, "layer": "nowhere"}, "no layer nowhere"),
        ({"parameters": MEAN, "classes": ("0", "1")}, "no sample pictures of both classes"),
        ({"parameters": MEAN, "samples": ("picture",)}, "no sample pictures of both classes"),
    ],
)
def test_a_boundary_that_is_not_there_is_refused(place, between, change, words):
    request = dataclasses.replace(between, **change)
    said = _refusal(boundary, request, place.context)
    assert words in said[0]
    assert _refusal(plan_boundary, request, place.context) == said


@pytest.mark.parametrize("change", [{"network": "nowhere"}, {"image": "nowhere"}])
@pytest.mark.parametrize("verb", [boundary, plan_boundary])
def test_unknown_names_are_refused(place, between, change, verb):
    with pytest.raises(NotFoundError, match="nowhere"):
        verb(dataclasses.replace(between, **change), place.context)
