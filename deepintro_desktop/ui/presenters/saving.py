"""Pictures that a person saves, and the names of their files."""

import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.requests import SavePictureRequest
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.ports import Level

_ODD = re.compile(r"[^\w.-]+")


def file_name(*parts: str, suffix: str = ".png") -> str:
    """Return a file name from words: what no system forbids, joined by hyphens."""
    cleaned = (_ODD.sub("_", part).strip("_.") for part in parts)
    return "-".join(part for part in cleaned if part)[:120] + suffix


class PictureSaver:
    """Asks where a picture shall go, writes it, and says so."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def save(self, picture_hwc_u8: NDArray[np.uint8], name: str) -> None:
        """Save a picture, uint8 [height, width, 1 or 3]; ``name`` is suggested for the file."""

        def write(path: Path) -> None:
            job = self._services.runner.submit("save_picture", SavePictureRequest(path, picture_hwc_u8))
            job.succeeded.connect(self._on_saved)
            job.failed.connect(self._on_not_saved)

        self._services.prompter.ask_save(_tr("Save the image"), name, "PNG (*.png)", write)

    def _on_saved(self, path: Path) -> None:
        place = path.parent.name or str(path.parent)
        self._services.notifier.notify(
            Level.INFO, _tr("Image saved"), _tr("{0} in {1}").format(path.name, place)
        )

    def _on_not_saved(self, failure: Any) -> None:
        self._services.prompter.show_failure(_tr("Save the image"), failure)


def _tr(text: str) -> str:
    return translate("Saving", text)
