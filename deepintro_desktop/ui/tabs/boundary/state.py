"""What the boundary tab knows at one moment, and the requests that follow from it."""

import json
from dataclasses import asdict, dataclass, field

from deepintro_desktop.core.boundary import (
    BoundaryBefore,
    BoundaryMode,
    BoundaryParameters,
    BoundaryResult,
)
from deepintro_desktop.core.requests import BoundaryRequest
from deepintro_desktop.core.synthesis import parameters_from_dict
from deepintro_desktop.ui.presenters.drawer import Drawer
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.making import Quality

MOST_IMAGES = 12
ITERATIONS: dict[Quality, int] = {
    Quality.DRAFT: 40,
    Quality.STANDARD: BoundaryParameters().synthesis.n_iterations,
    Quality.FINE: 320,
}


@dataclass(frozen=True, slots=True)
class BoundaryWishes:
    """What the person set; ``layer`` is for the mean of samples, empty for the usual one."""

    from_picture: bool = True
    n_images: int = 2
    parameters: BoundaryParameters = field(default_factory=BoundaryParameters)
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What boundary images have in common that belong together: all but their seeds."""

    classes: tuple[int, int]
    from_picture: bool
    layer: str
    parameters: BoundaryParameters

    @staticmethod
    def of(made: BoundaryBefore) -> "Recipe":
        """Return the recipe of images in the library."""
        return Recipe(made.classes, not made.from_noise, made.layer, made.parameters)


def drawer() -> Drawer[Recipe]:
    """Return an empty drawer for what was made of one network and one picture."""
    return Drawer(Recipe.of, lambda recipe: None)


def recipe_of(classes: tuple[int, int], wishes: BoundaryWishes) -> Recipe:
    """Return the recipe that the wishes ask for."""
    is_mean = wishes.parameters.mode is BoundaryMode.MEAN
    return Recipe(classes, wishes.from_picture, wishes.layer if is_mean else "", wishes.parameters)


def made_now(recipe: Recipe, result: BoundaryResult) -> BoundaryBefore:
    """Return the entry of images that the library may not have."""
    seeds = tuple(image.seed for image in result.images)
    n_reached = sum(image.reached for image in result.images)
    return BoundaryBefore(
        f"session {recipe.classes} {seeds}",
        recipe.classes,
        recipe.layer,
        recipe.parameters,
        not recipe.from_picture,
        seeds,
        n_reached,
    )


def request_of(pair: tuple[str, str], recipe: Recipe, n_images: int, seed: int) -> BoundaryRequest:
    """Return the request for images between two classes of a network."""
    network, image = pair
    a, b = recipe.classes
    return BoundaryRequest(
        network,
        (str(a), str(b)),
        image=image if recipe.from_picture else "",
        layer=recipe.layer,
        n_images=n_images,
        parameters=recipe.parameters,
        seed=seed,
    )


def load_wishes(settings: Settings) -> BoundaryWishes:
    """Read the settings; what makes no sense (by now) becomes the default."""
    usual = BoundaryWishes()
    try:
        values = json.loads(str(settings.get("boundary") or "{}"))
        plain = values["parameters"]
        synthesis = parameters_from_dict(plain["synthesis"])
        parameters = BoundaryParameters(BoundaryMode(plain["mode"]), float(plain["rest"]), synthesis)
        wishes = BoundaryWishes(bool(values["from_picture"]), int(values["n_images"]), parameters)
    except (KeyError, TypeError, ValueError):
        return usual
    return wishes if 1 <= wishes.n_images <= MOST_IMAGES else usual


def save_wishes(settings: Settings, wishes: BoundaryWishes) -> None:
    """Keep the settings; classes and layer belong to one picture and one network."""
    values = {
        "from_picture": wishes.from_picture,
        "n_images": wishes.n_images,
        "parameters": asdict(wishes.parameters),
    }
    settings.set("boundary", json.dumps(values))
