"""Adding, listing, renaming and removing."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.tiny import PREPROCESSING, tiny_picture

from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.requests import (
    AddImagesRequest,
    AddNetworkRequest,
    EntryRequest,
    ThumbnailRequest,
)
from deepintro_desktop.workflows import entries
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import default_name


def test_adding_the_same_network_again_says_so(place):
    again = add_network(AddNetworkRequest(place.network_file, preprocessing=PREPROCESSING), place.context)
    assert again.already_there
    assert again.record.id == place.network
    assert len(entries.list_networks(None, place.context)) == 1


def test_duplicate_broken_and_new_images_of_one_drop(place, tmp_path):
    copy = tmp_path / "copy.png"
    copy.write_bytes(place.image_file.read_bytes())
    broken = tmp_path / "notes.png"
    broken.write_text("<html><body>not found</body></html>")
    other = tiny_picture(tmp_path, "other.png", seed=9)
    outcome = add_images(AddImagesRequest((copy, broken, other, tmp_path / "gone.png")), place.context)
    assert [record.name for record in outcome.added] == ["other.png"]
    assert [(name, record.id) for name, record in outcome.duplicates] == [("copy.png", place.image)]
    assert [name for name, _ in outcome.refused] == ["notes.png", "gone.png"]
    assert all(error.hint for _, error in outcome.refused)


def test_a_folder_stands_for_the_files_in_it(context, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for seed in (1, 2, 3):
        tiny_picture(folder, f"{seed}.png", seed=seed)
    assert len(add_images(AddImagesRequest((folder,)), context).added) == 3


def test_rename_and_remove(place):
    assert entries.rename_network(EntryRequest(place.network, "Tiny"), place.context).networks
    assert entries.list_networks(None, place.context)[0].name == "Tiny"
    assert entries.remove_network(EntryRequest(place.network), place.context).networks
    assert entries.list_networks(None, place.context) == ()
    with pytest.raises(NotFoundError):
        entries.remove_network(EntryRequest(place.network), place.context)


def test_thumbnail_and_original(place):
    small = entries.thumbnail(ThumbnailRequest(place.image, 12), place.context)
    whole = entries.original_pixels(EntryRequest(place.image), place.context)
    assert small.shape == (12, 12, 3)
    assert whole.shape == (24, 24, 3)
    assert whole.dtype == small.dtype == np.uint8


def test_generic_file_names_give_way_to_the_folder():
    assert default_name(Path("nets/squeezenet/deploy.prototxt")) == "squeezenet"
    assert default_name(Path("nets/resnet50.onnx")) == "resnet50"
    assert default_name(Path("nets/squeezenet/1/saved_model.pb")) == "squeezenet"
    assert default_name(Path("nets/squeezenet/1")) == "squeezenet"
    assert default_name(Path("nets/lenet.ckpt-900.meta")) == "lenet"
    assert default_name(Path("nets/signs/model.ckpt.data-00000-of-00001")) == "signs"
    assert default_name(Path("nets/signs/checkpoint")) == "signs"
    assert default_name(Path("nets/v1.5.keras")) == "v1.5"
    assert default_name(Path("/model.onnx")) == "model"


def test_a_second_window_is_told_that_it_can_only_read(place):
    second = Context(place.context.library_folder, "cpu")
    assert entries.library_notice(None, place.context) == ""
    assert entries.library_notice(None, second)
    assert len(entries.list_networks(None, second)) == 1
    second.close()


def test_a_sound_library_is_checked_without_a_finding(place):
    found = entries.check_library(None, place.context)
    assert (found.n_networks, found.n_images, found.problems) == (1, 1, ())
    assert found.folder == str(place.context.library_folder)


def test_damage_is_found_and_named(place):
    record = place.context.library.images.list()[0]
    path = next((place.context.library_folder / "objects").rglob(record.sha256))
    path.chmod(0o600)
    path.write_bytes(b"something else")
    (problem,) = entries.check_library(None, place.context).problems
    assert record.name in problem
    assert "damaged" in problem


def test_a_folder_stands_for_the_pictures_in_it_and_below_it(context, tmp_path):
    series = tmp_path / "study" / "series"
    hidden, empty = tmp_path / "study" / ".trash", tmp_path / "empty" / "inner"
    for folder in (series, hidden, empty):
        folder.mkdir(parents=True)
    for place, side in ((series, 8), (tmp_path / "study", 9), (hidden, 10)):
        Image.new("L", (side, side), side).save(place / f"{side}.png")
    (series / "notes.txt").write_text("no picture")
    found = add_images(AddImagesRequest((tmp_path / "study", tmp_path / "empty")), context)
    assert {record.name for record in found.added} == {"8.png", "9.png"}
    refused = {name: error.what for name, error in found.refused}
    assert set(refused) == {"notes.txt", "empty"}
    assert refused["empty"] == "empty is a folder without files."
