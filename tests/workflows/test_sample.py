"""The bundled samples: what they promise is true of the files."""

import csv

import numpy as np
import pytest

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.requests import ClusterRequest, ExplainRequest, OccludeRequest
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.occlude import occlude
from deepintro_desktop.workflows.sample import MARKER, SAMPLES, SHAPES, open_sample, sample_folder
from deepintro_desktop.workflows.stages import subject


@pytest.fixture
def context(library_folder):
    context = Context(library_folder, "cpu")
    yield context
    context.close()


def marker_box():
    with (sample_folder(MARKER) / "places.csv").open(encoding="utf-8") as file:
        rows = {row["file"]: row for row in csv.DictReader(file)}
    row = rows[SAMPLES[MARKER].first]
    return tuple(int(row[f"marker {name}"]) for name in ("x0", "y0", "x1", "y1"))


def features_of_the_marker(explanation):
    """Return the features that lie in the marker's box for the most part."""
    x0, y0, x1, y1 = marker_box()
    inside = np.bincount(explanation.features.labels_hw[y0:y1, x0:x1].ravel(), minlength=100)
    features = explanation.features.features
    return tuple(one.number for one in features if 2 * inside[one.number] > one.n_pixels)


def test_hiding_the_marker_flips_the_network_that_learnt_it_and_not_the_other(context):
    opened = open_sample(MARKER, context)
    with_marker, without = (
        next(record.id for record in context.library.networks.list() if record.name == name)
        for _, name in SAMPLES[MARKER].networks
    )
    assert (opened.network_id, opened.other_network_ids) == (with_marker, (without,))
    explanation = explain(ExplainRequest(with_marker, opened.image_id, clustering=opened.clustering), context)
    assert explanation.target.label == "lesion"
    numbers = features_of_the_marker(explanation)
    assert numbers
    source = ClusterRequest(
        with_marker,
        opened.image_id,
        explanation.target.index,
        explanation.relevance.method,
        opened.clustering,
    )
    hidden = occlude(OccludeRequest(source, numbers), context)
    assert hidden.prediction.top[0].label == "no lesion"
    honest = subject(without, opened.image_id, context)
    for picture in (honest.input_hwc_u8, hidden.image_hwc_u8):
        assert honest.predict(picture).top[0].label == "no lesion"


def test_a_sample_is_opened_once_and_found_again(context):
    first, second = open_sample(MARKER, context), open_sample(MARKER, context)
    assert (first.network_id, first.image_id) == (second.network_id, second.image_id)
    assert len(context.library.networks.list()) == 2
    assert len(context.library.images.list()) == 12


def test_both_samples_live_in_one_library(context):
    open_sample(SHAPES, context)
    open_sample(MARKER, context)
    assert len(context.library.networks.list()) == 3


def test_without_a_name_it_is_the_shapes(context):
    assert open_sample(None, context).clustering == SAMPLES[SHAPES].clustering


def test_an_unknown_sample_is_refused(context):
    with pytest.raises(WrongRequestError, match="no sample hearts"):
        open_sample("hearts", context)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_samples_are_small(name):
    assert sum(path.stat().st_size for path in sample_folder(name).iterdir()) < 8_000_000
