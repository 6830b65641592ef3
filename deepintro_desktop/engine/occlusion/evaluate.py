"""What a network says to sets of occluded features, in batches that keep it busy."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.engine.occlusion.filler import Filler
from deepintro_desktop.engine.occlusion.network_input import NetworkInput, Preprocess
from deepintro_desktop.engine.runtime import InferenceSession, probabilities


class _Batch(NamedTuple):
    first: int
    values: NDArray[np.float32]


class SetEvaluator:
    """Evaluates feature sets of one picture: called with bool masks, it returns the network's probabilities.

    While the network computes one batch, the next one is filled. Two input batches are the only large memory
    that it takes. The report is asked after every batch whether to stop.

    Parameters
    ----------
    session : InferenceSession
    filler : Filler
    preprocess : Preprocess
        As for a whole prediction, so that the empty set gives exactly the network's answer to the picture.
    output_kind : OutputKind
        How logits become probabilities.
    report : Report
    """

    def __init__(
        self,
        session: InferenceSession,
        filler: Filler,
        preprocess: Preprocess,
        output_kind: OutputKind = OutputKind.SOFTMAX,
        report: Report = SILENT,
    ) -> None:
        self._session = session
        self._input = NetworkInput(filler, preprocess)
        self._output_kind = output_kind
        self._report = report

    @property
    def batch_size(self) -> int:
        """How many sets are evaluated at once; asking for a multiple of it is most efficient."""
        return self._session.batch_size(self._input.shape)

    def __call__(self, masks: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Return float64 [B, n_classes] for masks bool [B, n_features], True = occluded.

        Raises
        ------
        Cancelled
            Within one batch of the wish.
        OutOfMemoryError
            When not even one picture fits into memory.
        """
        return probabilities(self.logits(masks), self._output_kind)

    def logits(self, masks: NDArray[np.bool_], report: Report | None = None) -> NDArray[np.float32]:
        """Return float32 [B, n_classes]; ``report`` hears of the progress over these masks."""
        rows = [np.empty((0, self._session.n_classes), np.float32)]
        for batch in self._batches(np.asarray(masks, np.bool_)):
            self._report.check()
            rows.append(self._session.logits(batch.values))
            if report is not None:
                report(batch.first + len(batch.values), len(masks), "Evaluating features")
        self._report.check()
        return np.concatenate(rows)

    def _batches(self, masks: NDArray[np.bool_]) -> Iterator[_Batch]:
        size = min(self.batch_size, max(len(masks), 1))
        starts = range(0, len(masks), size)
        if len(starts) < 2:
            yield from (self._fill(masks, first, size) for first in starts)
            return
        with ThreadPoolExecutor(1, thread_name_prefix="fill") as worker:
            coming = worker.submit(self._fill, masks, 0, size)
            for first in starts:
                batch = coming.result()
                if first + size < len(masks):
                    coming = worker.submit(self._fill, masks, first + size, size)
                yield batch

    def _fill(self, masks: NDArray[np.bool_], first: int, size: int) -> _Batch:
        chosen = masks[first : first + size]
        values = np.empty((len(chosen), *self._input.shape), np.float32)
        self._input.write(chosen, values)
        return _Batch(first, values)


def evaluate_sets(
    session: InferenceSession,
    filler: Filler,
    preprocess: Preprocess,
    masks: NDArray[np.bool_],
    report: Report = SILENT,
) -> NDArray[np.float32]:
    """Return the logits for sets of occluded features, float32 [B, n_classes]; for one call only.

    Who asks repeatedly keeps a :class:`SetEvaluator`, which prepares the patches once. ``masks``: bool [B,
    n_features], True = occluded, in the order of ``filler.numbers``.
    """
    return SetEvaluator(session, filler, preprocess, report=report).logits(masks, report)
