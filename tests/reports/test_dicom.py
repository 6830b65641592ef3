"""DICOM objects: read back, they say whose they are, what they refer to, and where the features lie."""

import io
import warnings

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid
from support.reports import make_case, make_data
from support.results import SIDE

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.core.specification import InputSpecification, Resize
from deepintro_desktop.imaging import placement
from deepintro_desktop.reports.dicom import dicom_files
from deepintro_desktop.reports.dicom.source import to_picture

ROWS, COLUMNS = 90, 120


def make_source(**values) -> Dataset:
    """Return a slice of a CT that nobody ever took."""
    source = Dataset()
    source.file_meta = FileMetaDataset()
    source.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    source.SOPClassUID = source.file_meta.MediaStorageSOPClassUID = CTImageStorage
    source.SOPInstanceUID = source.file_meta.MediaStorageSOPInstanceUID = generate_uid()
    source.StudyInstanceUID, source.SeriesInstanceUID = generate_uid(), generate_uid()
    source.FrameOfReferenceUID = generate_uid()
    source.SpecificCharacterSet = "ISO_IR 100"
    source.PatientName, source.PatientID, source.PatientSex, source.PatientBirthDate = (
        "Müller^Änne",
        "P7",
        "F",
        "",
    )
    source.StudyDate, source.StudyTime, source.StudyID, source.AccessionNumber = (
        "20260102",
        "101112",
        "S1",
        "A1",
    )
    source.ReferringPhysicianName, source.Modality, source.Manufacturer = "", "CT", "Nobody"
    source.SeriesNumber, source.InstanceNumber = 3, 4
    source.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    source.ImagePositionPatient, source.ImageOrientationPatient = [1.0, 2.0, 3.0], [1, 0, 0, 0, 1, 0]
    source.PixelSpacing, source.SliceThickness = [0.5, 0.5], 2.0
    source.Rows, source.Columns, source.SamplesPerPixel = ROWS, COLUMNS, 1
    source.PhotometricInterpretation, source.PixelRepresentation = "MONOCHROME2", 0
    source.BitsAllocated, source.BitsStored, source.HighBit = 8, 8, 7
    for keyword, value in values.items():
        if value is None:
            delattr(source, keyword)
        else:
            setattr(source, keyword, value)
    n_frames = int(source.get("NumberOfFrames", 1))
    source.PixelData = bytes(ROWS * COLUMNS * n_frames)
    return source


def content_of(source: Dataset) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def write(source: Dataset, *, with_patient: bool = True, **values):
    case = make_case("slice.dcm", source=content_of(source), image={"kind": "DICOM", **values})
    files, notes = dicom_files(case, make_data(case, with_patient=with_patient))
    return case, {name: pydicom.dcmread(io.BytesIO(content)) for name, content in files.items()}, notes


@pytest.fixture(scope="module")
def written():
    source = make_source()
    case, objects, notes = write(source)
    assert notes == []
    return source, case, objects


def test_three_objects_are_filed_beside_their_source(written):
    source, _, objects = written
    assert set(objects) == {"secondary-capture.dcm", "segmentation.dcm", "measurements.dcm"}
    for one in objects.values():
        assert one.StudyInstanceUID == source.StudyInstanceUID
        assert one.SeriesInstanceUID != source.SeriesInstanceUID
        assert str(one.PatientName) == "Müller^Änne"
        assert (one.PatientID, one.AccessionNumber, one.StudyID) == ("P7", "A1", "S1")
        assert one.Manufacturer == "DeepIntro"
        assert one.SOPInstanceUID.startswith("2.25.")
        assert len(one.SOPInstanceUID) <= 64
    assert len({one.SeriesInstanceUID for one in objects.values()}) == 3


def test_segments_are_the_features_at_the_geometry_of_the_source(written):
    source, case, objects = written
    of, seg = case.explanation, objects["segmentation.dcm"]
    assert (seg.Rows, seg.Columns) == (ROWS, COLUMNS)
    assert seg.FrameOfReferenceUID == source.FrameOfReferenceUID
    position = seg.PerFrameFunctionalGroupsSequence[0].PlanePositionSequence[0].ImagePositionPatient
    assert list(map(float, position)) == [1.0, 2.0, 3.0]
    masks = seg.pixel_array.reshape(-1, ROWS, COLUMNS)
    expected = to_picture(of.features.labels_hw, ROWS, COLUMNS, of.network.manifest.specification)
    assert len(seg.SegmentSequence) == len(of.features.features) == len(masks)
    for mask, segment, feature in zip(masks, seg.SegmentSequence, of.features.features, strict=True):
        np.testing.assert_array_equal(mask.astype(bool), expected == feature.number)
        assert segment.SegmentLabel.startswith(f"Feature {feature.number}")
        (algorithm,) = segment.SegmentationAlgorithmIdentificationSequence
        assert algorithm.AlgorithmVersion == "0.1.0"
        assert of.network.manifest.sha256 in algorithm.AlgorithmParameters


def test_measurements_name_segment_source_and_numbers(written):
    source, case, objects = written
    of, report, seg = case.explanation, objects["measurements.dcm"], objects["segmentation.dcm"]
    items = list(walk(report.ContentSequence))
    numbers = [
        (item.ConceptNameCodeSequence[0].CodeValue, float(item.MeasuredValueSequence[0].NumericValue))
        for item in items
        if item.ValueType == "NUM"
    ]
    shares = [value for name, value in numbers if name == "RELEVANCE"]
    drops = [value for name, value in numbers if name == "DROP"]
    np.testing.assert_allclose(shares, [100 * one.relevance for one in of.features.features], rtol=1e-9)
    np.testing.assert_allclose(drops, [100 * of.alone_drops[one.number] for one in of.features.features])
    references = [item.ReferencedSOPSequence[0] for item in items if item.ValueType == "IMAGE"]
    segments = [one for one in references if one.ReferencedSOPInstanceUID == seg.SOPInstanceUID]
    sources = [one for one in references if one.ReferencedSOPInstanceUID == source.SOPInstanceUID]
    assert [one.ReferencedSegmentNumber for one in segments] == list(range(1, len(shares) + 1))
    assert len(sources) == len(shares)
    assert report.ContentTemplateSequence[0].TemplateIdentifier == "1500"
    assert report.VerificationFlag == "UNVERIFIED"


def test_the_capture_refers_to_its_source_and_says_what_it_is(written):
    source, _, objects = written
    image = objects["secondary-capture.dcm"]
    (reference,) = image.SourceImageSequence
    assert reference.ReferencedSOPInstanceUID == source.SOPInstanceUID
    assert list(image.ImageType) == ["DERIVED", "SECONDARY"]
    assert "Not for diagnosis" in image.DerivationDescription
    assert "α2 β1" in image.DerivationDescription
    assert image.pixel_array.shape[2] == 3


def test_without_the_patient_there_are_no_objects():
    with pytest.raises(WrongRequestError, match="patient's name and number"):
        write(make_source(), with_patient=False)


def test_a_source_without_a_patient_needs_no_permission():
    _, objects, _ = write(make_source(PatientName="", PatientID=""), with_patient=False)
    assert all(not str(one.PatientName) for one in objects.values())


@pytest.mark.parametrize("keyword", ["StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"])
def test_a_source_of_no_study_is_refused(keyword):
    with pytest.raises(WrongRequestError, match=keyword):
        write(make_source(**{keyword: ""}))


def test_a_picture_without_a_place_in_the_patient_has_segments_too():
    source = make_source(
        FrameOfReferenceUID=None, ImagePositionPatient=None, ImageOrientationPatient=None, Modality="US"
    )
    source.SOPClassUID = source.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.6.1"
    _, objects, _ = write(source)
    assert objects["segmentation.dcm"].Rows == ROWS


def test_of_several_frames_the_one_that_was_seen_is_named():
    source = make_source(NumberOfFrames=3, FrameOfReferenceUID=None, Modality="US")
    source.SOPClassUID = source.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.3.1"
    del source.ImagePositionPatient, source.ImageOrientationPatient
    _, objects, _ = write(source, view=PictureView(frame=2))
    assert objects["secondary-capture.dcm"].SourceImageSequence[0].ReferencedFrameNumber == 3
    group = objects["segmentation.dcm"].PerFrameFunctionalGroupsSequence[0]
    assert group.DerivationImageSequence[0].SourceImageSequence[0].ReferencedFrameNumber == 3
    named = [
        item.ReferencedSOPSequence[0].ReferencedFrameNumber
        for item in walk(objects["measurements.dcm"].ContentSequence)
        if item.ValueType == "IMAGE" and "ReferencedFrameNumber" in item.ReferencedSOPSequence[0]
    ]
    (series,) = objects["segmentation.dcm"].ReferencedSeriesSequence
    assert series.ReferencedInstanceSequence[0].ReferencedSOPClassUID == source.SOPClassUID
    assert named == [3] * len(objects["segmentation.dcm"].SegmentSequence)


def test_features_without_pixels_in_the_source_are_no_segments_and_it_is_said():
    source = make_source(Rows=2, Columns=2)
    source.PixelData = bytes(4)
    _, objects, notes = write(source)
    n_segments = len(objects["segmentation.dcm"].SegmentSequence) if "segmentation.dcm" in objects else 0
    assert n_segments < 3
    assert "smaller than a pixel" in notes[0]


@pytest.mark.parametrize("resize", list(Resize))
def test_every_pixel_of_the_source_gets_the_value_under_its_centre(resize):
    labels = np.arange(SIDE * SIDE, dtype=np.int32).reshape(SIDE, SIDE) + 1
    specification = InputSpecification(SIDE, SIDE, resize=resize)
    found = to_picture(labels, 37, 91, specification)
    place = placement(37, 91, specification)
    for y in range(37):
        for x in range(91):
            column, row = (int(np.floor(value)) for value in place.to_input(x + 0.5, y + 0.5))
            inside = 0 <= column < SIDE and 0 <= row < SIDE
            assert found[y, x] == (labels[row, column] if inside else 0)


def walk(items):
    for item in items:
        yield item
        yield from walk(item.get("ContentSequence", ()))
