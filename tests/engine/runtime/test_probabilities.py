"""From logits to probabilities, at the ends of the range too."""

import numpy as np
import pytest

from deepintro_desktop.core.errors import ExplanationRefusedError
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.engine.runtime import probabilities


def test_softmax_is_the_definition() -> None:
    logits = np.random.default_rng(0).normal(0, 3, (6, 9)).astype(np.float32)
    wide = logits.astype(np.float64)
    expected = np.exp(wide) / np.exp(wide).sum(axis=1, keepdims=True)
    for kind in (OutputKind.LOGITS, OutputKind.SOFTMAX, OutputKind.LOG_SOFTMAX):
        found = probabilities(logits, kind)
        assert found.dtype == np.float64
        np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_sigmoid_is_the_definition() -> None:
    logits = np.random.default_rng(0).normal(0, 3, (6, 9))
    np.testing.assert_allclose(
        probabilities(logits, OutputKind.SIGMOID), 1 / (1 + np.exp(-logits)), rtol=1e-12
    )


@pytest.mark.parametrize("kind", list(OutputKind))
def test_extreme_logits_stay_finite(kind: OutputKind) -> None:
    found = probabilities(np.array([[1e5, -1e5, 0.0], [-3e4, -3e4, -3e4], [-np.inf, 0.0, 1.0]]), kind)
    assert np.isfinite(found).all()
    assert found[0, 0] == 1.0
    assert found[0, 1] == 0.0
    if kind is not OutputKind.SIGMOID:
        np.testing.assert_allclose(found.sum(axis=1), 1.0, rtol=1e-12)


def test_single_row() -> None:
    assert probabilities(np.array([0.0, 0.0])).tolist() == [0.5, 0.5]


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_broken_logits_are_refused(value: float) -> None:
    with pytest.raises(ExplanationRefusedError, match="not numbers"):
        probabilities(np.array([[0.0, value]]))
