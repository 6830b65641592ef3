"""The sentences of the boundary tab, and its images as words and pixels."""

from collections.abc import Sequence

from deepintro_desktop.core.boundary import BOUNDARY_LABELS, BoundaryImage, BoundaryMode, BoundaryResult
from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.presenters.drawer import Drawer
from deepintro_desktop.ui.presenters.growing import Growing
from deepintro_desktop.ui.presenters.words import counted, inside
from deepintro_desktop.ui.tabs.boundary.contract import BoundaryEntry, BoundaryState, WayStep
from deepintro_desktop.ui.tabs.boundary.state import Recipe
from deepintro_desktop.ui.tabs.making import MOST_GROUPS, EarlierGroup
from deepintro_desktop.ui.widgets.words import probability_text


def short_label(label: str) -> str:
    """Return the first of the synonyms that labels files often give."""
    return label.split(",", 1)[0].strip() or label


def names(manifest: Manifest, classes: tuple[int, int]) -> tuple[str, str]:
    """Return the short labels of both classes."""
    a, b = (short_label(manifest.label(index)) for index in classes)
    return a, b


def between_text(manifest: Manifest, recipe: Recipe) -> str:
    """Say what the images are between: ``tabby and lynx, from the picture``."""
    a, b = names(manifest, recipe.classes)
    start = _tr("from the picture") if recipe.from_picture else _tr("from noise")
    parts = [_tr("{0} and {1}").format(a, b), start]
    if recipe.parameters.mode is BoundaryMode.MEAN:
        parts.append(inside(said(BOUNDARY_LABELS[BoundaryMode.MEAN])))
    return ", ".join(parts)


def boundary_state(
    manifest: Manifest, recipe: Recipe, drawer: Drawer[Recipe], growing: Growing | None
) -> BoundaryState:
    """Return what the tab shows; ``growing`` are images of the same recipe on their way."""
    entries: dict[int, BoundaryEntry] = {}
    notes: dict[str, None] = {}
    images: list[BoundaryImage] = []
    for made in drawer.of_recipe(recipe):
        result: BoundaryResult | None = drawer.result(made)
        if result is None:
            entries.update((seed, BoundaryEntry(seed, (), "…", None)) for seed in made.seeds)
            continue
        notes.update(dict.fromkeys(result.notes))
        images += result.images
        entries.update(
            (image.seed, _finished(image, recipe, names(manifest, recipe.classes), manifest.n_classes > 2))
            for image in result.images
        )
    if growing is not None:
        entries.update((seed, _growing(growing, seed)) for seed in growing.seeds if seed not in entries)
    n_growing = len(growing.seeds) if growing is not None else 0
    return BoundaryState(
        between_text(manifest, recipe),
        tuple(entries[seed] for seed in sorted(entries)),
        _foot(images, len(entries), n_growing),
        tuple(map(said, notes)),
    )


def earlier_groups(manifest: Manifest, recipe: Recipe, drawer: Drawer[Recipe]) -> tuple[EarlierGroup, ...]:
    """Return what was made between other classes, or in another way, newest first."""
    groups = []
    for index, other in enumerate(drawer.other_recipes(recipe)[:MOST_GROUPS]):
        made = drawer.of_recipe(other)
        results = [result for result in map(drawer.result, made) if result is not None]
        pictures = tuple(image.image_hwc_u8 for result in results for image in result.images)
        n_all, n_reached = len(drawer.seeds(other)), sum(entry.n_reached for entry in made)
        images = counted(n_all, _tr("earlier image"), _tr("earlier images"))
        title = _tr("{0}, {1} at the boundary").format(images, min(n_reached, n_all))
        groups.append(EarlierGroup(str(index), title, between_text(manifest, other), pictures))
    return tuple(groups)


def _finished(
    image: BoundaryImage, recipe: Recipe, labels: tuple[str, str], has_others: bool
) -> BoundaryEntry:
    last = len(image.frames) - 1
    steps = []
    for index, frame in enumerate(image.frames):
        start = _tr("Picture") if recipe.from_picture else _tr("Noise")
        title = start if index == 0 else _tr("Boundary") if index == last else _tr("Step {0}").format(index)
        a, b = (f"{value:.2f}" for value in frame.probabilities)
        steps.append(WayStep(title, f"a {a}", f"b {b}", frame.image_hwc_u8))
    a, b = (probability_text(value) for value in image.probabilities)
    facts = (
        f"{labels[0]} {a}",
        f"{labels[1]} {b}",
        _tr("largest other {0}").format(probability_text(image.rest)) if has_others else "",
        _tr("pixels moved by {0:.1f} of 255").format(image.distance),
    )
    return BoundaryEntry(
        image.seed, tuple(steps), "  ·  ".join(fact for fact in facts if fact), image.reached
    )


def _growing(growing: Growing, seed: int) -> BoundaryEntry:
    preview = growing.previews.get(seed)
    if preview is None:
        state = _tr("stopped before it began") if growing.is_stopped else _tr("waiting")
        step = WayStep("", "", "", None, None if growing.is_stopped else 0.0)
        return BoundaryEntry(seed, (step,), state, None)
    done = _tr("{0} of {1}").format(preview.iteration, preview.n_iterations)
    progress = None if growing.is_stopped else preview.iteration / preview.n_iterations
    state = (
        _tr("stopped at iteration {0}, not kept").format(preview.iteration)
        if growing.is_stopped
        else _tr("on its way")
    )
    return BoundaryEntry(seed, (WayStep(_tr("Now"), "", done, growing.image(seed), progress),), state, None)


def _foot(images: Sequence[BoundaryImage], n_all: int, n_growing: int) -> tuple[str, str]:
    if not images:
        return (counted(n_all, _tr("image"), _tr("images")) if n_growing else "", "")
    n_reached = sum(image.reached for image in images)
    left = _tr("{0} of {1} at the boundary").format(n_reached, len(images))
    mean = sum(image.distance for image in images) / len(images)
    return (left, _tr("mean distance moved {0:.1f} of 255").format(mean))


def plan_text(n_images: int, n_there: int, time: str) -> str:
    """Announce the time."""
    what = counted(n_images, _tr("image"), _tr("images")) if not n_there else _tr("{0} more").format(n_images)
    return _tr("{0}: about {1}").format(what, time)


def _tr(text: str) -> str:
    return translate("Boundary", text)
