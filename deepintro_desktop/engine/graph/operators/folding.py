"""Col2Im: windows that overlap are added up to a plane, as in outlook attention."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import integers, refuse_huge
from deepintro_desktop.engine.graph.registry import register


@dataclass(frozen=True, slots=True, eq=False)
class FoldingMap:
    """The sum of windows, [N, channels · cells, windows], at their places in a plane of ``sizes``."""

    sizes: tuple[int, ...]
    windows: dict[str, tuple[int, ...]]
    weight: Tensor | None = None
    bias: Tensor | None = None
    is_depthwise: bool = True
    is_across: bool = False

    @property
    def n_fan_in(self) -> int:
        """How many windows may meet at one cell."""
        return math.prod(self.windows["kernel_size"])

    @property
    def unsigned(self) -> "FoldingMap":
        """The map itself: every weight is 1."""
        return self

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return the plane, [N, channels, *sizes]."""
        return F.fold(x, self.sizes, **self.windows)

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return the transpose applied to ``s``, in the shape of ``like``: its windows."""
        return F.unfold(s, **self.windows)


def _folding_map(node: Node, inputs: Sequence[Tensor | None]) -> FoldingMap:
    sizes, kernel = (integers(node, inputs, index, "") for index in (1, 2))
    if len(sizes) != 2:
        raise unsupported(node, "it makes no plane")
    pads = tuple(node.attributes.get("pads", (0, 0, 0, 0)))
    if pads[:2] != pads[2:]:
        raise unsupported(node, "its padding differs between the sides")
    refuse_huge(node, (inputs[0].shape[0], inputs[0].shape[1], *sizes))
    windows = {
        "kernel_size": kernel,
        "dilation": tuple(node.attributes.get("dilations", (1, 1))),
        "padding": pads[:2],
        "stride": tuple(node.attributes.get("strides", (1, 1))),
    }
    return FoldingMap(sizes, windows)


def _col2im(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (_folding_map(node, inputs).apply(inputs[0]),)


register(
    "Col2Im",
    Operator(
        _col2im,
        Primitive.POOL,
        _folding_map,
        data_inputs=(0,),
        restriction="planes; the same padding on both sides",
    ),
)
