"""Small results made by hand, for tests of what shows them."""

from dataclasses import replace
from typing import Any

import numpy as np

from deepintro_desktop.core.boundary import BoundaryFrame, BoundaryImage, BoundaryResult
from deepintro_desktop.core.comparing import NetworkLook, NetworksCompared
from deepintro_desktop.core.earlier import (
    CompareRequest,
    Comparison,
    EarlierKind,
    EarlierResult,
    FeaturePair,
)
from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.records import (
    ImageRecord,
    Manifest,
    NetworkRecord,
    OutputKind,
    Parity,
    ProjectRecord,
    SpecificationSource,
)
from deepintro_desktop.core.requests import BoundaryRequest, ClusterRequest, ExplainRequest, SynthesiseRequest
from deepintro_desktop.core.results import (
    AnalysisResult,
    Answer,
    Certainty,
    ClassScore,
    Explanation,
    Feature,
    FeatureSet,
    Occlusion,
    Prediction,
    RelevanceMap,
)
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.core.synthesis import Layer, PreImage, SynthesisPreview, SynthesisResult

LABELS = ("apple", "bread", "cheese", "date", "egg", "fig")
SIDE = 60


def make_network(entry_id: str = "n1", name: str = "SqueezeNet v1.0", **manifest: Any) -> NetworkRecord:
    """Return the record of a network with six classes."""
    values: dict[str, Any] = {
        "format": "Caffe",
        "sha256": entry_id,
        "files": (),
        "specification": InputSpecification(SIDE, SIDE),
        "specification_source": SpecificationSource.FILE,
        "n_classes": len(LABELS),
        "labels": LABELS,
        "output_kind": OutputKind.LOGITS,
        "parity": Parity("opencv", 2.8e-6, 3e-6, 4),
    }
    return NetworkRecord(entry_id, name, Manifest(**{**values, **manifest}), entry_id)


def make_project(project_id: str = "p1", name: str = "My project", n_images: int = 0) -> ProjectRecord:
    """Return a project that was opened at noon."""
    noon = "2026-03-01T12:00:00+00:00"
    return ProjectRecord(project_id, name, noon, noon, n_images, n_images)


def make_image(entry_id: str = "i1", name: str = "chelsea.png", **values: Any) -> ImageRecord:
    """Return the record of an image."""
    return ImageRecord(entry_id, name, entry_id, 300, 451, "PNG", **values)


def make_picture(seed: int = 0, height: int = SIDE, width: int = SIDE) -> np.ndarray:
    """Return a smooth colourful picture, uint8 [height, width, 3]."""
    y, x = np.mgrid[0:height, 0:width] / max(height, width)
    channels = [np.sin(5 * x + seed), np.cos(4 * y + x), np.sin(3 * (x + y) + 2)]
    return (127 + 100 * np.stack(channels, -1)).astype(np.uint8)


def make_prediction(best: int = 0, probability: float = 0.8) -> Prediction:
    """Return a prediction whose best class has a probability; the others share the rest unequally."""
    weights = np.array([1 / (1 + (index - best) % len(LABELS)) ** 2 for index in range(len(LABELS))])
    weights[best] = 0.0
    probabilities = weights / weights.sum() * (1 - probability)
    probabilities[best] = probability
    logits = np.log(probabilities)
    order = np.argsort(-probabilities)[:5]
    top = tuple(ClassScore(int(i), LABELS[i], float(probabilities[i]), float(logits[i])) for i in order)
    return Prediction(top, logits, probabilities, LABELS)


def make_features(
    n_features: int = 3, parameters: ClusteringParameters | None = None, **values: Any
) -> FeatureSet:
    """Return square features along the diagonal, most relevant first."""
    labels_hw = np.zeros((SIDE, SIDE), np.int32)
    features = []
    step = SIDE // max(n_features, 1)
    side = max(step - 3, 1)
    for number in range(1, n_features + 1):
        y0 = x0 = (number - 1) * step
        labels_hw[y0 : y0 + side, x0 : x0 + side] = number
        box = (x0, y0, x0 + side, y0 + side)
        features.append(Feature(number, side * side, box, 0.3 / number))
    return FeatureSet(labels_hw, tuple(features), parameters or ClusteringParameters(), **values)


def make_relevance(target_index: int = 0, method: str = "lrp-alpha2-beta1") -> RelevanceMap:
    """Return a map with both signs."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    values = (np.sin(9 * x) * np.cos(7 * y)).astype(np.float32)
    return RelevanceMap(values / np.abs(values).sum(), method, target_index, None, 0.1)


def make_explanation(request: ExplainRequest, n_features: int = 3, **changes: Any) -> Explanation:
    """Return the explanation that a request asks for."""
    prediction = make_prediction()
    target_index = int(request.target or 0)
    explanation = Explanation(
        network=make_network(request.network),
        image=make_image(request.image),
        input_hwc_u8=make_picture(),
        prediction=prediction,
        target=prediction.score(target_index),
        relevance=make_relevance(target_index, request.method),
        features=make_features(n_features, request.clustering),
        fill=request.fill,
        seed=request.seed,
        alone_drops={number: 0.3 / number for number in range(1, n_features + 1)},
    )
    return replace(explanation, **changes)


def make_occlusion(occluded: tuple[int, ...], fill: Fill = Fill.PIXELISE) -> Occlusion:
    """Return the answer to a picture with features filled."""
    probability = 0.8 - 0.2 * len(occluded)
    return Occlusion(occluded, fill, make_picture(len(occluded)), make_prediction(0, max(probability, 0.05)))


def make_analysis(n_features: int = 3, *, finished: bool = True) -> AnalysisResult:
    """Return four answers, one of each certainty."""
    top = make_prediction(1, 0.5).top[0]
    everything = tuple(range(1, n_features + 1))
    certainty = Certainty.EXACT if finished else Certainty.BEST_FOUND
    return AnalysisResult(
        n_features=n_features,
        n_subsets=2**n_features,
        n_evaluated=6,
        seconds=1.0,
        original_probability=0.8,
        largest_change=Answer(everything, 0.1, top, Certainty.BEST_FOUND, 6),
        most_important=Answer((1,), 0.5, top, certainty, 3),
        minimum_to_keep=Answer((2,), 0.6, make_prediction().top[0], certainty, 6, 1),
        minimum_to_occlude=Answer(
            (), None, None, Certainty.IMPOSSIBLE if finished else Certainty.NONE_FOUND, 8
        ),
        alone=np.array([0.5, 0.6, 0.7, *[0.75] * n_features])[:n_features],
        shapley=np.zeros(n_features),
        shapley_exact=finished,
        shapley_error=np.zeros(n_features),
        interactions=np.zeros((n_features, n_features)),
        finished=finished,
    )


LAYERS = (
    Layer("conv", "Relu", (4, 30, 30), 2),
    Layer("pool", "MaxPool", (4, 15, 15), 4),
    Layer("logits", "Gemm", (6,), 60),
)


def make_preview(
    seeds: tuple[int, ...] = (0, 1), iteration: int = 5, n_iterations: int = 80
) -> SynthesisPreview:
    """Return images on their way."""
    pictures = np.stack([make_picture(seed) for seed in seeds])
    errors = np.array([0.5 + seed / 100 for seed in seeds]) / iteration
    return SynthesisPreview(pictures, errors, seeds, iteration, n_iterations)


def make_synthesis(request: SynthesiseRequest) -> SynthesisResult:
    """Return the images that a request asks for."""
    n = request.n_images
    images = tuple(
        PreImage(make_picture(seed), seed, 0.02 + seed / 1000)
        for seed in range(request.seed, request.seed + n)
    )
    errors = np.linspace(1.0, 0.02, 6)[:, None] * np.ones((1, n))
    layer = next(layer for layer in LAYERS if layer.name == (request.layer or "pool"))
    return SynthesisResult(layer, request.isolation, request.parameters, images, make_picture(9), errors, 1.5)


def make_boundary(request: BoundaryRequest, *, reached: bool = True) -> BoundaryResult:
    """Return the boundary images that a request asks for."""
    frames = tuple(BoundaryFrame(make_picture(step), (0.8 - 0.1 * step, 0.1 * step)) for step in range(4))
    images = tuple(
        BoundaryImage(make_picture(seed), seed, (0.5, 0.49), 0.001, 4.0, reached, frames)
        for seed in range(request.seed, request.seed + request.n_images)
    )
    a, b = (int(index) for index in request.classes)
    return BoundaryResult((a, b), request.parameters, images, 60, 2.0)


def make_earlier(
    entry_id: str = "e1", kind: EarlierKind = EarlierKind.ANALYSIS, **changes: Any
) -> EarlierResult:
    """Return an explanation that was made before."""
    result = make_analysis()
    names = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")
    values: dict[str, Any] = {
        "made": "2026-11-27T10:20:30+00:00",
        "source": ClusterRequest("sample", "s1", 0, "lrp-alpha2-beta1", ClusteringParameters()),
        "target_label": "apple, red apple",
        "provenance": {
            "network_sha256": "ab" * 32,
            "onnx_sha256": "cd" * 32,
            "image_sha256": "ef" * 32,
            "input": {"height": SIDE, "mean": [0.0, 1.5]},
            "device": "cpu",
            "gradient_device": "cpu",
            "versions": {"python": "3.12", "deepintro-desktop": "0.1.0", "torch": "2.9"},
            "date": "2026-11-27T10:20:30+00:00",
        },
    }
    if kind is not EarlierKind.RELEVANCE:
        values |= {"fill": Fill.PIXELISE, "n_features": 3}
    if kind is EarlierKind.ANALYSIS:
        values |= {
            "answers": {name: getattr(result, name) for name in names},
            "original_probability": 0.8,
            "n_evaluated": 8,
        }
    return EarlierResult(entry_id, kind, **{**values, **changes})


def make_comparison(request: CompareRequest) -> Comparison:
    """Return how two explanations agree."""
    found = [make_features(3) if has else None for has in request.with_features]
    maps = [make_relevance(source.target_index, source.method) for source in request.sources]
    pairs = (FeaturePair(1, 2, 0.75), FeaturePair(2, 1, 0.5))
    both = all(request.with_features)
    return Comparison(
        (make_picture(1, 240, 240), make_picture(2, 240, 240)),
        (maps[0], maps[1]),
        (found[0], found[1]),
        0.87,
        0.61 if both else None,
        pairs if both else (),
    )


def make_compared(one: NetworkRecord, other: NetworkRecord) -> NetworksCompared:
    """Return what two networks make of a picture."""
    looks = []
    for best, record in enumerate((one, other)):
        prediction = make_prediction(best)
        found = make_features(2 + best) if record.explainable else None
        method = "lrp-alpha2-beta1" if record.explainable else ""
        picture = make_picture(best, 240, 200 + 40 * best)
        looks.append(NetworkLook(record, prediction, prediction.top[0], method, found, picture))
    both = one.explainable and other.explainable
    return NetworksCompared((looks[0], looks[1]), 0.42 if both else None, 0.3 if both else None)
