"""Images in the library: the original bytes, once each, whatever becomes of the file."""

import pytest

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import LibraryError, NotFoundError, WrongRequestError
from deepintro_desktop.imaging import read_image
from deepintro_desktop.library import Library


def test_image_comes_back_byte_for_byte_after_its_file_is_gone(library_folder, picture):
    path, content, decoded = picture("Hündin.png")
    with Library.open(library_folder) as library:
        added = library.images.add(path, content, decoded)
    assert (added.duplicate_of, added.changes) == (None, Changes(images=True))
    path.unlink()
    with Library.open(library_folder) as library:
        (record,) = library.images.list()
        assert record == added.record
        assert (record.name, record.height, record.width, record.kind) == ("Hündin.png", 4, 6, "PNG")
        assert record.facts == decoded.facts
        assert record.source_path == str(path)
        assert library.images.read_bytes(record) == content


def test_same_bytes_are_a_duplicate_whatever_their_name(library, picture):
    first = library.images.add(*picture("dog.png", 1)).record
    again = library.images.add(*picture("other-name.png", 1))
    assert again.duplicate_of == again.record == first
    assert not again.changes
    assert len(library.images.list()) == 1


def test_different_files_of_one_name_are_both_kept(library, picture):
    for grey, folder in enumerate("abc"):
        library.images.add(*picture("dog.png", grey, folder))
    library.images.add(*picture("DOG.png", 9, "d"))
    names = [record.name for record in library.images.list()]
    assert names == ["dog.png", "dog (2).png", "dog (3).png", "DOG (4).png"]
    assert library.images.find("dog.png").name == "dog.png"
    assert library.images.find("dog (3).png").facts


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("archive.tar.gz", "archive.tar (2).gz"),
        ("noext", "noext (2)"),
        (".hidden", ".hidden (2)"),
        ("v1. x", "v1. x (2)"),
    ],
)
def test_second_names_keep_their_ending(library, picture, name, second):
    path, content, decoded = picture("a.png", 1)
    library.images.add(path.with_name(name), content, decoded)
    path, content, decoded = picture("a.png", 2)
    assert library.images.add(path.with_name(name), content, decoded).record.name == second


def test_name_that_is_no_text_is_stored_and_shown(library, picture):
    path, content, decoded = picture()
    record = library.images.add(path.with_name("h\udcfcnd\n.png"), content, decoded).record
    assert record.name == "h\ufffdnd\ufffd.png"
    assert library.images.list() == [record]


def test_images_are_renamed_found_and_removed(library, picture):
    dog = library.images.add(*picture("dog.png", 1)).record
    cat = library.images.add(*picture("cat.png", 2)).record
    library.images.rename(dog, "wolf")
    assert library.images.find("wolf").id == library.images.find("WO").id == dog.id
    with pytest.raises(WrongRequestError):
        library.images.rename(cat, "Wolf")
    assert library.images.remove(dog) == Changes(images=True, analyses=True)
    with pytest.raises(NotFoundError, match="cat.png"):
        library.images.find("wolf")
    with pytest.raises(LibraryError, match="missing"):
        library.images.read_bytes(dog)
    with pytest.raises(NotFoundError):
        library.images.remove(dog)
    assert library.images.read_bytes(cat)


def test_damaged_content_is_never_given_out(library, picture):
    record = library.images.add(*picture()).record
    stored = library.folder / "objects" / record.sha256[:2] / record.sha256
    data = bytearray(stored.read_bytes())
    data[-1] ^= 1
    stored.write_bytes(data)
    with pytest.raises(LibraryError, match=r"dog\.png cannot be read.*damaged"):
        library.images.read_bytes(record)
    assert any("damaged" in problem and "dog.png" in problem for problem in library.check())


def test_every_readable_picture_beside_the_checkout_is_stored(library, shared_data):
    folders = [shared_data / "images/photos", shared_data / "images/mnist"]
    paths = [path for folder in folders for path in sorted(folder.iterdir())]
    for path in paths:
        content = path.read_bytes()
        library.images.add(path, content, read_image(content, path.name))
    assert [record.name for record in library.images.list()] == [path.name for path in paths]
    assert all(library.images.read_bytes(record) for record in library.images.list())
    assert library.check() == []
