"""The main job: from a network and an image to relevance, features, occlusion and analysis."""

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AnalyseRequest, ClusterRequest, ExplainRequest
from deepintro_desktop.core.results import AnalysisResult, Explanation, NetworkInput, Occlusion
from deepintro_desktop.workflows.analyse import analyse_regions
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.drawn import kept_edits
from deepintro_desktop.workflows.loaded import check_method
from deepintro_desktop.workflows.occlude import drops_of, occlude_regions
from deepintro_desktop.workflows.provenance import provenance
from deepintro_desktop.workflows.stages import Regions, features, prediction, relevance, subject


def explain(request: ExplainRequest, context: Context, report: Report = SILENT) -> Explanation:
    """Explain one prediction.

    Partial results come through the report in this order: what the network sees, the prediction, the
    relevance map, the feature set, and, when an analysis is asked for, improving analysis results.

    Raises
    ------
    DeepIntroError
        When network, image, target, method or the numbers to occlude are at fault, or the map would be wrong.
    """
    check_method(request.method)
    loading, explaining, evaluating = report.split(2, 6, 2 if not request.analyse else 12)
    loading(0, 2, "Loading")
    of = subject(request.network, request.image, context)
    report.partial(NetworkInput(of.input_hwc_u8))
    loading(1, 2, "Predicting")
    whole = prediction(of)
    target = of.network.target(request.target, whole)
    report.partial(whole)
    explaining(0, 1, "Computing relevance")
    source, from_library = relevance(of, target.index, request.method, explaining)
    report.partial(source)
    edits = request.edits
    if edits is None:
        edits = kept_edits(of.network.record, of.image, context)
    found = features(of, source, request.clustering, request.seed, edits=edits)
    regions = Regions(of, source, found)
    report.partial(regions.found)
    evaluating(0, 1, "Evaluating features")
    occlusion, analysis = _evaluations(regions, request, evaluating)
    drops = _drops(regions, request, analysis, evaluating)
    return Explanation(
        network=of.network.record,
        image=of.image,
        input_hwc_u8=of.input_hwc_u8,
        prediction=whole,
        target=target,
        relevance=source,
        features=regions.found,
        fill=request.fill,
        seed=request.seed,
        alone_drops=drops,
        occlusion=occlusion,
        analysis=analysis,
        provenance=provenance(of.network, of.image, settings={**asdict(request), "edits": edits.to_dict()}),
        from_library=from_library,
    )


def _evaluations(
    regions: Regions, request: ExplainRequest, report: Report
) -> tuple[Occlusion | None, AnalysisResult | None]:
    """Do what of occlusion and analysis was asked for; faults of the numbers come before the long search."""
    occlusion = None
    if request.occlude:
        occlusion = occlude_regions(regions, request.occlude, request.fill, request.seed)
    if not request.analyse:
        return occlusion, None
    source = ClusterRequest(
        request.network,
        request.image,
        regions.relevance.target_index,
        request.method,
        request.clustering,
        regions.found.edits,
    )
    wanted = AnalyseRequest(source, request.fill, request.seed, request.budget, request.repeat)
    return occlusion, analyse_regions(regions, wanted, report)


def _drops(
    regions: Regions, request: ExplainRequest, analysis: AnalysisResult | None, report: Report
) -> Mapping[int, float]:
    """Return the drops of single features; an analysis has evaluated what its budget allowed, and no more."""
    if analysis is None:
        return drops_of(regions, request.fill, request.seed, report)
    numbers = (feature.number for feature in regions.found.features)
    drops = zip(numbers, analysis.original_probability - analysis.alone, strict=True)
    return {number: float(drop) for number, drop in drops if isfinite(drop)}
