"""Networks with the same layers but another ending, preprocessing or labels never share an answer."""

import numpy as np
import pytest
from support.tiny import LOOSE, PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.requests import (
    AddImagesRequest,
    AddNetworkRequest,
    ExplainRequest,
    PredictRequest,
)
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.predict import predict
from deepintro_desktop.workflows.references import visit_image, visit_network


@pytest.fixture
def endings(tmp_path):
    """The same layers ending in softmax and in sigmoid."""
    paths = []
    for operator in ("Softmax", "Sigmoid"):
        (tmp_path / operator).mkdir()
        paths.append(tiny_network(tmp_path / operator, operator=operator))
    return paths


def test_stored_answers_of_another_ending_are_not_shown(context, endings, tmp_path):
    image = add_images(AddImagesRequest((tiny_picture(tmp_path),)), context).added[0].id
    ids = [add_network(AddNetworkRequest(path, preprocessing=PREPROCESSING), context) for path in endings]
    results = [
        explain(ExplainRequest(added.record.id, image, clustering=LOOSE, analyse=True), context)
        for added in ids
    ]
    np.testing.assert_array_equal(results[0].relevance.values_hw, results[1].relevance.values_hw)
    for result in results:
        drop = result.target.probability - result.analysis.most_important.probability
        assert drop == pytest.approx(max(result.alone_drops.values()), abs=1e-9)
    assert results[0].alone_drops != results[1].alone_drops


def test_visitors_with_other_preprocessing_are_other_networks(context, tmp_path):
    network, image = tiny_network(tmp_path), visit_image(tiny_picture(tmp_path), context).id
    raw = '{"height": 24, "width": 24}'
    ids = [
        visit_network(AddNetworkRequest(network, preprocessing=one), context).id
        for one in (PREPROCESSING, raw)
    ]
    answers = [predict(PredictRequest(one, image), context).logits for one in ids]
    assert ids[0] != ids[1]
    assert not np.allclose(*answers)


def test_new_labels_are_shown_at_once_and_in_stored_answers(place, tmp_path):
    wanted = ExplainRequest(place.network, place.image, clustering=LOOSE, analyse=True)
    before = explain(wanted, place.context)
    labels = tmp_path / "other.txt"
    labels.write_text("one\ntwo\nthree\nfour\n")
    add_network(
        AddNetworkRequest(place.network_file, labels=labels, preprocessing=PREPROCESSING), place.context
    )
    after = explain(wanted, place.context)
    renamed = dict(zip(("apple", "bread", "cheese", "date"), ("one", "two", "three", "four"), strict=True))
    assert after.from_library
    assert after.target.label == renamed[before.target.label]
    assert after.analysis.largest_change.top.label == renamed[before.analysis.largest_change.top.label]
    target = after.target.label
    assert (
        explain(ExplainRequest(place.network, place.image, target=target), place.context).target.label
        == target
    )


def test_an_analysis_keeps_its_budget(place):
    wanted = ExplainRequest(place.network, place.image, clustering=LOOSE, analyse=True, budget=2)
    result = explain(wanted, place.context)
    assert result.analysis.n_evaluated <= 2 < len(result.features.features)
    assert len(result.alone_drops) <= 2
