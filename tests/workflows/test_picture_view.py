"""The pictures of a file: looked at, chosen, and part of what every result is known by."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.tiny import PREPROCESSING, tiny_network
from workflows.conftest import Workplace

from deepintro_desktop.core.errors import UnreadableImageError, UnreadableProjectError
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView, Window
from deepintro_desktop.core.requests import (
    AddImagesRequest,
    AddNetworkRequest,
    EntryRequest,
    ExplainRequest,
    ExportProjectRequest,
    ImportProjectRequest,
    KeepViewRequest,
    SeePictureRequest,
)
from deepintro_desktop.imaging import smaller_hwc_u8
from deepintro_desktop.workflows import entries, references
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.picture_view import keep_view, see_picture
from deepintro_desktop.workflows.projects import export_project, import_project


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, list[np.ndarray]]:
    """Return a file of three pages, and their pixels."""
    generator = np.random.default_rng(5)
    pixels = [generator.integers(0, 256, (20 + page, 24, 3), dtype=np.uint8) for page in range(3)]
    path = tmp_path / "pages.tif"
    first, *others = map(Image.fromarray, pixels)
    first.save(path, save_all=True, append_images=others)
    return path, pixels


@pytest.fixture
def image(place: Workplace, pages: tuple[Path, list[np.ndarray]]) -> str:
    return add_images(AddImagesRequest((pages[0],)), place.context).added[0].id


def _see(place: Workplace, image: str, view: PictureView, **more: object) -> np.ndarray:
    return see_picture(SeePictureRequest(image, view, **more), place.context).picture_hwc_u8


def test_looking_at_pictures_changes_nothing(place, image, pages):
    for number, pixels in enumerate(pages[1]):
        assert np.array_equal(_see(place, image, PictureView(frame=number)), pixels)
    assert place.context.library.images.find(image).view == AS_IT_COMES
    with pytest.raises(UnreadableImageError, match="no frame 4"):
        _see(place, image, PictureView(frame=3))


def test_what_the_network_is_given_is_made_of_the_whole_picture(place, image, pages):
    request = SeePictureRequest(image, PictureView(frame=1), place.network, size=8)
    seen = see_picture(request, place.context)
    assert max(seen.picture_hwc_u8.shape) == 8
    assert (seen.height, seen.width, seen.choices.n_frames) == (21, 24, 3)
    keep_view(KeepViewRequest(image, PictureView(frame=1)), place.context)
    explanation = explain(ExplainRequest(place.network, image), place.context)
    assert np.array_equal(seen.input_hwc_u8, explanation.input_hwc_u8)


def test_a_kept_view_is_the_image_from_then_on(place, image, pages):
    changes = keep_view(KeepViewRequest(image, PictureView(frame=2)), place.context)
    assert changes.images
    assert changes.analyses
    record = place.context.library.images.find(image)
    assert (record.view, record.height) == (PictureView(frame=2), 22)
    assert record.facts["frames"] == "frame 3 of 3"
    assert np.array_equal(entries.original_pixels(EntryRequest(image), place.context), pages[1][2])


def test_every_view_has_results_of_its_own_and_they_come_back(place, image, pages):
    request = ExplainRequest(place.network, image)
    first = explain(request, place.context)
    keep_view(KeepViewRequest(image, PictureView(frame=1)), place.context)
    second = explain(request, place.context)
    assert not second.from_library
    assert not np.array_equal(first.relevance.values_hw, second.relevance.values_hw)
    assert second.provenance["image_view"] == {"frame": 1}
    keep_view(KeepViewRequest(image, AS_IT_COMES), place.context)
    again = explain(request, Context(place.context.library_folder, "cpu", _library=place.context.library))
    assert again.from_library
    assert np.array_equal(again.relevance.values_hw, first.relevance.values_hw)


def test_a_view_of_a_stored_image_for_once_is_kept_nowhere(place, image, pages):
    record = references.visit_otherwise(image, PictureView(frame=1), place.context)
    explanation = explain(ExplainRequest(place.network, record.id), place.context)
    assert explanation.image.view == PictureView(frame=1)
    keep_view(KeepViewRequest(image, PictureView(frame=1)), place.context)
    stored = explain(ExplainRequest(place.network, image), place.context)
    assert not stored.from_library
    assert np.array_equal(stored.input_hwc_u8, explanation.input_hwc_u8)


def test_an_exported_project_takes_its_views_along(place, image, tmp_path):
    view = PictureView(frame=1)
    keep_view(KeepViewRequest(image, view), place.context)
    path = tmp_path / "p.deepintro"
    export_project(ExportProjectRequest(place.context.project_id, path), place.context)
    other = Context(tmp_path / "other", "cpu")
    imported = import_project(ImportProjectRequest(path), other)
    assert not imported.refused
    assert other.library.images.find(image).view == view
    assert other.library.images.find(image).height == 21
    other.close()


def test_a_view_that_makes_no_sense_is_refused_at_the_door(place, image, tmp_path, monkeypatch):
    path = tmp_path / "p.deepintro"
    monkeypatch.setattr(PictureView, "to_dict", lambda _: {"frame": -7})
    export_project(ExportProjectRequest(place.context.project_id, path), place.context)
    monkeypatch.undo()
    other = Context(tmp_path / "other", "cpu")
    with pytest.raises(UnreadableProjectError, match="damaged"):
        import_project(ImportProjectRequest(path), other)
    other.close()


def test_the_screen_gets_a_copy_and_the_network_the_whole(context, tmp_path, monkeypatch):
    monkeypatch.setattr(entries, "SCREEN_SIDE", 16)
    pixels = np.random.default_rng(2).integers(0, 4096, (64, 48), dtype=np.uint16)
    path = tmp_path / "scan.png"
    Image.fromarray(pixels).save(path)
    network = tiny_network(tmp_path)
    added = add_network(AddNetworkRequest(network, preprocessing=PREPROCESSING), context).record.id
    view = PictureView(window=Window(2000.0, 1000.0))
    image = add_images(AddImagesRequest((path,), view), context).added[0]
    assert image.view == view
    whole = np.floor(np.clip((pixels - 1500.0) * 0.255, 0, 255) + 0.5).astype(np.uint8)[..., None]
    assert np.array_equal(references.image_pixels(image, context), whole)
    shown = entries.original_pixels(EntryRequest(image.id), context)
    assert shown.shape == (16, 12, 1)
    assert np.array_equal(shown, smaller_hwc_u8(whole, 16))
    seen = see_picture(SeePictureRequest(image.id, view, added, 16), context)
    explanation = explain(ExplainRequest(added, image.id), context)
    assert np.array_equal(seen.input_hwc_u8, explanation.input_hwc_u8)
