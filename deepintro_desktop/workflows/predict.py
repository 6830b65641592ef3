"""Ask a network what it sees."""

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import PredictRequest
from deepintro_desktop.core.results import Prediction
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.stages import subject


def predict(request: PredictRequest, context: Context, report: Report = SILENT) -> Prediction:
    """Return the network's answer to an image."""
    report(0, 1, "Predicting")
    of = subject(request.network, request.image, context)
    answer = of.predict(of.input_hwc_u8, request.n_top)
    report(1, 1, "Predicted")
    return answer
