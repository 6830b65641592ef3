"""The sentences of the occlusion tab."""

import math
from dataclasses import dataclass

from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.results import FeatureSet
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.widgets.words import numbers

ONE_PIECE = (
    marked("Occlusion", "This feature is one piece"),
    marked("Occlusion", "Draw a line across it to cut it in two, or press Esc."),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that would help: the words on its button, the parameter, the value."""

    label: str
    parameter: str
    value: float


@dataclass(frozen=True, slots=True)
class NothingFound:
    """Why no feature was found, and what would change that."""

    title: str
    text: str
    offers: tuple[Offer, ...]


def nothing_found(found: FeatureSet) -> NothingFound:
    """Say why a feature set is empty; name the control to move and offer the value."""
    if found.edits.removed and found.suggested_threshold == found.parameters.threshold:
        return NothingFound(_tr("Every feature is deleted"), _tr("Undo brings them back, or draw one."), ())
    used = found.parameters
    offers, advice = [], []
    reason = _tr("No region reaches {0:g} times the mean relevance.").format(used.threshold)
    if found.largest_dropped > 0:
        reason = _tr("The largest region has {0} pixels, and the minimum size is {1}.").format(
            found.largest_dropped, used.min_size
        )
        offers.append(
            Offer(_tr("Minimum size {0}").format(found.largest_dropped), "min_size", found.largest_dropped)
        )
        advice.append(_tr("Lower the minimum size to {0}").format(found.largest_dropped))
    if found.suggested_threshold is not None:
        threshold = _rounded_down(found.suggested_threshold)
        offers.append(Offer(_tr("Threshold {0:g}").format(threshold), "threshold", threshold))
        form = _tr("or the threshold to {0:g}") if advice else _tr("Lower the threshold to {0:g}")
        advice.append(form.format(threshold))
    if not offers:
        reason = _tr("Nothing in this picture speaks for the target class.")
        advice.append(_tr("Choose another target class or another method"))
    text = f"{reason} {', '.join(advice)}."
    return NothingFound(_tr("No feature at this threshold"), text, tuple(offers))


def _rounded_down(value: float) -> float:
    """Return two significant digits that do not exceed the value."""
    if value <= 0:
        return value
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return round(math.floor(value / step + 1e-9) * step, 10)


def nothing_left() -> tuple[str, str]:
    """Say that other features have taken what was occluded."""
    return _tr("Nothing is occluded any more"), _tr("The features are others now. Undo brings them back.")


def analysis_stopped() -> tuple[str, str]:
    """Say why an analysis ended before its time."""
    text = _tr("It belonged to the picture or the settings from before. Analyse again to have it here.")
    return _tr("Analysis stopped"), text


def predict_only(network: NetworkRecord) -> tuple[str, str]:
    """Say that and why a network cannot be explained."""
    return _tr("This network can be predicted, but not explained"), " ".join(
        map(said, network.manifest.unexplainable)
    )


def feature_name(number: int) -> str:
    """Return what a feature is called that nobody gave a name."""
    return _tr("Feature {0}").format(number)


def small_shape(n_pixels: int, min_size: int) -> str:
    """Say that a drawn shape is smaller than what would be found; empty when it is not."""
    if n_pixels >= min_size:
        return ""
    count = _tr("1 pixel") if n_pixels == 1 else _tr("{0} pixels").format(n_pixels)
    return _tr("It holds {0} of the network's input; features that are found have at least {1}.").format(
        count, min_size
    )


def occluded_text(occluded: frozenset[int], n_features: int) -> str:
    """Say which features are occluded: ``features 1, 3 occluded``."""
    if not occluded:
        return _tr("nothing occluded")
    if len(occluded) == n_features:
        return (
            _tr("all {0} features occluded").format(n_features)
            if n_features > 1
            else _tr("feature 1 occluded")
        )
    if len(occluded) > 8:
        return _tr("{0} of {1} features occluded").format(len(occluded), n_features)
    form = _tr("features {0} occluded") if len(occluded) > 1 else _tr("feature {0} occluded")
    return form.format(numbers(sorted(occluded)))


def _tr(text: str) -> str:
    return translate("Occlusion", text)
