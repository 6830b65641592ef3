"""The explainable graph: an ONNX network that runs in torch node by node, every value addressable by name."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import torch
from onnx import ModelProto
from torch import Tensor

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.engine.graph import dataflow
from deepintro_desktop.engine.graph.load import LoadedNetwork, load, parse
from deepintro_desktop.engine.graph.logits import logits_of
from deepintro_desktop.engine.graph.operator import LinearMap, Node

Kept = Literal["all"] | Collection[str] | None


@dataclass(frozen=True, eq=False)
class ExplainableGraph:
    """A network up to its logits. Immutable; several threads may read and run it at once.

    ``nodes`` are in an order in which they can be computed. ``constants`` holds weights and other fixed
    values by ONNX name, real ones in ``dtype``. ``input_shape`` is without the batch, usually (C, H, W).
    """

    nodes: tuple[Node, ...]
    constants: Mapping[str, Tensor]
    input_name: str
    input_shape: tuple[int, ...]
    output_name: str
    n_classes: int
    opset: int
    dtype: torch.dtype = torch.float32
    device: torch.device = torch.device("cpu")

    @classmethod
    def from_onnx(
        cls, model: bytes | ModelProto, output: str = "", input_shape: Sequence[int] | None = None
    ) -> "ExplainableGraph":
        """Read a network and run it once on zeros.

        ``output`` is the value to explain (default: the logits, before a closing softmax or sigmoid),
        ``input_shape`` the sizes without the batch where the file leaves them open. Raises
        ``UnreadableNetworkError`` for damaged files, ``UnsafeFileError`` for weights in other files,
        ``UnsupportedNetworkError`` for what cannot be explained.
        """
        proto = parse(model)
        loaded = load(proto)
        output = output or logits_of(proto)[0]
        graph = cls._unchecked(loaded, output, _input_shape(loaded, input_shape))
        dataflow.refuse_unexplainable(graph.nodes, graph.active)
        return replace(graph, n_classes=graph._trial())

    @classmethod
    def _unchecked(
        cls, loaded: LoadedNetwork, output: str, input_shape: tuple[int, ...]
    ) -> "ExplainableGraph":
        known = [*loaded.constants, loaded.input_name]
        nodes = dataflow.needed(dataflow.sorted_nodes(loaded.nodes, known), output)
        nodes, constants = dataflow.fold_constants(nodes, loaded.constants)
        nodes = dataflow.with_own_axes(nodes, constants)
        return cls(
            nodes, MappingProxyType(constants), loaded.input_name, input_shape, output, 0, loaded.opset
        )

    def run(self, x: Tensor, keep: Kept = None) -> dict[str, Tensor]:
        """Compute the network on ``x``, [N, *input_shape], and return values by name.

        ``keep``: names of values to return besides the logits, or ``"all"``; every other value is freed as
        soon as nobody needs it. Differentiable, unless the caller has turned gradients off. Raises
        ``ValueError`` for an input of another shape and ``KeyError`` for a name that is no value.
        """
        if tuple(x.shape[1:]) != self.input_shape:
            message = f"the input is {tuple(x.shape)}, the network wants [N, {self.input_shape}]"
            raise ValueError(message)
        unknown = set() if keep == "all" else set(keep or ()) - self._value_names
        if unknown:
            message = f"the network has no value {', '.join(sorted(unknown))}"
            raise KeyError(message)
        values = {self.input_name: x.to(device=self.device, dtype=self.dtype)}
        kept = None if keep == "all" else {*(keep or ()), self.output_name}
        for node, released in zip(self.nodes, self._releases, strict=True):
            results = dataflow.operator_of(node).forward(node, self.inputs_of(node, values))
            for name, result in zip(node.outputs, results, strict=False):
                if name:
                    values[name] = self._in_dtype(result)
            if kept is not None:
                for name in released:
                    if name not in kept:
                        values.pop(name, None)
        return values if kept is None else {name: values[name] for name in values if name in kept}

    def logits(self, x: Tensor) -> Tensor:
        """Return the logits, [N, n_classes], for ``x``, [N, *input_shape]."""
        return self.run(x)[self.output_name].flatten(1)

    def gradient(self, x: Tensor, target: int | Tensor) -> Tensor:
        """Return d logit / d x in the shape of ``x``. ``target``: one class for all, or int64 [N]."""
        with torch.enable_grad():
            x = x.detach().to(device=self.device, dtype=self.dtype).requires_grad_()
            logits = self.logits(x)
            targets = torch.as_tensor(target, device=self.device).expand(len(x))
            chosen = logits.gather(1, targets.unsqueeze(1)).sum()
            return torch.autograd.grad(chosen, x)[0]

    def to(
        self, *, device: torch.device | str | None = None, dtype: torch.dtype | None = None
    ) -> "ExplainableGraph":
        """Return the same network elsewhere or in another precision; whole numbers stay in main memory."""
        device = self.device if device is None else torch.device(device)
        dtype = dtype or self.dtype
        moved = {
            name: value.to(device=device, dtype=dtype) if value.is_floating_point() else value
            for name, value in self.constants.items()
        }
        return replace(self, constants=MappingProxyType(moved), device=device, dtype=dtype)

    def inputs_of(self, node: Node, values: Mapping[str, Tensor]) -> list[Tensor | None]:
        """Return the input values of a node, constants among them; None for an input that was left out."""
        return [self.constants[name] if name in self.constants else values[name] if name else None
                for name in node.inputs]  # fmt: skip

    def linear_map(self, node: Node, values: Mapping[str, Tensor]) -> LinearMap:
        """Return a LINEAR or POOL node bound to its weights, for the input sizes in ``values``."""
        bind = dataflow.operator_of(node).linear_map
        if bind is None:
            message = f"{node.operator} has no linear map"
            raise ValueError(message)
        return bind(node, self.inputs_of(node, values))

    def node(self, name: str) -> Node:
        """Return the node of that name; ``KeyError`` when there is none."""
        return self._nodes_by_name[name]

    @cached_property
    def active(self) -> frozenset[str]:
        """The values that depend on the picture through real numbers; relevance stops at all others."""
        return dataflow.active_values(self.nodes, self.input_name)

    @cached_property
    def consumers(self) -> Mapping[str, tuple[Node, ...]]:
        """The nodes that read a value; the logits and unread values have none."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            for name in dict.fromkeys(node.inputs):
                found.setdefault(name, []).append(node)
        return MappingProxyType({name: tuple(nodes) for name, nodes in found.items()})

    @cached_property
    def producers(self) -> Mapping[str, Node]:
        """The node that makes a value; constants and the input have none."""
        return MappingProxyType({name: node for node in self.nodes for name in node.outputs if name})

    @cached_property
    def _nodes_by_name(self) -> Mapping[str, Node]:
        return {node.name: node for node in self.nodes}

    @cached_property
    def _value_names(self) -> frozenset[str]:
        return frozenset((self.input_name, *(name for node in self.nodes for name in node.outputs if name)))

    @cached_property
    def _releases(self) -> tuple[tuple[str, ...], ...]:
        """For every node, the values that nobody reads after it."""
        seen: set[str] = set()
        releases = []
        for node in reversed(self.nodes):
            names = dict.fromkeys((*node.inputs, *node.outputs))
            releases.append(tuple(name for name in names if name and name not in seen))
            seen.update(names)
        return tuple(reversed(releases))

    def _in_dtype(self, value: Tensor) -> Tensor:
        # Reals that are made of whole numbers come in single precision; a float64 twin must stay double.
        return value.to(self.dtype) if value.is_floating_point() and value.dtype != self.dtype else value

    @torch.no_grad()
    def _trial(self) -> int:
        """Run every node once, naming the one that fails; return the number of classes."""
        values: dict[str, Tensor] = {self.input_name: torch.zeros(1, *self.input_shape)}
        for node, released in zip(self.nodes, self._releases, strict=True):
            inputs = self.inputs_of(node, values)
            results = dataflow.forward(node, inputs)
            if not self.active.isdisjoint(node.outputs):
                dataflow.bind(node, inputs)
            if any(node.outputs[len(results) :]):
                raise UnsupportedNetworkError(
                    "The network can be predicted, but not explained.",
                    f"Node {node.name} ({node.operator}) has an output that is not computed.",
                )
            values.update((name, value) for name, value in zip(node.outputs, results, strict=False) if name)
            for name in set(released) - {self.output_name}:
                values.pop(name, None)
        if self.output_name not in values:
            raise UnreadableNetworkError("The network is damaged.", f"It has no value {self.output_name}.")
        output = values[self.output_name]
        if output.dim() < 2 or output.shape[0] != 1 or output.numel() != output.shape[1]:
            raise UnsupportedNetworkError(
                "The network does not classify pictures.",
                f"Its output has the shape {tuple(output.shape)} for one picture, not one number per class.",
            )
        return output.shape[1]


def _input_shape(loaded: LoadedNetwork, wanted: Sequence[int] | None) -> tuple[int, ...]:
    sizes = loaded.input_sizes[1:]
    if wanted is not None:
        return tuple(wanted)
    if not sizes or None in sizes:
        text = " × ".join("?" if size is None else str(size) for size in sizes)
        raise UnsupportedNetworkError(
            "The network leaves its input size open.",
            f"It says {text or 'nothing'}.",
            "State the size of the input.",
        )
    return tuple(sizes)
