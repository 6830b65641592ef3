"""The three objects of an explanation: a picture, its features as segments, and their measurements."""

import copy
import io
import math
import uuid
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.report import ReportCase, ReportData
from deepintro_desktop.core.results import Feature
from deepintro_desktop.core.translation import translate
from deepintro_desktop.reports.dicom import codes
from deepintro_desktop.reports.dicom.source import lo, read_source, to_picture

if TYPE_CHECKING:
    from pydicom import Dataset

_MAKER, _MODEL = "DeepIntro", "DeepIntro Desktop"
_SERIES = 9100
"""Series numbers of derived objects begin here, far behind those that scanners give."""
_SIDE = 900
_ONE_PICTURE = "1.2.840.10008.5.1.4.1.1.7"
"""The class of secondary captures, which have one frame."""


def dicom_files(case: ReportCase, data: ReportData) -> tuple[dict[str, bytes], list[str]]:
    """Return the objects of an explanation by file name, and what a person should know about them.

    ``secondary-capture.dcm`` shows the picture under its relevance map with the features;
    ``segmentation.dcm`` holds the features at the geometry of the source; ``measurements.dcm`` is a
    structured report (TID 1500) with each feature's share of the relevance and its drop alone. All refer to
    the source, and the measurements to the segments.

    Raises
    ------
    WrongRequestError
        When the source does not say what it belongs to, or its patient shall not be in the report.
    """
    assert case.source is not None
    name = case.explanation.image.name
    source = read_source(case.source, name, with_patient=data.with_patient)
    maker = _Maker(case, data, source)
    notes = []
    segments = maker.segments()
    try:
        files = _objects(maker, segments)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise WrongRequestError(
            f"There can be no DICOM objects for {name}.",
            f"Its header lacks what they take from it, or says it in an odd way ({error}).",
            "Choose another format.",
        ) from error
    n_features = len(case.explanation.features.features)
    if not n_features:
        notes.append(_tr("{0}: without features there is only a secondary capture.").format(name))
    elif len(segments) < n_features:
        notes.append(
            _tr("{0}: {1} features are smaller than a pixel of the source and are no segments.").format(
                name, n_features - len(segments)
            )
        )
    return files, notes


def _objects(maker: "_Maker", segments: tuple[Feature, ...]) -> dict[str, bytes]:
    with warnings.catch_warnings():
        # What the libraries think of the source's own values is nothing that the reader could change.
        warnings.simplefilter("ignore")
        files = {"secondary-capture.dcm": _bytes(maker.capture())}
        if segments:
            segmentation = maker.segmentation(segments)
            files["segmentation.dcm"] = _bytes(segmentation)
            files["measurements.dcm"] = _bytes(maker.measurements(segments, segmentation))
    return files


class _Maker:
    """Makes the objects of one explanation.

    Parameters
    ----------
    case : ReportCase
        The explanation.
    data : ReportData
        The report that it belongs to.
    source : Dataset
        The file of the picture.
    """

    def __init__(self, case: ReportCase, data: ReportData, source: "Dataset") -> None:
        self._case, self._data, self._source = case, data, source
        of = case.explanation
        self._specification = of.network.manifest.specification
        rows, columns = int(source.Rows), int(source.Columns)
        self._labels_hw = to_picture(of.features.labels_hw, rows, columns, self._specification)

    def segments(self) -> tuple[Feature, ...]:
        """Return the features that have pixels in the source; segment numbers count them from 1."""
        present = set(np.unique(self._labels_hw).tolist())
        return tuple(one for one in self._case.explanation.features.features if one.number in present)

    def capture(self) -> "Dataset":
        """Return the secondary capture."""
        import highdicom as hd

        ref = self._source
        orientation = ref.get("PatientOrientation")
        known = bool(orientation) and len(orientation) == 2
        image = hd.sc.SCImage.from_ref_dataset(
            ref,
            self._overlay(),
            "RGB",
            8,
            coordinate_system="PATIENT",
            # The library insists on a direction; where the source says none, it is taken out again.
            patient_orientation=tuple(orientation) if known else ("L", "P"),
            transfer_syntax_uid="1.2.840.10008.1.2.1",
            series_description=self._description("relevance"),
            **self._identity(0),
        )
        if not known:
            image.PatientOrientation = None
        image.Laterality = str(ref.get("Laterality") or "")
        image.ImageType = ["DERIVED", "SECONDARY"]
        image.BurnedInAnnotation = str(ref.get("BurnedInAnnotation") or "NO")
        image.DerivationDescription = self._derivation()
        image.SourceImageSequence = [self._reference()]
        image.ManufacturerModelName, image.SoftwareVersions = _MODEL, self._data.version
        return image

    def segmentation(self, segments: tuple[Feature, ...]) -> "Dataset":
        """Return the features as binary segments at the geometry of the source."""
        import highdicom as hd

        mask = np.zeros(self._labels_hw.shape, np.uint16)
        for index, feature in enumerate(segments, 1):
            mask[self._labels_hw == feature.number] = index
        frames = self._frames()
        has_place = bool(self._source.get("FrameOfReferenceUID"))
        source, masks = self._source, self._in_its_frame(mask)
        if frames and not has_place:
            # The library refuses such sources; it is shown one picture, and what it refers to is put right.
            source, masks = copy.deepcopy(self._source), mask[None]
            del source.NumberOfFrames
            source.SOPClassUID = _ONE_PICTURE
        made: Dataset = hd.seg.Segmentation(
            source_images=[source],
            pixel_array=masks,
            segmentation_type=hd.seg.SegmentationTypeValues.BINARY,
            segment_descriptions=[
                hd.seg.SegmentDescription(
                    segment_number=index,
                    segment_label=self._label(feature),
                    segmented_property_category=codes.region_category(),
                    segmented_property_type=codes.region_type(),
                    algorithm_type="MANUAL" if feature.drawn else "AUTOMATIC",
                    algorithm_identification=None if feature.drawn else self._algorithm(),
                    tracking_uid=self._uid(f"feature {feature.number}"),
                    tracking_id=f"Feature {feature.number}",
                )
                for index, feature in enumerate(segments, 1)
            ],
            manufacturer_model_name=_MODEL,
            software_versions=self._data.version,
            device_serial_number="0",
            content_label="FEATURES",
            content_description=lo(f"Features of {self._case.explanation.target.label}"),
            series_description=self._description("features"),
            **self._identity(1),
        )
        if not has_place:
            made.PatientOrientation = self._source.get("PatientOrientation")
            self._put_right(made, frames)
        return made

    def measurements(self, segments: tuple[Feature, ...], segmentation: "Dataset") -> "Dataset":
        """Return the structured report, TID 1500, with a group of measurements for each segment."""
        import highdicom as hd
        from pydicom.sr.codedict import codes as dcm

        device = hd.sr.ObserverContext(
            dcm.DCM.Device,
            hd.sr.DeviceObserverIdentifyingAttributes(
                uid=self._uid("device"), name=_MODEL, manufacturer_name=_MAKER, model_name=self._data.version
            ),
        )
        report = hd.sr.MeasurementReport(
            observation_context=hd.sr.ObservationContext(observer_device_context=device),
            procedure_reported=codes.procedure(),
            imaging_measurements=[
                self._group(index, feature, segmentation) for index, feature in enumerate(segments, 1)
            ],
            title=dcm.DCM.ImagingMeasurementReport,
        )
        made: Dataset = hd.sr.Comprehensive3DSR(
            evidence=[self._source, segmentation],
            content=report[0],
            is_complete=True,
            is_final=False,
            is_verified=False,
            series_description=self._description("measurements"),
            **self._identity(2),
        )
        _name_segments_only(made.ContentSequence)
        return made

    def _group(self, index: int, feature: Feature, segmentation: "Dataset") -> Any:
        import highdicom as hd

        of = self._case.explanation
        found = of.features.with_shares(of.relevance.values_hw).features
        share = next(one.relevance for one in found if one.number == feature.number)
        values = [(codes.relevance_share(), 100.0 * share)]
        drop = of.alone_drops.get(feature.number)
        if drop is not None and math.isfinite(drop):
            values.append((codes.drop_alone(), 100.0 * drop))
        source = hd.sr.SourceImageForSegmentation(
            str(self._source.SOPClassUID), str(self._source.SOPInstanceUID), self._frames()
        )
        return hd.sr.PlanarROIMeasurementsAndQualitativeEvaluations(
            tracking_identifier=hd.sr.TrackingIdentifier(
                uid=self._uid(f"feature {feature.number}"), identifier=f"Feature {feature.number}"
            ),
            referenced_segment=hd.sr.ReferencedSegmentationFrame(
                str(segmentation.SOPClassUID), str(segmentation.SOPInstanceUID), index, index, source
            ),
            finding_type=codes.region_type(),
            algorithm_id=hd.sr.AlgorithmIdentification(
                _MODEL, self._data.version, list(self._parameters().values())
            ),
            measurements=[hd.sr.Measurement(name, value, codes.percent()) for name, value in values],
        )

    def _identity(self, number: int) -> dict[str, Any]:
        """Return what makes an object one of its own, in a series of its own."""
        return {
            "series_instance_uid": self._uid(f"series {number}"),
            "sop_instance_uid": self._uid(f"instance {number}"),
            "series_number": _SERIES + number,
            "instance_number": 1,
            "manufacturer": _MAKER,
        }

    def _uid(self, what: str) -> str:
        """Return an identifier that is the same for the same report of the same explanation [PS3.5, B.2]."""
        of, made = self._case.explanation, (self._data.made, self._case.made)
        parts = (*made, of.network.manifest.sha256, of.image.pixels_key, of.target.index, what)
        return f"2.25.{uuid.uuid5(uuid.NAMESPACE_OID, ' '.join(map(str, parts))).int}"

    def _overlay(self) -> Any:
        """Return the picture under its map, uint8 [rows, columns, 3], in the proportions of the source."""
        from deepintro_desktop.imaging.figures import explained_hwc_u8

        of, picture = self._case.explanation, self._case.picture_hwc_u8
        height, width = picture.shape[:2]
        drawn = {one.number for one in of.features.features if one.drawn}
        distance = of.features.parameters.distance * max(width / self._specification.width, 1.0)
        return explained_hwc_u8(
            picture,
            to_picture(of.relevance.values_hw, height, width, self._specification),
            to_picture(of.features.labels_hw, height, width, self._specification),
            distance=min(distance, 12.0),
            drawn=drawn,
            long_side=_SIDE,
        )

    def _in_its_frame(self, mask_hw: Any) -> Any:
        """Return the mask among the empty masks of the source's other frames."""
        n_frames = int(self._source.get("NumberOfFrames") or 1)
        if n_frames == 1:
            return mask_hw[None]
        masks = np.zeros((n_frames, *mask_hw.shape), np.uint16)
        masks[self._case.explanation.image.view.frame] = mask_hw
        return masks

    def _frames(self) -> list[int] | None:
        is_one = int(self._source.get("NumberOfFrames") or 1) == 1
        return None if is_one else [self._case.explanation.image.view.frame + 1]

    def _reference(self) -> "Dataset":
        from pydicom import Dataset

        item = Dataset()
        item.ReferencedSOPClassUID = self._source.SOPClassUID
        item.ReferencedSOPInstanceUID = self._source.SOPInstanceUID
        frames = self._frames()
        if frames:
            item.ReferencedFrameNumber = frames
        return item

    def _put_right(self, made: "Dataset", frames: list[int] | None) -> None:
        """Let every reference to the source say what it is, and those of segments which frame."""
        for element in made:
            for item in element.value if element.VR == "SQ" else ():
                if item.get("ReferencedSOPInstanceUID") == self._source.SOPInstanceUID:
                    item.ReferencedSOPClassUID = self._source.SOPClassUID
                    if frames and element.keyword == "SourceImageSequence":
                        item.ReferencedFrameNumber = frames
                self._put_right(item, frames)

    def _algorithm(self) -> Any:
        import highdicom as hd
        from pydicom.sr.codedict import codes as dcm

        return hd.AlgorithmIdentificationSequence(
            name=_MODEL,
            family=dcm.cid7162.ArtificialIntelligence,
            version=self._data.version,
            source=_MAKER,
            parameters=dict(self._parameters()),
        )

    def _parameters(self) -> Mapping[str, str]:
        of = self._case.explanation
        used = of.features.parameters
        return {
            "network": lo(of.network.name),
            "network SHA-256": of.network.manifest.sha256,
            "class": lo(f"{of.target.index} {of.target.label}"),
            "method": of.relevance.method,
            "features": f"t {used.threshold:g}, d {used.distance:g}, m {used.min_size}, {used.method.value}",
            "fill": f"{of.fill.value}, seed {of.seed}",
        }

    def _label(self, feature: Feature) -> str:
        return lo(f"Feature {feature.number} {feature.name}")

    def _description(self, what: str) -> str:
        return lo(f"DeepIntro {what}: {self._case.explanation.target.label}")

    def _derivation(self) -> str:
        of = self._case.explanation
        method = METHOD_LABELS[of.relevance.method]
        text = f"Relevance by {method} of {of.network.name} for {of.target.label}. Not for diagnosis."
        return "".join(one if one.isprintable() and one != "\\" else " " for one in text)[:1024]


def _name_segments_only(content: Any) -> None:
    """Let references to segments name no frames, too: each has one, and only one may be named [C.18.4]."""
    for item in content:
        for reference in item.get("ReferencedSOPSequence", ()):
            if "ReferencedSegmentNumber" in reference and "ReferencedFrameNumber" in reference:
                del reference.ReferencedFrameNumber
        _name_segments_only(item.get("ContentSequence", ()))


def _bytes(dataset: "Dataset") -> bytes:
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _tr(text: str) -> str:
    return translate("Report", text)
