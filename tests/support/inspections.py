"""Inspected networks and what preparations give, made by hand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from deepintro_desktop.core.inspection import (
    Candidate,
    FoundFile,
    Inspection,
    KeepRequest,
    Trial,
    TriedPicture,
    TryPictureRequest,
    TryRequest,
)
from deepintro_desktop.core.records import SourceFile, SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.results import ClassScore
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from support.results import LABELS, make_image, make_network, make_picture

CAFFE = InputSpecification(60, 60, order=ChannelOrder.BGR, mean=(104.0, 117.0, 123.0))
RAW = InputSpecification(60, 60)
UNIT = InputSpecification(60, 60, scale=1 / 255)
OPEN_CANDIDATES = (
    Candidate("caffe", CAFFE, usual=True),
    Candidate("raw", RAW),
    Candidate("zero-to-one", UNIT),
)


def make_inspection(
    path: Path = Path("deploy.prototxt"), *, is_open: bool = True, entry_id: str = "", **manifest: Any
) -> Inspection:
    """Return an inspection; ``is_open``: the files do not say how pixels are prepared."""
    source = SpecificationSource.GUESS if is_open else SpecificationSource.FILE
    files = (SourceFile("network", path.name, "a", 10), SourceFile("labels", "labels.txt", "b", 20))
    values = {"specification": CAFFE, "specification_source": source, "files": files, **manifest}
    record = replace(make_network(entry_id or f"visiting-{path.stem}", path.stem, **values), stored=False)
    parts = ("size", "channels", "order", "range", "mean", "std")
    sources = dict.fromkeys(parts, source) | dict.fromkeys(parts[:2], SpecificationSource.FILE)
    return Inspection(
        record,
        AddNetworkRequest(path),
        (FoundFile("network", path.name), FoundFile("labels", "labels.txt")),
        sources,
        OPEN_CANDIDATES if is_open else (Candidate("file", CAFFE, usual=True),),
    )


def make_answer(best: int, probability: float) -> tuple[ClassScore, ...]:
    """Return the answer of one picture: the best class and two others."""
    rest = (1 - probability) / 3
    others = [(best + step) % len(LABELS) for step in (1, 2)]
    pairs = ((best, probability), (others[0], rest), (others[1], rest / 2))
    return tuple(ClassScore(index, LABELS[index], value, 0.0) for index, value in pairs)


def make_trial(spec: InputSpecification, best: int, *probabilities: float) -> Trial:
    """Return a trial whose pictures all have the same best class."""
    ends = [(pixel * spec.scale - spec.mean[0]) / spec.std[0] for pixel in (0, 255)]
    answers = tuple(make_answer(best, probability) for probability in probabilities)
    mean = float(np.mean(probabilities)) if probabilities else None
    return Trial(spec, *ends, answers=answers, mean_best=mean)


def make_trials(request: TryRequest) -> tuple[Trial, ...]:
    """Return a trial for each specification: the first is the surest, each says another class."""
    n_pictures = len(request.pictures)
    return tuple(
        make_trial(spec, place, *((0.9 - 0.2 * place,) * n_pictures))
        for place, spec in enumerate(request.specifications)
    )


class FakeInspections:
    """The verbs that read networks without storing them; ``keep`` is told what is stored."""

    def __init__(self, keep: Any) -> None:
        self._keep = keep
        self.forgotten: list[str] = []
        self.kept: list[KeepRequest] = []
        self.is_open = True

    def catalogue(self) -> dict[str, Any]:
        """Return the verbs by name."""
        return {
            "inspect_network": lambda request, _context, _report: make_inspection(
                request.path, is_open=self.is_open
            ),
            "relabel_network": lambda request, _context, _report: request.inspection,
            "try_preparations": lambda request, _context, _report: make_trials(request),
            "try_picture": self._try_picture,
            "keep_network": self._store,
            "forget_inspected": lambda request, _context, _report: self.forgotten.append(request.id),
        }

    def _try_picture(self, request: TryPictureRequest, context: Any, report: Any) -> TriedPicture:
        record = make_image(f"visiting-{request.path.stem}", request.path.name)
        return TriedPicture(record, make_picture(5, 40, 40))

    def _store(self, request: KeepRequest, context: Any, report: Any) -> Any:
        self.kept.append(request)
        return self._keep(request)
