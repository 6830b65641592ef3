"""Companions, progress, cancelling and the manifest."""

import numpy as np
import pytest
from importers.builders import classifier, fill_blob, save, save_caffe, weights, with_input

from deepintro_desktop.core.errors import (
    DeepIntroError,
    NotFoundError,
    UnreadableNetworkError,
    WrongRequestError,
)
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import open_network
from deepintro_desktop.importers.caffe.schema import message

STRUCTURE = with_input(
    'layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" '
    "inner_product_param { num_output: 2 } }",
    *(1, 3, 4, 4),
)


@pytest.fixture
def caffe(tmp_path, rng):
    return save_caffe(tmp_path, STRUCTURE, {"fc": [weights(rng, 2, 48), weights(rng, 2)]})


def test_named_files_go_before_found_ones(tmp_path, rng, caffe):
    (tmp_path / "labels.txt").write_text("a\nb\n")
    other = tmp_path / "elsewhere.txt"
    other.write_text("c\nd\n")
    assert open_network(AddNetworkRequest(caffe)).manifest.labels == ("a", "b")
    assert open_network(AddNetworkRequest(caffe, labels=other)).manifest.labels == ("c", "d")


def test_labels_called_like_the_network_go_first(tmp_path, rng):
    path = save(classifier(rng, n_classes=2), tmp_path / "pets.onnx")
    (tmp_path / "labels.txt").write_text("a\nb\n")
    (tmp_path / "pets.labels").write_text("cat\ndog\n")
    (tmp_path / "cars.labels").write_text("x\n")
    assert open_network(AddNetworkRequest(path)).manifest.labels == ("cat", "dog")


def test_without_labels_classes_are_numbered(tmp_path, rng):
    manifest = open_network(AddNetworkRequest(save(classifier(rng), tmp_path / "net.onnx"))).manifest
    assert (manifest.labels, manifest.label(2)) == ((), "class 2")


def test_labels_of_the_wrong_length_stop_the_import(tmp_path, rng):
    path = save(classifier(rng), tmp_path / "net.onnx")
    labels = tmp_path / "labels.txt"
    labels.write_text("a\nb\n")
    assert open_network(AddNetworkRequest(path)).manifest.labels == ()
    with pytest.raises(WrongRequestError, match="2 labels.*4 classes"):
        open_network(AddNetworkRequest(path, labels=labels))


def test_a_mean_file_beside_a_caffe_network_is_used(tmp_path, caffe):
    blob = message("BlobProto")
    fill_blob(blob, np.arange(12).reshape(1, 3, 2, 2) * 1.0, "v1")
    (tmp_path / "mean.binaryproto").write_bytes(blob.SerializeToString())
    manifest = open_network(AddNetworkRequest(caffe)).manifest
    assert manifest.specification.mean == (1.5, 5.5, 9.5)
    assert "mean" in {entry.role for entry in manifest.files}
    raw = open_network(AddNetworkRequest(caffe, preprocessing="raw")).manifest
    assert raw.specification.mean == (0.0, 0.0, 0.0)
    assert raw.specification_source is SpecificationSource.USER


@pytest.mark.parametrize("role", ["weights", "labels", "mean"])
def test_named_files_that_are_absent_are_said(tmp_path, caffe, role):
    with pytest.raises(NotFoundError, match="gone.file"):
        open_network(AddNetworkRequest(caffe, **{role: tmp_path / "gone.file"}))


def test_half_a_caffe_network_is_refused(tmp_path, caffe):
    model = tmp_path / "net.caffemodel"
    saved = model.read_bytes()
    model.unlink()
    with pytest.raises(UnreadableNetworkError, match="No fitting .caffemodel"):
        open_network(AddNetworkRequest(caffe))
    model.write_bytes(saved)
    (tmp_path / "two.caffemodel").write_bytes(saved)
    with pytest.raises(UnreadableNetworkError, match=r"net\.caffemodel, two\.caffemodel"):
        open_network(AddNetworkRequest(caffe))
    assert open_network(AddNetworkRequest(caffe, weights=model)).manifest.n_classes == 2
    with pytest.raises(UnreadableNetworkError, match="holds no weights"):
        open_network(AddNetworkRequest(caffe, weights=caffe))


def test_the_deploy_structure_is_preferred(tmp_path, caffe):
    (tmp_path / "solver.prototxt").write_text('net: "train_val.prototxt"\nbase_lr: 0.1\n')
    (tmp_path / "train_val.prototxt").write_text(STRUCTURE)
    opened = open_network(AddNetworkRequest(tmp_path / "net.caffemodel")).manifest
    assert opened.files[0].name == "deploy.prototxt"


def test_the_digest_ignores_labels_and_names(tmp_path, rng):
    path = save(classifier(rng), tmp_path / "net.onnx")
    first = open_network(AddNetworkRequest(path)).manifest.sha256
    (tmp_path / "labels.txt").write_text("a\nb\nc\nd\n")
    assert open_network(AddNetworkRequest(path, name="other")).manifest.sha256 == first


def test_progress_runs_forward_to_the_end(tmp_path, caffe):
    seen = []
    open_network(AddNetworkRequest(caffe), Report(on_progress=lambda done, _: seen.append(done)))
    assert seen == sorted(seen)
    assert seen[-1] > 0.8


def test_it_can_be_stopped(caffe):
    with pytest.raises(Cancelled):
        open_network(AddNetworkRequest(caffe), Report(is_cancelled=lambda: True))


def test_the_same_file_gives_the_same_network(tmp_path, rng):
    path = save(classifier(rng), tmp_path / "net.onnx")
    assert open_network(AddNetworkRequest(path)).onnx == open_network(AddNetworkRequest(path)).onnx


@pytest.mark.parametrize("text", ["", "x\n" * 3, '{"a": 1}'])
def test_every_refusal_has_a_hint(tmp_path, text):
    path = tmp_path / "net.prototxt"
    path.write_text(text)
    with pytest.raises(DeepIntroError) as caught:
        open_network(AddNetworkRequest(path))
    assert caught.value.what.endswith(".")
    assert caught.value.hint
