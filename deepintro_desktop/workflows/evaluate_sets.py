"""Evaluations of feature sets, connected to a network in memory."""

from typing import TYPE_CHECKING

from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.progress import Report
from deepintro_desktop.workflows.stages import Regions

if TYPE_CHECKING:
    from deepintro_desktop.engine.occlusion import SetEvaluator


def evaluator(regions: Regions, fill: Fill, seed: int, report: Report) -> "SetEvaluator":
    """Return what answers bool masks [B, n_features] with probabilities, float64 [B, n_classes]."""
    from deepintro_desktop.engine.occlusion import SetEvaluator

    network = regions.of.network
    return SetEvaluator(
        network.session,
        regions.filler(fill, seed),
        regions.of.values,
        network.record.manifest.output_kind,
        report,
    )
