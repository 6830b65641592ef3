"""Networks, images and results that outlive the window: a database with content-addressed files."""

from deepintro_desktop.library.events import Event
from deepintro_desktop.library.images import AddedImage
from deepintro_desktop.library.library import Library
from deepintro_desktop.library.networks import AddedNetwork

__all__ = ["AddedImage", "AddedNetwork", "Event", "Library"]
