"""What a network consists of, and which of that can be explained."""

from dataclasses import dataclass

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.requests import EntryRequest
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import load_network, network_record


@dataclass(frozen=True, slots=True)
class OperatorUse:
    """An operator of the stored network: how often it occurs, and whether relevance can pass it."""

    name: str
    count: int
    explainable: bool


@dataclass(frozen=True, slots=True)
class NetworkDescription:
    """A network with its operators, the most frequent first."""

    record: NetworkRecord
    operators: tuple[OperatorUse, ...]


def describe_network(request: EntryRequest, context: Context, report: Report = SILENT) -> NetworkDescription:
    """Return what a network of the library, or a visiting one, consists of."""
    from deepintro_desktop.engine.graph.scan import operator_counts

    record = network_record(request.id, context)
    counts = operator_counts(load_network(record.id, context).onnx, record.manifest.unexplainable)
    report.check()
    return NetworkDescription(record, tuple(OperatorUse(*entry) for entry in counts))
