"""Reports of results: all files or none, nothing computed twice, nothing of the patient unasked."""

import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest
from support.tiny import LOOSE, tiny_picture

from deepintro_desktop.core.earlier import EarlierKind
from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.report import ReportFormat, ReportRequest
from deepintro_desktop.core.requests import AddImagesRequest, ExplainRequest
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.export import UnwritableFolderError
from deepintro_desktop.workflows.report import find_choice, make_report, report_choices

EVERYTHING = (ReportFormat.HTML, ReportFormat.PDF, ReportFormat.FOLDER)


@pytest.fixture
def subject(place):
    return ExplainRequest(
        place.network, place.image, clustering=LOOSE, analyse=True, repeat=2, seed=3, budget=50
    )


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def request(subject, out, *formats, **values):
    return ReportRequest((subject,), out, formats=formats or (ReportFormat.HTML,), **values)


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_every_format_is_written(place, subject, out):
    written = make_report(request(subject, out, *EVERYTHING, name="My report"), place.context)
    assert [path.name for path in written.paths] == ["My report.html", "My report.pdf", "My report"]
    assert {path.name for path in out.iterdir()} == {"My report.html", "My report.pdf", "My report"}
    assert (out / "My report" / "replay.json").is_file()


def test_the_numbers_are_those_of_the_library(place, subject, out):
    explained = explain(subject, place.context)
    make_report(request(subject, out, ReportFormat.FOLDER, name="r"), place.context)
    (one,) = json.loads((out / "r" / "report.json").read_text("utf-8"))["explanations"]
    assert one["from_library"] is True
    assert one["analysis"]["evaluated"] == explained.analysis.n_evaluated
    assert one["analysis"]["largest_change"]["probability"] == explained.analysis.largest_change.probability
    assert [feature["drop"] for feature in one["features"]] == list(explained.alone_drops.values())
    (earlier,) = [choice.earlier for choice in report_choices(None, place.context)]
    assert one["computed"] == earlier.made
    assert one["origin"] == dict(earlier.provenance)


def test_what_is_stored_can_be_chosen_and_comes_back_as_it_was(place, subject):
    explain(subject, place.context)
    (choice,) = report_choices(None, place.context)
    assert choice.earlier.kind is EarlierKind.ANALYSIS
    assert (choice.network_name, choice.image_name) == ("tiny", "picture.png")
    assert replace(choice.subject, target="") == subject
    assert find_choice(choice.earlier.id[:8], (choice,)) is choice
    for reference in ("", "zzz"):
        with pytest.raises(NotFoundError):
            find_choice(reference, (choice,))


def test_features_without_an_analysis_can_be_reported(place, subject, out):
    make_report(request(replace(subject, analyse=False, repeat=0), out), place.context)
    (choice,) = report_choices(None, place.context)
    assert choice.earlier.kind is EarlierKind.FEATURES
    assert choice.subject.analyse is False


def test_several_explanations_are_one_document_and_a_folder_each(place, subject, out, tmp_path):
    other = tiny_picture(tmp_path, "a:b?.png", seed=9)
    added = add_images(AddImagesRequest((other,)), place.context).added[0]
    subjects = (subject, replace(subject, image=added.id))
    wanted = ReportRequest(subjects, out, "two", (ReportFormat.HTML, ReportFormat.FOLDER))
    make_report(wanted, place.context)
    assert {path.name for path in (out / "two").iterdir()} == {"01 picture.png", "02 a_b_.png"}
    assert (out / "two.html").read_text("utf-8").count("<article") == 3


def test_an_earlier_report_is_never_written_over(place, subject, out):
    for _ in range(3):
        make_report(request(subject, out, name="cat"), place.context)
    assert files(out) == ["cat (2).html", "cat (3).html", "cat.html"]


@pytest.mark.parametrize("name", ['a/b:c*?"<>|', "CON", "x" * 300, "...", "\u202egnp", "🐱", "../up"])
def test_odd_names_stay_in_the_folder(place, subject, out, name):
    (path,) = make_report(request(subject, out, name=name), place.context).paths
    assert path.parent == out
    assert path.is_file()
    assert list(out.iterdir()) == [path]


@pytest.mark.parametrize("n_good", [0, 1, 4, 9])
def test_a_full_disk_leaves_nothing(place, subject, out, monkeypatch, n_good):
    genuine, written = Path.write_bytes, []

    def write(self, content):
        if out in self.parents:
            written.append(self)
            if len(written) > n_good:
                genuine(self, content[: len(content) // 2])
                raise OSError(errno.ENOSPC, "No space left on device")
        return genuine(self, content)

    explain(subject, place.context)
    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(UnwritableFolderError, match="No space left on device"):
        make_report(request(subject, out, ReportFormat.HTML, ReportFormat.FOLDER), place.context)
    assert list(out.iterdir()) == []


def test_a_report_that_cannot_be_moved_to_its_place_leaves_nothing(place, subject, out, monkeypatch):
    genuine = Path.replace

    def move(self, target):
        if self.suffix != ".html":
            raise OSError(errno.EACCES, "Permission denied")
        return genuine(self, target)

    explain(subject, place.context)
    monkeypatch.setattr(Path, "replace", move)
    with pytest.raises(UnwritableFolderError, match="Permission denied"):
        make_report(request(subject, out, ReportFormat.HTML, ReportFormat.FOLDER), place.context)
    assert list(out.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(place, subject, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(UnwritableFolderError, match="could not be written"):
        make_report(request(subject, blocked / "inside"), place.context)
    assert blocked.read_text() == "not a folder"


def test_a_stopped_report_leaves_nothing(place, subject, out):
    n_calls = 0

    def stop() -> bool:
        nonlocal n_calls
        n_calls += 1
        return n_calls > 12

    with pytest.raises(Cancelled):
        make_report(request(subject, out, *EVERYTHING), place.context, Report(is_cancelled=stop))
    assert list(out.iterdir()) == []


def test_nothing_to_report_is_said(place, subject, out):
    for wanted in (ReportRequest((), out), ReportRequest((subject,), out, formats=())):
        with pytest.raises(WrongRequestError, match="nothing to report"):
            make_report(wanted, place.context)


def test_dicom_objects_need_a_dicom_picture(place, subject, out):
    with pytest.raises(WrongRequestError, match="no DICOM objects"):
        make_report(request(subject, out, ReportFormat.DICOM), place.context)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("with_patient", [False, True])
def test_the_patient_is_named_only_when_asked_for(
    place, subject, out, shared_data, caplog, capsys, with_patient
):
    path = shared_data / "images" / "medical" / "CT_small.dcm"
    added = add_images(AddImagesRequest((path,)), place.context).added[0]
    caplog.set_level("DEBUG", "deepintro_desktop")
    formats = (*EVERYTHING, ReportFormat.DICOM) if with_patient else EVERYTHING
    wanted = request(replace(subject, image=added.id), out, *formats, name="ct", with_patient=with_patient)
    make_report(wanted, place.context)
    page = (out / "ct.html").read_text("utf-8")
    assert ("CompressedSamples" in page) is with_patient
    assert ("1CT1" in page) is with_patient
    contents = [file.read_bytes() for file in out.rglob("*") if file.is_file()]
    assert any(b"CompressedSamples" in content for content in contents) is with_patient
    assert all(str(path.parent).encode() not in content for content in contents)
    said = capsys.readouterr()
    assert "CompressedSamples" not in caplog.text + said.out + said.err
    assert (out / "ct DICOM" / "measurements.dcm").is_file() is with_patient
