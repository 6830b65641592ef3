"""Whose picture a file is: said when it is asked for, and otherwise nowhere."""

import io
import logging

import pydicom
import pytest
from pydicom.data import get_testdata_file

from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.imaging import open_picture
from deepintro_desktop.imaging.dicom_patient import Patient, read_patient


@pytest.fixture
def scan() -> pydicom.Dataset:
    data = pydicom.dcmread(get_testdata_file("CT_small.dcm"))
    data.PatientName, data.PatientID = "Müller^Anna^^Dr.=x", "4711-X"
    data.SpecificCharacterSet = "ISO_IR 100"
    data.PatientBirthDate, data.PatientSex, data.StudyDate = "19700102", "F", "20261128"
    return data


def _bytes(data: pydicom.Dataset) -> bytes:
    buffer = io.BytesIO()
    data.save_as(buffer)
    return buffer.getvalue()


def test_what_the_file_says_is_read(scan):
    patient = read_patient(_bytes(scan))
    assert patient == Patient(patient.name, "4711-X", "1970-01-02", "F", "2026-11-28")
    assert patient.name.startswith("Müller Anna Dr.")


def test_nobody_is_found_where_nobody_is_named(scan):
    for keyword in ("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate"):
        delattr(scan, keyword)
    assert not read_patient(_bytes(scan))
    assert read_patient(b"\x89PNG\r\n\x1a\n") == Patient()
    assert read_patient(_bytes(scan)[:200]) == Patient()


def test_reading_a_picture_says_nothing_of_its_patient(scan, caplog):
    caplog.set_level(logging.DEBUG)
    opened = open_picture(_bytes(scan), "scan.dcm")
    image = opened.picture(PictureView())
    told = f"{image.facts} {image.choices} {caplog.text}"
    for word in ("Müller", "Anna", "4711", "1970"):
        assert word not in told
