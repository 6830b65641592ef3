"""A context with an empty library, a tiny network and a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.tiny import PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context


@dataclass(frozen=True)
class Workplace:
    """A context and what was added to its library."""

    context: Context
    network: str
    image: str
    network_file: Path
    image_file: Path


@pytest.fixture
def context(library_folder: Path) -> Iterator[Context]:
    made = Context(library_folder, "cpu")
    yield made
    made.close()


@pytest.fixture
def place(context: Context, tmp_path: Path) -> Workplace:
    network, picture = tiny_network(tmp_path), tiny_picture(tmp_path)
    added = add_network(AddNetworkRequest(network, preprocessing=PREPROCESSING), context)
    images = add_images(AddImagesRequest((picture,)), context)
    return Workplace(context, added.record.id, images.added[0].id, network, picture)
