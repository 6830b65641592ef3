"""Computed results: back by their key, exact to the bit, gone with what they belong to."""

import numpy as np
import pytest

from deepintro_desktop.library import Library

KEY = {"network": "ab", "input": {"height": 5, "mean": [0.5, 1.0]}, "target": 281, "method": "lrp-α2β1"}


def test_result_comes_back_exactly_after_a_restart(library_folder, rng):
    arrays = {
        "map": rng.normal(size=(5, 7)).astype(np.float32),
        "labels": rng.integers(0, 9, (3, 2), dtype=np.int32),
        "double": np.array([np.pi, np.inf, -0.0]),
        "flags": np.array([True, False]),
        "empty": np.zeros((0, 4), np.float32),
        "scalar": np.array(3.5),
        "columns": np.asfortranarray(rng.normal(size=(4, 6))),
    }
    document = {"sum": 0.1 + 0.2, "text": "Hündin", "list": [1, None, {"a": True}]}
    with Library.open(library_folder) as library:
        stored = library.results.store("relevance", KEY, document, arrays)
    with Library.open(library_folder) as library:
        loaded, back = library.results.load("relevance", KEY)
        assert loaded == document
        assert back.keys() == arrays.keys()
        for name, array in arrays.items():
            assert back[name].dtype == array.dtype
            assert np.array_equal(back[name], array)
        assert library.results.store("relevance", KEY, document, arrays) == stored
        assert library.check() == []


def test_order_of_a_key_does_not_matter_and_every_value_does(library):
    library.results.store("relevance", KEY, {"n": 1}, {})
    assert library.results.load("relevance", dict(reversed(KEY.items()))) == ({"n": 1}, {})
    assert library.results.load("relevance", KEY | {"target": 282}) is None
    assert library.results.load("relevance", KEY | {"more": None}) is None
    assert library.results.load("analysis", KEY) is None


def test_tuples_and_lists_are_the_same_key(library):
    library.results.store("drops", {"a": (1, 2)}, {"n": 1}, {})
    assert library.results.load("drops", {"a": [1, 2]}) is not None


def test_newer_result_replaces_the_older_with_its_contents(library):
    library.results.store("analysis", KEY, {"n": 1}, {"a": np.arange(3), "b": np.arange(4)})
    library.results.store("analysis", KEY, {"n": 2}, {"a": np.arange(9)})
    document, arrays = library.results.load("analysis", KEY)
    assert document == {"n": 2}
    assert list(arrays) == ["a"]
    assert len(arrays["a"]) == 9
    assert library.check() == []


def test_key_that_is_not_a_number_is_a_fault_of_the_program(library):
    with pytest.raises(ValueError, match="not JSON"):
        library.results.store("x", {"a": float("nan")}, {}, {})
    with pytest.raises(TypeError):
        library.results.load("x", {"a": object()})


def test_arrays_of_objects_are_refused_and_nothing_is_kept(library):
    with pytest.raises(ValueError, match="Object arrays"):
        library.results.store("x", {}, {}, {"good": np.arange(3), "bad": np.array([{}, []], dtype=object)})
    assert library.results.load("x", {}) is None
    assert library.check() == []


def test_result_goes_with_its_network_or_image(library, manifest, picture):
    network = library.networks.add(manifest(), b"onnx", "net").record
    image = library.images.add(*picture()).record
    owners = {"network_id": network.id, "image_id": image.id}
    library.results.store("relevance", KEY, {}, {"a": np.arange(3)}, **owners)
    library.results.store("prediction", KEY, {}, {}, network_id=network.id)
    library.images.remove(image)
    assert library.results.load("relevance", KEY) is None
    assert library.results.load("prediction", KEY) is not None
    library.networks.remove(network)
    assert library.results.load("prediction", KEY) is None
    assert library.check() == []


def test_result_for_an_entry_that_was_removed_meanwhile_is_not_kept(library):
    assert library.results.store("relevance", KEY, {}, {"a": np.arange(3)}, image_id="gone") is None
    assert library.results.load("relevance", KEY) is None
    assert library.check() == []


@pytest.mark.parametrize("damage", ["missing", "flipped"])
def test_damaged_content_counts_as_not_computed(library, damage, caplog):
    library.results.store("relevance", KEY, {}, {"a": np.arange(3)})
    (stored,) = [path for path in library.folder.glob("objects/*/*") if path.is_file()]
    if damage == "missing":
        stored.unlink()
    else:
        stored.write_bytes(stored.read_bytes()[::-1])
    assert library.results.load("relevance", KEY) is None
    assert "a stored relevance counts as none" in caplog.text
    assert len(library.check()) == 1
    library.results.store("relevance", KEY, {}, {"a": np.arange(3)})
    assert library.results.load("relevance", KEY)[1]["a"].tolist() == [0, 1, 2]
    assert library.check() == []


@pytest.fixture
def owners(library, manifest, picture):
    """Return the ids of a network and an image, as a result's owners."""
    network = library.networks.add(manifest(), b"onnx", "net").record
    image = library.images.add(*picture()).record
    return {"network_id": network.id, "image_id": image.id}


@pytest.fixture
def moments(monkeypatch):
    """Return a list of what the library's clock says next; the last of them stays."""
    told = ["2026-01-01T00:00:00+00:00"]
    monkeypatch.setattr(
        "deepintro_desktop.library.results.now", lambda: told.pop(0) if len(told) > 1 else told[0]
    )
    return told


def _found(library, image_id, kind="synthesis"):
    return [one.key["n"] for one in library.results.find(kind, image_id)]


def test_what_was_stored_is_there(library, owners):
    assert not library.results.has("synthesis", KEY)
    library.results.store("synthesis", KEY, {}, {}, **owners)
    assert library.results.has("synthesis", dict(reversed(KEY.items())))
    assert not library.results.has("boundary", KEY)
    assert not library.results.has("synthesis", KEY | {"target": 282})
    library.images.remove(library.images.find(owners["image_id"]))
    assert not library.results.has("synthesis", KEY)


def test_found_results_tell_what_they_are_of(library, owners):
    document = {"seeds": [3, 4], "text": "Hündin", "none": None}
    stored = library.results.store("synthesis", KEY, document, {"a": np.arange(3)}, **owners)
    (one,) = library.results.find("synthesis", owners["image_id"])
    assert (one.id, one.key, one.document) == (stored, KEY, document)


def test_found_results_are_loaded_by_id(library, owners, rng):
    picture = rng.integers(0, 255, (2, 4, 5, 3), dtype=np.uint8)
    stored = library.results.store("synthesis", KEY, {"n": 1}, {"images": picture}, **owners)
    document, arrays = library.results.load_by_id("synthesis", stored)
    assert (document, list(arrays)) == ({"n": 1}, ["images"])
    np.testing.assert_array_equal(arrays["images"], picture)
    assert library.results.load_by_id("synthesis", "unknown") is None
    assert library.results.load_by_id("synthesis", "") is None


def test_an_id_of_another_kind_loads_nothing(library, owners, caplog):
    ids = {
        kind: library.results.store(kind, KEY, {"n": kind}, {"a": np.arange(3)}, **owners)
        for kind in ("synthesis", "boundary")
    }
    for kind, stored in ids.items():
        loaded = {other: library.results.load_by_id(other, stored) for other in (*ids, "relevance", "")}
        assert loaded.pop(kind)[0] == {"n": kind}
        assert set(loaded.values()) == {None}
    assert caplog.text == ""


def test_newest_is_found_first(library, owners, moments):
    moments[:] = [f"2026-01-0{day}T00:00:00+00:00" for day in (2, 3, 1)]
    for n in (1, 2, 3):
        library.results.store("synthesis", {"n": n}, {}, {}, **owners)
    assert _found(library, owners["image_id"]) == [2, 1, 3]


def test_of_the_same_second_the_last_is_found_first(library, owners, moments):
    for n in (1, 2, 3, 1):
        library.results.store("synthesis", {"n": n}, {}, {}, **owners)
    assert _found(library, owners["image_id"]) == [1, 3, 2]


def test_only_the_wanted_kind_and_image_are_found_of_all_networks(library, owners, manifest, picture):
    network = library.networks.add(manifest("b"), b"other", "other").record.id
    image = library.images.add(*picture("cat.png", 50)).record.id
    places = [
        ("synthesis", owners),
        ("boundary", owners),
        ("synthesis", owners | {"network_id": network}),
        ("synthesis", owners | {"image_id": image}),
        ("synthesis", owners | {"image_id": None}),
        ("synthesis", owners | {"network_id": None}),
        ("synthesis", {"network_id": network, "image_id": None}),
    ]
    for n, (kind, of) in enumerate(places):
        library.results.store(kind, {"n": n}, {}, {}, **of)
    assert _found(library, owners["image_id"]) == [5, 2, 0]
    assert _found(library, owners["image_id"], "boundary") == [1]
    assert _found(library, image) == [3]
    assert _found(library, None) == [6, 4]
    for nobody in (image, None):
        assert _found(library, nobody, "boundary") == []
    assert _found(library, "unknown") == _found(library, "") == []


def test_what_went_with_one_network_is_not_found_and_that_of_another_is(library, owners, manifest):
    network = library.networks.add(manifest("b"), b"other", "other").record
    for n, network_id in enumerate((owners["network_id"], network.id)):
        library.results.store("synthesis", {"n": n}, {}, {}, **owners | {"network_id": network_id})
    assert _found(library, owners["image_id"]) == [1, 0]
    library.networks.remove(network)
    assert _found(library, owners["image_id"]) == [0]


def test_what_went_with_its_image_is_not_found(library, owners):
    stored = library.results.store("synthesis", {"n": 1}, {}, {"a": np.arange(3)}, **owners)
    library.results.store("synthesis", {"n": 2}, {}, {}, network_id=owners["network_id"])
    library.images.remove(library.images.find(owners["image_id"]))
    assert _found(library, owners["image_id"]) == []
    assert _found(library, None) == [2]
    assert library.results.load_by_id("synthesis", stored) is None


def test_a_window_that_can_only_read_finds_them(library, owners):
    stored = library.results.store("synthesis", {"n": 1}, {}, {"a": np.arange(3)}, **owners)
    with Library.open(library.folder) as second:
        assert second.read_only_reason
        assert _found(second, owners["image_id"]) == [1]
        assert second.results.load_by_id("synthesis", stored)[1]["a"].tolist() == [0, 1, 2]


def test_damaged_content_is_found_and_not_loaded(library, owners, caplog):
    stored = library.results.store("synthesis", {"n": 1}, {}, {"a": np.arange(3)}, **owners)
    for path in library.folder.glob("objects/*/*"):
        path.write_bytes(path.read_bytes()[::-1])
    assert library.results.has("synthesis", {"n": 1})
    assert _found(library, owners["image_id"]) == [1]
    assert library.results.load_by_id("synthesis", stored) is None
    assert "a stored synthesis counts as none" in caplog.text
