"""A person's edits as values: runs of pixels, JSON, what identifies them, what follows from what."""

import json

import numpy as np
import pytest

from deepintro_desktop.core import editing
from deepintro_desktop.core.drawn import (
    NO_EDITS,
    DrawnFeature,
    Edits,
    FoundName,
    Pixels,
    Shape,
    ShapeKind,
)
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.results import Feature, FeatureSet

BOX = Shape(ShapeKind.RECTANGLE, ((1.0, 1.0), (3.0, 2.5)))


def found(edits: Edits = NO_EDITS) -> FeatureSet:
    """Two found features, and one that was drawn."""
    labels = np.array([[1, 1, 0, 2], [0, 0, 0, 2], [3, 3, 0, 0]], np.int32)
    features = (
        Feature(1, 2, (0, 0, 2, 1), 0.3, "ear"),
        Feature(2, 2, (3, 0, 4, 2), 0.2),
        Feature(3, 2, (0, 2, 2, 3), 0.1, drawn_id=7),
    )
    return FeatureSet(labels, features, ClusteringParameters(), edits=edits)


DRAWN = Edits(drawn=(DrawnFeature(7, BOX),))


@pytest.mark.parametrize("density", [0.0, 0.3, 1.0])
def test_pixels_come_back_as_they_were(rng: np.random.Generator, density: float) -> None:
    mask = rng.random((7, 5)) < density
    pixels = Pixels.of(mask)
    assert np.array_equal(pixels.mask((7, 5)), mask)
    assert pixels.n_pixels == mask.sum()
    assert not pixels.mask((5, 7)).any(), "another grid holds none of them"


def test_edits_survive_json() -> None:
    pixels = Pixels.of(np.eye(3, dtype=bool))
    edits = Edits(
        (DrawnFeature(1, BOX, "nose"), DrawnFeature(4, Shape(ShapeKind.PIXELS, pixels=pixels))),
        (pixels,),
        (FoundName(pixels, "ear"),),
    )
    assert Edits.from_dict(json.loads(json.dumps(edits.to_dict()))) == edits
    assert Edits.from_dict(NO_EDITS.to_dict()) == NO_EDITS
    assert not NO_EDITS


@pytest.mark.parametrize("plain", [{}, {"drawn": [{"id": 1, "name": "", "kind": "heart", "points": []}]}])
def test_nonsense_is_refused(plain: dict) -> None:
    with pytest.raises((KeyError, ValueError)):
        Edits.from_dict({"removed": [], "names": [], **plain})


BOX_VALUES = {"id": 1, "name": "", "kind": "rectangle", "points": [[0, 0], [2, 2]]}
RUNS = {"height": 2, "width": 3, "runs": [0, 6]}


@pytest.mark.parametrize(
    "drawn",
    [
        [BOX_VALUES, BOX_VALUES],
        [BOX_VALUES | {"id": 0}],
        [BOX_VALUES | {"points": [[0, 0], [1, 1], [2, 2]]}],
        [BOX_VALUES | {"points": [[0, 0], [2, float("nan")]]}],
        [BOX_VALUES | {"kind": "lasso", "points": [[0, 0], [1e300, 0], [0, float("inf")]]}],
        [BOX_VALUES | {"kind": "pixels", "points": []}],
    ],
)
def test_shapes_that_cannot_be_laid_over_a_picture_are_refused(drawn: list) -> None:
    with pytest.raises(ValueError):
        Edits.from_dict({"drawn": drawn, "removed": [], "names": []})


@pytest.mark.parametrize(
    "changes",
    [
        {"runs": [0]},
        {"runs": [0, 7]},
        {"runs": [-1, 2]},
        {"runs": [0, 0]},
        {"runs": [0.5, 1]},
        {"height": 2.0},
    ],
)
def test_pixels_outside_their_grid_are_refused(changes: dict) -> None:
    assert Edits.from_dict({"drawn": [], "removed": [RUNS], "names": []}).removed[0].n_pixels == 6
    with pytest.raises((TypeError, ValueError)):
        Edits.from_dict({"drawn": [], "removed": [RUNS | changes], "names": []})


def test_a_grid_that_is_not_the_pictures_takes_no_memory() -> None:
    assert not Pixels(10**9, 10**9, (0, 1)).mask((2, 2)).any()


def test_digest_is_about_pixels_only() -> None:
    pixels = Pixels.of(np.eye(3, dtype=bool))
    assert Edits(names=(FoundName(pixels, "ear"),)).digest == NO_EDITS.digest == ""
    digests = {
        Edits((DrawnFeature(1, BOX, "nose"),)).digest,
        Edits((DrawnFeature(2, BOX),)).digest,
    }
    assert len(digests) == 1
    assert Edits(removed=(pixels,)).digest not in {*digests, ""}


def test_a_shape_comes_last_with_an_id_of_its_own() -> None:
    edits = editing.with_shape(found(DRAWN), BOX)
    assert [one.id for one in edits.drawn] == [7, 8]


def test_merging_takes_found_pixels_away_and_makes_one_feature() -> None:
    before = found(DRAWN)
    edits = editing.merged(before, (1, 3))
    (made,) = edits.drawn
    assert made.name == "ear"
    assert np.array_equal(made.shape.pixels.mask((3, 4)), np.isin(before.labels_hw, (1, 3)))
    (taken,) = edits.removed
    assert np.array_equal(taken.mask((3, 4)), before.labels_hw == 1), "a drawn shape has taken nothing away"
    assert editing.merged(before, (1,)) == before.edits


def test_deleting_drops_drawn_ones_and_empties_found_ones() -> None:
    before = found(DRAWN)
    assert editing.removed(before, (3,)) == NO_EDITS
    edits = editing.removed(before, (2, 3))
    assert edits.drawn == ()
    assert np.array_equal(edits.removed[0].mask((3, 4)), before.labels_hw == 2)
    assert editing.removed(before, (9,)) == before.edits


def test_splitting_puts_parts_in_the_place_of_a_feature() -> None:
    before = found()
    parts = [Pixels(3, 4, (0, 1)), Pixels(3, 4, (1, 2))]
    edits = editing.split(before, 1, parts)
    assert [(one.name, one.shape.pixels) for one in edits.drawn] == [("ear", parts[1]), ("", parts[0])]
    assert edits.removed[0].n_pixels == 2
    assert editing.split(before, 1, parts[:1]) == before.edits


def test_names_stay_with_drawn_ones_and_with_the_pixels_of_found_ones() -> None:
    before = found(DRAWN)
    assert editing.renamed(before, 3, "box").drawn[0].name == "box"
    edits = editing.renamed(before, 2, "eye")
    assert [(one.name, one.pixels.n_pixels) for one in edits.names] == [("eye", 2)]
    again = editing.renamed(found(edits), 2, "left eye")
    assert [one.name for one in again.names] == ["left eye"]
    assert editing.renamed(found(edits), 1, "").names == edits.names
    assert editing.renamed(before, 1, "ear") == before.edits
