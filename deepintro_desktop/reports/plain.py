"""The JSON of explanations: a contract that other tools rely on. Fields may be added, none changes."""

from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.records import ImageRecord, NetworkRecord, Parity
from deepintro_desktop.core.results import (
    AnalysisResult,
    AnalysisSpread,
    Answer,
    AnswerSpread,
    ClassScore,
    Explanation,
    Feature,
    RelevanceMap,
)


def explanation_json(explanation: Explanation, files: dict[str, str]) -> dict[str, Any]:
    """Return the object; numbers are plain floats, sets are lists of feature numbers."""
    occlusion, analysis = explanation.occlusion, explanation.analysis
    return {
        "network": network_json(explanation.network),
        "image": image_json(explanation.image),
        "target": score_json(explanation.target),
        "top": [score_json(score) for score in explanation.prediction.top],
        "relevance": _relevance(explanation.relevance),
        "features": [_feature(feature, explanation) for feature in explanation.features.features],
        "occluded": {
            "features": list(occlusion.occluded) if occlusion else [],
            "top": [score_json(score) for score in (occlusion or explanation).prediction.top],
        },
        "analysis": _analysis(analysis) if analysis else None,
        "files": files,
        "seed": explanation.seed,
        "fill": explanation.fill.value,
        "from_library": explanation.from_library,
        "provenance": _plain(explanation.provenance),
    }


def _relevance(relevance: RelevanceMap) -> dict[str, Any]:
    ledger = relevance.ledger
    return {
        "method": relevance.method,
        "sum": float(relevance.values_hw.sum(dtype="float64")),
        "absolute_sum": ledger.absolute_sum if ledger else None,
        "largest_ledger_error": ledger.largest_error if ledger else None,
        "losses": dict(ledger.losses) if ledger else {},
        "warnings": list(ledger.warnings) if ledger else [],
        "seconds": relevance.seconds,
    }


def _feature(feature: Feature, explanation: Explanation) -> dict[str, Any]:
    own: dict[str, Any] = {"drawn": True} if feature.drawn else {}
    if feature.name:
        own["name"] = feature.name
    return {
        "number": feature.number,
        "pixels": feature.n_pixels,
        "box": list(feature.box),
        "relevance": feature.relevance,
        "drop": explanation.alone_drops.get(feature.number),
        **own,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "features": list(answer.features),
        "probability": answer.probability,
        "top": score_json(answer.top) if answer.top else {},
        "certainty": answer.certainty.value,
        "lower_bound": answer.lower_bound,
        "evaluated": answer.n_evaluated,
    }


def _analysis(analysis: AnalysisResult) -> dict[str, Any]:
    return {
        "subsets": _count(analysis.n_subsets),
        "evaluated": analysis.n_evaluated,
        "seconds": analysis.seconds,
        "largest_change": _answer(analysis.largest_change),
        "most_important": _answer(analysis.most_important),
        "minimum_to_keep": _answer(analysis.minimum_to_keep),
        "minimum_to_occlude": _answer(analysis.minimum_to_occlude),
        "shapley": _numbers(analysis.shapley),
        "shapley_exact": analysis.shapley_exact,
        "shapley_error": _numbers(analysis.shapley_error),
        "interactions": [_numbers(row) for row in analysis.interactions],
        "spread": _spread(analysis.spread) if analysis.spread else None,
    }


def _spread(spread: AnalysisSpread) -> dict[str, Any]:
    def answer(found: AnswerSpread | None) -> dict[str, Any] | None:
        return {"held": found.n_held, "lowest": found.lowest, "highest": found.highest} if found else None

    return {
        "repetitions": [{"fill": fill, "seed": seed} for fill, seed in spread.repetitions],
        "largest_change": answer(spread.largest_change),
        "most_important": answer(spread.most_important),
        "minimum_to_keep": answer(spread.minimum_to_keep),
        "minimum_to_occlude": answer(spread.minimum_to_occlude),
    }


def _count(number: int) -> int | float | None:
    """Return a count as every JSON reader takes it: beyond 2⁵³ as a float, beyond all floats as null."""
    if number <= 2**53:
        return number
    return float(number) if number.bit_length() <= 1023 else None


def _numbers(values: NDArray[np.float64]) -> list[float | None]:
    """Return a list for JSON, where what is not known (the budget was too small) is null."""
    return [float(value) if np.isfinite(value) else None for value in values]


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    return value


def network_json(record: NetworkRecord) -> dict[str, Any]:
    """Return what JSON says of a network."""
    manifest = record.manifest
    return {
        "id": record.id,
        "name": record.name,
        "sha256": manifest.sha256,
        "format": manifest.format,
        "input": manifest.specification.to_dict() | {"source": manifest.specification_source.value},
        "n_classes": manifest.n_classes,
        "output": manifest.output_kind.value,
        "explainable": record.explainable,
        "unexplainable": list(manifest.unexplainable),
        "default_method": manifest.default_method,
        "parity": manifest.parity and _parity_json(manifest.parity),
        "imported": record.added or None,
        "choices": [
            {
                "what": choice.what,
                "used": choice.used,
                "others": list(choice.others),
                "guessed": choice.guessed,
            }
            for choice in manifest.choices
        ],
        "files": [
            {"role": file.role, "name": file.name, "sha256": file.sha256, "bytes": file.n_bytes}
            for file in manifest.files
        ],
        "notes": list(manifest.notes),
    }


def _parity_json(parity: Parity) -> dict[str, Any]:
    return {
        "runtime": parity.runtime,
        "max_abs_difference": parity.max_abs_difference,
        "max_relative_difference": parity.max_relative_difference,
        "n_probes": parity.n_probes,
    }


def image_json(record: ImageRecord) -> dict[str, Any]:
    """Return what JSON says of an image."""
    return {
        "id": record.id,
        "name": record.name,
        "sha256": record.sha256,
        "height": record.height,
        "width": record.width,
        "kind": record.kind,
        "facts": dict(record.facts),
        "view": record.view.to_dict(),
    }


def score_json(score: ClassScore) -> dict[str, Any]:
    """Return what JSON says of one class; a logit that is not finite (probability 0) is null."""
    values = {"index": score.index, "label": score.label, "probability": score.probability}
    if score.logit is None:
        return values
    return values | {"logit": score.logit if isfinite(score.logit) else None}
