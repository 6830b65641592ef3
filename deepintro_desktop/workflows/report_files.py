"""The files of a report: all of them, or none."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.report import ReportData, ReportFormat, ReportRequest, WrittenReport
from deepintro_desktop.core.translation import translate
from deepintro_desktop.reports.names import safe_name
from deepintro_desktop.workflows.export import UnwritableFolderError

Files = dict[str, bytes]
"""Content by path, relative and with slashes."""


def write_report(data: ReportData, request: ReportRequest, report: Report) -> WrittenReport:
    """Make every file of a report in memory, then write them in one step.

    Raises
    ------
    WrongRequestError
        When a format is not possible.
    UnwritableFolderError
        When the folder cannot be written to; nothing is left there.
    """
    parts = report.split(*[1] * len(request.formats))
    made: dict[ReportFormat, Files] = {}
    notes: list[str] = []
    for wanted, part in zip(request.formats, parts, strict=True):
        part(0, 1, f"Writing {wanted.value}")
        made[wanted], said = _MAKERS[wanted](data, part.check)
        notes += said
    name = safe_name(request.name or _usual_name(data))
    return WrittenReport(_write(request.folder, name, made), tuple(notes))


def _html(data: ReportData, check: Callable[[], object]) -> tuple[Files, list[str]]:
    from deepintro_desktop.reports.compose import compose
    from deepintro_desktop.reports.html import html_bytes

    return {".html": html_bytes(compose(data), check)}, []


def _pdf(data: ReportData, check: Callable[[], object]) -> tuple[Files, list[str]]:
    from deepintro_desktop.reports.compose import compose
    from deepintro_desktop.reports.pdf import pdf_bytes

    return {".pdf": pdf_bytes(compose(data), data.made, check)}, []


def _folder(data: ReportData, check: Callable[[], object]) -> tuple[Files, list[str]]:
    from deepintro_desktop.reports.folder import folder_files

    files: Files = {}
    for index, case in enumerate(data.cases, 1):
        check()
        inside = "" if len(data.cases) == 1 else f"{index:02d} {safe_name(case.explanation.image.name)}/"
        for name, content in folder_files(case, data).items():
            files[f"/{inside}{name}"] = content
    return files, []


def _dicom(data: ReportData, check: Callable[[], object]) -> tuple[Files, list[str]]:
    from deepintro_desktop.reports.dicom import dicom_files

    files: Files = {}
    notes = []
    for index, case in enumerate(data.cases, 1):
        check()
        if case.source is None:
            notes.append(
                _tr("{0} is no DICOM file: there are no DICOM objects of it.").format(
                    case.explanation.image.name
                )
            )
            continue
        inside = "" if len(data.cases) == 1 else f"{index:02d} "
        objects, said = dicom_files(case, data)
        notes += said
        for name, content in objects.items():
            files[f" DICOM/{inside}{name}"] = content
    if not files:
        raise WrongRequestError(
            "There are no DICOM objects to write.",
            "They belong to the study of a DICOM picture, and none of these pictures is one.",
            "Choose another format.",
        )
    return files, notes


_MAKERS: dict[ReportFormat, Callable[[ReportData, Callable[[], object]], tuple[Files, list[str]]]] = {
    ReportFormat.HTML: _html,
    ReportFormat.PDF: _pdf,
    ReportFormat.FOLDER: _folder,
    ReportFormat.DICOM: _dicom,
}


def _usual_name(data: ReportData) -> str:
    first = data.cases[0].explanation
    if len(data.cases) > 1:
        return f"Report of {len(data.cases)} explanations {data.made[:10]}"
    return f"Report {Path(first.image.name).stem} {first.network.name} {data.made[:10]}"


def _write(folder: Path, name: str, made: dict[ReportFormat, Files]) -> tuple[Path, ...]:
    """Write everything into a folder beside its place, and move it there when it is whole."""
    name = _free_name(folder, name, made)
    workshop = folder / f".{name}.unfinished"
    moved: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(workshop, ignore_errors=True)
        for files in made.values():
            for suffix, content in files.items():
                path = workshop / f"{name}{suffix}"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        for place in _places(name, made):
            (workshop / place).replace(folder / place)
            moved.append(folder / place)
        shutil.rmtree(workshop, ignore_errors=True)
    except OSError as error:
        for path in (*moved, workshop):
            _discard(path)
        raise UnwritableFolderError(
            f"The report could not be written into {folder}.",
            f"{error.strerror or 'The system refused'}.",
            "Choose another folder, or make room.",
        ) from error
    except BaseException:
        _discard(workshop)
        raise
    return tuple(moved)


def _places(name: str, made: dict[ReportFormat, Files]) -> Iterator[str]:
    """Yield what stands in the folder at the end: a file or a folder for each format."""
    for files in made.values():
        suffix = next(iter(files)).split("/", 1)[0]
        yield f"{name}{suffix}"


def _free_name(folder: Path, name: str, made: dict[ReportFormat, Files]) -> str:
    """Return a name that nothing in the folder has yet: an earlier report is never written over."""
    number, candidate = 1, name
    while any((folder / place).exists() for place in _places(candidate, made)):
        number += 1
        candidate = f"{name} ({number})"
    return candidate


def _discard(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _tr(text: str) -> str:
    return translate("Report", text)
