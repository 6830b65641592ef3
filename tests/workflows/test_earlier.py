"""What was explained before is listed with its settings, answers and origin, and can be compared."""

from dataclasses import replace

import numpy as np
import pytest
from support.tiny import LOOSE, tiny_network

from deepintro_desktop.core.drawn import DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.earlier import CompareRequest, EarlierKind
from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.requests import (
    AddNetworkRequest,
    AnalyseRequest,
    ClusterRequest,
    ExplainRequest,
    PairRequest,
)
from deepintro_desktop.imaging import figures
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.analyse import analyse
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.earlier import analyses_before, compare
from deepintro_desktop.workflows.explain import explain

FINE = ClusteringParameters(threshold=2.0, distance=1.0, min_size=1)


@pytest.fixture
def pair(place):
    return PairRequest(place.network, place.image)


@pytest.fixture
def made(place):
    """An explanation with its analysis, one with features only, and a map of another method."""
    first = explain(ExplainRequest(place.network, place.image, clustering=LOOSE), place.context)
    source = ClusterRequest(
        place.network, place.image, first.target.index, first.relevance.method, first.features.parameters
    )
    analyse(AnalyseRequest(source, seed=0, repeat=3), place.context)
    explain(ExplainRequest(place.network, place.image, clustering=FINE, fill=Fill.BLUR), place.context)
    return first


def test_list_has_analysis_and_features_with_settings(place, pair, made):
    found = {one.kind: one for one in analyses_before(pair, place.context)}
    assert set(found) == {EarlierKind.ANALYSIS, EarlierKind.FEATURES}
    analysis, features = found[EarlierKind.ANALYSIS], found[EarlierKind.FEATURES]
    assert analysis.source.clustering == LOOSE
    assert analysis.target_label == made.target.label
    assert analysis.n_features == len(made.features.features)
    assert set(analysis.answers) == {
        "largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude",
    }  # fmt: skip
    assert len(analysis.spread.repetitions) == 3
    assert (features.source.clustering, features.fill) == (FINE, Fill.BLUR)
    assert not features.answers


def test_map_of_which_no_features_were_made_is_listed(place, pair):
    explain(
        ExplainRequest(place.network, place.image, clustering=ClusteringParameters(min_size=2000)),
        place.context,
    )
    [only] = analyses_before(pair, place.context)
    assert only.kind is EarlierKind.RELEVANCE
    assert only.n_features is None


def test_every_entry_says_where_it_came_from(place, pair, made):
    for one in analyses_before(pair, place.context):
        assert one.provenance["image_sha256"] == made.image.sha256
        assert one.provenance["network_sha256"] == made.network.manifest.sha256
        assert one.provenance["onnx_sha256"] == made.network.onnx_sha256
        assert one.provenance["device"] == "cpu"
        assert one.provenance["versions"]["torch"]
        assert one.provenance["date"] <= one.made


def test_results_of_older_programs_without_provenance_are_read(place, pair, made, monkeypatch):
    library = place.context.library
    [stored] = library.results.find("analysis", place.image)
    document, arrays = library.results.load_by_id("analysis", stored.id)
    del document["provenance"]
    owners = {"network_id": place.network, "image_id": place.image}
    library.results.store("analysis", stored.key, document, arrays, **owners)
    [entry] = [one for one in analyses_before(pair, place.context) if one.kind is EarlierKind.ANALYSIS]
    assert entry.provenance == {}
    monkeypatch.setattr("deepintro_desktop.engine.analysis.analyse", None)
    assert analyse(AnalyseRequest(entry.source, entry.fill, entry.seed), place.context).finished


@pytest.mark.allow_log
def test_documents_that_make_no_sense_are_left_out(place, pair, made):
    results = place.context.library.results
    owners = {"network_id": place.network, "image_id": place.image}
    for kind in ("analysis", "spread", "drops", "relevance"):
        for one in results.find(kind, place.image):
            broken = {**one.key, "seed": 77, "clustering": {"threshold": "?"}}
            results.store(kind, broken, {"drops": 3}, {}, **owners)
    assert len(analyses_before(pair, place.context)) == 2


def test_newest_comes_first_and_the_same_request_adds_nothing(place, pair, made):
    before = analyses_before(pair, place.context)
    explain(ExplainRequest(place.network, place.image, clustering=LOOSE), place.context)
    after = analyses_before(pair, place.context)
    assert [one.id for one in after] == [one.id for one in before]
    assert [one.made for one in after] == sorted((one.made for one in after), reverse=True)


def test_another_network_has_a_list_of_its_own(place, pair, made, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    other = add_network(AddNetworkRequest(tiny_network(folder, seed=9)), place.context)
    assert analyses_before(PairRequest(other.record.id, place.image), place.context) == ()


def test_labels_are_those_of_today_and_listing_loads_no_network(place, pair, made):
    again = Context(place.context.library_folder, "cpu")
    place.context.close()
    assert len(analyses_before(pair, again)) == 2
    again.close()


def test_comparison_of_an_explanation_with_itself_agrees_wholly(place, pair, made):
    [entry] = [one for one in analyses_before(pair, place.context) if one.kind is EarlierKind.ANALYSIS]
    found = compare(CompareRequest((entry.source, entry.source)), place.context)
    assert found.correlation == pytest.approx(1.0)
    assert found.overlap == 1.0
    assert [(p.first, p.second, p.overlap) for p in found.pairs] == [
        (feature.number, feature.number, 1.0) for feature in made.features.features
    ]
    np.testing.assert_array_equal(found.pictures[0], found.pictures[1])
    assert found.pictures[0].ndim == 3


def test_comparison_shows_drawn_features_as_drawn(place, pair, made, monkeypatch):
    [entry] = [one for one in analyses_before(pair, place.context) if one.kind is EarlierKind.ANALYSIS]
    shape = Shape(ShapeKind.RECTANGLE, ((0.0, 0.0), (5.0, 4.0)))
    edited = replace(entry.source, edits=Edits((DrawnFeature(1, shape),)))
    asked, real = [], figures.explained_hwc_u8

    def noted(*values, **named):
        asked.append(named["drawn"])
        return real(*values, **named)

    monkeypatch.setattr(figures, "explained_hwc_u8", noted)
    found = compare(CompareRequest((entry.source, edited)), place.context)
    drawn = {feature.number for feature in found.features[1].features if feature.drawn}
    assert asked == [set(), drawn]
    assert len(drawn) == 1


def test_comparison_with_a_map_alone_has_no_overlap(place, pair, made):
    source = ClusterRequest(place.network, place.image, made.target.index, "lrp-epsilon", LOOSE)
    [entry] = [one for one in analyses_before(pair, place.context) if one.kind is EarlierKind.ANALYSIS]
    found = compare(CompareRequest((entry.source, source), with_features=(True, False)), place.context)
    assert found.features[1] is None
    assert found.overlap is None
    assert -1.0 <= found.correlation < 1.0
