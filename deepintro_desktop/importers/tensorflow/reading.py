"""TensorFlow's graph files, read as messages. Nothing in them is loaded or run here."""

from pathlib import Path
from typing import Any

from google.protobuf.message import DecodeError

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError
from deepintro_desktop.importers.tensorflow.graph import Graph
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow
from deepintro_desktop.importers.tensorflow.soundness import refuse_incomplete
from deepintro_desktop.importers.tensorflow.weights import check_constants

_MOST_BYTES = 2 * 1024**3 - 1
_MOST_NODES = 400_000


def read_meta_graph(path: Path) -> Any:
    """Return the ``MetaGraphDef`` in a .meta file; raise ``UnreadableNetworkError`` when there is none."""
    tensorflow()
    from tensorflow.core.protobuf.meta_graph_pb2 import MetaGraphDef

    return _parsed(path, MetaGraphDef())


def read_graph(path: Path) -> Any:
    """Return the ``GraphDef`` in a frozen graph; raise ``UnreadableNetworkError`` when there is none."""
    tensorflow()
    from tensorflow.core.framework.graph_pb2 import GraphDef

    return _parsed(path, GraphDef())


def read_saved(path: Path) -> Any:
    """Return the ``SavedModel`` message of saved_model.pb; raise ``UnreadableNetworkError`` if damaged."""
    tensorflow()
    from tensorflow.core.protobuf.saved_model_pb2 import SavedModel

    return _parsed(path, SavedModel())


def _parsed(path: Path, message: Any) -> Any:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnsafeFileError(
                f"{path.name} is too large.",
                "A TensorFlow graph of more than 2 GB is not valid.",
                "Ask the network's author for the network with its weights in files of their own.",
            )
        with quiet():
            message.ParseFromString(path.read_bytes())
    except OSError as error:
        raise UnreadableNetworkError(
            f"{path.name} cannot be read.", f"{error.strerror}.", "Check the rights to read it."
        ) from error
    except (DecodeError, RecursionError, ValueError) as error:
        raise damaged(path.name) from error
    return message


def damaged(name: str, why: str = "The TensorFlow graph in it cannot be decoded.") -> UnreadableNetworkError:
    """Return the error for a file that is broken."""
    return UnreadableNetworkError(
        f"{name} is damaged.", why, "Copy or download the file again, or ask the network's author for it."
    )


def checked_graph(message: Any, name: str) -> Graph:
    """Return the graph of a ``GraphDef`` that is sound as a file.

    Raises ``UnreadableNetworkError`` or ``UnsafeFileError``.
    """
    functions = message.library.function
    n_nodes = len(message.node) + sum(len(entry.node_def) for entry in functions)
    if n_nodes > _MOST_NODES:
        raise UnsafeFileError(
            f"{name} is too large.",
            f"It has {n_nodes} operations; the limit is {_MOST_NODES}.",
            "Ask the network's author for the network without its training part.",
        )
    if not message.node:
        raise UnreadableNetworkError(
            f"{name} holds no network.",
            "Its graph is empty.",
            "Ask the network's author for the file with the graph.",
        )
    graph = Graph.of(message)
    if len(graph.nodes) != len(message.node):
        raise damaged(name, "Several of its operations have the same name.")
    everything = [*message.node, *(node for entry in functions for node in entry.node_def)]
    refuse_incomplete(everything, name)
    check_constants(everything, name)
    return graph
