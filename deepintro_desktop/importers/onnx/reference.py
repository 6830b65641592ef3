"""The source network in onnxruntime, as it is: what every later step is compared with."""

from collections.abc import Callable, Iterable

import numpy as np
import onnxruntime
from onnx import ModelProto, ValueInfoProto, helper

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.engine.runtime.session import DISABLED_OPTIMIZERS
from deepintro_desktop.importers.contract import NativeRun
from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.interface import Layout, Picture

_SILENT = 4


def session(network: bytes) -> onnxruntime.InferenceSession:
    """Load a network; raise ``UnreadableNetworkError`` when onnxruntime refuses it."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _SILENT
    try:
        return onnxruntime.InferenceSession(
            network,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=list(DISABLED_OPTIMIZERS),
        )
    except Exception as error:
        raise UnreadableNetworkError(
            "The network cannot be run.",
            f"onnxruntime says: {edit.first_line(error)}.",
            "Export the network again, or for another opset.",
        ) from error


def run(loaded: onnxruntime.InferenceSession, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    """Compute all outputs; raise ``UnreadableNetworkError`` when the network fails."""
    try:
        return loaded.run(None, inputs)
    except Exception as error:
        raise UnreadableNetworkError(
            "The network cannot be run.",
            f"onnxruntime says: {edit.first_line(error)}.",
            "The file may be damaged; export the network again.",
        ) from error


def exposed(network: ModelProto, original: ValueInfoProto, outputs: dict[str, int]) -> bytes:
    """Return the bytes of the network with its original input and with these outputs (name -> element type).

    The network itself is as before afterwards: weights are too large to copy for such a change.
    """
    graph = network.graph
    (before,) = (entry for entry in graph.input if entry.name == original.name)
    saved_input, saved_outputs, saved_values = (
        _copied([before]),
        _copied(graph.output),
        _copied(graph.value_info),
    )
    before.CopyFrom(original)
    del graph.value_info[:]
    del graph.output[:]
    graph.output.extend(helper.make_tensor_value_info(*entry, None) for entry in outputs.items())
    try:
        return network.SerializeToString()
    finally:
        before.CopyFrom(saved_input[0])
        del graph.output[:]
        graph.output.extend(saved_outputs)
        graph.value_info.extend(saved_values)


def _copied(values: Iterable[ValueInfoProto]) -> list[ValueInfoProto]:
    return [ValueInfoProto.FromString(entry.SerializeToString()) for entry in values]


class SourceReference:
    """Runs the source network on pictures [N, C, H, W] in its own layout, type and batch size.

    ``network`` gives its result and then, where a closing function follows them, its logits.
    """

    def __init__(self, network: bytes, picture: Picture) -> None:
        self._session: onnxruntime.InferenceSession | None = session(network)
        self._picture = picture

    def release(self) -> None:
        """Give the memory back; the reference cannot be used any more."""
        self._session = None

    def __call__(self, pictures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (output, logits) for pictures float32 [N, C, H, W], each float [N, classes]."""
        joined = self._in_batches(pictures, self._results)
        return joined[0], joined[-1]

    def beside(self, native: NativeRun, pictures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (what the source's own runtime gives, what this network gives), each float [N, classes]."""
        joined = self._in_batches(pictures, lambda batch: [native(batch), self._results(batch)[0]])
        return joined[0], joined[1]

    def _results(self, batch: np.ndarray) -> list[np.ndarray]:
        assert self._session is not None
        return run(self._session, {self._picture.name: batch})

    def _in_batches(
        self, pictures: np.ndarray, compute: Callable[[np.ndarray], list[np.ndarray]]
    ) -> list[np.ndarray]:
        """Compute in batches of the size that the source wants; the last one is filled up."""
        size = self._picture.batch or len(pictures)
        parts: list[list[np.ndarray]] = []
        for start in range(0, len(pictures), size):
            chunk = pictures[start : start + size]
            filled = np.concatenate([chunk, np.repeat(chunk[-1:], size - len(chunk), axis=0)])
            results = compute(self._as_source(filled))
            parts.append([_rows(result, size)[: len(chunk)] for result in results])
        return [np.concatenate(column) for column in zip(*parts, strict=True)]

    def _as_source(self, pictures: np.ndarray) -> np.ndarray:
        if self._picture.layout is Layout.CHANNELS_LAST:
            pictures = pictures.transpose(0, 2, 3, 1)
        elif self._picture.layout is Layout.FLAT:
            pictures = pictures.reshape(len(pictures), -1)
        dtype = helper.tensor_dtype_to_np_dtype(self._picture.element)
        return np.ascontiguousarray(pictures).astype(dtype)


def _rows(result: object, n_pictures: int) -> np.ndarray:
    if (
        not isinstance(result, np.ndarray)
        or result.size == 0
        or result.size % n_pictures
        or result.ndim == 0
        or result.shape[0] != n_pictures
    ):
        raise UnreadableNetworkError(
            "The network does not give one row of numbers per picture.",
            f"For {n_pictures} pictures its result has the shape {list(getattr(result, 'shape', ()))}.",
            "Export the network again.",
        )
    return result.reshape(n_pictures, -1).astype(np.float32)
