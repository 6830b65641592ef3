"""The dock of images."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from deepintro_desktop.ui.dialogs.facts import FactsDialog
from deepintro_desktop.ui.dialogs.image_view.presenter import ImageViewing
from deepintro_desktop.ui.docks.collection_dock import CollectionDock, DockWords, MenuEntry
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
            empty_text=tr("ImagesDock", "PNG, JPEG, TIFF, DICOM, NIfTI"),
            add=tr("ImagesDock", "Add images"),
        )
        self._rows = ImageItemModel()
        self._viewing: ImageViewing | None = None
        super().__init__(theme, words, self._rows, ImageRowDelegate(theme))

    def attach_viewing(self, viewing: ImageViewing) -> None:
        """Say who lets an image be seen otherwise."""
        self._viewing = viewing

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

    def menu_entries(self) -> Sequence[MenuEntry]:
        """Offer the file that the picture came from, and everything that is known."""
        path = self._path()
        has_one = self.current_record() is not None
        return (
            MenuEntry(self.tr("How the image is seen…"), self.show_view, has_one),
            MenuEntry(self.tr("Show the file"), self.show_file, path is not None and path.parent.is_dir()),
            MenuEntry(self.tr("Copy the path"), self.copy_path, path is not None),
            MenuEntry(self.tr("Details…"), self.show_details, has_one),
        )

    def show_file(self) -> None:
        """Open the folder that the selected picture came from, in the system's own program."""
        path = self._path()
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def copy_path(self) -> None:
        """Put the path of the selected picture into the clipboard."""
        path = self._path()
        if path is not None:
            QGuiApplication.clipboard().setText(str(path))

    def show_details(self) -> None:
        """Say everything that is known about the selected picture."""
        record = self.current_record()
        if record is not None:
            lines = [*self._rows.facts_of(record)[1:], f"SHA-256 {record.sha256}"]
            if record.source_path:
                lines.append(self.tr("From {0}").format(record.source_path))
            FactsDialog(self.window(), record.name, lines).ask()

    def show_view(self) -> None:
        """Let the selected picture be seen otherwise."""
        if self._viewing is not None:
            self._viewing.ask()

    def _path(self) -> Path | None:
        record = self.current_record()
        return Path(record.source_path) if record is not None and record.source_path else None
