"""An analysis whose answers are evaluated again with other fills and seeds."""

from itertools import pairwise

import numpy as np
import pytest
from support.tiny import LOOSE

from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.requests import AnalyseRequest, ClusterRequest, ExplainRequest, OccludeRequest
from deepintro_desktop.workflows.analyse import analyse, repetitions, stored_analysis
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.occlude import occlude

METRICS = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")


@pytest.fixture
def request_(place):
    explained = explain(ExplainRequest(place.network, place.image, clustering=LOOSE), place.context)
    source = ClusterRequest(
        place.network, place.image, explained.target.index, explained.relevance.method, LOOSE
    )
    return AnalyseRequest(source, repeat=9)


def test_repetitions_are_all_different_and_none_is_the_first_way():
    ways = repetitions(Fill.PIXELISE, 3, 12, list(Fill))
    assert len(set(ways)) == 12
    assert (Fill.PIXELISE, 3) not in ways
    assert ways[:6] == tuple((fill, 3) for fill in Fill if fill is not Fill.PIXELISE)
    assert set(ways[6:]) == {(fill, seed) for fill in (Fill.PIXELISE, Fill.RANDOM) for seed in (4, 5, 6)}


def test_few_repetitions_are_the_first_of_many():
    many = repetitions(Fill.BLUR, 0, 10, [Fill.BLUR, Fill.PIXELISE, Fill.RANDOM])
    assert repetitions(Fill.BLUR, 0, 3, [Fill.BLUR, Fill.PIXELISE, Fill.RANDOM]) == many[:3]


def test_ranges_are_those_of_single_occlusions(place, request_):
    result = analyse(request_, place.context)
    most = result.most_important.features
    chances = []
    for fill, seed in result.spread.repetitions:
        filled = occlude(OccludeRequest(request_.source, most, Fill(fill), seed), place.context)
        chances.append(filled.prediction.probabilities[request_.source.target_index])
    assert result.spread.most_important.lowest == pytest.approx(min(chances), abs=1e-6)
    assert result.spread.most_important.highest == pytest.approx(max(chances), abs=1e-6)
    assert 0 <= result.spread.most_important.n_held <= 9


def test_a_fill_that_this_network_cannot_have_is_left_out(place, request_):
    fills = {fill for fill, _ in analyse(request_, place.context).spread.repetitions}
    assert Fill.TRAINING_MEAN.value not in fills
    assert len(analyse(request_, place.context).spread.repetitions) == 9


def test_the_spread_comes_back_from_the_library(place, request_):
    first = analyse(request_, place.context)
    place.context.close()
    again = Context(place.context.library_folder, "cpu")
    assert stored_analysis(request_, again).spread == first.spread
    assert stored_analysis(AnalyseRequest(request_.source), again).spread is None
    assert stored_analysis(AnalyseRequest(request_.source, repeat=4), again).spread is None
    again.close()


def test_the_answers_are_there_before_the_spread(place, request_):
    seen = []
    result = analyse(request_, place.context, Report(on_partial=seen.append))
    assert seen[-1].finished
    assert seen[-1].spread is None
    for name in METRICS:
        assert getattr(seen[-1], name) == getattr(result, name)
    np.testing.assert_array_equal(seen[-1].alone, result.alone)


def test_stopping_during_the_spread_keeps_the_analysis(place, request_):
    def stop(_done, _total, message):
        if message.startswith("Repetition 3"):
            raise Cancelled

    with pytest.raises(Cancelled):
        analyse(request_, place.context, Report(on_progress=lambda _, message: stop(0, 0, message)))
    stored = stored_analysis(request_, place.context)
    assert stored.finished
    assert stored.spread is None


def test_progress_only_grows(place, request_):
    fractions = []
    analyse(request_, place.context, Report(on_progress=lambda fraction, _: fractions.append(fraction)))
    assert all(before <= after for before, after in pairwise(fractions))


def test_explain_repeats_when_asked(place):
    request = ExplainRequest(place.network, place.image, clustering=LOOSE, analyse=True, repeat=3)
    assert len(explain(request, place.context).analysis.spread.repetitions) == 3
