"""Switch features off and ask the network again."""

from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import OccludeRequest
from deepintro_desktop.core.results import Occlusion
from deepintro_desktop.workflows import stored
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.evaluate_sets import evaluator
from deepintro_desktop.workflows.stages import Regions, check_numbers, prediction, resolve


def occlude(request: OccludeRequest, context: Context, report: Report = SILENT) -> Occlusion:
    """Return the picture with the features of the request filled, and the network's answer to it."""
    regions = resolve(request.source, context, report, request.seed)
    return occlude_regions(regions, request.occlude, request.fill, request.seed)


def occlude_regions(regions: Regions, numbers: tuple[int, ...], fill: Fill, seed: int) -> Occlusion:
    """Fill features of regions that are at hand and predict."""
    chosen = check_numbers(numbers, regions.found)
    filled = regions.filler(fill, seed).apply(chosen)
    answer = regions.of.predict(filled) if chosen else prediction(regions.of)
    return Occlusion(chosen, fill, filled, answer)


def drops_alone(request: OccludeRequest, context: Context, report: Report = SILENT) -> dict[int, float]:
    """Return, for each feature, how far the target's probability falls when only it is occluded."""
    regions = resolve(request.source, context, report, request.seed)
    return drops_of(regions, request.fill, request.seed, report)


def drops_of(regions: Regions, fill: Fill, seed: int, report: Report = SILENT) -> dict[int, float]:
    """Return feature number -> drop of the target's probability (negative: it rises)."""
    import numpy as np

    numbers = [feature.number for feature in regions.found.features]
    if not numbers:
        return {}
    key = regions.key(fill, seed)
    known = stored.load_drops(regions.of, key)
    if known is not None:
        return known
    target = regions.relevance.target_index
    original = prediction(regions.of).probabilities[target]
    alone = evaluator(regions, fill, seed, report)(np.eye(len(numbers), dtype=bool))[:, target]
    drops = {number: float(original - value) for number, value in zip(numbers, alone, strict=True)}
    stored.store_drops(regions.of, key, drops, regions.found.edits)
    return drops
