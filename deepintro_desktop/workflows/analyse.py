"""Search the subsets of features for the four metrics, and see whether the answers hold with other fills."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, islice

from deepintro_desktop.core.parameters import SEEDED_FILLS, Fill
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AnalyseRequest
from deepintro_desktop.core.results import AnalysisResult, AnalysisSpread
from deepintro_desktop.workflows import stored
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.evaluate_sets import evaluator
from deepintro_desktop.workflows.stages import Regions, knows_training_mean, prediction, resolve


def analyse(request: AnalyseRequest, context: Context, report: Report = SILENT) -> AnalysisResult:
    """Return the four metrics for the features of the request; partial results come through the report."""
    regions = resolve(request.source, context, report, request.seed)
    return analyse_regions(regions, request, report)


def stored_analysis(
    request: AnalyseRequest, context: Context, report: Report = SILENT
) -> AnalysisResult | None:
    """Return the analysis that was finished before for the same request, or None; computes nothing long.

    Its spread is there when it was finished, too.
    """
    regions = resolve(request.source, context, report, request.seed)
    result = stored.load_analysis(regions.of, _key(regions, request))
    if result is None or not request.repeat:
        return result
    return replace(result, spread=stored.load_spread(regions.of, _spread_key(regions, request)))


def analyse_regions(regions: Regions, request: AnalyseRequest, report: Report = SILENT) -> AnalysisResult:
    """Analyse features that are at hand; ``request.source`` is not looked at."""
    searching, repeating = report.split(4, 1) if request.repeat else (report, SILENT)
    result = _searched(regions, request, searching)
    if not request.repeat or not result.n_features:
        return result
    report.partial(result)
    return replace(result, spread=_spread(regions, request, result, repeating))


def repetitions(fill: Fill, seed: int, n: int, fills: Sequence[Fill]) -> tuple[tuple[Fill, int], ...]:
    """Return ``n`` other ways to fill: each of the other fills once, then the seeded ones with new seeds."""
    others = ((other, seed) for other in fills if other is not fill)
    reseeded = ((other, seed + step) for step in count(1) for other in SEEDED_FILLS)
    return tuple(islice(chain(others, reseeded), n))


def _fills(regions: Regions) -> list[Fill]:
    """Return the fills that are possible: the mean colour of the training is not always known."""
    record = regions.of.network.record
    return [fill for fill in Fill if fill is not Fill.TRAINING_MEAN or knows_training_mean(record)]


def _key(regions: Regions, request: AnalyseRequest) -> dict[str, object]:
    return {**regions.key(request.fill, request.seed), "budget": request.budget}


def _spread_key(regions: Regions, request: AnalyseRequest) -> dict[str, object]:
    return {**_key(regions, request), "repeat": request.repeat}


def _searched(regions: Regions, request: AnalyseRequest, report: Report) -> AnalysisResult:
    from deepintro_desktop.engine.analysis import analyse as search

    key = _key(regions, request)
    known = stored.load_analysis(regions.of, key)
    if known is not None:
        return known
    result = search(
        evaluator(regions, request.fill, request.seed, report),
        len(regions.found.features),
        regions.relevance.target_index,
        original=prediction(regions.of),
        budget=request.budget,
        seed=request.seed,
        report=report,
    )
    stored.store_analysis(regions.of, key, result, regions.found.edits)
    return result


def _spread(
    regions: Regions, request: AnalyseRequest, result: AnalysisResult, report: Report
) -> AnalysisSpread:
    from deepintro_desktop.engine.analysis import Evaluate, spread

    key = _spread_key(regions, request)
    known = stored.load_spread(regions.of, key)
    if known is not None:
        return known
    ways = repetitions(request.fill, request.seed, request.repeat, _fills(regions))

    def evaluations() -> Iterator[tuple[tuple[str, int], Evaluate]]:
        for index, (fill, seed) in enumerate(ways):
            report(index, len(ways), f"Repetition {index + 1} of {len(ways)}")
            yield (fill.value, seed), evaluator(regions, fill, seed, report)

    found = spread(result, regions.relevance.target_index, evaluations())
    stored.store_spread(regions.of, key, found)
    return found
