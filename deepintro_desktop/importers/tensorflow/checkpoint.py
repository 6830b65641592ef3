"""A TensorFlow 1 checkpoint: the graph in a .meta file, the weights in an .index and .data files."""

from dataclasses import replace

from deepintro_desktop.core.progress import Report
from deepintro_desktop.importers.contract import NetworkFiles, SourceNetwork
from deepintro_desktop.importers.tensorflow import weights
from deepintro_desktop.importers.tensorflow.bundle import open_bundle
from deepintro_desktop.importers.tensorflow.guess import guessed_network
from deepintro_desktop.importers.tensorflow.network import Sources
from deepintro_desktop.importers.tensorflow.reading import checked_graph, read_meta_graph
from deepintro_desktop.importers.tensorflow.variables import Variables

_AVERAGED = "/ExponentialMovingAverage"
_AVERAGED_NOTE = "The checkpoint also holds averages of the weights; the weights themselves are used."


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read a checkpoint, its graph being ``files.network`` and its index ``files.weights``.

    Raises ``UnreadableNetworkError``, ``UnsupportedNetworkError``, ``UnsafeFileError``, and
    ``WrongRequestError`` for a wish that names nothing.
    """
    reading, converting = report.split(1, 4)
    reading(0, 1, "Reading the TensorFlow checkpoint")
    index = files.weights or files.network.with_suffix(".index")
    meta = read_meta_graph(files.network)
    graph = checked_graph(meta.graph_def, files.network.name)
    bundle = open_bundle(index.with_name(index.name.removesuffix(".index")))
    variables = Variables(graph, bundle, meta.saver_def.restore_op_name)
    constants = weights.taken_out(graph)
    sources = Sources(graph, variables, constants, files.network.name, index.name)
    network = guessed_network(sources, files.wishes, converting)
    if variables.stored(_AVERAGED):
        return replace(network, notes=(*network.notes, _AVERAGED_NOTE))
    return network
