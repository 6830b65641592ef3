"""The dock of images: the library's pictures and their thumbnails."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.requests import AddImagesRequest, ThumbnailRequest
from deepintro_desktop.core.results import AddedImages
from deepintro_desktop.ui.presenters.collection import (
    CollectionPresenter,
    CollectionView,
    CollectionWords,
    Services,
)
from deepintro_desktop.ui.presenters.file_sorting import IMAGE_FILTER
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.words import counted, listed

THUMBNAIL_PX = 80
"""Twice the size on screen, so that thumbnails are crisp at 200 %."""

WORDS = CollectionWords(
    list_verb="list_images",
    rename_verb="rename_image",
    remove_verb="remove_image",
    setting="selected_image",
    one="image",
    consequence="Every result that was made of it is removed, too. The file it came from stays where it is.",
)


class ImagesView(CollectionView, Protocol):
    """A list of entries with a picture each."""

    def show_thumbnail(self, entry_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Put a thumbnail, uint8 [height, width, 3], beside an entry."""


class ImagesPresenter(CollectionPresenter):
    """Adds images, fetches thumbnails when they come into sight, and keeps the dock up to date."""

    def __init__(self, view: ImagesView, services: Services) -> None:
        super().__init__(view, services, WORDS)
        self._images_view = view
        self._asked: set[str] = set()

    def ask_add(self) -> None:
        """Let image files be chosen."""
        self._services.prompter.ask_files("Add images", IMAGE_FILTER, self.add)

    def add(self, paths: Sequence[Path]) -> None:
        """Read and store images."""
        if paths:
            job = self._services.runner.submit("add_images", AddImagesRequest(tuple(paths)))
            job.succeeded.connect(self._on_added)
            job.failed.connect(self._on_change_failed)
            job.cancelled.connect(self.refresh)
            self.expect(job, paths[0].name if len(paths) == 1 else counted(len(paths), "file", "files"))

    def fetch_thumbnail(self, entry_id: str) -> None:
        """Ask for the thumbnail of an entry, once."""
        if entry_id in self._records and entry_id not in self._asked:
            self._asked.add(entry_id)
            job = self._services.runner.submit("thumbnail", ThumbnailRequest(entry_id, THUMBNAIL_PX))
            job.succeeded.connect(partial(self._on_thumbnail, entry_id))
            # A picture that is gone from the disk says so where it is used; the row keeps its empty frame.

    def _on_thumbnail(self, entry_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        if entry_id in self._records:
            self._images_view.show_thumbnail(entry_id, picture_hwc_u8)

    def _on_added(self, outcome: AddedImages) -> None:
        self._say_duplicates(outcome)
        self._say_refused(outcome)
        first = outcome.added or tuple(record for _, record in outcome.duplicates)
        self.refresh(select=first[0].id if first else None)

    def _say_duplicates(self, outcome: AddedImages) -> None:
        if len(outcome.duplicates) == 1:
            [(name, record)] = outcome.duplicates
            text = (
                f"{name} has the same content as {record.name}."
                if name != record.name
                else f"{name} is in the list of images."
            )
            self._services.notifier.notify(Level.WARNING, "Already here", text)
        elif outcome.duplicates:
            names = listed([name for name, _ in outcome.duplicates])
            n_images = counted(len(outcome.duplicates), "image", "images")
            self._services.notifier.notify(Level.WARNING, "Already here", f"{n_images}: {names}.")

    def _say_refused(self, outcome: AddedImages) -> None:
        details = tuple(
            (f"{_refusal_title(error)}: {name}", _sentences(error)) for name, error in outcome.refused
        )
        if len(details) == 1:
            [(_, error)] = outcome.refused
            self._services.notifier.notify(Level.ERROR, _refusal_title(error), details[0][1])
        elif details:
            names = listed([name for name, _ in outcome.refused])
            title = f"{counted(len(details), 'file', 'files')} not added"
            self._services.notifier.notify(Level.ERROR, title, f"{names}.", details)


def _refusal_title(error: Any) -> str:
    return {"unreadable-image": "Picture not added", "unsafe-file": "Not opened"}.get(error.kind, "Not added")


def _sentences(error: Any) -> str:
    return " ".join(part for part in (error.what, error.why, error.hint) if part)
