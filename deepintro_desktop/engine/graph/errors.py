"""The refusals of this package, worded once."""

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.engine.graph.operator import Node

_HINT = "Prediction and occlusion may still work; relevance and gradients do not."


def unsupported(node: Node, why: str) -> UnsupportedNetworkError:
    """Return the error for one node that is used in a way that the graph does not compute."""
    return UnsupportedNetworkError(
        f"The network uses {node.operator} in an unsupported way.",
        f"Node {node.name}: {why}.",
        _HINT,
        node=node.name,
    )


def does_not_run(node: Node, cause: Exception) -> UnreadableNetworkError:
    """Return the error for a network whose parts do not fit together."""
    reason = str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
    return UnreadableNetworkError(
        "The network does not run.",
        f"Node {node.name} ({node.operator}) failed: {reason.rstrip('.')}.",
        "The file may be damaged, or its input size may be wrong.",
        node=node.name,
    )
