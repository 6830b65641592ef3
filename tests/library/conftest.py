"""Entries to put into a library."""

import io

import numpy as np
import pytest
from PIL import Image

from deepintro_desktop.core.records import (
    Manifest,
    OutputKind,
    Parity,
    SourceFile,
    SpecificationSource,
)
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification, Resize
from deepintro_desktop.imaging import read_image
from deepintro_desktop.library import Library


@pytest.fixture
def library(library_folder):
    """Return an open, empty library."""
    with Library.open(library_folder) as opened:
        yield opened


@pytest.fixture
def manifest():
    """Return a function that makes the manifest of a network; another letter is another network."""

    def make(letter="a", **changes):
        values = {
            "format": "onnx",
            "sha256": letter * 64,
            "files": (SourceFile("network", "net.onnx", letter * 64, 3),),
            "specification": InputSpecification(
                5, 7, 3, ChannelOrder.BGR, Resize.CROP, 0.5, (1.0, 2.0, 3.5), (0.1, 1.0, 2.0)
            ),
            "specification_source": SpecificationSource.GUESS,
            "n_classes": 2,
            "labels": ("Katze", "Hündin “Bo”"),
            "output_kind": OutputKind.SOFTMAX,
            "layer_names": ("conv1", "fc"),
            "parity": Parity("onnxruntime", 1e-6, 1e-7, 3),
            "unexplainable": ("LSTM",),
            "notes": ("guessed",),
        }
        return Manifest(**(values | changes))

    return make


@pytest.fixture
def picture(tmp_path):
    """Return a function that writes a small picture and returns what adding it to a library takes."""

    def make(name="dog.png", grey=100, folder="pictures"):
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        buffer = io.BytesIO()
        Image.fromarray(np.full((4, 6, 3), grey, np.uint8)).save(buffer, format="PNG")
        path.write_bytes(buffer.getvalue())
        return path, buffer.getvalue(), read_image(path)

    return make
