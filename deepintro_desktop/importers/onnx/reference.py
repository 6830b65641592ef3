"""The source network in onnxruntime, as it is: what every later step is compared with."""

import numpy as np
import onnxruntime
from onnx import ModelProto, TensorProto, helper

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.ending import Ending
from deepintro_desktop.importers.onnx.interface import Layout, Picture

_SILENT = 4


def session(network: ModelProto) -> onnxruntime.InferenceSession:
    """Load a network; raise ``UnreadableNetworkError`` when onnxruntime refuses it."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _SILENT
    try:
        return onnxruntime.InferenceSession(
            network.SerializeToString(), options, providers=["CPUExecutionProvider"]
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


class SourceReference:
    """Runs the source network on pictures [N, C, H, W] in its own layout, type and batch size."""

    def __init__(self, source: ModelProto, analysed: ModelProto, picture: Picture, ending: Ending) -> None:
        output = analysed.graph.output[0].name
        elements = {
            value.name: value.type.tensor_type.elem_type
            for value in (*analysed.graph.value_info, *analysed.graph.output)
        }
        exposed = ModelProto()
        exposed.CopyFrom(source)
        del exposed.graph.output[:]
        for name in dict.fromkeys((output, ending.logits)):
            element = elements.get(name, elements.get(output, TensorProto.FLOAT))
            exposed.graph.output.append(helper.make_tensor_value_info(name, element, None))
        del exposed.graph.value_info[:]
        edit.prune(exposed.graph, [entry.name for entry in exposed.graph.input])
        self._session = session(exposed)
        self._picture = picture

    def __call__(self, pictures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (output, logits) for pictures float32 [N, C, H, W], each float [N, classes]."""
        size = self._picture.batch or len(pictures)
        parts: list[list[np.ndarray]] = []
        for start in range(0, len(pictures), size):
            chunk = pictures[start : start + size]
            filled = np.concatenate([chunk, np.repeat(chunk[-1:], size - len(chunk), axis=0)])
            results = run(self._session, {self._picture.name: self._as_source(filled)})
            parts.append([_rows(result, size)[: len(chunk)] for result in results])
        joined = [np.concatenate(column) for column in zip(*parts, strict=True)]
        return joined[0], joined[-1]

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
