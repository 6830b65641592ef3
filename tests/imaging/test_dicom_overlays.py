"""Overlays are drawn where the file says, when they are wanted, and never otherwise."""

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.pixels import pack_bits
from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian

from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.imaging import read_image
from deepintro_desktop.imaging.dicom_overlays import has_overlays, overlay_mask_hw

SHAPE = (10, 12)


@pytest.fixture
def scan(rng):
    """Return two frames of 12 bits in 16, little endian."""
    data = Dataset()
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data.file_meta.MediaStorageSOPClassUID = data.SOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
    data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID = "1.2.3"
    data.Modality, data.PhotometricInterpretation, data.SamplesPerPixel = "CR", "MONOCHROME2", 1
    data.NumberOfFrames, (data.Rows, data.Columns) = 2, SHAPE
    data.BitsAllocated, data.BitsStored, data.HighBit, data.PixelRepresentation = 16, 12, 11, 0
    data.PixelData = rng.integers(0, 4096, (2, *SHAPE), dtype=np.uint16).tobytes()
    return data


def _add(data, bits, group=0x6000, origin=(1, 1), n_frames=1, first=1):
    data.add_new((group, 0x0010), "US", bits.shape[-2])
    data.add_new((group, 0x0011), "US", bits.shape[-1])
    if n_frames > 1:
        data.add_new((group, 0x0015), "IS", n_frames)
        data.add_new((group, 0x0051), "US", first)
    data.add_new((group, 0x0040), "CS", "G")
    data.add_new((group, 0x0050), "SS", list(origin))
    data.add_new((group, 0x0100), "US", 1)
    data.add_new((group, 0x0102), "US", 0)
    data.add_new((group, 0x3000), "OW", pack_bits(bits.astype(np.uint8).ravel()))


def _file(data):
    buffer = pydicom.filebase.DicomBytesIO()
    pydicom.dcmwrite(buffer, data, enforce_file_format=True)
    return buffer.getvalue()


def test_a_packed_overlay_is_that_of_pydicom(scan, rng):
    bits = rng.integers(0, 2, SHAPE).astype(bool)
    _add(scan, bits)
    assert np.array_equal(overlay_mask_hw(scan, 0), bits)
    assert np.array_equal(scan.overlay_array(0x6000), bits)


@pytest.mark.parametrize("origin", [(3, 5), (-2, -3), (9, 11), (40, 1)])
def test_origins_may_lie_anywhere(scan, rng, origin):
    bits = rng.integers(0, 2, (6, 7)).astype(bool)
    _add(scan, bits, origin=origin)
    wanted = np.zeros(SHAPE, bool)
    for row, column in np.argwhere(bits):
        y, x = row + origin[0] - 1, column + origin[1] - 1
        if 0 <= y < SHAPE[0] and 0 <= x < SHAPE[1]:
            wanted[y, x] = True
    assert np.array_equal(overlay_mask_hw(scan, 0), wanted)


def test_several_overlays_and_their_frames(scan, rng):
    one, many = rng.integers(0, 2, SHAPE).astype(bool), rng.integers(0, 2, (2, 5, 7)).astype(bool)
    _add(scan, one, 0x6000)
    _add(scan, many, 0x6002, n_frames=2)
    for frame in range(2):
        wanted = one.copy()
        wanted[:5, :7] |= many[frame]
        assert np.array_equal(overlay_mask_hw(scan, frame), wanted)


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ExplicitVRBigEndian])
def test_bits_that_hold_no_value_can_be_an_overlay(scan, rng, syntax):
    bits = rng.integers(0, 2, (2, *SHAPE)).astype(bool)
    order = "<" if syntax == ExplicitVRLittleEndian else ">"
    values = np.frombuffer(scan.PixelData, np.uint16).reshape(2, *SHAPE)
    scan.file_meta.TransferSyntaxUID = syntax
    scan.PixelData = (values | bits * np.uint16(1 << 14)).astype(f"{order}u2").tobytes()
    scan.add_new((0x6000, 0x0010), "US", SHAPE[0])
    scan.add_new((0x6000, 0x0011), "US", SHAPE[1])
    scan.add_new((0x6000, 0x0050), "SS", [1, 1])
    scan.add_new((0x6000, 0x0100), "US", 16)
    scan.add_new((0x6000, 0x0102), "US", 14)
    for frame in range(2):
        assert np.array_equal(overlay_mask_hw(scan, frame), bits[frame])
    scan[0x6000, 0x0102].value = 5  # a bit of the values themselves
    assert not overlay_mask_hw(scan, 0).any()


def test_bits_of_an_overlay_are_no_part_of_the_values(scan, rng):
    plain = read_image(_file(scan), "scan.dcm").pixels_hwc_u8
    bits = rng.integers(0, 2, (2, *SHAPE)).astype(bool)
    values = np.frombuffer(scan.PixelData, np.uint16).reshape(2, *SHAPE)
    scan.PixelData = (values | bits * np.uint16(1 << 14)).tobytes()
    assert np.array_equal(read_image(_file(scan), "scan.dcm").pixels_hwc_u8, plain)


def test_overlays_are_drawn_only_when_they_are_wanted(scan, rng):
    plain = read_image(_file(scan), "scan.dcm")
    assert not has_overlays(scan)
    bits = rng.integers(0, 2, SHAPE).astype(bool)
    _add(scan, bits)
    hidden = read_image(_file(scan), "scan.dcm")
    assert np.array_equal(hidden.pixels_hwc_u8, plain.pixels_hwc_u8)
    assert "not drawn" in hidden.facts["overlays"]
    assert hidden.choices.overlays
    drawn = read_image(_file(scan), "scan.dcm", PictureView(overlays=True))
    assert np.array_equal(drawn.pixels_hwc_u8[..., 0], np.where(bits, 255, plain.pixels_hwc_u8[..., 0]))
    assert "are drawn" in drawn.facts["overlays"]


def test_a_damaged_overlay_draws_nothing_and_hides_nothing(scan, rng):
    _add(scan, rng.integers(0, 2, SHAPE).astype(bool))
    scan[0x6000, 0x3000].value = b"\1"
    assert not overlay_mask_hw(scan, 0).any()
    read_image(_file(scan), "scan.dcm", PictureView(overlays=True))


def test_what_may_be_written_into_the_pixels_is_said(scan):
    assert "annotations" not in read_image(_file(scan), "scan.dcm").facts
    scan.Modality = "US"
    assert "may be burned" in read_image(_file(scan), "scan.dcm").facts["annotations"]
    scan.BurnedInAnnotation = "NO"
    assert "annotations" not in read_image(_file(scan), "scan.dcm").facts
    scan.BurnedInAnnotation = "YES"
    assert "it may name the patient" in read_image(_file(scan), "scan.dcm").facts["annotations"]
    scan.LossyImageCompression, scan.LossyImageCompressionRatio = "01", ["4.5", "12"]
    assert read_image(_file(scan), "scan.dcm").facts["compression"] == "compressed with loss, 12 : 1"
