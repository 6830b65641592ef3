"""Images as rows."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.ui.docks.entry_item_model import EntryItemModel
from deepintro_desktop.ui.widgets.dock_row import ImageRow
from deepintro_desktop.ui.widgets.images import to_qimage


class ImageItemModel(EntryItemModel):
    """Thumbnail, name, size; DICOM pictures with modality and frame."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails: dict[str, QImage] = {}

    def set_thumbnail(self, entry_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Put a picture, uint8 [height, width, 1 or 3], beside an entry."""
        self._thumbnails[entry_id] = to_qimage(picture_hwc_u8)
        index = self.index_of(entry_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def forget_thumbnail(self, entry_id: str) -> None:
        """Drop the picture beside an entry; nobody looks at it."""
        self._thumbnails.pop(entry_id, None)

    def row_of(self, record: ImageRecord) -> ImageRow:
        """Return the row of an image."""
        frame = record.facts.get("frame", "")
        modality = record.facts.get("modality", "")
        size = frame or f"{record.width} × {record.height}"
        return ImageRow(record.name, size, self._thumbnails.get(record.id, QImage()), modality)

    def facts_of(self, record: ImageRecord) -> list[str]:
        """Return name, size, kind and what the file says about itself."""
        facts = [record.name, f"{record.width} × {record.height}", record.kind]
        facts += [f"{name}: {value}" for name, value in record.facts.items()]
        return facts
