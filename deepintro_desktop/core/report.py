"""What a report is asked for, what goes into it, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.earlier import EarlierResult
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.core.results import Explanation


class ReportFormat(StrEnum):
    """What a report is written as."""

    HTML = "html"
    PDF = "pdf"
    FOLDER = "folder"
    DICOM = "dicom"


class Paper(StrEnum):
    """What a report is printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Write a report of some explanations; what the library has of them is not computed again.

    Parameters
    ----------
    subjects : tuple of ExplainRequest
        The explanations, one chapter each.
    folder : Path
        Where the report shall lie.
    name : str
        Of its files, without an ending; empty for one made of picture and network.
    formats : tuple of ReportFormat
        What to write.
    paper : Paper
        The size of the pages.
    comment : str
        What the reader has to say.
    with_patient : bool
        Whether names and numbers of patients are in it.
    """

    subjects: tuple[ExplainRequest, ...]
    folder: Path
    name: str = ""
    formats: tuple[ReportFormat, ...] = (ReportFormat.HTML,)
    paper: Paper = Paper.A4
    comment: str = ""
    with_patient: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ReportChoice:
    """A stored explanation that a report can be made of, and the request that brings it back."""

    earlier: EarlierResult
    subject: ExplainRequest
    network_name: str
    image_name: str
    image_kind: str


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report that was written: its files and folders, and what a person should know about them."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ReportCase:
    """One explanation with all that its chapter shows.

    Parameters
    ----------
    explanation : Explanation
        Prediction, relevance, features, analysis.
    picture_hwc_u8 : ndarray
        The picture, uint8 [height, width, 1 or 3], perhaps smaller than its file's.
    answers_hwc_u8 : mapping
        For each answer of the analysis that has a set, what the network then saw: uint8 [h, w, 1 or 3].
    made : str
        When it was computed, UTC, ISO 8601.
    origin : mapping
        Hashes, devices and versions of that time.
    replay : mapping
        What ``deepintro explain --replay`` reads.
    patient : tuple of str
        Whose picture it is, in lines; empty unless the person wants it in the report.
    source : bytes, optional
        The file of the picture where it is a DICOM file.
    """

    explanation: Explanation
    picture_hwc_u8: NDArray[np.uint8]
    answers_hwc_u8: Mapping[str, NDArray[np.uint8]]
    made: str
    origin: Mapping[str, Any]
    replay: Mapping[str, Any]
    patient: tuple[str, ...] = ()
    source: bytes | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ReportData:
    """Everything that a report says; all writers get the same. ``made``: now, UTC, ISO 8601."""

    cases: tuple[ReportCase, ...]
    made: str
    version: str
    paper: Paper = Paper.A4
    comment: str = ""
    with_patient: bool = False
    notes: tuple[str, ...] = field(default=())
