"""Which device computes: names, what this machine has, and what torch and onnxruntime call it."""

import ctypes
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deepintro_desktop.core.errors import WrongRequestError

if TYPE_CHECKING:
    import torch

_PATTERN = re.compile(r"auto|cpu|mps|cuda(?::(\d+))?")
_CUDA_OPTIONS = {
    # Full single precision and a fixed choice of algorithms: the same numbers as on the processor, every
    # time.
    "use_tf32": "0",
    "cudnn_conv_algo_search": "HEURISTIC",
    "arena_extend_strategy": "kSameAsRequested",
}


@dataclass(frozen=True, slots=True)
class DeviceName:
    """A device as people name it. ``kind``: ``auto``, ``cpu``, ``cuda``, ``mps``; ``index``: of CUDA."""

    kind: str
    index: int = 0

    def __str__(self) -> str:
        return f"cuda:{self.index}" if self.kind == "cuda" else self.kind


def parse_device(name: str) -> DeviceName:
    """Read ``auto``, ``cpu``, ``cuda``, ``cuda:1`` or ``mps``; raise ``WrongRequestError`` for others."""
    match = _PATTERN.fullmatch(name.strip().lower())
    if match is None:
        raise WrongRequestError(
            f"There is no device {name!r}.", "", "Choose auto, cpu, cuda, cuda:1 (or another number), or mps."
        )
    return DeviceName(match.group(0).split(":")[0], int(match.group(1) or 0))


def n_cuda_devices() -> int:
    """Return how many CUDA devices the driver offers; 0 without a driver. Costs milliseconds.

    onnxruntime lists its CUDA provider even on machines without such a device, so the driver is asked itself.
    """
    if sys.platform == "darwin":
        return 0
    try:
        driver = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
        count = ctypes.c_int(0)
        if driver.cuInit(0) != 0 or driver.cuDeviceGetCount(ctypes.byref(count)) != 0:
            return 0
    except (OSError, AttributeError):
        return 0
    return count.value


def available_devices() -> list[str]:
    """Return what could be asked for on this machine, for example ``["cpu", "cuda:0"]``; imports torch."""
    import torch

    names = ["cpu"] + [f"cuda:{index}" for index in range(n_cuda_devices())]
    if torch.backends.mps.is_available():
        names.append("mps")
    return names


def torch_device(name: str = "auto") -> "torch.device":
    """Return the torch device for a name; ``auto`` takes the best that works.

    Raises
    ------
    WrongRequestError
        When a device is asked for that torch cannot use here.
    """
    import torch

    wanted = parse_device(name)
    usable = {"cuda": torch.cuda.device_count(), "mps": int(torch.backends.mps.is_available()), "cpu": 1}
    # Full single precision everywhere: by default a graphics card rounds the products of convolutions.
    torch.backends.cudnn.allow_tf32 = False
    if wanted.kind == "auto":
        return torch.device(next(kind for kind, count in usable.items() if count))
    if wanted.index >= usable[wanted.kind]:
        raise WrongRequestError(
            f"The device {wanted} cannot be used.",
            "Either the machine does not have it, or its driver or this installation does not support it.",
            "Choose auto or cpu.",
        )
    return torch.device(str(wanted))


def device_text(name: str = "auto") -> str:
    """Return what computes, as people read it: ``CPU · 8 threads`` or the name of the graphics card."""
    import torch

    device = torch_device(name)
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"CPU · {torch.get_num_threads()} threads" if device.type == "cpu" else "Apple GPU"


def providers(wanted: DeviceName, offered: list[str]) -> list[Any]:
    """Return the onnxruntime providers to try, best first, always ending in the processor.

    ``offered``: what onnxruntime says it was built with. Apple's GPU is not used for plain predictions: its
    provider computes in half precision.
    """
    chosen: list[Any] = []
    use_cuda = wanted.kind in {"auto", "cuda"} and "CUDAExecutionProvider" in offered
    if use_cuda and wanted.index < n_cuda_devices():
        chosen.append(("CUDAExecutionProvider", _CUDA_OPTIONS | {"device_id": str(wanted.index)}))
    return [*chosen, "CPUExecutionProvider"]
