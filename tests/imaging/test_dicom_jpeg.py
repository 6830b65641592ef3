"""Lossless JPEG and JPEG of twelve bits in DICOM files, against a decoder written from the standard."""

import warnings
from pathlib import Path

import imagecodecs
import numpy as np
import pydicom
import pytest
from imaging import lossless_twin
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, encapsulate_extended

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.imaging import open_picture, read_image
from deepintro_desktop.imaging.dicom_jpeg import DamagedStreamError, decode, deep_jpeg_frame, is_deep_jpeg

LOSSLESS, FIRST_ORDER, EXTENDED = (
    "1.2.840.10008.1.2.4.57",
    "1.2.840.10008.1.2.4.70",
    "1.2.840.10008.1.2.4.51",
)


def _values(rng, bits, shape=(19, 14)):
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]]
    smooth = (np.sin(x / 3.0) * np.cos(y / 4.0) + 1) / 2 * (2**bits - 1)
    noisy = np.clip(smooth + rng.normal(0, 2**bits / 50, shape), 0, 2**bits - 1)
    return noisy.astype(np.uint16 if bits > 8 else np.uint8)


def _encoded(values, bits, predictor=1, **options):
    return imagecodecs.jpeg8_encode(values, lossless=True, predictor=predictor, bitspersample=bits, **options)


def _dataset(streams, shape, syntax=FIRST_ORDER, *, bits=12, signed=False, samples=1, photometric=None):
    data = Dataset()
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = syntax
    data.file_meta.MediaStorageSOPClassUID = data.SOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
    data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID = "1.2.3"
    data.Modality, data.SamplesPerPixel = "OT", samples
    data.PhotometricInterpretation = photometric or ("RGB" if samples == 3 else "MONOCHROME2")
    data.Rows, data.Columns = shape
    data.BitsAllocated, data.BitsStored = (16 if bits > 8 else 8), bits
    data.HighBit, data.PixelRepresentation = bits - 1, int(signed)
    if samples == 3:
        data.PlanarConfiguration = 0
    if len(streams) > 1:
        data.NumberOfFrames = len(streams)
    data.PixelData = encapsulate(streams)
    data["PixelData"].VR = "OB"
    data["PixelData"].is_undefined_length = True
    return data


def _file(data):
    buffer = pydicom.filebase.DicomBytesIO()
    pydicom.dcmwrite(buffer, data, enforce_file_format=True)
    return buffer.getvalue()


@pytest.mark.parametrize("bits", [2, 8, 10, 12, 15, 16])
@pytest.mark.parametrize("predictor", [1, 2, 3, 4, 5, 6, 7])
def test_every_predictor_and_depth_is_what_the_standard_says(rng, bits, predictor):
    values = _values(rng, bits)
    stream = _encoded(values, bits, predictor)
    ours = decode(stream, (*values.shape, 1))
    assert np.array_equal(ours, lossless_twin.decode(stream)[..., 0])
    assert np.array_equal(ours, values)


@pytest.mark.parametrize("predictor", [1, 2, 3, 4, 5, 6, 7])
@pytest.mark.parametrize("restart_rows", [1, 3])
def test_restarts_begin_anew(rng, predictor, restart_rows):
    values = rng.integers(0, 65536, (11, 9)).astype(np.uint16)
    stream = lossless_twin.encode(values[..., None], 16, predictor, restart_rows=restart_rows)
    ours = decode(stream, (11, 9, 1))
    assert np.array_equal(ours, lossless_twin.decode(stream)[..., 0])
    assert np.array_equal(ours, values)


@pytest.mark.parametrize(("bits", "shift"), [(8, 1), (12, 4), (16, 3)])
def test_a_point_transform_loses_the_lowest_bits_alone(rng, bits, shift):
    values = rng.integers(0, 2**bits, (11, 9))
    stream = lossless_twin.encode(values[..., None], bits, 4, shift)
    ours = decode(stream, (11, 9, 1))
    assert np.array_equal(ours, lossless_twin.decode(stream)[..., 0])
    assert np.array_equal(ours, values >> shift << shift)


def test_colours_of_another_encoder_with_restarts(rng):
    values = rng.integers(0, 256, (7, 5, 3)).astype(np.uint8)
    stream = lossless_twin.encode(values, 8, 6, restart_rows=2)
    assert np.array_equal(decode(stream, values.shape), values)
    assert np.array_equal(lossless_twin.decode(stream), values)


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize(("precision", "bits"), [(8, 12), (7, 16), (12, 16), (16, 12)])
def test_a_stream_may_have_more_or_fewer_bits_than_the_file_says(rng, precision, bits, signed):
    values = rng.integers(0, 2 ** min(precision, bits), (7, 9))
    stored = values.astype(np.uint16 if precision > 8 else np.uint8)
    data = _dataset([_encoded(stored, precision)], values.shape, bits=bits, signed=signed)
    wanted = np.where(values >= 2 ** (bits - 1), values - 2**bits, values) if signed else values
    ours = deep_jpeg_frame(data, 0, 1)
    assert ours.dtype == (np.int16 if signed else np.uint16)
    assert np.array_equal(ours, wanted)


def test_deep_values_in_a_file_of_eight_bits_are_refused_not_wrapped(rng):
    values = rng.integers(0, 4096, (7, 9)).astype(np.uint16)
    data = _dataset([_encoded(values, 12)], values.shape, bits=8)
    with pytest.raises(DamagedStreamError, match="do not fit"):
        deep_jpeg_frame(data, 0, 1)


def test_colours_are_taken_as_they_are_stored(rng):
    values = np.stack([_values(rng, 8) for _ in range(3)], -1)
    stream = _encoded(values, 8, colorspace="RGB", outcolorspace="RGB")
    assert np.array_equal(decode(stream, values.shape), lossless_twin.decode(stream))
    image = read_image(_file(_dataset([stream], values.shape[:2], bits=8, samples=3)), "c.dcm")
    assert np.array_equal(image.pixels_hwc_u8, values)
    data = _dataset([stream], values.shape[:2], bits=8, samples=3, photometric="YBR_FULL")
    with_words = read_image(_file(data), "c.dcm")
    wanted = pydicom.pixels.convert_color_space(values, "YBR_FULL", "RGB")
    assert np.array_equal(with_words.pixels_hwc_u8, wanted)
    assert "converted to RGB" in with_words.facts["colours"]


def test_a_colour_file_of_another_program_is_read():
    ours = read_image(Path(get_testdata_file("SC_rgb_jpeg_gdcm.dcm"))).pixels_hwc_u8
    # The bars of colour that the file is known to show.
    assert [tuple(ours[row, 50]) for row in (5, 15, 25, 35, 45)] == [
        (255, 0, 0),
        (255, 128, 128),
        (0, 255, 0),
        (128, 255, 128),
        (0, 0, 255),
    ]


@pytest.mark.parametrize("bits", [12, 16, 8])
def test_signs_are_those_of_the_file(rng, bits):
    values = rng.integers(-(2 ** (bits - 1)), 2 ** (bits - 1), (11, 9))
    stored = (values & (2**bits - 1)).astype(np.uint16 if bits > 8 else np.uint8)
    data = _dataset([_encoded(stored, bits)], values.shape, LOSSLESS, bits=bits, signed=True)
    assert is_deep_jpeg(data)
    assert np.array_equal(deep_jpeg_frame(data, 0, 1), values)


def test_frames_are_found_with_and_without_their_table(rng):
    frames = [_values(rng, 12) for _ in range(3)]
    streams = [_encoded(one, 12) for one in frames]
    for has_table in (True, False):
        data = _dataset(streams, frames[0].shape)
        data.PixelData = encapsulate(streams, fragments_per_frame=2, has_bot=has_table)
        opened = open_picture(_file(data), "run.dcm")
        for number in (2, 0):
            low, high = float(frames[number].min()), float(frames[number].max())
            share = (frames[number] - low) / (high - low)
            image = opened.picture(PictureView(frame=number))
            assert np.array_equal(image.pixels_hwc_u8[..., 0], np.floor(share * 255 + 0.5))
    data = _dataset(streams, frames[0].shape)
    data.PixelData, data.ExtendedOffsetTable, data.ExtendedOffsetTableLengths = encapsulate_extended(streams)
    assert np.array_equal(deep_jpeg_frame(data, 1, 3), frames[1])


def test_twelve_bits_with_loss_are_near_what_went_in(rng):
    y, x = np.mgrid[0:40, 0:32]
    values = (2000 + 1500 * np.sin(x / 9) * np.cos(y / 7)).astype(np.uint16)
    stream = imagecodecs.jpeg8_encode(values, level=98, bitspersample=12)
    data = _dataset([stream], values.shape, EXTENDED)
    ours = deep_jpeg_frame(data, 0, 1).astype(int)
    assert np.abs(ours - values).max() <= 12


def test_a_twelve_bit_file_of_another_program_is_read():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = read_image(Path(get_testdata_file("JPGExtended.dcm")))
    assert (image.height, image.width) == (1024, 256)
    assert image.choices.values == (0.0, 264.0)


def test_what_is_missing_or_another_is_refused_not_made_up(rng):
    values = _values(rng, 12)
    stream = _encoded(values, 12)
    for cut in (len(stream) // 2, len(stream) - 3, 40):
        with pytest.raises(DamagedStreamError, match="truncated"):
            decode(stream[:cut], (*values.shape, 1))
        with pytest.raises(UnreadableImageError, match="damaged"):
            read_image(_file(_dataset([stream[:cut] + b"\0\0"], values.shape)), "cut.dcm")
    for shape in ((20, 14, 1), (19, 14, 3)):
        with pytest.raises(DamagedStreamError, match="shape"):
            decode(stream, shape)
    huge = stream.replace((19).to_bytes(2, "big") + (14).to_bytes(2, "big"), b"\xff\xff\xff\xff", 1)
    with pytest.raises(UnreadableImageError):
        read_image(_file(_dataset([huge], values.shape)), "huge.dcm")


def test_damaged_streams_never_end_in_anything_but_a_picture_or_a_refusal(rng):
    values = _values(rng, 12)
    n_refused = 0
    for predictor in (1, 4, 7):
        stream = _encoded(values, 12, predictor)
        for _ in range(150):
            broken = bytearray(stream)
            for place in rng.integers(2, len(broken) - 2, 4):
                broken[place] = rng.integers(0, 256)
            try:
                assert decode(bytes(broken), (*values.shape, 1)).shape == values.shape
            except DamagedStreamError:
                n_refused += 1
    assert n_refused > 20
