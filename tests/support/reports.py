"""Reports made by hand, for tests of what writes them."""

from dataclasses import replace
from typing import Any

from deepintro_desktop.core.report import ReportCase, ReportData
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.core.results import AnalysisSpread, AnswerSpread
from deepintro_desktop.workflows.replay import replay_of
from support.results import LABELS, make_analysis, make_explanation, make_image, make_network, make_picture

MADE = "2026-11-28T08:06:00+00:00"


def make_case(
    name: str = "chelsea.png",
    *,
    labels: tuple[str, ...] = LABELS,
    n_features: int = 3,
    analysed: bool = True,
    source: bytes | None = None,
    image: dict[str, Any] | None = None,
) -> ReportCase:
    """Return one explanation with all that its chapter shows."""
    made = make_explanation(ExplainRequest("n1", "i1"), n_features)
    held = AnswerSpread(3, 0.1, 0.4)
    spread = AnalysisSpread(
        (("random", 1), ("blur", 0), ("random", 2), ("inpaint", 0)), held, held, held, held
    )
    analysis = replace(make_analysis(n_features), spread=spread) if analysed else None
    made = replace(
        made,
        network=make_network(labels=labels),
        image=replace(make_image(name=name), **(image or {})),
        target=replace(made.target, label=labels[made.target.index]),
        analysis=analysis,
    )
    found = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")
    answers = {key: made.input_hwc_u8 for key in found if analysis and getattr(analysis, key).found}
    return ReportCase(
        made,
        make_picture(height=40, width=50),
        answers,
        MADE,
        {"device": "cpu", "versions": {"numpy": "2.4.6"}},
        replay_of(made, 4 if analysed else 0, None).to_dict(),
        source=source,
    )


def make_data(*cases: ReportCase, **values: Any) -> ReportData:
    """Return a report of some explanations."""
    return ReportData(cases, MADE, "0.1.0", **values)
