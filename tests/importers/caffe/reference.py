"""Caffe structures in OpenCV 4 (the last that reads them), and in our converter, for comparison."""

from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
from importers.builders import Blobs, save_caffe

from deepintro_desktop.core.progress import SILENT
from deepintro_desktop.importers.caffe.convert import convert
from deepintro_desktop.importers.contract import NetworkFiles, SourceNetwork

TOLERANCE = 1e-5
"""Largest difference, divided by the largest reference value."""


def converted(folder: Path, structure: str, blobs: Blobs, form: str = "current") -> SourceNetwork:
    """Convert a network that is written into a folder."""
    path = save_caffe(folder, structure, blobs, form=form)
    return convert(NetworkFiles(path, folder / "net.caffemodel"), SILENT)


def ours(source: SourceNetwork, x: np.ndarray) -> np.ndarray:
    """Run a converted network, after the strictest check of its shapes."""
    onnx.checker.check_model(source.onnx, full_check=True)
    session = onnxruntime.InferenceSession(
        source.onnx.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    return session.run(None, {session.get_inputs()[0].name: x})[0]


def theirs(folder: Path, x: np.ndarray) -> np.ndarray:
    """Run the network that was written into the folder in OpenCV."""
    network = cv2.dnn.readNetFromCaffe(str(folder / "deploy.prototxt"), str(folder / "net.caffemodel"))
    network.setInput(x)
    return network.forward()


def assert_same(
    folder: Path, structure: str, blobs: Blobs, x: np.ndarray, form: str = "current"
) -> np.ndarray:
    """Assert that our conversion of a network answers like OpenCV; return the answer."""
    result = ours(converted(folder, structure, blobs, form), x)
    reference = theirs(folder, x)
    assert result.shape == reference.shape
    assert np.abs(result - reference).max() <= TOLERANCE * np.abs(reference).max()
    return result
