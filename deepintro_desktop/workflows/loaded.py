"""A network in memory: its session for predictions and its graph for relevance, each made at first use."""

from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import ExplanationRefusedError, WrongRequestError
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.results import ClassScore, Prediction
from deepintro_desktop.workflows.memo import Memo

if TYPE_CHECKING:
    from deepintro_desktop.engine.graph.graph import ExplainableGraph
    from deepintro_desktop.engine.relevance import PreparedComposite
    from deepintro_desktop.engine.runtime import InferenceSession

N_TOP = 5
N_METHODS_IN_MEMORY = 1
"""Prepared weights can be twice as large as the network."""


@dataclass
class LoadedNetwork:
    """A network that is ready to work.

    Parameters
    ----------
    record : NetworkRecord
        What is known about it.
    onnx : bytes
        The stored network, ending in logits.
    device : str
        Where to compute.
    """

    record: NetworkRecord
    onnx: bytes
    device: str
    _lock: RLock = field(default_factory=RLock, repr=False)
    _prepared: Memo = field(default_factory=lambda: Memo(N_METHODS_IN_MEMORY), repr=False)

    @cached_property
    def session(self) -> "InferenceSession":
        """The onnxruntime session: prediction, occlusion and analysis."""
        from deepintro_desktop.engine.runtime import InferenceSession

        with self._lock:
            return InferenceSession(self.onnx, self.device)

    def devices(self) -> dict[str, str]:
        """Return where predictions (``device``) and, if there were any, gradients were computed."""
        from deepintro_desktop.engine.runtime import torch_device

        found = {"device": self.session.device if "session" in vars(self) else self.device}
        if "_canonical" in vars(self):
            found["gradient_device"] = str(torch_device(self.device))
        return found

    @property
    def graph(self) -> "ExplainableGraph":
        """The graph for gradients and relevance; raises ``ExplanationRefusedError`` with all reasons."""
        return self._canonical[0]

    @property
    def graph_notes(self) -> tuple[str, ...]:
        """What could not be brought into the canonical form, so that relevance is less certain there."""
        return self._canonical[1]

    @cached_property
    def _canonical(self) -> "tuple[ExplainableGraph, tuple[str, ...]]":
        from deepintro_desktop.engine.graph.canonicalise import canonicalise
        from deepintro_desktop.engine.graph.graph import ExplainableGraph
        from deepintro_desktop.engine.runtime import torch_device

        reasons = self.record.manifest.unexplainable
        if reasons:
            raise ExplanationRefusedError(
                f"{self.record.name} can be predicted, but not explained.",
                " ".join(reasons),
                "Prediction and occlusion work as usual.",
                reasons=reasons,
            )
        with self._lock:
            graph, notes = canonicalise(ExplainableGraph.from_onnx(self.onnx))
            return graph.to(device=torch_device(self.device)), notes

    def prepared(self, method: str) -> "PreparedComposite | None":
        """Return the weights that a relevance method works with; None for methods that need none."""
        from deepintro_desktop.engine.relevance import PreparedComposite, composite, names

        if method not in names():
            return None
        return self._prepared.get(method, lambda: PreparedComposite(self.graph, composite(method)))

    def predict(self, logits: NDArray[np.float32], n_top: int = N_TOP) -> Prediction:
        """Word one row of logits, float [n_classes], as a prediction with its best classes."""
        from deepintro_desktop.engine.runtime import probabilities

        manifest = self.record.manifest
        chances = probabilities(logits[None], manifest.output_kind)[0]
        best = np.argsort(-chances, kind="stable")[:n_top]
        top = tuple(
            ClassScore(int(i), manifest.label(int(i)), float(chances[i]), float(logits[i])) for i in best
        )
        return Prediction(top, np.asarray(logits, np.float64), chances, manifest.labels)

    def target(self, wanted: str, prediction: Prediction) -> ClassScore:
        """Resolve a class given by index or label (empty: the top class).

        Raises
        ------
        WrongRequestError
            When there is no such class.
        """
        wanted = wanted.strip()
        if not wanted:
            return prediction.top[0]
        manifest = self.record.manifest
        if wanted.isdecimal() and int(wanted) < manifest.n_classes:
            return prediction.score(int(wanted))
        if wanted in manifest.labels:
            return prediction.score(manifest.labels.index(wanted))
        matches = [i for i, label in enumerate(manifest.labels) if _is_called(label, wanted)]
        if len(matches) == 1:
            return prediction.score(matches[0])
        raise WrongRequestError(
            f"There is no class {wanted!r} in {self.record.name}.",
            f"It has {manifest.n_classes} classes, numbered 0 to {manifest.n_classes - 1}.",
            "Give one of these numbers or a label that only one class has.",
        )


def _is_called(label: str, wanted: str) -> bool:
    """Tell whether a label, or a synonym between its commas, is the wanted word; case is ignored."""
    names = {label.casefold(), *(part.strip().casefold() for part in label.split(","))}
    return wanted.casefold() in names


def check_method(method: str) -> None:
    """Raise ``WrongRequestError`` when no attribution method has this name."""
    if method not in METHOD_LABELS:
        raise WrongRequestError(
            f"There is no method {method!r}.", "", f"Choose one of: {', '.join(METHOD_LABELS)}."
        )
