"""What the synthesis tab knows at one moment, and the requests that follow from it."""

from dataclasses import dataclass, field, replace

from deepintro_desktop.core.requests import SynthesiseRequest
from deepintro_desktop.core.synthesis import (
    Isolation,
    MadeBefore,
    SynthesisParameters,
    SynthesisResult,
)
from deepintro_desktop.ui.presenters.drawer import Drawer
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.making import Quality

Box = tuple[int, int, int, int]


ITERATIONS: dict[Quality, int] = {
    Quality.DRAFT: 25,
    Quality.STANDARD: SynthesisParameters().n_iterations,
    Quality.FINE: 250,
}


def quality_of(n_iterations: int) -> Quality | None:
    """Return the quality that has exactly so many iterations, or None."""
    return next((quality for quality, n in ITERATIONS.items() if n == n_iterations), None)


@dataclass(frozen=True, slots=True)
class SynthesisWishes:
    """What the person set; ``layer`` belongs to one network, empty for the usual one."""

    isolation: Isolation = Isolation.RESIZED
    n_images: int = 4
    parameters: SynthesisParameters = field(default_factory=SynthesisParameters)
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What images have in common that belong into one gallery: all but their seeds.

    ``box``: of the feature (x0, y0, x1, y1), None for the whole picture.
    """

    box: Box | None
    layer: str
    isolation: Isolation
    parameters: SynthesisParameters

    @staticmethod
    def of(made: MadeBefore) -> "Recipe":
        """Return the recipe of images in the library."""
        return Recipe(made.box, made.layer, made.isolation, made.parameters)


def drawer() -> Drawer[Recipe]:
    """Return an empty drawer for what was made of one network and one picture."""
    return Drawer(Recipe.of, lambda recipe: recipe.box)


def made_now(recipe: Recipe, result: SynthesisResult) -> MadeBefore:
    """Return the entry of images that the library may not have."""
    seeds = tuple(image.seed for image in result.images)
    return MadeBefore(
        f"session {seeds}", recipe.box, recipe.layer, recipe.isolation, recipe.parameters, seeds
    )


def box_of(scene: Scene, number: int) -> Box | None:
    """Return the box of a feature, or None for the whole picture."""
    features = scene.features.features if scene.features else ()
    return next((feature.box for feature in features if feature.number == number), None)


def request_of(scene: Scene, number: int, recipe: Recipe, n_images: int, seed: int) -> SynthesiseRequest:
    """Return the request for images of a feature, or of the whole picture (number 0)."""
    return SynthesiseRequest(
        scene.source, number, recipe.layer, recipe.isolation, n_images, recipe.parameters, seed
    )


def recipe_of(scene: Scene, number: int, wishes: SynthesisWishes, layer: str) -> Recipe:
    """Return the recipe that the wishes ask for."""
    isolation = wishes.isolation if number else Isolation.WHOLE
    return Recipe(box_of(scene, number), layer, isolation, wishes.parameters)


def with_recipe(wishes: SynthesisWishes, recipe: Recipe) -> SynthesisWishes:
    """Return the wishes that ask for a recipe."""
    isolation = wishes.isolation if recipe.isolation is Isolation.WHOLE else recipe.isolation
    return replace(wishes, isolation=isolation, parameters=recipe.parameters, layer=recipe.layer)
