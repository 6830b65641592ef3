"""The sentences of the boundary tab, and its images as words and pixels."""

from collections.abc import Sequence

from deepintro_desktop.core.boundary import BOUNDARY_LABELS, BoundaryImage, BoundaryMode, BoundaryResult
from deepintro_desktop.core.records import Manifest
from deepintro_desktop.ui.presenters.drawer import Drawer
from deepintro_desktop.ui.presenters.growing import Growing
from deepintro_desktop.ui.presenters.words import counted
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
    start = "from the picture" if recipe.from_picture else "from noise"
    parts = [f"{a} and {b}", start]
    if recipe.parameters.mode is BoundaryMode.MEAN:
        parts.append(BOUNDARY_LABELS[BoundaryMode.MEAN].lower())
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
        tuple(notes),
    )


def earlier_groups(manifest: Manifest, recipe: Recipe, drawer: Drawer[Recipe]) -> tuple[EarlierGroup, ...]:
    """Return what was made between other classes, or in another way, newest first."""
    groups = []
    for index, other in enumerate(drawer.other_recipes(recipe)[:MOST_GROUPS]):
        made = drawer.of_recipe(other)
        results = [result for result in map(drawer.result, made) if result is not None]
        pictures = tuple(image.image_hwc_u8 for result in results for image in result.images)
        n_all, n_reached = len(drawer.seeds(other)), sum(entry.n_reached for entry in made)
        images = counted(n_all, "earlier image", "earlier images")
        title = f"{images}, {min(n_reached, n_all)} at the boundary"
        groups.append(EarlierGroup(str(index), title, between_text(manifest, other), pictures))
    return tuple(groups)


def _finished(
    image: BoundaryImage, recipe: Recipe, labels: tuple[str, str], has_others: bool
) -> BoundaryEntry:
    last = len(image.frames) - 1
    steps = []
    for index, frame in enumerate(image.frames):
        start = "Picture" if recipe.from_picture else "Noise"
        title = start if index == 0 else "Boundary" if index == last else f"Step {index}"
        a, b = (f"{value:.2f}" for value in frame.probabilities)
        steps.append(WayStep(title, f"a {a}", f"b {b}", frame.image_hwc_u8))
    a, b = (probability_text(value) for value in image.probabilities)
    facts = (
        f"{labels[0]} {a}",
        f"{labels[1]} {b}",
        f"largest other {probability_text(image.rest)}" if has_others else "",
        f"pixels moved by {image.distance:.1f} of 255",
    )
    return BoundaryEntry(
        image.seed, tuple(steps), "  ·  ".join(fact for fact in facts if fact), image.reached
    )


def _growing(growing: Growing, seed: int) -> BoundaryEntry:
    preview = growing.previews.get(seed)
    if preview is None:
        state = "stopped before it began" if growing.is_stopped else "waiting"
        step = WayStep("", "", "", None, None if growing.is_stopped else 0.0)
        return BoundaryEntry(seed, (step,), state, None)
    done = f"{preview.iteration} of {preview.n_iterations}"
    progress = None if growing.is_stopped else preview.iteration / preview.n_iterations
    state = f"stopped at iteration {preview.iteration}, not kept" if growing.is_stopped else "on its way"
    return BoundaryEntry(seed, (WayStep("Now", "", done, growing.image(seed), progress),), state, None)


def _foot(images: Sequence[BoundaryImage], n_all: int, n_growing: int) -> tuple[str, str]:
    if not images:
        return (counted(n_all, "image", "images") if n_growing else "", "")
    n_reached = sum(image.reached for image in images)
    left = f"{n_reached} of {len(images)} at the boundary"
    mean = sum(image.distance for image in images) / len(images)
    return (left, f"mean distance moved {mean:.1f} of 255")


def plan_text(n_images: int, n_there: int, time: str) -> str:
    """Announce the time."""
    what = counted(n_images, "image", "images") if not n_there else f"{n_images} more"
    return f"{what}: about {time}"
