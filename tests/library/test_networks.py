"""Networks in the library: stored once, found by what people type, gone with all that depends on them."""

import numpy as np
import pytest

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import LibraryError, NotFoundError, WrongRequestError
from deepintro_desktop.core.records import Choice
from deepintro_desktop.library import Library


def test_network_comes_back_whole_after_a_restart(library_folder, manifest):
    with Library.open(library_folder) as library:
        added = library.networks.add(manifest(), b"onnx bytes", "SqueezeNet")
    assert added.changes == Changes(networks=True)
    with Library.open(library_folder) as library:
        (record,) = library.networks.list()
        assert record == added.record
        assert record.manifest == manifest()
        assert record.stored
        assert library.networks.onnx_bytes(record) == b"onnx bytes"


def test_manifest_without_parity_comes_back(library, manifest):
    added = library.networks.add(manifest(parity=None, labels=(), notes=()), b"x", "n")
    assert library.networks.find(added.record.id).manifest == added.record.manifest


def test_same_network_with_same_preprocessing_is_there_once(library, manifest):
    first = library.networks.add(manifest(), b"onnx", "one")
    again = library.networks.add(manifest(), b"onnx", "two")
    assert again.already_there
    assert not again.changes
    assert again.record == first.record
    assert len(library.networks.list()) == 1


def test_same_network_with_other_preprocessing_is_another(library, manifest):
    first = library.networks.add(manifest(), b"onnx", "net")
    other = library.networks.add(
        manifest(specification=manifest().specification.with_size(9, 9)), b"onnx", "net"
    )
    assert not other.already_there
    assert [record.name for record in library.networks.list()] == ["net", "net (2)"]
    library.networks.remove(first.record)
    assert library.networks.onnx_bytes(other.record) == b"onnx"


def test_same_network_with_another_output_is_another(library, manifest):
    one = manifest(choices=(Choice("output", "logits", ("aux",)),))
    other = manifest(choices=(Choice("output", "aux", ("logits",), guessed=False),))
    chosen = manifest(choices=(Choice("output", "logits", ("aux",), guessed=False),))
    added = [library.networks.add(entry, b"network", "n") for entry in (one, other, chosen)]
    assert [entry.already_there for entry in added] == [False, False, True]
    assert added[0].record.id == added[2].record.id != added[1].record.id


def test_labels_that_come_later_are_taken_over_and_not_lost_again(library, manifest):
    library.networks.add(manifest(labels=()), b"onnx", "net")
    named = library.networks.add(manifest(labels=("cat", "dog")), b"onnx", "net")
    assert named.already_there
    assert named.changes == Changes(networks=True)
    assert library.networks.list()[0].manifest.labels == ("cat", "dog")
    assert not library.networks.add(manifest(labels=()), b"onnx", "net").changes
    assert library.networks.list()[0].manifest.labels == ("cat", "dog")


def test_better_conversion_replaces_the_content(library, manifest):
    old = library.networks.add(manifest(), b"old conversion", "net").record
    new = library.networks.add(manifest(), b"new conversion", "net").record
    assert (new.id, new.name) == (old.id, old.name)
    assert library.networks.onnx_bytes(new) == b"new conversion"
    assert library.check() == []


def test_networks_are_found_by_id_name_and_beginning(library, manifest):
    squeeze = library.networks.add(manifest("a"), b"1", "SqueezeNet v1.0").record
    vgg16 = library.networks.add(manifest("b"), b"2", "VGG-16").record
    vgg19 = library.networks.add(manifest("c"), b"3", "vgg-19").record
    for reference in (squeeze.id, squeeze.id[:6], "SqueezeNet v1.0", "squeezenet V1.0", "squ", " Squeeze "):
        assert library.networks.find(reference) == squeeze
    assert library.networks.find("VGG-16") == vgg16
    assert library.networks.find("vgg-19") == vgg19
    with pytest.raises(NotFoundError, match=r"VGG-16 \(.*, vgg-19 \("):
        library.networks.find("vgg")
    for reference in ("", "resnet"):
        with pytest.raises(NotFoundError, match="SqueezeNet v1.0, VGG-16"):
            library.networks.find(reference)


def test_name_that_begins_another_name_is_still_found(library, manifest):
    short = library.networks.add(manifest("a"), b"1", "net").record
    library.networks.add(manifest("b"), b"2", "net large")
    assert library.networks.find("net") == short
    assert library.networks.find("NET") == short


def test_nothing_is_found_in_an_empty_library(library):
    with pytest.raises(NotFoundError, match="no networks"):
        library.networks.find("x")


def test_renaming_keeps_names_apart(library, manifest):
    one = library.networks.add(manifest("a"), b"1", "one").record
    library.networks.add(manifest("b"), b"2", "two")
    assert library.networks.rename(one, "  Uno   prima ") == Changes(networks=True)
    assert library.networks.find(one.id).name == "Uno prima"
    library.networks.rename(one, "UNO PRIMA")
    for name in ("TWO", "", "  "):
        with pytest.raises(WrongRequestError):
            library.networks.rename(one, name)
    assert [record.name for record in library.networks.list()] == ["UNO PRIMA", "two"]


def test_network_that_is_gone_is_said_to_be_gone(library, manifest):
    record = library.networks.add(manifest(), b"onnx", "net").record
    library.networks.remove(record)
    for action in (library.networks.remove, lambda gone: library.networks.rename(gone, "x")):
        with pytest.raises(NotFoundError, match="not in the library any more"):
            action(record)
    with pytest.raises(LibraryError, match="missing"):
        library.networks.onnx_bytes(record)


def test_removal_takes_results_and_contents_along(library, manifest, rng):
    record = library.networks.add(manifest(), b"onnx", "net").record
    library.results.store("relevance", {"k": 1}, {}, {"map": rng.normal(size=9)}, network_id=record.id)
    assert library.networks.remove(record) == Changes(networks=True, analyses=True)
    assert library.results.load("relevance", {"k": 1}) is None
    assert not [path for path in library.folder.glob("objects/*/*") if path.is_file()]
    assert library.check() == []


def test_content_in_use_elsewhere_survives_a_removal(library, manifest):
    shared = np.arange(5)
    one = library.networks.add(manifest("a"), b"same", "one").record
    two = library.networks.add(manifest("b"), b"same", "two").record
    library.results.store("relevance", {"k": 1}, {}, {"map": shared}, network_id=one.id)
    library.results.store("relevance", {"k": 2}, {}, {"map": shared}, network_id=two.id)
    library.networks.remove(one)
    assert library.networks.onnx_bytes(two) == b"same"
    assert library.results.load("relevance", {"k": 2})[1]["map"].tolist() == [0, 1, 2, 3, 4]


def test_damaged_description_is_said_and_named(library, manifest):
    library.networks.add(manifest(), b"onnx", "net")
    with library._storage.database.transaction() as connection:
        connection.execute("UPDATE network SET manifest = '{}'")
    with pytest.raises(LibraryError, match="“net” is damaged"):
        library.networks.list()
    assert any("“net” is damaged" in problem for problem in library.check())
