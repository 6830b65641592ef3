"""Small TensorFlow 2 modules with seeded weights, saved as SavedModels."""

from pathlib import Path
from typing import Any

import numpy as np
from importers.tensorflow.graphs import CHANNELS, CLASSES, SIDE

from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow


def module(seed: int = 3, *, groups: int = 1, dtype: str = "float32") -> Any:
    """Return a module with the functions ``features``, ``logits`` and ``training``."""
    tf, rng = tensorflow(), np.random.default_rng(seed)
    values = tf.Module()

    def variable(name: str, *shape: int, positive: bool = False) -> Any:
        found = rng.normal(0, 1, shape) / np.sqrt(np.prod(shape[:-1]) or 1) + 1e-3
        return tf.Variable((np.abs(found) + 0.5 if positive else found).astype(np.float32), name=name)

    values.w, values.v = variable("conv/w", 3, 3, CHANNELS, 8), variable("group/w", 3, 3, 8 // groups, 8)
    values.gamma, values.beta = variable("bn/gamma", 8), variable("bn/beta", 8)
    values.moving_mean = variable("bn/moving_mean", 8)
    values.moving_variance = variable("bn/moving_variance", 8, positive=True)
    values.m, values.b = variable("fc/w", 8, CLASSES), variable("fc/b", CLASSES)

    @tf.function(jit_compile=groups > 1)
    def grouped(x: Any) -> Any:
        return tf.nn.conv2d(x, values.v, 1, "SAME")

    def features(x: Any, training: bool = False) -> Any:
        x = tf.nn.relu(tf.nn.conv2d(x, values.w, 1, "SAME"))
        x = grouped(x)
        if training:
            y, mean, variance = tf.compat.v1.nn.fused_batch_norm(
                x, values.gamma, values.beta, is_training=True
            )
            values.moving_mean.assign_sub((values.moving_mean - mean) * 0.1)
            values.moving_variance.assign_sub((values.moving_variance - variance) * 0.1)
        else:
            y = tf.compat.v1.nn.fused_batch_norm(
                x, values.gamma, values.beta, values.moving_mean, values.moving_variance, is_training=False
            )[0]
        return tf.reduce_mean(tf.nn.relu(y), [1, 2])

    values.features = features
    values.logits = lambda x, training=False: tf.matmul(features(x, training), values.m) + values.b
    return values


def picture_spec(dtype: str = "float32") -> Any:
    """Return the signature of a picture input."""
    tf = tensorflow()
    return tf.TensorSpec([None, SIDE, SIDE, CHANNELS], dtype, name="picture")


def saved(values: Any, folder: Path, **signatures: Any) -> Path:
    """Save the module with functions of one picture as signatures."""
    tf = tensorflow()
    target = folder / "saved"
    with quiet():
        concrete = {
            name: tf.function(function, input_signature=[picture_spec()]).get_concrete_function()
            for name, function in signatures.items()
        }
        tf.saved_model.save(values, str(target), signatures=concrete)
    return target
