"""The dock of images."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from deepintro_desktop.ui.docks.collection_dock import CollectionDock, DockWords
from deepintro_desktop.ui.docks.images.item_model import ImageItemModel
from deepintro_desktop.ui.docks.images.presenter import ImagesPresenter
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.dock_row import ImageRowDelegate


class ImagesDock(CollectionDock):
    """Thumbnail, name and size of every image; thumbnails are fetched when their rows come into sight."""

    def __init__(self, theme: ThemeManager) -> None:
        tr = QCoreApplication.translate
        words = DockWords(
            name="images",
            title=tr("ImagesDock", "Images"),
            icon="image",
            empty_title=tr("ImagesDock", "No images yet"),
            empty_text=tr("ImagesDock", "PNG, JPEG, TIFF, BMP, WebP"),
            add=tr("ImagesDock", "Add images"),
        )
        self._rows = ImageItemModel()
        super().__init__(theme, words, self._rows, ImageRowDelegate(theme))

    def show_thumbnail(self, entry_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Put a picture, uint8 [height, width, 1 or 3], beside an entry."""
        self.list.update(self._rows.set_thumbnail(entry_id, picture_hwc_u8))

    def forget_thumbnail(self, entry_id: str) -> None:
        """Drop the picture beside an entry that cannot be seen."""
        self._rows.forget_thumbnail(entry_id)

    def rows_came_into_sight(self) -> None:
        """Ask for the pictures of the rows that can be seen."""
        if isinstance(self._presenter, ImagesPresenter):
            self._presenter.fetch_thumbnails(self.visible_ids())
