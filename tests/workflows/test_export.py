"""Pictures in files: whole and exact, or not there at all."""

import errno
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deepintro_desktop.core.requests import SavePictureRequest
from deepintro_desktop.workflows.export import UnwritableFolderError, save_picture


@pytest.fixture
def pixels(rng):
    return rng.integers(0, 256, (5, 7, 3), dtype=np.uint8)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "pictures"
    made.mkdir()
    return made


def _read(path):
    with Image.open(path) as picture:
        return picture.format, np.asarray(picture)


def _files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("n_channels", [1, 3])
def test_a_picture_is_written_pixel_by_pixel(context, folder, pixels, n_channels):
    wanted, path = pixels[..., :n_channels], folder / "Bild für Ann.png"
    assert save_picture(SavePictureRequest(path, wanted), context) == path
    kind, found = _read(path)
    assert kind == "PNG"
    np.testing.assert_array_equal(found, wanted[..., 0] if n_channels == 1 else wanted)
    assert list(folder.iterdir()) == [path]


def test_a_picture_that_is_a_view_is_written(context, folder, pixels):
    save_picture(SavePictureRequest(folder / "a.png", pixels[::-1, ::2]), context)
    np.testing.assert_array_equal(_read(folder / "a.png")[1], pixels[::-1, ::2])


def test_folders_on_the_way_are_made(context, folder, pixels):
    path = folder / "new" / "newer" / "a.png"
    save_picture(SavePictureRequest(path, pixels), context)
    np.testing.assert_array_equal(_read(path)[1], pixels)


def test_an_older_picture_is_replaced(context, folder, pixels):
    for picture in (pixels, 255 - pixels):
        save_picture(SavePictureRequest(folder / "a.png", picture), context)
    np.testing.assert_array_equal(_read(folder / "a.png")[1], 255 - pixels)
    assert len(list(folder.iterdir())) == 1


def test_the_library_is_not_needed(context, folder, pixels):
    save_picture(SavePictureRequest(folder / "a.png", pixels), context)
    assert not context.library_folder.exists()


@pytest.mark.parametrize("place", ["notes.txt/a.png", "notes.txt/new/a.png", "taken.png"])
def test_where_nothing_can_be_written_nothing_is_left(context, folder, pixels, place):
    (folder / "notes.txt").write_text("mine")
    (folder / "taken.png").mkdir()
    before = sorted(folder.rglob("*"))
    with pytest.raises(UnwritableFolderError, match="could not be written") as refusal:
        save_picture(SavePictureRequest(folder / place, pixels), context)
    assert (folder / place).name in refusal.value.what
    assert refusal.value.why
    assert refusal.value.hint == "Choose another folder."
    assert sorted(folder.rglob("*")) == before
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_full_disk_leaves_the_older_picture_whole(context, folder, pixels, monkeypatch):
    request = SavePictureRequest(folder / "a.png", pixels)
    save_picture(request, context)
    before = _files(folder)

    def write_half(path, content):
        with path.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_half)
    with pytest.raises(UnwritableFolderError) as refusal:
        save_picture(SavePictureRequest(folder / "a.png", 255 - pixels), context)
    assert refusal.value.why == "No space left on device."
    assert _files(folder) == before
