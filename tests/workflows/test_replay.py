"""A replay file makes the same numbers, finds what it names, and refuses anything else."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from support.tiny import LOOSE, PREPROCESSING, SIZE, tiny_network, tiny_picture

from deepintro_desktop.core.drawn import DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.core.replay import UnreadableReplayError, read_replay
from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest, ExplainRequest
from deepintro_desktop.reports.plain import explanation_json
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.references import visit_network
from deepintro_desktop.workflows.replay import (
    OtherSourceError,
    read_replay_file,
    replay_of,
    resolve_replay,
)

EDITS = Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, ((1.0, 1.0), (5.0, 6.0))), "corner"),))
TIMES = ("seconds", "date", "from_library", "added", "imported", "id")


@pytest.fixture
def subject(place):
    return ExplainRequest(
        place.network, place.image, target="2", method="lrp-epsilon", clustering=LOOSE, fill=Fill.RANDOM,
        analyse=True, budget=40, repeat=3, seed=5, edits=EDITS,
    )  # fmt: skip


def numbers(explanation):
    """Return the JSON of an explanation without what another run may say otherwise."""

    def cleaned(value):
        if isinstance(value, dict):
            return {key: cleaned(entry) for key, entry in value.items() if key not in TIMES}
        return [cleaned(entry) for entry in value] if isinstance(value, list) else value

    plain = cleaned(explanation_json(explanation, {}))
    for name in ("network", "image"):
        plain["provenance"]["settings"].pop(name)
    return json.dumps(plain, sort_keys=True)


def replayed(explanation, request):
    plain = replay_of(explanation, request.repeat, request.budget).to_dict()
    return read_replay(json.dumps(plain).encode(), "replay.json")


def test_another_library_makes_the_same_numbers(place, subject, tmp_path):
    first = explain(subject, place.context)
    replay = replayed(first, subject)
    other = Context(tmp_path / "other", "cpu")
    try:
        add_network(AddNetworkRequest(place.network_file, preprocessing=PREPROCESSING), other)
        add_images(AddImagesRequest((place.image_file,)), other)
        found = resolve_replay(replay, other)
        assert found.warnings == ()
        again = explain(found.request, other)
    finally:
        other.close()
    assert numbers(again) == numbers(first)
    np.testing.assert_array_equal(again.relevance.values_hw, first.relevance.values_hw)


def test_files_that_were_never_stored_make_the_same_numbers(place, subject, tmp_path):
    first = explain(subject, place.context)
    other = Context(tmp_path / "other", "cpu")
    try:
        network = visit_network(AddNetworkRequest(place.network_file, preprocessing=PREPROCESSING), other)
        found = resolve_replay(replayed(first, subject), other, network.id, str(place.image_file))
        again = explain(found.request, other)
    finally:
        other.close()
    assert numbers(replace(again, network=first.network)) == numbers(first)


def test_the_picture_is_seen_as_it_was_then(place, subject, tmp_path):
    pages = [Image.fromarray(np.full((SIZE, SIZE, 3), 60 * n, np.uint8)) for n in range(3)]
    pages[2].paste(Image.open(place.image_file), (0, 0))
    path = tmp_path / "pages.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    view = PictureView(frame=2)
    image = add_images(AddImagesRequest((path,), view), place.context).added[0]
    wanted = replace(subject, image=image.id)
    replay = replayed(explain(wanted, place.context), wanted)
    assert replay.view == view
    place.context.library.images.remove(image)
    add_images(AddImagesRequest((path,)), place.context)
    again = explain(resolve_replay(replay, place.context).request, place.context)
    assert again.image.view == view


def test_what_is_missing_is_named(place, subject):
    replay = replayed(explain(subject, place.context), subject)
    with pytest.raises(NotFoundError, match="tiny of the replay file is not in the library"):
        resolve_replay(replace(replay, network_sha256="0" * 64), place.context)
    with pytest.raises(NotFoundError, match=r"picture\.png of the replay file is not in the library"):
        resolve_replay(replace(replay, image_sha256="0" * 64), place.context)


def test_another_network_or_picture_is_refused(place, subject, tmp_path):
    replay = replayed(explain(subject, place.context), subject)
    (tmp_path / "b").mkdir()
    network = add_network(
        AddNetworkRequest(tiny_network(tmp_path / "b", seed=8), preprocessing=PREPROCESSING), place.context
    ).record
    picture = tiny_picture(tmp_path, "other.png", seed=8)
    with pytest.raises(OtherSourceError, match="not the network of the replay file"):
        resolve_replay(replay, place.context, network.id)
    with pytest.raises(OtherSourceError, match="not the picture of the replay file"):
        resolve_replay(replay, place.context, "", str(picture))


def test_another_preprocessing_is_refused(place, subject):
    replay = replayed(explain(subject, place.context), subject)
    other = replace(replay, network_input={**replay.network_input, "scale": 1.0})
    with pytest.raises(OtherSourceError, match="prepared in another way"):
        resolve_replay(other, place.context)


def test_other_versions_and_another_conversion_are_said(place, subject):
    replay = replayed(explain(subject, place.context), subject)
    old = replace(replay, versions={**replay.versions, "numpy": "1.0"}, onnx_sha256="0" * 64)
    conversion, versions = resolve_replay(old, place.context).warnings
    assert "converted again" in conversion
    assert "numpy 1.0 then" in versions


def test_a_file_that_is_not_there_or_none_is_refused(tmp_path):
    with pytest.raises(NotFoundError):
        read_replay_file(tmp_path / "none.json")
    with pytest.raises(UnreadableReplayError, match="cannot be read"):
        read_replay_file(tmp_path)
