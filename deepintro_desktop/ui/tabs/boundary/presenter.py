"""What the boundary tab decides: which classes, from where, how, and what is made."""

from dataclasses import replace
from typing import Any

from deepintro_desktop.core.boundary import BoundaryBefore, BoundaryMode, BoundaryParameters, BoundaryResult
from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.requests import BoundaryRequest
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.boundary.contract import BoundaryView
from deepintro_desktop.ui.tabs.boundary.state import (
    Recipe,
    drawer,
    load_wishes,
    made_now,
    recipe_of,
    request_of,
    save_wishes,
)
from deepintro_desktop.ui.tabs.boundary.words import boundary_state, earlier_groups, names, plan_text
from deepintro_desktop.ui.tabs.making import MOST_GROUPS, Making, PlanWords, Verbs, in_language
from deepintro_desktop.ui.widgets.words import duration

_VERBS = Verbs(
    "boundary",
    "plan_boundary",
    "boundaries_before",
    "stored_boundaries",
    marked("Making", "Boundary images are ready"),
)
_EQUAL = PlanWords(
    marked("Making", "There is no boundary between a class and itself"),
    marked("Making", "Choose two different classes."),
    "warning",
    possible=False,
)


class BoundaryPresenter(Making):
    """Decides for the boundary tab.

    Parameters
    ----------
    view : BoundaryView
        The tab's widgets.
    services : Services
        Runner, messages, questions, settings.
    """

    def __init__(self, view: BoundaryView, services: Services) -> None:
        super().__init__(view, services, _VERBS, drawer())
        self._view = view
        self._wishes = load_wishes(services.settings)
        self._chosen: dict[tuple[str, str], tuple[int, int]] = {}

    # --- what is looked at

    def show(self, scene: Scene) -> None:
        """Turn to a network and a picture; the classes are the best two until others are chosen."""
        before, self._scene = self._scene, scene
        if scene.subject != before.subject:
            self._start_over()
        elif not all(scene.pair):
            self._scene.show_missing(self._view)
        elif self._is_ready and before.prediction is None and scene.prediction is not None:
            self._turn()

    def set_in_front(self, in_front: bool) -> None:
        """Say whether the tab is seen; what was put off is done then."""
        self._in_front = in_front
        if in_front and self._is_ready:
            self._ask_for_layers()
            self._turn()

    # --- settings

    def set_class(self, which: int, class_index: int) -> None:
        """Choose the first (0) or the second (1) class."""
        classes = list(self._classes or (0, 0))
        if self._classes is not None and classes[which] != class_index:
            classes[which] = class_index
            self._chosen[self._scene.pair] = (classes[0], classes[1])
            self._turn()

    def swap(self) -> None:
        """Exchange the classes."""
        if self._classes is not None:
            self._chosen[self._scene.pair] = (self._classes[1], self._classes[0])
            self._turn()

    def set_from_picture(self, from_picture: bool) -> None:
        """Start from the picture, or from noise."""
        self._change(from_picture=from_picture)

    def set_mode(self, mode: BoundaryMode) -> None:
        """Ask for probabilities of one half, or for the mean of sample pictures."""
        self.set_parameters(replace(self._wishes.parameters, mode=mode))

    def set_layer(self, layer: str) -> None:
        """Take the mean of samples at another layer."""
        self._change(layer="" if layer == self._usual_layer else layer)

    def set_n_images(self, n_images: int) -> None:
        """Make so many at once."""
        self._change(n_images=n_images)

    def set_iterations(self, n_iterations: int) -> None:
        """Let images grow for a shorter or a longer time."""
        synthesis = replace(self._wishes.parameters.synthesis, n_iterations=n_iterations)
        self.set_parameters(replace(self._wishes.parameters, synthesis=synthesis))

    def set_parameters(self, parameters: BoundaryParameters) -> None:
        """Take these parameters."""
        self._change(parameters=parameters)

    def apply_earlier(self, key: str) -> None:
        """Bring back images that were made in another way, with the settings that they were made with."""
        others = self._drawer.other_recipes(self._recipe)[:MOST_GROUPS]
        if int(key) < len(others):
            recipe = others[int(key)]
            self._chosen[self._scene.pair] = recipe.classes
            wishes = replace(self._wishes, from_picture=recipe.from_picture, parameters=recipe.parameters)
            self._wishes = replace(wishes, layer=recipe.layer)
            save_wishes(self._services.settings, self._wishes)
            self._turn()

    # --- what the tool says of itself

    @property
    def _manifest(self) -> Manifest | None:
        return self._scene.network.manifest if self._scene.network else None

    @property
    def _is_ready(self) -> bool:
        network = self._scene.network
        usable = network is not None and network.explainable and network.manifest.n_classes > 1
        return usable and self._scene.image is not None

    @property
    def _classes(self) -> tuple[int, int] | None:
        """The chosen classes, else the two best of the picture; None while these are not known."""
        chosen = self._chosen.get(self._scene.pair)
        prediction = self._scene.prediction
        if chosen is not None or prediction is None or len(prediction.top) < 2:
            return chosen
        return prediction.top[0].index, prediction.top[1].index

    @property
    def _can_make(self) -> bool:
        classes = self._classes
        return self._is_ready and classes is not None and classes[0] != classes[1]

    @property
    def _recipe(self) -> Recipe:
        return recipe_of(self._classes or (-1, -1), self._wishes)

    def _request(self) -> BoundaryRequest:
        recipe = self._recipe
        seed = self._drawer.next_seed(recipe)
        return request_of(self._scene.pair, recipe, self._wishes.n_images, seed)

    def _entry(self, recipe: Recipe, result: BoundaryResult) -> BoundaryBefore:
        return made_now(recipe, result)

    def _name(self) -> tuple[str, ...]:
        manifest = self._manifest
        return ("boundary", *names(manifest, self._classes)) if manifest and self._classes else ("boundary",)

    # --- jobs

    def _start_over(self) -> None:
        """Turn to another network or picture."""
        self._forget(drawer())
        self._wishes = replace(self._wishes, layer="")
        network = self._scene.network
        if network is None or self._scene.image is None:
            self._scene.show_missing(self._view)
        elif network.manifest.n_classes < 2:
            text = _tr("This network gives a single number and no second class. Choose another model.")
            self._view.show_refused(_tr("A boundary lies between two classes"), text)
        elif not network.explainable:
            self._refuse(network)
        else:
            self._view.show_tool()
            self._show_all()
            if self._in_front:
                self._ask_for_layers()
                self._turn()

    def _change(self, **changes: Any) -> None:
        wishes = replace(self._wishes, **changes)
        if wishes != self._wishes:
            self._wishes = wishes
            save_wishes(self._services.settings, wishes)
            self._turn()

    # --- what is shown

    def _show_all(self) -> None:
        if self._manifest is None:
            return
        self._view.show_classes(self._manifest, self._classes)
        self._view.show_layers(self._layers, self._wishes.layer or self._usual_layer)
        self._view.show_wishes(self._wishes)
        self._view.show_running(running=self._is_running, stopping=False)
        self._view.show_failure(self._failure)
        self._show_images()
        self._show_plan()

    def _show_images(self) -> None:
        self._show_gallery()
        if self._manifest is not None:
            self._view.show_earlier(earlier_groups(self._manifest, self._recipe, self._drawer))

    def _show_gallery(self) -> None:
        if self._manifest is not None and self._classes is not None:
            growing = self._growing_here()
            self._view.show_images(boundary_state(self._manifest, self._recipe, self._drawer, growing))

    def _say_plan(self) -> None:
        n_there = len(self._drawer.seeds(self._recipe))
        time = duration(max(self._plan.seconds, 1.0))
        title = plan_text(self._wishes.n_images, n_there, time)
        self._plan_words = PlanWords(title, _tr("measured on this machine"))

    def _show_plan(self) -> None:
        classes = self._classes
        is_equal = classes is not None and classes[0] == classes[1]
        self._view.show_plan(in_language(_EQUAL if is_equal else self._plan_words))


def _tr(text: str) -> str:
    return translate("Boundary", text)
