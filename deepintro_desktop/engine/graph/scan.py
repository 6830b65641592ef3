"""Which operators of a network the graph does not know, all at once."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onnx import ModelProto

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.engine.graph import registry

_BLAMED = re.compile(r"\((\w+)\)|operator (\w+)|uses (\w+) in an unsupported way")
"""How reasons name operators: behind the name of a node, or alone."""

OLDEST_OPSET = 7
NEWEST_OPSET = 25


@dataclass(frozen=True, slots=True)
class UnsupportedOperator:
    """An operator type without a forward function and a relevance primitive, and how often it occurs."""

    name: str
    domain: str
    count: int

    @property
    def text(self) -> str:
        """The operator as people read it, for example ``GridSample (2 times)``."""
        label = f"{self.domain}.{self.name}" if self.domain else self.name
        return label if self.count == 1 else f"{label} ({self.count} times)"


def unsupported_operators(model: ModelProto) -> tuple[UnsupportedOperator, ...]:
    """Return every operator type of the network that cannot be explained, sorted by domain and name."""
    counts = Counter((_domain(node.domain), node.op_type) for node in model.graph.node)
    known = {*registry.names(), "Constant"}
    return tuple(
        UnsupportedOperator(name, domain, count)
        for (domain, name), count in sorted(counts.items())
        if domain or name not in known
    )


def operator_counts(onnx: bytes, reasons: Sequence[str] = ()) -> tuple[tuple[str, int, bool], ...]:
    """Return (operator, how often, whether it can be explained) of a network, the most frequent first.

    ``reasons`` are those against explaining the network: some operators only have a rule for constants.
    """
    model = ModelProto.FromString(onnx)
    counts = Counter(
        f"{_domain(node.domain)}.{node.op_type}".removeprefix(".")
        for node in model.graph.node
        if node.op_type != "Constant"
    )
    unknown = {f"{entry.domain}.{entry.name}".removeprefix(".") for entry in unsupported_operators(model)}
    blamed = {name for reason in reasons for entry in _BLAMED.findall(reason) for name in entry if name}
    unknown |= blamed.intersection(counts)
    return tuple((name, count, name not in unknown) for name, count in counts.most_common())


def opset_of(model: ModelProto) -> int:
    """Return the version of the standard operators; raise ``UnsupportedNetworkError`` outside 7 to 25."""
    versions = [entry.version for entry in model.opset_import if not _domain(entry.domain)]
    version = max(versions, default=1)
    if not OLDEST_OPSET <= version <= NEWEST_OPSET:
        raise UnsupportedNetworkError(
            f"The network uses ONNX operators of version {version}.",
            f"Versions {OLDEST_OPSET} to {NEWEST_OPSET} can be explained.",
            f"Export it again with opset 17, or any from {OLDEST_OPSET} to {NEWEST_OPSET}.",
            opset=version,
        )
    return version


def refuse_unsupported(model: ModelProto) -> None:
    """Raise ``UnsupportedNetworkError`` with all unknown operators of the network, or return."""
    missing = unsupported_operators(model)
    if missing:
        raise UnsupportedNetworkError(
            "The network can be predicted, but not explained.",
            f"Unknown operators: {', '.join(entry.text for entry in missing)}.",
            "Export the network with simpler operators, if its framework can.",
            operators=missing,
        )


def _domain(domain: str) -> str:
    return "" if domain == "ai.onnx" else domain
