"""The sentences of the occlusion tab."""

import math
from dataclasses import dataclass

from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.results import FeatureSet
from deepintro_desktop.ui.widgets.words import numbers

ONE_PIECE = ("This feature is one piece", "Draw a line across it to cut it in two, or press Esc.")


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
        return NothingFound("Every feature is deleted", "Undo brings them back, or draw one.", ())
    used = found.parameters
    offers, advice = [], []
    reason = f"No region reaches {used.threshold:g} times the mean relevance."
    if found.largest_dropped > 0:
        reason = (
            f"The largest region has {found.largest_dropped} pixels, and the minimum size is {used.min_size}."
        )
        offers.append(Offer(f"Minimum size {found.largest_dropped}", "min_size", found.largest_dropped))
        advice.append(f"Lower the minimum size to {found.largest_dropped}")
    if found.suggested_threshold is not None:
        threshold = _rounded_down(found.suggested_threshold)
        offers.append(Offer(f"Threshold {threshold:g}", "threshold", threshold))
        advice.append(f"{'lower' if not advice else 'or'} the threshold to {threshold:g}")
    if not offers:
        reason = "Nothing in this picture speaks for the target class."
        advice.append("Choose another target class or another method")
    text = f"{reason} {', '.join(advice).capitalize()}."
    return NothingFound("No feature at this threshold", text, tuple(offers))


def _rounded_down(value: float) -> float:
    """Return two significant digits that do not exceed the value."""
    if value <= 0:
        return value
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return round(math.floor(value / step + 1e-9) * step, 10)


def predict_only(network: NetworkRecord) -> tuple[str, str]:
    """Say that and why a network cannot be explained."""
    return "This network can be predicted, but not explained", " ".join(network.manifest.unexplainable)


def feature_name(number: int) -> str:
    """Return what a feature is called that nobody gave a name."""
    return f"Feature {number}"


def small_shape(n_pixels: int, min_size: int) -> str:
    """Say that a drawn shape is smaller than what would be found; empty when it is not."""
    if n_pixels >= min_size:
        return ""
    count = "1 pixel" if n_pixels == 1 else f"{n_pixels} pixels"
    return f"It holds {count} of the network's input; features that are found have at least {min_size}."


def occluded_text(occluded: frozenset[int], n_features: int) -> str:
    """Say which features are occluded: ``features 1, 3 occluded``."""
    if not occluded:
        return "nothing occluded"
    if len(occluded) == n_features:
        return f"all {n_features} features occluded" if n_features > 1 else "feature 1 occluded"
    if len(occluded) > 8:
        return f"{len(occluded)} of {n_features} features occluded"
    return f"feature{'s' if len(occluded) > 1 else ''} {numbers(sorted(occluded))} occluded"
