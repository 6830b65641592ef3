"""Feedback: say what it is about, keep, list, remove and export it. Nothing of it is sent anywhere."""

from collections.abc import Mapping

from deepintro_desktop import __version__
from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.earlier import EarlierKind, EarlierResult
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.feedback import (
    ExportedFeedback,
    ExportFeedbackRequest,
    Feedback,
    FeedbackFormat,
    FeedbackSubject,
    FeedbackSubjectRequest,
    Form,
    KeepFeedbackRequest,
    checked_answers,
)
from deepintro_desktop.core.feedback_forms import FORMS
from deepintro_desktop.core.parameters import CLUSTERING_SPECS
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import EntryRequest, PairRequest
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.earlier import analyses_before
from deepintro_desktop.workflows.export import write_file
from deepintro_desktop.workflows.feedback_files import as_csv, as_json
from deepintro_desktop.workflows.references import image_record, network_record


def feedback_subject(
    request: FeedbackSubjectRequest, context: Context, report: Report = SILENT
) -> FeedbackSubject:
    """Return what feedback about an analysis is about; nothing is computed."""
    source = request.source
    network, image = network_record(source.network, context), image_record(source.image, context)
    kept = _kept_analysis(request, context) if request.is_analysed else None
    return FeedbackSubject(
        network_id=network.id,
        network_name=network.name,
        network_sha256=network.manifest.sha256,
        image_id=image.id,
        image_name=image.name,
        image_sha256=image.sha256,
        target_index=source.target_index,
        target_label=network.manifest.label(source.target_index),
        result_id=kept.id if kept else "",
        is_analysed=request.is_analysed,
        settings=_settings(request, network, image),
    )


def keep_feedback(request: KeepFeedbackRequest, context: Context, report: Report = SILENT) -> Feedback:
    """Keep answers to a form, or other answers instead of those that were given.

    Raises
    ------
    WrongRequestError
        When the answers do not fit the form, or say nothing.
    NotFoundError
        When the feedback that is changed was removed meanwhile.
    """
    answers = checked_answers(_form(request.form), request.answers)
    if request.id:
        return context.library.feedback.replace(request.id, answers)
    return context.library.feedback.add(request.form, answers, request.about)


def list_feedback(request: object, context: Context, report: Report = SILENT) -> tuple[Feedback, ...]:
    """Return all feedback of the library, newest first."""
    return context.library.feedback.list()


def remove_feedback(request: EntryRequest, context: Context, report: Report = SILENT) -> Changes:
    """Forget feedback."""
    return context.library.feedback.remove(request.id)


def export_feedback(
    request: ExportFeedbackRequest, context: Context, report: Report = SILENT
) -> ExportedFeedback:
    """Write all feedback into one file, oldest first; it is whole, or it is not there.

    Raises ``UnwritableFolderError`` when it cannot be written.
    """
    entries = context.library.feedback.list()[::-1]
    make = as_csv if request.format is FeedbackFormat.CSV else as_json
    write_file(request.path, make(entries))
    return ExportedFeedback(request.path, len(entries))


def _form(form_id: str) -> Form:
    if form_id not in FORMS:
        raise WrongRequestError(f"There is no form “{form_id}”.", hint=f"Forms are {', '.join(FORMS)}.")
    return FORMS[form_id]


def _kept_analysis(request: FeedbackSubjectRequest, context: Context) -> EarlierResult | None:
    """Return the analysis in the library that has these features and settings."""
    pair = PairRequest(request.source.network, request.source.image)
    wanted = (request.source, request.fill, request.seed, request.budget)
    listed = (one for one in analyses_before(pair, context) if one.kind is EarlierKind.ANALYSIS)
    return next((one for one in listed if (one.source, one.fill, one.seed, one.budget) == wanted), None)


def _settings(
    request: FeedbackSubjectRequest, network: NetworkRecord, image: ImageRecord
) -> Mapping[str, str]:
    """Return what the explanation was made with."""
    clustering = request.source.clustering
    values = {
        "method": request.source.method,
        "clustering": clustering.method.value,
        **{spec.name: f"{getattr(clustering, spec.name):g}" for spec in CLUSTERING_SPECS},
        "fill": str(request.fill),
        "seed": str(request.seed),
        "features_changed_by_hand": "yes" if request.source.edits else "no",
        "program": __version__,
    }
    if request.budget is not None:
        values["budget"] = str(request.budget)
    if image.view.digest:
        values["image_view"] = image.view.digest
    return values
