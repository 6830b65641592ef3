"""Two networks look at the same picture."""

from dataclasses import replace

import numpy as np
import pytest
from support.tiny import LOOSE, PREPROCESSING, tiny_network

from deepintro_desktop.core.comparing import CompareNetworksRequest
from deepintro_desktop.core.drawn import DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.requests import AddNetworkRequest, ExplainRequest, KeepDrawnRequest
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.compare_networks import _scaled, compare_networks
from deepintro_desktop.workflows.drawn import keep_drawn
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.stages import subject


@pytest.fixture
def other(place, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    return add_network(
        AddNetworkRequest(tiny_network(folder, seed=9), preprocessing=PREPROCESSING), place.context
    ).record


def test_both_are_explained_as_they_would_be_alone(place, other):
    request = CompareNetworksRequest((place.network, other.id), place.image, clustering=LOOSE)
    found = compare_networks(request, place.context)
    for look, network in zip(found.looks, (place.network, other.id), strict=True):
        target = str(look.target.index)
        alone = explain(ExplainRequest(network, place.image, target=target, clustering=LOOSE), place.context)
        assert alone.from_library
        assert look.network.id == network
        assert look.features.features == alone.features.features
        assert look.picture_hwc_u8.shape[2] == 3
    assert found.looks[1].target.label == found.looks[0].target.label
    assert -1.0 <= found.correlation <= 1.0
    assert 0.0 <= found.overlap <= 1.0


def test_what_a_person_drew_is_shown_and_does_not_count(place, other):
    plain = CompareNetworksRequest((place.network, other.id), place.image, clustering=LOOSE)
    before = compare_networks(plain, place.context)
    first, second = (
        Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, ((0.0, 0.0), (width, 4.0))), name),))
        for name, width in (("first", 5.0), ("second", 3.0))
    )
    assert keep_drawn(KeepDrawnRequest(other.id, place.image, second), place.context)
    found = compare_networks(replace(plain, edits=first), place.context)
    drawn = [[one for one in look.features.features if one.drawn] for look in found.looks]
    assert [[(one.name, one.n_pixels) for one in some] for some in drawn] == [
        [("first", 20)],
        [("second", 12)],
    ]
    assert (found.correlation, found.overlap) == (before.correlation, before.overlap)
    for look, old in zip(found.looks, before.looks, strict=True):
        assert not np.array_equal(look.picture_hwc_u8, old.picture_hwc_u8)


def test_settings_mean_the_same_part_of_the_picture_at_another_size(place):
    of = subject(place.network, place.image, place.context)
    manifest = of.network.record.manifest
    large = replace(manifest, specification=manifest.specification.with_size(48, 48))
    network = replace(of.network, record=replace(of.network.record, manifest=large))
    scaled = _scaled(ClusteringParameters(distance=3.0, min_size=10), of, replace(of, network=network))
    assert (scaled.distance, scaled.min_size) == (6.0, 40)
    small = _scaled(ClusteringParameters(distance=1.5, min_size=1), replace(of, network=network), of)
    assert (small.distance, small.min_size) == (1.0, 1)


def test_a_network_agrees_with_itself(place):
    request = CompareNetworksRequest(
        (place.network, place.network), place.image, "bread", "lrp-epsilon", LOOSE
    )
    found = compare_networks(request, place.context)
    assert [look.target.label for look in found.looks] == ["bread", "bread"]
    assert [look.method for look in found.looks] == ["lrp-epsilon", "lrp-epsilon"]
    assert found.correlation == pytest.approx(1.0)
    assert found.overlap == 1.0


def test_what_can_only_be_predicted_is_predicted(place, tmp_path):
    folder = tmp_path / "plain"
    folder.mkdir()
    path = tiny_network(folder, operator="Sin")
    plain = add_network(AddNetworkRequest(path, preprocessing=PREPROCESSING), place.context).record
    assert not plain.explainable
    request = CompareNetworksRequest((place.network, plain.id), place.image, clustering=LOOSE)
    found = compare_networks(request, place.context)
    assert (found.correlation, found.overlap) == (None, None)
    assert found.looks[1].features is None
    assert found.looks[1].method == ""
    assert found.looks[1].prediction.top


def test_a_default_method_holds_for_both(place, other):
    pair = (place.network, other.id)
    request = CompareNetworksRequest(
        pair, place.image, method="sensitivity", clustering=LOOSE, default_method="gradient-x-input"
    )
    assert [look.method for look in compare_networks(request, place.context).looks] == ["sensitivity"] * 2
    request = replace(request, method="")
    assert [look.method for look in compare_networks(request, place.context).looks] == [
        "gradient-x-input"
    ] * 2
