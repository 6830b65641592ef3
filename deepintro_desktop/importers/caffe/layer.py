"""One Caffe layer in the form that the converter reads, whichever of the two file forms it came from."""

from dataclasses import dataclass
from typing import Any

from deepintro_desktop.importers.caffe.read import Blob


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that takes part in the prediction.

    ``type`` is the current name (``Convolution``), ``bottoms`` and ``tops`` are blob names of the file,
    ``message`` holds its parameters, ``blobs`` its weights.
    """

    name: str
    type: str
    bottoms: tuple[str, ...]
    tops: tuple[str, ...]
    message: Any
    blobs: tuple[Blob, ...] = ()

    def parameters(self, name: str) -> Any:
        """Return a parameter message, with its defaults when the file does not have it."""
        return getattr(self.message, name)


def pair(parameters: Any, name: str, default: int | None) -> tuple[int, int]:
    """Return the (height, width) of ``kernel``, ``stride``, ``pad`` or ``dilation`` in any of its spellings.

    A missing value is the default; without a default it is 0, which the caller refuses.
    """
    if name != "dilation" and (parameters.HasField(f"{name}_h") or parameters.HasField(f"{name}_w")):
        return int(getattr(parameters, f"{name}_h")), int(getattr(parameters, f"{name}_w"))
    values = list(getattr(parameters, "kernel_size" if name == "kernel" else name))
    if not values:
        return (default or 0, default or 0)
    return int(values[0]), int(values[-1])
