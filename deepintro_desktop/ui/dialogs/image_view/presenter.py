"""Lets a person choose which picture of a file the image is; sees at once what the network is given."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView, SeenPicture, Window
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import EntryRequest, KeepViewRequest, SeePictureRequest
from deepintro_desktop.ui.dialogs.image_view.contract import ImageViewView
from deepintro_desktop.ui.dialogs.image_view.words import controls_of, sight_of
from deepintro_desktop.ui.presenters.collection import CollectionPresenter, Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level

SHOWN_SIDE = 1200
"""Pixels of the picture's longer side in the dialog, enough for a doubled screen."""

_SLIDER = "see_picture"


class ImageViewPresenter:
    """Decides for one dialog.

    Parameters
    ----------
    services : Services
        Runner, messages, questions, settings.
    image : ImageRecord
        Whose file is looked at.
    network : NetworkRecord, optional
        Whose input is shown beside it.
    kept : callable
        Called with the image's id when another picture has become the image.
    """

    def __init__(
        self,
        services: Services,
        image: ImageRecord,
        network: NetworkRecord | None,
        kept: Callable[[str], object],
    ) -> None:
        self._services = services
        self._image = image
        self._network = network
        self._kept = kept
        self._wish = image.view
        self._seen: SeenPicture | None = None
        self._looking = Errand(self._on_seen, self._on_not_seen)
        self._keeping = Errand(self._on_kept, self._on_not_kept)
        self._naming = Errand(self._on_patient, self._on_no_patient)

    def start(self, view: ImageViewView) -> None:
        """Open the dialog."""
        self._view = view
        view.open_dialog(self._image.name)
        view.allow(reset=False, keep=False)
        if self._image.kind == "DICOM":
            view.show_patient(None)
            if self._services.settings.get("show_patient"):
                self.show_patient()
        self._look()

    def set_axis(self, axis: str) -> None:
        """Cut the volume otherwise, in its middle."""
        self._change(axis=axis, place=None)

    def set_place(self, place: int) -> None:
        """Show another slice."""
        self._change(place=place)

    def set_frame(self, frame: int) -> None:
        """Show another frame, page or volume."""
        self._change(frame=frame)

    def step(self, n_steps: int) -> None:
        """Go on by some slices, or by some frames where there are no slices."""
        if self._seen is None:
            return
        controls = controls_of(self._wish, self._seen.choices, self._image.kind)
        control = controls.slice or controls.frame
        if control is not None:
            place = min(max(control.place + n_steps, 0), control.count - 1)
            self._change(**{"place" if controls.slice else "frame": place})

    def set_window(self, window: Window | None) -> None:
        """Spread other values from black to white; None: those that the program chooses."""
        self._change(window=window)

    def drag_window(self, wider: float, higher: float) -> None:
        """Change the window as viewers do: shares of all values, to the right wider, upwards darker."""
        choices = self._seen.choices if self._seen else None
        if choices is None or choices.values is None:
            return
        low, high = choices.values
        now = self._wish.window or choices.window or Window((low + high) / 2, max(high - low, 1e-6))
        extent = max(high - low, 1e-6)
        width = max(now.width + wider * extent, extent / 1000)
        self._change(window=Window(round(now.centre + higher * extent, 6), round(width, 6)))

    def set_background(self, colour: str) -> None:
        """Put another colour behind transparent pixels."""
        self._change(background=colour)

    def set_overlays(self, drawn: bool) -> None:
        """Draw the overlays of the file into the picture, or leave them out."""
        self._change(overlays=drawn)

    def reset(self) -> None:
        """Leave every choice to the program."""
        self._wish = AS_IT_COMES
        self._look()

    def show_patient(self) -> None:
        """Say whose picture it is, because the person asked."""
        self._naming.follow(self._services.runner.submit("patient_lines", EntryRequest(self._image.id)))

    def keep(self) -> None:
        """Make what is seen the image, and close."""
        if self._wish == self._image.view:
            self._view.close_dialog()
            return
        request = KeepViewRequest(self._image.id, self._wish)
        self._keeping.follow(self._services.runner.submit("keep_view", request))
        self._allow()

    def close(self) -> None:
        """Stop looking; nothing is changed."""
        for errand in (self._looking, self._naming):
            errand.drop()

    def _change(self, **changes: Any) -> None:
        wish = replace(self._wish, **changes)
        if wish != self._wish:
            self._wish = wish
            self._look()

    def _look(self) -> None:
        network = self._network.id if self._network else ""
        request = SeePictureRequest(self._image.id, self._wish, network, SHOWN_SIDE)
        self._looking.follow_live(self._services.runner.submit(_SLIDER, request, replace=_SLIDER))
        self._allow()
        if self._seen is not None:
            self._view.show_controls(controls_of(self._wish, self._choices(self._wish), self._image.kind))

    def _choices(self, wish: PictureView) -> Any:
        """Return what can be chosen, with the window that was just asked for."""
        assert self._seen is not None
        choices = self._seen.choices
        return replace(choices, window=wish.window) if wish.window is not None else choices

    def _allow(self) -> None:
        self._view.allow(
            reset=self._wish != AS_IT_COMES,
            keep=self._wish != self._image.view and not self._keeping.is_running,
        )

    def _on_seen(self, seen: SeenPicture) -> None:
        self._seen = seen
        self._view.show_failure(None)
        self._view.show_sight(sight_of(seen, self._network))
        self._view.show_controls(controls_of(self._wish, self._choices(self._wish), self._image.kind))

    def _on_not_seen(self, failure: Any) -> None:
        self._view.show_failure(failure)
        self._view.allow(reset=self._wish != AS_IT_COMES, keep=False)

    def _on_kept(self, _: object) -> None:
        self._view.close_dialog()
        self._kept(self._image.id)

    def _on_not_kept(self, failure: Any) -> None:
        self._services.notifier.notify(Level.ERROR, failure.what, f"{failure.why} {failure.hint}".strip())
        self._allow()

    def _on_patient(self, lines: tuple[str, ...]) -> None:
        self._view.show_patient(lines)

    def _on_no_patient(self, failure: Any) -> None:
        self._view.show_patient((failure.what,))


class ImageViewing:
    """Opens the dialog for the selected image.

    Parameters
    ----------
    services : Services
        Runner, messages, questions, settings.
    images, networks : CollectionPresenter
        The lists.
    make_dialog : callable
        Makes the dialog of a presenter.
    kept : callable
        Called with the image's id when another picture has become the image.
    """

    def __init__(
        self,
        services: Services,
        images: CollectionPresenter,
        networks: CollectionPresenter,
        make_dialog: Callable[[ImageViewPresenter], ImageViewView],
        kept: Callable[[str], object],
    ) -> None:
        self._services = services
        self._images = images
        self._networks = networks
        self._make_dialog = make_dialog
        self._kept = kept

    def ask(self) -> None:
        """Let the selected image be seen otherwise."""
        image = self._images.selected
        if image is not None:
            presenter = ImageViewPresenter(self._services, image, self._networks.selected, self._kept)
            presenter.start(self._make_dialog(presenter))
