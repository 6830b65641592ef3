"""The sentences of the synthesis tab."""

from collections.abc import Sequence

import numpy as np

from deepintro_desktop.core.said import said
from deepintro_desktop.core.synthesis import ISOLATION_LABELS, Goal, Isolation, Layer
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.words import counted, inside
from deepintro_desktop.ui.tabs.making import Quality
from deepintro_desktop.ui.tabs.synthesis.state import Recipe, quality_of
from deepintro_desktop.ui.widgets.words import duration, grouped


def subject_name(number: int) -> str:
    """Return what images are made of: ``Feature 1``, ``Whole image``."""
    return _tr("Feature {0}").format(number) if number else _tr("Whole image")


def share_text(share: float) -> str:
    """Return a share with three digits that count: ``20.7 %``, ``0.0213 %``."""
    return f"{100 * share:#.3g}".removesuffix(".") + "\u00a0%"


def number_text(value: float) -> str:
    """Return an activation with three digits that count, without powers of ten: ``4 490``, ``12.3``."""
    return grouped(round(value)) if abs(value) >= 1000 else f"{value:#.3g}".removesuffix(".")


def error_text(goal: Goal, error: float) -> str:
    """Return how good an image is: ``20.7 % error``, or ``act. 12.3`` of a maximisation."""
    if goal is Goal.MAXIMISE:
        return _tr("act. {0}").format(number_text(-error))
    if goal is Goal.CARICATURE:
        return _tr("{0} away").format(share_text(error))
    return _tr("{0} error").format(share_text(error))


def curve_title(goal: Goal) -> str:
    """Return what the curve shows."""
    return {
        Goal.MATCH: _tr("Error while growing"),
        Goal.CARICATURE: _tr("Distance from the picture while growing"),
        Goal.MAXIMISE: _tr("Activation while growing"),
    }[goal]


def layer_text(layer: Layer) -> str:
    """Say how large a layer's representation is and what to expect of it."""
    values = _tr("{0} values").format(grouped(layer.n_values))
    if layer.is_spatial:
        channels, height, width = layer.shape
        size = _tr("{0} channels of {1} × {2}, {3}.").format(grouped(channels), height, width, values)
        return _tr("{0} Deeper layers keep the idea and lose the place.").format(size)
    return _tr("{0}, without places: it keeps what is there, hardly where.").format(values)


def recipe_text(number: int, recipe: Recipe) -> str:
    """Say what a gallery shows: ``feature 1, fire6/concat, resized``."""
    parts = [_tr("feature {0}").format(number) if number else _tr("whole image"), recipe.layer]
    if recipe.isolation is not Isolation.WHOLE:
        parts.append(inside(said(ISOLATION_LABELS[recipe.isolation])))
    if recipe.parameters.goal is not Goal.MATCH:
        parts.append(goal_text(recipe))
    return ", ".join(part for part in parts if part)


def goal_text(recipe: Recipe) -> str:
    """Say a goal that is not the usual one."""
    if recipe.parameters.goal is Goal.MAXIMISE:
        return _tr("maximises unit {0}").format(recipe.parameters.unit)
    return _tr("caricature")


def earlier_text(recipe: Recipe) -> str:
    """Say how images were made before: ``fire6/concat, resized, draft quality``."""
    parts = [recipe.layer]
    if recipe.isolation is not Isolation.WHOLE:
        parts.append(inside(said(ISOLATION_LABELS[recipe.isolation])))
    if recipe.parameters.goal is not Goal.MATCH:
        parts.append(goal_text(recipe))
    quality = quality_of(recipe.parameters.n_iterations)
    n_iterations = _tr("{0} iterations").format(recipe.parameters.n_iterations)
    parts.append(_tr(_QUALITIES[quality]) if quality else n_iterations)
    parts.append(_tr("detail {0:.0%}").format(recipe.parameters.detail).replace("%", "\u00a0%"))
    return ", ".join(parts)


def earlier_title(n_images: int) -> str:
    """Say how many there are."""
    return counted(n_images, _tr("earlier image"), _tr("earlier images"))


def plan_text(n_images: int, n_there: int, seconds: float) -> str:
    """Announce the time: ``4 images: about 32 s``, or ``4 more: about 32 s``."""
    what = counted(n_images, _tr("image"), _tr("images")) if not n_there else _tr("{0} more").format(n_images)
    return _tr("{0}: about {1}").format(what, duration(max(seconds, 1.0)))


_QUALITIES = {
    Quality.DRAFT: marked("Synthesis", "draft quality"),
    Quality.STANDARD: marked("Synthesis", "standard quality"),
    Quality.FINE: marked("Synthesis", "fine quality"),
}
_WHAT_BECAME: dict[Isolation, str] = {
    Isolation.WHOLE: marked("Synthesis", "The whole image"),
    Isolation.IN_PLACE: marked("Synthesis", "{0} where it is, in noise"),
    Isolation.CENTRED: marked("Synthesis", "{0} in the middle of noise"),
    Isolation.RESIZED: marked("Synthesis", "{0} alone, scaled to {1}"),
}


def target_text(number: int, recipe: Recipe, size: str) -> str:
    """Say what the layer was given, and what the images are to it."""
    given = _tr(_WHAT_BECAME[recipe.isolation]).format(subject_name(number), size)
    if recipe.parameters.goal is Goal.MAXIMISE:
        return _tr("{0}. The images excite unit {1} of {2} more.").format(
            given, recipe.parameters.unit, recipe.layer
        )
    if recipe.parameters.goal is Goal.CARICATURE:
        return _tr("{0}. The images show more of what {1} finds in it.").format(given, recipe.layer)
    return _tr("{0}. Every image in the gallery looks like this to {1}.").format(given, recipe.layer)


def foot_texts(goal: Goal, errors: Sequence[float], n_growing: int) -> tuple[str, str, str]:
    """Return what stands in the foot: how many, mean and spread, range."""
    n_all = len(errors) + n_growing
    left = (
        _tr("{0} of {1} finished").format(len(errors), n_all)
        if n_growing
        else counted(n_all, _tr("image"), _tr("images"))
    )
    if not errors:
        return (left, "", "")
    mean, low, high = float(np.mean(errors)), min(errors), max(errors)
    if goal is Goal.MAXIMISE:
        mean, low, high = -mean, -high, -low
        spread = (
            _tr(", spread {0}").format(number_text(float(np.std(errors, ddof=1)))) if len(errors) > 1 else ""
        )
        ends = _tr("{0} to {1}").format(number_text(low), number_text(high)) if len(errors) > 1 else ""
        return (left, _tr("mean activation {0}{1}").format(number_text(mean), spread), ends)
    spread = _tr(", spread {0:.2g} points").format(100 * np.std(errors, ddof=1)) if len(errors) > 1 else ""
    ends = _tr("{0} to {1}").format(share_text(low), share_text(high)) if len(errors) > 1 else ""
    return (left, _tr("mean error {0}{1}").format(share_text(mean), spread), ends)


def _tr(text: str) -> str:
    return translate("Synthesis", text)
