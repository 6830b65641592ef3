"""Images as rows."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QImage

from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.docks.entry_item_model import EntryItemModel
from deepintro_desktop.ui.widgets.dock_row import ImageRow
from deepintro_desktop.ui.widgets.images import to_qimage


class ImageItemModel(EntryItemModel):
    """Thumbnail, name, size; DICOM pictures with modality and frame."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails: dict[str, QImage] = {}

    def set_thumbnail(self, entry_id: str, picture_hwc_u8: NDArray[np.uint8]) -> QModelIndex:
        """Put a picture, uint8 [height, width, 1 or 3], beside an entry; return what is to be drawn again.

        A change that is announced makes a list lay out all its rows again, thousands of them for a picture.
        """
        self._thumbnails[entry_id] = to_qimage(picture_hwc_u8)
        return self.index_of(entry_id)

    def forget_thumbnail(self, entry_id: str) -> None:
        """Drop the picture beside an entry; nobody looks at it."""
        self._thumbnails.pop(entry_id, None)

    def row_of(self, record: ImageRecord) -> ImageRow:
        """Return the row of an image."""
        frame = record.facts.get("frames") or record.facts.get("slice", "")
        modality = record.facts.get("modality", "")
        size = said(frame) or f"{record.width} × {record.height}"
        return ImageRow(record.name, size, self._thumbnails.get(record.id, QImage()), modality)

    def facts_of(self, record: ImageRecord) -> list[str]:
        """Return name, size, kind and what the file says about itself."""
        facts = [record.name, f"{record.width} × {record.height}", record.kind]
        facts += [f"{said(name)}: {said(value)}" for name, value in record.facts.items()]
        return facts
