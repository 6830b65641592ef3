"""Bring a network file into the library."""

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import default_name


def add_network(request: AddNetworkRequest, context: Context, report: Report = SILENT) -> AddedNetwork:
    """Import a network and store it; the same network with the same preprocessing is stored once."""
    project_id = context.project_id  # another one may be opened meanwhile
    imported = context.open_network(request, report)
    report.check()
    stored = context.library.networks.add(
        imported.manifest, imported.onnx, request.name or default_name(request.path), project_id
    )
    return AddedNetwork(stored.record, stored.already_there)
