"""What a Keras network takes, gives and consists of, alike for Keras 2 and 3."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deepintro_desktop.core.errors import UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.importers.tensorflow.runtime import tensorflow


@dataclass(frozen=True, slots=True)
class Tensor:
    """An input or output: its name, its sizes (None: free) and its data type."""

    name: str
    sizes: tuple[int | None, ...]
    dtype: str

    @property
    def text(self) -> str:
        """The tensor as people read it, for example ``input_1 [N × 64 × 64 × 1]``."""
        return f"{self.name} [{' × '.join('N' if size is None else str(size) for size in self.sizes)}]"

    @property
    def is_classes(self) -> bool:
        """Whether it can hold one number per class."""
        return len(self.sizes) >= 2 and all(size == 1 for size in self.sizes[2:])

    def spec(self) -> Any:
        """Return it as TensorFlow wants the arguments of functions described."""
        name = re.sub(r"[^A-Za-z0-9_]", "_", self.name).strip("_") or "picture"
        return tensorflow().TensorSpec(self.sizes, self.dtype, name=name)


def _tensors(values: list[Any], names: list[str]) -> list[Tensor]:
    found: list[Tensor] = []
    for value, name in zip(values, names, strict=True):
        free, number = name, 1
        while any(entry.name == free for entry in found):
            free, number = f"{name}_{number}", number + 1
        sizes = tuple(None if size is None else int(size) for size in value.shape)
        dtype = value.dtype
        found.append(Tensor(free, sizes, dtype if isinstance(dtype, str) else dtype.name))
    return found


def picture_of(network: Any, wish: str, name: str) -> Tensor:
    """Return the only input.

    Raises
    ------
    UnsupportedNetworkError
        Several inputs, all named, or a network that does not say what it takes.
    WrongRequestError
        A wish for an input that is not there.
    """
    values = list(network.inputs or [])
    if not values:
        raise UnsupportedNetworkError(
            f"{name} does not say what it takes.",
            "It was saved before it was used for the first time, so the size of its pictures is open.",
            "Ask the network's author to save it again with an Input layer.",
        )
    inputs = _tensors(values, _names(network, "input_names", values))
    if len(inputs) > 1:
        raise UnsupportedNetworkError(
            f"{name} does not have exactly one input.",
            f"It reads {', '.join(entry.text for entry in inputs)}.",
            "Only networks that look at one picture can be explained; ask for one with that input alone.",
        )
    if wish and wish != inputs[0].name:
        raise _no_such("input", wish, [inputs[0].name])
    return inputs[0]


def outputs_of(network: Any) -> list[Tensor]:
    """Return all outputs in the order in which the network gives them."""
    values = list(network.outputs)
    return _tensors(values, _names(network, "output_names", values))


def _names(network: Any, attribute: str, values: list[Any]) -> list[str]:
    names = list(getattr(network, attribute, None) or ())
    if len(names) == len(values):
        return [str(name) for name in names]
    return [str(getattr(value, "name", f"tensor_{index}")) for index, value in enumerate(values)]


def candidates(outputs: list[Tensor], wish: str, name: str) -> list[Tensor]:
    """Return the outputs that can be meant: the wished one, else all with one number per class.

    Raises ``WrongRequestError`` or ``UnsupportedNetworkError`` with all outputs.
    """
    if wish:
        chosen = [entry for entry in outputs if entry.name == wish]
        if not chosen:
            raise _no_such("output", wish, [entry.name for entry in outputs])
        return chosen
    found = [entry for entry in outputs if entry.is_classes]
    if not found:
        raise UnsupportedNetworkError(
            f"{name} does not classify pictures.",
            f"It gives {', '.join(entry.text for entry in outputs)}, not one number per class.",
            "Ask the network's author for a version of it that gives probabilities or logits.",
        )
    return found


def _no_such(kind: str, wish: str, names: list[str]) -> WrongRequestError:
    return WrongRequestError(
        f"The network has no {kind} called {wish}.",
        f"It has {', '.join(names)}.",
        "Choose one of them, or leave it to the program.",
        names=tuple(names),
    )


def layers_of(network: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (name, layer) in order; layers of networks inside are called ``outer/inner``."""
    for layer in network.layers:
        name = f"{prefix}{layer.name}"
        if hasattr(layer, "layers") and isinstance(layer.layers, list):
            yield from layers_of(layer, f"{name}/")
        elif type(layer).__name__ != "InputLayer":
            yield name, layer
