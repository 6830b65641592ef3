"""From results and growing images to what the gallery shows."""

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.said import said
from deepintro_desktop.core.synthesis import Goal, SynthesisResult
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.presenters.drawer import Drawer
from deepintro_desktop.ui.presenters.growing import Growing
from deepintro_desktop.ui.tabs.making import MOST_GROUPS, EarlierGroup
from deepintro_desktop.ui.tabs.synthesis.contract import GalleryEntry, GalleryState
from deepintro_desktop.ui.tabs.synthesis.state import Recipe
from deepintro_desktop.ui.tabs.synthesis.words import (
    curve_title,
    earlier_text,
    earlier_title,
    error_text,
    foot_texts,
    recipe_text,
)

_NOTHING: NDArray[np.float64] = np.empty(0)


def gallery_state(
    number: int, recipe: Recipe, drawer: Drawer[Recipe], growing: Growing | None
) -> GalleryState:
    """Return the gallery of a recipe; ``growing`` are images of the same recipe on their way."""
    goal = recipe.parameters.goal
    entries: dict[int, GalleryEntry] = {}
    notes: dict[str, None] = {}
    n_iterations = 1
    for made in drawer.of_recipe(recipe):
        result = drawer.result(made)
        if result is None:
            entries.update((seed, _unread(seed)) for seed in made.seeds if seed not in entries)
            continue
        notes.update(dict.fromkeys(result.notes))
        n_iterations = max(n_iterations, result.n_iterations)
        entries.update((entry.seed, entry) for entry in _finished(goal, result))
    errors = [entry.sort_error for entry in entries.values() if np.isfinite(entry.sort_error)]
    if growing is not None:
        n_iterations = max(n_iterations, growing.request.parameters.n_iterations)
        entries.update((seed, _grown(goal, growing, seed)) for seed in growing.seeds if seed not in entries)
    foot = foot_texts(goal, errors, len(entries) - len(errors))
    return GalleryState(
        recipe_text(number, recipe),
        recipe.layer,
        tuple(entries[seed] for seed in sorted(entries)),
        foot,
        curve_title(goal),
        n_iterations,
        goal is not Goal.MAXIMISE,
        tuple(map(said, notes)),
    )


def earlier_groups(recipe: Recipe, drawer: Drawer[Recipe]) -> tuple[EarlierGroup, ...]:
    """Return what was made of the same feature by other recipes, newest first."""
    groups = []
    for index, other in enumerate(drawer.other_recipes(recipe)[:MOST_GROUPS]):
        made = drawer.of_recipe(other)
        results = [result for result in map(drawer.result, made) if result is not None]
        pictures = tuple(image.image_hwc_u8 for result in results for image in result.images)
        title = earlier_title(len(drawer.seeds(other)))
        groups.append(EarlierGroup(str(index), title, earlier_text(other), pictures))
    return tuple(groups)


def _finished(goal: Goal, result: SynthesisResult) -> list[GalleryEntry]:
    sign = -1.0 if goal is Goal.MAXIMISE else 1.0
    at = np.arange(len(result.errors_by_iteration), dtype=np.float64)
    return [
        GalleryEntry(
            image.seed,
            image.image_hwc_u8,
            error_text(goal, image.error),
            "",
            at,
            sign * result.errors_by_iteration[:, column],
            sort_error=image.error,
        )
        for column, image in enumerate(result.images)
    ]


def _unread(seed: int) -> GalleryEntry:
    return GalleryEntry(seed, None, "…", "", _NOTHING, _NOTHING)


def _grown(goal: Goal, growing: Growing, seed: int) -> GalleryEntry:
    error, preview = growing.error(seed), growing.previews.get(seed)
    sign = -1.0 if goal is Goal.MAXIMISE else 1.0
    steps = growing.errors.get(seed, [])
    if preview is None:
        state, progress = _tr("stopped") if growing.is_stopped else _tr("waiting"), 0.0
    else:
        state = _tr("{0} of {1}").format(preview.iteration, preview.n_iterations)
        progress = preview.iteration / preview.n_iterations
    if growing.is_stopped and preview is not None:
        state = _tr("stopped at {0}").format(preview.iteration)
    return GalleryEntry(
        seed,
        growing.image(seed),
        "" if error is None else error_text(goal, error),
        state,
        np.array([step[0] for step in steps], np.float64),
        sign * np.array([step[1] for step in steps], np.float64),
        None if growing.is_stopped else progress,
    )


def _tr(text: str) -> str:
    return translate("Synthesis", text)
