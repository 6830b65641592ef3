"""From what the user, the file or nobody says to the input specification."""

import json

import numpy as np
import pytest
from importers.builders import fill_blob

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError, WrongRequestError
from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.specification import ChannelOrder, Resize
from deepintro_desktop.importers.caffe.schema import message
from deepintro_desktop.importers.contract import InputHints
from deepintro_desktop.importers.mean import Mean, read_mean
from deepintro_desktop.importers.parity import prepared
from deepintro_desktop.importers.preprocessing import NetworkInput, read_wish, resolve

COLOUR, GREY = NetworkInput(3, 227, 227), NetworkInput(1, 28, 28)
NOTHING = InputHints()


def specification(text, hints=NOTHING, shape=COLOUR, mean=None):
    return resolve(read_wish(text), hints, shape, mean).specification


@pytest.mark.parametrize(
    ("name", "pixel", "value"),
    [
        ("imagenet", 255, [(1 - 0.485) / 0.229, (1 - 0.456) / 0.224, (1 - 0.406) / 0.225]),
        ("caffe", 200, [96, 83, 77]),
        ("minus-one-to-one", 255, [1, 1, 1]),
        ("minus-one-to-one", 0, [-1, -1, -1]),
        ("zero-to-one", 255, [1, 1, 1]),
        ("raw", 255, [255, 255, 255]),
    ],
)
def test_names_mean_what_people_expect(name, pixel, value):
    found = specification(name)
    assert found.order is (ChannelOrder.BGR if name == "caffe" else ChannelOrder.RGB)
    pixels = np.full((1, 3, 1, 1), pixel, np.uint8)
    np.testing.assert_allclose(prepared(pixels, found)[0, :, 0, 0], value, rtol=1e-5)


def test_names_work_for_grey_networks():
    for name in ("imagenet", "caffe", "minus-one-to-one", "zero-to-one", "raw"):
        found = specification(name, shape=GREY)
        assert (found.order, len(found.mean)) == (ChannelOrder.GRAY, 1)


def test_an_object_needs_no_sizes_and_keeps_the_rest():
    found = specification(json.dumps({"order": "BGR", "resize": "crop", "mean": [1, 2, 3], "scale": 0.5}))
    assert (found.height, found.width, found.channels) == (227, 227, 3)
    assert (found.order, found.resize, found.scale) == (ChannelOrder.BGR, Resize.CROP, 0.5)
    assert found.mean == (1.0, 2.0, 3.0)


@pytest.mark.parametrize(
    "text",
    [
        "imagnet",
        "{",
        "[1, 2]",
        '{"colour": 1}',
        '{"height": 5, "width": 5}',
        '{"scale": "x"}',
        '{"channels": 1}',
        '{"mean": [1, 2]}',
        '{"std": 0}',
    ],
)
def test_nonsense_is_refused(text):
    with pytest.raises(WrongRequestError):
        specification(text)


def test_auto_takes_what_the_file_says():
    hints = InputHints(
        order=ChannelOrder.BGR, scale=0.5, mean=(1.0, 2.0, 3.0), std=(1.0, 1.0, 1.0), exact=True
    )
    resolved = resolve(read_wish("auto"), hints, COLOUR, None)
    assert resolved.source is SpecificationSource.FILE
    assert (resolved.specification.order, resolved.specification.scale) == (ChannelOrder.BGR, 0.5)


@pytest.mark.parametrize(
    ("hints", "shape", "name"),
    [
        (InputHints(order=ChannelOrder.BGR), COLOUR, "caffe"),
        (InputHints(scale=1.0), COLOUR, "raw"),
        (NOTHING, COLOUR, "imagenet"),
        (NOTHING, NetworkInput(3, 32, 32), "zero-to-one"),
        (NOTHING, GREY, "zero-to-one"),
    ],
)
def test_auto_says_when_it_guesses(hints, shape, name):
    resolved = resolve(read_wish(""), hints, shape, None)
    assert resolved.source is SpecificationSource.GUESS
    assert name in resolved.notes[0]
    assert resolved.specification == resolve(read_wish(name), hints, shape, None).specification


def test_a_mean_is_in_pixel_units():
    found = specification("zero-to-one", mean=Mean((51.0, 102.0, 204.0)))
    np.testing.assert_allclose(found.mean, (0.2, 0.4, 0.8))
    with pytest.raises(WrongRequestError, match="twice"):
        specification('{"mean": [1, 2, 3]}', mean=Mean((1.0, 2.0, 3.0)))


@pytest.fixture
def mean_picture(rng):
    return rng.uniform(80, 140, (3, 6, 5)).astype(np.float32)


@pytest.mark.parametrize("form", ["current", "v1", "double"])
def test_mean_pictures_of_caffe_are_averaged_with_a_note(tmp_path, mean_picture, form):
    blob = message("BlobProto")
    fill_blob(blob, mean_picture[None], form)
    (tmp_path / "mean.binaryproto").write_bytes(blob.SerializeToString())
    mean = read_mean(tmp_path / "mean.binaryproto", 3)
    np.testing.assert_allclose(mean.values, mean_picture.mean((1, 2)), rtol=1e-6)
    assert "mean picture" in mean.notes[0]


def test_means_of_numpy(tmp_path, mean_picture):
    path = tmp_path / "mean.npy"
    np.save(path, mean_picture)
    np.testing.assert_allclose(read_mean(path, 3).values, mean_picture.mean((1, 2)), rtol=1e-6)
    np.save(path, np.array([104.0, 117.0, 123.0]))
    assert read_mean(path, 3) == Mean((104.0, 117.0, 123.0))


def test_typed_means(tmp_path):
    assert read_mean(type(tmp_path)("104,117, 123"), 3).values == (104.0, 117.0, 123.0)
    assert read_mean(type(tmp_path)("33.3"), 1).values == (33.3,)
    with pytest.raises(WrongRequestError, match="3 channels"):
        read_mean(type(tmp_path)("1,2"), 3)


@pytest.mark.parametrize("name", ["mean.npy", "mean.binaryproto"])
@pytest.mark.parametrize("data", [b"", b"no mean at all", b"\x93NUMPY\x01\0\x00\xff", b"\x2a\x03abc"])
def test_what_is_no_mean_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableNetworkError, match="not a mean file"):
        read_mean(tmp_path / name, 3)


def test_pickled_arrays_are_never_loaded(tmp_path):
    np.save(tmp_path / "mean.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(UnreadableNetworkError):
        read_mean(tmp_path / "mean.npy", 3)


def test_a_mean_of_other_channels_is_refused(tmp_path, mean_picture):
    np.save(tmp_path / "mean.npy", mean_picture)
    with pytest.raises(WrongRequestError, match="1 channels"):
        read_mean(tmp_path / "mean.npy", 1)
    with pytest.raises(NotFoundError):
        read_mean(tmp_path / "gone.npy", 1)
