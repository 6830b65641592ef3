"""Two networks look at the same picture."""

import pytest
from support.tiny import LOOSE, PREPROCESSING, tiny_network

from deepintro_desktop.core.comparing import CompareNetworksRequest
from deepintro_desktop.core.requests import AddNetworkRequest, ExplainRequest
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.compare_networks import compare_networks
from deepintro_desktop.workflows.explain import explain


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
