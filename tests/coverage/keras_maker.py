"""Networks of keras.applications: random weights, reference answers, and files in every format."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from catalogue import N_DRAWS, ROUNDING, Network
from numpy.typing import NDArray

_NEGATIVE_SHARE = 0.25


class KerasMaker:
    """One network of ``keras.applications``, which ends in softmax as its users have it."""

    architecture = ""

    def __init__(self, network: Network, pictures: NDArray[np.float32], seed: int) -> None:
        self._seed = seed
        keras.utils.set_random_seed(seed)
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        shape = (network.size, network.size, 3)
        make = getattr(keras.applications, network.architecture)
        self._model = make(weights=None, input_shape=shape, **network.options)
        self._pictures = tf.constant(pictures.transpose(0, 2, 3, 1))
        _randomise(self._model, self._pictures, seed)
        # The same network without the softmax, for logits and, in double precision, their gradients.
        self._logits = make(weights=None, input_shape=shape, classifier_activation=None, **network.options)
        _set_precision("float64")
        self._twin = make(weights=None, input_shape=shape, classifier_activation=None, **network.options)
        _set_precision("float32")
        for twin in (self._logits, self._twin):
            twin.set_weights(self._model.get_weights())

    def logits(self) -> NDArray[np.float32]:
        """Return the native answers before the softmax, float32 [N, classes]."""
        return self._logits(self._pictures, training=False).numpy()

    def exact_logits(self) -> NDArray[np.float64]:
        """Return the same in double precision."""
        return self._twin(tf.cast(self._pictures, tf.float64), training=False).numpy()

    def gradients(self, x: NDArray[np.float64], target: int) -> tuple[NDArray[np.float64], ...]:
        """Return d logit / d picture in double precision, [1, C, H, W], then with weights slightly moved."""
        weights, rng = self._twin.get_weights(), np.random.default_rng(self._seed)
        found = [self._gradient(x, target)]
        for _ in range(N_DRAWS):
            moved = [value * (1.0 + ROUNDING * rng.standard_normal(value.shape)) for value in weights]
            self._twin.set_weights(moved)
            found.append(self._gradient(x, target))
        self._twin.set_weights(weights)
        return tuple(found)

    def _gradient(self, x: NDArray[np.float64], target: int) -> NDArray[np.float64]:
        picture = tf.constant(x.transpose(0, 2, 3, 1))
        with tf.GradientTape() as tape:
            tape.watch(picture)
            logit = self._twin(picture, training=False)[0, target]
        return tape.gradient(logit, picture).numpy().transpose(0, 3, 1, 2)

    def write(self, kind: str, folder: Path) -> Path:
        """Write the network in a format, the way its documentation shows first."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _WRITERS[kind](self._model, folder)

    @staticmethod
    def versions() -> dict[str, str]:
        """Return versions of what made the files."""
        from importlib.metadata import version

        names = ("tensorflow", "keras", "tf2onnx")
        return {name: version(name) for name in names}


def _set_precision(name: str) -> None:
    keras.config.set_floatx(name)
    keras.config.set_dtype_policy(name)


def _randomise(model: Any, pictures: Any, seed: int) -> None:
    rng = np.random.default_rng(seed)
    for variable in model.trainable_variables:
        variable.assign(_filled(variable.numpy(), rng))
    _calibrate(model, pictures, rng)
    zero = [variable.path for variable in model.trainable_variables if not variable.numpy().any()]
    if zero:
        message = f"all zero: {', '.join(zero)}"
        raise ValueError(message)


def _filled(value: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    if np.ptp(value) > 0:
        return value
    constant = float(value.flat[0])
    if constant == 0.0:
        return (0.1 * rng.standard_normal(value.shape)).astype(np.float32)
    low, high = (0.5, 1.5) if constant == 1.0 else (0.2, 0.6)
    sign = np.where(rng.random(value.shape) < _NEGATIVE_SHARE, -1.0, 1.0)
    return (sign * rng.uniform(low, high, value.shape)).astype(np.float32)


def _calibrate(model: Any, pictures: Any, rng: np.random.Generator) -> None:
    """Give batch normalisation statistics that belong to pictures, layer by layer; see ``weights.py``."""
    kind = keras.layers.BatchNormalization
    original = kind.call

    def see(layer: Any, inputs: Any, training: Any = None, mask: Any = None) -> Any:
        values = inputs.numpy().reshape(-1, inputs.shape[-1])
        mean, power = values.mean(0), np.square(values).mean(0)
        layer.moving_mean.assign(0.5 * mean + 0.2 * np.sqrt(power) * rng.standard_normal(mean.shape))
        spread = power * np.exp(0.3 * rng.standard_normal(mean.shape))
        layer.moving_variance.assign(spread + 0.01 * power.mean() + 1e-6)
        return original(layer, inputs, training=False)

    kind.call = see
    try:
        model(pictures, training=False)
    finally:
        kind.call = original


def _onnx(model: Any, folder: Path) -> Path:
    import tf2onnx

    path = folder / "network.onnx"
    signature = [tf.TensorSpec((None, *model.input_shape[1:]), tf.float32, name="picture")]
    function = tf.function(lambda picture: model(picture, training=False), input_signature=signature)
    tf2onnx.convert.from_function(function, input_signature=signature, opset=17, output_path=str(path))
    return path


def _keras(model: Any, folder: Path) -> Path:
    path = folder / "network.keras"
    model.save(path)
    return path


def _h5(model: Any, folder: Path) -> Path:
    path = folder / "network.h5"
    model.save(path)
    return path


def _saved_model(model: Any, folder: Path) -> Path:
    path = folder / "network"
    model.export(path, format="tf_saved_model", verbose=False)
    return path


_WRITERS: dict[str, Callable[[Any, Path], Path]] = {
    "onnx": _onnx,
    "keras": _keras,
    "h5": _h5,
    "savedmodel": _saved_model,
}
