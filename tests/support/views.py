"""Made-up pictures of a file that holds many."""

from dataclasses import replace
from typing import Any

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.picture_view import CT_WINDOWS, PictureChoices, SeenPicture, Window
from deepintro_desktop.core.requests import KeepViewRequest, SeePictureRequest
from support.results import make_picture

EVERYTHING = PictureChoices(
    12,
    (("axial", 30), ("coronal", 20), ("sagittal", 10)),
    (-1000.0, 1400.0),
    Window(40.0, 400.0),
    "HU",
    CT_WINDOWS,
    transparent=True,
    overlays=True,
)


def make_seen(request: SeePictureRequest, choices: PictureChoices = EVERYTHING, **facts: str) -> SeenPicture:
    """Return what is seen of a made-up file, with an input where a network is named."""
    given = make_picture(1, 32, 32) if request.network else None
    shown = {"mode": "MONOCHROME2, 12 bits", "window": "window at 40, 400 wide", **facts}
    return SeenPicture(request.view, make_picture(2, 60, 80), 600, 800, shown, choices, given)


class FakeViews:
    """The verbs that look at pictures of a file, on the records of a library."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self.choices = EVERYTHING
        self.facts: dict[str, str] = {}

    def catalogue(self) -> dict[str, Any]:
        """Return the verbs."""
        return {
            "see_picture": lambda request, _context, _report: make_seen(request, self.choices, **self.facts),
            "keep_view": self._keep,
            "patient_lines": lambda _request, _context, _report: ("Patient: Doe Jane", "ID: 4711"),
        }

    def _keep(self, request: KeepViewRequest, context: Any, report: Any) -> Changes:
        self._library.images = [
            replace(one, view=request.view) if one.id == request.image else one
            for one in self._library.images
        ]
        return Changes(images=True)
