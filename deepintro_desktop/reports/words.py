"""The sentences of a report: numbers, answers, settings, limits."""

from collections.abc import Iterable, Mapping
from typing import Any

from deepintro_desktop.core.parameters import (
    FILL_LABELS,
    METHOD_LABELS,
    SEEDED_FILLS,
    ClusteringMethod,
    ClusteringParameters,
    Fill,
)
from deepintro_desktop.core.results import Answer, AnswerSpread, Certainty, Explanation
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import marked, translate

ANSWERS = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")

TITLES: Mapping[str, str] = {
    "largest_change": marked("Report", "Largest change"),
    "most_important": marked("Report", "Most important feature"),
    "minimum_to_keep": marked("Report", "Minimum to keep"),
    "minimum_to_occlude": marked("Report", "Minimum to occlude"),
}
QUESTIONS: Mapping[str, str] = {
    "largest_change": marked("Report", "Which features, occluded together, lower the probability most?"),
    "most_important": marked("Report", "Which single feature, occluded alone, lowers it most?"),
    "minimum_to_keep": marked("Report", "How few features are enough for the same answer?"),
    "minimum_to_occlude": marked("Report", "How few features must be occluded for another answer?"),
}
FILLS: Mapping[Fill, str] = {
    Fill.PIXELISE: marked("Report", "coarse blocks of random colours"),
    Fill.RANDOM: marked("Report", "random pixels"),
    Fill.RECTANGLE: marked("Report", "a rectangle of one colour around it"),
    Fill.CONSTANT: marked("Report", "the mean colour of the picture"),
    Fill.TRAINING_MEAN: marked("Report", "the mean colour of the pictures that the model learned from"),
    Fill.BLUR: marked("Report", "a strong blur"),
    Fill.INPAINT: marked("Report", "what surrounds it, carried on inwards"),
}
PATENTS = marked(
    "Report",
    "Layer-wise relevance propagation is patented (US 12061966, EP 3271863 B1, CA 2979579); its use is "
    "free of "
    "charge for personal and scientific purposes only.",
)
DISCLAIMER = marked("Report", "Not a medical device. Not for diagnosis or treatment.")


def percent(share: float) -> str:
    """Return a share as people read it: ``12.3 %``; nothing between 0 and 1 is rounded to either."""
    if 0.0 < share < 0.0005:
        return "<\u00a00.1\u00a0%"
    if 0.9995 <= share < 1.0:
        return ">\u00a099.9\u00a0%"
    return f"{100 * share:.1f}\u00a0%".replace("-", "−")


def change(difference: float) -> str:
    """Return a change of a probability in percentage points, with its sign."""
    points = round(100 * difference, 1)
    return f"{points:+.1f}".replace("-", "−") if points else "0.0"


def numbers(values: Iterable[int]) -> str:
    """Return feature numbers with commas, or a dash where there is none."""
    return ", ".join(map(str, values)) or "–"


def moment(iso: str) -> str:
    """Return a moment as ``2026-11-28 08:06 UTC``."""
    date, _, time = iso.partition("T")
    return f"{date} {time[:5]} UTC" if time else date


def answer_set(key: str, answer: Answer) -> str:
    """Say what an answer keeps or occludes."""
    if not answer.found:
        return "–"
    if not answer.features:
        return _tr("no feature")
    return (_tr("keep {0}") if key == "minimum_to_keep" else _tr("occlude {0}")).format(
        numbers(answer.features)
    )


def certainty(answer: Answer) -> str:
    """Say how sure an answer is."""
    bound = answer.lower_bound
    said = {
        Certainty.EXACT: _tr("exact: no set does better"),
        Certainty.BEST_FOUND: _tr("best of {0} sets that were tried"),
        Certainty.NONE_FOUND: _tr("none found among {0} sets that were tried"),
        Certainty.IMPOSSIBLE: _tr("impossible, whatever the set"),
    }[answer.certainty].format(answer.n_evaluated)
    if answer.certainty is Certainty.BEST_FOUND and bound:
        return _tr("{0}; fewer than {1} are proved not to do").format(said, bound)
    return said


def spread(found: AnswerSpread | None, n_all: int) -> str:
    """Say how an answer does with other fills."""
    if found is None:
        return "–"
    ends = _tr("{0} to {1}").format(percent(found.lowest), percent(found.highest))
    return _tr("holds in {0} of {1}, {2}").format(found.n_held, n_all, ends)


def settings(explanation: Explanation, budget: int | None, repeat: int) -> tuple[str, ...]:
    """Return every setting of an explanation in plain words."""
    fill, parameters = explanation.fill, explanation.features.parameters
    lines = [
        _tr("Method of the relevance map: {0} ({1}).").format(
            METHOD_LABELS[explanation.relevance.method], explanation.relevance.method
        ),
        *_clustering(parameters),
        _tr("An occluded feature is replaced by {0} (“{1}”).").format(
            _tr(FILLS[fill]), said(FILL_LABELS[fill])
        ),
    ]
    if fill in SEEDED_FILLS or explanation.analysis:
        lines.append(
            _tr("Random choices begin with the seed {0}, so that they can be repeated.").format(
                explanation.seed
            )
        )
    if explanation.analysis:
        limit = (
            _tr("The search evaluated as many sets of features as the program finds reasonable.")
            if budget is None
            else _tr("The search was allowed to evaluate {0} sets of features.").format(budget)
        )
        lines.append(limit)
    if repeat:
        again = _tr("Its answers were evaluated {0} times more, with other fills and seeds.")
        lines.append(again.format(repeat))
    if explanation.features.edits:
        lines.append(_tr("A person drew, merged, split, removed or named features."))
    return tuple(lines)


def _clustering(parameters: ClusteringParameters) -> tuple[str, ...]:
    kept = _tr("Pixels count when their relevance is above {0:g} times the mean.").format(
        parameters.threshold
    )
    if parameters.method is ClusteringMethod.K_MEANS:
        return kept, _tr("They are divided into {0} features by k-means.").format(parameters.n_clusters)
    near = _tr("Pixels at most {0:g} px apart belong to one feature, which has at least {1} pixels.").format(
        parameters.distance, parameters.min_size
    )
    if not parameters.merge_level:
        return kept, near
    merged = _tr("Neighbouring features are joined at merge level {0:g} (0 fine, 1 coarse).")
    return kept, near, merged.format(parameters.merge_level)


def limits(has_analysis: bool) -> tuple[str, ...]:
    """Return what such an explanation cannot tell, in honest words."""
    lines = [
        _tr(
            "Features are what the model finds important, not what a person would. They are not findings, "
            "and "
            "the model can be right for the wrong reason, or wrong with great certainty."
        ),
        _tr(
            "A probability is the model's own number. It is not the chance that the answer is true, "
            "and it "
            "means little for pictures unlike those that the model learned from."
        ),
        _tr(
            "Relevance depends on the method: another method shows another map of the same answer. Its "
            "places are "
            "as fine as the model's input, not as the picture."
        ),
        _tr(
            "An occluded picture is a picture that no camera took. How the model answers to it can also "
            "come from "
            "the filling; that is why other fills are tried."
        ),
    ]
    if has_analysis:
        lines.append(
            _tr(
                "“Best of …” means that no better set was among those tried. It is no proof that there is "
                "none; "
                "only “exact” and “impossible” are proved, and for these features and this fill alone."
            )
        )
    lines.append(_tr(DISCLAIMER))
    return tuple(lines)


def machine(origin: Mapping[str, Any]) -> str:
    """Say what computed."""
    device, gradients = str(origin.get("device", "")), str(origin.get("gradient_device", ""))
    if gradients and gradients != device:
        return _tr("{0}; relevance on {1}").format(device, gradients)
    return device


def _tr(text: str) -> str:
    return translate("Report", text)
