"""Networks, images and results that outlive the window: a database with content-addressed files."""

from deepintro_desktop.library.events import Event
from deepintro_desktop.library.exchange import PackedProject, PackedResult
from deepintro_desktop.library.images import AddedImage, image_record
from deepintro_desktop.library.library import Library
from deepintro_desktop.library.networks import AddedNetwork, network_identity
from deepintro_desktop.library.objects import digest
from deepintro_desktop.library.results import ResultRow

__all__ = [
    "AddedImage",
    "AddedNetwork",
    "Event",
    "Library",
    "PackedProject",
    "PackedResult",
    "ResultRow",
    "digest",
    "image_record",
    "network_identity",
]
