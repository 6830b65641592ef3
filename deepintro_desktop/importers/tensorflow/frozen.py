"""A frozen graph (.pb): one file with operators and weights, without a word on where it begins and ends."""

from deepintro_desktop.core.progress import Report
from deepintro_desktop.importers.contract import NetworkFiles, SourceNetwork
from deepintro_desktop.importers.tensorflow import weights
from deepintro_desktop.importers.tensorflow.guess import guessed_network
from deepintro_desktop.importers.tensorflow.network import Sources
from deepintro_desktop.importers.tensorflow.reading import checked_graph, read_graph
from deepintro_desktop.importers.tensorflow.variables import Variables


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read a frozen graph and return its ONNX network.

    Raises ``UnreadableNetworkError``, ``UnsupportedNetworkError``, ``UnsafeFileError``, and
    ``WrongRequestError`` for a wish that names nothing.
    """
    reading, converting = report.split(1, 4)
    reading(0, 1, "Reading the TensorFlow graph")
    name = files.network.name
    graph = checked_graph(read_graph(files.network), name)
    constants = weights.taken_out(graph)
    sources = Sources(graph, Variables(graph, None), constants, name, name)
    return guessed_network(sources, files.wishes, converting)
