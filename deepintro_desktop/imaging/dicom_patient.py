"""Whose picture a DICOM file is. Nothing else reads it, nothing logs it, nothing stores it."""

import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patient:
    """What a file says of its patient; empty where it says nothing. Dates are YYYY-MM-DD."""

    name: str = ""
    id: str = ""
    born: str = ""
    sex: str = ""
    studied: str = ""

    def __bool__(self) -> bool:
        return any((self.name, self.id, self.born, self.sex, self.studied))


def read_patient(data: bytes) -> Patient:
    """Return whose picture the file is; nobody's when it is no DICOM file or does not say."""
    import pydicom

    from deepintro_desktop.imaging.read import shown_name
    from deepintro_desktop.imaging.sniff import is_dicom

    if not is_dicom(data):
        return Patient()
    try:
        dataset = pydicom.dcmread(io.BytesIO(data), force=True, stop_before_pixels=True)

        def said(keyword: str) -> str:
            return shown_name(str(dataset.get(keyword, "") or "")).strip()

        name = " ".join(part for part in said("PatientName").replace("=", "^").split("^") if part)
        return Patient(
            name,
            said("PatientID"),
            _date(said("PatientBirthDate")),
            said("PatientSex"),
            _date(said("StudyDate")),
        )
    except Exception:  # noqa: BLE001 - a damaged header names nobody; the reason might
        return Patient()


def _date(text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 and text.isdecimal() else text
