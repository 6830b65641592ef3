"""An ONNX file as a source network."""

from onnx import ModelProto

from deepintro_desktop.core.progress import Report
from deepintro_desktop.importers.contract import NetworkFiles, SourceNetwork
from deepintro_desktop.importers.onnx.hints import hints_of
from deepintro_desktop.importers.onnx.load import load

RUNTIME = "onnxruntime"


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read an ONNX file safely.

    Raises ``UnreadableNetworkError``, ``UnsafeFileError`` or ``UnsupportedNetworkError``.
    """
    import onnxruntime

    report(0, 1, "Reading the ONNX network")
    network, external = load(files.network)
    return SourceNetwork(
        network,
        f"{RUNTIME} {onnxruntime.__version__}",
        hints_of(network),
        _layers(network),
        extra_files=external,
    )


def _layers(network: ModelProto) -> tuple[str, ...]:
    return tuple(
        node.name or next((name for name in node.output if name), node.op_type)
        for node in network.graph.node
        if node.op_type != "Constant"
    )
