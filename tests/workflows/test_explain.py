"""The main job on a tiny network: what is computed, what comes back from the library, what is refused."""

import numpy as np
import pytest
from support.tiny import LOOSE, tiny_network, tiny_picture

from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.parameters import METHOD_LABELS, ClusteringParameters, Fill
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.requests import (
    AddNetworkRequest,
    AnalyseRequest,
    ClusterRequest,
    EntryRequest,
    ExplainRequest,
    OccludeRequest,
)
from deepintro_desktop.core.results import FeatureSet, NetworkInput, Prediction, RelevanceMap
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.analyse import analyse, stored_analysis
from deepintro_desktop.workflows.cluster import cluster_features
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.entries import remove_image
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.occlude import drops_alone, occlude


def request(place, **changes):
    return ExplainRequest(place.network, place.image, clustering=LOOSE, **changes)


def source_of(explanation, clustering=LOOSE):
    return ClusterRequest(
        explanation.network.id,
        explanation.image.id,
        explanation.target.index,
        explanation.relevance.method,
        clustering,
    )


def test_explanation_holds_prediction_relevance_and_features(place):
    result = explain(request(place), place.context)
    assert result.target == result.prediction.top[0]
    assert result.prediction.probabilities.sum() == pytest.approx(1.0)
    assert result.relevance.values_hw.shape == (24, 24)
    assert result.relevance.values_hw.sum() == pytest.approx(1.0, abs=1e-4)
    assert len(result.features.features) >= 2
    assert set(result.alone_drops) == {feature.number for feature in result.features.features}
    assert result.provenance["image_sha256"] == result.image.sha256


def test_partial_results_come_in_order(place):
    seen = []
    explain(request(place), place.context, Report(on_partial=seen.append))
    assert [type(part) for part in seen] == [NetworkInput, Prediction, RelevanceMap, FeatureSet]


def test_second_time_comes_from_the_library_with_the_same_numbers(place):
    first = explain(request(place, analyse=True, occlude=(1,)), place.context)
    again = Context(place.context.library_folder, "cpu")
    place.context.close()
    second = explain(request(place, analyse=True, occlude=(1,)), again)
    again.close()
    assert not first.from_library
    assert second.from_library
    np.testing.assert_array_equal(first.relevance.values_hw, second.relevance.values_hw)
    assert first.relevance.ledger == second.relevance.ledger
    assert first.alone_drops == second.alone_drops
    assert first.analysis.minimum_to_keep == second.analysis.minimum_to_keep
    np.testing.assert_array_equal(first.analysis.shapley, second.analysis.shapley)
    np.testing.assert_array_equal(first.occlusion.image_hwc_u8, second.occlusion.image_hwc_u8)


def test_reclustering_never_computes_relevance_again(place, monkeypatch):
    result = explain(request(place), place.context)
    monkeypatch.setattr("deepintro_desktop.engine.attribution.attribute", None)
    finer = cluster_features(source_of(result, ClusteringParameters(min_size=1)), place.context)
    assert isinstance(finer, FeatureSet)


def test_occluding_nothing_is_the_original_prediction(place):
    result = explain(request(place), place.context)
    untouched = occlude(OccludeRequest(source_of(result), ()), place.context)
    np.testing.assert_array_equal(untouched.image_hwc_u8, result.input_hwc_u8)
    assert untouched.prediction.top == result.prediction.top


@pytest.mark.parametrize("fill", [fill for fill in Fill if fill is not Fill.TRAINING_MEAN])
def test_occluding_one_feature_gives_the_drop_that_was_announced(place, fill):
    result = explain(request(place, fill=fill, seed=3), place.context)
    number = result.features.features[0].number
    filled = occlude(OccludeRequest(source_of(result), (number,), fill, 3), place.context)
    target = result.target.index
    drop = result.prediction.probabilities[target] - filled.prediction.probabilities[target]
    assert drop == pytest.approx(result.alone_drops[number], abs=1e-6)
    assert drops_alone(OccludeRequest(source_of(result), (), fill, 3), place.context) == result.alone_drops


def test_analysis_streams_and_agrees_with_the_single_drops(place):
    result = explain(request(place), place.context)
    seen = []
    analysis = analyse(AnalyseRequest(source_of(result)), place.context, Report(on_partial=seen.append))
    assert seen
    assert analysis.finished
    assert analysis.n_features == len(result.features.features)
    assert stored_analysis(AnalyseRequest(source_of(result)), place.context).finished
    assert stored_analysis(AnalyseRequest(source_of(result), seed=9), place.context) is None
    best = max(result.alone_drops.values())
    assert result.target.probability - analysis.most_important.probability == pytest.approx(best, abs=1e-6)


def test_training_mean_comes_from_the_preprocessing_and_is_never_made_up(place, tmp_path):
    with pytest.raises(WrongRequestError, match="mean colour"):
        explain(request(place, fill=Fill.TRAINING_MEAN, occlude=(1,)), place.context)
    spec = '{"height": 24, "width": 24, "order": "BGR", "mean": [10, 120, 200]}'
    network = add_network(AddNetworkRequest(place.network_file, preprocessing=spec), place.context).record
    wanted = ExplainRequest(
        network.id, place.image, clustering=LOOSE, fill=Fill.TRAINING_MEAN, occlude=(1,), seed=1
    )
    result = explain(wanted, place.context)
    inside = result.features.labels_hw == 1
    assert (result.occlusion.image_hwc_u8[inside] == (200, 120, 10)).all()


@pytest.mark.parametrize("target", ["bread", "BREAD", " bread ", "1", " 1 "])
def test_target_by_label_or_index(place, target):
    assert explain(request(place, target=target), place.context).target.index == 1


@pytest.mark.parametrize("method", list(METHOD_LABELS))
def test_every_method_gives_a_finite_map(place, method):
    values = explain(request(place, method=method), place.context).relevance.values_hw
    assert np.isfinite(values).all()
    assert np.abs(values).sum() > 0


@pytest.mark.parametrize(
    "change",
    [{"target": "9"}, {"target": "-1"}, {"target": "zebra"}, {"method": "magic"}, {"occlude": (999,)}],
)
def test_impossible_requests_are_refused_with_a_hint(place, change):
    with pytest.raises(WrongRequestError) as refusal:
        explain(request(place, **change), place.context)
    assert refusal.value.hint


def test_a_scale_that_turns_signs_and_cannot_be_folded_is_a_warning(context, tmp_path):
    network = tiny_network(tmp_path, scaled_before_pool=True)
    result = explain(ExplainRequest(str(network), str(tiny_picture(tmp_path))), context)
    assert any("γ < 0" in warning for warning in result.relevance.ledger.warnings)


def test_no_feature_is_an_answer_and_says_what_to_move(place):
    strict = ClusteringParameters(threshold=100.0, min_size=2)
    result = explain(
        ExplainRequest(place.network, place.image, clustering=strict, analyse=True), place.context
    )
    assert result.features.features == ()
    assert result.features.suggested_threshold or result.features.largest_dropped
    assert result.analysis.n_features == 0


def test_files_are_explained_without_being_stored(place, library_folder):
    visitors = Context(library_folder.parent / "untouched", "cpu")
    result = explain(ExplainRequest(str(place.network_file), str(place.image_file)), visitors)
    assert not result.network.stored
    assert not result.image.stored
    assert not (library_folder.parent / "untouched").exists()


def test_library_survives_the_loss_of_the_files(place):
    place.network_file.unlink()
    place.image_file.unlink()
    assert explain(request(place), place.context).prediction.top


def test_removed_image_is_refused_calmly(place):
    explain(request(place), place.context)
    remove_image(EntryRequest(place.image), place.context)
    with pytest.raises(NotFoundError):
        explain(request(place), place.context)


def test_cancelled_explanation_stores_nothing(place):
    calls = []

    def stop() -> bool:
        calls.append(1)
        return len(calls) > 3

    with pytest.raises(Cancelled):
        explain(request(place), place.context, Report(is_cancelled=stop))
    assert not explain(request(place, method="lrp-epsilon"), place.context).from_library
