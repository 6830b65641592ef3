"""The sentences of the synthesis tab."""

from collections.abc import Sequence

import numpy as np

from deepintro_desktop.core.synthesis import ISOLATION_LABELS, Goal, Isolation, Layer
from deepintro_desktop.ui.presenters.words import counted
from deepintro_desktop.ui.tabs.synthesis.state import Recipe, quality_of
from deepintro_desktop.ui.widgets.words import duration, grouped


def subject_name(number: int) -> str:
    """Return what images are made of: ``Feature 1``, ``Whole image``."""
    return f"Feature {number}" if number else "Whole image"


def share_text(share: float) -> str:
    """Return a share with three digits that count: ``20.7 %``, ``0.0213 %``."""
    return f"{100 * share:#.3g}".removesuffix(".") + "\u00a0%"


def number_text(value: float) -> str:
    """Return an activation with three digits that count, without powers of ten: ``4 490``, ``12.3``."""
    return grouped(round(value)) if abs(value) >= 1000 else f"{value:#.3g}".removesuffix(".")


def error_text(goal: Goal, error: float) -> str:
    """Return how good an image is: ``20.7 % error``, or ``act. 12.3`` of a maximisation."""
    if goal is Goal.MAXIMISE:
        return f"act. {number_text(-error)}"
    if goal is Goal.CARICATURE:
        return f"{share_text(error)} away"
    return f"{share_text(error)} error"


def curve_title(goal: Goal) -> str:
    """Return what the curve shows."""
    return {
        Goal.MATCH: "Error while growing",
        Goal.CARICATURE: "Distance from the picture while growing",
        Goal.MAXIMISE: "Activation while growing",
    }[goal]


def layer_text(layer: Layer) -> str:
    """Say how large a layer's representation is and what to expect of it."""
    values = f"{grouped(layer.n_values)} values"
    if layer.is_spatial:
        channels, height, width = layer.shape
        size = f"{grouped(channels)} channels of {height} × {width}, {values}."
        return f"{size} Deeper layers keep the idea and lose the place."
    return f"{values}, without places: it keeps what is there, hardly where."


def recipe_text(number: int, recipe: Recipe) -> str:
    """Say what a gallery shows: ``feature 1, fire6/concat, resized``."""
    parts = [f"feature {number}" if number else "whole image", recipe.layer]
    if recipe.isolation is not Isolation.WHOLE:
        parts.append(ISOLATION_LABELS[recipe.isolation].lower())
    if recipe.parameters.goal is not Goal.MATCH:
        parts.append(goal_text(recipe))
    return ", ".join(part for part in parts if part)


def goal_text(recipe: Recipe) -> str:
    """Say a goal that is not the usual one."""
    if recipe.parameters.goal is Goal.MAXIMISE:
        return f"maximises unit {recipe.parameters.unit}"
    return "caricature"


def earlier_text(recipe: Recipe) -> str:
    """Say how images were made before: ``fire6/concat, resized, draft quality``."""
    parts = [recipe.layer]
    if recipe.isolation is not Isolation.WHOLE:
        parts.append(ISOLATION_LABELS[recipe.isolation].lower())
    if recipe.parameters.goal is not Goal.MATCH:
        parts.append(goal_text(recipe))
    quality = quality_of(recipe.parameters.n_iterations)
    parts.append(f"{quality} quality" if quality else f"{recipe.parameters.n_iterations} iterations")
    parts.append(f"detail {recipe.parameters.detail:.0%}".replace("%", "\u00a0%"))
    return ", ".join(parts)


def earlier_title(n_images: int) -> str:
    """Say how many there are."""
    return counted(n_images, "earlier image", "earlier images")


def plan_text(n_images: int, n_there: int, seconds: float) -> str:
    """Announce the time: ``4 images: about 32 s``, or ``4 more: about 32 s``."""
    what = counted(n_images, "image", "images") if not n_there else f"{n_images} more"
    return f"{what}: about {duration(max(seconds, 1.0))}"


_WHAT_BECAME: dict[Isolation, str] = {
    Isolation.WHOLE: "The whole image",
    Isolation.IN_PLACE: "{0} where it is, in noise",
    Isolation.CENTRED: "{0} in the middle of noise",
    Isolation.RESIZED: "{0} alone, scaled to {1}",
}


def target_text(number: int, recipe: Recipe, size: str) -> str:
    """Say what the layer was given, and what the images are to it."""
    given = _WHAT_BECAME[recipe.isolation].format(subject_name(number), size)
    if recipe.parameters.goal is Goal.MAXIMISE:
        return f"{given}. The images excite unit {recipe.parameters.unit} of {recipe.layer} more."
    if recipe.parameters.goal is Goal.CARICATURE:
        return f"{given}. The images show more of what {recipe.layer} finds in it."
    return f"{given}. Every image in the gallery looks like this to {recipe.layer}."


def foot_texts(goal: Goal, errors: Sequence[float], n_growing: int) -> tuple[str, str, str]:
    """Return what stands in the foot: how many, mean and spread, range."""
    n_all = len(errors) + n_growing
    left = f"{len(errors)} of {n_all} finished" if n_growing else counted(n_all, "image", "images")
    if not errors:
        return (left, "", "")
    mean, low, high = float(np.mean(errors)), min(errors), max(errors)
    if goal is Goal.MAXIMISE:
        mean, low, high = -mean, -high, -low
        spread = f", spread {number_text(float(np.std(errors, ddof=1)))}" if len(errors) > 1 else ""
        ends = f"{number_text(low)} to {number_text(high)}" if len(errors) > 1 else ""
        return (left, f"mean activation {number_text(mean)}{spread}", ends)
    spread = f", spread {100 * np.std(errors, ddof=1):.2g} points" if len(errors) > 1 else ""
    ends = f"{share_text(low)} to {share_text(high)}" if len(errors) > 1 else ""
    return (left, f"mean error {share_text(mean)}{spread}", ends)
