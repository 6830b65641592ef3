"""Make features again from a relevance map."""

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.core.results import FeatureSet
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.stages import resolve


def cluster_features(request: ClusterRequest, context: Context, report: Report = SILENT) -> FeatureSet:
    """Return the features of a picture at other settings; the relevance is not computed again."""
    return resolve(request, context, report).found
