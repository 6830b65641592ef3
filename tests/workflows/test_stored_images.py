"""Images made before: what the library says of them, and that they come back as they were made."""

import dataclasses

import numpy as np
import pytest
from PIL import Image
from support.tiny import LOOSE, PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.boundary import BoundaryMode, BoundaryParameters
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.progress import SILENT
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.core.requests import (
    AddImagesRequest,
    AddNetworkRequest,
    BoundaryRequest,
    ClusterRequest,
    EntryRequest,
    PairRequest,
    StoredRequest,
    SynthesiseRequest,
)
from deepintro_desktop.core.synthesis import (
    Goal,
    Isolation,
    Parametrisation,
    SolverName,
    SynthesisParameters,
    Upkeep,
)
from deepintro_desktop.workflows import stored, stored_images
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.boundary import boundaries_before, boundary, stored_boundaries
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.entries import remove_image, remove_network
from deepintro_desktop.workflows.pair_key import pair_key
from deepintro_desktop.workflows.references import image_record, network_record
from deepintro_desktop.workflows.stages import resolve, subject
from deepintro_desktop.workflows.synthesise import stored_syntheses, syntheses_before, synthesise

FEW = SynthesisParameters(n_iterations=2)
FEW_BETWEEN = BoundaryParameters(synthesis=FEW)
UNUSUAL = SynthesisParameters(
    Goal.CARICATURE,
    SolverName.ADAM,
    Parametrisation.PIXELS,
    n_iterations=2,
    detail=0.25,
    match_weight=3.0,
    variation=4.5,
    jitter=1,
    from_picture=True,
    unit=2,
    upkeep=Upkeep(decay=0.01, small_norm=0.1),
)


@pytest.fixture
def pair(place):
    return PairRequest(place.network, place.image)


@pytest.fixture
def request_(place):
    source = ClusterRequest(place.network, place.image, 0, "lrp-alpha2-beta1", LOOSE)
    return SynthesiseRequest(source, layer="p", n_images=2, parameters=FEW)


@pytest.fixture
def between(place):
    return BoundaryRequest(place.network, ("1", "2"), place.image, parameters=FEW_BETWEEN)


@pytest.fixture
def other_network(place, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    network = tiny_network(folder, seed=8)
    return add_network(AddNetworkRequest(network, preprocessing=PREPROCESSING), place.context).record.id


@pytest.fixture
def other_image(place, tmp_path):
    picture = tiny_picture(tmp_path, "other.png", seed=9)
    return add_images(AddImagesRequest((picture,)), place.context).added[0].id


def _of(request, **changes):
    return dataclasses.replace(request, source=dataclasses.replace(request.source, **changes))


def _same_images(made, back):
    assert len(made) == len(back)
    for before, after in zip(made, back, strict=True):
        assert after.image_hwc_u8.dtype == np.uint8
        np.testing.assert_array_equal(before.image_hwc_u8, after.image_hwc_u8)
        assert before.seed == after.seed


def _objects(library):
    return {path for path in library.folder.glob("objects/*/*") if path.is_file()}


def test_nothing_was_made_before(place, pair):
    assert syntheses_before(pair, place.context) == ()
    assert boundaries_before(pair, place.context) == ()
    assert stored_syntheses(StoredRequest(()), place.context) == ()
    assert stored_boundaries(StoredRequest(()), place.context) == ()


def test_images_of_a_feature_are_described(place, pair, request_):
    asked = dataclasses.replace(request_, feature=2, isolation=Isolation.CENTRED, seed=5, parameters=UNUSUAL)
    synthesise(asked, place.context)
    (before,) = syntheses_before(pair, place.context)
    features = resolve(request_.source, place.context, SILENT).found.features
    assert before.box == next(feature.box for feature in features if feature.number == 2)
    assert (before.layer, before.isolation, before.seeds) == ("p", Isolation.CENTRED, (5, 6))
    assert before.parameters == UNUSUAL


def test_images_of_the_whole_picture_have_no_box(place, pair, request_):
    synthesise(request_, place.context)
    (before,) = syntheses_before(pair, place.context)
    assert (before.box, before.isolation, before.seeds) == (None, Isolation.WHOLE, (0, 1))


def test_newest_images_come_first(place, pair, request_):
    for seed in (4, 9, 1):
        synthesise(dataclasses.replace(request_, n_images=1, seed=seed), place.context)
    synthesise(dataclasses.replace(request_, n_images=1, seed=9), place.context)
    assert [before.seeds for before in syntheses_before(pair, place.context)] == [(1,), (9,), (4,)]


def test_images_of_other_networks_and_pictures_are_apart(
    place, pair, request_, between, other_network, other_image
):
    pairs = [
        pair,
        dataclasses.replace(pair, network=other_network),
        dataclasses.replace(pair, image=other_image),
    ]
    for seed, one in enumerate(pairs):
        made = _of(dataclasses.replace(request_, seed=seed), network=one.network, image=one.image)
        synthesise(made, place.context)
        boundary(dataclasses.replace(between, network=one.network, image=one.image, seed=seed), place.context)
    for seed, one in enumerate(pairs):
        assert [before.seeds for before in syntheses_before(one, place.context)] == [(seed, seed + 1)]
        assert [before.seeds for before in boundaries_before(one, place.context)] == [(seed, seed + 1)]
    assert syntheses_before(PairRequest(other_network, other_image), place.context) == ()


@pytest.mark.parametrize("feature", [0, 1])
@pytest.mark.parametrize("parameters", [FEW, UNUSUAL])
def test_images_come_back_as_they_were_made(place, pair, request_, feature, parameters):
    asked = dataclasses.replace(
        request_, feature=feature, isolation=Isolation.RESIZED, parameters=parameters, n_images=3, seed=7
    )
    made = synthesise(asked, place.context)
    place.context.close()
    again = Context(place.context.library_folder, "cpu")
    (before,) = syntheses_before(pair, again)
    (back,) = stored_syntheses(StoredRequest((before.id,)), again)
    again.close()
    _same_images(made.images, back.images)
    assert [image.seed for image in back.images] == [7, 8, 9]
    assert [image.error for image in back.images] == [image.error for image in made.images]
    np.testing.assert_array_equal(made.target_hwc_u8, back.target_hwc_u8)
    np.testing.assert_array_equal(made.errors_by_iteration, back.errors_by_iteration)
    for name in ("layer", "isolation", "parameters", "notes", "seconds"):
        assert getattr(back, name) == getattr(made, name)
    assert (made.from_library, back.from_library) == (False, True)


def _seeds(results):
    return [result and result.images[0].seed for result in results]


def test_results_come_in_the_order_of_their_ids_with_none_for_others(place, pair, request_, between):
    for seed in (4, 6):
        synthesise(dataclasses.replace(request_, seed=seed), place.context)
        boundary(dataclasses.replace(between, seed=seed), place.context)
    images = [before.id for before in syntheses_before(pair, place.context)]
    boundaries = [before.id for before in boundaries_before(pair, place.context)]
    sides = ((stored_syntheses, images, boundaries), (stored_boundaries, boundaries, images))
    for verb, (newer, older), (of_the_other_kind, _) in sides:
        ids = (older, "gone", newer, of_the_other_kind, older)
        assert _seeds(verb(StoredRequest(ids), place.context)) == [4, None, 6, None, 4]


@pytest.mark.parametrize("remove", [remove_image, remove_network])
def test_images_go_with_their_network_or_picture(place, pair, request_, between, remove):
    synthesise(request_, place.context)
    boundary(between, place.context)
    images = StoredRequest(tuple(before.id for before in syntheses_before(pair, place.context)))
    boundaries = StoredRequest(tuple(before.id for before in boundaries_before(pair, place.context)))
    assert len(images.ids) == len(boundaries.ids) == 1
    remove(EntryRequest(pair.image if remove is remove_image else pair.network), place.context)
    assert stored_syntheses(images, place.context) == (None,)
    assert stored_boundaries(boundaries, place.context) == (None,)
    for verb in (syntheses_before, boundaries_before):
        with pytest.raises(NotFoundError):
            verb(pair, place.context)


def test_damaged_images_are_none(place, pair, request_, between, caplog):
    for seed in (4, 6):
        whole = _objects(place.context.library)
        synthesise(dataclasses.replace(request_, seed=seed), place.context)
        boundary(dataclasses.replace(between, seed=seed), place.context)
    for path in _objects(place.context.library) - whole:
        path.write_bytes(path.read_bytes()[::-1])
    images = StoredRequest(tuple(before.id for before in syntheses_before(pair, place.context)))
    boundaries = StoredRequest(tuple(before.id for before in boundaries_before(pair, place.context)))
    assert _seeds(stored_syntheses(images, place.context)) == [None, 4]
    assert _seeds(stored_boundaries(boundaries, place.context)) == [None, 4]
    assert "a stored synthesis counts as none" in caplog.text
    assert "a stored boundary counts as none" in caplog.text


def test_images_of_an_older_version_are_left_out(place, pair, request_, between, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(stored, "RESULT_VERSION", stored.RESULT_VERSION - 1)
        synthesise(request_, place.context)
        boundary(between, place.context)
        assert len(syntheses_before(pair, place.context)) == len(boundaries_before(pair, place.context)) == 1
    assert syntheses_before(pair, place.context) == ()
    assert boundaries_before(pair, place.context) == ()
    synthesise(dataclasses.replace(request_, seed=6), place.context)
    assert [before.seeds for before in syntheses_before(pair, place.context)] == [(6, 7)]


def _scaled(record):
    manifest = record.manifest
    specification = dataclasses.replace(manifest.specification, scale=0.5)
    return dataclasses.replace(record, manifest=dataclasses.replace(manifest, specification=specification))


def _with_sigmoids(record):
    manifest = dataclasses.replace(record.manifest, output_kind=OutputKind.SIGMOID)
    return dataclasses.replace(record, manifest=manifest)


def _converted_anew(record):
    return dataclasses.replace(record, onnx_sha256="0" * 64)


def _twin(record):
    return dataclasses.replace(record, id="twin")


CHANGES = [(_scaled, False), (_with_sigmoids, False), (_converted_anew, False), (_twin, True)]


@pytest.mark.parametrize(("changed", "is_same"), CHANGES)
def test_what_was_computed_from_the_same_is_found_and_nothing_else(
    place, request_, between, changed, is_same
):
    synthesise(request_, place.context)
    for image in (place.image, ""):
        boundary(dataclasses.replace(between, image=image), place.context)
    network = network_record(place.network, place.context)
    image = image_record(place.image, place.context)
    syntheses, boundaries = stored_images.syntheses_before, stored_images.boundaries_before
    for verb, of in ((syntheses, image), (boundaries, image), (boundaries, None)):
        (own,) = verb(place.context, network, of)
        others = verb(place.context, changed(network), of)
        assert [one.id for one in others] == ([own.id] if is_same else [])


def test_found_results_share_the_wanted_part_of_their_keys(place, request_):
    for layer in ("p", "r"):
        synthesise(dataclasses.replace(request_, layer=layer), place.context)
    network = network_record(place.network, place.context)
    image = image_record(place.image, place.context)

    def layers(kind="synthesis", **wanted):
        key = {**pair_key(network, image), **wanted}
        return [one.key["layer"] for one in stored.find(place.context, kind, network, image, key)]

    assert layers() == ["r", "p"]
    assert layers(layer="p") == ["p"]
    assert layers(layer="y") == []
    assert layers(unheard=None) == []
    assert layers("boundary") == []


@pytest.mark.parametrize("visiting", [("network",), ("image",), ("network", "image")])
def test_visitors_have_nothing_from_before(place, pair, request_, between, visiting):
    files = {"network": str(place.network_file), "image": str(place.image_file)}
    names = {name: files[name] for name in visiting}
    for changes in ({}, names):
        synthesise(_of(request_, **changes), place.context)
        boundary(dataclasses.replace(between, **changes), place.context)
    assert syntheses_before(dataclasses.replace(pair, **names), place.context) == ()
    assert boundaries_before(dataclasses.replace(pair, **names), place.context) == ()
    assert len(syntheses_before(pair, place.context)) == 1


def test_a_second_window_is_told_of_the_images(place, pair, request_, between):
    made = synthesise(request_, place.context)
    boundary(between, place.context)
    second = Context(place.context.library_folder, "cpu")
    assert second.library.read_only_reason
    (before,) = syntheses_before(pair, second)
    (back,) = stored_syntheses(StoredRequest((before.id,)), second)
    _same_images(made.images, back.images)
    assert len(boundaries_before(pair, second)) == 1
    second.close()


def test_boundaries_from_the_picture_come_before_those_from_noise(place, pair, between):
    for seed, image in ((1, ""), (2, place.image), (3, ""), (4, place.image)):
        boundary(dataclasses.replace(between, image=image, n_images=1, seed=seed), place.context)
    found = boundaries_before(pair, place.context)
    assert [(one.seeds, one.from_noise) for one in found] == [
        ((4,), False),
        ((2,), False),
        ((3,), True),
        ((1,), True),
    ]


def test_those_from_noise_are_told_without_a_picture(place, pair, between, other_network):
    for seed, image in ((1, ""), (2, place.image)):
        boundary(dataclasses.replace(between, image=image, n_images=1, seed=seed), place.context)
    for image in ("", str(place.image_file)):
        found = boundaries_before(dataclasses.replace(pair, image=image), place.context)
        assert [(one.seeds, one.from_noise) for one in found] == [((1,), True)]
    assert boundaries_before(PairRequest(other_network, ""), place.context) == ()


def test_boundaries_are_described(place, pair, between):
    parameters = BoundaryParameters(rest=0.05, synthesis=UNUSUAL)
    for layer in ("", "p"):
        asked = dataclasses.replace(between, layer=layer, n_images=3, seed=5, parameters=parameters)
        boundary(asked, place.context)
        before = boundaries_before(pair, place.context)[0]
        assert (before.classes, before.layer, before.seeds) == ((1, 2), layer, (5, 6, 7))
        assert before.parameters == parameters


@pytest.mark.parametrize("reached", [(True, True, True), (False, True, False), (False, False, False)])
def test_boundaries_that_were_reached_are_counted(place, pair, between, reached):
    made = boundary(dataclasses.replace(between, image="", n_images=3), place.context)
    images = tuple(
        dataclasses.replace(image, reached=one) for image, one in zip(made.images, reached, strict=True)
    )
    of = subject(place.network, place.image, place.context)
    key = {**pair_key(of.network.record, of.image), "layer": "", "of": "a test"}
    stored_images.store_boundary(of, key, dataclasses.replace(made, images=images))
    before = boundaries_before(pair, place.context)[0]
    assert not before.from_noise
    assert before.n_reached == sum(reached)


@pytest.mark.parametrize(("n_iterations", "n_reached"), [(1, 0), (40, 2)])
def test_more_iterations_reach_the_boundary(place, pair, between, n_iterations, n_reached):
    parameters = BoundaryParameters(synthesis=SynthesisParameters(n_iterations=n_iterations))
    made = boundary(dataclasses.replace(between, image="", parameters=parameters), place.context)
    (before,) = boundaries_before(pair, place.context)
    assert before.n_reached == sum(image.reached for image in made.images) == n_reached


@pytest.mark.parametrize("mode", list(BoundaryMode))
@pytest.mark.parametrize("from_picture", [False, True])
def test_boundaries_come_back_as_they_were_made(place, pair, between, tmp_path, mode, from_picture):
    blue = tmp_path / "blue.png"
    Image.new("RGB", (24, 24), (0, 0, 255)).save(blue)
    add_images(AddImagesRequest((blue,)), place.context)
    asked = dataclasses.replace(
        between,
        classes=("3", "apple"),
        image=place.image if from_picture else "",
        parameters=BoundaryParameters(mode, 0.05, FEW),
        seed=7,
    )
    made = boundary(asked, place.context)
    place.context.close()
    again = Context(place.context.library_folder, "cpu")
    (before,) = boundaries_before(pair, again)
    back, gone = stored_boundaries(StoredRequest((before.id, "gone")), again)
    again.close()
    assert gone is None
    assert before.from_noise is not from_picture
    _same_images(made.images, back.images)
    for one, other in zip(made.images, back.images, strict=True):
        assert one.to_dict() == other.to_dict()
        assert isinstance(other.probabilities, tuple)
        for frame, known in zip(one.frames, other.frames, strict=True):
            np.testing.assert_array_equal(frame.image_hwc_u8, known.image_hwc_u8)
    assert back.classes == made.classes == (3, 0)
    for name in ("parameters", "n_iterations", "seconds", "notes"):
        assert getattr(back, name) == getattr(made, name)
    assert (made.from_library, back.from_library) == (False, True)
