"""PyTorch's own exporters write the network as ONNX."""

import io
from typing import Any

import numpy as np
import onnx
import torch
from onnx import ModelProto
from torch import Tensor, nn

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.importers.pytorch import symbolics
from deepintro_desktop.importers.pytorch.runtime import access, careful, flat_tensors, refuse_shortage, said

_OPSET = 18
_HINT = "Ask the network's author for an ONNX export of it."


class Picked(nn.Module):
    """A network of which only one output is used."""

    def __init__(self, network: Any, place: str) -> None:
        super().__init__()
        self.network = network
        self._place = place

    def train(self, mode: bool = True) -> "Picked":
        """Leave the network as it is: exported programs cannot be told to change."""
        self.training = mode
        return self

    def forward(self, picture: Tensor) -> Tensor:
        """Return the one output."""
        return flat_tensors(self.network(picture))[self._place]


class _PickedScript(torch.jit.ScriptModule):
    """The same for TorchScript, which cannot be called from a traced module."""

    def __init__(self, network: Any) -> None:
        super().__init__()
        self.network = network


def picked_script(network: Any, place: str, picture: Tensor, name: str) -> Any:
    """Return a TorchScript network that gives only the output at a place."""
    try:
        with careful():
            picked = _PickedScript(network).eval()
            reach = access(network(picture), place)
            picked.define(
                f"def forward(self, picture: Tensor) -> Tensor:\n    return self.network(picture){reach}\n"
            )
            return picked
    except Exception as error:  # PyTorch raises many kinds
        raise _refusal(error, name) from error


def traced(module: nn.Module, picture: Tensor, name: str) -> ModelProto:
    """Return a module as ONNX, for one picture; raise ``UnsupportedNetworkError`` with what PyTorch says.

    This is the older exporter of PyTorch, the only one that takes TorchScript.
    """
    written = io.BytesIO()
    try:
        with careful():
            symbolics.declare()
            torch.onnx.export(
                module,
                (picture,),
                written,
                dynamo=False,
                opset_version=_OPSET,
                input_names=["picture"],
                output_names=["output"],
            )
    except Exception as error:  # the exporter raises many kinds
        raise _refusal(error, name) from error
    return onnx.load_model_from_string(written.getvalue())


def exported(program: Any, name: str) -> ModelProto:
    """Return an exported program as ONNX; raise ``UnsupportedNetworkError`` with what PyTorch says."""
    try:
        with careful():
            converted = torch.onnx.export(program, (), dynamo=True, external_data=False, verbose=False)
            assert converted is not None
            proto: ModelProto = converted.model_proto
            return proto
    except Exception as error:  # the exporter raises many kinds
        raise _refusal(error, name) from error


def _refusal(error: Exception, name: str) -> UnsupportedNetworkError:
    refuse_shortage(error, name)
    return UnsupportedNetworkError(f"{name} cannot be converted.", f"PyTorch says: {said(error)}.", _HINT)


class TorchRun:
    """PyTorch computes one output of its own network, in the network's precision, as when it is used."""

    def __init__(self, network: Any, place: str, dtype: torch.dtype, name: str) -> None:
        self._network = network
        self._place = place
        self._dtype = dtype
        self._name = name

    def __call__(self, batch: np.ndarray) -> np.ndarray:
        """Return the output for a batch in the network's own layout."""
        try:
            with careful():
                result = self._network(torch.from_numpy(batch).to(self._dtype))
                return flat_tensors(result)[self._place].float().numpy()
        except Exception as error:  # PyTorch raises many kinds
            refuse_shortage(error, self._name)
            raise UnreadableNetworkError(
                f"{self._name} cannot be run.", f"PyTorch says: {said(error)}.", _HINT
            ) from error
