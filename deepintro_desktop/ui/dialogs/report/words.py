"""The sentences of the dialog."""

from deepintro_desktop.core.earlier import EarlierKind
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.report import ReportChoice, ReportFormat
from deepintro_desktop.core.translation import translate


def choice_name(choice: ReportChoice) -> str:
    """Return what an explanation is called: picture, class and network."""
    return subject_name(choice.image_name, choice.earlier.target_label, choice.network_name)


def subject_name(image: str, label: str, network: str) -> str:
    """Return picture, class and network in one line."""
    return _tr("{0}: {1}, by {2}").format(image, label, network)


def choice_detail(choice: ReportChoice) -> str:
    """Say when and how an explanation was made."""
    of = choice.earlier
    made = f"{of.made[:10]} {of.made[11:16]}"
    kind = _tr("analysed") if of.kind is EarlierKind.ANALYSIS else _tr("features only")
    method = METHOD_LABELS.get(of.source.method, of.source.method)
    return _tr("{0} · {1} features · {2} · {3}").format(kind, of.n_features or 0, method, made)


def shown_detail(n_features: int, analysed: bool) -> str:
    """Say what is known of the explanation on the screen."""
    kind = _tr("analysed") if analysed else _tr("not analysed yet")
    return _tr("On the screen now · {0} features · {1}").format(n_features, kind)


def format_words(wanted: ReportFormat) -> tuple[str, str]:
    """Return the name of a format, and what it is good for."""
    return {
        ReportFormat.HTML: (_tr("Web page (HTML)"), _tr("One file for every browser; prints well.")),
        ReportFormat.PDF: (_tr("PDF"), _tr("For printing, archives and e-mail.")),
        ReportFormat.FOLDER: (
            _tr("Folder with pictures and tables"),
            _tr("PNG, CSV and JSON for further work, and the file that repeats it."),
        ),
        ReportFormat.DICOM: (
            _tr("DICOM objects"),
            _tr(
                "For the PACS, filed in the patient's study: a secondary capture, the features as "
                "segments, and "
                "their measurements. They always carry the patient's name and number."
            ),
        ),
    }[wanted]


def no_dicom() -> str:
    """Say why there are no DICOM objects."""
    return _tr("Only for pictures that came as DICOM files.")


def not_analysed() -> str:
    """Say what a report of the explanation on the screen lacks."""
    return _tr(
        "What is on the screen was not analysed yet. Its report has picture, answer, relevance and features, "
        "but not the four answers about sets of features."
    )


def nothing_there() -> str:
    """Say that nothing was explained."""
    return _tr("Nothing was explained in this project yet. Choose a model and an image first.")


def choose_subject() -> str:
    """Say that nothing is chosen."""
    return _tr("Choose at least one explanation.")


def choose_format() -> str:
    """Say that no format is chosen."""
    return _tr("Choose at least one format.")


def needs_patient() -> str:
    """Say why DICOM objects are not possible without the patient."""
    return _tr("DICOM objects need the patient's name and number: tick that, too, or leave DICOM out.")


def written() -> str:
    """Return the title of the message when a report is there."""
    return _tr("Report written")


def not_written() -> str:
    """Return the title of what is shown when it could not be written."""
    return _tr("The report was not written")


def stopped() -> tuple[str, str]:
    """Say that the person stopped it."""
    return _tr("Report stopped"), _tr("Nothing was written.")


def _tr(text: str) -> str:
    return translate("ReportDialog", text)
