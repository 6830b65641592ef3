"""DICOM files against pydicom's own transformations, and against what damaged ones may do."""

import io

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.pixels import apply_voi_lut
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ExplicitVRLittleEndian

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.picture_view import CT_WINDOWS, NamedWindow, PictureView, Window
from deepintro_desktop.imaging import open_picture, read_image
from deepintro_desktop.imaging.dicom_grey import windowed


@pytest.fixture
def make(rng):
    """Return a function that makes the bytes of a DICOM file of 12-bit grey values, and these values."""

    def made(values=None, syntax=ExplicitVRLittleEndian, **elements):
        values = rng.integers(0, 4096, (9, 7), dtype=np.uint16) if values is None else values
        data = Dataset()
        data.file_meta = FileMetaDataset()
        data.file_meta.TransferSyntaxUID = syntax
        data.file_meta.MediaStorageSOPClassUID = data.SOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
        data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID = "1.2.3"
        data.PatientName, data.PatientID = "Doe^Jane", "4711"
        data.Modality, data.PhotometricInterpretation = "CT", "MONOCHROME2"
        data.Rows, data.Columns = values.shape[-2:] if values.ndim < 4 else values.shape[-3:-1]
        data.SamplesPerPixel = 1
        data.BitsAllocated = data.BitsStored = 8 * values.dtype.itemsize
        data.HighBit, data.PixelRepresentation = data.BitsStored - 1, int(values.dtype.kind == "i")
        big = syntax == ExplicitVRBigEndian
        data.PixelData = values.astype(values.dtype.newbyteorder(">" if big else "<")).tobytes()
        data["PixelData"].VR = "OW" if values.dtype.itemsize > 1 else "OB"
        for keyword, value in elements.items():
            setattr(data, keyword, value)
        buffer = io.BytesIO()
        pydicom.dcmwrite(buffer, data, enforce_file_format=True)
        return buffer.getvalue(), values

    return made


def _grey(content):
    return read_image(content, "scan.dcm").pixels_hwc_u8[..., 0]


def _expected(share):
    return np.floor(np.clip(share, 0, 1) * 255 + 0.5).astype(np.uint8)


@pytest.mark.parametrize(
    "syntax", [ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian]
)
def test_without_a_window_the_values_are_spread(make, syntax):
    content, values = make(syntax=syntax)
    share = (values - values.min()) / float(np.ptp(values))
    np.testing.assert_array_equal(_grey(content), _expected(share))


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT", "SIGMOID"])
@pytest.mark.parametrize(("centre", "width"), [(40.0, 400.0), (-600.0, 1500.0), (100.5, 1.5)])
def test_a_window_acts_as_in_pydicom(make, rng, function, centre, width):
    values = rng.integers(-1500, 1500, (11, 6), dtype=np.int16)
    content, _ = make(
        values, WindowCenter=centre, WindowWidth=width, VOILUTFunction=function, RescaleSlope=2.0,
        RescaleIntercept=-7.0,
    )  # fmt: skip
    data = pydicom.dcmread(io.BytesIO(content))
    with np.errstate(over="ignore"):
        theirs = apply_voi_lut(values * 2.0 - 7.0, data)
    low, high = -(2.0**15) * 2 - 7, (2.0**15 - 1) * 2 - 7
    np.testing.assert_allclose(
        windowed(values * 2.0 - 7.0, Window(centre, width), function),
        (theirs - low) / (high - low),
        atol=1e-9,
    )
    np.testing.assert_array_equal(
        _grey(content), _expected(windowed(values * 2.0 - 7.0, Window(centre, width), function))
    )


def test_the_first_of_several_windows_is_taken_and_said(make):
    content, values = make(WindowCenter=[1000.0, 5.0], WindowWidth=[500.0, 3.0])
    image = read_image(content, "scan.dcm")
    assert image.facts["window"] == "window at 1000, 500 wide"
    np.testing.assert_array_equal(
        image.pixels_hwc_u8[..., 0], _expected(windowed(values * 1.0, Window(1000, 500)))
    )


def test_monochrome1_is_inverted(make):
    content, values = make()
    inverted, _ = make(values, PhotometricInterpretation="MONOCHROME1")
    difference = _grey(content).astype(int) + _grey(inverted) - 255
    assert np.abs(difference).max() <= 1


def test_padding_does_not_count_for_the_spread(make, rng):
    values = rng.integers(100, 200, (8, 8), dtype=np.int16)
    values[0] = -2000
    content, _ = make(values, PixelPaddingValue=-2000)
    inner = values[1:]
    share = (inner - inner.min()) / float(np.ptp(inner))
    np.testing.assert_array_equal(_grey(content)[1:], _expected(share))
    assert (_grey(content)[0] == 0).all()


def test_every_frame_of_its_own_group_has_its_window(make, rng):
    values = rng.integers(0, 1000, (2, 6, 5), dtype=np.uint16)
    groups = []
    for centre in (200.0, 700.0):
        voi, rescale, group = Dataset(), Dataset(), Dataset()
        voi.WindowCenter, voi.WindowWidth = centre, 300.0
        rescale.RescaleSlope, rescale.RescaleIntercept = 1.0, 10.0
        group.FrameVOILUTSequence, group.PixelValueTransformationSequence = [voi], [rescale]
        groups.append(group)
    content, _ = make(values, NumberOfFrames=2, PerFrameFunctionalGroupsSequence=groups)
    image = read_image(content, "scan.dcm")
    assert image.facts["frames"] == "frame 1 of 2"
    np.testing.assert_array_equal(
        image.pixels_hwc_u8[..., 0], _expected(windowed(values[0] + 10.0, Window(200, 300)))
    )


def test_a_palette_becomes_rgb(make, rng):
    values = rng.integers(0, 4, (5, 5), dtype=np.uint8)
    tables = rng.integers(0, 65536, (3, 4), dtype=np.uint16)
    elements = {}
    for name, table in zip(("Red", "Green", "Blue"), tables, strict=True):
        elements[f"{name}PaletteColorLookupTableDescriptor"] = [4, 0, 16]
        elements[f"{name}PaletteColorLookupTableData"] = table.tobytes()
    content, _ = make(values, PhotometricInterpretation="PALETTE COLOR", **elements)
    expected = _expected(tables.T[values] / 65535)
    np.testing.assert_array_equal(read_image(content, "scan.dcm").pixels_hwc_u8, expected)


def test_a_voi_table_is_applied(make, rng):
    table = Dataset()
    entries = rng.integers(0, 256, 16, dtype=np.uint16)
    table.LUTDescriptor = [16, 0, 8]
    table.add_new("LUTData", "OW", entries.tobytes())
    values = rng.integers(0, 16, (5, 5), dtype=np.uint16)
    content, _ = make(values, VOILUTSequence=[table])
    expected = entries[values]
    np.testing.assert_array_equal(_grey(content), expected)


def test_no_patient_is_named_in_facts_or_messages(make):
    content, _ = make(BurnedInAnnotation="YES", StudyDescription="Doe^Jane")
    image = read_image(content, "scan.dcm")
    assert "Doe" not in str(image.facts)
    assert "4711" not in str(image.facts)
    assert image.facts["modality"] == "CT"
    assert "may name the patient" in image.facts["annotations"]


def test_overlays_and_other_pixels_are_said(make):
    content, _ = make(PixelSpacing=[1.0, 2.0])
    data = pydicom.dcmread(io.BytesIO(content))
    data.add_new((0x6000, 0x0010), "US", 9)
    data.add_new((0x6000, 0x3000), "OW", b"\0" * 16)
    buffer = io.BytesIO()
    data.save_as(buffer)
    facts = read_image(buffer.getvalue(), "scan.dcm").facts
    assert "not drawn" in facts["overlays"]
    assert facts["spacing"] == "pixels are not square: 1 × 2"


@pytest.mark.parametrize(
    ("elements", "says"),
    [
        ({"Rows": 60000, "Columns": 60000}, "too large"),
        ({"Rows": 0}, "damaged"),
        ({"NumberOfFrames": 50}, "pixels is missing"),
        ({"Rows": 900}, "pixels is missing"),
        ({"BitsAllocated": 1, "BitsStored": 1}, "segmentation"),
        ({"PhotometricInterpretation": "PALETTE COLOR"}, "table of colours"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_reason(make, elements, says):
    content, _ = make(**elements)
    with pytest.raises(UnreadableImageError, match=says) as caught:
        read_image(content, "scan.dcm")
    assert caught.value.hint


def test_a_file_without_pixels_is_refused(make):
    content, _ = make()
    data = pydicom.dcmread(io.BytesIO(content))
    del data.PixelData
    buffer = io.BytesIO()
    data.save_as(buffer)
    with pytest.raises(UnreadableImageError, match="holds no image"):
        read_image(buffer.getvalue(), "scan.dcm")


def test_damaged_files_are_refused_or_read_but_never_a_fault(make, rng):
    content, _ = make(WindowCenter=5.0, WindowWidth=9.0, RescaleSlope=1.0, RescaleIntercept=0.0)
    for _ in range(300):
        broken = bytearray(content)
        for place in rng.integers(128, len(content), rng.integers(1, 6)):
            broken[place] = rng.integers(0, 256)
        try:
            image = read_image(bytes(broken[: rng.integers(len(content) // 2, len(content) + 1)]), "scan.dcm")
        except UnreadableImageError as error:
            assert error.why or error.hint
        else:
            assert image.pixels_hwc_u8.dtype == np.uint8


def test_files_of_the_collection_have_the_size_and_kind_that_is_written_down(shared_data, expected):
    facts = {entry["path"]: entry["facts"] for entry in expected["images"]}
    for path in sorted((shared_data / "images" / "medical").glob("*.dcm")):
        known = facts[f"images/medical/{path.name}"]
        if "stored_min_max" not in known:
            with pytest.raises(UnreadableImageError, match="part of its pixels is missing"):
                read_image(path)
            continue
        image = read_image(path)
        assert (image.height, image.width) == (known["rows"], known["columns"])
        assert image.facts["modality"] == known["modality"]
        assert image.facts["mode"].startswith(known["photometric"])
        assert ("frames" in image.facts) == (known["frames"] != "1")


def test_the_monochrome1_twin_is_the_negative(shared_data):
    folder = shared_data / "images" / "medical"
    plain, negative = (
        _grey((folder / name).read_bytes()) for name in ("CT_small.dcm", "CT_small_monochrome1.dcm")
    )
    assert np.abs(plain.astype(int) + negative - 255).max() <= 1


def test_a_chosen_window_takes_the_place_of_that_of_the_file(make):
    content, values = make(WindowCenter=1000.0, WindowWidth=500.0)
    chosen = Window(300.0, 80.0)
    image = read_image(content, "scan.dcm", PictureView(window=chosen))
    np.testing.assert_array_equal(image.pixels_hwc_u8[..., 0], _expected(windowed(values * 1.0, chosen)))
    assert image.facts["window"] == "window at 300, 80 wide, chosen"
    assert image.choices.window == chosen
    assert image.choices.values == (float(values.min()), float(values.max()))


def test_the_windows_of_the_file_and_those_of_every_ct_are_offered(make):
    content, _ = make(
        WindowCenter=[40.0, -600.0], WindowWidth=[400.0, 1500.0], WindowCenterWidthExplanation=["SOFT", "AIR"]
    )
    choices = read_image(content, "scan.dcm").choices
    own = (NamedWindow("SOFT", Window(40.0, 400.0)), NamedWindow("AIR", Window(-600.0, 1500.0)))
    assert choices.windows == own + CT_WINDOWS
    assert choices.unit == "HU"
    assert read_image(make(Modality="MR")[0], "scan.dcm").choices.windows == ()
    assert read_image(make(RescaleType="US")[0], "scan.dcm").choices.unit == ""


def test_every_frame_can_be_chosen(make, rng):
    frames = rng.integers(0, 4096, (3, 9, 7), dtype=np.uint16)
    content, _ = make(frames, NumberOfFrames=3, WindowCenter=2000.0, WindowWidth=900.0)
    opened = open_picture(content, "run.dcm")
    for number in (2, 0, 1):
        image = opened.picture(PictureView(frame=number))
        share = windowed(frames[number] * 1.0, Window(2000.0, 900.0))
        np.testing.assert_array_equal(image.pixels_hwc_u8[..., 0], _expected(share))
        assert image.facts["frames"] == f"frame {number + 1} of 3"
    with pytest.raises(UnreadableImageError, match="no frame 4"):
        opened.picture(PictureView(frame=3))
