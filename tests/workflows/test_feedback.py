"""From an analysis to feedback about it, and to files."""

import csv
import io
import json
from dataclasses import replace

import pytest

from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.feedback import (
    ExportFeedbackRequest,
    Feedback,
    FeedbackFormat,
    FeedbackSubjectRequest,
    KeepFeedbackRequest,
)
from deepintro_desktop.core.feedback_forms import question_ids
from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.requests import AnalyseRequest, ClusterRequest, EntryRequest, PairRequest
from deepintro_desktop.workflows.analyse import analyse
from deepintro_desktop.workflows.earlier import analyses_before
from deepintro_desktop.workflows.entries import remove_image
from deepintro_desktop.workflows.export import UnwritableFolderError
from deepintro_desktop.workflows.feedback import (
    export_feedback,
    feedback_subject,
    keep_feedback,
    list_feedback,
    remove_feedback,
)
from deepintro_desktop.workflows.feedback_files import as_csv, as_json


def _source(place):
    clustering = ClusteringParameters(threshold=0.5, min_size=1)
    return ClusterRequest(place.network, place.image, 0, "lrp-epsilon", clustering)


def _rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _feedback(**answers):
    return Feedback("id", "general", answers, "2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05+00:00")


def test_the_subject_names_the_analysis_that_the_library_keeps(place):
    source = _source(place)
    analyse(AnalyseRequest(source, Fill.BLUR, 3), place.context)
    about = feedback_subject(FeedbackSubjectRequest(source, Fill.BLUR, 3, is_analysed=True), place.context)
    (kept,) = (one for one in analyses_before(PairRequest(place.network, place.image), place.context)
               if one.budget is None and one.kind == "analysis")  # fmt: skip
    network = place.context.library.networks.find(place.network)
    image = place.context.library.images.find(place.image)
    assert about.result_id == kept.id
    assert (about.network_sha256, about.image_sha256) == (network.manifest.sha256, image.sha256)
    assert (about.target_index, about.target_label) == (0, network.manifest.label(0))
    assert about.settings["method"] == "lrp-epsilon"
    assert (about.settings["threshold"], about.settings["fill"], about.settings["seed"]) == (
        "0.5",
        "blur",
        "3",
    )


def test_another_seed_is_another_analysis(place):
    source = _source(place)
    analyse(AnalyseRequest(source, Fill.BLUR, 3), place.context)
    request = FeedbackSubjectRequest(source, Fill.BLUR, 4, is_analysed=True)
    about = feedback_subject(request, place.context)
    assert (about.is_analysed, about.result_id) == (True, "")


def test_features_without_an_analysis_can_be_spoken_about(place):
    about = feedback_subject(FeedbackSubjectRequest(_source(place), Fill.BLUR), place.context)
    assert (about.is_analysed, about.result_id) == (False, "")


def test_feedback_is_kept_changed_and_removed(place):
    context = place.context
    about = feedback_subject(FeedbackSubjectRequest(_source(place), Fill.BLUR), context)
    kept = keep_feedback(KeepFeedbackRequest("analysis", {"trust": 2, "remarks": " a "}, about), context)
    assert dict(kept.answers) == {"trust": 2, "remarks": "a"}
    changed = keep_feedback(KeepFeedbackRequest("analysis", {"trust": 3}, id=kept.id), context)
    assert (changed.id, dict(changed.answers), changed.about) == (kept.id, {"trust": 3}, about)
    remove_image(EntryRequest(place.image), context)
    (one,) = list_feedback(None, context)
    assert (one.about, one.gone) == (about, ("image",))
    remove_feedback(EntryRequest(kept.id), context)
    assert list_feedback(None, context) == ()
    with pytest.raises(NotFoundError):
        keep_feedback(KeepFeedbackRequest("analysis", {"trust": 3}, id=kept.id), context)


def test_only_answers_to_a_form_are_kept(context):
    with pytest.raises(WrongRequestError, match="no form"):
        keep_feedback(KeepFeedbackRequest("tax", {"trust": 3}), context)
    with pytest.raises(WrongRequestError, match="empty"):
        keep_feedback(KeepFeedbackRequest("general", {"remarks": ""}), context)
    assert list_feedback(None, context) == ()


def test_a_table_has_a_row_for_each_entry_and_a_column_for_each_question():
    one = _feedback(purpose=("check", "teach"), ease=4, remarks='Zeile 1\nZeile "2"; é')
    content = as_csv([one, replace(_feedback(ease=1), id="other")])
    assert content.startswith(b"\xef\xbb\xbf")
    first, second = _rows(content)
    assert list(first)[:4] == ["id", "form", "made", "changed"]
    assert set(question_ids()) <= set(first)
    assert (first["purpose"], first["ease"], first["remarks"]) == (
        "check; teach",
        "4",
        'Zeile 1\nZeile "2"; é',
    )
    assert (second["id"], second["ease"], second["purpose"]) == ("other", "1", "")


def test_columns_are_the_same_whatever_was_answered():
    assert list(_rows(as_csv([_feedback(ease=4)]))[0]) == list(_rows(as_csv([_feedback(remarks="a")]))[0])
    assert as_csv([]).decode("utf-8-sig").split("\r\n")[0].split(",")[-len(question_ids()) :] == list(
        question_ids()
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@sum(a)", "\t=1", "\r=1", "\n=1", " =1", "＝1", '=cmd|"/c calc"!A0']
)
def test_no_cell_is_a_formula(text):
    (row,) = _rows(as_csv([_feedback(remarks=text)]))
    assert row["remarks"] == f"'{text}"
    assert json.loads(as_json([_feedback(remarks=text)]))["feedback"][0]["answers"]["remarks"] == text


def test_names_of_files_and_classes_are_no_formulas_either(place):
    about = feedback_subject(FeedbackSubjectRequest(_source(place), Fill.BLUR), place.context)
    about = replace(about, image_name="=HYPERLINK(1).png", target_label="@x", settings={"=a": "=b"})
    (row,) = _rows(as_csv([replace(_feedback(ease=1), about=about)]))
    assert (row["image_name"], row["target_label"], row["setting_=a"]) == ("'=HYPERLINK(1).png", "'@x", "'=b")


def test_answers_to_questions_of_other_versions_are_exported_too():
    (row,) = _rows(as_csv([_feedback(of_tomorrow="yes")]))
    assert row["of_tomorrow"] == "yes"


def test_both_files_hold_the_same(place, tmp_path):
    context = place.context
    about = feedback_subject(FeedbackSubjectRequest(_source(place), Fill.BLUR), context)
    keep_feedback(KeepFeedbackRequest("general", {"ease": 5}), context)
    keep_feedback(
        KeepFeedbackRequest("analysis", {"trust": 2, "answers_clear": ["minimum_to_keep"]}, about), context
    )
    table, plain = tmp_path / "f.csv", tmp_path / "f.json"
    for path, form in ((table, FeedbackFormat.CSV), (plain, FeedbackFormat.JSON)):
        assert export_feedback(ExportFeedbackRequest(path, form), context).n_entries == 2
    rows, entries = _rows(table.read_bytes()), json.loads(plain.read_text("utf-8"))["feedback"]
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert [entry["form"] for entry in entries] == ["general", "analysis"]
    assert entries[1]["about"]["image_sha256"] == rows[1]["image_sha256"] == about.image_sha256
    assert entries[1]["answers"] == {"trust": 2, "answers_clear": ["minimum_to_keep"]}
    assert rows[1]["setting_method"] == entries[1]["about"]["settings"]["method"] == "lrp-epsilon"
    assert sorted(path.name for path in tmp_path.glob("f*")) == ["f.csv", "f.json"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(context, tmp_path):
    keep_feedback(KeepFeedbackRequest("general", {"ease": 5}), context)
    blocked = tmp_path / "file"
    blocked.write_text("old")
    with pytest.raises(UnwritableFolderError):
        export_feedback(ExportFeedbackRequest(blocked / "f.csv", FeedbackFormat.CSV), context)
    assert blocked.read_text() == "old"
