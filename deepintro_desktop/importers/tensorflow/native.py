"""TensorFlow computes the original graph, for comparison. Only graphs that were found harmless come here."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers.onnx.edit import first_line
from deepintro_desktop.importers.tensorflow.graph import Graph, Ref
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow
from deepintro_desktop.importers.tensorflow.safety import is_harmless, reachable
from deepintro_desktop.importers.tensorflow.weights import make_placeholder

_TO_CHANNELS_LAST = 1
_TRACES = ("_output_shapes", "_class")


class NativeGraph:
    """The part of the source's graph before an output, in TensorFlow.

    Parameters
    ----------
    graph : Graph
        The part, with a placeholder for the picture; it is changed.
    ends : tuple of Ref
        The picture and the output.
    arrays : mapping
        Values of placeholders: large constants and switches.
    variable : callable
        Returns the value of a variable by the name of its node.
    """

    def __init__(
        self,
        graph: Graph,
        ends: tuple[Ref, Ref],
        arrays: Mapping[str, np.ndarray],
        variable: Callable[[str], np.ndarray],
    ) -> None:
        assert is_harmless(graph)
        self._picture, self._output = ends
        self._feeds = {
            f"{name}:0": value for name, value in arrays.items() if graph.op(name) == "Placeholder"
        }
        self._resources: dict[str, np.ndarray] = {}
        for node in list(graph.nodes.values()):
            for trace in _TRACES:
                if trace in node.attr:
                    del node.attr[trace]
            if node.op in ("Variable", "VariableV2"):
                value = variable(node.name)
                self._feeds[f"{node.name}:0"] = value
                make_placeholder(graph, node.name, value)
            elif node.op == "VarHandleOp":
                self._resources[node.name] = variable(node.name)
        graph.functions = {name: body for name, body in reachable(graph).items()}
        self._message = graph.message(functions=True)
        self._session: Any = None

    def __call__(self, batch: np.ndarray) -> np.ndarray:
        """Return the output for a batch in the picture placeholder's layout and type.

        Raises ``UnreadableNetworkError`` when TensorFlow cannot compute it.
        """
        try:
            with quiet():
                if self._session is None:
                    self._session = self._opened()
                feeds = {self._picture.text: batch, **self._feeds}
                return np.asarray(self._session.run(self._output.text, feeds))
        except Exception as error:  # TensorFlow raises many kinds
            raise UnreadableNetworkError(
                "The network cannot be run.",
                f"TensorFlow says: {first_line(error)}.",
                "Ask the network's author for the network as it is used, not as it is trained.",
            ) from error

    def _opened(self) -> Any:
        v1 = tensorflow().compat.v1
        with tensorflow().Graph().as_default() as graph:
            v1.import_graph_def(self._message, name="")
            config = v1.ConfigProto()
            # Networks trained on graphics cards often want channels first, which processors compute this way.
            config.graph_options.rewrite_options.cpu_layout_conversion = _TO_CHANNELS_LAST
            assignments, values = [], {}
            for name, value in self._resources.items():
                handle = graph.get_tensor_by_name(f"{name}:0")
                given = v1.placeholder(value.dtype, value.shape)
                assignments.append(v1.raw_ops.AssignVariableOp(resource=handle, value=given))
                values[given] = value
            session = v1.Session(graph=graph, config=config)
            # In one run: TensorFlow looks through the whole graph anew for each.
            session.run(assignments, values)
        self._resources.clear()
        return session
