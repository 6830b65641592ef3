"""The DICOM file that an explanation is about, and how features come back to its pixels."""

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.imaging import placement

if TYPE_CHECKING:
    from pydicom import Dataset

_NEEDED = ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "SOPClassUID")
_PATIENT = ("PatientName", "PatientID")
_FILLED = (
    "PatientID", "PatientName", "PatientBirthDate", "PatientSex", "AccessionNumber", "StudyID", "StudyDate",
    "StudyTime", "ReferringPhysicianName",
)  # fmt: skip
"""What derived objects must have although it may be empty [PS3.3, C.7.1.1 and C.7.2.1]."""


def read_source(content: bytes, name: str, *, with_patient: bool) -> "Dataset":
    """Return the file's dataset with all that derived objects take from it.

    Raises
    ------
    WrongRequestError
        When it does not say which study it belongs to, or names a patient who shall not be in the report.
    """
    import pydicom

    dataset = pydicom.dcmread(io.BytesIO(content), force=True)
    missing = [keyword for keyword in _NEEDED if not dataset.get(keyword)]
    if missing:
        raise WrongRequestError(
            f"There can be no DICOM objects for {name}.",
            f"The file does not say which study it belongs to: {', '.join(missing)} is missing.",
            "Choose another format.",
        )
    if not with_patient and any(str(dataset.get(keyword) or "").strip() for keyword in _PATIENT):
        raise WrongRequestError(
            "DICOM objects carry the patient's name and number.",
            "They are filed in the patient's study, beside the picture that they are about.",
            "Allow the patient in the report (--with-patient), or choose another format.",
        )
    # Derived objects are written in UTF-8, which holds the names of every source.
    dataset.decode()
    dataset.SpecificCharacterSet = "ISO_IR 192"
    for keyword in _FILLED:
        if keyword not in dataset:
            setattr(dataset, keyword, "")
    return dataset


def to_picture(
    values_hw: NDArray[Any], height: int, width: int, specification: InputSpecification
) -> NDArray[Any]:
    """Return values of the network's input on the pixels of a picture; 0 where the network saw nothing.

    Each pixel gets the value of the input pixel in which its centre lies (nearest neighbour): labels cannot
    be mixed, and nothing finer than the network's input is pretended.

    Parameters
    ----------
    values_hw : ndarray
        [input height, input width].
    height, width : int
        Of the picture.
    specification : InputSpecification
        How pictures are brought to the network's input.
    """
    place = placement(height, width, specification)
    x, _ = place.to_input(np.arange(width) + 0.5, 0.0)  # type: ignore[arg-type]
    _, y = place.to_input(0.0, np.arange(height) + 0.5)  # type: ignore[arg-type]
    columns, rows = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    seen_x = (columns >= 0) & (columns < place.input_width)
    seen_y = (rows >= 0) & (rows < place.input_height)
    found = values_hw[np.clip(rows, 0, place.input_height - 1)][:, np.clip(columns, 0, place.input_width - 1)]
    return np.where(seen_y[:, None] & seen_x[None, :], found, np.zeros((), values_hw.dtype))


def lo(text: str, longest: int = 64) -> str:
    """Return a text that an element of the kind LO takes: no backslash, no control characters, 64 letters."""
    return "".join(one if one.isprintable() and one != "\\" else " " for one in text).strip()[:longest]
