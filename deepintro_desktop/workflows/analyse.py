"""Search the subsets of features for the four metrics."""

from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AnalyseRequest
from deepintro_desktop.core.results import AnalysisResult
from deepintro_desktop.workflows import stored
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.evaluate_sets import evaluator
from deepintro_desktop.workflows.stages import Regions, prediction, resolve


def analyse(request: AnalyseRequest, context: Context, report: Report = SILENT) -> AnalysisResult:
    """Return the four metrics for the features of the request; partial results come through the report."""
    regions = resolve(request.source, context, report, request.seed)
    return analyse_regions(regions, request.fill, request.seed, request.budget, report)


def stored_analysis(
    request: AnalyseRequest, context: Context, report: Report = SILENT
) -> AnalysisResult | None:
    """Return the analysis that was finished before for the same request, or None; computes nothing long."""
    regions = resolve(request.source, context, report, request.seed)
    return stored.load_analysis(regions.of, _key(regions, request.fill, request.seed, request.budget))


def _key(regions: Regions, fill: Fill, seed: int, budget: int | None) -> dict[str, object]:
    return {**regions.key(fill, seed), "budget": budget}


def analyse_regions(
    regions: Regions, fill: Fill, seed: int, budget: int | None, report: Report = SILENT
) -> AnalysisResult:
    """Analyse features that are at hand."""
    from deepintro_desktop.engine.analysis import analyse as search

    key = _key(regions, fill, seed, budget)
    known = stored.load_analysis(regions.of, key)
    if known is not None:
        return known
    whole = prediction(regions.of)
    result = search(
        evaluator(regions, fill, seed, report),
        len(regions.found.features),
        regions.relevance.target_index,
        original=whole,
        budget=budget,
        seed=seed,
        report=report,
    )
    stored.store_analysis(regions.of, key, result)
    return result
