"""Projects that leave a library as one file and come into another, and files that only claim to be such."""

import json
import shutil
import zipfile

import pydicom
import pytest
from pydicom.data import get_testdata_file
from support.tiny import PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.errors import DeepIntroError, LibraryError, UnreadableProjectError
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.requests import (
    AddImagesRequest,
    EntryRequest,
    ExplainRequest,
    ExportProjectRequest,
    ImportProjectRequest,
)
from deepintro_desktop.imaging.dicom_patient import read_patient
from deepintro_desktop.workflows import entries, projects
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.export import UnwritableFolderError


@pytest.fixture
def other(tmp_path):
    """Return a context with another, empty library."""
    made = Context(tmp_path / "other library", "cpu")
    yield made
    made.close()


@pytest.fixture
def computed(place):
    """Return the workplace after an explanation with analysis, and the explanation."""
    return place, explain(ExplainRequest(place.network, place.image, analyse=True), place.context)


def _export(context, path, **options):
    project = context.library.projects.list()[0]
    return projects.export_project(ExportProjectRequest(project.id, path, **options), context)


def _rewrite(path, change):
    """Write the file again with another document, or other contents."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(parts["project.json"])
    change(document, parts)
    if "project.json" in parts:
        parts["project.json"] = json.dumps(document).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_project_comes_back_elsewhere_with_everything_that_was_computed(computed, other, tmp_path):
    place, before = computed
    path = tmp_path / "project.deepintro"
    written = _export(place.context, path)
    assert (written.n_networks, written.n_images) == (1, 1)
    assert written.n_results == 2
    assert written.n_bytes == path.stat().st_size
    found = projects.import_project(ImportProjectRequest(path), other)
    assert (found.record.name, found.n_results) == ("My project (2)", written.n_results)
    assert (found.missing, found.refused) == ((), ())
    assert other.project_id == found.record.id
    (network,), (image,) = entries.list_networks(None, other), entries.list_images(None, other)
    assert (network.id, image.id) == (place.network, place.image)
    assert image.source_path == ""
    other.open_network = None  # nothing may be opened or computed again
    n_before = len(other.library.results.find("analysis", image.id))
    after = explain(ExplainRequest(network.id, image.id, analyse=True), other)
    assert (after.relevance.values_hw == before.relevance.values_hw).all()
    assert after.analysis.minimum_to_keep == before.analysis.minimum_to_keep
    assert len(other.library.results.find("analysis", image.id)) == n_before == 1
    assert other.library.check() == []


def test_a_project_taken_in_where_it_came_from_shares_everything(computed, tmp_path):
    place, _ = computed
    path = tmp_path / "project.deepintro"
    written = _export(place.context, path)
    found = projects.import_project(ImportProjectRequest(path), place.context)
    assert found.n_results == written.n_results
    assert len(place.context.library.networks.list()) == len(place.context.library.images.list()) == 1
    assert [one.name for one in place.context.library.projects.list()] == ["My project (2)", "My project"]


@pytest.mark.parametrize("without", ["with_networks", "with_images"])
def test_without_networks_or_images_the_file_is_smaller_and_needs_them(computed, other, tmp_path, without):
    place, _ = computed
    whole, part = tmp_path / "whole.deepintro", tmp_path / "part.deepintro"
    _export(place.context, whole)
    _export(place.context, part, **{without: False})
    assert part.stat().st_size < whole.stat().st_size
    found = projects.import_project(ImportProjectRequest(part), other)
    assert len(found.missing) == 1
    assert found.n_results == 0
    assert other.library.check() == []
    projects.import_project(ImportProjectRequest(whole), other)
    again = projects.import_project(ImportProjectRequest(part), other)
    assert again.missing == ()
    assert again.n_results == 2


def test_files_that_name_a_patient_stay_at_home_unless_they_are_asked_for(place, other, tmp_path):
    named, nameless = (tmp_path / f"{name}.dcm" for name in ("named", "nameless"))
    shutil.copy(get_testdata_file("CT_small.dcm"), named)
    scan = pydicom.dcmread(named)
    assert read_patient(named.read_bytes()).name
    for keyword in ("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate"):
        setattr(scan, keyword, "")
    scan.save_as(nameless)
    added = add_images(AddImagesRequest((named, nameless)), place.context).added
    path = tmp_path / "project.deepintro"
    assert _export(place.context, path).n_left_out == 1
    assert projects.import_project(ImportProjectRequest(path), other).missing == ("named.dcm",)
    assert _export(place.context, path, with_images=False).n_left_out == 0
    assert _export(place.context, path, with_patients=True).n_left_out == 0
    assert projects.import_project(ImportProjectRequest(path), other).missing == ()
    assert other.library.images.read_bytes(added[0]) == named.read_bytes()


def test_stopping_an_export_leaves_no_file_and_an_import_no_project(computed, other, tmp_path):
    place, _ = computed
    path = tmp_path / "project.deepintro"
    project = place.context.library.projects.list()[0]
    steps = iter([False, False, True])
    report = Report(is_cancelled=lambda: next(steps, True))
    with pytest.raises(Cancelled):
        projects.export_project(ExportProjectRequest(project.id, path), place.context, report)
    assert list(tmp_path.glob("*deepintro*")) == []
    _export(place.context, path)
    for n_steps in range(1, 8):
        steps = iter([False] * n_steps)
        report = Report(is_cancelled=lambda: next(steps, True))  # noqa: B023
        with pytest.raises(Cancelled):
            projects.import_project(ImportProjectRequest(path), other, report)
        assert [one.name for one in other.library.projects.list()] == ["My project"]
        assert other.library.images.list() == other.library.networks.list() == []
        assert other.library.check() == []


def test_an_export_that_cannot_be_written_says_so(place, tmp_path):
    with pytest.raises(UnwritableFolderError, match="could not be written"):
        _export(place.context, tmp_path / "no folder" / "project.deepintro")


def test_an_export_of_a_damaged_library_is_refused_and_leaves_nothing(place, tmp_path):
    image = place.context.library.images.list()[0]
    place.context.library._storage.objects.path(image.sha256).write_bytes(b"other")
    with pytest.raises(LibraryError, match="damaged"):
        _export(place.context, tmp_path / "project.deepintro")
    assert list(tmp_path.glob("*deepintro*")) == []


def _half_a_character(document, parts):
    document["name"] = "\ud800"


def _key_without_number(document, parts):
    document["results"][0]["key"]["x"] = float("nan")


def _path_for_a_digest(document, parts):
    document["images"][0]["sha256"] = "../../../etc/passwd"


def _no_document(document, parts):
    del parts["project.json"]


def _other_format(document, parts):
    document["format"] = "other"


def _newer(document, parts):
    document["version"] = 99


def _no_networks(document, parts):
    del document["networks"]


def _list_for_a_key(document, parts):
    document["results"][0]["key"] = [1]


def _other_content(document, parts):
    name = next(name for name in parts if name.startswith("objects/"))
    parts[name] += b"x"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_half_a_character, "damaged"),
        (_key_without_number, "damaged"),
        (_path_for_a_digest, "damaged"),
        (_no_document, "not an exported project"),
        (_other_format, "not an exported project"),
        (_newer, "newer version"),
        (_no_networks, "damaged"),
        (_list_for_a_key, "damaged"),
    ],
)
def test_files_that_are_no_project_are_refused_in_a_sentence(computed, other, tmp_path, change, says):
    path = tmp_path / "project.deepintro"
    _export(computed[0].context, path)
    _rewrite(path, change)
    with pytest.raises(UnreadableProjectError, match=says) as caught:
        projects.import_project(ImportProjectRequest(path), other)
    assert caught.value.hint
    assert [one.name for one in other.library.projects.list()] == ["My project"]
    assert other.library.check() == []


def test_a_content_that_was_changed_is_found_out(computed, other, tmp_path):
    path = tmp_path / "project.deepintro"
    _export(computed[0].context, path)
    _rewrite(path, _other_content)
    try:
        found = projects.import_project(ImportProjectRequest(path), other)
    except UnreadableProjectError as error:
        assert "not what it was" in error.why
    else:
        assert [error.kind for _, error in found.refused] == ["unreadable-project"]
    assert other.library.check() == []


def test_a_network_in_the_file_is_opened_as_a_stranger(computed, other, tmp_path):
    path = tmp_path / "project.deepintro"
    _export(computed[0].context, path)

    def hostile(request, report):
        raise DeepIntroError("It is hostile.", "", "Do not use it.")

    other.open_network = hostile
    found = projects.import_project(ImportProjectRequest(path), other)
    assert [(name, error.what) for name, error in found.refused] == [("tiny", "It is hostile.")]
    assert other.library.networks.list() == []
    assert found.record.n_images == 1


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04" * 50, b"PK\x05\x06" + b"\0" * 18])
def test_other_files_are_refused(other, tmp_path, content):
    path = tmp_path / "other.deepintro"
    path.write_bytes(content)
    with pytest.raises(UnreadableProjectError):
        projects.import_project(ImportProjectRequest(path), other)
    with pytest.raises(UnreadableProjectError, match="does not exist"):
        projects.import_project(ImportProjectRequest(tmp_path / "gone.deepintro"), other)


def test_truncated_files_are_refused(computed, other, tmp_path):
    whole = tmp_path / "project.deepintro"
    _export(computed[0].context, whole)
    content = whole.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        part = tmp_path / "part.deepintro"
        part.write_bytes(content[: int(share * len(content))])
        with pytest.raises(UnreadableProjectError):
            projects.import_project(ImportProjectRequest(part), other)
    assert other.library.check() == []


def test_lists_and_additions_follow_the_open_project(place, tmp_path):
    context = place.context
    first = context.project_id
    made = projects.create_project(EntryRequest("", "Second"), context)
    assert context.project_id == made.id
    assert entries.list_images(None, context) == ()
    picture = tiny_picture(tmp_path, "second.png", seed=4)
    add_images(AddImagesRequest((picture,)), context)
    assert [one.name for one in entries.list_images(None, context)] == ["second.png"]
    projects.open_project(EntryRequest(first), context)
    assert [one.id for one in entries.list_images(None, context)] == [place.image]
    listed = projects.list_projects(None, context)
    assert listed.open.id == first
    assert [one.name for one in listed.projects] == ["My project", "Second"]
    assert projects.project_extent(EntryRequest(made.id), context).n_images == 1
    projects.remove_project(EntryRequest(first), context)
    assert context.project_id == made.id


def test_the_next_start_opens_the_last_project(place, library_folder):
    projects.create_project(EntryRequest("", "Second"), place.context)
    place.context.close()
    again = Context(library_folder, "cpu")
    assert projects.list_projects(None, again).open.name == "Second"
    again.close()


def test_the_preprocessing_of_the_exported_network_stays(place, other, tmp_path):
    path = tmp_path / "project.deepintro"
    _export(place.context, path)
    projects.import_project(ImportProjectRequest(path), other)
    theirs, ours = (one.library.networks.list()[0].manifest for one in (place.context, other))
    assert theirs == ours
    assert PREPROCESSING
    assert tiny_network(tmp_path).exists()


def test_what_is_removed_while_it_is_written_is_left_out(computed, other, tmp_path, monkeypatch):
    place, _ = computed
    extra = add_images(AddImagesRequest((tiny_picture(tmp_path, "extra.png", seed=8),)), place.context)
    exchange = place.context.library.exchange
    read, n_read = exchange.content, []

    def content(sha256, name):
        if not n_read:
            place.context.library.images.remove(extra.added[0])
        n_read.append(name)
        return read(sha256, name)

    monkeypatch.setattr(exchange, "content", content)
    written = _export(place.context, tmp_path / "project.deepintro")
    assert written.n_images == 1
    found = projects.import_project(ImportProjectRequest(tmp_path / "project.deepintro"), other)
    assert (found.record.n_images, found.missing) == (1, ())
