"""Small Keras networks with seeded weights (never zero), written by either Keras, and Keras's own answers."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import onnxruntime

from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import ImportedNetwork, open_network
from deepintro_desktop.importers.keras import loading
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow

SIDE, CHANNELS, CLASSES = 16, 3, 5
SAME = 1e-5
RAW, UNIT = json.dumps({"scale": 1.0}), json.dumps({"scale": 1 / 255})
KINDS = {
    "keras 3, .keras": (False, ".keras"),
    "keras 3, .h5": (False, ".h5"),
    "keras 2, .keras": (True, ".keras"),
    "keras 2, .h5": (True, ".h5"),
}


@cache
def library(is_legacy: bool) -> Any:
    """Return Keras 3 or tf_keras."""
    return loading.library(is_legacy=is_legacy)


def filled(network: Any, seed: int = 5) -> Any:
    """Give every weight of a network a seeded value that is not zero, and statistics positive ones."""
    rng = np.random.default_rng(seed)
    values = []
    for weight, value in zip(network.weights, network.get_weights(), strict=True):
        name = getattr(weight, "path", weight.name)
        fan = np.sqrt(np.prod(value.shape[:-1]) or 1) if value.ndim > 1 else 3.0
        new = rng.normal(0, 1 / fan, value.shape) + 0.01
        if "variance" in name or "gamma" in name:
            new = np.abs(new) + 0.6
        if value.dtype.kind != "f" or "count" in name:
            new = value
        values.append(np.asarray(new, value.dtype))
    network.set_weights(values)
    return network


def written(network: Any, folder: Path, ending: str = ".keras", name: str = "network") -> Path:
    """Save a network."""
    path = folder / f"{name}{ending}"
    with quiet():
        network.save(str(path))
    return path


def opened(path: Path, preprocessing: str = RAW, **wishes: str) -> ImportedNetwork:
    """Open a file through the one door of the program."""
    return open_network(AddNetworkRequest(path, preprocessing=preprocessing, **wishes))


def pictures(side: int = SIDE, channels: int = CHANNELS, n: int = 3) -> np.ndarray:
    """Return seeded pictures float32 [N, H, W, C] in 0..255."""
    return np.random.default_rng(8).integers(0, 256, (n, side, side, channels)).astype(np.float32)


def stored_answer(imported: ImportedNetwork, nhwc: np.ndarray) -> np.ndarray:
    """Return the logits of the stored network."""
    session = onnxruntime.InferenceSession(imported.onnx, providers=["CPUExecutionProvider"])
    nchw = np.ascontiguousarray(nhwc.transpose(0, 3, 1, 2)).astype(np.float32)
    return session.run(None, {session.get_inputs()[0].name: nchw})[0]


def own_answer(network: Any, batch: np.ndarray, index: int = 0) -> np.ndarray:
    """Return what Keras itself gives, as when the network is used."""
    with quiet():
        results = tensorflow().nest.flatten(network(tensorflow().constant(batch), training=False))
    return np.asarray(results[index])


def difference(found: np.ndarray, wanted: np.ndarray) -> float:
    """Return the largest difference, relative to the largest wanted number."""
    assert found.shape == wanted.shape
    return float(np.abs(found - wanted).max() / np.abs(wanted).max())


def plain(keras: Any, *, before: tuple[Any, ...] = (), size: tuple[Any, ...] = (SIDE, SIDE, CHANNELS)) -> Any:
    """Return a small Sequential network that ends in logits; ``before`` are layers in front."""
    layers = keras.layers
    return filled(
        keras.Sequential(
            [
                layers.InputLayer(size),
                *before,
                layers.Conv2D(8, 3, activation="relu", name="first"),
                layers.BatchNormalization(name="norm"),
                layers.GlobalAveragePooling2D(name="pool"),
                layers.Dense(CLASSES, name="classes"),
            ]
        )
    )


def changed_config(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Rewrite the configuration of an HDF5 file."""
    with h5py.File(path, "r+") as file:
        config = json.loads(file.attrs["model_config"])
        change(config)
        file.attrs["model_config"] = json.dumps(config)
    return path
