"""The dock of images: the library's pictures and their thumbnails."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.requests import AddImagesRequest, ThumbnailRequest
from deepintro_desktop.core.results import AddedImages
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.docks.images.thumbnails import Thumbnails
from deepintro_desktop.ui.presenters.collection import (
    CollectionPresenter,
    CollectionView,
    CollectionWords,
    Services,
)
from deepintro_desktop.ui.presenters.file_sorting import IMAGE_FILTER
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.words import counted, error_words, listed

THUMBNAIL_PX = 80
"""Twice the size on screen, so that thumbnails are crisp at 200 %."""

N_THUMBNAILS = 150
"""Kept in memory, about 3 MB; more rows than any screen shows, and a good way back."""

N_FETCHING = 4

WORDS = CollectionWords(
    list_verb="list_images",
    rename_verb="rename_image",
    remove_verb="remove_image",
    setting="selected_image",
    one=marked("Collection", "image"),
    consequence=marked(
        "Collection",
        "Every result that was made of it is removed, too. The file it came from stays where it is.",
    ),
)


class ImagesView(CollectionView, Protocol):
    """A list of entries with a picture each."""

    def show_thumbnail(self, entry_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Put a thumbnail, uint8 [height, width, 3], beside an entry."""

    def forget_thumbnail(self, entry_id: str) -> None:
        """Drop the thumbnail beside an entry that cannot be seen."""


class ImagesPresenter(CollectionPresenter):
    """Adds images, fetches thumbnails when they come into sight, and keeps the dock up to date."""

    def __init__(self, view: ImagesView, services: Services) -> None:
        super().__init__(view, services, WORDS)
        self._images_view = view
        self._in_sight: tuple[str, ...] = ()
        self._fetching: set[str] = set()
        self._thumbnails = Thumbnails(N_THUMBNAILS)

    def ask_add(self) -> None:
        """Let image files be chosen."""
        self._services.prompter.ask_files(_tr("Add images"), IMAGE_FILTER, self.add)

    def add(self, paths: Sequence[Path]) -> None:
        """Read and store images."""
        if paths:
            job = self._services.runner.submit("add_images", AddImagesRequest(tuple(paths)))
            job.succeeded.connect(self._on_added)
            job.failed.connect(self._on_change_failed)
            job.cancelled.connect(self.refresh)
            self.expect(
                job, paths[0].name if len(paths) == 1 else counted(len(paths), _tr("file"), _tr("files"))
            )

    def read_again(self, entry_id: str) -> None:
        """Show an image anew that is seen otherwise now."""
        self._thumbnails.forget(entry_id)
        self.refresh()

    def fetch_thumbnails(self, entry_ids: Sequence[str]) -> None:
        """Ask for the thumbnails of the entries in sight; those that went out of sight wait no longer."""
        self._in_sight = tuple(entry_ids)
        self._thumbnails.touch(entry_ids)
        self._fetch_due()

    def _fetch_due(self) -> None:
        """Keep a few jobs busy: of thousands of rows that passed by, only the last are looked at."""
        for entry_id in self._in_sight:
            if len(self._fetching) >= N_FETCHING:
                return
            is_known = entry_id in self._fetching or entry_id in self._thumbnails
            if entry_id in self._records and not is_known:
                self._fetching.add(entry_id)
                job = self._services.runner.submit("thumbnail", ThumbnailRequest(entry_id, THUMBNAIL_PX))
                job.succeeded.connect(partial(self._on_thumbnail, entry_id))
                # A picture that is gone from the disk says so where it is used; its frame stays empty.
                job.failed.connect(partial(self._on_no_thumbnail, entry_id))
                job.cancelled.connect(partial(self._on_no_thumbnail, entry_id))

    def _on_thumbnail(self, entry_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        if entry_id in self._records:
            self._images_view.show_thumbnail(entry_id, picture_hwc_u8)
        self._on_no_thumbnail(entry_id)

    def _on_no_thumbnail(self, entry_id: str, *_: object) -> None:
        self._fetching.discard(entry_id)
        for forgotten in self._thumbnails.add(entry_id):
            self._images_view.forget_thumbnail(forgotten)
        self._fetch_due()

    def _on_added(self, outcome: AddedImages) -> None:
        self._say_duplicates(outcome)
        self._say_refused(outcome)
        first = outcome.added or tuple(record for _, record in outcome.duplicates)
        self.refresh(select=first[0].id if first else None)

    def _say_duplicates(self, outcome: AddedImages) -> None:
        if len(outcome.duplicates) == 1:
            [(name, record)] = outcome.duplicates
            text = (
                _tr("{0} has the same content as {1}.").format(name, record.name)
                if name != record.name
                else _tr("{0} is in the list of images.").format(name)
            )
            self._services.notifier.notify(Level.WARNING, _tr("Already here"), text)
        elif outcome.duplicates:
            names = listed([name for name, _ in outcome.duplicates])
            n_images = counted(len(outcome.duplicates), _tr("image"), _tr("images"))
            self._services.notifier.notify(Level.WARNING, _tr("Already here"), f"{n_images}: {names}.")

    def _say_refused(self, outcome: AddedImages) -> None:
        details = tuple(
            (f"{_refusal_title(error)}: {name}", error_words(error)) for name, error in outcome.refused
        )
        if len(details) == 1:
            [(_, error)] = outcome.refused
            self._services.notifier.notify(Level.ERROR, _refusal_title(error), details[0][1])
        elif details:
            names = listed([name for name, _ in outcome.refused])
            title = _tr("{0} not added").format(counted(len(details), _tr("file"), _tr("files")))
            self._services.notifier.notify(Level.ERROR, title, f"{names}.", details)


def _refusal_title(error: Any) -> str:
    titles = {"unreadable-image": _tr("Picture not added"), "unsafe-file": _tr("Not opened")}
    return titles.get(error.kind, _tr("Not added"))


def _tr(text: str) -> str:
    return translate("Images", text)
