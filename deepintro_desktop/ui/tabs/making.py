"""What tools that make images share: jobs out, results in, what was made before, saving."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.requests import PairRequest, StoredRequest
from deepintro_desktop.core.said import said
from deepintro_desktop.core.synthesis import Layer, LayerChoice, SynthesisPreview
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.drawer import Drawer
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.growing import Growing
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.saving import PictureSaver, file_name
from deepintro_desktop.ui.presenters.scene import MissingView, Scene

MOST_GROUPS = 5
"""How many groups of what was made in other ways are shown."""


class Quality(StrEnum):
    """How long an image may grow."""

    DRAFT = "draft"
    STANDARD = "standard"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a tool, and what a finished job is called in a message."""

    make: str
    plan: str
    before: str
    stored: str
    title: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What is said above the button: a title, a second line, and whether it can be pressed.

    ``level``: ``info``, ``busy`` while it is being measured, ``warning`` where it is not possible.
    """

    title: str
    text: str
    level: str = "info"
    possible: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class EarlierGroup:
    """Images that were made in another way: a key, words, pictures uint8 [height, width, 1 or 3]."""

    key: str
    title: str
    text: str
    images_hwc_u8: tuple[NDArray[np.uint8], ...]


MEASURING = PlanWords(
    marked("Making", "Measuring…"), marked("Making", "how long it takes on this machine"), "busy"
)
"""Nobody has to wait for that: the button can be pressed."""


def in_language(words: PlanWords) -> PlanWords:
    """Return words that stood ready before the language was known, in that language."""
    return replace(words, title=_tr(words.title), text=_tr(words.text))


class MakingView(MissingView, Protocol):
    """What the views of such tools have in common. Widgets without decisions."""

    def show_refused(self, title: str, text: str) -> None:
        """Say that nothing can be made with this network, and why."""

    def show_tool(self) -> None:
        """Show the tool itself."""

    def show_earlier(self, groups: Sequence[EarlierGroup]) -> None:
        """Show what was made before in other ways."""

    def show_running(self, *, running: bool, stopping: bool) -> None:
        """Turn the button into Stop, and back."""

    def show_failure(self, failure: Any | None) -> None:
        """Say why images could not be made, with a way to try again; None: nothing failed."""


class Making:
    """Plans, makes and remembers images by recipe; a tool adds what its recipes are and how they are shown.

    Nothing is asked of the engine while the tool is not seen, except for what a person started.

    Parameters
    ----------
    view : MakingView
        The tab's widgets.
    services : Services
        Runner, messages, questions, settings.
    verbs : Verbs
        What the tool asks for.
    drawer : Drawer
        An empty one, which knows the tool's recipes.
    """

    def __init__(self, view: MakingView, services: Services, verbs: Verbs, drawer: Drawer[Any]) -> None:
        self._services = services
        self._verbs = verbs
        self._making_view = view
        self._scene = Scene()
        self._in_front = False
        self._drawer = drawer
        self._plan: Any = None
        self._plan_words = MEASURING
        self._growing: Growing | None = None
        self._failure: Any = None
        self._reading_ids: tuple[str, ...] = ()
        self._layers: tuple[Layer, ...] = ()
        self._usual_layer = ""
        self._listing = Errand(self._on_layers, self._on_plan_failed)
        self._remembering = Errand(self._on_entries, _ignore)
        self._reading = Errand(self._on_results, _ignore)
        self._planning = Errand(self._on_plan, self._on_plan_failed)
        self._making = Errand(
            self._on_made, self._on_failed, partial=self._on_preview, cancelled=self._on_stopped
        )

    # --- what a tool says of itself

    @property
    def _recipe(self) -> Hashable:
        """What the present wishes ask for, all but the seeds."""
        raise NotImplementedError

    @property
    def _can_make(self) -> bool:
        """Whether there is all that a request needs."""
        raise NotImplementedError

    def _request(self) -> Any:
        """Return the request for more images of the present recipe."""
        raise NotImplementedError

    def _entry(self, recipe: Any, result: Any) -> Any:
        """Return the entry of images that the library may not have."""
        raise NotImplementedError

    def _name(self) -> tuple[str, ...]:
        """Return words for the name of a saved file."""
        raise NotImplementedError

    def _on_layers(self, choice: LayerChoice) -> None:
        """Take the layers of the network."""
        self._layers, self._usual_layer = choice.layers, choice.usual
        self._turn()

    def _show_all(self) -> None:
        """Show everything that belongs to the present wishes."""
        raise NotImplementedError

    def _show_images(self) -> None:
        """Show the images, and what there is besides."""
        raise NotImplementedError

    def _show_gallery(self) -> None:
        """Show the images of the present recipe."""
        raise NotImplementedError

    def _show_plan(self) -> None:
        """Show what starting will take."""
        raise NotImplementedError

    def _say_plan(self) -> None:
        """Put the plan into words."""
        raise NotImplementedError

    # --- what a person does

    def make(self) -> None:
        """Make images, as many as are wished."""
        if not self._can_make or self._is_running:
            return
        self._planning.drop()
        request = self._request()
        self._growing, self._failure = Growing(request, self._recipe, self._scene.subject), None
        network = self._scene.pair[0]
        self._making.follow(self._services.runner.submit(self._verbs.make, request, queue=network))
        self._making_view.show_failure(None)
        self._making_view.show_running(running=True, stopping=False)
        self._show_gallery()

    def stop(self) -> None:
        """Stop making images; what they look like by now stays to be seen."""
        if self._is_running:
            self._making.cancel()
            self._making_view.show_running(running=True, stopping=True)

    def save(self, picture_hwc_u8: NDArray[np.uint8], *words: str) -> None:
        """Save a picture, uint8 [height, width, 1 or 3], where the person wants it."""
        image = Path(self._scene.image.name).stem if self._scene.image else ""
        PictureSaver(self._services).save(picture_hwc_u8, file_name(image, *self._name(), *words))

    # --- jobs out

    @property
    def _is_running(self) -> bool:
        return self._making.is_running

    def _growing_here(self) -> Growing | None:
        """Return the images on their way when they belong into the gallery that is shown."""
        growing = self._growing
        here = (self._scene.subject, self._recipe)
        return growing if growing is not None and (growing.subject, growing.recipe) == here else None

    def _forget(self, drawer: Drawer[Any]) -> None:
        """Turn to another network or picture; images on their way go on."""
        for errand in (self._listing, self._remembering, self._reading, self._planning):
            errand.drop()
        self._drawer, self._reading_ids = drawer, ()
        self._layers, self._usual_layer = (), ""
        self._plan, self._plan_words, self._failure = None, MEASURING, None
        if not self._is_running:
            self._growing = None

    def _turn(self) -> None:
        """Show what belongs to the present wishes, and ask what is not known of them."""
        if self._growing is not None and self._growing.is_stopped and self._growing_here() is None:
            self._growing, self._failure = None, None
        self._show_all()
        self._read()
        self._ask_for_plan()

    def _ask_for_layers(self) -> None:
        """Ask what layers the network has, unless that is known, and what the library has."""
        network = self._scene.pair[0]
        if self._in_front and not self._layers and not self._listing.is_running:
            self._listing.follow(self._services.runner.submit("layer_choice", network, queue=network))
            self._remember()

    def _remember(self) -> None:
        """Ask the library what there is."""
        request = PairRequest(*self._scene.pair)
        self._remembering.follow(self._services.runner.submit(self._verbs.before, request))

    def _read(self) -> None:
        """Read the images that are seen: the gallery's, and some of each other group."""
        if not self._in_front or self._reading.is_running:
            return
        ids = self._drawer.unread(self._recipe, MOST_GROUPS)
        if ids and ids != self._reading_ids:
            self._reading_ids = ids
            self._reading.follow(self._services.runner.submit(self._verbs.stored, StoredRequest(ids)))

    def _ask_for_plan(self) -> None:
        """Ask what the present wishes will do, and how long that takes."""
        if not (self._in_front and self._can_make) or self._is_running:
            return
        self._plan, self._plan_words = None, MEASURING
        verb, network = self._verbs.plan, self._scene.pair[0]
        job = self._services.runner.submit(verb, self._request(), queue=network, replace=verb)
        self._planning.follow(job)
        self._show_plan()

    # --- results in

    def _on_entries(self, entries: tuple[Any, ...]) -> None:
        self._drawer.set_library(entries)
        self._show_images()
        self._read()
        if self._plan is not None:
            self._say_plan()
            self._show_plan()

    def _on_results(self, results: tuple[Any, ...]) -> None:
        self._drawer.add_results(self._reading_ids, results)
        self._show_images()
        self._read()

    def _on_plan(self, plan: Any) -> None:
        self._plan = plan
        self._say_plan()
        self._show_plan()

    def _on_plan_failed(self, failure: Any) -> None:
        self._plan = None
        self._plan_words = PlanWords(failure.what, _reason(failure), "warning", possible=False)
        self._show_plan()

    def _on_preview(self, preview: object) -> None:
        if isinstance(preview, SynthesisPreview) and self._growing is not None:
            self._growing.take(preview)
            if self._in_front and self._growing_here() is not None:
                self._show_gallery()

    def _on_made(self, result: Any) -> None:
        growing, self._growing = self._growing, None
        assert growing is not None
        is_here = growing.subject == self._scene.subject
        if is_here:
            self._drawer.add(self._entry(growing.recipe, result), result)
            self._remember()
        if not (self._in_front and is_here and growing.recipe == self._recipe):
            self._services.notifier.notify(
                Level.INFO, _tr(self._verbs.title), _tr("They are kept in the library.")
            )
        self._after_making()

    def _on_failed(self, failure: Any) -> None:
        self._failure = failure
        if not self._in_front:
            self._services.notifier.notify(Level.ERROR, failure.what, _reason(failure))
        self._on_stopped()

    def _on_stopped(self) -> None:
        if self._growing is not None:
            self._growing.is_stopped = True
        self._after_making()

    def _after_making(self) -> None:
        self._making_view.show_running(running=False, stopping=False)
        self._making_view.show_failure(self._failure)
        self._show_images()
        self._ask_for_plan()

    # --- what is shown

    def _refuse(self, network: NetworkRecord) -> None:
        """Say that the network can only be predicted."""
        why = " ".join(map(said, network.manifest.unexplainable))
        text = _tr("Its layers cannot be followed back to the picture. {0}").format(why)
        self._making_view.show_refused(_tr("No images can be made for this network"), text)


def _reason(failure: Any) -> str:
    return " ".join(part for part in (failure.why, failure.hint) if part)


def _ignore(_: Any) -> None:
    """What was made before is an offer; making images works without it."""


def _tr(text: str) -> str:
    return translate("Making", text)
