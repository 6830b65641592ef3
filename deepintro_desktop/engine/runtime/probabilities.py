"""From logits to probabilities."""

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import ExplanationRefusedError
from deepintro_desktop.core.records import OutputKind


def probabilities(
    logits: NDArray[np.floating], output_kind: OutputKind = OutputKind.SOFTMAX
) -> NDArray[np.float64]:
    """Return probabilities, float64 in 0..1, of logits, float [..., n_classes].

    One softmax over the classes; with ``OutputKind.SIGMOID`` each class on its own. Double precision, because
    differences of small probabilities matter here.

    Raises
    ------
    ExplanationRefusedError
        When a logit is not a number: everything that followed would be nonsense.
    """
    values = np.asarray(logits, np.float64)
    if np.isnan(values).any() or np.isposinf(values).any():
        raise ExplanationRefusedError(
            "The network's answer contains values that are not numbers.",
            "Its weights are damaged, or the input is far from what it was trained with.",
            "Check the preprocessing, then the file of the network.",
        )
    if output_kind is OutputKind.SIGMOID:
        return _sigmoid(values)
    shifted = np.exp(values - values.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def _sigmoid(values: NDArray[np.float64]) -> NDArray[np.float64]:
    # Only exponents that are not positive, so that nothing overflows.
    small = np.exp(-np.abs(values))
    return np.where(values >= 0.0, 1.0, small) / (1.0 + small)
