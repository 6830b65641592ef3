"""Drawn features through the workflows: applied, evaluated like found ones, kept with the picture."""

from dataclasses import replace

import numpy as np
import pytest
from support.tiny import LOOSE

from deepintro_desktop.core import editing
from deepintro_desktop.core.drawn import NO_EDITS, DrawnFeature, Edits, Pixels, Shape, ShapeKind
from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.requests import (
    AnalyseRequest,
    ClusterRequest,
    EntryRequest,
    ExplainRequest,
    KeepDrawnRequest,
    OccludeRequest,
    SplitRequest,
)
from deepintro_desktop.workflows.analyse import analyse, stored_analysis
from deepintro_desktop.workflows.catalogue import catalogue
from deepintro_desktop.workflows.cluster import cluster_features
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.drawn import keep_drawn, split_feature
from deepintro_desktop.workflows.entries import remove_image
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.occlude import drops_alone, occlude

CORNER = Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, ((0.0, 0.0), (5.0, 4.0))), "corner"),))


def request(place, **changes):
    return ExplainRequest(place.network, place.image, clustering=LOOSE, **changes)


def source_of(explanation, edits):
    of = explanation
    return ClusterRequest(of.network.id, of.image.id, of.target.index, of.relevance.method, LOOSE, edits)


def test_a_drawn_feature_is_evaluated_like_the_others(place):
    plain = explain(request(place), place.context)
    result = explain(request(place, edits=CORNER, analyse=True), place.context)
    drawn = result.features.features[-1]
    assert (drawn.drawn, drawn.name, drawn.n_pixels, drawn.box) == (True, "corner", 20, (0, 0, 5, 4))
    assert drawn.relevance == pytest.approx(result.relevance.values_hw[:4, :5].sum(dtype=np.float64))
    assert result.analysis.n_features == len(result.features.features) == len(result.analysis.shapley)
    assert drawn.number in result.alone_drops
    source = source_of(plain, CORNER)
    assert drops_alone(OccludeRequest(source, ()), place.context) == pytest.approx(result.alone_drops)
    filled = occlude(OccludeRequest(source, (drawn.number,), Fill.CONSTANT), place.context)
    changed = (filled.image_hwc_u8 != plain.input_hwc_u8).any(axis=2)
    assert changed.any()
    assert not changed[4:].any() and not changed[:, 5:].any()


def test_stored_analyses_belong_to_the_edits_but_not_to_names(place):
    plain = explain(request(place, analyse=True), place.context)
    edited = AnalyseRequest(source_of(plain, CORNER))
    assert stored_analysis(AnalyseRequest(source_of(plain, NO_EDITS)), place.context) is not None
    assert stored_analysis(edited, place.context) is None
    made = analyse(edited, place.context)
    named = replace(CORNER, drawn=(replace(CORNER.drawn[0], name="something else"),))
    found = stored_analysis(AnalyseRequest(source_of(plain, named)), place.context)
    assert np.array_equal(found.shapley, made.shapley)


def test_edits_come_back_with_picture_and_network(place, library_folder):
    assert keep_drawn(KeepDrawnRequest(place.network, place.image, CORNER), place.context)
    assert not any(one.drawn for one in explain(request(place), place.context).features.features)
    place.context.close()
    again = Context(library_folder, "cpu")
    try:
        result = explain(request(place, edits=None), again)
        assert result.features.edits == CORNER
        assert result.features.features[-1].drawn
        assert result.provenance["settings"]["edits"] == CORNER.to_dict()
        assert keep_drawn(KeepDrawnRequest(place.network, place.image, NO_EDITS), again)
        assert explain(request(place, edits=None), again).features.edits == NO_EDITS
    finally:
        again.close()


def test_visitors_have_no_drawn_features(place):
    from deepintro_desktop.workflows.references import visit_image

    visitor = visit_image(place.image_file, place.context)
    assert not keep_drawn(KeepDrawnRequest(place.network, visitor.id, CORNER), place.context)
    result = explain(ExplainRequest(place.network, visitor.id, clustering=LOOSE, edits=None), place.context)
    assert result.features.edits == NO_EDITS


@pytest.mark.allow_log
def test_unreadable_edits_count_as_none(place):
    from deepintro_desktop.workflows import drawn
    from deepintro_desktop.workflows.references import image_record, network_record

    records = network_record(place.network, place.context), image_record(place.image, place.context)
    place.context.library.results.store("drawn", drawn._key(*records), {"drawn": 3}, {})
    assert drawn.kept_edits(*records, place.context) == NO_EDITS


def test_edits_go_with_their_picture(place):
    keep_drawn(KeepDrawnRequest(place.network, place.image, CORNER), place.context)
    remove_image(EntryRequest(place.image), place.context)
    assert place.context.library.results.find("drawn", place.image) == ()


def test_merging_and_splitting_through_workflows(place):
    plain = explain(request(place), place.context)
    edits = editing.merged(plain.features, (1, 2))
    merged = cluster_features(source_of(plain, edits), place.context)
    assert len(merged.features) == len(plain.features.features) - 1
    whole = merged.labels_hw == merged.features[-1].number
    parts = split_feature(SplitRequest(Pixels.of(whole), 1), place.context)
    assert sum(part.n_pixels for part in parts) == whole.sum()
    sides = split_feature(SplitRequest(Pixels.of(whole), 1, ((12.0, 0.0), (12.0, 24.0))), place.context)
    assert sum(side.n_pixels for side in sides) == whole.sum()
    assert {"split_feature", "keep_drawn"} <= set(catalogue())
