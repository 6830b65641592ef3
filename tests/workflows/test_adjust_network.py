"""Other names for the classes of a network, and other ways to prepare its pixels."""

import pytest

from deepintro_desktop.core.adjust import LabelsRequest, PreparationRequest
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.requests import EntryRequest, ExplainRequest
from deepintro_desktop.workflows.adjust_network import preparations, prepare_otherwise, replace_labels
from deepintro_desktop.workflows.explain import explain


def record_of(place):
    return place.context.library.networks.find(place.network)


def test_labels_are_replaced_and_results_stay(place, tmp_path):
    first = explain(ExplainRequest(place.network, place.image), place.context)
    path = tmp_path / "french.txt"
    path.write_text("pomme\npain\nfromage\ndatte\n", encoding="utf-8")
    replaced = replace_labels(LabelsRequest(place.network, path), place.context)
    assert replaced == record_of(place)
    assert replaced.manifest.labels == ("pomme", "pain", "fromage", "datte")
    [file] = [file for file in replaced.manifest.files if file.role == "labels"]
    assert file.name == "french.txt"
    again = explain(ExplainRequest(place.network, place.image), place.context)
    assert again.from_library
    assert again.target.index == first.target.index
    assert again.target.label in replaced.manifest.labels
    assert place.context.library.check() == []


def test_labels_that_do_not_fit_are_refused_and_nothing_changes(place, tmp_path):
    before = record_of(place)
    path = tmp_path / "few.txt"
    path.write_text("one\ntwo\n", encoding="utf-8")
    with pytest.raises(WrongRequestError):
        replace_labels(LabelsRequest(place.network, path), place.context)
    assert record_of(place) == before


def test_present_preparation_comes_first_and_others_fit_the_network(place):
    ways = preparations(EntryRequest(place.network), place.context)
    present = record_of(place).manifest.specification
    assert (ways[0].name, ways[0].specification) == ("", present)
    assert {"imagenet", "caffe", "raw"} <= {way.name for way in ways}
    assert all((way.specification.height, way.specification.width) == (24, 24) for way in ways)
    assert [way.specification for way in ways].count(present) == 1


def test_another_preparation_is_a_network_of_its_own(place):
    added = prepare_otherwise(PreparationRequest(place.network, "imagenet"), place.context)
    assert added.record.id != place.network
    assert added.record.name.endswith(", imagenet")
    assert added.record.manifest.specification_source is SpecificationSource.USER
    assert added.record.onnx_sha256 == record_of(place).onnx_sha256
    assert prepare_otherwise(PreparationRequest(place.network, "imagenet"), place.context).already_there
    assert explain(ExplainRequest(added.record.id, place.image), place.context).prediction.top


def test_unknown_preparation_is_refused(place):
    with pytest.raises(WrongRequestError):
        prepare_otherwise(PreparationRequest(place.network, "no such way"), place.context)
