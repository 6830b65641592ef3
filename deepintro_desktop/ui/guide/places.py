"""Which page of the guide belongs to which part of the window: F1 opens it."""

from PySide6.QtWidgets import QWidget

START = "start"

PLACES = {
    "StartPage": "start",
    "OcclusionTab": "features",
    "ControlsBar": "features",
    "FeatureList": "features",
    "SidePanel": "answers",
    "DrawingStrip": "drawing",
    "RelevanceLegend": "relevance",
    "SynthesisTab": "synthesis",
    "BoundaryTab": "boundary",
    "CompareTab": "compare",
    "NetworksDock": "models",
    "ImagesDock": "images",
    "AddNetworkDialog": "models",
    "ImageViewDialog": "images",
    "EarlierDialog": "answers",
    "LedgerDialog": "relevance",
    "KeysDialog": "keys",
    "ProjectsDialog": "projects",
    "ExportDialog": "projects",
    "FailureDialog": "trouble",
    "PreferencesDialog": "start",
    "FeedbackDialog": "feedback",
    "GivenFeedbackDialog": "feedback",
    "ReportDialog": "reports",
    "LicencesDialog": "limits",
}
"""Names of classes; the innermost around the focus counts."""


def page_for(widget: QWidget | None) -> str:
    """Return the page for a part of the window, or for the nearest part around it; empty: there is none."""
    while widget is not None:
        names = (kind.__name__ for kind in type(widget).__mro__)
        page = next((PLACES[name] for name in names if name in PLACES), "")
        if page:
            return page
        widget = widget.parentWidget()
    return ""
