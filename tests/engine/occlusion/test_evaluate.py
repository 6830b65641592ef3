"""Evaluation of feature sets against one picture at a time through onnxruntime."""

import numpy as np
import pytest
from engine.occlusion.pictures import picture
from engine.runtime.networks import small_network
from numpy.typing import NDArray

from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.core.results import ClassScore, Prediction
from deepintro_desktop.engine.analysis import analyse
from deepintro_desktop.engine.occlusion import Filler, SetEvaluator, evaluate_sets
from deepintro_desktop.engine.runtime import InferenceSession, probabilities


def preprocess(image_hwc_u8: NDArray[np.uint8]) -> NDArray[np.float32]:
    return (image_hwc_u8.transpose(2, 0, 1)[None] / np.float32(128.0) - np.float32(1.0)).astype(np.float32)


def filler_for(fill: Fill = Fill.PIXELISE) -> Filler:
    image, labels = picture(4, height=40, width=40)
    return Filler(image, labels, fill, 2)


@pytest.mark.parametrize("n_sets", [0, 1, 4, 30, 150])
@pytest.mark.parametrize("kind", [OutputKind.SOFTMAX, OutputKind.SIGMOID])
def test_batches_give_what_single_pictures_give(n_sets: int, kind: OutputKind) -> None:
    filler = filler_for()
    masks = np.random.default_rng(0).random((n_sets, len(filler.numbers))) < 0.5
    with InferenceSession(small_network(side=40), "cpu") as session:
        found = SetEvaluator(session, filler, preprocess, kind)(masks)
        assert (found.shape, found.dtype) == ((n_sets, 5), np.float64)
        for mask, row in zip(masks, found, strict=True):
            alone = session.logits(preprocess(filler.apply(mask)))
            np.testing.assert_allclose(row, probabilities(alone, kind)[0], rtol=1e-5)
        logits = evaluate_sets(session, filler, preprocess, masks)
        np.testing.assert_allclose(probabilities(logits, kind), found, rtol=1e-12)


def test_progress_and_cancel_between_batches() -> None:
    filler = filler_for()
    with InferenceSession(small_network(side=40), "cpu") as session:
        size = session.batch_size()
        masks = np.zeros((5 * size, len(filler.numbers)), bool)
        seen: list[float] = []
        evaluate_sets(session, filler, preprocess, masks, Report(lambda fraction, _: seen.append(fraction)))
        np.testing.assert_allclose(seen, [0.2, 0.4, 0.6, 0.8, 1.0])
        n_calls = 0

        def is_cancelled() -> bool:
            return n_calls >= 2

        real = session.logits

        def counting(batch: NDArray[np.float32]) -> NDArray[np.float32]:
            nonlocal n_calls
            n_calls += 1
            return real(batch)

        session.logits = counting
        evaluator = SetEvaluator(session, filler, preprocess, report=Report(is_cancelled=is_cancelled))
        with pytest.raises(Cancelled):
            evaluator(masks)
        assert n_calls == 2


def test_analysis_of_a_network() -> None:
    """Everything together: all subsets through the evaluator are those of one picture at a time."""
    filler = filler_for(Fill.CONSTANT)
    n = len(filler.numbers)
    with InferenceSession(small_network(side=40), "cpu") as session:
        whole = session.logits(preprocess(filler.image_hwc_u8))
        chances = probabilities(whole)[0]
        target = int(chances.argmax())
        original = Prediction((ClassScore(target, "", chances[target], 0.0),), whole[0], chances)
        evaluator = SetEvaluator(session, filler, preprocess)
        result = analyse(evaluator, n, target, original=original, numbers=filler.numbers)
        assert result.n_evaluated == 2**n
        for number, alone in zip(filler.numbers, result.alone, strict=True):
            single = probabilities(session.logits(preprocess(filler.apply([number]))))[0, target]
            assert alone == pytest.approx(single, rel=1e-5)
        change = result.largest_change
        again = probabilities(session.logits(preprocess(filler.apply(change.features))))[0]
        assert change.probability == pytest.approx(again[target], rel=1e-5)
