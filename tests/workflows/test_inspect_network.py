"""Networks are read, tried, and kept or forgotten."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.tiny import N_CLASSES, tiny_network, tiny_picture

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError, WrongRequestError
from deepintro_desktop.core.inspection import (
    Inspection,
    KeepRequest,
    RelabelRequest,
    TryPictureRequest,
    TryRequest,
)
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest, EntryRequest, PredictRequest
from deepintro_desktop.workflows import inspect_network as verbs
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.detective import recommend, sureness
from deepintro_desktop.workflows.predict import predict


@pytest.fixture
def inspection(context, tmp_path) -> Inspection:
    return verbs.inspect_network(AddNetworkRequest(tiny_network(tmp_path)), context)


def keep_request(
    inspection: Inspection, key: str, source: SpecificationSource, name: str = ""
) -> KeepRequest:
    spec = next(entry.specification for entry in inspection.candidates if entry.key == key)
    return KeepRequest(inspection.record.id, name, spec, source)


def test_reading_stores_nothing(inspection, context):
    assert context.library.networks.list() == []
    assert not inspection.record.stored
    assert not inspection.is_certain
    assert [(file.role, file.name) for file in inspection.files] == [
        ("network", "tiny.onnx"),
        ("labels", "labels.txt"),
    ]
    assert [entry.key for entry in inspection.candidates][0] == "zero-to-one"
    assert inspection.sources["size"] is SpecificationSource.FILE
    assert inspection.warnings == ()


def test_each_way_gives_what_a_prediction_with_it_gives(inspection, context, tmp_path):
    names = tuple(str(tiny_picture(tmp_path, f"{seed}.png", seed=seed)) for seed in (1, 2, 3))
    specifications = tuple(entry.specification for entry in inspection.candidates)
    trials = verbs.try_preparations(TryRequest(inspection.record.id, specifications, names), context)
    assert [trial.specification for trial in trials] == list(specifications)
    assert [(round(trial.low), round(trial.high)) for trial in trials][:2] == [(0, 1), (-2, 3)]
    for entry, trial in zip(inspection.candidates, trials, strict=True):
        kept = verbs.inspect_network(inspection.request, context)
        added = verbs.keep_network(
            KeepRequest(kept.record.id, entry.key, entry.specification, SpecificationSource.USER), context
        )
        tops = [predict(PredictRequest(added.record.id, name), context).top for name in names]
        for answer, top in zip(trial.answers, tops, strict=True):
            assert [score.index for score in answer] == [score.index for score in top]
            assert np.allclose([s.probability for s in answer], [s.probability for s in top], atol=1e-6)
        assert trial.mean_best == pytest.approx(np.mean([top[0].probability for top in tops]), abs=1e-6)


def test_without_pictures_only_the_values_are_known(inspection, context):
    [trial] = verbs.try_preparations(
        TryRequest(inspection.record.id, (inspection.candidates[0].specification,), ()), context
    )
    assert (trial.low, trial.high, trial.answers, trial.mean_best) == (0.0, 1.0, (), None)


def test_a_picture_that_is_gone_does_not_stop_the_others(inspection, context, tmp_path):
    good, gone = tiny_picture(tmp_path), tmp_path / "gone.png"
    specification = inspection.candidates[0].specification
    request = TryRequest(inspection.record.id, (specification,), (str(gone), str(good)))
    [trial] = verbs.try_preparations(request, context)
    assert trial.answers[0] == ()
    assert trial.mean_best == pytest.approx(trial.answers[1][0].probability)


def test_a_person_s_choice_is_kept_as_one(inspection, context):
    added = verbs.keep_network(keep_request(inspection, "raw", SpecificationSource.USER, "Tiny"), context)
    manifest = added.record.manifest
    assert added.record.name == "Tiny"
    assert manifest.specification.scale == 1.0
    assert manifest.specification_source is SpecificationSource.USER
    assert not any("guess" in note for note in manifest.notes)
    assert context.visiting_networks == {}


def test_a_guess_stays_a_guess_and_its_note_names_it(inspection, context):
    added = verbs.keep_network(keep_request(inspection, "raw", SpecificationSource.GUESS), context)
    assert added.record.name == "tiny"
    assert added.record.manifest.specification_source is SpecificationSource.GUESS
    assert [note for note in added.record.manifest.notes if "“raw” is a guess" in note]


def test_kept_twice_is_there_already(inspection, context):
    request = keep_request(inspection, "raw", SpecificationSource.USER)
    assert not verbs.keep_network(request, context).already_there
    verbs.inspect_network(inspection.request, context)
    assert verbs.keep_network(request, context).already_there
    with pytest.raises(NotFoundError):
        verbs.keep_network(request, context)


def test_what_the_file_says_is_certain(context, tmp_path):
    request = AddNetworkRequest(tiny_network(tmp_path), preprocessing="raw")
    assert verbs.inspect_network(request, context).is_certain


def test_other_labels_are_taken_without_reading_the_network_again(inspection, context, tmp_path):
    context.open_network = None
    other = tmp_path / "fruit.txt"
    other.write_text("a\nb\nc\nd\n")
    again = verbs.relabel_network(RelabelRequest(inspection, other), context)
    assert again.record.manifest.labels == ("a", "b", "c", "d")
    assert [(file.name, file.was_named) for file in again.files if file.role == "labels"] == [
        ("fruit.txt", True)
    ]
    added = verbs.keep_network(keep_request(again, "raw", SpecificationSource.USER), context)
    assert added.record.manifest.label(1) == "b"


def test_labels_of_another_network_change_nothing(inspection, context, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("one\ntwo\n")
    with pytest.raises(WrongRequestError) as caught:
        verbs.relabel_network(RelabelRequest(inspection, other), context)
    assert caught.value.fields == {"n_labels": 2, "n_classes": N_CLASSES}
    assert context.visiting_networks[inspection.record.id].record == inspection.record


def test_labels_beside_it_that_do_not_fit_are_a_warning_until_others_are_chosen(context, tmp_path):
    path = tiny_network(tmp_path)
    (tmp_path / "labels.txt").write_text("one\ntwo\n")
    found = verbs.inspect_network(AddNetworkRequest(path), context)
    assert found.record.manifest.labels == ()
    assert "There are 2 labels, and the network has 4 classes." in found.warnings[0]
    good = tmp_path / "good.txt"
    good.write_text("a\nb\nc\nd\n")
    assert verbs.relabel_network(RelabelRequest(found, good), context).warnings == ()


def test_trying_and_forgetting_leaves_nothing(inspection, context, tmp_path):
    picture = verbs.try_picture(TryPictureRequest(tiny_picture(tmp_path), 12), context)
    assert picture.thumbnail_hwc_u8.shape == (12, 12, 3)
    request = TryRequest(
        inspection.record.id, (inspection.candidates[0].specification,), (picture.record.id,)
    )
    verbs.try_preparations(request, context)
    for entry_id in (inspection.record.id, picture.record.id, "nobody"):
        verbs.forget_inspected(EntryRequest(entry_id), context)
    assert context.visiting_networks == context.visiting_images == {}
    assert context.library.images.list() == []


def test_a_reading_that_was_cancelled_leaves_nothing(context, tmp_path):
    path = tiny_network(tmp_path)
    opened = context.open_network(AddNetworkRequest(path))
    context.open_network = lambda request, report: opened
    with pytest.raises(Cancelled):
        verbs.inspect_network(AddNetworkRequest(path), context, Report(is_cancelled=lambda: True))
    assert context.visiting_networks == {}


def test_half_a_caffe_network_says_which_file_is_missing(context, tmp_path):
    path = tmp_path / "net.prototxt"
    path.write_text('layer { name: "x" type: "ReLU" }')
    with pytest.raises(UnreadableNetworkError) as caught:
        verbs.inspect_network(AddNetworkRequest(path), context)
    assert caught.value.fields == {"missing": "weights", "expected": "net.caffemodel"}


def test_squeezenet_is_read_as_caffe_networks_are(shared_data: Path, context):
    path = shared_data / "models" / "caffe_squeezenet_v1.0" / "deploy.prototxt"
    found = verbs.inspect_network(AddNetworkRequest(path), context)
    names = ("chelsea.png", "dog.jpg", "coffee.png", "wolves.jpg", "caffe_cat.jpg")
    paths = tuple(shared_data / "images" / "photos" / name for name in names)
    pictures = tuple(record.id for record in add_images(AddImagesRequest(paths), context).added)
    specifications = tuple(entry.specification for entry in found.candidates)
    trials = verbs.try_preparations(TryRequest(found.record.id, specifications, pictures), context)
    advice = recommend(found.candidates, trials, found.record.manifest.format)
    assert advice.key == "caffe"
    assert "usual for Caffe networks, and the surest over five pictures" in advice.reason
    assert "two say Egyptian cat, one says great grey owl, one cannot say" in advice.reason
    assert advice.warning
    best = trials[0].answers[0][0]
    assert best.label == "Egyptian cat"
    assert best.probability == pytest.approx(0.815, abs=5e-4)
    words = [sureness(trial.mean_best or 0.0, 1000) for trial in trials]
    assert words == ["sure", "less sure", "fairly sure", "undecided"]
    stored = verbs.keep_network(
        KeepRequest(found.record.id, "SqueezeNet", trials[0].specification, SpecificationSource.GUESS),
        context,
    )
    answer = predict(PredictRequest(stored.record.id, pictures[0]), context)
    assert answer.top[0] == replace(best, probability=answer.top[0].probability, logit=answer.top[0].logit)
    assert answer.top[0].probability == pytest.approx(best.probability, abs=1e-5)
