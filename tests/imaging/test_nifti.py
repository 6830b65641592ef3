"""NIfTI volumes: the slice, its orientation, its values; and files that only begin as one."""

import gzip

import nibabel
import numpy as np
import pytest

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.picture_view import PictureView, Window
from deepintro_desktop.imaging import read_image

MANY = 10**8


@pytest.fixture
def volume(rng):
    """Return values [x, y, z] to the right, front and head, each place with its own."""
    return rng.permutation(5 * 6 * 7).reshape(5, 6, 7).astype(np.int16)


def _bytes(values, affine=None, kind=nibabel.Nifti1Image):
    return kind(values, np.eye(4) if affine is None else affine).to_bytes()


def _expected(values, volume):
    low, high = float(volume.min()), float(volume.max())
    return np.floor((values.astype(float) - low) / (high - low) * 255 + 0.5).astype(np.uint8)


@pytest.mark.parametrize("kind", [nibabel.Nifti1Image, nibabel.Nifti2Image])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_the_middle_axial_slice_seen_from_the_feet(volume, kind, pack):
    image = read_image(pack(_bytes(volume, kind=kind)), "head.nii")
    shown = np.array([[volume[4 - column, 5 - row, 3] for column in range(5)] for row in range(6)])
    np.testing.assert_array_equal(image.pixels_hwc_u8[..., 0], _expected(shown, volume))
    assert image.facts["slice"] == "axial slice 4 of 7"
    assert (image.kind, image.height, image.width) == ("NIfTI", 6, 5)


def test_coronal_and_sagittal_slices_have_the_head_on_top(volume):
    data = _bytes(volume)
    coronal = read_image(data, "n", PictureView(axis="coronal", place=2)).pixels_hwc_u8[..., 0]
    np.testing.assert_array_equal(coronal, _expected(volume[::-1, 2, ::-1].T, volume))
    sagittal = read_image(data, "n", PictureView(axis="sagittal", place=0)).pixels_hwc_u8[..., 0]
    np.testing.assert_array_equal(sagittal, _expected(volume[0, ::-1, ::-1].T, volume))


@pytest.mark.parametrize("axes", [("L", "A", "S"), ("P", "S", "R"), ("I", "L", "A")])
def test_every_way_of_storing_shows_the_same(volume, axes):
    upright = nibabel.Nifti1Image(volume, np.eye(4))
    wanted = nibabel.orientations.axcodes2ornt(axes)
    turn = nibabel.orientations.ornt_transform(nibabel.io_orientation(upright.affine), wanted)
    stored = upright.as_reoriented(turn)
    assert nibabel.aff2axcodes(stored.affine) == axes
    ours = read_image(stored.to_bytes(), "n").pixels_hwc_u8
    np.testing.assert_array_equal(ours, read_image(_bytes(volume), "n").pixels_hwc_u8)


def test_values_that_are_not_finite_are_black_and_counted(volume):
    values = volume.astype(np.float32)
    values[0, 0, 3], values[1, 1, 1] = np.nan, np.inf
    image = read_image(_bytes(values), "n")
    assert image.pixels_hwc_u8[5, 4, 0] == 0
    other = read_image(_bytes(values), "n", PictureView(place=1))
    assert other.pixels_hwc_u8[4, 3, 0] == 0  # where it is infinite
    assert image.facts["depth"] == "2 values that are not finite are black"


def test_of_several_volumes_the_first_is_taken_and_said(volume):
    several = np.stack([volume, volume[::-1]], -1)
    image = read_image(_bytes(several), "n")
    np.testing.assert_array_equal(image.pixels_hwc_u8, read_image(_bytes(volume), "n").pixels_hwc_u8)
    assert image.facts["frames"] == "volume 1 of 2"
    assert image.choices.n_frames == 2
    assert image.choices.slices == (("axial", 7), ("coronal", 6), ("sagittal", 5))
    second = read_image(_bytes(several), "n", PictureView(frame=1))
    alone = read_image(_bytes(np.ascontiguousarray(volume[::-1])), "n")
    np.testing.assert_array_equal(second.pixels_hwc_u8, alone.pixels_hwc_u8)
    assert second.facts["frames"] == "volume 2 of 2"
    with pytest.raises(UnreadableImageError, match="no volume 3"):
        read_image(_bytes(several), "n", PictureView(frame=2))


def test_a_window_spreads_its_values_in_every_slice_alike(volume):
    data = _bytes(volume)
    window = Window(float(volume.mean()), float(volume.std()))
    low = window.centre - window.width / 2
    for place in (0, 6):
        image = read_image(data, "n", PictureView(place=place, window=window))
        shown = volume[::-1, ::-1, place].T
        share = np.clip((shown.astype(float) - low) / window.width, 0, 1)
        np.testing.assert_array_equal(image.pixels_hwc_u8[..., 0], np.floor(share * 255 + 0.5))
    assert image.choices.values == (float(volume.min()), float(volume.max()))
    assert image.choices.window == window
    assert image.facts["window"].endswith("chosen")


def test_scale_and_colours_of_the_header_count(volume):
    scaled = nibabel.Nifti1Image(volume, np.eye(4))
    scaled.header.set_slope_inter(-2.0, 3.0)
    shown = read_image(scaled.to_bytes(), "n").pixels_hwc_u8
    negative = 255 - read_image(_bytes(volume), "n").pixels_hwc_u8.astype(int)
    assert np.abs(shown.astype(int) - negative).max() <= 1
    colours = np.zeros((4, 3, 2), [("R", "u1"), ("G", "u1"), ("B", "u1")])
    colours["G"][3, 2, 1] = 200
    image = read_image(_bytes(colours), "n")
    assert image.pixels_hwc_u8[0, 0].tolist() == [0, 200, 0]


def test_damaged_and_cut_files_are_refused(volume, rng):
    data = _bytes(volume)
    for end in (348, 352, 400, len(data) - 1):
        with pytest.raises(UnreadableImageError, match="damaged"):
            read_image(data[:end], "n.nii")
    with pytest.raises(UnreadableImageError, match="no axial slice"):
        read_image(data, "n", PictureView(axis="axial", place=7))
    for _ in range(200):
        broken = bytearray(data)
        for place in rng.integers(4, 344, 3):
            broken[place] = rng.integers(0, 256)
        try:
            image = read_image(bytes(broken), "n.nii")
        except UnreadableImageError as error:
            assert error.hint
        else:
            assert image.pixels_hwc_u8.dtype == np.uint8


def test_complex_volumes_are_no_pictures(volume):
    with pytest.raises(UnreadableImageError, match="holds no picture"):
        read_image(_bytes(volume.astype(np.complex64)), "n.nii")


def test_the_volume_of_the_collection(shared_data):
    path = shared_data / "images" / "medical" / "anatomical.nii"
    image = read_image(path)
    volume = nibabel.as_closest_canonical(nibabel.load(path)).get_fdata()
    np.testing.assert_array_equal(image.pixels_hwc_u8[..., 0], _expected(volume[::-1, ::-1, 12].T, volume))
