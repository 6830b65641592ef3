"""The pictures on which preparations are tried: a few of the library, and files that are only tried."""

from collections.abc import Callable, Sequence
from functools import partial as bind
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.inspection import TriedPicture, TryPictureRequest
from deepintro_desktop.core.requests import EntryRequest, ThumbnailRequest
from deepintro_desktop.ui.dialogs.add_network.contract import AddNetworkView, Tile
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand

if TYPE_CHECKING:
    from deepintro_desktop.jobs import JobFailure

N_PICTURES = 5
THUMBNAIL_PX = 128
"""Twice the size on screen, so that thumbnails are crisp at 200 %."""


class Album:
    """Fetches pictures and knows which one is in view.

    Parameters
    ----------
    services : Services
        Runner, messages, settings.
    on_changed : callable
        Called when there are other pictures than before.
    on_refused : callable
        Called with the failure of a file that is no picture.
    """

    def __init__(
        self,
        services: Services,
        on_changed: Callable[[], object],
        on_refused: Callable[["JobFailure"], object],
    ) -> None:
        self._services = services
        self._on_changed = on_changed
        self._on_refused = on_refused
        self._view: AddNetworkView | None = None
        self._tiles: list[Tile] = []
        self._visiting: list[str] = []
        self._chosen = ""
        self._listing = Errand(self._on_images, self._on_no_images)

    @property
    def ids(self) -> tuple[str, ...]:
        """The pictures, by library id or visiting id."""
        return tuple(tile.id for tile in self._tiles)

    @property
    def index(self) -> int:
        """The place of the picture in view."""
        return next((place for place, tile in enumerate(self._tiles) if tile.id == self._chosen), 0)

    def open(self, view: AddNetworkView) -> None:
        """Begin with pictures of the library, the selected one in view."""
        self._view = view
        self.look()

    def look(self) -> None:
        """Look again which pictures there are: some may have been dropped together with the network."""
        if self._view is not None and len(self._tiles) < N_PICTURES:
            self._listing.follow(self._services.runner.submit("list_images"))

    def close(self) -> None:
        """Forget everything, also the pictures that were only tried."""
        self._listing.drop()
        for picture_id in self._visiting:
            self._services.runner.submit("forget_inspected", EntryRequest(picture_id))
        self._view, self._chosen = None, ""
        self._tiles, self._visiting = [], []

    def choose(self, picture_id: str) -> None:
        """Bring a picture into view."""
        self._chosen = picture_id
        self.show()

    def show(self) -> None:
        """Show the pictures, for a page that is new."""
        if self._view is not None:
            self._view.show_pictures(self._tiles, self._chosen)

    def try_files(self, paths: Sequence[Path]) -> None:
        """Try pictures from files."""
        for path in paths[:N_PICTURES]:
            request = TryPictureRequest(path, THUMBNAIL_PX)
            job = self._services.runner.submit("try_picture", request)
            job.succeeded.connect(self._on_picture)
            job.failed.connect(self._on_refused)

    def _on_images(self, records: Sequence[Any]) -> None:
        selected = self._services.settings.get("selected_image")
        # A stable order: the selected picture is moved into sight only where it would not be.
        ranked = sorted(records, key=lambda record: record.id != selected)[:N_PICTURES]
        kept = {record.id for record in ranked}
        new = [Tile(record.id, record.name) for record in records if record.id in kept - set(self.ids)]
        new = new[: N_PICTURES - len(self._tiles)]
        self._tiles += new
        if self._tiles and not self._chosen:
            self._chosen = selected if selected in kept else self._tiles[0].id
        for tile in new:
            job = self._services.runner.submit("thumbnail", ThumbnailRequest(tile.id, THUMBNAIL_PX))
            job.succeeded.connect(bind(self._on_thumbnail, tile.id))
        self.show()
        if new:
            self._on_changed()

    def _on_no_images(self, _: object) -> None:
        """Show that there is none: the dialog works without, and the dock says what is wrong."""
        self.show()

    def _on_thumbnail(self, picture_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        if self._view is not None:
            self._view.show_thumbnail(picture_id, picture_hwc_u8)

    def _on_picture(self, picture: TriedPicture) -> None:
        record = picture.record
        if self._view is None:
            self._services.runner.submit("forget_inspected", EntryRequest(record.id))
            return
        if record.id not in self.ids:
            # The new one takes the last place where all are taken.
            self._tiles = [*self._tiles[: N_PICTURES - 1], Tile(record.id, record.name)]
            self._visiting.append(record.id)
        self._chosen = record.id
        self.show()
        self._view.show_thumbnail(record.id, picture.thumbnail_hwc_u8)
        self._on_changed()
