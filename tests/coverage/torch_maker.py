"""Networks of torchvision and timm: random weights, reference answers, and files in every format."""

import copy
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from catalogue import N_DRAWS, ROUNDING, Network
from numpy.typing import NDArray
from torch import Tensor, nn
from weights import randomise

_OPERATORS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "roi_align(Tensor input, Tensor rois, float spatial_scale, SymInt pooled_height, SymInt pooled_width, "
    "int sampling_ratio, bool aligned) -> Tensor",
)


class TorchMaker:
    """One network of torchvision or timm."""

    def __init__(self, network: Network, pictures: NDArray[np.float32], seed: int) -> None:
        torch.manual_seed(seed)
        torch.set_num_threads(1)
        declare_operators()
        self._network = network
        self._module = _constructed(network)
        self._pictures = torch.from_numpy(pictures)
        randomise(self._module, self._pictures, seed)
        self._twin = copy.deepcopy(self._module).double()
        self._moved = [_moved(self._twin, seed + draw) for draw in range(N_DRAWS)]

    def logits(self) -> NDArray[np.float32]:
        """Return the native answers, float32 [N, classes]."""
        with torch.no_grad():
            return self._module(self._pictures).numpy()

    def exact_logits(self) -> NDArray[np.float64]:
        """Return the same in double precision."""
        with torch.no_grad():
            return self._twin(self._pictures.double()).numpy()

    def gradients(self, x: NDArray[np.float64], target: int) -> tuple[NDArray[np.float64], ...]:
        """Return d logit / d picture in double precision, [1, C, H, W], then with weights slightly moved."""
        # Alone in its batch, torch 2.13 passes wrong gradients through BatchNorm for some memory layouts.
        picture = torch.from_numpy(np.repeat(x, 2, axis=0)).requires_grad_()
        found = []
        for module in (self._twin, *self._moved):
            found.append(torch.autograd.grad(module(picture)[0, target], picture)[0][:1].numpy())
        return tuple(found)

    def write(self, kind: str, folder: Path) -> Path:
        """Write the network in a format, the way its documentation shows first."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _WRITERS[kind](self._module, self._pictures[:1], folder)

    @property
    def architecture(self) -> str:
        """What weights without a structure are said to belong to."""
        return self._network.architecture

    @staticmethod
    def versions() -> dict[str, str]:
        """Return versions of what made the files."""
        import timm
        import torchvision

        return {"torch": torch.__version__, "torchvision": torchvision.__version__, "timm": timm.__version__}


def declare_operators() -> None:
    """Declare the compiled operators of torchvision, which classifiers never call, so that it can load."""
    if not hasattr(torch.ops.torchvision, "nms"):
        library = torch.library.Library("torchvision", "FRAGMENT")
        for schema in _OPERATORS:
            library.define(schema)
        declare_operators.kept = library


def _constructed(network: Network) -> nn.Module:
    if network.framework == "timm":
        import timm

        return timm.create_model(network.architecture, pretrained=False, **network.options)
    from torchvision import models

    return models.get_model(network.architecture, weights=None, **network.options)


def _moved(twin: nn.Module, seed: int) -> nn.Module:
    """Return a copy whose weights differ in the seventh digit, as they do after any conversion."""
    generator = torch.Generator().manual_seed(seed)
    moved = copy.deepcopy(twin)
    with torch.no_grad():
        for value in (*moved.parameters(), *moved.buffers()):
            if value.is_floating_point():
                value *= 1.0 + ROUNDING * torch.randn(value.shape, generator=generator)
    return moved


def _onnx(module: nn.Module, x: Tensor, folder: Path) -> Path:
    path = folder / "network.onnx"
    torch.onnx.export(module, (x,), str(path), dynamo=False)
    return path


def _onnx_dynamo(module: nn.Module, x: Tensor, folder: Path) -> Path:
    path = folder / "network.onnx"
    torch.onnx.export(module, (x,), str(path), dynamo=True, verbose=False)
    return path


def _torchscript(module: nn.Module, x: Tensor, folder: Path) -> Path:
    path = folder / "network.pt"
    # Attention takes another way when it is called a second time, which the check would call a fault.
    torch.jit.trace(module, x, check_trace=False).save(str(path))
    return path


def _pt2(module: nn.Module, x: Tensor, folder: Path) -> Path:
    path = folder / "network.pt2"
    torch.export.save(torch.export.export(module, (x,)), path)
    return path


def _weights(module: nn.Module, _: Tensor, folder: Path) -> Path:
    path = folder / "network.pth"
    torch.save(module.state_dict(), path)
    return path


_WRITERS: dict[str, Callable[[nn.Module, Tensor, Path], Path]] = {
    "onnx": _onnx,
    "onnx-dynamo": _onnx_dynamo,
    "torchscript": _torchscript,
    "pt2": _pt2,
    "weights": _weights,
}
