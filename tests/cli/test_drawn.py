"""``deepintro explain --drawn``: with the features that a person made in the window."""

import pytest
from support.command_line import run, run_json
from support.tiny import PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.drawn import DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest, KeepDrawnRequest
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.drawn import keep_drawn

CORNER = Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, ((0.0, 0.0), (5.0, 4.0))), "corner"),))


@pytest.fixture
def arguments(tmp_path, library_folder):
    context = Context(library_folder, "cpu")
    added = add_network(AddNetworkRequest(tiny_network(tmp_path), preprocessing=PREPROCESSING), context)
    images = add_images(AddImagesRequest((tiny_picture(tmp_path),)), context)
    network, image = added.record.id, images.added[0].id
    keep_drawn(KeepDrawnRequest(network, image, CORNER), context)
    context.close()
    options = ("--library", str(library_folder), "--quiet", "--threshold", "2", "--min-size", "2")
    return ("explain", network, image, *options)


def test_drawn_features_are_there_when_they_are_asked_for(arguments):
    plain, result = run_json(*arguments), run_json(*arguments, "--drawn")
    assert not any("drawn" in feature for feature in plain["features"])
    *found, drawn = result["features"]
    assert (drawn["drawn"], drawn["name"], drawn["pixels"], drawn["box"]) == (
        True,
        "corner",
        20,
        [0, 0, 5, 4],
    )
    assert not any("drawn" in feature for feature in found)
    assert drawn["drop"] is not None
    assert result["provenance"]["settings"]["edits"]["drawn"][0]["name"] == "corner"


def test_people_read_what_was_drawn(arguments):
    assert "corner  (drawn by a person)" in run(*arguments, "--drawn").out
    assert "drawn" not in run(*arguments).out


def test_images_are_made_of_a_drawn_feature(arguments, tmp_path):
    _, network, image, *options = arguments
    number = run_json(*arguments, "--drawn")["features"][-1]["number"]
    made = ("synthesise", network, image, "--feature", str(number), "--images", "1", "--iterations", "2")
    folder = tmp_path / "drawn"
    answer = run_json(*made, *options, "--drawn", "--layer", "p", "--out", str(folder))
    assert answer["feature"] == number
    run_json(*made, *options, "--layer", "p", "--out", str(tmp_path / "plain"))
    targets = [(tmp_path / name / "target.png").read_bytes() for name in ("drawn", "plain")]
    assert targets[0] != targets[1], "the corner, and a feature that was found"
