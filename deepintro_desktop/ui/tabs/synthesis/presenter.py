"""What the synthesis tab decides: what is looked at, set, made."""

from dataclasses import replace
from typing import Any

from deepintro_desktop.core.requests import SynthesiseRequest
from deepintro_desktop.core.synthesis import (
    Isolation,
    MadeBefore,
    SynthesisParameters,
    SynthesisResult,
)
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.presenters.words import counted
from deepintro_desktop.ui.tabs.making import MOST_GROUPS, Making, PlanWords, Verbs, in_language
from deepintro_desktop.ui.tabs.synthesis.contract import SynthesisView
from deepintro_desktop.ui.tabs.synthesis.gallery_state import earlier_groups, gallery_state
from deepintro_desktop.ui.tabs.synthesis.settings import load_layers, load_wishes, save_layers, save_wishes
from deepintro_desktop.ui.tabs.synthesis.state import (
    Recipe,
    box_of,
    drawer,
    made_now,
    recipe_of,
    request_of,
    with_recipe,
)
from deepintro_desktop.ui.tabs.synthesis.words import plan_text, subject_name, target_text

_VERBS = Verbs(
    "synthesise",
    "plan_synthesis",
    "syntheses_before",
    "stored_syntheses",
    marked("Making", "Synthesised images are ready"),
)
_WAITING = PlanWords(
    marked("Making", "Finding features…"),
    marked("Making", "or choose the whole image"),
    "busy",
    possible=False,
)


class SynthesisPresenter(Making):
    """Decides for the synthesis tab.

    Parameters
    ----------
    view : SynthesisView
        The tab's widgets.
    services : Services
        Runner, messages, questions, settings.
    """

    def __init__(self, view: SynthesisView, services: Services) -> None:
        super().__init__(view, services, _VERBS, drawer())
        self._view = view
        self._number = 1
        self._wishes = load_wishes(services.settings)
        self._own_layers = load_layers(services.settings)

    # --- what is looked at

    def show(self, scene: Scene) -> None:
        """Turn to a network, a picture and its features; what was set stays."""
        before, self._scene = self._scene, scene
        numbers = [feature.number for feature in self._features()]
        if scene.subject != before.subject:
            self._number = 1
            self._start_over()
        elif not all(scene.pair):
            self._scene.show_missing(self._view)
        elif self._is_ready and _shows_other(scene, before):
            if self._number not in numbers and scene.features is not None:
                self._number = numbers[0] if numbers else 0
            self._turn()

    def set_in_front(self, in_front: bool) -> None:
        """Say whether the tab is seen; what was put off is done then."""
        self._in_front = in_front
        if in_front and self._is_ready:
            self._ask_for_layers()
            if self._layers:
                self._turn()

    def choose_subject(self, number: int) -> None:
        """Turn to a feature, or to the whole picture (0)."""
        if number != self._number:
            self._number = number
            self._turn()

    # --- settings

    def set_layer(self, layer: str) -> None:
        """Make images for another layer."""
        if layer != self._layer:
            self._keep_layer(layer)
            self._turn()

    def set_isolation(self, isolation: Isolation) -> None:
        """Let something else become of what surrounds a feature."""
        self._change(isolation=isolation)

    def set_n_images(self, n_images: int) -> None:
        """Make so many at once."""
        self._change(n_images=n_images)

    def set_iterations(self, n_iterations: int) -> None:
        """Let images grow for a shorter or a longer time."""
        self.set_parameters(replace(self._wishes.parameters, n_iterations=n_iterations))

    def set_detail(self, detail: float) -> None:
        """Let the representation count more or less against smoothness, 0 to 1."""
        self.set_parameters(replace(self._wishes.parameters, detail=detail))

    def set_parameters(self, parameters: SynthesisParameters) -> None:
        """Take these parameters."""
        self._change(parameters=parameters)

    def reset_parameters(self) -> None:
        """Put every parameter back to what is usual."""
        self.set_parameters(SynthesisParameters())

    def apply_earlier(self, key: str) -> None:
        """Bring back images that were made in another way, with the settings that they were made with."""
        others = self._drawer.other_recipes(self._recipe)[:MOST_GROUPS]
        if int(key) < len(others):
            recipe = others[int(key)]
            self._keep_layer(recipe.layer)
            self._wishes = with_recipe(self._wishes, recipe)
            save_wishes(self._services.settings, self._wishes)
            self._turn()

    # --- what the tool says of itself

    @property
    def _is_ready(self) -> bool:
        network = self._scene.network
        return network is not None and network.explainable and self._scene.image is not None

    @property
    def _can_make(self) -> bool:
        is_known = self._number == 0 or box_of(self._scene, self._number) is not None
        return self._is_ready and bool(self._layers) and is_known

    @property
    def _recipe(self) -> Recipe:
        return recipe_of(self._scene, self._number, self._wishes, self._layer)

    @property
    def _layer(self) -> str:
        """The layer that images are made for: the person's, if the network has it, else the usual one."""
        names = [layer.name for layer in self._layers]
        wish = self._own_layers.get(self._scene.pair[0], "")
        return wish if wish in names else self._usual_layer

    def _request(self) -> SynthesiseRequest:
        recipe = self._recipe
        seed = self._drawer.next_seed(recipe)
        return request_of(self._scene, self._number, recipe, self._wishes.n_images, seed)

    def _entry(self, recipe: Recipe, result: SynthesisResult) -> MadeBefore:
        return made_now(recipe, result)

    def _name(self) -> tuple[str, ...]:
        return (subject_name(self._number).lower(), self._layer)

    # --- jobs

    def _start_over(self) -> None:
        """Turn to another network or picture."""
        self._forget(drawer())
        if not all(self._scene.pair):
            self._scene.show_missing(self._view)
        elif not self._is_ready:
            assert self._scene.network is not None
            self._refuse(self._scene.network)
        else:
            self._view.show_tool()
            self._show_all()
            self._ask_for_layers()

    def _change(self, **changes: Any) -> None:
        wishes = replace(self._wishes, **changes)
        if wishes != self._wishes:
            self._wishes = wishes
            save_wishes(self._services.settings, wishes)
            self._turn()

    def _keep_layer(self, layer: str) -> None:
        self._own_layers.pop(self._scene.pair[0], None)
        self._own_layers[self._scene.pair[0]] = layer
        save_layers(self._services.settings, self._own_layers)

    # --- what is shown

    def _show_all(self) -> None:
        self._view.show_layers(self._layers, self._layer)
        self._view.show_wishes(self._wishes, is_feature=self._number > 0)
        self._view.show_running(running=self._is_running, stopping=False)
        self._view.show_failure(self._failure)
        self._show_images()
        self._show_plan()

    def _show_images(self) -> None:
        counts = {}
        for number in (0, *(feature.number for feature in self._features())):
            n_images = self._drawer.n_images(box_of(self._scene, number))
            counts[number] = counted(n_images, _tr("image"), _tr("images")) if n_images else ""
        self._view.show_subjects(self._scene, counts, self._number)
        self._show_gallery()
        self._view.show_earlier(earlier_groups(self._recipe, self._drawer))

    def _show_gallery(self) -> None:
        growing = self._growing_here()
        self._view.show_gallery(gallery_state(self._number, self._recipe, self._drawer, growing))

    def _say_plan(self) -> None:
        n_there = len(self._drawer.seeds(self._recipe))
        title = plan_text(self._wishes.n_images, n_there, self._plan.seconds)
        self._plan_words = PlanWords(title, _tr("measured on this machine"))

    def _show_plan(self) -> None:
        is_waiting = self._is_ready and self._number > 0 and box_of(self._scene, self._number) is None
        self._view.show_plan(in_language(_WAITING if is_waiting else self._plan_words), self._plan)
        picture = self._plan.target_hwc_u8 if self._plan is not None else None
        specification = self._scene.network.manifest.specification if self._scene.network else None
        size = f"{specification.height} × {specification.width}" if specification else ""
        self._view.show_target(picture, target_text(self._number, self._recipe, size))

    def _features(self) -> tuple[Any, ...]:
        return self._scene.features.features if self._scene.features else ()


def _shows_other(scene: Scene, before: Scene) -> bool:
    return scene.features is not before.features or scene.input_hwc_u8 is not before.input_hwc_u8


def _tr(text: str) -> str:
    return translate("Synthesis", text)
