"""Explanations as DICOM objects that a PACS files beside their source.

A derived object belongs to the study of its source: it names the source's instances, and a PACS files it by
patient and study. So it always carries the identity of the source's patient and study, and is made only when
the person wants the patient in the report, or when the source names none. An object without the patient that
still names its source would be filed nowhere, and its references would tell whose it is all the same.
"""

from deepintro_desktop.reports.dicom.objects import dicom_files

__all__ = ["dicom_files"]
